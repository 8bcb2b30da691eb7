//! What one person adds to the counts.

use super::{Counts, Metric};
use crate::engine::{Evaluation, Verdict};
use crate::model::{Answers, Given, Kind, QuestionIx, Rules};
use alloc::{string::String, vec::Vec};

/// What the helper tapped for the person: ids of content.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Done {
    /// Areas in which the person started using something today.
    pub started: Vec<String>,
    /// Basic skills.
    pub skills: Vec<String>,
    /// Age band.
    pub age: Option<String>,
    /// What was in the way.
    pub blocked: Vec<String>,
}

/// What one person adds: one contact, the audience, what is a duty, platforms by status, what was tapped. Of the answers nothing else
/// is kept.
pub fn person(rules: &Rules, evaluation: &Evaluation, answers: &Answers, done: &Done) -> Counts {
    let mut counts = Counts::default();
    counts.add(Metric::Contacts, "", 1);
    if let (Some(first), Given::Chosen(mask)) = (rules.questions.first(), answers.get(QuestionIx(0)))
        && let Some(choice) = first.choices.get(mask.trailing_zeros() as usize)
    {
        counts.add(Metric::Audience, &choice.id, 1);
    }
    // Who answered nothing was helped by word of mouth: every platform would be a perhaps.
    if answers.given.iter().any(|given| matches!(given, Given::Chosen(_))) {
        // Telephone lines are left out, as in the opening sentence (decision 72).
        let platforms = evaluation.platforms.iter();
        for verdict in
            platforms.filter(|verdict| rules.platforms.get(verdict.platform.at()).is_some_and(|platform| !platform.line))
        {
            counts.add(Metric::Status, verdict.status.id(), 1);
        }
        for duty in evaluation.obligations.iter().filter(|each| each.verdict == Verdict::Is(Kind::Must)) {
            if let Some(obligation) = rules.obligations.get(duty.obligation.at()) {
                counts.add(Metric::Duty, &obligation.id, 1);
            }
        }
    }
    let lists = [(Metric::Started, &done.started), (Metric::Skill, &done.skills), (Metric::Blocked, &done.blocked)];
    for (metric, keys) in lists {
        keys.iter().for_each(|key| counts.add(metric, key, 1));
    }
    done.age.iter().for_each(|key| counts.add(Metric::Age, key, 1));
    counts
}
