//! Facts: what the counting answers say, in three values. Only answers of questions on the path count.

use crate::model::{CapabilityIx, Condition, Marks, Mask, Need, QuestionIx, Rules, Truth};
use alloc::vec::Vec;

/// The facts at one point of the path.
#[derive(Clone, Debug)]
pub struct Facts<'a> {
    /// The catalogue.
    pub rules: &'a Rules,
    /// What the person marked.
    pub marks: &'a Marks,
    chosen: Vec<Option<Mask>>,
    rule_truths: Vec<Truth>,
    capability_truths: Vec<Truth>,
}

/// What is known about one need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NeedState {
    /// There, not needed by this person, or not settled by any question (d6).
    There,
    /// Known to be missing; the alternative that is named (d8).
    Missing(CapabilityIx),
    /// Hangs on these questions.
    Open(Mask),
}

impl<'a> Facts<'a> {
    /// Nothing said yet.
    pub fn none(rules: &'a Rules, marks: &'a Marks) -> Facts<'a> {
        let mut facts = Facts {
            rules,
            marks,
            chosen: alloc::vec![None; rules.questions.len()],
            rule_truths: Vec::with_capacity(rules.rules.len()),
            capability_truths: Vec::with_capacity(rules.capabilities.len()),
        };
        facts.settle();
        facts
    }

    /// Takes in a counting answer. Choices that stand for "unknown" say nothing (d29).
    pub fn learn(&mut self, question: QuestionIx, chosen: Mask) {
        let Some(asked) = self.rules.questions.get(question.at()) else { return };
        if chosen & asked.unknown != 0 {
            return;
        }
        if let Some(place) = self.chosen.get_mut(question.at()) {
            *place = Some(chosen);
            self.settle();
        }
    }

    fn settle(&mut self) {
        self.rule_truths.clear();
        for rule in &self.rules.rules {
            let truth = self.truth(&rule.when);
            self.rule_truths.push(truth);
        }
        self.capability_truths.clear();
        for (at, capability) in self.rules.capabilities.iter().enumerate() {
            let used = self.marks.used.iter().any(|platform| {
                let place = CapabilityIx::from_at(at);
                self.rules
                    .platforms
                    .get(platform.at())
                    .is_some_and(|entry| entry.gives.contains(&place) || entry.proves.contains(&place))
            });
            let truth = match self.truth(&capability.yes) {
                _ if used => Truth::Yes,
                Truth::No if capability.paper => Truth::Unknown,
                truth => truth,
            };
            self.capability_truths.push(truth);
        }
    }

    /// The counting answer to a question.
    pub fn chosen(&self, question: QuestionIx) -> Option<Mask> {
        self.chosen.get(question.at()).copied().flatten()
    }

    /// The questions with a counting answer.
    pub fn answered(&self) -> Mask {
        self.chosen.iter().enumerate().fold(0, |mask, (at, chosen)| if chosen.is_some() { mask | 1 << at } else { mask })
    }

    /// Is the capability there?
    pub fn has(&self, capability: CapabilityIx) -> Truth {
        self.capability_truths.get(capability.at()).copied().unwrap_or(Truth::Unknown)
    }

    /// Does a condition hold?
    pub fn truth(&self, condition: &Condition) -> Truth {
        match condition {
            Condition::Always => Truth::Yes,
            Condition::Is(question, any) => self.chosen(*question).map_or(Truth::Unknown, |mask| Truth::of(mask & any != 0)),
            Condition::Said(question, any) => Truth::of(self.chosen(*question).is_some_and(|mask| mask & any != 0)),
            Condition::AtLeast(question, of, count) => {
                self.chosen(*question).map_or(Truth::Unknown, |mask| Truth::of((mask & of).count_ones() >= u32::from(*count)))
            }
            Condition::Has(capability) => self.has(*capability),
            Condition::Rule(rule) => self.rule_truths.get(rule.at()).copied().unwrap_or(Truth::Unknown),
            Condition::All(parts) => self.join(parts, Truth::No, Truth::Yes),
            Condition::Any(parts) => self.join(parts, Truth::Yes, Truth::No),
            Condition::Not(part) => self.truth(part).not(),
        }
    }

    fn join(&self, parts: &[Condition], decides: Truth, otherwise: Truth) -> Truth {
        let mut joined = otherwise;
        for part in parts {
            let truth = self.truth(part);
            if truth == decides {
                return decides;
            }
            if truth.is_unknown() {
                joined = Truth::Unknown;
            }
        }
        joined
    }

    /// The questions on which an unknown condition hangs; none when it is known.
    pub fn open(&self, condition: &Condition) -> Mask {
        if !self.truth(condition).is_unknown() {
            return 0;
        }
        match condition {
            Condition::Is(question, _) | Condition::AtLeast(question, _, _) => 1 << question.0,
            Condition::Has(capability) => {
                self.rules.capabilities.get(capability.at()).map_or(0, |capability| self.open(&capability.yes))
            }
            Condition::Rule(rule) => self.rules.rules.get(rule.at()).map_or(0, |rule| self.open(&rule.when)),
            Condition::All(parts) | Condition::Any(parts) => parts.iter().fold(0, |mask, part| mask | self.open(part)),
            Condition::Not(part) => self.open(part),
            Condition::Always | Condition::Said(..) => 0,
        }
    }

    /// What is known about a need, if only the questions `askable` can still be answered.
    pub fn need(&self, need: &Need, askable: Mask) -> NeedState {
        let wanted = self.truth(&need.when);
        if wanted.is_no() || need.any.iter().any(|capability| self.has(*capability).is_yes()) {
            return NeedState::There;
        }
        let mut open = 0;
        let mut missing = None;
        for capability in need.any.iter() {
            let Some(entry) = self.rules.capabilities.get(capability.at()) else { continue };
            if entry.paper {
                continue;
            }
            match self.has(*capability) {
                Truth::No => missing = missing.or(Some(*capability)),
                _ => open |= self.open(&entry.yes) & askable,
            }
        }
        let state = match missing {
            _ if open != 0 => NeedState::Open(open),
            Some(capability) => NeedState::Missing(capability),
            None => NeedState::There,
        };
        if wanted.is_yes() || state == NeedState::There {
            return state;
        }
        // A need of one role only makes "maybe" (d13).
        match (open | self.open(&need.when)) & askable {
            0 => NeedState::There,
            open => NeedState::Open(open),
        }
    }

    /// Adds a missing capability after everything needed for it that is known to be missing (d9, d45).
    pub fn close_over(&self, capability: CapabilityIx, missing: &mut Vec<CapabilityIx>) {
        if missing.contains(&capability) {
            return;
        }
        if let Some(entry) = self.rules.capabilities.get(capability.at()) {
            for need in entry.requires.iter().filter(|need| self.truth(&need.when).is_yes()) {
                if let NeedState::Missing(first) = self.need(need, 0) {
                    self.close_over(first, missing);
                }
            }
        }
        missing.push(capability);
    }
}
