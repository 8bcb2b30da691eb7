//! Counts out and in: files, texts, codes.

use super::keep;
use super::{Kept, Open, Shown, charts, now, place_of, tally};
use crate::browser::files;
use crate::outreach::{
    Change, Columns, MOST_BYTES, Metric, QR_LIMIT, Record, TallyError, Trouble, csv, read_tally, tally_json, tally_text, wide_csv,
};
use crate::text::{decimal, fill, joined};
use crate::ui::app::{App, State, Ui};
use crate::view::OutreachWord;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};

/// How counts are handed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A file of the records shown.
    File,
    /// A file of everything on this device.
    All,
    /// The text of the session.
    Text,
    /// That text to the clipboard.
    Copy,
    /// That text as a QR code.
    Qr,
    /// A table, one line a figure.
    Csv,
    /// A table, one line a session.
    Wide,
}

/// Hands counts on.
pub fn export(app: &App, form: Form) {
    let records: Vec<Record> = app.read(|state| match form {
        Form::All => state.desk.book.iter().flat_map(|book| book.records()).cloned().collect(),
        // What this phone counted, whatever charts show; where it only joins, what it has joined.
        Form::File | Form::Text | Form::Copy | Form::Qr if state.desk.record.is_some() => {
            state.desk.record.iter().cloned().collect()
        }
        Form::File | Form::Text | Form::Copy | Form::Qr => {
            state.desk.book.iter().flat_map(|book| book.records()).cloned().collect()
        }
        Form::Csv | Form::Wide => tally::records(&state.desk).into_iter().cloned().collect(),
    });
    match form {
        Form::File | Form::All => save(app, "json", "application/json", tally_json(&records), records),
        Form::Csv => {
            let text = app.read(|state| csv(&records, &state.desk.columns));
            save(app, "csv", "text/csv", text, records);
        }
        Form::Wide => {
            let text = app.read(|state| {
                let words = state.desk.words[state.session.lang as usize].clone().unwrap_or_default();
                wide_csv(&records, &columns(state, &records), &words)
            });
            save(app, "tong-hop.csv", "text/csv", text, records);
        }
        Form::Text => app.write(|state| state.desk.open = Open::Text(texts(&records))),
        Form::Copy => copy(app, texts(&records)),
        Form::Qr => app.write(|state| state.desk.open = as_code(state, &texts(&records))),
    }
}

/// Names of columns: the province's, else those of the charts.
fn columns(state: &State, records: &[Record]) -> Columns {
    let named = state.scene(|scene| {
        let ui = Ui { state, scene };
        let all = records.iter().flat_map(|record| record.counts.iter());
        let names = all.filter(|(metric, ..)| *metric != Metric::Contacts).map(|(metric, key, _)| {
            let name = joined(&[&charts::title(&ui, metric), ": ", &charts::name(&ui, metric, key)]);
            (joined(&[metric.id(), ":", key]), name)
        });
        Columns::of(names.collect::<Vec<(String, String)>>())
    });
    state.desk.columns.clone().or(named.unwrap_or_default())
}

/// The texts of the records, one below the other.
fn texts(records: &[Record]) -> String {
    crate::text::listed(
        &records.iter().map(tally_text).collect::<Vec<String>>().iter().map(String::as_str).collect::<Vec<&str>>(),
        "\n",
    )
}

fn as_code(state: &State, text: &str) -> Open {
    if text.len() > QR_LIMIT {
        let values = [("n", decimal(text.len())), ("most", decimal(QR_LIMIT))];
        let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        return Open::Trouble(fill(&state.desk_word(OutreachWord::QrTooLarge), &values));
    }
    Open::Qr(text.to_owned(), OutreachWord::ExportQrSays)
}

fn copy(app: &App, text: String) {
    let app = app.clone();
    wasm_bindgen_futures::spawn_local(async move {
        let field = app.read(|state| state.host.root.query_selector("textarea.text").ok().flatten());
        let field = field.and_then(|field| field.dyn_into().ok());
        let copied = crate::browser::clipboard::copy(&text, field).await;
        app.say(if copied { crate::view::Word::Copied } else { crate::view::Word::CopyByHand });
    });
}

/// Makes the file, reads it back, says how much is in it.
fn save(app: &App, end: &'static str, kind: &'static str, text: String, records: Vec<Record>) {
    let app = app.clone();
    wasm_bindgen_futures::spawn_local(async move {
        let first = records.first().map(|record| record.setup.session_date.clone()).unwrap_or_default();
        let name = joined(&["buoc-so-", &first, "-", &decimal(records.len()), ".", end]);
        let back = files::save(&name, kind, text.as_bytes()).await;
        let open = match back {
            None => Open::Trouble(app.read(|state| state.desk_word(OutreachWord::SaveFailed))),
            // Tables are not read by us: what is in them is compared with what was to be.
            Some(bytes) if kind == "text/csv" && bytes == text.as_bytes() => sizes(&records),
            Some(bytes) => match read_tally(&bytes) {
                Ok(read) => sizes(&read),
                Err(_) => Open::Trouble(app.read(|state| state.desk_word(OutreachWord::SaveFailed))),
            },
        };
        app.write(|state| state.desk.open = open);
    });
}

fn sizes(records: &[Record]) -> Open {
    Open::Saved(records.len(), people(records))
}

/// All people of some records.
pub fn people(records: &[Record]) -> usize {
    records.iter().fold(0_usize, |sum, record| sum.saturating_add(record.contacts() as usize))
}

/// Files were chosen: all of them are read before anything is merged.
pub fn chosen(app: &App, event: &Event) {
    let Some(field) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else { return };
    let app = app.clone();
    wasm_bindgen_futures::spawn_local(async move {
        let mut records = Vec::new();
        let mut trouble = None;
        for bytes in files::chosen(&field, MOST_BYTES as f64).await {
            match bytes.as_deref().map(read_tally) {
                Some(Ok(read)) => records.extend(read),
                Some(Err(error)) => trouble = Some(error),
                None => trouble = Some(TallyError::large()),
            }
        }
        app.write(|state| {
            state.desk.open = match trouble {
                Some(error) => Open::Trouble(sentence(state, &error)),
                None if records.is_empty() => Open::Trouble(state.desk_word(OutreachWord::TroubleNone)),
                None => Open::Read(records),
            };
        });
    });
}

/// Reads what was pasted.
pub fn read_pasted(state: &mut State) {
    let text = state.desk.paste.clone();
    state.desk.open = if text.trim().is_empty() {
        Open::Trouble(state.desk_word(OutreachWord::TroubleNone))
    } else {
        match read_tally(text.as_bytes()) {
            Ok(records) => Open::Read(records),
            Err(error) => Open::Trouble(sentence(state, &error)),
        }
    };
}

/// What is wrong, in one sentence.
fn sentence(state: &State, error: &TallyError) -> String {
    let word = match error.trouble {
        Trouble::Large => OutreachWord::TroubleLarge,
        Trouble::Foreign => OutreachWord::TroubleForeign,
        Trouble::Version => OutreachWord::TroubleVersion,
        Trouble::Cut => OutreachWord::TroubleCut,
        _ => OutreachWord::TroublePlace,
    };
    fill(&state.desk_word(word), &[("place", &error.place), ("found", &error.place)])
}

/// Merges what was read into what is kept.
pub fn merge(app: &App) {
    let records = app.read(|state| if let Open::Read(records) = &state.desk.open { records.clone() } else { Vec::new() });
    if records.is_empty() {
        return;
    }
    let app = app.clone();
    wasm_bindgen_futures::spawn_local(async move {
        let (texts, kept) = app.read(|state| (state.desk.texts.clone(), state.desk.kept));
        let stored = match &texts {
            Some(texts) if kept == Kept::Device => keep::merge(texts, records.clone(), &now()).await.ok(),
            _ => None,
        };
        if let Some(None) = stored {
            return app.write(|state| state.desk.open = Open::Trouble(state.desk_word(OutreachWord::MergeMany)));
        }
        let refused = stored.is_none();
        app.write(|state| {
            let mut book = state.desk.book.take().map(|book| (*book).clone()).unwrap_or_default();
            let mut sums = [0; 3];
            let own = state.desk.record.as_ref().map(|record| record.batch.clone());
            for record in records {
                // What this phone counted itself is not to be bettered by a copy of it.
                let mine = own.as_ref() == Some(&record.batch);
                sums[place_of(if mine { Change::Same } else { book.merge(record) })] += 1;
            }
            state.desk.book = Some(Rc::new(book));
            state.desk.paste.clear();
            state.desk.open = Open::Merged(sums);
            if refused {
                state.desk.kept = Kept::Memory;
                state.notice = state.desk_word(OutreachWord::MergeFailed);
            }
        });
    });
}

/// Reads everything on this device, for charts and joining.
pub fn look(app: &App) {
    let app = app.clone();
    wasm_bindgen_futures::spawn_local(async move {
        let (texts, record) = app.read(|state| (state.desk.texts.clone(), state.desk.record.clone()));
        let found = match &texts {
            Some(texts) => keep::all(texts).await.ok(),
            None => None,
        };
        app.write(|state| {
            let (mut book, damaged) = found.unwrap_or_default();
            // What could not be stored is known to this page alone.
            if state.desk.kept == Kept::Memory {
                state.desk.book.iter().flat_map(|book| book.records()).cloned().for_each(|record| {
                    book.merge(record);
                });
            }
            match record {
                Some(record) => drop(book.merge(record)),
                None if state.desk.shown == Shown::Here => state.desk.shown = Shown::All,
                None => {}
            }
            state.desk.damaged |= damaged;
            state.desk.book = Some(Rc::new(book));
        });
    });
}
