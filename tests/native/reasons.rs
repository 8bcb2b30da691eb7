//! What a worked case cannot see: warnings in the reasons of a card, the alternatives that reasons name, the order of rights.

use crate::common::{reads, rules};
use buoc_so::content::cases::assess;
use buoc_so::session::answer_file::read;
use serde_json::Value;

/// What `assess` prints for a citizen or household business with these answers on top of nothing said.
fn printed(answers: &str) -> Value {
    let text = format!("today = \"2026-11-21\"\n[answers]\n{answers}");
    let file = read(text.as_bytes(), rules()).unwrap();
    assess(&file, file.today.unwrap(), rules(), reads(), |report, _| serde_json::to_value(report).unwrap())
}

fn reasons(printed: &Value, platform: &str) -> Vec<String> {
    let found = printed["platforms"].as_array().unwrap().iter().find(|entry| entry["id"] == platform);
    let found = found.unwrap_or_else(|| panic!("no platform {platform}"));
    found["reasons"].as_array().unwrap().iter().map(|reason| reason["rule"].as_str().unwrap().to_string()).collect()
}

/// The answer that warns, one that does not, the warning, the cards that carry it, and one that does not.
const WARNINGS: [(&str, &str, &str, &[&str], &str); 3] = [
    // d3: what binds to one person or device.
    (
        "device = \"smartphone-shared\"",
        "device = \"smartphone-own\"",
        "shared-phone",
        &[
            "vneid",
            "ngan-hang-so",
            "momo",
            "zalopay",
            "tai-khoan-an-sinh",
            "chu-ky-so-vneid",
            "vnpt-smartca",
            "viettel-mysign",
            "ca-khac",
        ],
        "ntrust",
    ),
    // audience-and-questions.md Q4: no banking on public Wi-Fi.
    (
        "internet = \"sometimes\"",
        "internet = \"home\"",
        "public-wifi",
        &["ngan-hang-so", "vietqr", "momo", "zalopay"],
        "pho-cap-ai",
    ),
    // Q4: warn before video courses.
    (
        "internet = \"mobile-data\"",
        "internet = \"home\"",
        "mobile-data",
        &["binh-dan-hoc-vu-so", "mobiedu", "khan-academy", "elsa-speak", "duolingo", "coursera", "pho-cap-ai", "truyen-hinh-so"],
        "tin-nhiem-mang",
    ),
];

#[test]
fn warnings_stand_in_the_reasons() {
    for (warns, does_not, rule, cards, other) in WARNINGS {
        let (with, without) =
            (printed(&format!("audience = \"citizen\"\n{warns}")), printed(&format!("audience = \"citizen\"\n{does_not}")));
        for card in cards {
            assert!(reasons(&with, card).iter().any(|reason| reason == rule), "{card} with {warns} does not say {rule}");
            assert!(!reasons(&without, card).iter().any(|reason| reason == rule), "{card} with {does_not} says {rule}");
        }
        assert!(!reasons(&with, other).iter().any(|reason| reason == rule), "{other} says {rule}");
    }
}

/// d8: when none of the alternatives is there, the first is named in `missing` and the reasons name the others.
#[test]
fn reasons_name_the_other_alternatives() {
    let everything_missing =
        "device = \"smartphone-own\"\ninternet = \"home\"\nvneid = \"no\"\nmoney = [\"cash\"]\nsim = \"yes\"";
    let citizen = printed(&format!("audience = \"citizen\"\n{everything_missing}"));
    for (platform, missing, others) in [
        ("etax-mobile", "needs-vneid-2", &["or-tax-account"][..]),
        ("dich-vu-cong-thue", "needs-vneid-2", &["or-tax-account"]),
        ("vssid", "needs-vneid-2", &["or-insurance-number"]),
        ("vnetraffic", "needs-vneid-2", &["or-vehicle-papers"]),
        ("dat-lich-kham", "needs-bank-account", &["or-e-wallet", "or-mobile-money"]),
        ("thu-phi-giao-thong", "needs-bank-account", &["or-e-wallet"]),
    ] {
        let reasons = reasons(&citizen, platform);
        for wanted in [&[missing][..], others].concat() {
            assert!(reasons.iter().any(|reason| reason == wanted), "{platform}: {wanted} is not among {reasons:?}");
        }
    }
    let enterprise = printed(&format!("audience = \"enterprise\"\n{everything_missing}\norg-eid = \"no\""));
    assert!(reasons(&enterprise, "thue-dien-tu").iter().any(|reason| reason == "or-tax-account"));
}

/// d27: without a smartphone filing on paper stands first among the rights.
#[test]
fn filing_on_paper_stands_first_without_a_smartphone() {
    for device in ["basic-phone", "none"] {
        let household = printed(&format!("audience = \"household-business\"\ndevice = \"{device}\"\nrevenue = \"rev-le-1b\""));
        let right = household["obligations"].as_array().unwrap().iter().find(|entry| entry["kind"] == "right").unwrap();
        assert_eq!(right["id"], "hkd-paper-allowed", "{device}");
    }
}

/// Contract section 2, `not-now`: the rule is named, with the answers it rests on.
#[test]
fn what_does_not_suit_names_the_rule() {
    let citizen = printed("audience = \"citizen\"\nhousehold-members = [\"none\"]");
    let not_now = citizen["platforms"].as_array().unwrap().iter().filter(|entry| entry["status"] == "not-now");
    let mut count = 0;
    for entry in not_now {
        let reason = &entry["reasons"][0];
        assert!(rules().rules.iter().any(|rule| reason["rule"] == rule.id.as_str()), "{}: {reason}", entry["id"]);
        assert!(!reason["questions"].as_array().unwrap().is_empty(), "{}: {reason}", entry["id"]);
        count += 1;
    }
    assert!(count > 10, "only {count} platforms are for others");
}
