//! Overlays `buoc-so-overlay/1`: hostile files, and what a merged catalogue must still be.

use crate::common::{day, loaded, rules};
use buoc_so::content::{pack_cards, pack_rules, unpack_cards, unpack_rules};
use buoc_so::engine::{Reads, evaluate};
use buoc_so::model::{Answers, Cards, Condition, Given, Marks, QuestionIx, Rules};
use buoc_so::overlay::{Ground, MOST_BYTES, Overlay, Sentences, Severity, check, hidden, merge_cards, merge_rules, read};
use buoc_so::text::Lang;
use proptest::prelude::*;
use serde_json::{Value, json};

const SAY: Sentences<'static> = Sentences { yes: "yes {name}", no: "no {name}", note: "note {name}: {text}" };

fn sample() -> Value {
    let file = crate::common::root().join("public/overlays/mau.json");
    serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap()
}

fn parsed(value: &Value) -> Overlay {
    read(value.to_string().as_bytes()).unwrap()
}

fn refused(text: &str) -> String {
    read(text.as_bytes()).expect_err(text).key
}

/// The sample with one value changed.
fn with(path: &str, value: Value) -> Value {
    let mut sample = sample();
    let (parent, key) = path.rsplit_once('/').unwrap();
    sample.pointer_mut(parent).unwrap()[key] = value;
    sample
}

fn merged(overlay: &Overlay) -> (Rules, [Cards; 2]) {
    let (base, mut cards) = (rules(), loaded().0.cards.clone());
    for (lang, cards) in Lang::ALL.into_iter().zip(&mut cards) {
        merge_cards(overlay, base, cards, lang, &SAY);
    }
    let mut merged = base.clone();
    merge_rules(overlay, &mut merged);
    (merged, cards)
}

#[test]
fn hostile_files_are_refused_with_their_place() {
    assert_eq!(refused(""), "-");
    assert_eq!(refused("[]"), "-");
    assert_eq!(refused(r#"{"format":"buoc-so-overlay/2","from":"the future"}"#), "format");
    assert_eq!(refused(r#"{"name":{}}"#), "format");
    assert_eq!(refused(&format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000))), "-");
    assert_eq!(refused(&" ".repeat(MOST_BYTES + 1)), "-");
    assert_eq!(refused(&format!("{}{{}}", sample())), "-");
    // A bracket in a text is no nesting.
    assert!(read(with("/name/vi", json!("[".repeat(50))).to_string().as_bytes()).is_ok());
    // As Notepad saves it.
    assert!(read(format!("\u{feff}{}", sample()).as_bytes()).is_ok());
}

#[test]
fn every_field_is_looked_at() {
    let long = "a".repeat(601);
    for (path, value, key) in [
        ("/as_of", json!("22/11/2026"), "as_of"),
        ("/province", json!("4"), "province"),
        ("/name/en", json!(" "), "name.en"),
        ("/name/vi", json!(long), "name.vi"),
        ("/name/vi", json!("tỉnh \u{202e}Mẫu"), "name.vi"),
        ("/name/vi", json!("tỉnh\nMẫu"), "name.vi"),
        ("/name/<b>", json!("x"), "name.<b>"),
        ("/name/VI", json!("x"), "name.VI"),
        ("/name/fr-", json!("x"), "name.fr-"),
        ("/columns/village", json!(long), "columns.village"),
        ("/columns/village", json!("Xóm\u{202e}"), "columns.village"),
        ("/name/french", json!("x"), "name.french"),
        ("/contacts/0/telephone", json!("0238;drop"), "contacts[0].telephone"),
        ("/contacts/0/telephone", json!("12"), "contacts[0].telephone"),
        ("/contacts/1/link", json!("http://portal.example.com"), "contacts[1].link"),
        ("/contacts/1/link", json!("javascript:alert(1)"), "contacts[1].link"),
        ("/contacts/1/link", json!("https://vneid.gov.vn@evil.example"), "contacts[1].link"),
        ("/contacts/1/link", json!("https://localhost"), "contacts[1].link"),
        ("/contacts/1/link", json!("https://a.vn/\" onclick=\"x"), "contacts[1].link"),
        ("/platforms/0/id", json!("vneid"), "platforms[0].id"),
        ("/platforms/0/id", json!("40-"), "platforms[0].id"),
        ("/platforms/0/id", json!("40-Cho Que"), "platforms[0].id"),
        ("/platforms/1/id", json!("40-phan-anh-hien-truong"), "platforms[1].id"),
        ("/platforms/0/steps", json!([]), "platforms[0].steps"),
        ("/platforms/0/review_by", json!("soon"), "platforms[0].review_by"),
        ("/logo/data", json!("https://example.com/logo.png"), "logo.data"),
        ("/logo/data", json!("data:text/html;base64,AAAA"), "logo.data"),
        ("/colours/accent", json!("red"), "colours.accent"),
        ("/colours/on_accent", json!("#8a2f5b"), "colours"),
        ("/hide", json!(vec!["x"; 101]), "hide"),
        ("/sample", json!("yes"), "sample"),
        ("/colour", json!({}), "colour"),
    ] {
        assert_eq!(refused(&with(path, value).to_string()), key, "{path}");
    }
}

#[test]
fn a_base_text_never_changes() {
    let (base, base_cards) = (rules(), &loaded().0.cards);
    let (merged, cards) = merged(&parsed(&sample()));
    for (at, platform) in base.platforms.iter().enumerate() {
        let Some(now) = merged.platforms.iter().position(|other| other.id == platform.id) else {
            assert_eq!(platform.id, "dat-phong");
            continue;
        };
        for (before, after) in base_cards.iter().zip(&cards) {
            assert_eq!(before.names[at], after.names[now]);
            let (mut card, base_card) = (after.platforms[now].clone(), &before.platforms[at]);
            if platform.id == "dich-vu-cong-quoc-gia" {
                // What is added says whose it is, and replaces nothing.
                let note = card.variants.pop().unwrap();
                assert_eq!((note.when, note.does.as_str(), note.steps.len()), (Condition::Always, "", 0));
                assert!(note.also.contains(parsed(&sample()).name.of(if std::ptr::eq(before, &base_cards[0]) {
                    Lang::Vi
                } else {
                    Lang::En
                })));
            }
            assert_eq!(card, *base_card, "{}", platform.id);
        }
        let mut same = merged.platforms[now].clone();
        same.suits = platform.suits;
        assert_eq!(same, *platform);
        assert_eq!(merged.platforms[now].suits, platform.suits);
    }
    for (before, after) in base.obligations.iter().zip(&merged.obligations) {
        let ids = |rules: &Rules, of: &buoc_so::model::Obligation| -> Vec<String> {
            of.done_with.iter().map(|place| rules.platforms[place.at()].id.clone()).collect()
        };
        assert_eq!(ids(base, before), ids(&merged, after), "{}", before.id);
    }
    for (before, after) in base.capabilities.iter().zip(&merged.capabilities) {
        let id =
            |rules: &Rules, card: Option<buoc_so::model::PlatformIx>| card.map(|place| rules.platforms[place.at()].id.clone());
        assert_eq!(id(base, before.card), id(&merged, after.card), "{}", before.id);
    }
    assert_eq!(hidden(&parsed(&sample()), base).len(), 1);
    assert_eq!(merged.platforms[0].id, "40-phan-anh-hien-truong");
}

#[test]
fn what_the_tool_opens_is_what_was_merged() {
    let (merged, cards) = merged(&parsed(&sample()));
    assert_eq!(unpack_rules(&pack_rules(&merged)).unwrap(), merged);
    for cards in &cards {
        assert_eq!(unpack_cards(&pack_cards(cards)).unwrap(), *cards);
        assert_eq!(
            (cards.names.len(), cards.rules.len(), cards.sources.len()),
            (merged.platforms.len(), merged.rules.len(), merged.sources.len())
        );
    }
}

/// What becomes of a platform for a citizen of a province.
fn status(province: Option<&str>, id: &str) -> Option<&'static str> {
    let (merged, _) = merged(&parsed(&sample()));
    let mut answers = Answers::none(merged.questions.len());
    let audience = merged.questions[0].choice("citizen").unwrap();
    answers.set(QuestionIx(0), Given::Chosen(audience));
    if let Some(code) = province {
        let at = merged.questions.iter().position(|question| question.local).unwrap();
        let bit = merged.questions[at].choice(code).unwrap();
        answers.preset = vec![(QuestionIx::from_at(at), bit)];
    }
    let reads = Reads::of(&merged);
    let evaluation = evaluate(&merged, &reads, &answers, &Marks::default(), day("2026-11-22"));
    let place = merged.platforms.iter().position(|platform| platform.id == id)?;
    evaluation.platform(buoc_so::model::PlatformIx::from_at(place)).map(|verdict| verdict.status.id())
}

#[test]
fn a_platform_of_the_province_is_for_its_people() {
    assert_eq!(status(Some("40"), "40-phan-anh-hien-truong"), Some("maybe"));
    assert_eq!(status(Some("01"), "40-phan-anh-hien-truong"), Some("not-now"));
    assert_eq!(status(None, "40-phan-anh-hien-truong"), Some("maybe"));
    assert_eq!(status(Some("40"), "40-cho-que-so"), Some("not-now"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Any cut, any flipped byte: an overlay or one sentence, never a stop.
    #[test]
    fn damage_is_one_sentence(cut in 0_usize..6000, at in 0_usize..6000, byte in any::<u8>()) {
        let mut bytes = sample().to_string().into_bytes();
        let length = bytes.len();
        bytes.truncate(cut.max(1).min(length));
        let at = at % bytes.len();
        bytes[at] = byte;
        match read(&bytes) {
            Ok(overlay) => {
                let _ = check(&overlay, &Ground { rules: rules(), hideable: &loaded().0.hideable, desk: None });
            }
            Err(error) => prop_assert!(!error.key.is_empty() && !error.reason.is_empty()),
        }
    }

    /// Whatever is hidden and put first: nothing that must stay goes, no platform stands twice, places still mean the same.
    #[test]
    fn any_choice_of_hidden_and_first(hide in prop::collection::vec(0_usize..100, 0..20), first in prop::collection::vec(0_usize..100, 0..20)) {
        let base = rules();
        let id = |at: &usize| base.platforms[at % base.platforms.len()].id.clone();
        let (catalogue, _) = loaded();
        let ground = Ground { rules: base, hideable: &catalogue.hideable, desk: None };
        let mut value = sample();
        value["order"] = json!(first.iter().map(id).collect::<Vec<_>>());
        // Only what the check lets pass is ever merged.
        let may: Vec<String> = hide.iter().map(id).filter(|id| {
            let mut one = sample();
            one["hide"] = json!([id]);
            check(&parsed(&one), &ground).iter().all(|finding| finding.severity != Severity::Error)
        }).collect();
        value["hide"] = json!(may);
        let overlay = parsed(&value);
        let (merged, _) = merged(&overlay);
        let mut ids: Vec<&str> = merged.platforms.iter().map(|platform| platform.id.as_str()).collect();
        prop_assert_eq!(ids.len() + hidden(&overlay, base).len(), base.platforms.len() + overlay.platforms.len());
        ids.sort_unstable();
        ids.dedup();
        prop_assert_eq!(ids.len(), merged.platforms.len());
        for (before, after) in base.obligations.iter().zip(&merged.obligations) {
            prop_assert_eq!(before.done_with.len(), after.done_with.len());
        }
        prop_assert!(base.capabilities.iter().zip(&merged.capabilities).all(|(before, after)| before.card.is_some() == after.card.is_some()));
    }
}
