//! What happens to the record of the session: begun, corrected, taken back from, ended.

use super::{Kept, Open, Shown, Stage, files, keep, leave, now};
use crate::browser::chance;
use crate::model::Date;
use crate::outreach::{Counts, Record, Setup};
use crate::ui::app::App;
use crate::view::OutreachWord;
use wasm_bindgen::JsCast;

/// Begins a session, or corrects the place of the running one.
pub fn open(app: &App) {
    let form = app.read(|state| tidy(&state.desk.form));
    let trouble = if Date::parse(&form.session_date).is_none() {
        Some(OutreachWord::SetupNoDate)
    } else if form.province_code.is_empty() || (form.commune.is_empty() && form.village.is_empty() && form.host.is_empty()) {
        Some(OutreachWord::SetupNoPlace)
    } else {
        None
    };
    let stop = trouble.is_some();
    app.write(|state| {
        state.desk.form = form.clone();
        state.desk.form_trouble = trouble;
    });
    if stop {
        return;
    }
    let now = now();
    app.write(|state| {
        let desk = &mut state.desk;
        if desk.record.is_none() {
            desk.record = Some(Record::new(chance::name(), form.clone(), &now));
            desk.undo = None;
        }
        desk.record.iter_mut().for_each(|record| record.place(form.clone(), &now));
        desk.stage = Stage::Between;
        desk.practice = None;
        desk.open = Open::Nothing;
        leave::at_place(state);
    });
    change(app, move |record| record.place(form.clone(), &now));
}

fn tidy(form: &Setup) -> Setup {
    let plain = |text: &str| crate::text::listed(&text.split_whitespace().collect::<Vec<&str>>(), " ");
    Setup {
        session_date: form.session_date.clone(),
        province_code: form.province_code.clone(),
        commune: plain(&form.commune),
        village: plain(&form.village),
        host: plain(&form.host),
    }
}

/// Changes the running record where it is kept; in memory where nothing is.
pub fn change(app: &App, change: impl Fn(&mut Record) + 'static) {
    let app = app.clone();
    wasm_bindgen_futures::spawn_local(async move {
        let (texts, known, desk) =
            app.read(|state| (state.desk.texts.clone(), leave::known(state), leave::remembered(state, state.desk.stage)));
        let Some(known) = known else { return };
        let stored = match &texts {
            Some(texts) => keep::edit(texts, &known, &desk, |record| change(record)).await.ok(),
            None => None,
        };
        app.write(|state| {
            match stored {
                Some(record) => {
                    state.desk.kept = Kept::Device;
                    state.desk.pending = Counts::default();
                    state.desk.record = Some(record);
                }
                None => {
                    state.desk.kept = Kept::Memory;
                    state.desk.record.iter_mut().for_each(&change);
                }
            }
            state.desk.busy = false;
        });
    });
}

/// Takes the last count back.
pub fn undo(app: &App) {
    if app.read(|state| state.desk.busy) {
        return;
    }
    app.write(|state| state.desk.busy = true);
    let app = app.clone();
    wasm_bindgen_futures::spawn_local(async move {
        let (texts, known, undo, kept) =
            app.read(|state| (state.desk.texts.clone(), leave::known(state), state.desk.undo.clone(), state.desk.kept));
        let stored = match (&texts, &known, &undo, kept) {
            (Some(texts), Some(known), Some(undo), Kept::Device) => keep::take_back(texts, known, undo, &now()).await.ok(),
            _ => None,
        };
        app.write(|state| {
            let desk = &mut state.desk;
            let done = match (stored, kept, undo) {
                (Some((record, done)), ..) => {
                    desk.record = Some(record);
                    desk.undo = None;
                    done
                }
                (None, Kept::Memory, Some(undo)) => {
                    desk.undo = None;
                    desk.pending.subtract(&undo.counts);
                    desk.record.as_mut().is_some_and(|record| record.take_back(&undo.counts, &now()))
                }
                // Refused: it may be tried again.
                _ => false,
            };
            desk.busy = false;
            state.notice = state.desk_word(if done { OutreachWord::Undone } else { OutreachWord::UndoGone });
        });
        focus_heading(&app);
    });
}

/// Focus on the heading, after drawing: what was tapped is no longer there.
pub fn focus_heading(app: &App) {
    let app = app.clone();
    wasm_bindgen_futures::spawn_local(async move {
        let heading = app.read(|state| state.host.root.query_selector("h1").ok().flatten());
        if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = heading.focus();
        }
    });
}

/// The session is over: the last person is counted, then everything of them goes; the counts are to be handed on.
pub fn end(app: &App) {
    if app.read(|state| state.desk.busy) {
        return;
    }
    let (now, person) = (now(), app.read(leave::adds));
    app.write(|state| {
        leave::forget_person(state);
        state.desk.stage = Stage::Join;
        state.desk.shown = Shown::Here;
        state.desk.undo = None;
        state.desk.busy = true;
    });
    let later = app.clone();
    change(app, move |record| {
        if !person.is_empty() {
            record.count(&person, &now);
        }
        record.end(&now);
    });
    files::look(&later);
}
