//! Many records as one total.

use super::{Counts, Record};
use alloc::{collections::BTreeMap, string::String};
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

/// Which of two records of a batch stands for it. The revision decides; two records of one revision that differ are not made by this
/// tool (but a text leaves out the remarks), and then any rule will do that does not depend on the order.
fn rank(one: &Record, other: &Record) -> Ordering {
    let key = |record: &Record| (record.revision, record.ended, record.notes.len());
    let texts = |record: &Record| (record.updated.clone(), record.notes.clone(), record.setup.clone());
    key(one).cmp(&key(other)).then_with(|| one.counts.cmp(&other.counts)).then_with(|| texts(one).cmp(&texts(other)))
}

impl Book {
    /// Takes a record in.
    pub fn merge(&mut self, record: Record) -> Change {
        let Some(known) = self.0.get_mut(&record.batch) else {
            self.0.insert(record.batch.clone(), record);
            return Change::New;
        };
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
