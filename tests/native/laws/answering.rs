//! Questions: the path ends, an answer more never takes back what was known, and what is off the path does not count.

use crate::common::rules;
use crate::people::{Person, choices, person, tries};
use buoc_so::engine::{Evaluation, Status, Verdict};
use buoc_so::model::{Given, Mask, ObligationIx, QuestionIx};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn verdict(evaluation: &Evaluation, place: ObligationIx) -> Option<Verdict> {
    evaluation.obligations.iter().find(|verdict| verdict.obligation == place).map(|verdict| verdict.verdict)
}

/// May a status become another one when one more question is answered?
fn may_become(before: Status, after: Status) -> bool {
    before == Status::Maybe || before == after || (before != Status::Using && after == Status::Using)
}

fn questions(mask: Mask) -> Vec<&'static str> {
    buoc_so::view::questions(rules(), mask)
}

proptest! {
    #![proptest_config(tries(400))]

    /// In the order in which questions are asked: nothing on the path behind the next question is answered yet. (Out of that
    /// order it does not hold: `said` takes a question not asked yet for one not answered, so `sim = "no"` makes things `after`
    /// until `vneid = "level-2"` takes `sim` off the path. Only files with gaps get there.)
    #[test]
    fn an_answer_more_never_takes_back(person in person(), bits in any::<u64>()) {
        let (person, before) = in_order(person);
        let Some(next) = before.path.next else { return Ok(()) };
        let after = person.saying(next, Given::Chosen(choices(&rules().questions[next.at()], bits))).evaluate();
        let asked = &rules().questions[next.at()].id;
        for one in &before.platforms {
            let other = after.platform(one.platform).unwrap();
            let id = &rules().platforms[one.platform.at()].id;
            let (was, is) = (one.status, other.status);
            prop_assert!(may_become(was, is), "{id} from {was:?} to {is:?} by {asked}; {}", person.says());
            let misses_all = one.missing.iter().all(|gain| other.missing.contains(gain));
            prop_assert!((was, is) != (Status::After, Status::After) || misses_all, "{id} by {asked}; {}", person.says());
        }
        for place in (0..rules().obligations.len()).map(ObligationIx::from_at) {
            let (one, other) = (verdict(&before, place), verdict(&after, place));
            let id = &rules().obligations[place.at()].id;
            prop_assert!(one == Some(Verdict::Maybe) || one == other, "{id} from {one:?} to {other:?} by {asked}; {}", person.says());
        }
    }

    #[test]
    fn skipping_changes_the_next_question_only(person in person()) {
        let before = person.evaluate();
        let Some(next) = before.path.next else { return Ok(()) };
        let mut after = person.saying(next, Given::Skipped).evaluate();
        prop_assert!(after.path.next != Some(next));
        after.path.next = Some(next);
        prop_assert!(before == after, "{}", person.says());
    }

    #[test]
    fn every_path_ends(start in person(), bits in proptest::collection::vec((0u8..8, any::<u64>()), 24)) {
        let mut person = start;
        let mut asked = BTreeSet::new();
        while let Some(next) = person.evaluate().path.next {
            prop_assert!(asked.insert(next), "{} asked twice; {}", rules().questions[next.at()].id, person.says());
            prop_assert!(asked.len() <= rules().questions.len());
            let (how, bits) = bits[asked.len() % bits.len()];
            let given = if how == 0 { Given::Skipped } else { Given::Chosen(choices(&rules().questions[next.at()], bits)) };
            person = person.saying(next, given);
        }
    }

    /// Answers to questions off the path: taken away or exchanged, every byte stays the same.
    #[test]
    fn off_the_path_nothing_counts(person in person(), others in proptest::collection::vec((0u8..3, any::<u64>()), 24)) {
        let path = person.evaluate().path;
        let mut other = person.clone();
        for (at, question) in rules().questions.iter().enumerate().filter(|(at, _)| path.mask & (1 << at) == 0) {
            other.answers.given[at] = match others[at] {
                (0, _) => Given::Open,
                (1, _) => Given::Skipped,
                (_, bits) => Given::Chosen(choices(question, bits)),
            };
        }
        prop_assert!(person.print() == other.print(), "{}\n{}", person.says(), other.says());
    }

    #[test]
    fn every_open_verdict_asks_and_no_other_does(person in person()) {
        let evaluation = person.evaluate();
        let open = |ask: Mask| ask != 0 && ask & !evaluation.path.mask == 0;
        for verdict in &evaluation.platforms {
            let id = &rules().platforms[verdict.platform.at()].id;
            let holds = if verdict.status == Status::Maybe { open(verdict.ask) } else { verdict.ask == 0 };
            prop_assert!(holds, "{id} is {:?} and asks {:?}; {}", verdict.status, questions(verdict.ask), person.says());
        }
        for verdict in &evaluation.obligations {
            let id = &rules().obligations[verdict.obligation.at()].id;
            let holds = if verdict.verdict == Verdict::Maybe { open(verdict.ask) } else { verdict.ask == 0 };
            prop_assert!(holds, "{id} is {:?} and asks {:?}; {}", verdict.verdict, questions(verdict.ask), person.says());
        }
    }

    /// What is asked for has no counting answer: to ask again for what was said would be rude.
    #[test]
    fn nobody_is_asked_for_what_was_said(person in person()) {
        let evaluation = person.evaluate();
        let answered = answered(&person, evaluation.path.mask);
        let asks = evaluation.platforms.iter().map(|verdict| verdict.ask).chain(evaluation.obligations.iter().map(|verdict| verdict.ask));
        for ask in asks {
            prop_assert!(ask & answered == 0, "asks {:?} again; {}", questions(ask & answered), person.says());
        }
    }

    #[test]
    fn every_reason_names_answered_questions_only(person in person()) {
        let evaluation = person.evaluate();
        let answered = questions(answered(&person, evaluation.path.mask));
        let printed: serde_json::Value = serde_json::from_str(&person.print()).unwrap();
        for item in ["platforms", "obligations"].iter().flat_map(|list| printed[list].as_array().unwrap()) {
            for reason in item["reasons"].as_array().unwrap() {
                prop_assert!(!reason["rule"].as_str().unwrap().is_empty(), "{}", item["id"]);
                for question in reason["questions"].as_array().unwrap() {
                    prop_assert!(answered.contains(&question.as_str().unwrap()), "{}: {reason}; {}", item["id"], person.says());
                }
            }
        }
    }
}

/// The same person, but without answers to questions on the path behind the next one.
fn in_order(mut person: Person) -> (Person, Evaluation) {
    loop {
        let evaluation = person.evaluate();
        let next = evaluation.path.next;
        let early = |place: &&QuestionIx| next.is_some_and(|next| **place > next) && person.answers.get(**place) != Given::Open;
        match evaluation.path.questions.iter().find(early).copied() {
            Some(place) => person.answers.set(place, Given::Open),
            None => return (person, evaluation),
        }
    }
}

/// The questions with a counting answer: on the path or given by the portal, and not "unknown".
fn answered(person: &Person, path: Mask) -> Mask {
    let preset: Mask = person.answers.preset.iter().fold(0, |mask, (place, _)| mask | 1 << place.0);
    let counts = |at: usize, given: &Given| matches!(given, Given::Chosen(mask) if mask & rules().questions[at].unknown == 0);
    let said = person.answers.given.iter().enumerate().filter(|(at, given)| path & (1 << at) != 0 && counts(*at, given));
    said.fold(preset, |mask, (at, _)| mask | 1 << at)
}
