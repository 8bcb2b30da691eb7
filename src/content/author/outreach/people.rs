//! Invented persons to practise with. Whether their answers are a whole path is asked when the catalogue is whole.

use super::{each, fits, once};
use crate::content::author::condition::At;
use crate::content::author::file::SamplePersonFile;
use crate::content::author::load::Reading;
use crate::model::{Mask, OutreachWords, QuestionIx, Rules, SamplePerson};
use crate::session::answer_file::{chosen, question};
use std::{collections::BTreeSet, format, string::String, vec::Vec};

const FILE: &str = "outreach/people.toml";
/// The most letters of a name, and of a story or what to notice.
const NAME: usize = 60;
const STORY: usize = 600;

/// Reads them.
pub fn people(reading: &mut Reading<'_>, rules: &Rules, own: &mut [OutreachWords; 2]) {
    let entries: Vec<(String, SamplePersonFile)> = reading.files.entries(FILE, "person", &mut reading.found);
    let mut seen = BTreeSet::new();
    for (key, entry) in entries {
        let at = At::new(FILE, key);
        once(&mut seen, &entry.id, &at, &mut reading.found);
        for (name, pair, most) in [("name", &entry.name, NAME), ("story", &entry.story, STORY), ("notice", &entry.notice, STORY)]
        {
            fits(pair, most, &at.inner(name), &mut reading.found);
        }
        let answers = answers(reading, rules, &at, &entry);
        each(own, |words, lang| {
            words.people.push(SamplePerson {
                id: entry.id.clone(),
                name: entry.name.of(lang),
                story: entry.story.of(lang),
                notice: entry.notice.of(lang),
                answers: answers.clone(),
            });
        });
    }
}

/// The answers in content order.
fn answers(reading: &mut Reading<'_>, rules: &Rules, at: &At<'_>, entry: &SamplePersonFile) -> Vec<(QuestionIx, Mask)> {
    let mut answers = Vec::new();
    for (id, value) in &entry.answers {
        let key = format!("{}.answers.{id}", at.key);
        match question(rules, &key, id).and_then(|(place, question)| Ok((place, chosen(question, &key, value)?))) {
            Ok(answer) => answers.push(answer),
            Err(error) => reading.found.error(FILE, &error.key, error.reason),
        }
    }
    answers.sort_by_key(|(place, _)| *place);
    answers
}
