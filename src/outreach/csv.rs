//! Records as tables that open in Excel with Vietnamese text: UTF-8 with a mark before it, lines ended as RFC 4180 says, and no cell
//! that a spreadsheet would carry out. The long form has a line for each count (contract section 7), the wide form one for each record.

use super::limits::key;
use super::{Metric, Record};
use crate::model::{Named, OutreachWords};
use crate::text::{cut, decimal, joined};
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::{borrow::ToOwned, string::String, vec::Vec};
use serde::Deserialize;

/// The columns of the long form, in their order.
pub const LONG: [&str; 10] =
    ["batch", "revision", "session_date", "province_code", "commune", "village", "host", "metric", "key", "count"];

/// What a province calls columns, from its overlay: by the name of a column, of a metric, or `metric:key`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns(BTreeMap<String, String>);

impl Columns {
    /// Can this be the name of a column? Which keys a metric has is content.
    pub fn has(id: &str) -> bool {
        let counted = |metric: &str, name: &str| Metric::from_id(metric).is_some_and(|it| it != Metric::Contacts) && key(name);
        LONG.contains(&id)
            || id == "notes"
            || Metric::from_id(id).is_some()
            || cut(id, b':').is_some_and(|(one, name)| counted(one, name))
    }

    /// These names, and others where it has none.
    pub fn or(mut self, others: Columns) -> Columns {
        for (id, name) in others.0 {
            self.0.entry(id).or_insert(name);
        }
        self
    }

    /// Names from a list; what is no column is left out.
    pub fn of(names: impl IntoIterator<Item = (String, String)>) -> Columns {
        Columns(names.into_iter().filter(|(id, _)| Columns::has(id)).collect())
    }

    /// The names in the text of an overlay that the reader of overlays has found good. None, where there is nothing of the kind.
    pub fn from_overlay(text: &str) -> Columns {
        #[derive(Deserialize)]
        struct Head {
            #[serde(default)]
            columns: BTreeMap<String, String>,
        }
        let head: Result<Head, _> = serde_json::from_str(text.trim_start_matches('\u{feff}'));
        head.map(|head| Columns::of(head.columns)).unwrap_or_default()
    }

    fn name(&self, id: &str) -> Option<&str> {
        self.0.get(id).map(String::as_str)
    }
}

/// The long form.
pub fn csv(records: &[Record], columns: &Columns) -> String {
    let mut out = String::from('\u{feff}');
    line(&mut out, LONG.iter().map(|id| columns.name(id).unwrap_or(id)));
    for record in records {
        let (setup, revision) = (&record.setup, decimal(record.revision as usize));
        let mut write = |metric: Metric, key: &str, count: u32| {
            let start = [&record.batch, &revision, &setup.session_date, &setup.province_code, &setup.commune, &setup.village];
            let count = decimal(count as usize);
            line(&mut out, start.into_iter().chain([&setup.host]).map(String::as_str).chain([metric.id(), key, &count]));
        };
        // Also when nobody was counted: a later revision without anybody must be seen.
        if record.contacts() == 0 {
            write(Metric::Contacts, "", 0);
        }
        record.counts.iter().for_each(|(metric, key, count)| write(metric, key, count));
    }
    out
}

/// The wide form: the fields of a session in the order of content, then a column for each count that any record has.
pub fn wide_csv(records: &[Record], columns: &Columns, words: &OutreachWords) -> String {
    let mut counted: BTreeSet<(Metric, &str)> = BTreeSet::from([(Metric::Contacts, "")]);
    for record in records {
        counted.extend(record.counts.iter().map(|(metric, key, _)| (metric, key)));
    }
    let fields = words.columns.iter().map(|field| columns.name(&field.id).unwrap_or(&field.name).to_owned());
    let headers: Vec<String> = fields.chain(counted.iter().map(|(metric, key)| header(*metric, key, columns, words))).collect();
    let mut out = String::from('\u{feff}');
    line(&mut out, headers.iter().map(String::as_str));
    for record in records {
        let fields = words.columns.iter().map(|field| of_record(record, &field.id));
        let counts = counted.iter().map(|(metric, key)| decimal(record.counts.get(*metric, key) as usize));
        let cells: Vec<String> = fields.chain(counts).collect();
        line(&mut out, cells.iter().map(String::as_str));
    }
    out
}

fn header(metric: Metric, key: &str, columns: &Columns, words: &OutreachWords) -> String {
    let named = |list: &[Named], id: &str| list.iter().find(|one| one.id == id).map(|one| one.name.clone());
    let whole = columns.name(metric.id()).map(ToOwned::to_owned);
    let whole = whole.or_else(|| named(&words.metrics, metric.id())).unwrap_or_else(|| metric.id().to_owned());
    if key.is_empty() {
        return whole;
    }
    if let Some(name) = columns.name(&joined(&[metric.id(), ":", key])) {
        return name.to_owned();
    }
    let name = match metric {
        Metric::Skill => named(&words.skills, key),
        Metric::Age => named(&words.ages, key),
        Metric::Blocked => words.blockers.iter().find(|one| one.id == key).map(|one| one.name.clone()),
        _ => None,
    };
    joined(&[&whole, ": ", name.as_deref().unwrap_or(key)])
}

/// A field of a session by its name.
fn of_record(record: &Record, id: &str) -> String {
    let setup = &record.setup;
    match id {
        "session_date" => setup.session_date.clone(),
        "province_code" => setup.province_code.clone(),
        "commune" => setup.commune.clone(),
        "village" => setup.village.clone(),
        "host" => setup.host.clone(),
        "notes" => record.notes.clone(),
        "batch" => record.batch.clone(),
        "revision" => decimal(record.revision as usize),
        _ => String::new(),
    }
}

fn line<'a>(out: &mut String, cells: impl Iterator<Item = &'a str>) {
    for (at, text) in cells.enumerate() {
        if at > 0 {
            out.push(',');
        }
        // Spreadsheets of some languages part cells at ; or at tabs.
        let quoted = text.contains([',', ';', '\t', '"', '\n', '\r']);
        if quoted {
            out.push('"');
        }
        // Excel takes what begins so for a formula, also in quotes.
        if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
            out.push('\'');
        }
        for sign in text.chars() {
            if sign == '"' {
                out.push('"');
            }
            out.push(sign);
        }
        if quoted {
            out.push('"');
        }
    }
    out.push_str("\r\n");
}
