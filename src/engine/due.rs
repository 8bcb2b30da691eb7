//! Due dates. A date that falls on a Saturday, a Sunday or a public holiday moves to the next working day (d17; Decree
//! 252/2026/NĐ-CP article 3.7).

use crate::model::{Date, Due, days_in_month};

/// The next working day from `day` on.
pub fn roll(day: Date, holidays: &[Date]) -> Date {
    let mut rolled = day;
    while rolled.weekday() >= 5 || holidays.contains(&rolled) {
        rolled = rolled.plus(1);
    }
    rolled
}

/// The last day on which it can still be done in time, seen from `today`: the first rolled date that is not past. On that
/// day it is still due; the day after, the next occurrence is.
pub fn next_due(due: &Due, today: Date, holidays: &[Date]) -> Option<Date> {
    let (year, month, _) = today.civil();
    let coming = |day: Date| Some(roll(day, holidays)).filter(|rolled| *rolled >= today);
    match due {
        Due::None => None,
        Due::Once(day) => coming(*day),
        // The year before, too: the last days of December can roll into January.
        Due::Yearly(days) => (year - 1..=year + 1)
            .flat_map(|year| days.iter().map(move |(month, day)| (year, u32::from(*month), u32::from(*day))))
            .filter_map(|(year, month, day)| Date::new(year, month, day.min(days_in_month(year, month))))
            .filter_map(coming)
            .min(),
        Due::Monthly(day) => (0..3)
            .map(|ahead| year * 12 + month as i32 - 2 + ahead)
            .filter_map(|months| {
                let (year, month) = (months.div_euclid(12), months.rem_euclid(12) as u32 + 1);
                Date::new(year, month, u32::from(*day).min(days_in_month(year, month)))
            })
            .filter_map(coming)
            .min(),
    }
}
