//! What is kept on the device, and how: texts by key in one database. A person is counted in one transaction, which reads the record,
//! adds to it and writes it; so two tabs cannot lose a count, and a page that is killed has counted whole or not at all.

use crate::browser::database::{Refused, Texts};
use crate::outreach::{Book, Change, Counts, MOST_BYTES, MOST_RECORDS, Record, read_tally, tally_json};
use crate::text::joined;
use serde::{Deserialize, Serialize};

/// Name of the database.
pub const DATABASE: &str = "buoc-so-outreach";
/// Where the helper was, by [`Remembered`].
const DESK: &str = "desk";
/// What the last person added, as a record of its own, until it can no longer be taken back.
const UNDO: &str = "undo";
/// Records from other phones.
const BOOK: &str = "book";
/// Records of sessions of this phone: this and the batch.
const OWN: &str = "record:";
/// Texts that could not be read are put aside under this and their key.
const ASIDE: &str = "aside:";

/// What must outlive a reload.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Remembered {
    /// The stage.
    pub stage: String,
    /// The running session.
    pub batch: String,
    /// The invented person.
    pub practice: Option<usize>,
    /// Language.
    pub lang: String,
    /// Size of text, 1–3.
    pub size: u8,
    /// Colours.
    pub theme: String,
    /// When it was written, as [`super::now`].
    pub at: String,
}

/// What was found.
#[derive(Default)]
pub struct Found {
    /// Where the helper was.
    pub desk: Option<Remembered>,
    /// The running session.
    pub record: Option<Record>,
    /// What can be taken back: what the last person added, with the revision that it made.
    pub undo: Option<Record>,
    /// Something could not be read and was put aside.
    pub damaged: bool,
}

fn own(batch: &str) -> String {
    joined(&[OWN, batch])
}

/// The one record of a text.
fn record_of(text: &str) -> Option<Record> {
    let mut records = read_tally(text.as_bytes()).ok()?;
    if records.len() == 1 { records.pop() } else { None }
}

fn text_of(record: &Record) -> Option<String> {
    Some(tally_json(core::slice::from_ref(record)))
}

fn remembered(desk: &Remembered) -> (String, Option<String>) {
    (DESK.to_owned(), serde_json::to_string(desk).ok())
}

/// A record that carries what one person added, and the revision that it made.
pub fn undo(record: &Record, person: &Counts) -> Record {
    Record { counts: person.clone(), notes: String::new(), ..record.clone() }
}

/// The same as it is kept.
fn undo_of(record: &Record, person: &Counts) -> (String, Option<String>) {
    (UNDO.to_owned(), text_of(&undo(record, person)))
}

/// Looks up what is kept. What cannot be read is put aside, so that a later version may.
pub async fn find(texts: &Texts) -> Result<Found, Refused> {
    let first = texts.read(&[DESK]).await?;
    let mut found = Found::default();
    let mut aside = Vec::new();
    if let Some(Some(text)) = first.first() {
        match serde_json::from_str::<Remembered>(text) {
            Ok(desk) => found.desk = Some(desk),
            Err(_) => aside.push((DESK.to_owned(), text.clone())),
        }
    }
    if let Some(desk) = found.desk.as_ref().filter(|desk| !desk.batch.is_empty()) {
        let key = own(&desk.batch);
        let both = texts.read(&[&key, UNDO]).await?;
        if let Some(Some(text)) = both.first() {
            found.record = record_of(text);
            if found.record.is_none() {
                aside.push((key, text.clone()));
            }
        }
        let undo = both.get(1).cloned().flatten().and_then(|text| record_of(&text));
        found.undo = undo.filter(|undo| undo.batch == desk.batch);
    }
    if found.record.as_ref().is_none_or(|record| record.ended)
        && let Some(open) = open_session(texts).await?
    {
        found.record = Some(open);
        found.undo = None;
    }
    if !aside.is_empty() {
        found.damaged = true;
        let writes = aside.into_iter().flat_map(|(key, text)| [(joined(&[ASIDE, &key]), Some(text)), (key, None)]).collect();
        texts.change(&[], |_| (writes, ())).await?;
    }
    Ok(found)
}

/// Writes the desk alone.
pub async fn remember(texts: &Texts, desk: &Remembered) -> Result<(), Refused> {
    texts.change(&[], |_| (vec![remembered(desk)], ())).await
}

/// A record as this page knows it.
pub struct Known {
    /// The record, with everything that this page has counted.
    pub record: Record,
    /// What of it could not be stored.
    pub pending: Counts,
}

impl Known {
    /// The record as it is to be: what is stored, which another tab may have changed, with what this page could not store. Where
    /// nothing is stored (never was, or the browser has thrown it away) what this page knows is all there is.
    fn latest(&self, stored: Option<&String>) -> Record {
        let Some(mut record) = stored.and_then(|text| record_of(text)) else { return self.record.clone() };
        if !self.pending.is_empty() {
            record.counts.merge(&self.pending);
            record.setup = self.record.setup.clone();
            record.notes.clone_from(&self.record.notes);
            record.ended |= self.record.ended;
        }
        record.revision = record.revision.max(self.record.revision);
        record
    }
}

/// Counts one person, in one transaction. Gives the record as it is now.
pub async fn count(texts: &Texts, known: &Known, person: &Counts, desk: &Remembered, now: &str) -> Result<Record, Refused> {
    let key = own(&known.record.batch);
    texts
        .change(&[&key], |stored| {
            let mut record = known.latest(stored.first().and_then(Option::as_ref));
            record.count(person, now);
            (vec![(key.clone(), text_of(&record)), undo_of(&record, person), remembered(desk)], record)
        })
        .await
}

/// Takes back what the last person added, once, if it is the count that this page knows: another tab may have counted since. `None`
/// when it is not to be had any more; the record as it is now in any case.
pub async fn take_back(texts: &Texts, known: &Known, undo: &Record, now: &str) -> Result<(Record, bool), Refused> {
    let key = own(&known.record.batch);
    texts
        .change(&[&key, UNDO], |stored| {
            let last = stored.get(1).cloned().flatten().and_then(|text| record_of(&text));
            let mut record = known.latest(stored.first().and_then(Option::as_ref));
            let same = last.is_some_and(|last| last.batch == undo.batch && last.revision == undo.revision);
            if !same || !record.take_back(&undo.counts, now) {
                return (Vec::new(), (record, false));
            }
            (vec![(key.clone(), text_of(&record)), (UNDO.to_owned(), None)], (record, true))
        })
        .await
}

/// Changes the record of the session (its place, its end, its notes); what could be taken back no longer can when it ends.
pub async fn edit(texts: &Texts, known: &Known, desk: &Remembered, change: impl FnOnce(&mut Record)) -> Result<Record, Refused> {
    let key = own(&known.record.batch);
    texts
        .change(&[&key], |stored| {
            let mut record = known.latest(stored.first().and_then(Option::as_ref));
            change(&mut record);
            let mut writes = vec![(key.clone(), text_of(&record)), remembered(desk)];
            if record.ended {
                writes.push((UNDO.to_owned(), None));
            }
            (writes, record)
        })
        .await
}

/// The newest session of this phone that has not ended: where the desk points to none. Another tab may have ended its own.
pub async fn open_session(texts: &Texts) -> Result<Option<Record>, Refused> {
    let keys = texts.keys().await?;
    let own: Vec<&str> = keys.iter().map(String::as_str).filter(|key| key.starts_with(OWN)).collect();
    let records = texts.read(&own).await?.into_iter().flatten().filter_map(|text| record_of(&text));
    Ok(records.filter(|record| !record.ended).max_by(|one, other| one.updated.cmp(&other.updated)))
}

/// Everything on this device: sessions of this phone and records of others; and whether something could not be read.
pub async fn all(texts: &Texts) -> Result<(Book, bool), Refused> {
    let keys = texts.keys().await?;
    let own: Vec<&str> = keys.iter().map(String::as_str).filter(|key| key.starts_with(OWN)).collect();
    let mut book = Book::default();
    let mut damaged = false;
    for text in texts.read(&own).await?.into_iter().flatten() {
        match record_of(&text) {
            Some(record) => drop(book.merge(record)),
            None => damaged = true,
        }
    }
    let mine: Vec<String> = book.records().map(|record| record.batch.clone()).collect();
    if let Some(Some(text)) = texts.read(&[BOOK]).await?.first() {
        match read_tally(text.as_bytes()) {
            // What this phone counted itself is not to be bettered by a copy of it.
            Ok(records) => records.into_iter().filter(|record| !mine.contains(&record.batch)).for_each(|record| {
                book.merge(record);
            }),
            Err(_) => damaged = true,
        }
    }
    Ok((book, damaged))
}

/// Merges records of others into what is kept; gives what each of them changed, or `None` where they would be too many to be read
/// again: then nothing is changed.
pub async fn merge(texts: &Texts, records: Vec<Record>, now: &str) -> Result<Option<Vec<Change>>, Refused> {
    texts
        .change(&[BOOK], |stored| {
            let mut book = Book::default();
            let before = stored.into_iter().next().flatten();
            let read = before.as_deref().map(|text| read_tally(text.as_bytes()));
            let mut writes = Vec::new();
            match (read, before) {
                (Some(Ok(kept)), _) => kept.into_iter().for_each(|record| {
                    book.merge(record);
                }),
                (Some(Err(_)), Some(text)) => writes.push((joined(&[ASIDE, BOOK, ":", now]), Some(text))),
                _ => {}
            }
            let changes = records.into_iter().map(|record| book.merge(record)).collect();
            let all = book.into_records();
            let text = tally_json(&all);
            if all.len() > MOST_RECORDS || text.len() > MOST_BYTES {
                return (Vec::new(), None);
            }
            writes.push((BOOK.to_owned(), Some(text)));
            (writes, Some(changes))
        })
        .await
}
