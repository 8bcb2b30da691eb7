//! One change at a time in an invented catalogue, and what is said about it.

#![allow(clippy::expect_used)]

use super::{cases, changes};
use crate::catalogue::invented::catalogue;
use std::fs;

/// The lines about some changes.
fn said(change: &[(&str, &str, &str)]) -> Vec<String> {
    changes::between(&catalogue(&[]), &catalogue(change), true)
}

const USEFUL: &str = "platforms/useful.toml";

#[test]
fn the_same_catalogue_has_no_changes() {
    assert_eq!(said(&[]), [""; 0]);
}

#[test]
fn interface_words_are_compared_only_where_both_have_them() {
    let (before, mut after) = (catalogue(&[]), catalogue(&[]));
    after.page[0].0[5] = "x".into();
    assert_eq!(changes::between(&before, &after, true), ["page: reload (vi): nothing → “x”"]);
    assert_eq!(changes::between(&before, &after, false), [""; 0]);
}

#[test]
fn what_comes_and_goes_is_named() {
    let gone = said(&[
        ("areas.toml", ", \"never\"]", "]"),
        ("platforms/never.toml", "\"show\"", "\"hold\""),
        ("platforms/never.toml", "link = \"https://example.vn\"\nlink_mark = \"V1\"", ""),
    ]);
    assert!(matches!(gone.as_slice(), [line] if line.starts_with("platform never removed")), "{gone:?}");
    let choice = said(&[("questions.toml", "{ id = \"y\",", "{ id = \"z\",")]);
    let starts: Vec<bool> = choice
        .iter()
        .zip(["choice dull.y removed", "choice dull.z added"])
        .map(|(line, start)| line.starts_with(start))
        .collect();
    assert_eq!(starts, [true, true], "{choice:?}");
}

#[test]
fn both_languages_of_a_text_are_told_apart() {
    let both = said(&[(USEFUL, "name = { vi = \"Tên\", en = \"Name\" }", "name = { vi = \"Tên mới\", en = \"New name\" }")]);
    assert_eq!(both, ["platform useful: name (vi): “Tên” → “Tên mới”", "platform useful: name (en): “Name” → “New name”"]);
    let step =
        said(&[(USEFUL, "{ vi = \"hai\", en = \"two\" }", "{ vi = \"giữa\", en = \"mid\" }, { vi = \"hai\", en = \"two\" }")]);
    assert_eq!(step, ["platform useful: steps (vi) 2: added “giữa”", "platform useful: steps (en) 2: added “mid”"]);
}

#[test]
fn links_hotlines_needs_and_dates_are_told() {
    let hotline = said(&[(USEFUL, "hotline = { digits = \"1234\", shown = \"12 34\", mark = \"V1\" }", "")]);
    assert_eq!(hotline, ["platform useful: hotline 1234 withdrawn"]);
    let link = said(&[(USEFUL, "link = \"https://example.vn\"", "link = \"\"")]);
    assert_eq!(link, ["platform useful: link https://example.vn withdrawn"]);
    let needs = said(&[(USEFUL, "needs = [\"tool\"]", "needs = []")]);
    assert_eq!(needs, ["platform useful: needs: “tool” → nothing"]);
    let due = said(&[("obligations/all.toml", "06-30", "07-31")]);
    assert_eq!(due, ["obligation duty: due: “every year on 06-30” → “every year on 07-31”"]);
    let read =
        said(&[("obligations/all.toml", "review_by = \"2027-01-01\"", "review_by = \"2027-01-02\"\nread_on = \"2026-02-01\"")]);
    assert_eq!(
        read,
        ["obligation duty: read_on: nothing → “2026-02-01”", "obligation duty: review_by: “2027-01-01” → “2027-01-02”"]
    );
    let rule =
        said(&[("rules.toml", "{ question = \"who\", is = [\"firm\"] } ] }", "{ question = \"tool\", is = [\"no\"] } ] }")]);
    assert_eq!(rule, ["rule nobody: when: “who is person and who is firm” → “who is person and tool is no”"]);
}

#[test]
fn another_order_is_told() {
    let order = said(&[("areas.toml", "[\"useful\", \"never\"]", "[\"never\", \"useful\"]")]);
    assert_eq!(order, ["order of platform entries: from place 1 on, useful → never"]);
}

#[test]
fn a_case_that_comes_out_differently_says_how() {
    let folder = std::env::temp_dir().join(format!("buoc-so-diff-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder for the case");
    let case = "name = \"n\"\ntoday = \"2026-02-01\"\n[answers]\nwho = \"firm\"\ntool = \"no\"\nextra = [\"a\", \"b\"]\n";
    fs::write(folder.join("one.toml"), case).expect("a case");
    let before = catalogue(&[]);
    let lines = |change: &[(&str, &str, &str)]| {
        let found = cases::between(&folder, &folder, &before.rules, &catalogue(change).rules).expect("cases that can be read");
        assert_eq!((found.all, found.different), (1, usize::from(!found.lines.is_empty())));
        found.lines
    };
    assert_eq!(lines(&[]), [""; 0]);
    let status = lines(&[(USEFUL, "needs = [\"tool\"]", "needs = []")]);
    assert_eq!(status.first().map(String::as_str), Some("case one.toml [n]: useful after → ready"));
    let due = lines(&[("obligations/all.toml", "06-30", "07-31")]);
    assert_eq!(due, ["case one.toml [n]: duty due 2026-06-30 → 2026-07-31"]);
    let kind = lines(&[("obligations/all.toml", "kind = \"must\"", "kind = \"know\"")]);
    assert_eq!(kind.first().map(String::as_str), Some("case one.toml [n]: duty must → know"));
    let broken =
        lines(&[("questions.toml", "{ id = \"no\",", "{ id = \"not\","), ("catalogue.toml", "is = [\"no\"]", "is = [\"not\"]")]);
    assert!(matches!(broken.as_slice(), [line] if line.contains("answers.tool")), "{broken:?}");
    fs::remove_dir_all(&folder).expect("the folder goes");
}
