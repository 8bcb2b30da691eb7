//! The one effect that draws a widget, and what comes after drawing.

use super::app::{App, State, Ui, draw};
use super::node::Shown;
use crate::model::{Given, QuestionIx};
use crate::session::Screen;
use crate::text::decimal;
use crate::view::opening;
use leptos::prelude::*;
use leptos::reactive::effect::RenderEffect;
use std::rc::Rc;

/// A mounted widget. Dropping it takes it out of the page and ends its effect.
pub struct Mounted {
    owner: Owner,
    root: web_sys::HtmlElement,
    _effect: RenderEffect<Option<Shown>>,
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.root.set_text_content(None);
        self.owner.cleanup();
    }
}

/// Mounts a widget into its element.
pub fn mount(state: State) -> (App, Mounted) {
    // An error here only says that another widget of the page has done it before.
    let _ = any_spawner::Executor::init_wasm_bindgen();
    let owner = Owner::new();
    owner.with(|| {
        let root = state.host.root.clone();
        let app = App(ArcRwSignal::new(state));
        let own = app.clone();
        let effect = RenderEffect::new(move |shown: Option<Option<Shown>>| {
            let fresh = own.0.try_update_untracked(fresh_screen).unwrap_or_default();
            let (drawn, root) = own.0.with(|state| {
                frame(state);
                (state.scene(|scene| draw(&Ui { state, scene })), state.host.root.clone())
            });
            let Some(node) = drawn else { return shown.flatten() };
            // Before anything changes: scrolling a page that has just changed would lay it out once more than need be.
            if fresh == Some(false)
                && own.read(|state| state.host.page)
                && let Some(window) = web_sys::window()
            {
                window.scroll_to_with_x_and_y(0.0, 0.0);
            }
            let shown = node.show(&own, &root, shown.flatten());
            after(&own, fresh);
            Some(shown)
        });
        let owner = Owner::current().unwrap_or_default();
        (app, Mounted { owner, root, _effect: effect })
    })
}

/// Is the screen (or its language) another than the one drawn last? `Some(true)` for the very first one.
fn fresh_screen(state: &mut State) -> Option<bool> {
    let now = state.place();
    let first = state.drawn.is_none();
    if state.drawn == Some(now) {
        return None;
    }
    state.drawn = Some(now);
    state.turn = !state.turn;
    Some(first)
}

/// Theme, text size and language stand on the element around the widget.
fn frame(state: &State) {
    let size = decimal(state.size.into());
    let all = [("class", "bs"), ("data-theme", state.theme.code()), ("data-size", &size), ("lang", state.session.lang.code())];
    for (name, value) in all {
        let _ = state.host.root.set_attribute(name, value);
    }
}

/// After drawing: the host page is told, the heading of a new screen gets the focus. Whoever listens may change the widget at once, so
/// nothing of the state is held on to meanwhile.
fn after(app: &App, fresh: Option<bool>) {
    let (host, screen, result) = app.read(|state| {
        let result = (state.session.screen == Screen::Results).then(|| result_of(state));
        // Said once: a host that does something to the element when it hears of it would hear of it for ever.
        let result = result.filter(|(_, counts)| fresh.is_some() || state.told != *counts);
        (Rc::clone(&state.host), fresh.map(|_| state.screen_id()), result)
    });
    if let Some(screen) = screen {
        (host.tell)("screen", &[("screen", screen.into())]);
    }
    if let Some((audience, counts)) = result {
        app.note(|state| state.told = counts);
        let [ready, after, maybe] = counts;
        let counts = [("audience", audience.into()), ("ready", ready.into()), ("after", after.into()), ("maybe", maybe.into())];
        (host.tell)("result", &counts);
    }
    if fresh != Some(false) {
        return;
    }
    if let Ok(Some(heading)) = host.root.query_selector("h1") {
        let heading: web_sys::HtmlElement = wasm_bindgen::JsCast::unchecked_into(heading);
        let _ = heading.focus();
    }
}

/// `buoc-so:result`: the counts of the opening sentence (ready, after, maybe), never an answer but the audience.
fn result_of(state: &State) -> (String, [u32; 3]) {
    let audience = match (state.rules.questions.first(), state.session.answers.get(QuestionIx(0))) {
        (Some(first), Given::Chosen(mask)) => first.choices.get(mask.trailing_zeros() as usize).map(|choice| choice.id.clone()),
        _ => None,
    };
    let (counts, _) = opening(&state.rules, &state.evaluation);
    (audience.unwrap_or_default(), [counts.ready as u32, counts.after as u32, counts.maybe as u32])
}
