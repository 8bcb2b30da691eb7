//! The question screen and the review.

use super::{Scene, Word};
use crate::model::{Given, Mask, QuestionIx};
use crate::session::Trouble;
use crate::text::{decimal, fill};
use alloc::{string::String, vec::Vec};

/// One question as it is shown.
#[derive(Debug, PartialEq)]
pub struct QuestionView<'a> {
    /// Its place.
    pub place: QuestionIx,
    /// Its id.
    pub id: &'a str,
    /// Which question of this run it is, from 1.
    pub number: usize,
    /// How many follow if every later one is skipped.
    pub left: usize,
    /// "Câu 7".
    pub number_says: String,
    /// "khoảng 4 câu nữa".
    pub left_says: String,
    /// The question.
    pub ask: &'a str,
    /// How to answer; may be empty.
    pub hint: &'a str,
    /// Why we ask.
    pub why: &'a str,
    /// Check boxes, else radios.
    pub several: bool,
    /// What is offered.
    pub choices: Vec<ChoiceView<'a>>,
    /// "Đã chọn 2 trên 3"; empty for radios.
    pub chosen_says: String,
    /// There is a skip button (contract section 5: not where a choice says "unknown").
    pub can_skip: bool,
    /// What went wrong; empty if nothing.
    pub trouble: String,
    /// Many short choices with a search field (provinces).
    pub search: bool,
}

/// One choice as it is shown.
#[derive(Debug, PartialEq)]
pub struct ChoiceView<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its bit.
    pub bit: Mask,
    /// Label.
    pub label: &'a str,
    /// Small second line.
    pub hint: &'a str,
    /// Drawing.
    pub icon: &'a str,
    /// Chosen?
    pub checked: bool,
    /// Other names to search for.
    pub also: &'a str,
}

/// One answer on the review page.
#[derive(Debug, PartialEq)]
pub struct ReviewRow<'a> {
    /// The question.
    pub place: QuestionIx,
    /// Its id.
    pub id: &'a str,
    /// Its short name.
    pub short: &'a str,
    /// What was answered; empty if nothing.
    pub answer: String,
    /// Drawing.
    pub icon: &'a str,
}

impl<'a> Scene<'a> {
    /// A question. `None` for a place the catalogue does not have.
    pub fn question(&self, place: QuestionIx) -> Option<QuestionView<'a>> {
        let question = self.rules.questions.get(place.at())?;
        let words = self.words.questions.get(place.at())?;
        let path = &self.evaluation.path.questions;
        let number = path.iter().filter(|other| **other <= place).count().max(1);
        let left = path.iter().filter(|other| **other > place).count();
        let chosen = match self.session.answers.get(place) {
            Given::Chosen(mask) => mask,
            _ => 0,
        };
        let offered = |at: usize| {
            question
                .choices
                .get(at)
                .is_some_and(|choice| !self.facts.truth(&choice.offered).is_no() && self.leads_somewhere(at, place))
        };
        let choices = question
            .choices
            .iter()
            .zip(self.choices(place))
            .enumerate()
            .filter(|(at, _)| chosen & (1 << at) != 0 || offered(*at));
        let most = if question.most > 0 { usize::from(question.most) } else { question.choices.len() };
        let ask = if self.session.for_other { &words.ask_other } else { &words.ask };
        Some(QuestionView {
            place,
            id: &question.id,
            number,
            left,
            number_says: fill(self.word(Word::QuestionNumber), &[("n", &decimal(number))]),
            left_says: self.count(Word::QuestionsLeft, left),
            ask,
            hint: &words.hint,
            why: &words.why,
            several: question.several,
            choices: choices
                .map(|(at, (choice, words))| ChoiceView {
                    id: &choice.id,
                    bit: 1 << at,
                    label: &words.label,
                    hint: &words.hint,
                    icon: &choice.icon,
                    checked: chosen & (1 << at) != 0,
                    also: &words.also,
                })
                .collect(),
            chosen_says: if question.several {
                fill(self.word(Word::ChosenOf), &[("n", &decimal(chosen.count_ones() as usize)), ("most", &decimal(most))])
            } else {
                String::new()
            },
            can_skip: !question.has_unknown(),
            trouble: match self.session.trouble {
                None => String::new(),
                Some(Trouble::NothingChosen) if question.has_unknown() => self.say(Word::ChooseOne),
                Some(Trouble::NothingChosen) => self.say(Word::ChooseOrSkip),
                Some(Trouble::TooMany) => fill(self.word(Word::TooMany), &[("most", &decimal(most))]),
            },
            search: question.local,
        })
    }

    /// A need whose areas hold nothing for this person is not offered (d70).
    fn leads_somewhere(&self, choice: usize, place: QuestionIx) -> bool {
        let Some(choice) = self.rules.questions.get(place.at()).and_then(|question| question.choices.get(choice)) else {
            return false;
        };
        if choice.areas.is_empty() {
            return true;
        }
        self.rules.platforms.iter().any(|platform| {
            choice.areas.contains(&platform.area) && !self.facts.truth(&crate::model::Condition::Rule(platform.suits)).is_no()
        })
    }

    /// All answers of the path, one row each.
    pub fn review(&self) -> Vec<ReviewRow<'a>> {
        let rows = self.evaluation.path.questions.iter().filter_map(|place| {
            let question = self.rules.questions.get(place.at())?;
            let words = self.words.questions.get(place.at())?;
            let chosen = match self.session.answers.get(*place) {
                Given::Chosen(mask) => question.choices.iter().enumerate().find(|(at, _)| mask & (1 << at) != 0),
                _ => None,
            };
            Some(ReviewRow {
                place: *place,
                id: &question.id,
                short: &words.short,
                answer: self.answer(*place),
                icon: chosen.map_or("", |(_, choice)| &choice.icon),
            })
        });
        rows.collect()
    }
}
