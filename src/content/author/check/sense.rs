//! Conditions that no person can fulfil, conditions that everybody fulfils, questions that are never asked.

use super::could::Could;
use super::place::{Placed, obligation_files};
use super::{Catalogue, Found};
use crate::model::{Condition, Mask};
use std::{format, vec::Vec};

/// Looks at every condition, and at every question.
pub fn check(catalogue: &Catalogue, could: &Could<'_>, placed: &[Placed<'_>], found: &mut Found) {
    let later = later(catalogue, could, found);
    for Placed { file, key, condition } in placed {
        if later.iter().any(|question| key == question) {
            continue;
        }
        if !could.hold(condition) {
            found.error(file, key, "this can never hold: the answers it wants exclude each other, or are asked too late");
        } else if **condition != Condition::Always && could.always(condition) {
            found.error(
                file,
                key,
                "this holds for everybody; expected { always = true }, or a condition that tells people apart",
            );
        } else if dead_part(could, condition) {
            found.error(
                file,
                key,
                "one part of this `any` can never hold: the answers it wants exclude each other, or are asked too late",
            );
        }
    }
    unread(catalogue, could, found);
    shadowed(catalogue, could, found);
}

/// Questions whose condition wants an answer that is asked later, or their own; their keys.
fn later(catalogue: &Catalogue, could: &Could<'_>, found: &mut Found) -> Vec<std::string::String> {
    let questions = &catalogue.rules.questions;
    let mut keys = Vec::new();
    for (at, question) in questions.iter().enumerate() {
        let reads = could.reads.condition(&question.when);
        if let Some(other) = questions.iter().enumerate().find(|(other, _)| *other >= at && reads & 1 << other != 0) {
            let key = format!("question.{}.when", question.id);
            let sentence = format!("this wants the answer to \"{}\", which is not asked before this question", other.1.id);
            found.error("questions.toml", &key, sentence);
            keys.push(key);
        }
    }
    keys
}

/// Is there an `any` with a part that nobody fulfils?
fn dead_part(could: &Could<'_>, condition: &Condition) -> bool {
    match condition {
        Condition::Any(parts) => parts.iter().any(|part| !could.hold(part) || dead_part(could, part)),
        Condition::All(parts) => parts.iter().any(|part| dead_part(could, part)),
        _ => false,
    }
}

/// A question is asked while something not yet decided reads it; one that nothing reads is never asked.
fn unread(catalogue: &Catalogue, could: &Could<'_>, found: &mut Found) {
    let all = could.reads.platforms.iter().chain(&could.reads.obligations);
    let read = all.fold(could.reads.local, |read: Mask, mask| read | mask);
    for (at, question) in catalogue.rules.questions.iter().enumerate() {
        if !question.always && read & 1 << at == 0 {
            let sentence = "no platform and no obligation reads this question, so it is never asked";
            found.error("questions.toml", &format!("question.{}", question.id), sentence);
        }
    }
}

/// Kinds are tried in order: one behind another that always holds as well says nothing. `in_hand` belongs to a duty.
fn shadowed(catalogue: &Catalogue, could: &Could<'_>, found: &mut Found) {
    let files = obligation_files(catalogue);
    for obligation in &catalogue.rules.obligations {
        let file = files.get(obligation.id.as_str()).copied().unwrap_or_default();
        let key = format!("obligation.{}", obligation.id);
        let whens: Vec<Condition> = obligation.kinds.iter().map(|case| case.when.clone()).collect();
        if whens.is_empty() {
            found.error(file, &format!("{key}.kinds"), "nobody has this obligation: expected at least one kind");
        }
        for (at, when) in whens.iter().enumerate().skip(1) {
            let before = Condition::Not(Condition::Any(whens[..at].to_vec()).into());
            if could.hold(when) && !could.hold(&Condition::All([when.clone(), before].into())) {
                found.error(file, &format!("{key}.kinds[{at}]"), "a kind above holds for all these people already");
            }
        }
        if let Some(in_hand) = obligation.in_hand.as_ref().filter(|in_hand| could.hold(in_hand))
            && !could.hold(&Condition::All([in_hand.clone(), Condition::Any(whens)].into()))
        {
            found.error(file, &format!("{key}.in_hand"), "nobody who has this obligation can have it in hand");
        }
    }
}
