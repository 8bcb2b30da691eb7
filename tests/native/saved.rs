//! Saved answers on paper: every format ever published still opens (goldens in `saved/`), and what is old, unknown or hostile is
//! kept out without taking the rest along (contract section 7, design rule 7).

use crate::common::{day, files, name, root, rules};
use buoc_so::model::{Given, PlatformIx, QuestionIx, Set};
use buoc_so::session::saved::{DAYS, FORMAT, OpenError, Opened, Saved, open, save};
use buoc_so::session::{Save, Screen, Session};
use buoc_so::text::Lang;
use std::fs;

const TODAY: &str = "2026-11-25";

fn golden(file: &str) -> Saved {
    serde_json::from_str(&fs::read_to_string(root().join("tests/native/saved").join(file)).unwrap()).unwrap()
}

fn opened(file: &str) -> Opened {
    open(&golden(file), rules(), day(TODAY)).unwrap()
}

fn said(session: &Session, id: &str) -> Vec<&'static str> {
    let at = rules().questions.iter().position(|question| question.id == id).unwrap();
    let Given::Chosen(mask) = session.answers.get(QuestionIx::from_at(at)) else { return Vec::new() };
    let choices = rules().questions[at].choices.iter().enumerate();
    choices.filter(|(bit, _)| mask & (1 << bit) != 0).map(|(_, choice)| choice.id.as_str()).collect()
}

fn given(session: &Session, id: &str) -> Given {
    session.answers.given[rules().questions.iter().position(|question| question.id == id).unwrap()]
}

fn ids(places: &Set<PlatformIx>) -> Vec<&'static str> {
    places.iter().map(|place| rules().platforms[place.at()].id.as_str()).collect()
}

/// Whatever was ever published opens without loss on a day on which it is not yet expired.
#[test]
fn every_golden_still_opens() {
    let goldens = files(&root().join("tests/native/saved"), &["json"]);
    assert!(goldens.len() >= 3, "the goldens are gone");
    for file in goldens.iter().filter(|file| name(file).contains("/v1-")) {
        let saved: Saved = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
        let opened = open(&saved, rules(), day(&saved.date)).unwrap_or_else(|error| panic!("{}: {error:?}", name(file)));
        assert_eq!(opened.dropped, 0, "{}: an id was lost; ids are stable for ever", name(file));
        assert_eq!(opened.session.screen, Screen::Welcome);
    }
}

#[test]
fn version_1_opens_as_it_was_meant() {
    let Opened { session, dropped, other_catalogue, date } = opened("v1-household-business.json");
    assert_eq!((dropped, other_catalogue, date), (0, true, Some(day("2026-11-21"))), "made with an older catalogue");
    assert_eq!(session.lang, Lang::En);
    assert_eq!(said(&session, "audience"), ["household-business"]);
    assert_eq!(said(&session, "money"), ["bank", "mobile-money"]);
    assert_eq!(said(&session, "needs"), ["pay", "sell", "tax"]);
    assert_eq!(said(&session, "province"), ["40"]);
    assert_eq!((given(&session, "sim"), given(&session, "einvoice")), (Given::Skipped, Given::Skipped));
    assert_eq!(given(&session, "channels"), Given::Open);
    assert_eq!(ids(&session.marks.used), ["zalo"]);
    assert_eq!(ids(&session.marks.wanted), ["vnpt-invoice", "vietqr"]);
    assert_eq!(ids(&session.marks.hidden), ["lazada"]);
    assert_eq!(session.ticks.iter().map(String::as_str).collect::<Vec<_>>(), ["hkd-books", "vneid-2"]);
    assert_eq!(session.save, Save::Off, "where to keep is the page's to say, not the file's");
}

#[test]
fn unknown_ids_are_dropped_and_counted_and_the_rest_is_kept() {
    let Opened { session, dropped, .. } = opened("unknown-ids.json");
    // One question, one choice beside a known one, one whole answer with its choice, one skipped, two platforms.
    assert_eq!(dropped, 1 + 1 + 2 + 1 + 2);
    assert_eq!(said(&session, "audience"), ["citizen"]);
    assert_eq!(said(&session, "money"), ["bank"], "the choice that is known stays");
    assert_eq!(given(&session, "device"), Given::Open, "an answer of which nothing is known is not given");
    assert_eq!(ids(&session.marks.used), ["momo"]);
    assert_eq!(session.lang, Lang::Vi, "an unknown language is the first one");
}

#[test]
fn excluded_combinations_are_not_answers() {
    let Opened { session, dropped, .. } = opened("excluded.json");
    for question in ["money", "needs", "vneid", "household-members"] {
        assert_eq!(given(&session, question), Given::Open, "{question}");
    }
    assert_eq!(dropped, 4);
    assert_eq!(said(&session, "device"), ["basic-phone"]);
    assert_eq!(given(&session, "internet"), Given::Chosen(1), "answered and skipped: the answer counts");
}

#[test]
fn another_format_is_unknown() {
    for format in ["buoc-so-answers/2", "buoc-so-answers/0", "buoc-so-answers", "buoc-so-tally/1", ""] {
        let saved = Saved { format: format.into(), ..golden("v1-household-business.json") };
        assert_eq!(open(&saved, rules(), day(TODAY)), Err(OpenError::Unknown), "{format}");
    }
    assert_eq!(
        open(&golden("another-version.json"), rules(), day(TODAY)),
        Err(OpenError::Unknown),
        "before anything else is looked at"
    );
}

#[test]
fn kept_for_thirty_days_and_no_longer() {
    let saved = golden("v1-household-business.json");
    let made = day("2026-11-21");
    assert!(open(&saved, rules(), made.plus(DAYS)).is_ok(), "the last day");
    assert_eq!(open(&saved, rules(), made.plus(DAYS + 1)), Err(OpenError::Expired));
    assert!(open(&saved, rules(), made.plus(-400)).is_ok(), "a clock set back is no reason to lose answers");
    assert_eq!(DAYS, 30);
}

/// What is written says its format, its catalogue and its day, and nothing that was not said.
#[test]
fn nothing_but_what_was_said_is_written() {
    let session = Session::new(rules().questions.len(), Lang::En, Save::Device);
    let saved = serde_json::to_value(save(&session, rules(), day(TODAY))).unwrap();
    let written = serde_json::json!({
        "format": FORMAT, "catalogue": rules().version, "date": TODAY, "lang": "en", "answers": {}, "skipped": [],
        "used": [], "wanted": [], "hidden": [], "ticks": [],
    });
    assert_eq!(saved, written);
    assert_eq!(FORMAT, "buoc-so-answers/1");
}
