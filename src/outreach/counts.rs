//! What is counted.

use alloc::{borrow::ToOwned, string::String, vec::Vec};

/// What is counted, by the names of the tally (contract section 7, `domain/outreach.md`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Metric {
    /// People helped; one helped twice is two.
    Contacts,
    /// By audience.
    Audience,
    /// By age band.
    Age,
    /// People who started using something today, by area.
    Started,
    /// People who can do a basic skill now.
    Skill,
    /// People whom something kept from going on.
    Blocked,
    /// Platforms by status, added over all people.
    Status,
    /// People for whom something is a duty.
    Duty,
}

impl Metric {
    /// All of them, in the order of files and tables.
    pub const ALL: [Metric; 8] = [
        Metric::Contacts,
        Metric::Audience,
        Metric::Age,
        Metric::Started,
        Metric::Skill,
        Metric::Blocked,
        Metric::Status,
        Metric::Duty,
    ];

    /// The name in files, tables and `data-tally`.
    pub const fn id(self) -> &'static str {
        match self {
            Metric::Contacts => "contacts_total",
            Metric::Audience => "by_audience",
            Metric::Age => "by_age_band",
            Metric::Started => "by_area_started",
            Metric::Skill => "by_skill",
            Metric::Blocked => "blocked_reasons",
            Metric::Status => "by_status",
            Metric::Duty => "by_duty",
        }
    }

    /// The metric of a name.
    pub fn from_id(id: &str) -> Option<Metric> {
        Metric::ALL.into_iter().find(|metric| metric.id() == id)
    }

    /// Does every person count under one key at most, so that the keys together are never more than the people?
    pub const fn parts_people(self) -> bool {
        matches!(self, Metric::Audience | Metric::Age)
    }

    /// Are people counted, so that no key has more than there are people?
    pub const fn counts_people(self) -> bool {
        !matches!(self, Metric::Status)
    }
}

/// Counts by metric and key; what is not there is 0. The key of [`Metric::Contacts`] is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Counts(Vec<(Metric, String, u32)>);

impl Counts {
    /// Counts of a list by metric and key in order, each once, as the reader of files has them.
    pub(super) fn in_order(mut list: Vec<(Metric, String, u32)>) -> Counts {
        list.retain(|entry| entry.2 > 0);
        Counts(list)
    }

    fn place(&self, metric: Metric, key: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|entry| (entry.0, entry.1.as_str()).cmp(&(metric, key)))
    }

    /// Adds to a count; it stays at the largest number rather than begin anew.
    pub fn add(&mut self, metric: Metric, key: &str, count: u32) {
        if count == 0 {
            return;
        }
        match self.place(metric, key) {
            Ok(at) => self.0[at].2 = self.0[at].2.saturating_add(count),
            Err(at) => self.0.insert(at, (metric, key.to_owned(), count)),
        }
    }

    /// Adds all counts of another.
    pub fn merge(&mut self, other: &Counts) {
        // Both are in order: one walk, and seldom anything new.
        let mut at = 0;
        for entry in &other.0 {
            while self.0.get(at).is_some_and(|own| (own.0, &own.1) < (entry.0, &entry.1)) {
                at += 1;
            }
            match self.0.get_mut(at) {
                Some(own) if own.0 == entry.0 && own.1 == entry.1 => own.2 = own.2.saturating_add(entry.2),
                _ => self.0.insert(at, entry.clone()),
            }
        }
    }

    /// Takes the counts of another away; none falls below 0.
    pub fn subtract(&mut self, other: &Counts) {
        for (metric, key, count) in other.iter() {
            if let Ok(at) = self.place(metric, key) {
                self.0[at].2 = self.0[at].2.saturating_sub(count);
            }
        }
        self.0.retain(|entry| entry.2 > 0);
    }

    /// A count.
    pub fn get(&self, metric: Metric, key: &str) -> u32 {
        self.place(metric, key).map_or(0, |at| self.0[at].2)
    }

    /// The counts of a metric, by key.
    pub fn of(&self, metric: Metric) -> impl Iterator<Item = (&str, u32)> {
        self.0.iter().filter(move |entry| entry.0 == metric).map(|entry| (entry.1.as_str(), entry.2))
    }

    /// All counts, by metric and key.
    pub fn iter(&self) -> impl Iterator<Item = (Metric, &str, u32)> {
        self.0.iter().map(|entry| (entry.0, entry.1.as_str(), entry.2))
    }

    /// The counts of a metric together.
    pub fn sum(&self, metric: Metric) -> u32 {
        self.of(metric).fold(0, |sum, (_, count)| sum.saturating_add(count))
    }

    /// Has nothing been counted?
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
