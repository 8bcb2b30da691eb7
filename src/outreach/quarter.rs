//! Quarters of a year, for the quarterly report.

use super::{Book, Counts, Record, total};
use crate::model::Date;
use crate::text::{decimal, joined};
use alloc::{collections::BTreeMap, string::String, vec::Vec};

/// Three months.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quarter {
    /// The year.
    pub year: i32,
    /// 1 to 4.
    pub n: u32,
}

impl Quarter {
    /// The quarter of a day `YYYY-MM-DD`.
    pub fn of(day: &str) -> Option<Quarter> {
        let (year, month, _) = Date::parse(day)?.civil();
        Some(Quarter { year, n: month.div_ceil(3) })
    }

    /// `2026Q4`, as folders and queries have it.
    pub fn id(self) -> String {
        joined(&[&decimal(self.year.unsigned_abs() as usize), "Q", &decimal(self.n as usize)])
    }

    /// The records in it, by batch.
    pub fn records(self, book: &Book) -> impl Iterator<Item = &Record> {
        book.records().filter(move |record| Quarter::of(&record.setup.session_date) == Some(self))
    }

    /// The counts in it.
    pub fn total(self, book: &Book) -> Counts {
        total(self.records(book))
    }

    /// The quarters of a book, earliest first.
    pub fn all(book: &Book) -> Vec<Quarter> {
        let mut quarters: Vec<Quarter> = book.records().filter_map(|record| Quarter::of(&record.setup.session_date)).collect();
        quarters.sort_unstable();
        quarters.dedup();
        quarters
    }
}

/// The counts of records by something of theirs: quarter, province, commune.
pub fn totals_by<'a, K: Ord>(records: impl Iterator<Item = &'a Record>, by: impl Fn(&Record) -> K) -> BTreeMap<K, Counts> {
    let mut totals: BTreeMap<K, Counts> = BTreeMap::new();
    for record in records {
        totals.entry(by(record)).or_default().merge(&record.counts);
    }
    totals
}
