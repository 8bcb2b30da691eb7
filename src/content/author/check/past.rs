//! Ids are stable for ever and never reused (contract section 2): the catalogue against the list of all ids that ever existed.

use super::{Catalogue, Found};
use crate::content::author::entry::Files;
use crate::model::Date;
use serde::Deserialize;
use std::{
    collections::{BTreeMap, BTreeSet},
    format,
    string::String,
    vec::Vec,
};
use toml::Table;

const FILE: &str = "past-ids.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PastFile {
    /// Ids by kind.
    ids: BTreeMap<String, Vec<String>>,
    /// Choices by question.
    choices: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    withdrawn: Vec<Withdrawn>,
}

/// An id that will never come back.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Withdrawn {
    kind: String,
    id: String,
    on: String,
    reason: String,
}

/// The kinds of ids, as they are written in the file.
const KINDS: [&str; 12] = [
    "areas",
    "questions",
    "capabilities",
    "rules",
    "platforms",
    "obligations",
    "sources",
    "listings",
    "entries",
    "skills",
    "ages",
    "blockers",
];

/// Compares both ways. Kind and id are the place: `choices` stand as "question.choice", `entries` of lists as "list/entry".
pub fn check(catalogue: &Catalogue, files: &Files<'_>, tables: &BTreeMap<&str, Table>, found: &mut Found) {
    if !files.0.contains_key(FILE) {
        return found.warning(FILE, "-", "the file is missing: nothing was compared with the ids of the past");
    }
    let Some(past) = files.whole::<PastFile>(FILE, found) else { return };
    let mut listed: BTreeSet<(String, String)> = BTreeSet::new();
    for (kind, ids) in &past.ids {
        if !KINDS.contains(&kind.as_str()) {
            found.error(FILE, &format!("ids.{kind}"), format!("unknown kind; expected one of {}", KINDS.join(", ")));
        }
        listed.extend(ids.iter().map(|id| (kind.clone(), id.clone())));
    }
    for (question, ids) in &past.choices {
        listed.extend(ids.iter().map(|id| (String::from("choices"), format!("{question}.{id}"))));
    }
    let now = now(catalogue, tables);
    let mut gone = BTreeSet::new();
    for (at, entry) in past.withdrawn.iter().enumerate() {
        let key = format!("withdrawn[{at}]");
        let id = (entry.kind.clone(), entry.id.clone());
        if Date::parse(&entry.on).is_none() || entry.reason.trim().is_empty() {
            found.error(FILE, &key, format!("\"{}\" wants the day it was withdrawn (YYYY-MM-DD) and a reason", entry.id));
        }
        if !listed.contains(&id) {
            found.error(
                FILE,
                &key,
                format!("\"{}\" is not among the {} above; ids stay in the list for ever", entry.id, entry.kind),
            );
        }
        if now.contains(&id) {
            found.error(FILE, &key, format!("\"{}\" was withdrawn and is used again; expected a new id", entry.id));
        }
        gone.insert(id);
    }
    for (kind, id) in now.difference(&listed) {
        found.warning(FILE, kind, format!("the id \"{id}\" is new: add it to this list"));
    }
    for (kind, id) in listed.difference(&now).filter(|id| !gone.contains(id)) {
        let sentence =
            format!("the id \"{id}\" is gone from the catalogue; expected it there, or in [[withdrawn]] with day and reason");
        found.error(FILE, kind, sentence);
    }
}

/// The ids of today. A platform on hold keeps its id; so does one that cannot be read at the moment.
fn now(catalogue: &Catalogue, tables: &BTreeMap<&str, Table>) -> BTreeSet<(String, String)> {
    let rules = &catalogue.rules;
    let mut now = BTreeSet::new();
    let mut add = |kind: &str, ids: &mut dyn Iterator<Item = &str>| {
        now.extend(ids.map(|id| (String::from(kind), String::from(id))));
    };
    add("areas", &mut rules.areas.iter().map(|entry| entry.id.as_str()));
    add("questions", &mut rules.questions.iter().map(|entry| entry.id.as_str()));
    add("capabilities", &mut rules.capabilities.iter().map(|entry| entry.id.as_str()));
    add("rules", &mut rules.rules.iter().map(|entry| entry.id.as_str()));
    let file = |name: &'_ &str| -> Option<usize> { name.strip_prefix("platforms/")?.strip_suffix(".toml").map(str::len) };
    add("platforms", &mut tables.keys().filter_map(|name| file(name).map(|length| &name["platforms/".len()..][..length])));
    add("obligations", &mut rules.obligations.iter().map(|entry| entry.id.as_str()));
    add("sources", &mut rules.sources.iter().map(String::as_str));
    // What sessions count stands in the files that travel.
    let sessions = &catalogue.outreach[0];
    add("skills", &mut sessions.skills.iter().map(|entry| entry.id.as_str()));
    add("ages", &mut sessions.ages.iter().map(|entry| entry.id.as_str()));
    add("blockers", &mut sessions.blockers.iter().map(|entry| entry.id.as_str()));
    let cards = &catalogue.cards[0];
    let asked: Vec<_> = cards.check.groups.iter().flat_map(|group| &group.items).collect();
    add("questions", &mut asked.iter().map(|item| item.id.as_str()));
    add("listings", &mut cards.listings.iter().map(|list| list.id.as_str()));
    for item in asked {
        now.extend(item.choices.iter().map(|choice| (String::from("choices"), format!("{}.{}", item.id, choice.id))));
    }
    for list in &cards.listings {
        now.extend(list.entries.iter().map(|entry| (String::from("entries"), format!("{}/{}", list.id, entry.id))));
    }
    for question in &rules.questions {
        now.extend(question.choices.iter().map(|choice| (String::from("choices"), format!("{}.{}", question.id, choice.id))));
    }
    now
}
