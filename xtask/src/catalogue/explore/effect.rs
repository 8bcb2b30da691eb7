//! What an answer changes: each choice is given, and taken back, by people the walk has met, all else being equal.

use super::ground::Ground;
use super::tally::Tally;
use buoc_so::engine::{Evaluation, Status, StepKind};
use buoc_so::model::{Answers, Condition, Given, Mask, Question, QuestionIx};
use buoc_so::session::answer_file::allowed;

/// The strongest thing that changes, weakest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effect {
    /// Texts: other wording for this person, warnings, local texts.
    Texts,
    /// Other questions are asked.
    Path,
    /// Order, first cards or plan.
    Order,
    /// A status, something missing, a kind, a date, a duty in hand.
    Status,
}

impl Effect {
    /// The word in reports.
    pub const fn id(self) -> &'static str {
        match self {
            Effect::Texts => "texts",
            Effect::Path => "path",
            Effect::Order => "order",
            Effect::Status => "status",
        }
    }
}

/// What is known of each question and of each of its choices.
#[derive(Clone, Debug)]
pub struct Effects {
    /// Per question the strongest effect of any of its answers.
    pub questions: Vec<Option<Effect>>,
    /// Per question and choice the strongest effect seen; not every choice is followed to the strongest.
    pub choices: Vec<Vec<Option<Effect>>>,
}

impl Effects {
    /// Nothing known yet.
    pub fn new(ground: &Ground<'_>) -> Effects {
        let questions = &ground.rules().questions;
        Effects {
            questions: vec![None; questions.len()],
            choices: questions.iter().map(|question| vec![None; question.choices.len()]).collect(),
        }
    }

    /// Takes in what another group has shown.
    pub fn add(&mut self, other: &Effects) {
        self.questions.iter_mut().zip(&other.questions).for_each(|(own, other)| *own = (*own).max(*other));
        let choices = self.choices.iter_mut().flatten().zip(other.choices.iter().flatten());
        choices.for_each(|(own, other)| *own = (*own).max(*other));
    }

    /// Asks so many people of a group; a choice that has shown an effect is left in peace. With `rest`, only what has shown
    /// none at all is looked at.
    pub fn probe(&mut self, ground: &Ground<'_>, tally: &Tally, people: usize, rest: bool) {
        for (turn, answers) in tally.sample(people).enumerate() {
            if ground.late() || rest && self.without_effect(ground).next().is_none() {
                return;
            }
            for place in &ground.evaluate(answers).path.questions {
                self.question(ground, answers, *place, (!rest).then_some(turn));
            }
        }
    }

    /// The choices without any effect so far. Those that stand for "not known" are meant to have none (d29).
    pub fn without_effect<'a>(&'a self, ground: &Ground<'a>) -> impl Iterator<Item = (&'a str, &'a str)> {
        ground.rules().questions.iter().zip(&self.choices).flat_map(|(question, effects)| {
            let choices = question.choices.iter().zip(effects).enumerate();
            let none = choices.filter(|(at, (_, effect))| question.unknown & (1 << at) == 0 && effect.is_none());
            none.map(|(_, (choice, _))| (question.id.as_str(), choice.id.as_str()))
        })
    }

    fn question(&mut self, ground: &Ground<'_>, answers: &Answers, place: QuestionIx, turn: Option<usize>) {
        let Some(question) = ground.rules().questions.get(place.at()) else { return };
        let (Some(whole), Some(known)) = (self.questions.get_mut(place.at()), self.choices.get_mut(place.at())) else { return };
        if question.local {
            // It is asked only while something shown is local (d30), and choosing those texts is all it does.
            *whole = (*whole).max(Some(Effect::Texts));
            known.iter_mut().for_each(|choice| *choice = (*choice).max(Some(Effect::Texts)));
            return;
        }
        let weak = *whole < Some(Effect::Status);
        for (at, choice) in known.iter_mut().enumerate() {
            let again = weak && turn.is_some_and(|turn| turn % question.choices.len() == at);
            if question.unknown & (1 << at) != 0 || (choice.is_some() && !again) {
                continue;
            }
            for (without, with) in flips(question, answers.get(place), 1 << at) {
                let effect = compare(ground, answers, place, without, with);
                *choice = (*choice).max(effect);
                *whole = (*whole).max(effect);
            }
        }
    }
}

/// The answers to compare: skipped with the choice alone, and what was answered without and with it.
fn flips(question: &Question, given: Given, bit: Mask) -> Vec<(Given, Given)> {
    let mut flips = vec![(Given::Skipped, Given::Chosen(bit))];
    if let (true, Given::Chosen(mask)) = (question.several, given) {
        let (without, with) = (mask & !bit, mask | bit);
        if without != 0 && allowed(question, with).is_ok() {
            flips.push((Given::Chosen(without), Given::Chosen(with)));
        }
    }
    flips
}

fn compare(ground: &Ground<'_>, answers: &Answers, place: QuestionIx, one: Given, other: Given) -> Option<Effect> {
    let said = |given: Given| {
        let mut answers = answers.clone();
        answers.set(place, given);
        let evaluation = ground.evaluate(&answers);
        (answers, evaluation)
    };
    let ((one, before), (other, after)) = (said(one), said(other));
    if statuses(&before) != statuses(&after) || duties(&before) != duties(&after) {
        Some(Effect::Status)
    } else if order(&before) != order(&after) {
        Some(Effect::Order)
    } else if before.path.mask != after.path.mask {
        Some(Effect::Path)
    } else if texts(ground, &one, &before) != texts(ground, &other, &after) {
        Some(Effect::Texts)
    } else {
        None
    }
}

fn statuses(evaluation: &Evaluation) -> Vec<impl PartialEq> {
    let mut list: Vec<_> =
        evaluation.platforms.iter().map(|verdict| (verdict.platform, verdict.status.id(), verdict.missing.clone())).collect();
    list.sort();
    list
}

fn duties(evaluation: &Evaluation) -> Vec<impl PartialEq> {
    let mut list: Vec<_> = evaluation
        .obligations
        .iter()
        .map(|verdict| (verdict.obligation, verdict.verdict.id(), verdict.due, verdict.in_hand))
        .collect();
    list.sort();
    list
}

fn order(evaluation: &Evaluation) -> impl PartialEq {
    let platforms: Vec<_> = evaluation.platforms.iter().map(|verdict| verdict.platform).collect();
    let obligations: Vec<_> = evaluation.obligations.iter().map(|verdict| verdict.obligation).collect();
    let plan: Vec<StepKind> = evaluation.plan.iter().map(|step| step.kind).collect();
    (platforms, obligations, evaluation.first.clone(), plan)
}

/// Which conditions of texts hold for what this person is shown: warnings, other wordings of cards and of steps.
fn texts(ground: &Ground<'_>, answers: &Answers, evaluation: &Evaluation) -> Vec<bool> {
    let facts = ground.facts(answers);
    let [cards, _] = &ground.catalogue.cards;
    let holds = |condition: &Condition| facts.truth(condition).is_yes();
    let mut texts = Vec::new();
    for (place, (platform, card)) in ground.rules().platforms.iter().zip(&cards.platforms).enumerate() {
        let shown = evaluation.platforms.iter().any(|verdict| verdict.platform.at() == place && verdict.status != Status::NotNow);
        if shown {
            texts.extend(platform.cautions.iter().map(|rule| holds(&Condition::Rule(*rule))));
            texts.extend(card.variants.iter().map(|variant| holds(&variant.when)));
        }
    }
    for step in &evaluation.plan {
        if let StepKind::Capability(place) = step.kind {
            let variants = cards.capabilities.get(place.at()).map(|card| card.variants.as_slice()).unwrap_or_default();
            texts.extend(variants.iter().map(|variant| holds(&variant.when)));
        }
    }
    texts
}
