//! How a person's answers leave the page: counted and loaded anew, dropped, or wiped where nobody has touched the screen.

use super::keep::{self, Known, Remembered};
use super::{Desk, Kept, Stage, now};
use crate::browser::database::{Refused, Texts};
use crate::browser::{leaving, speech, storage};
use crate::model::QuestionIx;
use crate::outreach::{Counts, Done, person};
use crate::session::{Action, Screen, apply};
use crate::text::{Lang, decimal, joined};
use crate::ui::app::{App, State};
use crate::ui::carry::Panel;
use std::rc::Rc;

/// What `www/outreach.js` looks for; it takes it away at once.
const NEXT: &str = "buoc-so-next";

/// What must outlive the reload.
pub fn remembered(state: &State, stage: Stage) -> Remembered {
    Remembered {
        stage: stage.id().to_owned(),
        batch: state.desk.record.as_ref().map(|record| record.batch.clone()).unwrap_or_default(),
        practice: state.desk.practice,
        lang: state.session.lang.code().to_owned(),
        size: state.size,
        theme: state.theme.code().to_owned(),
        at: now(),
    }
}

/// Who comes to a session lives in its province: the question about it is not asked.
pub fn at_place(state: &mut State) {
    let Some(record) = &state.desk.record else { return };
    let local = state.rules.questions.iter().enumerate().find(|(_, question)| question.local);
    let place = local.and_then(|(at, question)| Some((QuestionIx::from_at(at), question.choice(&record.setup.province_code)?)));
    state.session.answers.preset = place.into_iter().collect();
    state.follow();
}

/// Everything of the person goes out of the state.
pub fn forget_person(state: &mut State) {
    apply(&mut state.session, Action::Wipe, &state.rules, &state.reads);
    state.session.screen = Screen::Welcome;
    state.session.for_other = false;
    state.panel = Panel::Closed;
    state.open_areas.clear();
    state.seek.clear();
    state.notice.clear();
    state.kept = None;
    state.desk.done = Done::default();
    state.desk.paper = None;
    state.desk.typing = None;
    state.desk.idle = None;
    speech::stop();
    state.follow();
}

/// What the person adds; empty when nothing was said or tapped, and for an invented one.
pub fn adds(state: &State) -> Counts {
    if state.desk.practice.is_some() || !state.desk.with_person(state.session.is_empty()) {
        return Counts::default();
    }
    person(&state.rules, &state.evaluation, &state.session.answers, &state.desk.done)
}

/// The running record as this page knows it.
pub fn known(state: &State) -> Option<Known> {
    let desk = &state.desk;
    desk.record.clone().map(|record| Known { record, pending: desk.pending.clone() })
}

/// Will this device give the page once more, whatever the network does?
fn has_copy(state: &State) -> bool {
    let kind = state.desk.ready.kind.as_str();
    // What a worker's copy lacks it asks the host for.
    kind == "ready" || (kind != "missing" && leaving::has_worker())
}

/// *Người tiếp theo*: one transaction, then the page anew. Without a database the counts would be lost with the page, and without a copy
/// on the device the page itself: then everything of the person goes out of the memory instead.
pub fn next(app: &App) {
    if app.read(|state| state.desk.busy) {
        return;
    }
    // A form with something wrong in it is not counted.
    if app.read(|state| state.desk.paper.is_some()) {
        return super::paper::wrong_field(app);
    }
    // Not drawn: on a slow phone that would take longer than storing.
    app.note(|state| state.desk.busy = true);
    let app = app.clone();
    wasm_bindgen_futures::spawn_local(async move {
        // Forms on paper go on with the next form.
        let after = app.read(|state| if state.desk.stage == Stage::Paper { Stage::Paper } else { Stage::Person });
        let (person, known, texts, desk) =
            app.read(|state| (adds(state), known(state), state.desk.texts.clone(), remembered(state, after)));
        let now = now();
        let store = async |texts: &Texts| match &known {
            Some(known) if !person.is_empty() => keep::count(texts, known, &person, &desk, &now).await.map(Some),
            _ => keep::remember(texts, &desk).await.map(|()| None),
        };
        let mut stored = match &texts {
            Some(texts) => store(texts).await,
            None => Err(Refused),
        };
        // What was thrown away or was full a moment ago may be there again.
        if stored.is_err()
            && let Ok(texts) = Texts::open(keep::DATABASE).await
        {
            stored = store(&texts).await;
            app.note(|state| state.desk.texts = Some(Rc::new(texts)));
        }
        match stored {
            Ok(record) => {
                app.note(|state| {
                    state.desk.kept = Kept::Device;
                    if let Some(record) = record {
                        state.desk.pending = Counts::default();
                        state.desk.undo = Some(keep::undo(&record, &person));
                        state.desk.record = Some(record);
                    }
                });
                if app.read(has_copy) {
                    app.read(|state| foretell(state, after));
                    return leaving::afresh();
                }
            }
            Err(Refused) => app.note(|state| {
                in_memory(&mut state.desk, &person);
                state.desk.kept = Kept::Memory;
            }),
        }
        app.write(|state| {
            forget_person(state);
            state.desk.stage = after;
            state.desk.busy = false;
        });
        afresh(&app, after);
    });
}

/// Tells the page to come that it may show the first question at once: how that looks, nothing else.
fn foretell(state: &State, after: Stage) {
    if after == Stage::Person && state.session.lang == Lang::Vi {
        let look = joined(&[&decimal(state.size.into()), "|", state.theme.code()]);
        storage::write(storage::Place::Session, NEXT, &look);
    }
}

/// Counts without a database.
fn in_memory(desk: &mut Desk, person: &Counts) {
    if let Some(record) = desk.record.as_mut().filter(|_| !person.is_empty()) {
        record.count(person, &now());
        desk.pending.merge(person);
        desk.undo = Some(keep::undo(record, person));
    }
}

/// The person goes uncounted: *Bỏ, không tính*, or nobody has touched the screen for long.
pub fn wipe(app: &App) {
    let stage = app.read(|state| if state.desk.practice.is_some() { Stage::Practice } else { Stage::Between });
    app.write(|state| {
        forget_person(state);
        if stage == Stage::Practice {
            state.desk.practice = None;
        }
        state.desk.stage = stage;
    });
    afresh(app, stage);
}

/// Loads the page anew on a stage, where the database keeps what must stay, and the page would not be gone for the day: there is a copy
/// on the device, or our host answers. Not if somebody has sat down meanwhile.
pub fn afresh(app: &App, stage: Stage) {
    let app = app.clone();
    wasm_bindgen_futures::spawn_local(async move {
        let kept = || app.read(|state| state.desk.kept == Kept::Device);
        if !kept() || !(app.read(has_copy) || leaving::host_answers().await) {
            return;
        }
        let (texts, desk, free) = app.read(|state| {
            let free = state.desk.stage == stage && !state.desk.busy && !state.desk.with_person(state.session.is_empty());
            (state.desk.texts.clone(), remembered(state, stage), free && kept())
        });
        if let Some(texts) = texts
            && free
            && keep::remember(&texts, &desk).await.is_ok()
        {
            app.read(|state| foretell(state, stage));
            leaving::afresh();
        }
    });
}
