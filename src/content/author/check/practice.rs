//! Sample persons answer what they are asked, all of it and nothing else.

use super::{Catalogue, Found};
use crate::engine::{Reads, facts_of, path_of};
use crate::model::{Answers, Given, Marks, QuestionIx};
use std::format;

const FILE: &str = "outreach/people.toml";

/// Names answers beside the path, choices that are not offered, and questions of the path without an answer. The session says in
/// which province it is held: questions of local texts may stay open.
pub fn check(catalogue: &Catalogue, found: &mut Found) {
    let rules = &catalogue.rules;
    let (reads, marks) = (Reads::of(rules), Marks::default());
    for person in &catalogue.outreach[0].people {
        let mut answers = Answers::none(rules.questions.len());
        person.answers.iter().for_each(|(place, mask)| answers.set(*place, Given::Chosen(*mask)));
        let path = path_of(rules, &reads, &answers, &marks);
        let facts = facts_of(rules, &reads, &answers, &marks);
        for (at, question) in rules.questions.iter().enumerate() {
            let key = format!("person.{}.answers.{}", person.id, question.id);
            let place = QuestionIx::from_at(at);
            let chosen = person.answers.iter().find(|(own, _)| *own == place).map(|(_, mask)| *mask);
            match (chosen, path.holds(place)) {
                (Some(_), false) => found.error(FILE, &key, "this person is never asked the question"),
                (None, true) if !question.local => found.error(FILE, &key, "this person is asked, and gives no answer"),
                _ => {}
            }
            for (bit, choice) in question.choices.iter().enumerate() {
                if chosen.unwrap_or(0) & 1 << bit != 0 && facts.truth(&choice.offered).is_no() {
                    found.error(FILE, &key, format!("the choice \"{}\" is not offered to this person", choice.id));
                }
            }
        }
    }
}
