//! The worked cases of `tests/cases`: each passes, and each says where its expectation comes from.

use crate::common::{files, name, reads, root, rules};
use buoc_so::content::cases;
use std::fs;

#[test]
fn every_case_passes() {
    let found = files(&root().join("tests/cases"), &["toml", "json"]);
    assert!(found.len() >= 60, "only {} cases below tests/cases", found.len());
    let mut failures = Vec::new();
    for file in &found {
        match cases::run(&fs::read(file).unwrap(), rules(), reads()) {
            Ok(lines) => failures.extend(lines.into_iter().map(|line| format!("{}: {line}", name(file)))),
            Err(error) => failures.push(format!("{}: {error}", name(file))),
        }
    }
    assert!(failures.is_empty(), "{} failures:\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn every_case_names_where_it_comes_from() {
    for file in files(&root().join("tests/cases"), &["toml"]) {
        let table: toml::Table = fs::read_to_string(&file).unwrap().parse().unwrap();
        let says = |key: &str| table.get(key).and_then(toml::Value::as_str).is_some_and(|text| !text.trim().is_empty());
        assert!(says("because"), "{}: because is missing", name(&file));
        assert!(says("name"), "{}: name is missing", name(&file));
        let expects = table.get("expect").and_then(toml::Value::as_table).is_some_and(|expect| !expect.is_empty());
        assert!(expects, "{}: expects nothing, so it cannot fail", name(&file));
    }
}

/// The runner itself can say no: each kind of expectation, turned into its contrary, is a failure.
#[test]
fn wrong_expectations_are_red() {
    const ANSWERS: &str = "today = \"2026-11-21\"\n[answers]\naudience = \"household-business\"\ndevice = \"smartphone-own\"\n\
        internet = \"home\"\nvneid = \"no\"\nmoney = [\"cash\"]\nneeds = []\nsim = \"yes\"\nrevenue = \"rev-le-1b\"\n[expect]\n";
    let wrong = [
        "ready = [\"dich-vu-cong-quoc-gia\"]",
        "using = [\"vneid\"]",
        "not_now = [\"ntrust\"]",
        "maybe = [\"ntrust\"]",
        "after = { ntrust = [] }",
        "after = { dich-vu-cong-quoc-gia = [\"internet\"] }",
        "absent = [\"ntrust\"]",
        "absent = [\"hkd-books\"]",
        "must = [\"hkd-licence-fee\"]",
        "right = [\"hkd-books\"]",
        "know = [\"hkd-books\"]",
        "no_duty = [\"hkd-books\"]",
        "first = [\"khan-academy\"]",
        "not_first = [\"vneid\"]",
        "plan_before = [[\"etax-mobile\", \"vneid-2\"]]",
        "asks = [\"org-eid\"]",
        "never_asks = [\"revenue\"]",
        "next = \"\"",
        "due = { \"hkd-notice-revenue\" = \"2027-01-31\" }",
    ];
    for expectation in wrong {
        let failures = cases::run(format!("{ANSWERS}{expectation}\n").as_bytes(), rules(), reads());
        assert!(failures.as_ref().is_ok_and(|lines| !lines.is_empty()), "{expectation}: {failures:?}");
    }
    for malformed in
        ["ready = [\"no-such-thing\"]", "sometimes = []", "next = \"no-such-question\"", "due = { \"hkd-books\" = \"soon\" }"]
    {
        let failures = cases::run(format!("{ANSWERS}{malformed}\n").as_bytes(), rules(), reads());
        assert!(failures.is_err(), "{malformed}: {failures:?}");
    }
}
