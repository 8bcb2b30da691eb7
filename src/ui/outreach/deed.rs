//! What the helper does, as a value, and the one place that carries it out.

use super::setup::Field;
use super::{Kept, Open, Shown, Stage, files, keep, now, session};
use crate::browser::{chance, speech};
use crate::model::Date;
use crate::outreach::{Counts, Metric, Record, Setup, setup_text};
use crate::text::joined;
use crate::ui::app::{App, State};
use crate::view::OutreachWord;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::Event;

/// What the helper does.
#[derive(Clone, Debug)]
pub enum Deed {
    /// To another screen of the helper.
    Go(Stage),
    /// The safety page was read.
    Read,
    /// A field of the set-up was typed into.
    Field(Field),
    /// The set-up is done: a session begins, or is corrected.
    Open,
    /// Shows the set-up as a QR code.
    SetupQr,
    /// With an invented person.
    Practise(usize),
    /// The person is done with the tool.
    Finish,
    /// The person goes uncounted.
    Drop,
    /// The next person.
    Next,
    /// Takes back the last count.
    Undo,
    /// A tap on what the person did: which list, which entry.
    Tap(Metric, usize),
    /// The session is over.
    End,
    /// Hands out the counts.
    Export(files::Form),
    /// Files were chosen.
    Chosen,
    /// A text was pasted or typed.
    Pasted,
    /// Reads the pasted text.
    ReadPasted,
    /// Merges what was read.
    Merge,
    /// Remarks were written.
    KeepNotes,
    /// Closes what is open.
    Close,
    /// Which records are shown.
    Show(Shown),
    /// Small counts hidden, or not.
    Public,
    /// Charts for a projector: which of them, or none.
    Wall(Option<usize>),
    /// One of two sessions to compare: the first or the second.
    Beside(usize),
    /// A key or a tap in the entry of paper forms.
    Paper(super::paper::Entry),
}

impl Deed {
    /// Does it.
    pub fn fire(self, app: &App, event: &Event) {
        match self {
            Deed::Go(stage) => go(app, stage),
            Deed::Read => {
                let stage = app.read(|state| if state.desk.running().is_some() { Stage::Between } else { Stage::Setup });
                app.write(|state| {
                    state.desk.practice = None;
                    // The session before has ended: it stays among those of this device.
                    if stage == Stage::Setup
                        && let Some(record) = state.desk.record.take()
                    {
                        let mut book = state.desk.book.take().map(|book| (*book).clone()).unwrap_or_default();
                        book.merge(record);
                        state.desk.book = Some(Rc::new(book));
                        state.desk.undo = None;
                    }
                });
                go(app, stage);
            }
            Deed::Field(field) => {
                let value = value_of(event);
                app.note(|state| fill(state, field, value));
            }
            Deed::Open => open(app),
            Deed::SetupQr => app.write(|state| {
                let link = joined(&[&state.host.link, "#", &setup_text(&state.desk.form)]);
                state.desk.open = Open::Qr(link, OutreachWord::SetupQrSays);
            }),
            Deed::Practise(at) => {
                app.write(|state| {
                    session::forget_person(state);
                    state.desk.practice = Some(at);
                    state.desk.stage = Stage::Person;
                });
            }
            Deed::Finish => app.write(|state| {
                speech::stop();
                state.desk.stage = Stage::Between;
            }),
            Deed::Drop => session::wipe(app),
            Deed::Next => session::next(app),
            Deed::Undo => undo(app),
            Deed::Tap(metric, at) => app.write(|state| tap(state, metric, at)),
            Deed::End => end(app),
            Deed::Export(form) => files::export(app, form),
            Deed::Chosen => files::chosen(app, event),
            Deed::Pasted => {
                let text = value_of(event);
                app.note(|state| state.desk.paste = text);
            }
            Deed::ReadPasted => app.write(files::read_pasted),
            Deed::Merge => files::merge(app),
            Deed::KeepNotes => super::report::keep_notes(app),
            Deed::Close => {
                app.write(|state| state.desk.open = Open::Nothing);
                focus_heading(app);
            }
            Deed::Show(shown) => app.write(|state| state.desk.shown = shown),
            Deed::Public => app.write(|state| state.desk.public = !state.desk.public),
            Deed::Wall(which) => {
                app.write(|state| state.desk.wall = which);
                focus_heading(app);
            }
            Deed::Beside(which) => {
                let batch = value_of(event);
                app.write(|state| beside(state, which, batch));
            }
            Deed::Paper(entry) => super::paper::enter(app, entry, event),
        }
    }
}

/// What a field holds.
pub fn value_of(event: &Event) -> String {
    let target = event.target().and_then(|target| js_sys::Reflect::get(&target, &"value".into()).ok());
    target.and_then(|value| value.as_string()).unwrap_or_default()
}

fn go(app: &App, stage: Stage) {
    app.write(|state| {
        state.desk.stage = stage;
        state.desk.practice = None;
        state.desk.open = Open::Nothing;
        state.desk.wall = None;
        state.desk.paste.clear();
        if stage == Stage::Setup
            && let Some(record) = &state.desk.record
        {
            state.desk.form = record.setup.clone();
        }
        if stage == Stage::Practice {
            session::forget_person(state);
        }
    });
    if matches!(stage, Stage::Tally | Stage::Join | Stage::Report) {
        files::look(app);
    }
}

fn fill(state: &mut State, field: Field, value: String) {
    let form = &mut state.desk.form;
    match field {
        Field::Date => form.session_date = value,
        Field::Province => form.province_code = value,
        Field::Commune => form.commune = value,
        Field::Village => form.village = value,
        Field::Host => form.host = value,
        Field::Notes => {
            if let Some(record) = &mut state.desk.record {
                record.notes = value;
            }
        }
    }
}

/// Begins a session, or corrects the place of the running one.
fn open(app: &App) {
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
        session::at_place(state);
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
            app.read(|state| (state.desk.texts.clone(), session::known(state), session::remembered(state, state.desk.stage)));
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

fn undo(app: &App) {
    if app.read(|state| state.desk.busy) {
        return;
    }
    app.write(|state| state.desk.busy = true);
    let app = app.clone();
    wasm_bindgen_futures::spawn_local(async move {
        let (texts, known, undo, kept) =
            app.read(|state| (state.desk.texts.clone(), session::known(state), state.desk.undo.clone(), state.desk.kept));
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
fn end(app: &App) {
    if app.read(|state| state.desk.busy) {
        return;
    }
    let (now, person) = (now(), app.read(session::adds));
    app.write(|state| {
        session::forget_person(state);
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

fn tap(state: &mut State, metric: Metric, at: usize) {
    let words = state.desk.words[state.session.lang as usize].clone();
    let Some(words) = words else { return };
    let id = match metric {
        Metric::Started => state.rules.areas.get(at).map(|area| area.id.clone()),
        Metric::Skill => words.skills.get(at).map(|skill| skill.id.clone()),
        Metric::Blocked => words.blockers.get(at).map(|blocker| blocker.id.clone()),
        Metric::Age => words.ages.get(at).map(|age| age.id.clone()),
        _ => None,
    };
    let Some(id) = id else { return };
    let done = &mut state.desk.done;
    let list = match metric {
        Metric::Started => &mut done.started,
        Metric::Skill => &mut done.skills,
        Metric::Blocked => &mut done.blocked,
        _ => {
            done.age = if done.age.as_ref() == Some(&id) { None } else { Some(id) };
            return;
        }
    };
    match list.iter().position(|known| *known == id) {
        Some(place) => drop(list.remove(place)),
        None => list.push(id),
    }
}

fn beside(state: &mut State, which: usize, batch: String) {
    let (mut first, mut second) = state.desk.beside.clone().unwrap_or_default();
    if which == 0 {
        first = batch;
    } else {
        second = batch;
    }
    state.desk.beside = Some((first, second));
}
