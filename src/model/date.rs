//! A calendar day. May not: read a clock. `today` is always an argument.

use crate::text::{cut, decimal, joined, natural, two_digits};
use alloc::string::String;
use core::fmt;
use serde::{Deserialize, Serialize};

/// A day of the Gregorian calendar as days since 1970-01-01. Ordered, and plain numbers in storage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Date(i32);

impl Date {
    /// The day of `year`-`month`-`day`, or `None` where there is no such day.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Date> {
        if !(1..=9999).contains(&year) || !(1..=12).contains(&month) || day < 1 || day > days_in_month(year, month) {
            return None;
        }
        // Days from civil: years start in March, so that the leap day is the last one.
        let shifted_year = if month <= 2 { year - 1 } else { year };
        let era = shifted_year.div_euclid(400);
        let year_of_era = shifted_year.rem_euclid(400);
        let shifted_month = (month as i32 + 9) % 12;
        let day_of_year = (153 * shifted_month + 2) / 5 + day as i32 - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        Some(Date(era * 146_097 + day_of_era - 719_468))
    }

    /// Reads `YYYY-MM-DD`, nothing else.
    pub fn parse(text: &str) -> Option<Date> {
        let (year, rest) = cut(text, b'-')?;
        let (month, day) = cut(rest, b'-')?;
        if (year.len(), month.len(), day.len()) != (4, 2, 2) {
            return None;
        }
        Date::new(natural(year)? as i32, natural(month)?, natural(day)?)
    }

    /// The day `count` days after 1970-01-01.
    pub const fn from_days(count: i32) -> Date {
        Date(count)
    }

    /// Days since 1970-01-01.
    pub const fn days(self) -> i32 {
        self.0
    }

    /// Year, month (1–12) and day (1–31).
    pub fn civil(self) -> (i32, u32, u32) {
        let shifted = self.0 + 719_468;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * day_of_year + 2) / 153;
        let day = (day_of_year - (153 * shifted_month + 2) / 5 + 1) as u32;
        let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 } as u32;
        (year_of_era + era * 400 + i32::from(month <= 2), month, day)
    }

    /// 0 is Monday, 6 is Sunday.
    pub fn weekday(self) -> usize {
        (self.0 + 3).rem_euclid(7) as usize
    }

    /// The day `count` days later (earlier when negative).
    pub const fn plus(self, count: i32) -> Date {
        Date(self.0 + count)
    }

    /// How many days from `earlier` to this day.
    pub const fn since(self, earlier: Date) -> i32 {
        self.0 - earlier.0
    }

    /// `yyyy-mm-dd`, as files have it.
    pub fn iso(self) -> String {
        let (year, month, day) = self.civil();
        let (century, short) = (year.unsigned_abs() / 100, year.unsigned_abs() % 100);
        joined(&[&two_digits(century), &two_digits(short), "-", &two_digits(month), "-", &two_digits(day)])
    }

    /// `dd/mm/yyyy`, as people in Viet Nam write it (look.md section 7).
    pub fn day_first(self) -> String {
        let (year, month, day) = self.civil();
        joined(&[&two_digits(day), "/", &two_digits(month), "/", &decimal(year.unsigned_abs() as usize)])
    }
}

impl fmt::Display for Date {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.iso())
    }
}

/// How many days a month has.
pub fn days_in_month(year: i32, month: u32) -> u32 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}
