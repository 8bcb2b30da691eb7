//! Points: the priority table of `domain/audience-and-questions.md` added up once more, in other words than the engine's.

use crate::common::{reads, rules};
use crate::people::{person, tries};
use buoc_so::engine::{Evaluation, PlatformVerdict, Status, Verdict, facts_of};
use buoc_so::model::{Confidence, Date, Given, Kind};
use proptest::prelude::*;

/// The duties that are done with a platform and not in hand yet: is one of them due within 90 days, is there any?
fn duties(evaluation: &Evaluation, verdict: &PlatformVerdict, today: Date) -> (bool, bool) {
    let mut of = evaluation.obligations.iter().filter(|duty| {
        let with = &rules().obligations[duty.obligation.at()].done_with;
        duty.verdict == Verdict::Is(Kind::Must) && !duty.in_hand && with.contains(&verdict.platform)
    });
    let soon = of.clone().any(|duty| duty.due.is_some_and(|due| due.since(today) <= 90));
    (soon, of.next().is_some())
}

proptest! {
    #![proptest_config(tries(400))]

    #[test]
    fn points_add_up(person in person()) {
        let (evaluation, facts) = (person.evaluate(), facts_of(rules(), reads(), &person.answers, &person.marks));
        let open = evaluation.platforms.iter().filter(|verdict| matches!(verdict.status, Status::After | Status::Maybe));
        let lacking: Vec<_> = open.flat_map(|verdict| verdict.missing.iter().chain(&verdict.open_needs)).collect();
        for verdict in &evaluation.platforms {
            let entry = &rules().platforms[verdict.platform.at()];
            let opens = entry.gives.iter().any(|gain| lacking.contains(&gain) && !facts.has(*gain).is_yes());
            let (soon, duty) = duties(&evaluation, verdict, person.today);
            let chosen = rules().questions.iter().zip(&person.answers.given).enumerate().any(|(at, (question, given))| {
                let Given::Chosen(mask) = given else { return false };
                evaluation.path.mask & (1 << at) != 0
                    && question.choices.iter().enumerate().filter(|(bit, _)| mask & (1 << bit) != 0).any(|(_, choice)| {
                        let sometimes = choice.areas_when.iter().filter(|(_, when)| facts.truth(when).is_yes()).map(|(area, _)| area);
                        choice.areas.iter().chain(sometimes).any(|area| *area == entry.area)
                    })
            });
            let strains = entry.strains.as_ref().is_some_and(|strains| facts.truth(strains).is_yes());
            let beyond = strains || verdict.missing.iter().any(|gain| rules().phone_like.contains(gain));
            let ready = verdict.status == Status::Ready;
            let unsure = !matches!(entry.confidence, Confidence::V1 | Confidence::V2);
            let table = [(opens, 50), (soon, 40), (duty && !soon, 30), (chosen, 20), (ready, 10), (entry.free, 5), (entry.home, 5), (unsure, -10), (beyond, -20)];
            let sum: i16 = table.iter().filter(|(holds, _)| *holds).map(|(_, points)| points).sum();
            prop_assert!(verdict.points == sum, "{}: {} points, not {sum}; {}", entry.id, verdict.points, person.says());
        }
    }
}
