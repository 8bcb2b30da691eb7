//! The counts of one session on one phone.

use super::limits::{MOST_LETTERS, MOST_NOTES, clean};
use super::{Counts, Metric};
use alloc::{borrow::ToOwned, string::String};

/// Date and place of a session.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Setup {
    /// The day, `YYYY-MM-DD`.
    pub session_date: String,
    /// Code of the province, two digits.
    pub province_code: String,
    /// Commune, ward or special zone; may be empty.
    pub commune: String,
    /// Village or neighbourhood; may be empty.
    pub village: String,
    /// The unit or group in charge.
    pub host: String,
}

/// The record of a session on one phone. It is known by its batch; every change of it raises the revision, so that of two copies the
/// newer one is known without a clock.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// A name that nobody else has.
    pub batch: String,
    /// Grows with each change.
    pub revision: u32,
    /// Date and place.
    pub setup: Setup,
    /// Remarks; never about a person.
    pub notes: String,
    /// When it was changed last, in Viet Nam: `YYYY-MM-DDTHH:MM`.
    pub updated: String,
    /// The session is over.
    pub ended: bool,
    /// The counts.
    pub counts: Counts,
}

impl Setup {
    /// As it can be read again.
    fn clean(self) -> Setup {
        let text = |text: String| clean(&text, MOST_LETTERS);
        Setup { commune: text(self.commune), village: text(self.village), host: text(self.host), ..self }
    }
}

impl Record {
    /// A session begins.
    pub fn new(batch: String, setup: Setup, now: &str) -> Record {
        Record { batch, revision: 1, setup: setup.clean(), updated: now.to_owned(), ..Record::default() }
    }

    fn changed(&mut self, now: &str) {
        self.revision = self.revision.saturating_add(1);
        self.updated = now.to_owned();
    }

    /// People counted.
    pub fn contacts(&self) -> u32 {
        self.counts.get(Metric::Contacts, "")
    }

    /// Counts one person.
    pub fn count(&mut self, person: &Counts, now: &str) {
        self.counts.merge(person);
        self.changed(now);
    }

    /// Takes back what one person added; `false` where that person is not in the counts, which then stay.
    pub fn take_back(&mut self, person: &Counts, now: &str) -> bool {
        let within = person.iter().all(|(metric, key, count)| self.counts.get(metric, key) >= count);
        if within {
            self.counts.subtract(person);
            self.changed(now);
        }
        within
    }

    /// Another day or place.
    pub fn place(&mut self, setup: Setup, now: &str) {
        let setup = setup.clean();
        if self.setup != setup {
            self.setup = setup;
            self.changed(now);
        }
    }

    /// Other remarks.
    pub fn note(&mut self, notes: &str, now: &str) {
        let notes = clean(notes, MOST_NOTES);
        if self.notes != notes {
            self.notes = notes;
            self.changed(now);
        }
    }

    /// The session is over.
    pub fn end(&mut self, now: &str) {
        if !self.ended {
            self.ended = true;
            self.changed(now);
        }
    }
}
