//! What the helper does, as a value, and the one place that carries it out.

use super::setup::Field;
use super::{Kept, Open, Shown, Stage, files, keep, now, session};
use crate::browser::chance;
use crate::model::Date;
use crate::outreach::{Metric, Record, Setup, setup_text};
use crate::text::joined;
use crate::ui::app::{App, State};
use crate::view::OutreachWord;
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
                    if stage == Stage::Setup {
                        state.desk.record = None;
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
            Deed::Finish => app.write(|state| state.desk.stage = Stage::Between),
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
            Deed::Close => app.write(|state| state.desk.open = Open::Nothing),
            Deed::Show(shown) => app.write(|state| state.desk.shown = shown),
            Deed::Public => app.write(|state| state.desk.public = !state.desk.public),
            Deed::Wall(which) => app.write(|state| state.desk.wall = which),
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
    // With a person's answers in memory no other screen is opened: a stranger might look back at them.
    app.write(|state| {
        state.desk.stage = stage;
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
            state.desk.practice = None;
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
        let (texts, record, desk) =
            app.read(|state| (state.desk.texts.clone(), state.desk.record.clone(), session::remembered(state, state.desk.stage)));
        let Some(record) = record else { return };
        let stored = match &texts {
            Some(texts) => keep::edit(texts, &record, &desk, |record| change(record)).await.ok(),
            None => None,
        };
        app.write(|state| {
            state.desk.kept = if stored.is_some() { Kept::Device } else { Kept::Memory };
            state.desk.record = Some(stored.unwrap_or_else(|| {
                let mut record = record;
                change(&mut record);
                record
            }));
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
        let (texts, record, kept) = app.read(|state| (state.desk.texts.clone(), state.desk.record.clone(), state.desk.kept));
        let mut after = None;
        if let (Some(texts), Some(record), Kept::Device) = (&texts, &record, kept) {
            after = keep::take_back(texts, record, &now()).await.ok().flatten();
        }
        app.write(|state| {
            let person = state.desk.undo.take();
            if kept == Kept::Memory
                && let (Some(record), Some(person)) = (&mut state.desk.record, person)
            {
                record.take_back(&person, &now());
            }
            if after.is_some() {
                state.desk.record = after;
            }
            state.desk.busy = false;
            state.notice = state.desk_word(OutreachWord::Undone);
        });
    });
}

/// The session is over: everything of the last person goes, the counts are handed out.
fn end(app: &App) {
    let now = now();
    app.write(|state| {
        session::forget_person(state);
        state.desk.stage = Stage::Join;
        state.desk.undo = None;
    });
    change(app, move |record| record.end(&now));
    files::look(app);
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
