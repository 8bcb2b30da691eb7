//! Lists to look things up in.

use super::Scene;
use crate::engine::Status;
use crate::model::{Condition, Listing, ListingEntry, PlatformIx};
use alloc::vec::Vec;

impl<'a> Scene<'a> {
    /// The lists for this person. What hangs on an answer not given is shown: looking up harms nobody.
    pub fn listings(&self) -> impl Iterator<Item = &'a Listing> {
        self.cards.listings.iter().filter(|list| self.meant(&list.when))
    }

    /// What of a list is for this person, and whether the answers say that they have it. Nobody is told that they have not.
    pub fn entries(&self, list: &'a Listing) -> impl Iterator<Item = (&'a ListingEntry, bool)> {
        list.entries
            .iter()
            .filter(|entry| self.meant(&entry.when))
            .map(|entry| (entry, entry.have.as_ref().is_some_and(|have| self.facts.truth(have).is_yes())))
    }

    /// Names of platforms, without those that are not for this person.
    pub fn named(&self, places: &[PlatformIx]) -> Vec<(PlatformIx, &'a str)> {
        let meant = |place: &PlatformIx| {
            self.evaluation.platform(*place).is_some_and(|verdict| verdict.status != Status::NotNow)
                && !self.session.marks.hidden.contains(place)
        };
        places.iter().copied().filter(meant).map(|place| (place, self.platform(place))).collect()
    }

    fn meant(&self, when: &Condition) -> bool {
        !self.facts.truth(when).is_no()
    }
}
