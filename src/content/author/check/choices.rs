//! Choices that change nothing: whoever taps them answers for nothing.

use super::could::mention;
use super::place::Placed;
use super::{Catalogue, Found};
use std::{format, string::String, vec::Vec};

/// A choice changes something when a condition names it, an area moves up by it, or something else follows from it. In a
/// question with one answer the first choice that nothing names is the "no" to all others; any further one is the same again.
/// A choice that people look for may stay nevertheless: `silent` says why.
pub fn check(catalogue: &Catalogue, excused: &[(String, String)], placed: &[Placed<'_>], found: &mut Found) {
    let rules = &catalogue.rules;
    let excused = |question: &str, id: &str| excused.iter().any(|(of, choice)| of == question && choice == id);
    let mut mentioned = std::vec![0; rules.questions.len()];
    placed.iter().for_each(|placed| mention(rules, placed.condition, &mut mentioned));
    for capability in &rules.capabilities {
        mention(rules, &capability.yes, &mut mentioned);
    }
    for (question, mentioned) in rules.questions.iter().zip(mentioned).filter(|(question, _)| !question.local) {
        let speaks = question.unknown | question.shared | mentioned;
        let silent: Vec<&str> = question
            .choices
            .iter()
            .enumerate()
            .filter(|(at, choice)| speaks & 1 << at == 0 && choice.areas.is_empty() && choice.areas_when.is_empty())
            .filter(|(at, _)| !question.several || question.exclusive & 1 << at == 0)
            .map(|(_, choice)| choice.id.as_str())
            .collect();
        let same = usize::from(!question.several);
        for id in silent.iter().skip(same).filter(|id| !excused(&question.id, id)) {
            let sentence = match silent.first() {
                Some(first) if !question.several => format!("the choice changes nothing: it says the same as \"{first}\""),
                _ => "the choice changes nothing: no condition and no area reads it".into(),
            };
            found.warning("questions.toml", &format!("question.{}.{id}", question.id), sentence);
        }
        let speaking = question.choices.iter().filter(|choice| !silent.iter().skip(same).any(|id| *id == choice.id));
        for choice in speaking.filter(|choice| excused(&question.id, &choice.id)) {
            let key = format!("question.{}.{}.silent", question.id, choice.id);
            found.warning("questions.toml", &key, "the choice changes something by now; take `silent` out");
        }
    }
}
