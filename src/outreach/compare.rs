//! Two sessions side by side.

use super::{Counts, Metric};
use alloc::{borrow::ToOwned, string::String, vec::Vec};

/// One count, before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Metric.
    pub metric: Metric,
    /// Key.
    pub key: String,
    /// At the first session.
    pub before: u32,
    /// At the second session.
    pub after: u32,
}

impl Row {
    /// How many more; negative for fewer.
    pub fn difference(&self) -> i64 {
        i64::from(self.after) - i64::from(self.before)
    }
}

/// Every count of either, by metric in the order of files, then by key.
pub fn compare(before: &Counts, after: &Counts) -> Vec<Row> {
    let mut both = before.clone();
    both.merge(after);
    let row = |(metric, key, _): (Metric, &str, u32)| Row {
        metric,
        key: key.to_owned(),
        before: before.get(metric, key),
        after: after.get(metric, key),
    };
    both.iter().map(row).collect()
}
