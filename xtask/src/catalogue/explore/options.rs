//! What a person can answer to a question, and which of these answers no condition of the catalogue tells apart.

use super::ground::Ground;
use buoc_so::content::Catalogue;
use buoc_so::engine::Facts;
use buoc_so::model::{Answers, Condition, Given, Mask, Question, QuestionIx, Rules};
use buoc_so::session::answer_file::allowed;
use std::collections::BTreeMap;

/// A question with several choices is tried with every pair of them up to so many pairs.
const MOST_PAIRS: usize = 15;
/// All sets of choices are looked at up to so many choices.
const MOST_CHOICES: u32 = 12;

/// The choices offered to a person, as the question screen offers them.
fn offered(facts: &Facts<'_>, question: &Question) -> Mask {
    let rules: &Rules = facts.rules;
    let leads = |areas: &[_]| {
        areas.is_empty()
            || rules
                .platforms
                .iter()
                .any(|platform| areas.contains(&platform.area) && !facts.truth(&Condition::Rule(platform.suits)).is_no())
    };
    question.choices.iter().enumerate().fold(0, |mask, (at, choice)| {
        if facts.truth(&choice.offered).is_no() || !leads(&choice.areas) { mask } else { mask | 1 << at }
    })
}

/// The answers tried: skipped (where there is no choice for "not known"), each choice alone, all together, pairs as far as
/// they are few, and for a limited number runs of so many neighbours.
pub fn tried(facts: &Facts<'_>, question: &Question) -> Vec<Given> {
    let offered = offered(facts, question);
    let mut bits: Vec<Mask> = (0..question.choices.len()).map(|at| 1 << at).filter(|bit| offered & bit != 0).collect();
    if question.local && bits.len() > 2 {
        // The choices of a question that only chooses local texts differ in texts of the portal alone.
        bits.drain(1..bits.len() - 1);
    }
    let mut masks = bits.clone();
    if question.several {
        bits.retain(|bit| bit & (question.exclusive | question.unknown) == 0);
        let most = if question.most == 0 { bits.len() } else { usize::from(question.most) };
        if most > 1 && bits.len() * bits.len().saturating_sub(1) / 2 <= MOST_PAIRS {
            masks.extend(bits.iter().enumerate().flat_map(|(at, one)| bits[at + 1..].iter().map(move |other| one | other)));
        }
        masks.extend(bits.windows(most.max(1)).map(|run| run.iter().fold(0, |mask, bit| mask | bit)));
    }
    masks.retain(|mask| allowed(question, *mask).is_ok());
    let mut seen = Vec::new();
    masks.retain(|mask| {
        !seen.contains(mask) && {
            seen.push(*mask);
            true
        }
    });
    let skipped = (!question.has_unknown()).then_some(Given::Skipped);
    skipped.into_iter().chain(masks.into_iter().map(Given::Chosen)).collect()
}

/// Every answer a person can give, for questions with few enough choices; else those that are tried.
fn all(facts: &Facts<'_>, question: &Question) -> Vec<Given> {
    let offered = offered(facts, question);
    if !question.several || question.local || offered.count_ones() > MOST_CHOICES || question.most > 0 {
        return tried(facts, question);
    }
    let sets = (1..1 << question.choices.len()).filter(|mask: &Mask| mask & !offered == 0 && allowed(question, *mask).is_ok());
    (!question.has_unknown()).then_some(Given::Skipped).into_iter().chain(sets.map(Given::Chosen)).collect()
}

/// The questions still open that somebody who begins like this can be asked, as far as their conditions say.
pub fn askable(ground: &Ground<'_>, start: &Answers) -> Mask {
    let facts = ground.facts(start);
    ground.rules().questions.iter().enumerate().fold(0, |mask, (at, question)| {
        let open = start.get(QuestionIx::from_at(at)) == Given::Open;
        if open && could_hold(ground, &facts, &question.when, mask) { mask | 1 << at } else { mask }
    })
}

/// Could a condition hold once questions of `askable` are answered? What was skipped stays unknown.
fn could_hold(ground: &Ground<'_>, facts: &Facts<'_>, condition: &Condition, askable: Mask) -> bool {
    let rules = ground.rules();
    let could = |part: &Condition| could_hold(ground, facts, part, askable);
    match condition {
        Condition::All(parts) => parts.iter().all(could),
        Condition::Any(parts) => parts.iter().any(could),
        Condition::Rule(rule) => rules.rules.get(rule.at()).is_some_and(|rule| could(&rule.when)),
        Condition::Has(capability) => rules.capabilities.get(capability.at()).is_some_and(|entry| could(&entry.yes)),
        _ => facts.truth(condition).is_yes() || ground.reads.condition(condition) & askable != 0,
    }
}

/// The answers in classes that no condition tells apart: trying one answer of each class reaches every status, kind and
/// path. Choices that move areas up differ in order only and share a class.
pub fn classes(ground: &Ground<'_>, facts: &Facts<'_>, place: QuestionIx, question: &Question) -> Vec<Vec<Given>> {
    let leaves = leaves(ground.catalogue, place);
    let mut classes: BTreeMap<Vec<bool>, Vec<Given>> = BTreeMap::new();
    for given in all(facts, question) {
        classes.entry(sign(&leaves, question, given)).or_default().push(given);
    }
    classes.into_values().collect()
}

/// The choices of a question that nothing tells apart, two or more each.
pub fn alike(catalogue: &Catalogue, place: QuestionIx, question: &Question) -> Vec<Vec<String>> {
    let leaves = leaves(catalogue, place);
    let mut classes: BTreeMap<(Vec<bool>, String), Vec<String>> = BTreeMap::new();
    for (at, choice) in question.choices.iter().enumerate() {
        let named = leaves.iter().map(|leaf| match leaf {
            Condition::Is(_, any) | Condition::Said(_, any) | Condition::AtLeast(_, any, _) => any & (1 << at) != 0,
            _ => false,
        });
        let named = core::iter::once(question.unknown & (1 << at) != 0).chain(named).collect();
        let moves = format!("{:?} {:?}", choice.areas, choice.areas_when);
        classes.entry((named, moves)).or_default().push(choice.id.clone());
    }
    classes.into_values().filter(|class| class.len() > 1).collect()
}

/// How the conditions on a question come out; the first sign says whether the answer is known at all, which only matters
/// where a condition reads it.
fn sign(leaves: &[&Condition], question: &Question, given: Given) -> Vec<bool> {
    let chosen = match given {
        Given::Chosen(mask) if mask & question.unknown == 0 => Some(mask),
        _ => None,
    };
    let holds = leaves.iter().map(|leaf| match (leaf, chosen) {
        (_, None) => false,
        (Condition::Is(_, any) | Condition::Said(_, any), Some(mask)) => mask & any != 0,
        (Condition::AtLeast(_, of, count), Some(mask)) => (mask & of).count_ones() >= u32::from(*count),
        _ => false,
    });
    core::iter::once(chosen.is_some() && !leaves.is_empty()).chain(holds).collect()
}

/// All conditions of the catalogue that name a question, texts included.
fn leaves(catalogue: &Catalogue, place: QuestionIx) -> Vec<&Condition> {
    let rules = &catalogue.rules;
    let mut open: Vec<&Condition> = vec![&rules.no_phone_when];
    for question in &rules.questions {
        open.push(&question.when);
        open.extend(question.choices.iter().map(|choice| &choice.offered));
    }
    for capability in &rules.capabilities {
        open.extend([&capability.yes].into_iter().chain(&capability.first_when));
        open.extend(capability.requires.iter().map(|need| &need.when));
    }
    open.extend(rules.rules.iter().map(|rule| &rule.when));
    for platform in &rules.platforms {
        open.extend(platform.needs.iter().map(|need| &need.when).chain(&platform.using).chain(&platform.strains));
    }
    for obligation in &rules.obligations {
        open.extend(obligation.kinds.iter().map(|case| &case.when).chain(&obligation.in_hand).chain(&obligation.first_when));
    }
    let [cards, _] = &catalogue.cards;
    open.extend(cards.platforms.iter().flat_map(|card| card.variants.iter().map(|variant| &variant.when)));
    open.extend(cards.capabilities.iter().flat_map(|card| card.variants.iter().map(|variant| &variant.when)));
    let mut leaves = Vec::new();
    while let Some(condition) = open.pop() {
        match condition {
            Condition::All(parts) | Condition::Any(parts) => open.extend(parts),
            Condition::Not(part) => open.push(part),
            Condition::Is(question, _) | Condition::Said(question, _) | Condition::AtLeast(question, ..)
                if *question == place =>
            {
                leaves.push(condition);
            }
            _ => {}
        }
    }
    leaves
}
