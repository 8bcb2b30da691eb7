//! Recommended order, the first cards, and that the same person always gets the same bytes.

use crate::common::{reads, rules};
use crate::people::{person, tries};
use buoc_so::engine::{Facts, Status, facts_of, facts_on};
use buoc_so::model::{CapabilityIx, Condition, Given, PlatformIx, QuestionIx, RuleIx, Truth};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Does a platform ask for no phone, smartphone or network, as far as is known to be missing?
fn without_phone(facts: &Facts<'_>, place: PlatformIx) -> bool {
    let phone = |any: &[buoc_so::model::CapabilityIx]| any.iter().all(|gain| rules().phone_like.contains(gain));
    rules().platforms[place.at()].needs.iter().all(|need| facts.truth(&need.when).is_no() || !phone(&need.any))
}

proptest! {
    #![proptest_config(tries(400))]

    #[test]
    fn platforms_stand_by_points_then_as_in_the_catalogue(person in person()) {
        let platforms = person.evaluate().platforms;
        let keys: Vec<_> = platforms.iter().map(|verdict| (-verdict.points, verdict.platform)).collect();
        prop_assert!(keys.is_sorted(), "{}", person.says());
        let all: BTreeSet<PlatformIx> = platforms.iter().map(|verdict| verdict.platform).collect();
        prop_assert_eq!((all.len(), platforms.len()), (rules().platforms.len(), rules().platforms.len()), "every platform is judged once");
    }

    #[test]
    fn first_cards_keep_their_limits(person in person()) {
        let evaluation = person.evaluate();
        let mut areas: BTreeMap<_, usize> = BTreeMap::new();
        for place in &evaluation.first {
            let status = evaluation.platform(*place).unwrap().status;
            prop_assert!(matches!(status, Status::Ready | Status::After), "{status:?}; {}", person.says());
            prop_assert!(!person.marks.hidden.contains(place), "hidden by the person; {}", person.says());
            *areas.entry(rules().platforms[place.at()].area).or_default() += 1;
        }
        let distinct: BTreeSet<_> = evaluation.first.iter().collect();
        prop_assert_eq!(distinct.len(), evaluation.first.len(), "a card twice; {}", person.says());
        prop_assert!(evaluation.first.len() <= 5 && areas.values().all(|count| *count <= 2), "{areas:?}; {}", person.says());
    }

    /// No card is left out without cause: a better one would have had to break a limit.
    #[test]
    fn first_cards_are_the_best_ones(person in person()) {
        let evaluation = person.evaluate();
        let area = |place: PlatformIx| rules().platforms[place.at()].area;
        let fits = evaluation.platforms.iter().filter(|verdict| matches!(verdict.status, Status::Ready | Status::After));
        let fits: Vec<PlatformIx> = fits.map(|verdict| verdict.platform).filter(|place| !person.marks.hidden.contains(place)).collect();
        let mut best: Vec<PlatformIx> = Vec::new();
        for place in &fits {
            if best.len() < 5 && best.iter().filter(|other| area(**other) == area(*place)).count() < 2 {
                best.push(*place);
            }
        }
        let facts = facts_of(rules(), reads(), &person.answers, &person.marks);
        if facts.truth(&rules().no_phone_when) != Truth::Yes {
            prop_assert_eq!(&evaluation.first, &best, "{}", person.says());
            return Ok(());
        }
        // Contract section 4: without a phone one way without a phone is among them; the others are still the best.
        prop_assert_eq!(evaluation.first.len(), best.len(), "{}", person.says());
        let exchanged: Vec<_> = evaluation.first.iter().filter(|place| !best.contains(place)).collect();
        prop_assert!(exchanged.len() <= 1, "{}", person.says());
        if fits.iter().any(|place| without_phone(&facts, *place)) {
            prop_assert!(evaluation.first.iter().any(|place| without_phone(&facts, *place)), "no way without a phone; {}", person.says());
        }
    }

    /// Facts of a path that was walked before are the facts that walking it finds, with a preset answer, too.
    #[test]
    fn facts_of_a_known_path_are_the_same(mut person in person(), preset in any::<bool>()) {
        if preset && let Given::Chosen(chosen) = person.answers.get(QuestionIx(1)) {
            person.answers.preset = vec![(QuestionIx(1), chosen)];
        }
        let walked = facts_of(rules(), reads(), &person.answers, &person.marks);
        let known = facts_on(&person.evaluate().path, rules(), &person.answers, &person.marks);
        prop_assert_eq!(walked.answered(), known.answered(), "{}", person.says());
        for at in 0..rules().rules.len() {
            let rule = Condition::Rule(RuleIx::from_at(at));
            prop_assert_eq!(walked.truth(&rule), known.truth(&rule), "{}", person.says());
        }
        for at in 0..rules().capabilities.len() {
            let place = CapabilityIx::from_at(at);
            prop_assert_eq!(walked.has(place), known.has(place), "{}", person.says());
        }
    }

    /// The summary of `assess` adds up to all platforms, and nothing hangs on anything but the input.
    #[test]
    fn same_input_same_bytes(person in person()) {
        let printed = person.print();
        prop_assert_eq!(&printed, &person.clone().print());
        let report: serde_json::Value = serde_json::from_str(&printed).unwrap();
        let sum: u64 = report["summary"].as_object().unwrap().values().map(|count| count.as_u64().unwrap()).sum();
        prop_assert_eq!(sum as usize, rules().platforms.len());
    }
}
