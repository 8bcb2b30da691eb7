//! Which questions an item reads. Computed once per catalogue, because the path asks for it at every question.

use crate::model::{Condition, Mask, Rules};
use alloc::vec::Vec;

/// For each item the set of questions whose answers it reads.
#[derive(Clone, Debug, Default)]
pub struct Reads {
    /// Per named rule.
    pub rules: Vec<Mask>,
    /// Per capability.
    pub capabilities: Vec<Mask>,
    /// Per platform.
    pub platforms: Vec<Mask>,
    /// Per obligation.
    pub obligations: Vec<Mask>,
    /// The questions that choose local texts (d30: `province`).
    pub local: Mask,
}

impl Reads {
    /// Reads of every item of the catalogue.
    pub fn of(rules: &Rules) -> Reads {
        let mut reads = Reads::default();
        for rule in &rules.rules {
            let mask = reads.condition(&rule.when);
            reads.rules.push(mask);
        }
        for capability in &rules.capabilities {
            let mask = reads.condition(&capability.yes);
            reads.capabilities.push(mask);
        }
        reads.platforms = rules.platforms.iter().map(|platform| reads.platform(platform)).collect();
        reads.obligations = rules.obligations.iter().map(|obligation| reads.obligation(obligation)).collect();
        reads.local =
            rules.questions.iter().enumerate().fold(0, |mask, (at, question)| if question.local { mask | 1 << at } else { mask });
        reads
    }

    /// The questions a condition reads, through rules and capabilities.
    pub fn condition(&self, condition: &Condition) -> Mask {
        match condition {
            Condition::Always => 0,
            Condition::Is(question, _) | Condition::Said(question, _) | Condition::AtLeast(question, _, _) => 1 << question.0,
            Condition::Has(capability) => self.capabilities.get(capability.at()).copied().unwrap_or(0),
            Condition::Rule(rule) => self.rules.get(rule.at()).copied().unwrap_or(0),
            Condition::All(parts) | Condition::Any(parts) => parts.iter().fold(0, |mask, part| mask | self.condition(part)),
            Condition::Not(part) => self.condition(part),
        }
    }

    fn platform(&self, platform: &crate::model::Platform) -> Mask {
        let needs = platform.needs.iter().fold(0, |mask, need| {
            need.any.iter().fold(mask | self.condition(&need.when), |mask, capability| {
                mask | self.capabilities.get(capability.at()).copied().unwrap_or(0)
            })
        });
        needs
            | self.rules.get(platform.suits.at()).copied().unwrap_or(0)
            | platform.using.as_ref().map_or(0, |using| self.condition(using))
    }

    fn obligation(&self, obligation: &crate::model::Obligation) -> Mask {
        let kinds = obligation.kinds.iter().fold(0, |mask, case| mask | self.condition(&case.when));
        kinds | obligation.in_hand.as_ref().map_or(0, |in_hand| self.condition(in_hand))
    }
}
