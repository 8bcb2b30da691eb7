//! Duties, rights and things to know for one person (d17–d28).

use super::{Facts, Reads, due};
use crate::model::{Date, Kind, Mask, Obligation, ObligationIx, Truth};
use alloc::vec::Vec;

/// What an obligation is for a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// It applies.
    Is(Kind),
    /// Hangs on an answer not given.
    Maybe,
}

impl Verdict {
    /// The word of `data-kind` and of `assess`.
    pub const fn id(self) -> &'static str {
        match self {
            Verdict::Is(kind) => kind.id(),
            Verdict::Maybe => "maybe",
        }
    }
}

/// An obligation that applies, or may.
#[derive(Clone, Debug, PartialEq)]
pub struct ObligationVerdict {
    /// Which.
    pub obligation: ObligationIx,
    /// What it is.
    pub verdict: Verdict,
    /// Its date, rolled.
    pub due: Option<Date>,
    /// Questions whose answer could change a `maybe`.
    pub ask: Mask,
    /// Answered questions that led here.
    pub because: Mask,
    /// A lasting duty the person fulfils already (d20).
    pub in_hand: bool,
}

/// What applies, most pressing first: duties with a date by date, other duties, rights, things to know, open ones; inside a
/// group those marked first for this person (d27), then catalogue order.
pub fn judge_all(facts: &Facts<'_>, reads: &Reads, askable: Mask, today: Date) -> Vec<ObligationVerdict> {
    let answered = facts.answered();
    let mut verdicts: Vec<ObligationVerdict> = Vec::new();
    for (at, obligation) in facts.rules.obligations.iter().enumerate() {
        if !in_time(facts, obligation, today) {
            continue;
        }
        let Some((verdict, open)) = judge(facts, obligation) else { continue };
        verdicts.push(ObligationVerdict {
            obligation: ObligationIx::from_at(at),
            verdict,
            due: due::next_due(&obligation.due, today, &facts.rules.holidays),
            ask: open & askable,
            because: reads.obligations.get(at).copied().unwrap_or(0) & answered,
            in_hand: obligation.in_hand.as_ref().is_some_and(|in_hand| facts.truth(in_hand).is_yes()),
        });
    }
    verdicts.sort_by_key(|verdict| {
        let first = facts.rules.obligations.get(verdict.obligation.at()).and_then(|obligation| obligation.first_when.as_ref());
        let stands_first = first.is_some_and(|when| facts.truth(when).is_yes());
        let days = verdict.due.filter(|_| verdict.verdict == Verdict::Is(Kind::Must)).map_or(i32::MAX, Date::days);
        (verdict.verdict, days, !stands_first)
    });
    verdicts
}

/// Not before it applies, not after it ended; the last day is included (d26).
fn in_time(facts: &Facts<'_>, obligation: &Obligation, today: Date) -> bool {
    let last = obligation.until.map(|day| if obligation.until_rolls { due::roll(day, &facts.rules.holidays) } else { day });
    obligation.from.is_none_or(|first| today >= first) && last.is_none_or(|last| today <= last)
}

/// The first case that holds; an unknown case before it makes `maybe`. `None` means not applicable.
fn judge(facts: &Facts<'_>, obligation: &Obligation) -> Option<(Verdict, Mask)> {
    let mut open = 0;
    for case in &obligation.kinds {
        match facts.truth(&case.when) {
            Truth::Yes if open == 0 => return Some((Verdict::Is(case.kind), 0)),
            Truth::Yes => break,
            Truth::Unknown => open |= facts.open(&case.when),
            Truth::No => {}
        }
    }
    (open != 0).then_some((Verdict::Maybe, open))
}

/// Could an answer still change it? Also whether a duty is in hand counts.
pub fn undecided(facts: &Facts<'_>, obligation: &Obligation) -> bool {
    match judge(facts, obligation) {
        None => false,
        Some((Verdict::Maybe, _)) => true,
        Some(_) => obligation.in_hand.as_ref().is_some_and(|in_hand| facts.truth(in_hand).is_unknown()),
    }
}
