//! What every reader of counts looks at, whatever the form: they come from other people's phones.

use super::{Metric, Record, Setup};
use crate::model::Date;
use crate::text::joined;
use alloc::{borrow::ToOwned, string::String};

/// Most records of a file.
pub const MOST_RECORDS: usize = 20_000;
/// Most keys of a record: twice what content has.
pub const MOST_KEYS: usize = 400;
/// Most changes of a record.
pub const MOST_REVISION: u32 = 1_000_000;
/// Most of any count.
pub const MOST_COUNT: u32 = 1_000_000;
/// Most letters of a text.
pub const MOST_LETTERS: usize = 200;
/// Most letters of remarks.
pub const MOST_NOTES: usize = 600;

/// What is wrong with a file or text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Too large.
    Large,
    /// Not counts of this tool.
    Foreign,
    /// Of a version that is not known; the place is the version.
    Version,
    /// Cut off or changed on the way.
    Cut,
    /// Something at a place.
    Place,
}

/// Why counts are refused. The sentence for people is content (`catalogue/outreach/words.toml`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TallyError {
    /// What is wrong.
    pub trouble: Trouble,
    /// Where, in the names of the file; or the version found.
    pub place: String,
}

impl TallyError {
    /// Larger than anything that this tool makes.
    pub fn large() -> TallyError {
        TallyError { trouble: Trouble::Large, place: String::new() }
    }

    pub(super) fn of(trouble: Trouble) -> TallyError {
        TallyError { trouble, place: String::new() }
    }

    pub(super) fn at(place: &str) -> TallyError {
        TallyError { trouble: Trouble::Place, place: short(place) }
    }

    pub(super) fn version(found: &str) -> TallyError {
        TallyError { trouble: Trouble::Version, place: short(found) }
    }
}

impl core::fmt::Display for TallyError {
    fn fmt(&self, out: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let what = match self.trouble {
            Trouble::Large => "too large",
            Trouble::Foreign => "no counts of this tool",
            Trouble::Version => "another version",
            Trouble::Cut => "cut off or changed",
            Trouble::Place => "not valid",
        };
        out.write_str(what)?;
        out.write_str(": ")?;
        out.write_str(&self.place)
    }
}

impl core::error::Error for TallyError {}

/// It quotes the file: one line, no longer than anybody reads.
fn short(place: &str) -> String {
    place.chars().take(60).map(|sign| if hidden(sign) { ' ' } else { sign }).collect()
}

/// Signs that are not seen, or change the direction of what is.
fn hidden(sign: char) -> bool {
    sign.is_control()
        || matches!(sign, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{61c}' | '\u{ad}')
}

/// A text as it is written into a record: signs that are not seen become blanks, because no reader takes them; no longer than readers
/// take.
pub fn clean(text: &str, most: usize) -> String {
    let lines = |sign: char| most == MOST_NOTES && sign == '\n';
    text.chars().map(|sign| if hidden(sign) && !lines(sign) { ' ' } else { sign }).take(most).collect()
}

/// Is it a text of people?
pub fn text(text: &str, most: usize, place: &str) -> Result<(), TallyError> {
    let lines = |sign: char| most == MOST_NOTES && sign == '\n';
    let good = text.chars().count() <= most && !text.chars().any(|sign| hidden(sign) && !lines(sign));
    if good { Ok(()) } else { Err(TallyError::at(place)) }
}

/// Is it an id of content? Ids of later catalogues are kept, so the list is open.
pub fn key(key: &str) -> bool {
    (1..=60).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

fn batch(batch: &str) -> bool {
    (8..=40).contains(&batch.len()) && batch.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
}

/// `YYYY-MM-DDTHH:MM`, or nothing.
fn moment(text: &str) -> bool {
    let good = |text: &str| {
        let (day, time) = (text.get(..10)?, text.get(10..)?.as_bytes());
        Date::parse(day)?;
        let [b'T', h1 @ b'0'..=b'2', h2 @ b'0'..=b'9', b':', b'0'..=b'5', b'0'..=b'9'] = time else { return None };
        (*h1 < b'2' || *h2 < b'4').then_some(())
    };
    text.is_empty() || good(text).is_some()
}

/// Is it a date and place? `at` stands before the names.
pub fn setup(setup: &Setup, at: &str) -> Result<(), TallyError> {
    let place = |name: &str| joined(&[at, name]);
    if Date::parse(&setup.session_date).is_none() {
        return Err(TallyError::at(&place("session_date")));
    }
    if !setup.province_code.is_empty()
        && (setup.province_code.len() != 2 || !setup.province_code.bytes().all(|byte| byte.is_ascii_digit()))
    {
        return Err(TallyError::at(&place("province_code")));
    }
    text(&setup.commune, MOST_LETTERS, &place("commune_text"))?;
    text(&setup.village, MOST_LETTERS, &place("village_text"))?;
    text(&setup.host, MOST_LETTERS, &place("host"))
}

/// Is it a record that this tool could have made? `at` stands before the names.
pub fn record(record: &Record, at: &str) -> Result<(), TallyError> {
    let place = |name: &str| joined(&[at, name]);
    if !batch(&record.batch) {
        return Err(TallyError::at(&place("batch")));
    }
    if record.revision == 0 || record.revision > MOST_REVISION {
        return Err(TallyError::at(&place("revision")));
    }
    setup(&record.setup, at)?;
    text(&record.notes, MOST_NOTES, &place("notes"))?;
    if !moment(&record.updated) {
        return Err(TallyError::at(&place("updated")));
    }
    let contacts = record.contacts();
    if record.counts.iter().count() > MOST_KEYS {
        return Err(TallyError::at(&place(Metric::Duty.id())));
    }
    for (metric, name, count) in record.counts.iter() {
        let fits = count <= MOST_COUNT && (!metric.counts_people() || count <= contacts);
        if !fits || (metric != Metric::Contacts && !key(name)) {
            let name = if name.is_empty() { metric.id().to_owned() } else { joined(&[metric.id(), ".", name]) };
            return Err(TallyError::at(&place(&name)));
        }
    }
    match Metric::ALL.into_iter().find(|metric| metric.parts_people() && record.counts.sum(*metric) > contacts) {
        Some(metric) => Err(TallyError::at(&place(metric.id()))),
        None => Ok(()),
    }
}
