//! A summary that may be shown to everybody: counts under three are left out, and others with them, so that nobody can work out by
//! taking away what was left out.
//!
//! The people of a partition (by audience, by age) and those that said nothing are together all people. Where one of these numbers is
//! small, all up to the next larger one are left out: two numbers at least, not all alike. Whoever sees the rest can exchange two of
//! them and would have been shown the same, so none is certain. Where there is no larger one, the number of people and all partitions
//! of them are left out. A total and its parts are each left out for themselves: never publish both.

use super::{Counts, Metric};
use alloc::vec::Vec;

/// Counts below this are not shown.
const LEAST: u32 = 3;

/// A count as shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// So many.
    Count(u32),
    /// Left out: it is small, or would give a small one away. Not to be read as "under three".
    Few,
}

/// Counts as they are shown.
#[derive(Clone, Debug)]
pub struct Published {
    counts: Counts,
    /// By metric: counts below this are left out; `None` for all of them.
    limits: Vec<(Metric, Option<u32>)>,
}

impl Published {
    /// All of it, for those who counted.
    pub fn whole(counts: &Counts) -> Published {
        Published { counts: counts.clone(), limits: Metric::ALL.map(|metric| (metric, Some(0))).into() }
    }

    /// What everybody may see.
    pub fn suppressed(counts: &Counts) -> Published {
        let mut limits: Vec<(Metric, Option<u32>)> = Metric::ALL.map(|metric| (metric, limit(counts, metric))).into();
        if limits.iter().any(|(_, limit)| limit.is_none()) {
            let people = |metric: Metric| metric == Metric::Contacts || metric.parts_people();
            limits.iter_mut().filter(|(metric, _)| people(*metric)).for_each(|(_, limit)| *limit = None);
        }
        // Every person adds the same number of platforms: their sum would tell how many people answered.
        let mut shown = Counts::default();
        counts
            .iter()
            .filter(|(metric, ..)| *metric != Metric::Status)
            .for_each(|(metric, key, count)| shown.add(metric, key, count));
        Published { counts: shown, limits }
    }

    fn shown(&self, metric: Metric, count: u32) -> Cell {
        let limit = self.limits.iter().find(|(other, _)| *other == metric).and_then(|(_, limit)| *limit);
        if count == 0 || limit.is_some_and(|limit| count >= limit) { Cell::Count(count) } else { Cell::Few }
    }

    /// One count. Nothing counted is no secret.
    pub fn cell(&self, metric: Metric, key: &str) -> Cell {
        self.shown(metric, self.counts.get(metric, key))
    }

    /// The counts of a metric, by key.
    pub fn of(&self, metric: Metric) -> impl Iterator<Item = (&str, Cell)> {
        self.counts.of(metric).map(move |(key, count)| (key, self.shown(metric, count)))
    }
}

fn limit(counts: &Counts, metric: Metric) -> Option<u32> {
    if !metric.parts_people() {
        return Some(LEAST);
    }
    let people = counts.get(Metric::Contacts, "");
    let silent = people.saturating_sub(counts.sum(metric));
    let numbers = || counts.of(metric).map(|(_, count)| count).chain(Some(silent)).filter(|count| *count > 0);
    match numbers().min() {
        Some(least) if least < LEAST => {
            let next = numbers().filter(|number| *number > least).min()?;
            Some(next.saturating_add(1).max(LEAST))
        }
        _ => Some(LEAST),
    }
}
