//! What a tap does, as a value, and the one place that carries it out. A closure for each button would bring its own type with
//! its own call and drop code: 6 KB of wasm, 0.7 KB of brotli (measured).

use super::app::{App, State};
use super::carry::{self, Panel};
use super::store;
use crate::browser::speech;
use crate::model::{Given, PlatformIx, QuestionIx};
use crate::session::{Action, Theme, tick};
use crate::view::Word;
use wasm_bindgen::JsCast;
use web_sys::Event;

/// What a tap does.
#[derive(Clone)]
pub enum Act {
    /// Something that changes the run.
    Do(Action),
    /// A link to a question.
    Link(QuestionIx),
    /// On from the welcome screen: the first question, skipped or not.
    First(QuestionIx, bool),
    /// Takes up what is kept from last time.
    Resume,
    /// Deletes everything.
    Wipe,
    /// Keeps answers, or no longer.
    Keep(bool),
    /// Text size.
    Size(u8),
    /// Colours.
    Theme(Theme),
    /// Reads aloud, or stops.
    Speak,
    /// Something is typed into the search.
    Seek,
    /// An area was opened or closed.
    Toggle(String),
    /// A choice of the short check: question and choice by place.
    Check(usize, usize),
    /// Prints.
    Print,
    /// Shares.
    Share,
    /// Copies.
    Copy,
    /// Shows the QR code.
    Qr,
    /// Shows a picture to save.
    SaveImage,
    /// Closes the panel.
    Close,
    /// Reports something wrong about a platform.
    Report(PlatformIx),
    /// Something that the helper does.
    #[cfg(feature = "outreach")]
    Desk(super::outreach::Deed),
}

impl Act {
    /// Does it.
    pub fn fire(self, app: &App, event: &Event) {
        match self {
            Act::Do(action) => app.act(action),
            Act::Link(place) => {
                event.prevent_default();
                app.act(Action::Edit(place));
            }
            Act::First(place, skipped) => {
                app.note(|state| {
                    if skipped {
                        state.session.answers.set(place, Given::Skipped);
                    }
                    take_up(state, place);
                    state.changed();
                });
                app.act(Action::Next);
            }
            Act::Resume => {
                app.note(|state| take_up(state, QuestionIx(0)));
                app.act(Action::Resume);
            }
            Act::Wipe => wipe(app),
            Act::Keep(keep) => {
                store::forget();
                app.act(Action::Keep(keep));
            }
            Act::Size(size) => app.write(|state| state.size = size),
            Act::Theme(theme) => app.write(|state| state.theme = theme),
            Act::Speak => speak(app),
            Act::Seek => app.write(|state| state.seek = typed_text(event)),
            Act::Toggle(id) => toggle(app, id, event),
            Act::Check(place, choice) => check(app, place, choice),
            Act::Print => carry::print(app),
            Act::Share => carry::share(app),
            Act::Copy => carry::copy(app, carry::plain(app)),
            Act::Qr => app.write(|state| state.panel = Panel::Qr),
            Act::SaveImage => carry::save_image(app),
            Act::Close => app.write(|state| state.panel = Panel::Closed),
            Act::Report(place) => carry::complain(app, place),
            #[cfg(feature = "outreach")]
            Act::Desk(deed) => deed.fire(app, event),
        }
    }
}

/// Deletes everything: answers, marks, ticks, what is kept. Says so.
fn wipe(app: &App) {
    app.note(|state| {
        state.kept = None;
        state.open_areas.clear();
    });
    // At a training session nothing is kept here that could be deleted: what is in the store are the helper's own answers.
    if !cfg!(feature = "outreach") {
        store::forget_all();
    }
    app.act(Action::Wipe);
    app.say(Word::Wiped);
}

/// Going on with the first question takes up what is kept from last time, so that nothing is lost; the answer just given
/// counts.
fn take_up(state: &mut State, first: QuestionIx) {
    let Some((mut kept, _)) = state.kept.take() else { return };
    let given = state.session.answers.get(first);
    kept.lang = state.session.lang;
    kept.save = state.session.save;
    kept.answers.preset = core::mem::take(&mut state.session.answers.preset);
    if given != Given::Open {
        kept.answers.set(first, given);
    }
    state.session = kept;
}

fn speak(app: &App) {
    let (main, lang) = app.read(|state| (state.host.root.query_selector("[data-screen]").ok().flatten(), state.session.lang));
    // What is to be seen, not what stands behind something closed.
    let main = main.and_then(|main| main.dyn_into::<web_sys::HtmlElement>().ok());
    speech::toggle(&main.map(|main| main.inner_text()).unwrap_or_default(), lang.code());
}

fn check(app: &App, place: usize, choice: usize) {
    app.write(|state| {
        let Some(cards) = state.cards[state.session.lang as usize].clone() else { return };
        let item = cards.check.groups.iter().flat_map(|group| &group.items).nth(place);
        if let Some((item, choice)) = item.and_then(|item| Some((item, item.choices.get(choice)?))) {
            tick(&mut state.session, item, choice);
            state.only_check = true;
            store::keep(state);
        }
    });
}

fn toggle(app: &App, id: String, event: &Event) {
    let details = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let opened = details.is_some_and(|details| details.has_attribute("open"));
    app.note(|state| {
        state.open_areas.retain(|other| *other != id);
        if opened {
            state.open_areas.push(id);
        }
    });
}

/// The text of a field.
fn typed_text(event: &Event) -> String {
    let field = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
    field.map(|field| field.value()).unwrap_or_default()
}
