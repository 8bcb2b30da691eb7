//! Days that contradict each other, and days that the words do not name.

use super::place::obligation_files;
use super::{Catalogue, Found};
use crate::model::{Date, Due, Obligation, ObligationCard};
use std::{format, string::String, vec::Vec};

/// Looks at the days of the catalogue and of every obligation.
pub fn check(catalogue: &Catalogue, found: &mut Found) {
    let rules = &catalogue.rules;
    if rules.valid_until < rules.as_of {
        found.error(
            "catalogue.toml",
            "-.valid_until",
            format!("this is before as_of ({}), so nothing would be shown as current", rules.as_of),
        );
    }
    let files = obligation_files(catalogue);
    let [cards, _] = &catalogue.cards;
    for (obligation, card) in rules.obligations.iter().zip(&cards.obligations) {
        let file = files.get(obligation.id.as_str()).copied().unwrap_or_default();
        let mut one = One { file, key: format!("obligation.{}", obligation.id), found };
        one.order(obligation);
        one.words(obligation, card, rules.as_of);
    }
}

struct One<'a> {
    file: &'a str,
    key: String,
    found: &'a mut Found,
}

impl One<'_> {
    fn error(&mut self, part: &str, sentence: &str) {
        self.found.error(self.file, &format!("{}.{part}", self.key), sentence);
    }

    fn order(&mut self, obligation: &Obligation) {
        if let (Some(from), Some(until)) = (obligation.from, obligation.until)
            && until < from
        {
            self.error("until", &format!("this is before from ({from}), so it never applies"));
        }
        if obligation.until_rolls && obligation.until.is_none() {
            self.error("until_rolls", "no day is given that could roll; expected until");
        }
        let Due::Once(day) = &obligation.due else {
            if matches!(&obligation.due, Due::Yearly(days) if days.is_empty()) {
                self.error("due", "no day is given; expected yearly = [\"MM-DD\"]");
            }
            return;
        };
        if obligation.from.is_some_and(|from| *day < from) || obligation.until.is_some_and(|until| *day > until) {
            self.error("due", "this is due on a day on which it does not apply (from, until)");
        }
    }

    /// The days by which it is judged are also said, and the other way round.
    fn words(&mut self, obligation: &Obligation, card: &ObligationCard, as_of: Date) {
        if obligation.due == Due::None && card.moment.is_empty() {
            self.error("moment", "there is neither a date (due) nor a text that says when");
        }
        if obligation.due != Due::None && !card.moment.is_empty() {
            self.error("moment", "with a date (due) nobody ever reads this text");
        }
        let said: Vec<(u8, u8, Option<i32>)> =
            [&card.title, &card.text, &card.from, &card.moment, &card.law].into_iter().flat_map(|text| days(text)).collect();
        let names = |day: Date| {
            let (year, month, of_month) = day.civil();
            said.iter().any(|(d, m, y)| (u32::from(*d), u32::from(*m)) == (of_month, month) && y.is_none_or(|y| y == year))
        };
        // `until` is how long it is shown (decision 48), often longer than the law speaks of; `from` is the law's own day.
        if let Some(day) = obligation.from.filter(|day| !names(*day)) {
            let sentence = format!("it is judged by {day}, and no text says this day (dd/mm/yyyy)");
            self.found.warning(self.file, &format!("{}.from", self.key), sentence);
        }
        let first =
            days(&card.from).into_iter().find_map(|(day, month, year)| Date::parse(&format!("{:04}-{month:02}-{day:02}", year?)));
        if let Some(day) = first.filter(|day| *day > as_of && obligation.from != Some(*day)) {
            let sentence = format!("the text says {day}, which is still to come; expected from = \"{day}\"");
            self.found.warning(self.file, &format!("{}.applies", self.key), sentence);
        }
    }
}

/// Days written as dd/mm or dd/mm/yyyy.
fn days(text: &str) -> Vec<(u8, u8, Option<i32>)> {
    let number = |sign: char| !(sign.is_ascii_digit() || sign == '/');
    let read = |word: &str| {
        let parts: Vec<&str> = word.trim_matches('/').split('/').collect();
        let (day, month) = (parts.first()?.parse().ok()?, parts.get(1)?.parse().ok()?);
        (parts.len() <= 3 && parts[0].len() <= 2 && parts[1].len() <= 2 && month <= 12).then_some(())?;
        Some((day, month, parts.get(2).and_then(|year| year.parse().ok())))
    };
    text.split(number).filter_map(read).collect()
}
