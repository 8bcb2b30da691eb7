//! Saved answers `buoc-so-answers/1` (contract section 7): the only state that outlives the page. What is read is hostile and
//! old: ids that the catalogue does not know are dropped and counted, everything else is kept by id.

use super::Session;
use crate::model::{Date, Given, PlatformIx, QuestionIx, Rules, Set};
use crate::text::Lang;
use alloc::{string::String, vec::Vec};

/// Name and version of the format.
pub const FORMAT: &str = "buoc-so-answers/1";
/// The most characters that are read.
pub const MOST: usize = 20_000;
/// How many days answers are kept on a device.
pub const DAYS: i32 = 30;

/// The file.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Serialize, serde::Deserialize))]
pub struct Saved {
    /// [`FORMAT`].
    pub format: String,
    /// Version of the catalogue they were given to.
    pub catalogue: String,
    /// The day of the last change, `YYYY-MM-DD`.
    pub date: String,
    /// Language.
    pub lang: String,
    /// Choices by question; an object in JSON.
    #[cfg_attr(not(target_arch = "wasm32"), serde(with = "by_id"))]
    pub answers: Vec<(String, Vec<String>)>,
    /// Questions asked and skipped.
    pub skipped: Vec<String>,
    /// Platforms in use.
    pub used: Vec<String>,
    /// Platforms wanted.
    pub wanted: Vec<String>,
    /// Platforms hidden.
    pub hidden: Vec<String>,
    /// Steps that are done.
    pub ticks: Vec<String>,
}

/// Why saved answers were not opened. What was there stays where it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenError {
    /// Another format or a version this program does not know.
    Unknown,
    /// Kept longer than [`DAYS`].
    Expired,
}

/// What was opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The session, at the welcome screen.
    pub session: Session,
    /// How many entries the catalogue no longer knows.
    pub dropped: usize,
    /// Made with another version of the catalogue.
    pub other_catalogue: bool,
    /// The day of the last change.
    pub date: Option<Date>,
}

/// Writes a session down.
pub fn save(session: &Session, rules: &Rules, today: Date) -> Saved {
    let mut saved = Saved {
        format: String::from(FORMAT),
        catalogue: rules.version.clone(),
        date: today.iso(),
        lang: String::from(session.lang.code()),
        ..Saved::default()
    };
    for (question, given) in rules.questions.iter().zip(&session.answers.given) {
        match given {
            Given::Open => {}
            Given::Skipped => saved.skipped.push(question.id.clone()),
            Given::Chosen(mask) => {
                let chosen = question.choices.iter().enumerate().filter(|(at, _)| mask & (1 << at) != 0);
                saved.answers.push((question.id.clone(), chosen.map(|(_, choice)| choice.id.clone()).collect()));
            }
        }
    }
    saved.answers.extend(session.check.iter().cloned());
    let ids = |places: &Set<PlatformIx>| {
        places.iter().filter_map(|place| rules.platforms.get(place.at())).map(|platform| platform.id.clone()).collect()
    };
    saved.used = ids(&session.marks.used);
    saved.wanted = ids(&session.marks.wanted);
    saved.hidden = ids(&session.marks.hidden);
    saved.ticks = session.ticks.iter().cloned().collect();
    saved
}

/// Opens saved answers by id.
///
/// # Errors
/// See [`OpenError`].
pub fn open(saved: &Saved, rules: &Rules, today: Date) -> Result<Opened, OpenError> {
    if saved.format != FORMAT {
        return Err(OpenError::Unknown);
    }
    let date = Date::parse(&saved.date);
    if date.is_some_and(|date| today.since(date) > DAYS) {
        return Err(OpenError::Expired);
    }
    let mut session = Session::new(rules.questions.len(), Lang::from_code(&saved.lang).unwrap_or_default(), super::Save::Off);
    let mut dropped = 0;
    for (id, chosen) in &saved.answers {
        if id.starts_with(super::CHECK) {
            session.check.push((id.clone(), chosen.clone()));
            continue;
        }
        let Some((place, question)) = rules.questions.iter().enumerate().find(|(_, question)| question.id == *id) else {
            dropped += 1;
            continue;
        };
        let mut mask = 0;
        for choice in chosen {
            match question.choice(choice) {
                Some(bit) => mask |= bit,
                None => dropped += 1,
            }
        }
        let several = mask.count_ones() > 1;
        let too_many = question.most > 0 && mask.count_ones() > u32::from(question.most);
        if mask == 0 || (several && (!question.several || mask & question.exclusive != 0)) || too_many {
            dropped += 1;
        } else {
            session.answers.set(QuestionIx::from_at(place), Given::Chosen(mask));
        }
    }
    for id in &saved.skipped {
        match rules.questions.iter().position(|question| question.id == *id).map(QuestionIx::from_at) {
            Some(place) if session.answers.get(place) == Given::Open => session.answers.set(place, Given::Skipped),
            Some(_) => {}
            None => dropped += 1,
        }
    }
    let mut places = |ids: &[String]| {
        let mut places = Set::default();
        for id in ids {
            match rules.platforms.iter().position(|platform| platform.id == *id) {
                Some(at) => {
                    places.insert(PlatformIx::from_at(at));
                }
                None => dropped += 1,
            }
        }
        places
    };
    session.marks.used = places(&saved.used);
    session.marks.wanted = places(&saved.wanted);
    session.marks.hidden = places(&saved.hidden);
    session.ticks = saved.ticks.iter().take(MOST / 10).cloned().collect();
    Ok(Opened { session, dropped, other_catalogue: saved.catalogue != rules.version, date })
}

/// A list of pairs as a JSON object.
#[cfg(not(target_arch = "wasm32"))]
mod by_id {
    use serde::{Deserialize, Deserializer, Serializer};
    use std::{collections::BTreeMap, string::String, vec::Vec};

    pub fn serialize<S: Serializer>(pairs: &[(String, Vec<String>)], out: S) -> Result<S::Ok, S::Error> {
        out.collect_map(pairs.iter().map(|(id, chosen)| (id, chosen)))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<(String, Vec<String>)>, D::Error> {
        Ok(BTreeMap::deserialize(from)?.into_iter().collect())
    }
}
