//! Duties, rights and things to know.

use super::{AnswerLink, Scene, Word};
use crate::engine::{ObligationVerdict, Verdict};
use crate::model::{Kind, ObligationIx};
use crate::text::{decimal, fill, joined, two_digits};
use alloc::{string::String, vec::Vec};

/// The leaf of the tear-off calendar.
#[derive(Debug, PartialEq)]
pub enum Leaf<'a> {
    /// A date: month, day, year.
    Date(&'a str, String, String),
    /// No date: when it is to be done, and a drawing.
    Moment(&'a str, &'static str),
}

/// An obligation as it is shown.
#[derive(Debug, PartialEq)]
pub struct DutyView<'a> {
    /// Its place.
    pub place: ObligationIx,
    /// Its id.
    pub id: &'a str,
    /// The word of `data-kind`.
    pub kind: &'static str,
    /// Calendar leaf.
    pub leaf: Leaf<'a>,
    /// The act.
    pub title: &'a str,
    /// "Hạn cuối: thứ Hai, 01/02/2027 – còn 72 ngày."; empty when there is no date.
    pub when: String,
    /// What it means.
    pub text: &'a str,
    /// Document, from when it applies, as of when.
    pub law: String,
    /// A lasting duty fulfilled already.
    pub in_hand: bool,
    /// Questions to answer for an open one.
    pub ask: Vec<AnswerLink<'a>>,
}

impl<'a> Scene<'a> {
    /// An obligation of this person.
    pub fn duty(&self, verdict: &ObligationVerdict) -> Option<DutyView<'a>> {
        let entry = self.rules.obligations.get(verdict.obligation.at())?;
        let card = self.obligation(verdict.obligation)?;
        let leaf = match verdict.due {
            Some(day) => {
                let (year, month, of_month) = day.civil();
                Leaf::Date(
                    self.part(Word::Months, month as usize - 1),
                    two_digits(of_month),
                    decimal(year.unsigned_abs() as usize),
                )
            }
            None => Leaf::Moment(
                &card.moment,
                match verdict.verdict {
                    Verdict::Is(Kind::Right) => "kind-right",
                    Verdict::Is(Kind::Know) => "kind-know",
                    Verdict::Is(Kind::Must) => "kind-must",
                    Verdict::Maybe => "status-maybe",
                },
            ),
        };
        let when = verdict.due.map(|day| {
            let left = self.days_left(day);
            let separator = if left.is_empty() { "" } else { " – " };
            fill(self.word(Word::DueOn), &[("day", &self.day(day)), ("left", &joined(&[separator, &left]))])
        });
        let mut law = card.law.clone();
        for more in [card.from.as_str(), &self.as_of(&card.as_of, entry.review_by)] {
            if !more.is_empty() {
                law.push(' ');
                law.push_str(more);
            }
        }
        Some(DutyView {
            place: verdict.obligation,
            id: &entry.id,
            kind: verdict.verdict.id(),
            leaf,
            title: &card.title,
            when: when.unwrap_or_default(),
            text: &card.text,
            law,
            in_hand: verdict.in_hand,
            ask: self.ask(verdict.ask),
        })
    }

    /// The obligations of a kind, in order.
    pub fn duties(&self, wanted: Verdict) -> Vec<DutyView<'a>> {
        self.evaluation
            .obligations
            .iter()
            .filter(|verdict| verdict.verdict == wanted)
            .filter_map(|verdict| self.duty(verdict))
            .collect()
    }
}
