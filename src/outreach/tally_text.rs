//! Counts of one record as a short text, for messages and QR codes: `buoc-so-tally/1` in words that a person can look at.
//!
//! ```text
//! buoc-so-tally/1 b=k3…9 r=57 d=2026-11-21 t=2026-11-21T15:20 p=40 e=1
//! c="Xã Yên Trung" v="Thôn Trung Sơn" h="Tổ công nghệ số" n=50
//! au: citizen=31 farm-household=12
//! …
//! #=1f0c22ab
//! ```
//!
//! Messages and scanners change blanks and ends of lines, so none of them means anything: words with one blank between are what is
//! summed up at the end. Zeros are left out, and so are the remarks: they are for the file.

use super::file::{FAMILY, FORMAT};
use super::limits::{TallyError, Trouble, record as looked_at};
use super::{Book, Metric, Record};
use crate::text::{cut, decimal, joined, listed, natural};
use alloc::{borrow::ToOwned, string::String, vec::Vec};

/// The most bytes of a text that goes into one QR code.
pub const QR_LIMIT: usize = 1200;

/// How the text names a metric.
const NAMES: [(&str, Metric); 7] = [
    ("au:", Metric::Audience),
    ("ag:", Metric::Age),
    ("ar:", Metric::Started),
    ("sk:", Metric::Skill),
    ("bl:", Metric::Blocked),
    ("st:", Metric::Status),
    ("du:", Metric::Duty),
];

/// The text of a record.
pub fn tally_text(record: &Record) -> String {
    let mut lines: Vec<String> = Vec::new();
    let flag = if record.ended { "1" } else { "0" };
    let setup = &record.setup;
    let revision = decimal(record.revision as usize);
    lines.push(joined(&[
        FORMAT,
        " b=",
        &record.batch,
        " r=",
        &revision,
        " d=",
        &setup.session_date,
        " t=",
        &record.updated,
        " p=",
        &setup.province_code,
        " e=",
        flag,
    ]));
    let quoted = |text: &str| joined(&["\"", &words(&text.replace('"', "'").replace("#=", "# =")), "\""]);
    lines.push(joined(&[
        "c=",
        &quoted(&setup.commune),
        " v=",
        &quoted(&setup.village),
        " h=",
        &quoted(&setup.host),
        " n=",
        &decimal(record.contacts() as usize),
    ]));
    for (name, metric) in NAMES {
        let counts: Vec<String> =
            record.counts.of(metric).map(|(key, count)| joined(&[" ", key, "=", &decimal(count as usize)])).collect();
        if !counts.is_empty() {
            lines.push(joined(&[name, &listed(&counts.iter().map(String::as_str).collect::<Vec<&str>>(), "")]));
        }
    }
    let body = listed(&lines.iter().map(String::as_str).collect::<Vec<&str>>(), "\n");
    joined(&[&body, "\n#=", &sum(&body)])
}

/// One blank between words, none around.
fn words(text: &str) -> String {
    listed(&text.split_whitespace().collect::<Vec<&str>>(), " ")
}

/// FNV-1a over the words: says that something is missing, not who changed it.
fn sum(body: &str) -> String {
    let hash = words(body).bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    (0..8).rev().map(|at| char::from_digit((hash >> (4 * at)) & 15, 16).unwrap_or('0')).collect()
}

/// Reads all texts in what was pasted, whatever stands around them.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Record>, TallyError> {
    let pasted = core::str::from_utf8(bytes).map_err(|_| TallyError::of(Trouble::Foreign))?;
    let mut book = Book::default();
    let mut rest = pasted;
    let mut some = false;
    while let Some(at) = rest.find(FAMILY) {
        some = true;
        let begun = rest.get(at..).unwrap_or_default();
        let version = begun.split_whitespace().next().unwrap_or_default();
        if version != FORMAT {
            return Err(TallyError::version(version));
        }
        let end = begun.find("#=").ok_or(TallyError::of(Trouble::Cut))?;
        let (body, behind) = begun.split_at_checked(end).ok_or(TallyError::of(Trouble::Cut))?;
        if behind.get(2..10) != Some(sum(body).as_str()) {
            return Err(TallyError::of(Trouble::Cut));
        }
        let record = one(body)?;
        looked_at(&record, "")?;
        book.merge(record);
        rest = behind.get(10..).unwrap_or_default();
    }
    if some { Ok(book.into_records()) } else { Err(TallyError::of(Trouble::Foreign)) }
}

/// The record of a text whose sum is right.
fn one(body: &str) -> Result<Record, TallyError> {
    let mut record = Record::default();
    let mut metric = None;
    let mut seen: Vec<(Option<Metric>, String)> = Vec::new();
    let mut rest = body.get(FORMAT.len()..).unwrap_or_default().trim_start();
    while !rest.is_empty() {
        if let Some((name, found)) = NAMES.into_iter().find(|(name, _)| rest.starts_with(name)) {
            metric = Some(found);
            rest = rest.get(name.len()..).unwrap_or_default().trim_start();
            continue;
        }
        let (key, after) = cut(rest, b'=').ok_or_else(|| TallyError::at(rest))?;
        let (value, behind) = match after.strip_prefix('"') {
            Some(quoted) => cut(quoted, b'"').ok_or(TallyError::of(Trouble::Cut))?,
            None => after.split_once(char::is_whitespace).unwrap_or((after, "")),
        };
        let place = (metric, key.to_owned());
        if seen.contains(&place) {
            return Err(TallyError::at(key));
        }
        seen.push(place);
        match metric {
            Some(metric) => record.counts.add(metric, key, number(key, value)?),
            None => field(&mut record, key, value)?,
        }
        rest = behind.trim_start();
    }
    Ok(record)
}

fn number(key: &str, value: &str) -> Result<u32, TallyError> {
    natural(value).ok_or_else(|| TallyError::at(key))
}

fn field(record: &mut Record, key: &str, value: &str) -> Result<(), TallyError> {
    match key {
        "b" => record.batch = value.to_owned(),
        "r" => record.revision = number(key, value)?,
        "d" => record.setup.session_date = value.to_owned(),
        "t" => record.updated = value.to_owned(),
        "p" => record.setup.province_code = value.to_owned(),
        "e" => record.ended = number(key, value)? == 1,
        "c" => record.setup.commune = words(value),
        "v" => record.setup.village = words(value),
        "h" => record.setup.host = words(value),
        "n" => record.counts.add(Metric::Contacts, "", number(key, value)?),
        _ => return Err(TallyError::at(key)),
    }
    Ok(())
}
