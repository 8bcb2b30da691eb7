//! The state of a widget in one signal, and what can be done to it. `mount` draws it.

use super::carry::Panel;
use super::node::{Node, el, nodes};
use super::{screens, store};
use crate::browser::{history, speech};
use crate::engine::{Evaluation, Reads, evaluate, facts_on};
use crate::model::{Cards, Date, Rules, Words};
use crate::session::{Action, Screen, Session, Theme, apply};
use crate::text::Lang;
use crate::view::{Scene, Word};
use leptos::prelude::*;
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// A listener of the host page: name and detail.
pub type Tell = dyn Fn(&str, &[(&str, JsValue)]);

/// What the widget needs from its surroundings. Never changes.
pub struct Host {
    /// Our own page: history and full height.
    pub page: bool,
    /// The day.
    pub today: Date,
    /// The device's date is believable ([`Scene::clock_ok`]).
    pub clock_ok: bool,
    /// Address of the tool, for links and the QR code; never with an answer.
    pub link: String,
    /// Version of the program.
    pub version: String,
    /// Tells the host page about something: name and detail.
    pub tell: Box<Tell>,
    /// The element around the widget.
    pub root: web_sys::HtmlElement,
}

/// Everything a widget knows.
pub struct State {
    /// The run.
    pub session: Session,
    /// What the engine reads.
    pub rules: Rc<Rules>,
    /// Which questions items read.
    pub reads: Rc<Reads>,
    /// Words by language, as far as they are loaded.
    pub words: [Option<Rc<Words>>; 2],
    /// Cards by language, as far as they are loaded.
    pub cards: [Option<Rc<Cards>>; 2],
    /// What follows from answers and marks; worked out again only when they change.
    pub evaluation: Rc<Evaluation>,
    /// The surroundings.
    pub host: Rc<Host>,
    /// What was said last ("Đã chép."), announced.
    pub notice: String,
    /// Text size 1–3.
    pub size: u8,
    /// Colours.
    pub theme: Theme,
    /// Areas that are open on the results screen.
    pub open_areas: Vec<String>,
    /// The way of carrying the results away that is open.
    pub panel: Panel,
    /// Only the short check is other than what is drawn.
    pub only_check: bool,
    /// What the host page was told last: the counts of the opening sentence.
    pub told: [u32; 3],
    /// What is typed into the search of a question.
    pub seek: String,
    /// A language asked for before its words were there.
    pub wanted_lang: Option<Lang>,
    /// Answers kept from last time, not yet taken up, and their day.
    pub kept: Option<(Session, String)>,
    /// The screen and language drawn last.
    pub drawn: Option<Place>,
    /// Grows with each screen.
    pub turn: bool,
    /// The helper's part.
    #[cfg(feature = "outreach")]
    pub desk: super::outreach::Desk,
}

/// What makes a screen another one.
#[cfg(not(feature = "outreach"))]
type Place = (Screen, Lang);
/// What makes a screen another one.
#[cfg(feature = "outreach")]
type Place = (Screen, Lang, super::outreach::Stage);

impl State {
    /// The word of `data-screen`.
    pub(super) fn screen_id(&self) -> &'static str {
        #[cfg(feature = "outreach")]
        if self.desk.stage != super::outreach::Stage::Person {
            return self.desk.stage.screen();
        }
        self.session.screen.id()
    }

    pub(super) fn place(&self) -> Place {
        #[cfg(not(feature = "outreach"))]
        return (self.session.screen, self.session.lang);
        #[cfg(feature = "outreach")]
        return (self.session.screen, self.session.lang, self.desk.stage);
    }

    /// Works out again what follows from answers and marks.
    pub fn follow(&mut self) {
        let session = &self.session;
        self.evaluation = Rc::new(evaluate(&self.rules, &self.reads, &session.answers, &session.marks, self.host.today));
    }

    /// Answers or marks are others than before: everything follows again, and they are kept.
    pub fn changed(&mut self) {
        self.follow();
        store::keep(self);
    }

    /// A word of the interface.
    pub fn word(&self, word: Word) -> String {
        self.scene(|scene| scene.say(word)).unwrap_or_default()
    }

    /// Looks at the run in its language. `None` until its words are there.
    pub fn scene<T>(&self, look: impl FnOnce(&Scene<'_>) -> T) -> Option<T> {
        let at = self.session.lang as usize;
        let none = Cards::default();
        let facts = facts_on(&self.evaluation.path, &self.rules, &self.session.answers, &self.session.marks);
        let scene = Scene {
            rules: &self.rules,
            reads: &self.reads,
            words: self.words[at].as_ref()?,
            cards: self.cards[at].as_deref().unwrap_or(&none),
            session: &self.session,
            evaluation: &self.evaluation,
            facts: &facts,
            today: self.host.today,
            clock_ok: self.host.clock_ok,
        };
        Some(look(&scene))
    }

    /// The plain text of the results.
    pub fn plain(&self) -> String {
        self.scene(|scene| scene.plain()).unwrap_or_default()
    }
}

/// A widget. Cheap to clone into listeners. Not in Leptos' arena: that costs bytes and gives nothing to a single signal.
#[derive(Clone)]
pub struct App(pub(super) ArcRwSignal<State>);

impl App {
    /// Changes the state; it is drawn again soon after.
    pub fn write(&self, change: impl FnOnce(&mut State)) {
        self.0.update(|state| {
            state.only_check = false;
            change(state);
        });
    }

    /// Changes what need not be drawn again.
    pub fn note(&self, change: impl FnOnce(&mut State)) {
        self.0.update_untracked(change);
    }

    /// Looks at the state.
    pub fn read<T>(&self, look: impl FnOnce(&State) -> T) -> T {
        self.0.with_untracked(look)
    }

    /// Says something in the status line.
    pub fn say(&self, word: Word) {
        self.write(|state| state.notice = state.word(word));
    }

    /// Carries out an act, keeps it, and remembers the screen in the browser's history.
    pub fn act(&self, action: Action) {
        self.write(|state| {
            state.notice = String::new();
            if let Action::Language(lang) = action
                && state.words[lang as usize].is_none()
            {
                state.wanted_lang = Some(lang);
                state.notice = state.word(Word::StillLoading);
                return;
            }
            let before = state.session.screen;
            // Going somewhere changes nothing that is worked out or kept: on a slow phone both can be felt.
            let goes = matches!(action, Action::Next | Action::Back | Action::Edit(_) | Action::Go(_));
            apply(&mut state.session, action, &state.rules, &state.reads);
            if !goes {
                state.changed();
            }
            let after = state.session.screen;
            if before != after {
                state.panel = Panel::Closed;
                speech::stop();
                // At a training session nobody goes back to the person before.
                if state.host.page && !cfg!(feature = "outreach") {
                    history::push(&after.name());
                }
            }
        });
    }

    /// The browser's Back or Forward button.
    pub fn travel(&self, name: &str) {
        self.write(|state| {
            let Some(screen) = Screen::named(name, &state.rules) else { return };
            state.session.came_from = None;
            state.session.trouble = None;
            state.session.screen = screen;
            state.panel = Panel::Closed;
            state.notice.clear();
            speech::stop();
        });
    }
}

/// What a screen is drawn from.
#[derive(Clone, Copy)]
pub struct Ui<'a> {
    /// The state.
    pub state: &'a State,
    /// The run in its language.
    pub scene: &'a Scene<'a>,
}

impl Ui<'_> {
    /// A word of the interface.
    #[inline(never)]
    pub fn word(&self, word: Word) -> String {
        self.scene.say(word)
    }

    /// An element that is a landmark on our own page and none in a portal, which has its own.
    pub fn landmark(&self, tag: &'static str) -> &'static str {
        if self.state.host.page { tag } else { "div" }
    }
}

/// The whole widget.
pub(super) fn draw(ui: &Ui<'_>) -> Node {
    // A fresh screen is built new and never patched from the last one: focus, scroll and check marks of one screen must not
    // leak into the next. A wrapper of another tag in turn makes that so.
    let wrapper = if ui.state.turn { "div" } else { "section" };
    #[cfg(not(feature = "outreach"))]
    let (top, body) = (super::parts::top(ui), screens::draw(ui));
    #[cfg(feature = "outreach")]
    let (top, body) = super::outreach::draw(ui, || screens::draw(ui));
    let body = el(wrapper, "").with(body);
    nodes![top, body, el("p", "say").attr("role", "status").with(ui.state.notice.clone())]
}
