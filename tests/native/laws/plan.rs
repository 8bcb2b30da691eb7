//! The plan: each step once, after what it is known to need, and the numbers of what it opens add up.

use crate::common::{reads, rules};
use crate::people::{Person, person, tries};
use buoc_so::engine::{Evaluation, Facts, Status, StepKind, facts_of};
use buoc_so::model::{CapabilityIx, Need, PlatformIx, Truth};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// The capability that a need is known to lack, found without the engine's own judgement: it is wanted, and every
/// alternative that a question can settle is known not to be there; the first of them is named (d6, d8).
fn lacks(facts: &Facts<'_>, need: &Need) -> Option<CapabilityIx> {
    let mut settled = need.any.iter().copied().filter(|place| !rules().capabilities[place.at()].paper);
    let there = need.any.iter().any(|place| facts.has(*place) == Truth::Yes);
    let known = settled.clone().all(|place| facts.has(place) == Truth::No);
    if facts.truth(&need.when) == Truth::Yes && !there && known { settled.next() } else { None }
}

/// Everything that is known to be lacking, prerequisites included.
fn closure(facts: &Facts<'_>, needs: &[Need], into: &mut BTreeSet<CapabilityIx>) {
    for place in needs.iter().filter_map(|need| lacks(facts, need)) {
        if into.insert(place) {
            closure(facts, &rules().capabilities[place.at()].requires, into);
        }
    }
}

fn facts(person: &Person) -> Facts<'_> {
    facts_of(rules(), reads(), &person.answers, &person.marks)
}

fn id(kind: StepKind) -> String {
    let (id, kind) = kind.id(rules());
    format!("{kind} {id}")
}

fn gains(kind: StepKind) -> Vec<CapabilityIx> {
    match kind {
        StepKind::Capability(place) => vec![place],
        StepKind::Platform(place) => rules().platforms[place.at()].gives.clone(),
        StepKind::Duty(_) => Vec::new(),
    }
}

fn after(evaluation: &Evaluation) -> impl Iterator<Item = &buoc_so::engine::PlatformVerdict> {
    evaluation.platforms.iter().filter(|verdict| verdict.status == Status::After)
}

proptest! {
    #![proptest_config(tries(400))]

    #[test]
    fn no_step_stands_twice(person in person()) {
        let mut seen = BTreeSet::new();
        for step in &person.evaluate().plan {
            prop_assert!(seen.insert(step.kind), "{} twice; {}", id(step.kind), person.says());
        }
    }

    #[test]
    fn no_step_precedes_what_it_needs(person in person()) {
        let (facts, evaluation) = (facts(&person), person.evaluate());
        let place = |kind: StepKind| evaluation.plan.iter().position(|step| step.kind == kind);
        for (at, step) in evaluation.plan.iter().enumerate() {
            let needs = match step.kind {
                StepKind::Capability(place) => &rules().capabilities[place.at()].requires,
                StepKind::Platform(place) => &rules().platforms[place.at()].needs,
                // d34: only what it names, and only where that is in the plan.
                StepKind::Duty(duty) => {
                    for with in rules().obligations[duty.at()].done_with.iter().filter_map(|with| place(StepKind::Platform(*with))) {
                        prop_assert!(with < at, "{} before {}; {}", id(step.kind), id(evaluation.plan[with].kind), person.says());
                    }
                    continue;
                }
            };
            let mut needed = BTreeSet::new();
            closure(&facts, needs, &mut needed);
            for gain in needed {
                let before = place(StepKind::Capability(gain)).is_some_and(|other| other < at);
                let what = &rules().capabilities[gain.at()].id;
                prop_assert!(before, "{} without {what} before it; {}", id(step.kind), person.says());
            }
        }
    }

    /// Every capability that something lacks is in the plan, so that nothing is `after` without a way.
    #[test]
    fn whatever_is_missing_is_a_step(person in person()) {
        let evaluation = person.evaluate();
        for gain in after(&evaluation).flat_map(|verdict| &verdict.missing) {
            let there = evaluation.plan.iter().any(|step| step.kind == StepKind::Capability(*gain));
            prop_assert!(there, "{} is missing and no step; {}", rules().capabilities[gain.at()].id, person.says());
        }
    }

    /// Dated duties stand in the order of their dates (d34, design section 2).
    #[test]
    fn dated_duties_stand_in_date_order(person in person()) {
        let plan = person.evaluate().plan;
        let dates: Vec<_> = plan.iter().filter_map(|step| step.due).collect();
        prop_assert!(dates.is_sorted(), "{dates:?}; {}", person.says());
    }

    /// Contract section 4: a platform that is `after` is opened by the step with which nothing is missing any more, once.
    #[test]
    fn what_steps_open_adds_up(person in person()) {
        let evaluation = person.evaluate();
        let mut gained: BTreeSet<CapabilityIx> = BTreeSet::new();
        let mut opened: BTreeSet<PlatformIx> = BTreeSet::new();
        for step in &evaluation.plan {
            gained.extend(gains(step.kind));
            let now = after(&evaluation).filter(|verdict| verdict.missing.iter().all(|gain| gained.contains(gain)));
            let wanted: BTreeSet<PlatformIx> = now.map(|verdict| verdict.platform).filter(|place| !opened.contains(place)).collect();
            let given: BTreeSet<PlatformIx> = step.unlocks.iter().copied().collect();
            let once = given.len() == step.unlocks.len();
            prop_assert!(once && given == wanted, "{}: {given:?}, not {wanted:?}; {}", id(step.kind), person.says());
            opened.extend(given);
        }
        prop_assert_eq!(opened.len(), after(&evaluation).count(), "{}", person.says());
    }

    /// d9, d45: closed over what is known to be missing, prerequisites first, nothing twice, nothing that is there.
    #[test]
    fn missing_is_closed_and_ordered(person in person()) {
        let (facts, evaluation) = (facts(&person), person.evaluate());
        for verdict in &evaluation.platforms {
            let entry = &rules().platforms[verdict.platform.at()];
            let missing: BTreeSet<CapabilityIx> = verdict.missing.iter().copied().collect();
            prop_assert_eq!(missing.len(), verdict.missing.len(), "{} misses something twice; {}", &entry.id, person.says());
            prop_assert!(verdict.status != Status::After || !missing.is_empty(), "{} is after nothing; {}", entry.id, person.says());
            let lacks_all = missing.iter().all(|place| facts.has(*place) != Truth::Yes);
            prop_assert!(lacks_all, "{} misses what is there; {}", entry.id, person.says());
            if verdict.status == Status::After {
                let mut wanted = BTreeSet::new();
                closure(&facts, &entry.needs, &mut wanted);
                prop_assert!(wanted.is_subset(&missing), "{} misses {wanted:?}, not {missing:?}; {}", entry.id, person.says());
            }
            for (at, place) in verdict.missing.iter().enumerate() {
                let first = rules().capabilities[place.at()].requires.iter().filter_map(|need| lacks(&facts, need));
                for earlier in first {
                    prop_assert!(verdict.missing[..at].contains(&earlier), "{}: prerequisite not first; {}", entry.id, person.says());
                }
            }
        }
    }
}
