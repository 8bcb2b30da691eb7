//! The catalogue on disk is without error, and its packed parts survive the way to the browser or are refused.

use crate::common::{day, loaded, rules};
use crate::people::tries;
use buoc_so::content::{
    Catalogue, Severity, UnpackError, pack_cards, pack_outreach, pack_rules, pack_words, unpack_cards, unpack_outreach,
    unpack_rules, unpack_words,
};
use buoc_so::model::{CapabilityIx, Condition, Confidence, Due, Kind, QuestionIx, Release, RuleIx, SCHEMA};
use proptest::prelude::*;
use std::sync::OnceLock;

#[test]
fn no_finding_is_an_error() {
    let errors: Vec<String> =
        loaded().1.iter().filter(|finding| finding.severity == Severity::Error).map(ToString::to_string).collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
}

#[test]
fn nothing_on_hold_is_in_the_catalogue() {
    assert!(rules().platforms.iter().all(|platform| platform.release != Release::Hold));
    let names = |list: &[String], count: usize| list.len() == count && list.iter().all(|name| !name.is_empty());
    for cards in &loaded().0.cards {
        assert!(names(&cards.names, rules().platforms.len()));
        assert!(names(&cards.capability_names, rules().capabilities.len()));
    }
}

/// All parts: name, bytes, and a reader that says how it went.
type Reader = fn(&[u8]) -> Result<Vec<u8>, UnpackError>;

/// Packed once: packing takes longer than reading.
fn parts() -> Vec<(&'static str, Vec<u8>, Reader)> {
    static PARTS: OnceLock<Vec<(&str, Vec<u8>, Reader)>> = OnceLock::new();
    PARTS.get_or_init(|| packed(&loaded().0)).clone()
}

fn packed(catalogue: &Catalogue) -> Vec<(&'static str, Vec<u8>, Reader)> {
    let rules: Reader = |bytes| unpack_rules(bytes).map(|part| pack_rules(&part));
    let words: Reader = |bytes| unpack_words(bytes).map(|part| pack_words(&part));
    let cards: Reader = |bytes| unpack_cards(bytes).map(|part| pack_cards(&part));
    let outreach: Reader = |bytes| unpack_outreach(bytes).map(|part| pack_outreach(&part));
    let mut parts = vec![("rules", pack_rules(&catalogue.rules), rules)];
    parts.extend(catalogue.words.iter().map(|part| ("words", pack_words(part), words)));
    parts.extend(catalogue.cards.iter().map(|part| ("cards", pack_cards(part), cards)));
    parts.extend(catalogue.outreach.iter().map(|part| ("outreach", pack_outreach(part), outreach)));
    parts
}

#[test]
fn packed_parts_come_back_the_same() {
    let catalogue = &loaded().0;
    assert_eq!(unpack_rules(&pack_rules(&catalogue.rules)).as_ref(), Ok(&catalogue.rules));
    for (words, cards) in catalogue.words.iter().zip(&catalogue.cards) {
        assert_eq!(unpack_words(&pack_words(words)).as_ref(), Ok(words));
        assert_eq!(unpack_cards(&pack_cards(cards)).as_ref(), Ok(cards));
    }
    for (name, bytes, read) in parts() {
        assert_eq!(read(&bytes), Ok(bytes), "{name}: same value, same bytes");
    }
}

/// Every shape that content could take, also those that it does not have today.
#[test]
fn every_shape_comes_back_the_same() {
    let (question, capability, rule) = (QuestionIx(3), CapabilityIx(200), RuleIx(40_000));
    let leaves = [
        Condition::Always,
        Condition::Is(question, u64::MAX),
        Condition::Said(question, 1 << 63),
        Condition::AtLeast(question, 0, 255),
        Condition::Has(capability),
        Condition::Rule(rule),
        Condition::Not(Box::new(Condition::All(vec![]))),
    ];
    let deep = (0..10).fold(Condition::Any(leaves.to_vec()), |inner, _| Condition::All(vec![Condition::Not(Box::new(inner))]));
    let dues = [Due::None, Due::Yearly(vec![(2, 29), (12, 31)]), Due::Monthly(31), Due::Once(day("1969-12-31"))];
    let mut rules = rules().clone();
    rules.no_phone_when = deep;
    rules.points.unsure = i16::MIN;
    rules.points.soon_days = i32::MIN;
    for (at, due) in dues.into_iter().enumerate() {
        let entry = &mut rules.obligations[at];
        (entry.due, entry.from, entry.until) = (due, Some(day("9999-12-31")), Some(day("0001-01-01")));
        entry.kinds.iter_mut().for_each(|case| case.kind = [Kind::Must, Kind::Right, Kind::Know, Kind::Must][at]);
    }
    let confidences = [Confidence::V1, Confidence::V2, Confidence::V3, Confidence::K, Confidence::U];
    let releases = [Release::Show, Release::ShowNameOnly, Release::Hold, Release::Hold, Release::Show];
    for (entry, (confidence, release)) in rules.platforms.iter_mut().zip(confidences.into_iter().zip(releases)) {
        (entry.confidence, entry.release, entry.using, entry.strains) = (confidence, release, Some(Condition::Always), None);
        entry.id = "Bước Số “ạ” 💥\n\0\u{1}".into();
    }
    // More letters than a list holds.
    rules.areas[0].id = ('\u{c0}'..='\u{200}').chain('\u{1780}'..='\u{17f9}').collect();
    assert_eq!(unpack_rules(&pack_rules(&rules)), Ok(rules));
}

#[test]
fn wrong_schema_and_wrong_part_are_refused() {
    let parts = parts();
    for (name, bytes, read) in &parts {
        let mut other = bytes.clone();
        other[..2].copy_from_slice(&(SCHEMA + 1).to_le_bytes());
        assert_eq!(read(&other), Err(UnpackError::Schema(SCHEMA + 1)), "{name}");
        let mut other = bytes.clone();
        other[2] = 9;
        assert_eq!(read(&other), Err(UnpackError::Damaged), "{name} that says it is another part");
        for (kind, foreign, _) in parts.iter().filter(|(kind, _, _)| kind != name) {
            assert_eq!(read(foreign), Err(UnpackError::Damaged), "{kind} read as {name}");
        }
        let mut longer = bytes.clone();
        longer.push(0);
        assert_eq!(read(&longer), Err(UnpackError::Damaged), "{name} with a byte more");
    }
}

/// Every prefix of the rules; of the larger parts every one near both ends and each 101st between (a prefix is read up to
/// its end, so all of them would take minutes).
#[test]
fn truncated_parts_are_refused() {
    for (name, bytes, read) in parts() {
        let wanted =
            |length: &usize| name == "rules" || *length < 500 || length + 500 > bytes.len() || length.is_multiple_of(101);
        for length in (0..bytes.len()).filter(wanted) {
            assert_eq!(read(&bytes[..length]), Err(UnpackError::Damaged), "{name} cut off after {length} of {}", bytes.len());
        }
    }
}

proptest! {
    #![proptest_config(tries(256))]

    #[test]
    fn random_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400), part in 1u8..=5) {
        let mut framed = Vec::from(SCHEMA.to_le_bytes());
        framed.push(part);
        framed.extend(&bytes);
        for bytes in [&bytes, &framed] {
            let _ = (unpack_rules(bytes), unpack_words(bytes), unpack_cards(bytes), unpack_outreach(bytes));
        }
    }

    /// One byte changed: never a panic, never without end. What is still read is a whole value: written again it comes back the
    /// same.
    #[test]
    fn damaged_parts_never_panic(at in any::<proptest::sample::Index>(), byte in any::<u8>()) {
        for (name, mut bytes, read) in parts() {
            let place = at.index(bytes.len());
            let was = std::mem::replace(&mut bytes[place], byte);
            if let Ok(value) = read(&bytes) {
                prop_assert!(read(&value).as_ref() == Ok(&value), "{name}: byte {place} {byte} instead of {was}");
            }
        }
    }
}
