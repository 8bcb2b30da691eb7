//! Can a condition ever hold? Tries the answers that matter to it, in the order in which the questions are asked; a question
//! whose own condition does not hold by then is not answered.

use crate::engine::Reads;
use crate::model::{Condition, Mask, Question, Rules, Truth};
use std::vec::Vec;

/// Tries that are made before a condition counts as possible: content that needs more is not judged, never blamed.
const MOST_TRIES: u32 = 100_000;
/// With more choices than this their combinations are not all tried.
const MOST_COMBINED: u32 = 8;

/// What one question may have been answered with.
#[derive(Clone, Copy)]
enum Said {
    /// Not decided yet in this try.
    Open,
    /// Not asked, or skipped.
    Nothing,
    /// These choices.
    Chosen(Mask),
}

/// Answers whether conditions of one catalogue can hold.
pub struct Could<'a> {
    rules: &'a Rules,
    /// Which questions each item reads.
    pub reads: Reads,
}

impl<'a> Could<'a> {
    /// For the conditions of this catalogue.
    pub fn of(rules: &'a Rules) -> Could<'a> {
        Could { rules, reads: Reads::of(rules) }
    }

    /// Is there a person for whom it holds?
    pub fn hold(&self, condition: &Condition) -> bool {
        let mut asked = self.reads.condition(condition);
        // The conditions of the questions themselves count, too, and theirs again.
        for (at, question) in self.rules.questions.iter().enumerate().rev() {
            if asked & 1 << at != 0 {
                asked |= self.reads.condition(&question.when);
            }
        }
        let mut mentioned = std::vec![0; self.rules.questions.len()];
        mention(self.rules, condition, &mut mentioned);
        let list: Vec<usize> = (0..self.rules.questions.len()).filter(|at| asked & 1 << at != 0).collect();
        for at in &list {
            mention(self.rules, &self.rules.questions[*at].when, &mut mentioned);
        }
        let said = std::vec![Said::Open; self.rules.questions.len()];
        Try { could: self, condition, list, mentioned, said, left: MOST_TRIES }.from(0)
    }

    /// Does it hold for everybody, answered or not?
    pub fn always(&self, condition: &Condition) -> bool {
        let silent = std::vec![Said::Nothing; self.rules.questions.len()];
        self.truth(condition, &silent).is_yes() && !self.hold(&Condition::Not(condition.clone().into()))
    }

    fn truth(&self, condition: &Condition, said: &[Said]) -> Truth {
        let answer = |at: usize| said.get(at).copied().unwrap_or(Said::Nothing);
        match condition {
            Condition::Always => Truth::Yes,
            Condition::Is(question, any) => match answer(question.at()) {
                Said::Chosen(mask) => Truth::of(mask & any != 0),
                Said::Open | Said::Nothing => Truth::Unknown,
            },
            Condition::Said(question, any) => match answer(question.at()) {
                Said::Chosen(mask) => Truth::of(mask & any != 0),
                Said::Nothing => Truth::No,
                Said::Open => Truth::Unknown,
            },
            Condition::AtLeast(question, of, least) => match answer(question.at()) {
                Said::Chosen(mask) => Truth::of((mask & of).count_ones() >= u32::from(*least)),
                Said::Open | Said::Nothing => Truth::Unknown,
            },
            Condition::Has(capability) => match self.rules.capabilities.get(capability.at()) {
                Some(entry) => match self.truth(&entry.yes, said) {
                    Truth::No if entry.paper => Truth::Unknown,
                    truth => truth,
                },
                None => Truth::Unknown,
            },
            Condition::Rule(rule) => self.rules.rules.get(rule.at()).map_or(Truth::Unknown, |rule| self.truth(&rule.when, said)),
            Condition::All(parts) => parts.iter().fold(Truth::Yes, |all, part| match (all, self.truth(part, said)) {
                (Truth::No, _) | (_, Truth::No) => Truth::No,
                (Truth::Yes, Truth::Yes) => Truth::Yes,
                _ => Truth::Unknown,
            }),
            Condition::Any(parts) => parts.iter().fold(Truth::No, |any, part| match (any, self.truth(part, said)) {
                (Truth::Yes, _) | (_, Truth::Yes) => Truth::Yes,
                (Truth::No, Truth::No) => Truth::No,
                _ => Truth::Unknown,
            }),
            Condition::Not(part) => self.truth(part, said).not(),
        }
    }
}

/// Adds the choices that a condition names, question by question, through rules and capabilities.
pub fn mention(rules: &Rules, condition: &Condition, mentioned: &mut [Mask]) {
    match condition {
        Condition::Always => {}
        Condition::Is(question, mask) | Condition::Said(question, mask) | Condition::AtLeast(question, mask, _) => {
            if let Some(place) = mentioned.get_mut(question.at()) {
                *place |= mask;
            }
        }
        Condition::Has(capability) => {
            if let Some(entry) = rules.capabilities.get(capability.at()) {
                mention(rules, &entry.yes, mentioned);
            }
        }
        Condition::Rule(rule) => {
            if let Some(entry) = rules.rules.get(rule.at()) {
                mention(rules, &entry.when, mentioned);
            }
        }
        Condition::All(parts) | Condition::Any(parts) => parts.iter().for_each(|part| mention(rules, part, mentioned)),
        Condition::Not(part) => mention(rules, part, mentioned),
    }
}

struct Try<'a> {
    could: &'a Could<'a>,
    condition: &'a Condition,
    list: Vec<usize>,
    mentioned: Vec<Mask>,
    said: Vec<Said>,
    left: u32,
}

impl Try<'_> {
    fn from(&mut self, at: usize) -> bool {
        self.left = self.left.saturating_sub(1);
        match self.could.truth(self.condition, &self.said) {
            Truth::Yes => return true,
            Truth::No => return false,
            // The tries are used up: it may hold.
            Truth::Unknown if self.left == 0 => return true,
            Truth::Unknown => {}
        }
        let Some(&place) = self.list.get(at) else { return false };
        let question = &self.could.rules.questions[place];
        let options = if self.could.truth(&question.when, &self.said).is_yes() {
            options(question, self.mentioned[place])
        } else {
            std::vec![Said::Nothing]
        };
        for option in options {
            self.said[place] = option;
            if self.from(at + 1) {
                return true;
            }
        }
        self.said[place] = Said::Open;
        false
    }
}

/// The answers that differ for a condition which names these choices.
fn options(question: &Question, mentioned: Mask) -> Vec<Said> {
    let all: Vec<Mask> = (0..question.choices.len()).map(|at| 1 << at).filter(|bit| bit & question.unknown == 0).collect();
    let named: Vec<Mask> = all.iter().copied().filter(|bit| bit & mentioned != 0).collect();
    let mut masks = named.clone();
    if question.several {
        let joined: Vec<Mask> = named.iter().copied().filter(|bit| bit & question.exclusive == 0).collect();
        let fits = |mask: &Mask| question.most == 0 || mask.count_ones() <= u32::from(question.most);
        if joined.len() as u32 <= MOST_COMBINED {
            let combined = (0u32..1 << joined.len()).map(|set| {
                joined.iter().enumerate().fold(0, |mask, (at, bit)| if set & 1 << at == 0 { mask } else { mask | bit })
            });
            masks.extend(combined.filter(fits));
        } else {
            masks.extend([0, joined.iter().fold(0, |mask, bit| mask | bit)]);
        }
    } else {
        masks.extend(all.iter().copied().find(|bit| bit & mentioned == 0));
    }
    masks.into_iter().map(Said::Chosen).chain([Said::Nothing]).collect()
}
