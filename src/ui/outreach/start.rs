//! From the opening of the page to the first screen, and what the page watches as long as it lives.

use super::keep::{self, DATABASE, Found};
use super::{Deed, Desk, Kept, Ready, Stage, idle, now};
use crate::browser::database::Texts;
use crate::browser::{leaving, persistence};
use crate::model::OutreachWords;
use crate::outreach::{Columns, Setup, setup_from_text};
use crate::session::Theme;
use crate::text::{Lang, natural};
use crate::ui::app::{App, State};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

/// A browser that promises less than this is called full: a session takes some kilobytes, and an engine its share.
const LITTLE: f64 = 2_000_000.0;

/// What was prepared before the screen is drawn.
#[derive(Default)]
pub struct Prepared {
    words: [Option<Rc<OutreachWords>>; 2],
    texts: Option<Rc<Texts>>,
    found: Found,
    columns: Columns,
}

thread_local! {
    static PREPARED: RefCell<Prepared> = RefCell::default();
}

/// Opens what is kept on this device. Whatever is refused, the page goes on.
pub async fn prepare(words: [OutreachWords; 2], overlay: &str) {
    let words = words.map(|words| Some(Rc::new(words)));
    let mut prepared = Prepared { words, columns: Columns::from_overlay(overlay), ..Prepared::default() };
    if let Ok(texts) = Texts::open(DATABASE).await
        && let Ok(found) = keep::find(&texts).await
    {
        prepared.found = found;
        prepared.texts = Some(Rc::new(texts));
    }
    PREPARED.with(|slot| *slot.borrow_mut() = prepared);
}

/// The desk as it was prepared.
pub fn take() -> Desk {
    let prepared = PREPARED.with(|slot| core::mem::take(&mut *slot.borrow_mut()));
    let kept = if prepared.texts.is_some() { Kept::Device } else { Kept::Memory };
    let found = prepared.found;
    let mut desk = Desk {
        words: prepared.words,
        texts: prepared.texts,
        columns: prepared.columns,
        kept,
        damaged: found.damaged,
        record: found.record,
        undo: found.undo,
        ready: Ready { kind: "loading".to_owned(), ..Ready::default() },
        ..Desk::default()
    };
    if let Some(remembered) = found.desk {
        desk.practice = remembered.practice;
        let fresh = recent(&remembered.at);
        desk.stage = Stage::of(&remembered.stage).filter(|_| fresh).unwrap_or_default();
        PREPARED.with(|slot| slot.borrow_mut().found.desk = Some(remembered));
    }
    if desk.running().is_none() && desk.practice.is_none() && matches!(desk.stage, Stage::Between | Stage::Person | Stage::Paper)
    {
        desk.stage = Stage::Safety;
    }
    desk
}

/// Of today: on another day everybody reads the safety page first.
fn recent(at: &str) -> bool {
    !at.is_empty() && at.get(..10) == now().get(..10)
}

/// Takes up language, size and colours, and a set-up that came with the address.
pub fn begin(state: &mut State) {
    let remembered = PREPARED.with(|slot| slot.borrow_mut().found.desk.take());
    if let Some(remembered) = remembered {
        state.size = remembered.size.clamp(1, 3);
        state.theme = Theme::from_code(&remembered.theme).unwrap_or(state.theme);
        if let Some(lang) = Lang::from_code(&remembered.lang)
            && lang != state.session.lang
        {
            state.wanted_lang = Some(lang);
        }
    }
    // What the address or an early tap has brought is nobody's answer here.
    if state.desk.stage != Stage::Person {
        super::leave::forget_person(state);
    }
    super::leave::at_place(state);
    state.desk.form = Setup { session_date: now().get(..10).unwrap_or_default().to_owned(), ..Setup::default() };
    if let Some(setup) = leaving::take_fragment().as_deref().and_then(setup_from_text) {
        state.desk.form = setup;
        if state.desk.running().is_none() {
            state.desk.stage = Stage::Safety;
        }
    }
}

/// Watches the page: left, brought back, touched, idle.
pub fn watch(app: &App) {
    let (leave, back, touch) = (app.clone(), app.clone(), app.clone());
    leaving::watch(
        move || {
            // What the last person typed must not stand on a screen that comes back from the browser's memory, nor in its picture.
            if leave.read(|state| state.desk.kept == Kept::Device) {
                // Not drawn again: the screen is to be empty.
                leave.note(super::leave::forget_person);
                // A field that goes may tell what was typed into it, at once: the state is free by then.
                let host = leave.read(|state| Rc::clone(&state.host));
                host.root.set_text_content(None);
            } else {
                leave.write(super::leave::forget_person);
            }
        },
        move || {
            if back.read(|state| state.desk.kept == Kept::Device) {
                leaving::afresh();
            }
        },
    );
    let unsaved = app.clone();
    leaving::ask_before(move || {
        unsaved.read(|state| {
            let counted = state.desk.record.as_ref().is_some_and(|record| record.contacts() > 0);
            state.desk.kept == Kept::Memory && (counted || state.desk.book.is_some())
        })
    });
    leaving::watch_touches(move |event| {
        idle::touched(&touch);
        // Wherever the focus is: the charts fill the window.
        let escape = event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape");
        if escape && touch.read(|state| state.desk.on_wall()) {
            Deed::Wall(None).fire(&touch, &event);
        }
    });
    idle::begin(app.clone());
    if app.read(|state| state.desk.stage == Stage::Paper) {
        super::paper::first_field(app);
    }
    let asked = app.clone();
    wasm_bindgen_futures::spawn_local(async move {
        let persisted = persistence::persist().await;
        let tight = persistence::room().await.is_some_and(|room| room < LITTLE);
        // A person at the tool is not disturbed; the helper sees it between two persons.
        if asked.read(|state| state.desk.stage == Stage::Person) {
            asked.note(|state| (state.desk.persisted, state.desk.tight) = (persisted, tight));
        } else {
            asked.write(|state| (state.desk.persisted, state.desk.tight) = (persisted, tight));
        }
    });
}

/// What `www/late/ready.js` tells: kind, files that are here, all files, version, date, with | between.
pub fn hear(state: &mut State, told: &str) {
    let parts: Vec<&str> = told.split('|').collect();
    let [kind, here, all, version, date] = parts.as_slice() else { return };
    state.desk.ready = Ready {
        kind: (*kind).to_owned(),
        files: (natural(here).unwrap_or(0), natural(all).unwrap_or(0)),
        version: (*version).to_owned(),
        date: (*date).to_owned(),
    };
}
