//! Keeping answers, as the person and the host page want (contract section 6, `save`).

use super::app::State;
use crate::browser::json::Json;
use crate::browser::storage::{self, Place};
use crate::model::{Date, Rules};
use crate::session::saved::{MOST, OpenError, Opened, Saved, open, save};
use crate::session::{Save, Screen, Theme};
use crate::text::{decimal, natural};
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
    if !storage::write(place, KEY, &json_of(&save(session, &state.rules, state.host.today)).print()) {
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
    let saved = if text.len() <= MOST { Json::parse(&text).as_ref().and_then(read) } else { None };
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

fn json_of(saved: &Saved) -> Json {
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
    json
}

/// Where the person is looking and how: screen, size of text, colours, where answers are kept, for somebody else, kept on a
/// shared phone, answers from last time not taken up yet.
const PLACE: &str = "place";

/// Everything that must not be lost when the element is moved to another place of the page: answers, screen, settings.
pub fn leave(state: &State) -> String {
    let session = &state.session;
    let json = json_of(&save(session, &state.rules, state.host.today));
    let flag = |set: bool| decimal(set.into());
    json.set_list(
        PLACE,
        &[
            session.screen.name(),
            decimal(state.size.into()),
            state.theme.code().to_owned(),
            session.save.code().to_owned(),
            flag(session.for_other),
            flag(session.keep_shared),
            flag(state.kept.is_some()),
        ],
    );
    json.print()
}

/// Goes on where [`leave`] stopped; a text of another shape changes nothing.
pub fn come_back(state: &mut State, text: &str) {
    let Some(json) = Json::parse(text) else { return };
    let saved = read(&json).map(|saved| open(&saved, &state.rules, state.host.today));
    let Some(Ok(Opened { mut session, .. })) = saved else { return };
    let Some([screen, size, theme, save, other, shared, kept]) =
        json.list(PLACE).and_then(|list| <[String; 7]>::try_from(list).ok())
    else {
        return;
    };
    session.answers.preset = core::mem::take(&mut state.session.answers.preset);
    session.screen = Screen::named(&screen, &state.rules).unwrap_or_default();
    session.save = Save::from_code(&save).unwrap_or_default();
    session.for_other = other != "0";
    session.keep_shared = shared != "0";
    if kept == "0" {
        // What is kept is this very run, and nothing to take up.
        state.kept = None;
        state.notice.clear();
    }
    state.size = natural(&size).unwrap_or(1) as u8;
    state.theme = Theme::from_code(&theme).unwrap_or_default();
    if session.lang != state.session.lang {
        state.wanted_lang = Some(session.lang);
        session.lang = state.session.lang;
    }
    state.session = session;
    state.follow();
}

/// Reads saved answers; `None` for any other shape.
fn read(json: &Json) -> Option<Saved> {
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
