//! Keeping answers, as the person and the host page want (contract section 6, `save`).

use super::app::State;
use crate::browser::json::Json;
use crate::browser::storage::{self, Place};
use crate::model::{Date, Rules};
use crate::session::Save;
use crate::session::saved::{MOST, OpenError, Opened, Saved, open, save};
use crate::view::Word;

/// The key in the browser's storage: name and version of the format.
const KEY: &str = "buoc-so-answers/1";
/// Where answers of an unknown version or shape are put aside.
const ASIDE: &str = "buoc-so-answers/aside";

/// Keeps the run as it is now.
pub fn keep(state: &mut State) {
    // What is kept from last time stays until the person goes on or starts anew. A widget that keeps nothing leaves alone what
    // another one of the same site keeps.
    if state.kept.is_some() || state.session.save == Save::Off {
        return;
    }
    let session = &state.session;
    let place = if session.is_empty() { None } else { place(session.kept(&state.rules)) };
    let Some(place) = place else { return forget() };
    if place == Place::Session {
        storage::remove(KEY);
    }
    if !storage::write(place, KEY, &write(&save(session, &state.rules, state.host.today))) {
        state.notice = state.word(Word::StorageRefused);
    }
}

fn place(save: Save) -> Option<Place> {
    match save {
        Save::Off => None,
        Save::Session => Some(Place::Session),
        Save::Device => Some(Place::Device),
    }
}

/// The host page wants answers kept otherwise than before: at once, not with the next answer.
pub fn keep_as(state: &mut State, wanted: Save) {
    if wanted == Save::Off && state.session.save != Save::Off {
        state.kept = None;
        forget();
    }
    state.session.save = wanted;
    keep(state);
}

/// Deletes what is kept.
pub fn forget() {
    storage::remove(KEY);
}

/// Deletes what is kept and what was put aside.
pub fn forget_all() {
    storage::remove(KEY);
    storage::remove(ASIDE);
}

/// What was found from last time.
pub enum Found {
    /// Nothing.
    Nothing,
    /// Answers.
    Answers(Opened),
    /// Something this program cannot open; it was put aside.
    Unknown,
    /// Too old; deleted.
    Expired,
}

/// Looks for answers from last time.
pub fn find(wanted: Save, rules: &Rules, today: Date) -> Found {
    let Some(place) = place(wanted) else { return Found::Nothing };
    let Some(text) = storage::read(Place::Session, KEY).or_else(|| storage::read(place, KEY)) else { return Found::Nothing };
    let saved = if text.len() <= MOST { read(&text) } else { None };
    match saved.map(|saved| open(&saved, rules, today)) {
        Some(Ok(opened)) if opened.session.is_empty() => Found::Nothing,
        Some(Ok(opened)) => Found::Answers(opened),
        Some(Err(OpenError::Expired)) => {
            storage::remove(KEY);
            Found::Expired
        }
        Some(Err(OpenError::Unknown)) | None => {
            storage::write(Place::Device, ASIDE, &text);
            storage::remove(KEY);
            Found::Unknown
        }
    }
}

const LISTS: [&str; 5] = ["skipped", "used", "wanted", "hidden", "ticks"];

fn write(saved: &Saved) -> String {
    let json = Json::new();
    json.set_text("format", &saved.format);
    json.set_text("catalogue", &saved.catalogue);
    json.set_text("date", &saved.date);
    json.set_text("lang", &saved.lang);
    let answers = Json::new();
    for (question, chosen) in &saved.answers {
        answers.set_list(question, chosen);
    }
    json.set_object("answers", &answers);
    for (name, list) in LISTS.into_iter().zip([&saved.skipped, &saved.used, &saved.wanted, &saved.hidden, &saved.ticks]) {
        json.set_list(name, list);
    }
    json.print()
}

/// Reads saved answers; `None` for any other shape.
fn read(text: &str) -> Option<Saved> {
    let json = Json::parse(text)?;
    let answers = json.object("answers")?;
    let mut saved = Saved {
        format: json.text("format")?,
        catalogue: json.text("catalogue")?,
        date: json.text("date")?,
        lang: json.text("lang")?,
        ..Saved::default()
    };
    for question in answers.names() {
        let chosen = answers.list(&question)?;
        saved.answers.push((question, chosen));
    }
    let [skipped, used, wanted, hidden, ticks] = LISTS.map(|name| json.list(name));
    (saved.skipped, saved.used, saved.wanted, saved.hidden, saved.ticks) = (skipped?, used?, wanted?, hidden?, ticks?);
    Some(saved)
}
