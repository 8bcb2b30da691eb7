//! Files that travel: what is saved comes back, what is hostile is refused or cleaned, and nothing panics.

use crate::common::{day, reads, rules};
use crate::people::{person, tries};
use buoc_so::model::{Given, PlatformIx, QuestionIx};
use buoc_so::session::answer_file::{allowed, read};
use buoc_so::session::saved::{FORMAT, Saved, open, save};
use buoc_so::session::{Action, Save, Screen, Session, apply};
use buoc_so::text::Lang;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// An act of a person: what, where, which choice.
fn action((what, place, bit): (u8, Index, Index)) -> Action {
    let question = QuestionIx::from_at(place.index(rules().questions.len()));
    let platform = PlatformIx::from_at(place.index(rules().platforms.len()));
    match what {
        0..=9 => Action::Choose(question, 1 << bit.index(rules().questions[question.at()].choices.len())),
        10 => Action::Next,
        11 => Action::Skip,
        12 => Action::Back,
        13 => Action::Edit(question),
        14 => Action::Go([Screen::Review, Screen::Results, Screen::Plan, Screen::Detail(platform), Screen::About][bit.index(5)]),
        15 => Action::Use(platform),
        16 => Action::Want(platform),
        17 => Action::Hide(platform),
        18 => Action::Tick(rules().capabilities[place.index(rules().capabilities.len())].id.clone()),
        19 => Action::Language([Lang::Vi, Lang::En][bit.index(2)]),
        20 => Action::Resume,
        21 => Action::Keep(bit.index(2) == 0),
        22 => Action::ForOther(bit.index(2) == 0),
        _ => Action::Go(Screen::Question(question)),
    }
}

/// A session after any acts.
fn session() -> impl Strategy<Value = Session> {
    proptest::collection::vec((0u8..24, any::<Index>(), any::<Index>()), 0..60).prop_map(|acts| {
        let mut session = Session::new(rules().questions.len(), Lang::Vi, Save::Device);
        acts.into_iter().for_each(|act| apply(&mut session, action(act), rules(), reads()));
        session
    })
}

/// Ids that are known, known somewhere else, or not at all.
fn id() -> impl Strategy<Value = String> {
    let mut ids: Vec<String> =
        rules().questions.iter().flat_map(|entry| entry.choices.iter().map(|choice| choice.id.clone())).collect();
    ids.extend(rules().questions.iter().map(|entry| entry.id.clone()));
    ids.extend(rules().platforms.iter().map(|entry| entry.id.clone()));
    ids.extend(["", "-", "vneid ", "__proto__", "💥"].map(String::from));
    select(ids)
}

fn hostile() -> impl Strategy<Value = Saved> {
    let question = select(rules().questions.iter().map(|entry| entry.id.clone()).collect::<Vec<String>>());
    let answers =
        proptest::collection::btree_map(prop_oneof![4 => question, 1 => id()], proptest::collection::vec(id(), 0..5), 0..12);
    let ids = || proptest::collection::vec(id(), 0..8);
    let date = select(vec!["2026-11-21", "2026-11-01", "2026-12-24", "", "2026-02-30", "soon"]);
    (answers, ids(), ids(), ids(), ids(), ids(), date, id()).prop_map(
        |(answers, skipped, used, wanted, hidden, ticks, date, lang)| Saved {
            format: FORMAT.into(),
            catalogue: rules().version.clone(),
            date: date.into(),
            lang,
            answers: answers.into_iter().collect(),
            skipped,
            used,
            wanted,
            hidden,
            ticks,
        },
    )
}

/// A good answer file of any person as text.
fn file() -> impl Strategy<Value = String> {
    person().prop_map(|person| {
        let session = Session { answers: person.answers, marks: person.marks, ..Session::default() };
        let saved = save(&session, rules(), person.today);
        let mut table = serde_json::Map::new();
        for (id, chosen) in &saved.answers {
            let several = rules().questions.iter().any(|question| question.id == *id && question.several);
            table.insert(id.clone(), if several { chosen.clone().into() } else { chosen[0].clone().into() });
        }
        let file = serde_json::json!({
            "today": saved.date, "answers": table, "skipped": saved.skipped, "used": saved.used, "wanted": saved.wanted, "hidden": saved.hidden,
        });
        file.to_string()
    })
}

/// Lines that look like those of an answer file.
const WORDS: &str = "(today|used|skipped|\\[answers\\]|vneid|money) ?(= ?(\"[a-z0-9-]{0,9}\"|\\[\"cash\", ?\"[a-z]{0,5}\"\\]|[0-9-]{1,10}|\\{\\}))?\n{1,4}";

proptest! {
    #![proptest_config(tries(400))]

    #[test]
    fn save_then_open_is_identity(session in session(), days in 0i32..=30) {
        let today = day("2026-11-21");
        let saved = save(&session, rules(), today);
        let text = serde_json::to_string(&saved).unwrap();
        let back: Saved = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(serde_json::to_value(&back).unwrap(), serde_json::to_value(&saved).unwrap());
        let opened = open(&back, rules(), today.plus(days)).unwrap();
        prop_assert_eq!((opened.dropped, opened.other_catalogue, opened.date), (0, false, Some(today)));
        prop_assert_eq!(&opened.session.answers, &session.answers);
        prop_assert_eq!(&opened.session.marks, &session.marks);
        prop_assert_eq!((&opened.session.ticks, opened.session.lang), (&session.ticks, session.lang));
        prop_assert_eq!(save(&opened.session, rules(), today), saved, "nothing derived is saved, so the same is saved again");
    }

    #[test]
    fn hostile_saved_answers_are_cleaned(saved in hostile()) {
        let Ok(opened) = open(&saved, rules(), day("2026-11-21")) else { return Ok(()) };
        for (question, given) in rules().questions.iter().zip(&opened.session.answers.given) {
            if let Given::Chosen(mask) = given {
                prop_assert!(allowed(question, *mask).is_ok() && (question.several || mask.count_ones() == 1), "{}: {mask:b}", question.id);
                prop_assert!(u128::from(*mask) < 1 << question.choices.len());
            }
        }
        let again = open(&save(&opened.session, rules(), day("2026-11-21")), rules(), day("2026-11-21")).unwrap();
        prop_assert_eq!((again.dropped, &again.session.answers), (0, &opened.session.answers));
    }

    #[test]
    fn a_good_answer_file_is_read_as_it_was_meant(text in file()) {
        let file = read(text.as_bytes(), rules()).map_err(|error| TestCaseError::fail(format!("{error}: {text}")))?;
        prop_assert!(file.today.is_some() && file.expect.is_none());
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        named(&bytes)?;
    }

    /// Good files with bytes exchanged, cut out, or doubled, as JSON and as TOML.
    #[test]
    fn damaged_files_are_read_or_refused(
        (text, toml) in (file(), any::<bool>()),
        (at, to) in any::<(Index, Index)>(),
        (byte, how) in (any::<u8>(), 0u8..4),
    ) {
        let mut bytes = if toml {
            let value: serde_json::Value = serde_json::from_str(&text).unwrap();
            toml::to_string(&value).unwrap().into_bytes()
        } else {
            text.into_bytes()
        };
        let (one, other) = (at.index(bytes.len()), to.index(bytes.len()));
        let (start, end) = (one.min(other), one.max(other));
        match how {
            0 => bytes[one] = byte,
            1 => drop(bytes.drain(start..end)),
            2 => bytes.extend_from_within(start..end),
            _ => bytes.truncate(one),
        }
        named(&bytes)?;
    }

    #[test]
    fn any_words_in_the_right_shape_are_read_or_refused(text in WORDS) {
        named(text.as_bytes())?;
    }
}

fn named(bytes: &[u8]) -> Result<(), TestCaseError> {
    if let Err(error) = read(bytes, rules()) {
        prop_assert!(!error.key.trim().is_empty() && !error.reason.trim().is_empty(), "{error:?}");
        prop_assert!(!error.to_string().contains(char::is_control), "not one line: {error:?}");
    }
    Ok(())
}
