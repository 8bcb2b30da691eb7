//! Many records as one total.

use super::{Counts, Record};
use crate::text::{decimal, joined, listed};
use alloc::{collections::BTreeMap, string::String, vec::Vec};
use core::cmp::Ordering;

/// What merging a record did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Its batch was not known.
    New,
    /// It takes the place of an older one.
    Newer,
    /// It was there already.
    Same,
    /// A newer one is there.
    Older,
}

/// Records by batch. Merging keeps the highest revision of each: any order, any number of times, same total (contract section 7).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Book(BTreeMap<String, Record>);

/// Which of two records of a batch stands for it. The revision decides. Two records of one revision that differ in counts are not made
/// by this tool: then more people, then the counts as one text, then date and place; `docs/outreach/queries.sql` chooses alike. What
/// follows changes no figure (a text leaves out the remarks, so the fuller one stays).
fn rank(one: &Record, other: &Record) -> Ordering {
    let people = |record: &Record| (record.revision, record.contacts());
    let rest = |record: &Record| (record.ended, record.notes.len());
    people(one)
        .cmp(&people(other))
        .then_with(|| spelt(&one.counts).cmp(&spelt(&other.counts)))
        .then_with(|| one.setup.cmp(&other.setup))
        .then_with(|| rest(one).cmp(&rest(other)))
        .then_with(|| (&one.updated, &one.notes).cmp(&(&other.updated, &other.notes)))
}

/// Counts as one text, `by_skill:…=2` and so on in the order of the alphabet. A text, because SQL makes the same.
fn spelt(counts: &Counts) -> String {
    let mut pieces: Vec<String> =
        counts.iter().map(|(metric, key, count)| joined(&[metric.id(), ":", key, "=", &decimal(count as usize)])).collect();
    pieces.sort_unstable();
    listed(&pieces.iter().map(String::as_str).collect::<Vec<&str>>(), ",")
}

impl Book {
    /// Takes a record in.
    pub fn merge(&mut self, record: Record) -> Change {
        let Some(known) = self.0.get_mut(&record.batch) else {
            self.0.insert(record.batch.clone(), record);
            return Change::New;
        };
        if record == *known {
            return Change::Same;
        }
        match rank(&record, known) {
            Ordering::Greater => {
                let newer = record.revision > known.revision;
                *known = record;
                if newer { Change::Newer } else { Change::Same }
            }
            Ordering::Equal => Change::Same,
            Ordering::Less if record.revision == known.revision => Change::Same,
            Ordering::Less => Change::Older,
        }
    }

    /// All records, by batch.
    pub fn records(&self) -> impl Iterator<Item = &Record> {
        self.0.values()
    }

    /// The same without a copy.
    pub fn into_records(self) -> Vec<Record> {
        self.0.into_values().collect()
    }

    /// The record of a batch.
    pub fn get(&self, batch: &str) -> Option<&Record> {
        self.0.get(batch)
    }

    /// All counts together.
    pub fn total(&self) -> Counts {
        total(self.records())
    }
}

/// The counts of records together.
pub fn total<'a>(records: impl Iterator<Item = &'a Record>) -> Counts {
    let mut counts = Counts::default();
    records.for_each(|record| counts.merge(&record.counts));
    counts
}
