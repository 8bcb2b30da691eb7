//! What is kept on the device, and how: texts by key in one database. A person is counted in one transaction, which reads the record,
//! adds to it and writes it; so two tabs cannot lose a count, and a page that is killed has counted whole or not at all.

use crate::browser::database::{Refused, Texts};
use crate::outreach::{Book, Change, Counts, Record, read_tally, tally_json};
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
    /// What can be taken back.
    pub undo: Option<Counts>,
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

/// A record that carries what one person added.
fn undo_of(record: &Record, person: &Counts) -> (String, Option<String>) {
    let carrier = Record { counts: person.clone(), notes: String::new(), ..record.clone() };
    (UNDO.to_owned(), text_of(&carrier))
}

/// Looks up what is kept. What cannot be read is put aside, so that a later version may.
pub async fn find(texts: &Texts) -> Result<Found, Refused> {
    let first = texts.read(&[DESK]).await?;
    let mut found = Found::default();
    let mut aside = Vec::new();
    let Some(Some(text)) = first.first() else { return Ok(found) };
    match serde_json::from_str::<Remembered>(text) {
        Ok(desk) => found.desk = Some(desk),
        Err(_) => aside.push((DESK.to_owned(), text.clone())),
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
        found.undo = undo.filter(|undo| undo.batch == desk.batch).map(|undo| undo.counts);
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

/// The record of the session as it is in the database, or as this page knows it: the browser may have thrown it away, or refused it
/// while the page counted on in memory.
fn latest(stored: Option<&String>, known: &Record) -> Record {
    let stored = stored.and_then(|text| record_of(text));
    match stored {
        Some(stored) if stored.revision >= known.revision => stored,
        _ => known.clone(),
    }
}

/// Counts one person, in one transaction. `known`: the record as this page knows it. Gives the record as it is now.
pub async fn count(texts: &Texts, known: &Record, person: &Counts, desk: &Remembered, now: &str) -> Result<Record, Refused> {
    let key = own(&known.batch);
    texts
        .change(&[&key], |stored| {
            let mut record = latest(stored.first().and_then(Option::as_ref), known);
            record.count(person, now);
            (vec![(key.clone(), text_of(&record)), undo_of(&record, person), remembered(desk)], record)
        })
        .await
}

/// Takes back what the last person added, once. `None` when there is nothing to take back any more.
pub async fn take_back(texts: &Texts, known: &Record, now: &str) -> Result<Option<Record>, Refused> {
    let key = own(&known.batch);
    texts
        .change(&[&key, UNDO], |stored| {
            let undo = stored.get(1).cloned().flatten().and_then(|text| record_of(&text));
            let Some(undo) = undo.filter(|undo| undo.batch == known.batch) else { return (Vec::new(), None) };
            let mut record = latest(stored.first().and_then(Option::as_ref), known);
            if !record.take_back(&undo.counts, now) {
                return (vec![(UNDO.to_owned(), None)], None);
            }
            (vec![(key.clone(), text_of(&record)), (UNDO.to_owned(), None)], Some(record))
        })
        .await
}

/// Changes the record of the session (its place, its end, its notes); what could be taken back no longer can when it ends.
pub async fn edit(texts: &Texts, known: &Record, desk: &Remembered, change: impl FnOnce(&mut Record)) -> Result<Record, Refused> {
    let key = own(&known.batch);
    texts
        .change(&[&key], |stored| {
            let mut record = latest(stored.first().and_then(Option::as_ref), known);
            change(&mut record);
            let mut writes = vec![(key.clone(), text_of(&record)), remembered(desk)];
            if record.ended {
                writes.push((UNDO.to_owned(), None));
            }
            (writes, record)
        })
        .await
}

/// Everything on this device: sessions of this phone and records of others; and whether something could not be read.
pub async fn all(texts: &Texts) -> Result<(Book, bool), Refused> {
    let keys = texts.keys().await?;
    let wanted: Vec<&str> = keys.iter().map(String::as_str).filter(|key| key.starts_with(OWN) || *key == BOOK).collect();
    let mut book = Book::default();
    let mut damaged = false;
    for text in texts.read(&wanted).await?.into_iter().flatten() {
        match read_tally(text.as_bytes()) {
            Ok(records) => records.into_iter().for_each(|record| {
                book.merge(record);
            }),
            Err(_) => damaged = true,
        }
    }
    Ok((book, damaged))
}

/// Merges records of others into what is kept; gives what each of them changed. Records of this phone stay its own.
pub async fn merge(texts: &Texts, records: Vec<Record>) -> Result<Vec<Change>, Refused> {
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
                (Some(Err(_)), Some(text)) => writes.push((joined(&[ASIDE, BOOK]), Some(text))),
                _ => {}
            }
            let changes = records.into_iter().map(|record| book.merge(record)).collect();
            let all: Vec<Record> = book.records().cloned().collect();
            writes.push((BOOK.to_owned(), Some(tally_json(&all))));
            (writes, changes)
        })
        .await
}
