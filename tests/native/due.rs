//! Due dates: the roll-over table of decisions 17, 41 and 48, leap days, ends of years, and the calendar below them.

use crate::common::{day, rules};
use buoc_so::engine::{next_due, roll};
use buoc_so::model::{Date, Due, Obligation, days_in_month};

fn obligation(id: &str) -> &'static Obligation {
    rules().obligations.iter().find(|entry| entry.id == id).unwrap_or_else(|| panic!("no obligation {id}"))
}

/// Obligation, seen on, due on.
const TABLE: [(&str, &str, &str); 26] = [
    // d17: 31 January 2027 is a Sunday.
    ("hkd-notice-revenue", "2026-11-21", "2027-02-01"),
    ("hkd-notice-revenue", "2027-01-31", "2027-02-01"),
    ("hkd-notice-revenue", "2027-02-01", "2027-02-01"),
    ("hkd-notice-revenue", "2027-02-02", "2028-01-31"),
    // The last day is a plain Monday; the day after, it is the next year's.
    ("hkd-notice-revenue", "2028-01-31", "2028-01-31"),
    ("hkd-notice-revenue", "2028-02-01", "2029-01-31"),
    ("hkd-notice-revenue", "2028-02-29", "2029-01-31"),
    // d41: 30 April 2027 holiday, 1 May Saturday and holiday, 2 May Sunday, 3 May compensation.
    ("hkd-declare-quarter", "2027-02-02", "2027-05-04"),
    ("hkd-declare-quarter", "2027-04-30", "2027-05-04"),
    ("hkd-declare-quarter", "2027-05-03", "2027-05-04"),
    ("hkd-declare-quarter", "2027-05-04", "2027-05-04"),
    ("hkd-declare-quarter", "2027-05-05", "2027-08-02"),
    // 30 April 2028 is a Sunday, 1 and 2 May are days off.
    ("hkd-declare-quarter", "2028-02-29", "2028-05-03"),
    ("hkd-declare-quarter", "2028-05-04", "2028-07-31"),
    // 31 October 2027 is a Sunday.
    ("hkd-declare-quarter", "2027-08-03", "2027-11-01"),
    ("hkd-declare-quarter", "2027-11-02", "2028-01-31"),
    // Monthly, over the end of the year; 20 December 2026 is a Sunday, 20 February 2027 a Saturday.
    ("hkd-declare-month", "2026-11-21", "2026-12-21"),
    ("hkd-declare-month", "2026-12-21", "2026-12-21"),
    ("hkd-declare-month", "2026-12-22", "2027-01-20"),
    ("hkd-declare-month", "2026-12-31", "2027-01-20"),
    ("hkd-declare-month", "2027-02-21", "2027-02-22"),
    ("hkd-declare-month", "2028-02-29", "2028-03-20"),
    // d19: yearly finalisation; 31 March 2029 is a Saturday.
    ("hkd-pit-income", "2026-11-21", "2027-03-31"),
    ("hkd-pit-income", "2027-04-01", "2028-03-31"),
    ("hkd-pit-income", "2028-02-29", "2028-03-31"),
    ("hkd-pit-income", "2028-04-01", "2029-04-02"),
];

#[test]
fn dates_of_the_decisions() {
    for (id, seen, due) in TABLE {
        assert_eq!(next_due(&obligation(id).due, day(seen), &rules().holidays), Some(day(due)), "{id} seen on {seen}");
    }
}

/// d41: the days off that are known now, no more and no less.
#[test]
fn holidays_are_those_of_decision_41() {
    let known = ["2027-01-01", "2027-04-30", "2027-05-01", "2027-05-03", "2028-05-01", "2028-05-02"].map(day);
    assert_eq!(rules().holidays, known);
}

/// d17, d26, d48: the last day is included; the overpaid tax of 2026 to its rolled date, the others as they stand.
#[test]
fn ends_of_decision_48() {
    for (id, until, rolls) in [
        ("hkd-pit-cut-30", "2028-03-31", false),
        ("hkd-refund-overpaid", "2027-01-31", true),
        ("cit-digital-citizen", "2027-02-28", false),
        ("cit-free-signature", "2027-02-28", false),
    ] {
        assert_eq!((obligation(id).until, obligation(id).until_rolls), (Some(day(until)), rolls), "{id}");
    }
    let others = rules().obligations.iter().filter(|entry| entry.until.is_some()).count();
    assert_eq!(others, 4, "another end date wants a decision and a line here");
}

#[test]
fn rolling_ends_on_a_working_day() {
    let rolled = |text: &str| roll(day(text), &rules().holidays).to_string();
    assert_eq!(rolled("2026-11-20"), "2026-11-20", "a Friday stays");
    assert_eq!(rolled("2026-11-21"), "2026-11-23", "a Saturday");
    assert_eq!(rolled("2026-11-22"), "2026-11-23", "a Sunday");
    assert_eq!(rolled("2027-01-01"), "2027-01-04", "New Year on a Friday");
    assert_eq!(rolled("2026-12-31"), "2026-12-31", "the day before stays");
    assert_eq!(rolled("2027-04-30"), "2027-05-04", "four days off in a row");
    assert_eq!(rolled("2028-04-29"), "2028-05-03", "five days off in a row");
}

/// Days that only some months have, and rules that cross the end of a year.
#[test]
fn short_months_and_ends_of_years() {
    let due = |due: Due, seen: &str| next_due(&due, day(seen), &[]).map(|day| day.to_string());
    let is = |text: &str| Some(String::from(text));
    assert_eq!(due(Due::Monthly(31), "2027-02-01"), is("2027-02-01"), "31 January 2027 is a Sunday and still due there");
    assert_eq!(due(Due::Monthly(31), "2027-02-02"), is("2027-03-01"), "28 February 2027 is a Sunday");
    assert_eq!(due(Due::Monthly(31), "2028-02-01"), is("2028-02-29"), "29 February 2028 is a Tuesday");
    assert_eq!(due(Due::Monthly(31), "2027-04-01"), is("2027-04-30"));
    assert_eq!(due(Due::Yearly(vec![(2, 29)]), "2027-01-01"), is("2027-03-01"), "no leap day: 28 February, a Sunday");
    assert_eq!(due(Due::Yearly(vec![(2, 29)]), "2028-01-01"), is("2028-02-29"));
    // 31 December 2028 is a Sunday: it is done on 1 January 2029, and seen from there it is still the one of 2028.
    assert_eq!(due(Due::Yearly(vec![(12, 31)]), "2028-12-31"), is("2029-01-01"));
    assert_eq!(due(Due::Yearly(vec![(12, 31)]), "2029-01-01"), is("2029-01-01"));
    assert_eq!(due(Due::Yearly(vec![(12, 31)]), "2029-01-02"), is("2029-12-31"));
    assert_eq!(due(Due::Monthly(31), "2026-11-02"), is("2026-11-02"), "31 October 2026 is a Saturday");
    assert_eq!(due(Due::Once(day("2026-11-21")), "2026-11-23"), is("2026-11-23"));
    assert_eq!(due(Due::Once(day("2026-11-21")), "2026-11-24"), None);
    assert_eq!(due(Due::None, "2026-11-21"), None);
}

#[test]
fn the_calendar_holds() {
    assert_eq!(day("2026-11-21").weekday(), 5, "a Saturday");
    assert_eq!(day("1970-01-01").days(), 0);
    assert_eq!(day("2000-02-29").plus(1), day("2000-03-01"));
    assert_eq!(day("2026-12-31").plus(1), day("2027-01-01"));
    assert_eq!(
        (days_in_month(1900, 2), days_in_month(2000, 2), days_in_month(2028, 2), days_in_month(2027, 2)),
        (28, 29, 29, 28)
    );
    for broken in [
        "2027-02-29",
        "2026-13-01",
        "2026-00-10",
        "2026-11-31",
        "2026-11-00",
        "26-11-21",
        "2026-11-2",
        "2026/11/21",
        "+026-11-21",
        "٢٠٢٦-11-21",
        "",
    ] {
        assert_eq!(Date::parse(broken), None, "{broken}");
    }
    let mut at = day("1999-12-31");
    while at < day("2033-01-02") {
        let (year, month, of_month) = at.civil();
        assert_eq!((Date::new(year, month, of_month), Date::parse(&at.to_string())), (Some(at), Some(at)));
        assert_eq!(at.plus(1).weekday(), (at.weekday() + 1) % 7);
        at = at.plus(1);
    }
}
