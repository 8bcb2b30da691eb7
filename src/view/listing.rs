//! Lists to look things up in.

use super::{Scene, Word};
use crate::engine::Status;
use crate::model::{Condition, PlatformIx};
use crate::text::{fill, joined, listed};
use alloc::{string::String, vec::Vec};

/// A list as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct ListingView {
    /// Id.
    pub id: String,
    /// Heading.
    pub title: String,
    /// What it is, and what it is not.
    pub lead: String,
    /// Where all of it is done or learnt.
    pub platforms: Vec<(PlatformIx, String)>,
    /// Sources and date.
    pub source: String,
    /// What is in it for this person.
    pub entries: Vec<EntryView>,
}

/// One thing in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct EntryView {
    /// Id.
    pub id: String,
    /// Heading.
    pub title: String,
    /// One or two sentences.
    pub text: String,
    /// The answers say that the person has it. Nobody is told that they have not.
    pub have: bool,
    /// Where it is done or learnt.
    pub platforms: Vec<(PlatformIx, String)>,
}

impl Scene<'_> {
    /// The lists for this person. What hangs on an answer not given is shown: looking up harms nobody.
    pub fn listings(&self) -> Vec<ListingView> {
        let meant = |when: &Condition| !self.facts.truth(when).is_no();
        let lists = self.cards.listings.iter().filter(|list| meant(&list.when)).map(|list| {
            let sources: Vec<&str> = list
                .sources
                .iter()
                .filter_map(|source| self.cards.sources.get(source.at()))
                .map(|source| source.title.as_str())
                .collect();
            let entries = list.entries.iter().filter(|entry| meant(&entry.when)).map(|entry| EntryView {
                id: entry.id.clone(),
                title: entry.title.clone(),
                text: entry.text.clone(),
                have: entry.have.as_ref().is_some_and(|have| self.facts.truth(have).is_yes()),
                platforms: self.named(&entry.platforms),
            });
            ListingView {
                id: list.id.clone(),
                title: list.title.clone(),
                lead: list.lead.clone(),
                platforms: self.named(&list.platforms),
                source: joined(&[
                    &fill(self.word(Word::Sources), &[("what", &listed(&sources, "; "))]),
                    " ",
                    &self.as_of(&list.as_of, list.review_by),
                ]),
                entries: entries.collect(),
            }
        });
        lists.filter(|list| !list.entries.is_empty()).collect()
    }

    /// Names of platforms, without those that are not for this person.
    fn named(&self, places: &[PlatformIx]) -> Vec<(PlatformIx, String)> {
        let meant = |place: &PlatformIx| {
            self.evaluation.platform(*place).is_some_and(|verdict| verdict.status != Status::NotNow)
                && !self.session.marks.hidden.contains(place)
        };
        places.iter().copied().filter(meant).map(|place| (place, String::from(self.platform(place)))).collect()
    }
}
