//! Catalogues broken on purpose, each in one place: the finding names the file and the key at which a person mends it, is as
//! severe as designed, and says something. And what is withdrawn leaves no trace in what is packed.

mod facts;
mod lists;
mod outreach;
mod references;
mod sense;
mod words;

use crate::common::texts;
use buoc_so::content::{Finding, Severity, load, pack_cards, pack_rules};
use std::collections::BTreeMap;

use Severity::Warning;

/// What is done to the catalogue: file, text that stands there once at least, and what stands there instead; then the file and
/// a part of the key where it is named, and how severe.
struct Broken(&'static str, &'static str, &'static str, &'static str, &'static str, Severity);

const REUSED: &str = "[[withdrawn]]\nkind = \"platforms\"\nid = \"shopee\"\non = \"2026-11-01\"\nreason = \"closed\"\n\n[ids]";

fn with(changes: &[(&str, &str, &str)]) -> BTreeMap<String, String> {
    let mut files = texts();
    for (file, was, is) in changes {
        let text = files.get_mut(*file).unwrap_or_else(|| panic!("{file} is not there"));
        assert!(text.contains(was), "{file} no longer contains {was}");
        *text = text.replacen(was, is, 1);
    }
    files
}

fn findings(changes: &[(&str, &str, &str)]) -> Vec<Finding> {
    load(&with(changes)).1
}

fn each_is_named(table: &[Broken]) {
    let mut missed = Vec::new();
    for Broken(file, was, is, at, key, severity) in table {
        let findings = findings(&[(file, was, is)]);
        let named = |finding: &&Finding| finding.file == *at && finding.key.contains(key) && finding.severity == *severity;
        if !findings.iter().any(|finding| named(&finding) && finding.sentence.len() > 10) {
            let all: Vec<String> = findings.iter().take(6).map(ToString::to_string).collect();
            missed.push(format!("{file}: {is}\n  expected at {at}: {key}, found {all:#?}"));
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[test]
fn broken_references_are_named() {
    each_is_named(&references::REFERENCES);
}

#[test]
fn missing_facts_are_named() {
    each_is_named(&facts::FACTS);
}

#[test]
fn conditions_without_sense_are_named() {
    each_is_named(&sense::SENSE);
}

#[test]
fn words_and_days_that_do_not_fit_are_named() {
    each_is_named(&words::WORDS);
}

#[test]
fn lists_that_do_not_fit_are_named() {
    each_is_named(&lists::LISTS);
}

#[test]
fn what_sessions_lack_is_named() {
    each_is_named(&outreach::OUTREACH);
}

/// Zero findings, not only zero errors: a warning that stays is a warning nobody reads.
#[test]
fn the_real_catalogue_has_no_finding() {
    let findings: Vec<String> = findings(&[]).iter().map(ToString::to_string).collect();
    assert!(findings.is_empty(), "{}", findings.join("\n"));
}

/// An id that goes as it should: it stays in the list, with day and reason.
#[test]
fn an_id_may_be_withdrawn_with_day_and_reason() {
    let gone = REUSED.replace("shopee", "sopee");
    let found = findings(&[("past-ids.toml", "\"shopee\",", "\"shopee\", \"sopee\","), ("past-ids.toml", "[ids]", &gone)]);
    assert!(found.is_empty(), "{found:?}");
}

/// An exception for one text takes its warnings away.
#[test]
fn a_text_may_be_allowed_for_a_reason() {
    let word = ("platforms/shopee.toml", "vi = \"Mua hàng trên mạng", "vi = \"Mua hàng Online");
    let allow = "[[allow]]\nfile = \"platforms/shopee.toml\"\nkey = \"shopee.does\"\nreason = \"a name\"\n";
    let found = findings(&[word, ("plain-words.toml", "# ---- English", allow)]);
    assert!(found.is_empty(), "{found:?}");
}

/// One line takes a link or a number off the cards, and puts it first on the list of what to look at.
#[test]
fn a_withdrawn_link_or_number_is_on_no_card() {
    let file = "platforms/vneid.toml";
    let at =
        |catalogue: &buoc_so::content::Catalogue| catalogue.rules.platforms.iter().position(|entry| entry.id == "vneid").unwrap();
    for (line, link, hotline) in
        [("[\"link\"]", false, true), ("[\"hotline\"]", true, false), ("[\"link\", \"hotline\"]", false, false)]
    {
        let line = format!("withdrawn = {line}\nrelease ");
        let (catalogue, findings) = load(&with(&[(file, "release ", &line)]));
        assert!(findings.iter().all(|finding| finding.severity == Warning), "a withdrawal is never held up: {findings:?}");
        let catalogue = catalogue.unwrap();
        for cards in &catalogue.cards {
            let card = &cards.platforms[at(&catalogue)];
            assert_eq!((!card.link.is_empty(), card.hotline.is_some()), (link, hotline), "{line}");
        }
        assert_eq!((catalogue.to_verify[0].file.as_str(), catalogue.to_verify[0].weight), (file, 100));
    }
}

/// A platform on hold: no id, name, address or word of it is packed, and whatever names it is named.
#[test]
fn a_platform_on_hold_leaves_no_trace() {
    // The second one is named in a list, too.
    for id in ["verigoods", "vnetraffic"] {
        let file = format!("platforms/{id}.toml");
        let file = file.as_str();
        let hold = |files: &mut BTreeMap<String, String>| {
            let text = files.get_mut(file).unwrap();
            *text = text.replacen("release    = \"show-name-only\"", "release    = \"hold\"", 1).replacen(
                "release    = \"show\"",
                "release    = \"hold\"",
                1,
            );
            assert!(text.contains("\"hold\""));
        };
        let mut held = texts();
        hold(&mut held);
        // The same catalogue as if the file had never been there.
        let mut never = texts();
        never.remove(file);
        let areas = never.get_mut("areas.toml").unwrap();
        *areas = areas.replacen(&format!("\"{id}\", "), "", 1);
        let pack = |files: &BTreeMap<String, String>| {
            let catalogue = load(files).0.unwrap();
            let parts = catalogue.cards.iter().map(pack_cards);
            parts.chain([pack_rules(&catalogue.rules)]).collect::<Vec<_>>()
        };
        assert!(pack(&held) == pack(&never), "a platform on hold changes the packed bytes");
        assert!(load(&held).1.is_empty(), "{:?}", load(&held).1);
    }
}

/// Checks whose place another finding names as well: they are looked for by themselves.
#[test]
fn a_second_finding_at_the_same_place_is_there_too() {
    let order = findings(&[("capabilities.toml", "requires = [\"phone\"]", "requires = [\"vneid-2\"]")]);
    assert!(order.iter().any(|finding| finding.key == "capability.sim-own-name.requires"), "{order:?}");
    // In the list and gone as it should, but without a day and a reason.
    let gone = REUSED.replace("shopee", "sopee").replace("\"closed\"", "\" \"");
    let found = findings(&[("past-ids.toml", "\"shopee\",", "\"shopee\", \"sopee\","), ("past-ids.toml", "[ids]", &gone)]);
    assert_eq!(found.iter().map(|finding| finding.key.as_str()).collect::<Vec<_>>(), ["withdrawn[0]"]);
    // Without the limits and the past everything else is still looked at.
    let mut files = texts();
    files.remove("plain-words.toml");
    files.remove("past-ids.toml");
    let missing: Vec<_> = load(&files).1.into_iter().map(|finding| (finding.file, finding.severity)).collect();
    assert_eq!(missing, [("past-ids.toml".into(), Warning), ("plain-words.toml".into(), Warning)]);
}
