//! The path: one fold over the questions in content order. A question is asked while its condition holds and some item
//! not yet decided reads it (d30, d38); answers off the path do not count and come back when the path does.

use super::{Facts, Reads, obligations, platforms};
use crate::model::{Answers, Given, Marks, Mask, PlatformIx, QuestionIx, Rules};
use alloc::vec::Vec;

/// The questions asked on the way, answered ones included, as if every later one were skipped.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Path {
    /// In content order.
    pub questions: Vec<QuestionIx>,
    /// The same as a set.
    pub mask: Mask,
    /// The first one that was neither answered nor skipped.
    pub next: Option<QuestionIx>,
}

impl Path {
    /// The question before another on the path.
    pub fn before(&self, question: QuestionIx) -> Option<QuestionIx> {
        self.questions.iter().rev().find(|other| **other < question).copied()
    }

    /// The question after another on the path.
    pub fn after(&self, question: QuestionIx) -> Option<QuestionIx> {
        self.questions.iter().find(|other| **other > question).copied()
    }

    /// Is it on the path?
    pub fn holds(&self, question: QuestionIx) -> bool {
        self.mask & (1 << question.0) != 0
    }
}

/// Walks the questions once: the path, and the facts of the counting answers.
pub fn walk<'a>(rules: &'a Rules, reads: &Reads, answers: &Answers, marks: &'a Marks) -> (Path, Facts<'a>) {
    let mut facts = Facts::none(rules, marks);
    let mut path = Path::default();
    for (at, question) in rules.questions.iter().enumerate() {
        let place = QuestionIx::from_at(at);
        if let Some((_, chosen)) = answers.preset.iter().find(|(preset, _)| *preset == place) {
            facts.learn(place, *chosen);
            continue;
        }
        if !facts.truth(&question.when).is_yes() || !(question.always || undecided(&facts, reads, path.mask, place)) {
            continue;
        }
        path.questions.push(place);
        path.mask |= 1 << at;
        match answers.get(place) {
            Given::Chosen(chosen) => facts.learn(place, chosen),
            Given::Skipped => {}
            Given::Open => path.next = path.next.or(Some(place)),
        }
    }
    (path, facts)
}

/// The facts of the counting answers on a path that was walked before: what [`walk`] finds, without looking for the path
/// again.
pub fn facts_on<'a>(path: &Path, rules: &'a Rules, answers: &Answers, marks: &'a Marks) -> Facts<'a> {
    let mut facts = Facts::none(rules, marks);
    for (place, chosen) in &answers.preset {
        facts.learn(*place, *chosen);
    }
    for place in &path.questions {
        if let Given::Chosen(chosen) = answers.get(*place) {
            facts.learn(*place, chosen);
        }
    }
    facts
}

/// Does some item that is not yet decided read this question? Judged before its answer (d38).
fn undecided(facts: &Facts<'_>, reads: &Reads, asked: Mask, question: QuestionIx) -> bool {
    let bit: Mask = 1 << question.0;
    // Asked already, or still to come unless its own condition is known not to hold.
    let askable = facts
        .rules
        .questions
        .iter()
        .enumerate()
        .skip(question.at())
        .fold(asked, |mask, (at, later)| if facts.truth(&later.when).is_no() { mask } else { mask | 1 << at });
    let reading = |reads: &[Mask], at: usize| reads.get(at).is_some_and(|mask| mask & bit != 0);
    facts.rules.platforms.iter().enumerate().any(|(at, platform)| {
        (reading(&reads.platforms, at) && platforms::undecided(facts, PlatformIx::from_at(at), platform, askable))
            || (platform.local && reads.local & bit != 0 && !facts.truth(&crate::model::Condition::Rule(platform.suits)).is_no())
    }) || facts
        .rules
        .obligations
        .iter()
        .enumerate()
        .any(|(at, obligation)| reading(&reads.obligations, at) && obligations::undecided(facts, obligation))
}
