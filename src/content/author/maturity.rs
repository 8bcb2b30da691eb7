//! The short check for enterprises and cooperatives.

use super::Review;
use super::condition::{At, condition, ids};
use super::file::{CheckFile, CheckItemFile};
use super::listings::platforms;
use super::load::{Reading, date};
use crate::model::{Band, Check, CheckChoice, CheckGroup, CheckItem, Date};
use crate::text::Lang;
use std::{format, vec::Vec};

const FILE: &str = "check.toml";
/// Ids of its questions begin with this, so that saved answers can be told apart before the cards are there.
const PREFIX: &str = crate::session::CHECK;

/// Reads the check.
pub fn check(reading: &mut Reading<'_>) {
    // A catalogue without the check is whole.
    if !reading.files.0.contains_key(FILE) {
        return;
    }
    let Some(entry) = reading.files.whole::<CheckFile>(FILE, &mut reading.found) else { return };
    let at = At::new(FILE, "-");
    let found = &mut reading.found;
    if entry.version.is_empty() || entry.sources.is_empty() {
        at.error(found, "version and sources are needed");
    }
    if !entry.band.is_sorted_by_key(|band| band.from) {
        at.inner("band").error(found, "bands stand lowest first");
    }
    for item in entry.group.iter().flat_map(|group| &group.item) {
        let at = At::new(FILE, item.id.as_str());
        if !item.id.starts_with(PREFIX) {
            at.error(found, format!("the id begins with \"{PREFIX}\""));
        }
        if item.have.is_some() != item.choice.is_empty() {
            at.error(found, "either choices are asked, or \"have\" says where it is known from");
        }
        if item.have.is_none() && !item.choice.iter().any(|choice| choice.points > 0) {
            at.error(found, "no choice counts anything");
        }
    }
    let review_by = date(&entry.review_by, &at.inner("review_by"), found);
    reading.reviews.push(Review { file: FILE.into(), key: "check".into(), by: review_by, read_on: Date::parse(&entry.read_on) });
    for (place, lang) in Lang::ALL.into_iter().enumerate() {
        let groups = entry.group.iter().map(|group| CheckGroup {
            id: group.id.clone(),
            name: group.name.of(lang),
            items: group.item.iter().map(|own| item(reading, own, lang)).collect(),
        });
        let groups: Vec<CheckGroup> = groups.collect();
        let (names, found) = (&reading.names, &mut reading.found);
        reading.cards[place].check = Check {
            when: Some(condition(&entry.when, names, &at.inner("when"), found)),
            title: entry.title.of(lang),
            lead: entry.lead.of(lang),
            note: entry.note.of(lang),
            sources: ids(&entry.sources, &at.inner("sources"), "source", found, |id| names.source(id)),
            as_of: entry.as_of.of(lang),
            review_by: Some(review_by),
            groups,
            bands: entry.band.iter().map(|band| Band { from: band.from, name: band.name.of(lang) }).collect(),
        };
    }
}

fn item(reading: &mut Reading<'_>, own: &CheckItemFile, lang: Lang) -> CheckItem {
    let (names, found) = (&reading.names, &mut reading.found);
    let at = At::new(FILE, own.id.as_str());
    let choice = |choice: &super::file::CheckChoiceFile| CheckChoice {
        id: choice.id.clone(),
        label: choice.label.of(lang),
        points: choice.points,
    };
    CheckItem {
        id: own.id.clone(),
        ask: own.ask.of(lang),
        several: own.several,
        choices: own.choice.iter().map(choice).collect(),
        have: own.have.as_ref().map(|value| condition(value, names, &at.inner("have"), found)),
        step: own.step.of(lang),
        platforms: platforms(&own.platforms, names, &at, found),
    }
}
