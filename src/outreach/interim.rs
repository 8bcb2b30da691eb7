//! Replaced soon.
#![allow(missing_docs)]
use super::*;
use crate::model::*;
use alloc::{borrow::ToOwned, string::String, vec::Vec};
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quarter {
    pub year: i32,
    pub n: u32,
}
impl Quarter {
    pub fn of(d: &str) -> Option<Quarter> {
        let (y, m, _) = Date::parse(d)?.civil();
        Some(Quarter { year: y, n: m.div_ceil(3) })
    }
}
#[derive(Clone, Copy, Debug)]
pub enum Cell {
    Count(u32),
    Few,
}
pub struct Published(Counts, bool);
impl Published {
    pub fn whole(c: &Counts) -> Published {
        Published(c.clone(), false)
    }
    pub fn suppressed(c: &Counts) -> Published {
        Published(c.clone(), true)
    }
    fn show(&self, n: u32) -> Cell {
        if self.1 && n > 0 && n < 3 { Cell::Few } else { Cell::Count(n) }
    }
    pub fn cell(&self, m: Metric, k: &str) -> Cell {
        self.show(self.0.get(m, k))
    }
    pub fn of(&self, m: Metric) -> impl Iterator<Item = (&str, Cell)> {
        self.0.of(m).map(|(k, n)| (k, self.show(n)))
    }
}
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Opens {
    Capability(CapabilityIx),
    Area(AreaIx),
}
pub struct Topic {
    pub opens: Opens,
    pub people: u32,
    pub platforms: usize,
}
pub fn topics(c: &Counts, b: &[(&str, Opens)], _: &Rules) -> Vec<Topic> {
    let mut v: Vec<Topic> = b
        .iter()
        .map(|(k, o)| Topic { opens: *o, people: c.get(Metric::Blocked, k), platforms: 3 })
        .filter(|t| t.people > 0)
        .collect();
    v.sort_by_key(|t| core::cmp::Reverse(t.people));
    v.truncate(3);
    v
}
pub struct Row {
    pub metric: Metric,
    pub key: String,
    pub before: u32,
    pub after: u32,
}
pub fn compare(a: &Counts, b: &Counts) -> Vec<Row> {
    let mut all = a.clone();
    all.merge(b);
    all.iter().map(|(m, k, _)| Row { metric: m, key: k.to_owned(), before: a.get(m, k), after: b.get(m, k) }).collect()
}
pub fn same_place(a: &Setup, b: &Setup) -> bool {
    a.province_code == b.province_code && a.commune == b.commune && a.village == b.village
}
#[derive(Clone, Debug, Default)]
pub struct Columns;
pub fn csv(_: &[Record], _: &Columns) -> String {
    String::new()
}
pub fn wide_csv(_: &[Record], _: &Columns, _: &OutreachWords) -> String {
    String::new()
}
