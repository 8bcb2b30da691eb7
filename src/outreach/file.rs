//! Counts as a file: `buoc-so-tally/1`, JSON (contract section 7; the fields are those of `domain/outreach.md`).

use super::limits::{MOST_RECORDS, TallyError, Trouble, record as looked_at};
use super::{Book, Counts, Metric, Record, Setup};
use crate::text::{decimal, joined};
use alloc::{borrow::ToOwned, string::String, vec::Vec};
use core::fmt;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Name and version of the format.
pub const FORMAT: &str = "buoc-so-tally/1";
/// What names a format of this tool, in whatever version.
pub(super) const FAMILY: &str = "buoc-so-tally/";
/// The most bytes of a file.
pub const MOST_BYTES: usize = 20_000_000;

#[derive(Serialize)]
struct Out<'a> {
    format: &'a str,
    records: Vec<Line>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct In {
    format: String,
    records: Vec<Line>,
}

/// A record as the file has it.
#[derive(Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    batch: String,
    revision: u32,
    session_date: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    province_code: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    commune_text: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    village_text: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    host: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    updated: String,
    #[serde(default)]
    ended: bool,
    #[serde(default)]
    contacts_total: u32,
    #[serde(default, skip_serializing_if = "Keys::is_empty")]
    by_audience: Keys,
    #[serde(default, skip_serializing_if = "Keys::is_empty")]
    by_age_band: Keys,
    #[serde(default, skip_serializing_if = "Keys::is_empty")]
    by_area_started: Keys,
    #[serde(default, skip_serializing_if = "Keys::is_empty")]
    by_skill: Keys,
    #[serde(default, skip_serializing_if = "Keys::is_empty")]
    blocked_reasons: Keys,
    #[serde(default, skip_serializing_if = "Keys::is_empty")]
    by_status: Keys,
    #[serde(default, skip_serializing_if = "Keys::is_empty")]
    by_duty: Keys,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    notes: String,
}

/// The counts of a metric, by key. A key that stands twice is refused: which of the two would count?
#[derive(Default)]
struct Keys(Vec<(String, u32)>);

impl Serialize for Keys {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, count)| (key, count)))
    }
}

impl Keys {
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<'de> Deserialize<'de> for Keys {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Keys, D::Error> {
        struct Each;
        impl<'de> Visitor<'de> for Each {
            type Value = Keys;
            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("counts by key")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Keys, A::Error> {
                let mut keys = Keys::default();
                while let Some((key, count)) = map.next_entry::<String, u32>()? {
                    keys.0.push((key, count));
                }
                // Files of ours are in order already.
                keys.0.sort();
                if keys.0.windows(2).any(|pair| pair[0].0 == pair[1].0) {
                    return Err(serde::de::Error::custom("a key stands twice"));
                }
                Ok(keys)
            }
        }
        deserializer.deserialize_map(Each)
    }
}

impl Line {
    fn of(record: &Record) -> Line {
        let keys = |metric: Metric| Keys(record.counts.of(metric).map(|(key, count)| (key.to_owned(), count)).collect());
        let Setup { session_date, province_code, commune, village, host } = record.setup.clone();
        Line {
            batch: record.batch.clone(),
            revision: record.revision,
            session_date,
            province_code,
            commune_text: commune,
            village_text: village,
            host,
            updated: record.updated.clone(),
            ended: record.ended,
            contacts_total: record.contacts(),
            by_audience: keys(Metric::Audience),
            by_age_band: keys(Metric::Age),
            by_area_started: keys(Metric::Started),
            by_skill: keys(Metric::Skill),
            blocked_reasons: keys(Metric::Blocked),
            by_status: keys(Metric::Status),
            by_duty: keys(Metric::Duty),
            notes: record.notes.clone(),
        }
    }

    fn record(self) -> Record {
        let mut counts = alloc::vec![(Metric::Contacts, String::new(), self.contacts_total)];
        let all = [
            (Metric::Audience, self.by_audience),
            (Metric::Age, self.by_age_band),
            (Metric::Started, self.by_area_started),
            (Metric::Skill, self.by_skill),
            (Metric::Blocked, self.blocked_reasons),
            (Metric::Status, self.by_status),
            (Metric::Duty, self.by_duty),
        ];
        for (metric, keys) in all {
            counts.extend(keys.0.into_iter().map(|(key, count)| (metric, key, count)));
        }
        Record {
            batch: self.batch,
            revision: self.revision,
            setup: Setup {
                session_date: self.session_date,
                province_code: self.province_code,
                commune: self.commune_text,
                village: self.village_text,
                host: self.host,
            },
            notes: self.notes,
            updated: self.updated,
            ended: self.ended,
            counts: Counts::in_order(counts),
        }
    }
}

/// Records as a file: a record a line, so that two files can be compared by eye.
pub fn tally_json(records: &[Record]) -> String {
    let lines: Vec<Line> = records.iter().map(Line::of).collect();
    let text = serde_json::to_string(&Out { format: FORMAT, records: lines }).unwrap_or_default();
    text.replace("{\"batch\"", "\n{\"batch\"") + "\n"
}

/// Reads a file. Records of one batch that stand in it twice are merged. A good file is gone through once; only what is refused is read
/// again, to say where it is wrong.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Record>, TallyError> {
    let read: In = match serde_json::from_slice::<In>(bytes) {
        Ok(read) if read.format == FORMAT => read,
        _ => {
            version(bytes)?;
            placed(bytes)?
        }
    };
    if read.records.len() > MOST_RECORDS {
        return Err(TallyError::large());
    }
    let mut book = Book::default();
    for (at, line) in read.records.into_iter().enumerate() {
        let record = line.record();
        if looked_at(&record, "").is_err() {
            looked_at(&record, &joined(&["records[", &decimal(at), "]."]))?;
        }
        book.merge(record);
    }
    Ok(book.into_records())
}

/// Slower, but knows the place of what is wrong.
fn placed(bytes: &[u8]) -> Result<In, TallyError> {
    let mut parser = serde_json::Deserializer::from_slice(bytes);
    let read: In = serde_path_to_error::deserialize(&mut parser).map_err(|error| {
        // Cut off in the middle, or something at a place.
        if error.inner().is_eof() { TallyError::of(Trouble::Cut) } else { TallyError::at(&alloc::format!("{}", error.path())) }
    })?;
    parser.end().map_err(|_| TallyError::of(Trouble::Cut))?;
    Ok(read)
}

/// Another format, or a version of later years, is named before its keys are called unknown.
fn version(bytes: &[u8]) -> Result<(), TallyError> {
    #[derive(Deserialize)]
    struct Head {
        format: Option<String>,
    }
    let head: Head = serde_json::from_slice(bytes)
        .map_err(|error| TallyError::of(if error.is_eof() { Trouble::Cut } else { Trouble::Foreign }))?;
    match head.format.as_deref() {
        Some(FORMAT) => Ok(()),
        Some(other) if other.starts_with(FAMILY) => Err(TallyError::version(other)),
        _ => Err(TallyError::of(Trouble::Foreign)),
    }
}
