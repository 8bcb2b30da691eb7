//! Everything a screen is made from, and the small sentences that several screens share.

use super::Word;
use crate::engine::{Evaluation, Facts, Reads};
use crate::model::{
    AreaIx, CapabilityCard, CapabilityIx, Cards, ChoiceWords, Date, Mask, ObligationCard, ObligationIx, PlatformCard, PlatformIx,
    QuestionIx, Rules, SourceIx, Words,
};
use crate::session::Session;
use crate::text::{Lang, cut, decimal, fill, joined, listed};
use alloc::{string::String, vec::Vec};

/// A moment of a run, in one language.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    /// What the engine reads.
    pub rules: &'a Rules,
    /// Which questions items read.
    pub reads: &'a Reads,
    /// Words of the language.
    pub words: &'a Words,
    /// Cards of the language; empty until they are loaded.
    pub cards: &'a Cards,
    /// The run.
    pub session: &'a Session,
    /// What follows from it.
    pub evaluation: &'a Evaluation,
    /// The facts behind it.
    pub facts: &'a Facts<'a>,
    /// The day.
    pub today: Date,
    /// The device's date is believable (design rule 5); if not, nothing is said about days left.
    pub clock_ok: bool,
}

impl<'a> Scene<'a> {
    /// A word of the interface.
    pub fn word(&self, word: Word) -> &'a str {
        word.of(self.words, self.cards)
    }

    /// The same as a string of its own.
    pub fn say(&self, word: Word) -> String {
        String::from(self.word(word))
    }

    /// One of the parts of a word that is a list ("thứ Hai|thứ Ba|…").
    pub fn part(&self, word: Word, at: usize) -> &'a str {
        let mut rest = self.word(word);
        for _ in 0..at {
            rest = cut(rest, b'|').map_or("", |(_, after)| after);
        }
        cut(rest, b'|').map_or(rest, |(part, _)| part)
    }

    /// A sentence for a number: the part of a word for none, one, or many ("…|…|{n} …").
    pub fn count(&self, word: Word, number: usize) -> String {
        fill(self.part(word, number.min(2)), &[("n", &decimal(number))])
    }

    /// Language.
    pub fn lang(&self) -> Lang {
        self.session.lang
    }

    /// Name of a platform.
    pub fn platform(&self, place: PlatformIx) -> &'a str {
        self.cards.names.get(place.at()).map_or("", String::as_str)
    }

    /// Card of a platform.
    pub fn card(&self, place: PlatformIx) -> Option<&'a PlatformCard> {
        self.cards.platforms.get(place.at())
    }

    /// Name of a capability.
    pub fn capability(&self, place: CapabilityIx) -> &'a str {
        self.cards.capability_names.get(place.at()).map_or("", String::as_str)
    }

    /// Step that gains a capability.
    pub fn step(&self, place: CapabilityIx) -> Option<&'a CapabilityCard> {
        self.cards.capabilities.get(place.at())
    }

    /// Text of an obligation.
    pub fn obligation(&self, place: ObligationIx) -> Option<&'a ObligationCard> {
        self.cards.obligations.get(place.at())
    }

    /// Name of an area.
    pub fn area(&self, place: AreaIx) -> &'a str {
        self.cards.areas.get(place.at()).map_or("", |area| area.name.as_str())
    }

    /// Name of the drawing of an area.
    pub fn area_icon(&self, place: AreaIx) -> String {
        let id = self.rules.areas.get(place.at()).map_or("", |area| &area.id);
        joined(&["area-", id])
    }

    /// The questions of a set, with their id and short name.
    pub fn questions(&self, mask: Mask) -> Vec<(QuestionIx, &'a str)> {
        let places = (0..self.rules.questions.len()).filter(|at| mask & (1 << at) != 0).map(QuestionIx::from_at);
        places.map(|place| (place, self.words.questions.get(place.at()).map_or("", |words| words.short.as_str()))).collect()
    }

    /// Words of the choices of a question.
    pub fn choices(&self, place: QuestionIx) -> &'a [ChoiceWords] {
        match self.cards.choices.iter().find(|(question, _)| *question == place) {
            Some((_, choices)) => choices,
            None => self.words.questions.get(place.at()).map_or(&[][..], |words| &words.choices),
        }
    }

    /// The labels of what was chosen, joined.
    pub fn answer(&self, place: QuestionIx) -> String {
        let crate::model::Given::Chosen(mask) = self.session.answers.get(place) else { return String::new() };
        let choices = self.choices(place);
        let labels: Vec<&str> =
            choices.iter().enumerate().filter(|(at, _)| mask & (1 << at) != 0).map(|(_, choice)| choice.label.as_str()).collect();
        listed(&labels, "; ")
    }

    /// "thứ Hai, 01/02/2027".
    pub fn day(&self, day: Date) -> String {
        joined(&[self.part(Word::Weekdays, day.weekday()), ", ", &day.day_first()])
    }

    /// Is this copy of the catalogue past its last day? Then duties, telephone numbers and links stand behind a sentence that
    /// says so and whom to ask.
    pub fn expired(&self) -> bool {
        self.today > self.rules.valid_until
    }

    /// "Bản này đã cũ: chỉ đúng đến ngày …"; empty up to that day.
    pub fn old_says(&self) -> String {
        if !self.expired() {
            return String::new();
        }
        fill(self.word(Word::OldSince), &[("date", &self.rules.valid_until.day_first())])
    }

    /// That the device's date is not believable; empty when it is.
    pub fn clock_says(&self) -> &'a str {
        if self.clock_ok { "" } else { self.word(Word::ClockNote) }
    }

    /// "còn 72 ngày"; nothing when the device's date is not believable or this copy is old.
    pub fn days_left(&self, day: Date) -> String {
        match day.since(self.today) {
            left if left >= 0 && self.clock_ok && !self.expired() => self.count(Word::DaysLeft, left as usize),
            _ => String::new(),
        }
    }

    /// Sources by name, and as of when.
    pub fn source_line(&self, sources: &[SourceIx], as_of: &str, review_by: Date) -> String {
        let named = sources.iter().filter_map(|source| self.cards.sources.get(source.at())).map(|source| source.title.as_str());
        let says = fill(self.word(Word::Sources), &[("what", &listed(&named.collect::<Vec<_>>(), "; "))]);
        joined(&[&says, " ", &self.as_of(as_of, review_by)])
    }

    /// "Thông tin đến ngày …", and a note when it is past its review.
    pub fn as_of(&self, as_of: &str, review_by: Date) -> String {
        let mut sentence = fill(self.word(Word::AsOf), &[("date", as_of)]);
        if self.today > review_by {
            sentence.push(' ');
            sentence.push_str(self.word(Word::PerhapsOld));
        }
        sentence
    }
}
