//! Due dates of any rule, from any day, with any days off.

use crate::common::{day, rules};
use crate::people::{person, tries};
use buoc_so::engine::{next_due, roll};
use buoc_so::model::{Date, Due};
use proptest::prelude::*;

fn any_day() -> impl Strategy<Value = Date> {
    (0..4000).prop_map(|days| day("2024-01-01").plus(days))
}

fn any_due() -> impl Strategy<Value = Due> {
    prop_oneof![
        Just(Due::None),
        proptest::collection::vec((1u8..=12, 1u8..=31), 1..5).prop_map(Due::Yearly),
        (1u8..=31).prop_map(Due::Monthly),
        any_day().prop_map(Due::Once),
    ]
}

fn days_off() -> impl Strategy<Value = Vec<Date>> {
    proptest::collection::vec(any_day(), 0..40)
}

fn works(day: Date, holidays: &[Date]) -> bool {
    day.weekday() < 5 && !holidays.contains(&day)
}

proptest! {
    #![proptest_config(tries(2000))]

    #[test]
    fn a_due_date_is_a_coming_working_day(due in any_due(), today in any_day(), holidays in days_off()) {
        match next_due(&due, today, &holidays) {
            Some(date) => prop_assert!(date >= today && works(date, &holidays), "{due:?} seen on {today} is due {date}"),
            None => prop_assert!(matches!(due, Due::None | Due::Once(_)), "{due:?} is never due seen from {today}"),
        }
    }

    #[test]
    fn a_later_day_never_sees_an_earlier_date(due in any_due(), today in any_day(), later in 0..800, holidays in days_off()) {
        let (one, other) = (next_due(&due, today, &holidays), next_due(&due, today.plus(later), &holidays));
        prop_assert!(other.is_none() || one <= other, "{due:?}: {one:?} on {today}, {other:?} {later} days later");
        // Until the date itself has passed, it stays the date (d17).
        if let Some(date) = one.filter(|date| today.plus(later) <= *date) {
            prop_assert_eq!(other, Some(date), "{:?} seen on {} and {} days later", due, today, later);
        }
    }

    #[test]
    fn rolling_is_shortest_and_idempotent(from in any_day(), holidays in days_off()) {
        let to = roll(from, &holidays);
        prop_assert!(works(to, &holidays) && to >= from);
        prop_assert_eq!(roll(to, &holidays), to);
        let mut between = from;
        while between < to {
            prop_assert!(!works(between, &holidays), "{} would have done for {}", between, from);
            between = between.plus(1);
        }
    }

    /// The same for what a person is told.
    #[test]
    fn nobody_is_told_a_date_that_is_past_or_a_day_off(person in person()) {
        let evaluation = person.evaluate();
        let told = evaluation.obligations.iter().filter_map(|verdict| verdict.due);
        let told = told.chain(evaluation.plan.iter().filter_map(|step| step.due));
        for date in told {
            prop_assert!(date >= person.today && works(date, &rules().holidays), "{date}; {}", person.says());
        }
    }
}
