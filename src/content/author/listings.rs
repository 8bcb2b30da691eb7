//! Lists to look things up in.

use super::condition::{At, Names, condition, ids, or_always};
use super::file::ListingFile;
use super::load::{Reading, date};
use super::{Found, Review};
use crate::model::{Date, Listing, ListingEntry, PlatformIx};
use crate::text::Lang;
use std::{format, string::String, vec::Vec};

/// Reads the lists `catalogue.toml` names, in its order.
pub fn listings(reading: &mut Reading<'_>, names: &[String]) {
    for id in names {
        let file = format!("listings/{id}.toml");
        if let Some(entry) = reading.files.whole::<ListingFile>(&file, &mut reading.found) {
            let review_by = date(&entry.review_by, &At::new(&file, "review_by"), &mut reading.found);
            let read_on = Date::parse(&entry.read_on);
            reading.reviews.push(Review { file: file.clone(), key: id.clone(), by: review_by, read_on });
            for (at, lang) in Lang::ALL.into_iter().enumerate() {
                let listing = listing(reading, &file, id, &entry, review_by, lang);
                reading.cards[at].listings.push(listing);
            }
        }
    }
}

fn listing(reading: &mut Reading<'_>, file: &str, id: &str, entry: &ListingFile, review_by: Date, lang: Lang) -> Listing {
    let (names, found) = (&reading.names, &mut reading.found);
    let at = At::new(file, "-");
    if entry.sources.is_empty() {
        at.inner("sources").error(found, "no source is given");
    }
    let mut entries: Vec<ListingEntry> = Vec::new();
    for own in &entry.entry {
        let at = At::new(file, own.id.as_str());
        if entries.iter().any(|other| other.id == own.id) {
            at.error(found, "the id stands twice in this list");
        }
        entries.push(ListingEntry {
            id: own.id.clone(),
            when: or_always(own.when.as_ref(), names, &at.inner("when"), found),
            have: own.have.as_ref().map(|value| condition(value, names, &at.inner("have"), found)),
            title: own.title.of(lang),
            text: own.text.of(lang),
            platforms: platforms(&own.platforms, names, &at, found),
        });
    }
    Listing {
        id: id.into(),
        when: condition(&entry.when, names, &at.inner("when"), found),
        title: entry.title.of(lang),
        lead: entry.lead.of(lang),
        platforms: platforms(&entry.platforms, names, &at, found),
        sources: ids(&entry.sources, &at.inner("sources"), "source", found, |id| names.source(id)),
        as_of: entry.as_of.of(lang),
        review_by,
        entries,
    }
}

/// Platforms by id, without those on hold: taking one off is one line in its own file.
pub fn platforms(list: &[String], names: &Names, at: &At<'_>, found: &mut Found) -> Vec<PlatformIx> {
    let shown: Vec<String> = list.iter().filter(|id| !names.held.contains(id)).cloned().collect();
    let place = |id: &str| names.platforms.iter().position(|known| known == id).map(PlatformIx::from_at);
    ids(&shown, &at.inner("platforms"), "platform", found, place)
}
