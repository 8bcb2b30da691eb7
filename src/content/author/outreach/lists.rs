//! What sessions count, and how it is called.

use super::{ROW, each, fits, once};
use crate::content::author::condition::At;
use crate::content::author::entry::shape;
use crate::content::author::file::{BlockerFile, NamedFile, OutreachListsFile};
use crate::content::author::load::Reading;
use crate::model::{AreaIx, Blocker, CapabilityIx, Named, OutreachWords, Rules};
use crate::text::Lang;
use std::{collections::BTreeSet, format, string::String, vec::Vec};
use toml::Value;

const FILE: &str = "outreach/lists.toml";

/// What is counted, by the names of the files that travel (contract section 7): each wants a name here.
const METRICS: [&str; 8] =
    ["contacts_total", "by_audience", "by_age_band", "by_area_started", "by_skill", "blocked_reasons", "by_status", "by_duty"];
/// The fields of a session, in the order of the wide table.
const COLUMNS: [&str; 8] = ["session_date", "province_code", "commune", "village", "host", "notes", "batch", "revision"];

/// Reads the lists.
pub fn lists(reading: &mut Reading<'_>, rules: &Rules, own: &mut [OutreachWords; 2]) {
    let Some(file) = reading.files.whole::<OutreachListsFile>(FILE, &mut reading.found) else { return };
    for (kind, list) in [("skill", file.skill), ("age", file.age), ("metric", file.metric), ("column", file.column)] {
        let entries = named(reading, kind, list);
        let wanted: &[&str] = match kind {
            "metric" => &METRICS,
            "column" => &COLUMNS,
            _ => &[],
        };
        same(reading, kind, wanted, &entries);
        each(own, |words, lang| {
            let place = match kind {
                "skill" => &mut words.skills,
                "age" => &mut words.ages,
                "metric" => &mut words.metrics,
                _ => &mut words.columns,
            };
            place.extend(entries.iter().map(|entry| Named { id: entry.id.clone(), name: entry.name.of(lang) }));
        });
    }
    blockers(reading, rules, file.blocker, own);
}

fn key(kind: &str, value: &Value) -> String {
    format!("{kind}.{}", value.get("id").and_then(Value::as_str).unwrap_or("?"))
}

fn named(reading: &mut Reading<'_>, kind: &str, list: Vec<Value>) -> Vec<NamedFile> {
    let mut seen = BTreeSet::new();
    let mut entries = Vec::new();
    for value in list {
        let at = At::new(FILE, key(kind, &value));
        if let Some(entry) = shape::<NamedFile>(FILE, &at.key, value, &mut reading.found) {
            once(&mut seen, &entry.id, &at, &mut reading.found);
            fits(&entry.name, ROW, &at.inner("name"), &mut reading.found);
            entries.push(entry);
        }
    }
    if entries.is_empty() {
        reading.found.error(FILE, kind, "the list is empty");
    }
    entries
}

/// Lists whose ids code knows hold exactly these, in this order.
fn same(reading: &mut Reading<'_>, kind: &str, wanted: &[&str], entries: &[NamedFile]) {
    let given: Vec<&str> = entries.iter().map(|entry| entry.id.as_str()).collect();
    if !wanted.is_empty() && given != wanted {
        reading.found.error(FILE, kind, format!("expected these ids in this order: {}", wanted.join(", ")));
    }
}

fn blockers(reading: &mut Reading<'_>, rules: &Rules, list: Vec<Value>, own: &mut [OutreachWords; 2]) {
    let mut seen = BTreeSet::new();
    for value in list {
        let at = At::new(FILE, key("blocker", &value));
        let Some(entry) = shape::<BlockerFile>(FILE, &at.key, value, &mut reading.found) else { continue };
        let found = &mut reading.found;
        once(&mut seen, &entry.id, &at, found);
        fits(&entry.name, ROW, &at.inner("name"), found);
        if entry.capability.is_some() == entry.area.is_some() {
            at.error(found, "say what would mend it: either a capability or an area");
        }
        let capability = entry.capability.as_ref().and_then(|id| {
            let place = rules.capabilities.iter().position(|known| known.id == *id).map(CapabilityIx::from_at);
            if place.is_none() {
                at.inner("capability").error(found, format!("unknown capability \"{id}\""));
            }
            place
        });
        let area = entry.area.as_ref().and_then(|id| {
            let place = rules.areas.iter().position(|known| known.id == *id).map(AreaIx::from_at);
            if place.is_none() {
                at.inner("area").error(found, format!("unknown area \"{id}\""));
            }
            place
        });
        each(own, |words, lang: Lang| {
            words.blockers.push(Blocker { id: entry.id.clone(), name: entry.name.of(lang), capability, area });
        });
    }
}
