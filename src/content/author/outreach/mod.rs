//! The content of training sessions: what helpers read, say, count and practise with.

mod lists;
mod paper;
mod people;

pub use paper::PaperWords;

use super::Found;
use super::condition::At;
use super::entry::shape;
use super::file::{BringFile, HelperCardFile, OutreachWordsFile, Pair, SafetyFile};
use super::load::Reading;
use crate::model::{Bring, HelperCard, OutreachWords, Rules};
use crate::text::Lang;
use crate::view::OutreachWord;
use std::{collections::BTreeSet, format, string::String, vec::Vec};

const FOLDER: &str = "outreach/";
const WORDS: &str = "outreach/words.toml";
const SAFETY: &str = "outreach/safety.toml";
const BRING: &str = "outreach/bring.toml";
const CARDS: &str = "outreach/cards.toml";

/// The most letters of a text, by what it is for: a button or row on a phone, a card that is read between two people, a story.
const WORD: usize = 320;
const ROW: usize = 200;
const CARD: usize = 420;

/// What the page shows and what the paper says, both languages; after the rules, because cards and people name questions.
pub fn read(reading: &mut Reading<'_>, rules: &Rules) -> ([OutreachWords; 2], [PaperWords; 2]) {
    let mut own: [OutreachWords; 2] = Default::default();
    // A catalogue of before, or one that somebody made for a test.
    if !reading.files.0.keys().any(|file| file.starts_with(FOLDER)) {
        reading.found.warning(FOLDER, "-", "no file is there: nobody can hold a training session");
        return (own, Default::default());
    }
    interface(reading, &mut own);
    safety(reading, &mut own);
    bring(reading, &mut own);
    lists::lists(reading, rules, &mut own);
    cards(reading, rules, &mut own);
    people::people(reading, rules, &mut own);
    (own, paper::paper(reading, rules))
}

/// For each language its list.
fn each(own: &mut [OutreachWords; 2], mut add: impl FnMut(&mut OutreachWords, Lang)) {
    own.iter_mut().zip(Lang::ALL).for_each(|(words, lang)| add(words, lang));
}

/// Names a text that is too long for its place.
fn fits(pair: &Pair, most: usize, at: &At<'_>, found: &mut Found) {
    for lang in Lang::ALL {
        let letters = pair.of(lang).chars().count();
        if letters > most {
            at.error(found, format!("the text has {letters} letters, expected at most {most} ({})", lang.code()));
        }
    }
}

/// Names an id that stands twice, or that is none.
fn once(seen: &mut BTreeSet<String>, id: &str, at: &At<'_>, found: &mut Found) {
    if !seen.insert(id.into()) {
        at.error(found, "the id stands here twice");
    }
    if !id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-_".contains(&byte)) || id.is_empty() {
        at.error(found, "ids are lower-case words joined by hyphens");
    }
}

fn interface(reading: &mut Reading<'_>, own: &mut [OutreachWords; 2]) {
    let Some(OutreachWordsFile { mut words }) = reading.files.whole(WORDS, &mut reading.found) else { return };
    for word in OutreachWord::ALL {
        let at = At::new(WORDS, format!("words.{}", word.key()));
        let pair = match words.remove(word.key()) {
            Some(value) => shape::<Pair>(WORDS, &at.key, value, &mut reading.found).unwrap_or_default(),
            None => {
                at.error(&mut reading.found, "the word is missing");
                Pair::default()
            }
        };
        fits(&pair, WORD, &at, &mut reading.found);
        each(own, |words, lang| words.interface.push(pair.of(lang)));
    }
    for key in words.keys() {
        reading.found.error(WORDS, &format!("words.{key}"), "no part of the outreach screens uses this word");
    }
}

fn safety(reading: &mut Reading<'_>, own: &mut [OutreachWords; 2]) {
    let entries: Vec<(String, SafetyFile)> = reading.files.entries(SAFETY, "rule", &mut reading.found);
    let mut seen = BTreeSet::new();
    for (key, entry) in entries {
        let at = At::new(SAFETY, key);
        once(&mut seen, &entry.id, &at, &mut reading.found);
        fits(&entry.text, ROW, &at.inner("text"), &mut reading.found);
        each(own, |words, lang| words.safety.push(entry.text.of(lang)));
    }
    if seen.is_empty() {
        reading.found.error(SAFETY, "rule", "no rule is given; every session begins with them");
    }
}

fn bring(reading: &mut Reading<'_>, own: &mut [OutreachWords; 2]) {
    let entries: Vec<(String, BringFile)> = reading.files.entries(BRING, "thing", &mut reading.found);
    let mut seen = BTreeSet::new();
    for (key, entry) in entries {
        let at = At::new(BRING, key);
        once(&mut seen, &entry.id, &at, &mut reading.found);
        fits(&entry.text, ROW, &at.inner("text"), &mut reading.found);
        each(own, |words, lang| words.bring.push(Bring { icon: entry.icon.clone(), text: entry.text.of(lang) }));
    }
}

/// One card per question, in content order whatever the order in the file.
fn cards(reading: &mut Reading<'_>, rules: &Rules, own: &mut [OutreachWords; 2]) {
    let entries: Vec<(String, HelperCardFile)> = reading.files.entries(CARDS, "card", &mut reading.found);
    let mut seen = BTreeSet::new();
    for (key, entry) in &entries {
        let at = At::new(CARDS, key.as_str());
        once(&mut seen, &entry.id, &at, &mut reading.found);
        fits(&entry.say, CARD, &at.inner("say"), &mut reading.found);
        fits(&entry.avoid, CARD, &at.inner("avoid"), &mut reading.found);
        if !rules.questions.iter().any(|question| question.id == entry.id) {
            at.error(&mut reading.found, format!("unknown question \"{}\"", entry.id));
        }
    }
    for question in &rules.questions {
        let card = entries.iter().find(|(_, entry)| entry.id == question.id);
        if card.is_none() {
            reading.found.error(CARDS, &format!("card.{}", question.id), "the helper has no card for this question");
        }
        each(own, |words, lang| {
            let card = card.map(|(_, entry)| HelperCard { say: entry.say.of(lang), avoid: entry.avoid.of(lang) });
            words.cards.push(card.unwrap_or_default());
        });
    }
}
