//! The state of a widget in one signal, and the one effect that draws it.

use super::carry::Panel;
use super::node::{Node, Shown, el, nodes};
use super::{parts, screens, store};
use crate::browser::{history, speech};
use crate::engine::{Evaluation, Reads, evaluate, facts_on};
use crate::model::{Cards, Date, Given, QuestionIx, Rules, Words};
use crate::session::{Action, Screen, Session, Theme, apply};
use crate::text::{Lang, cut, decimal, joined, natural};
use crate::view::{Scene, Word, opening};
use leptos::prelude::*;
use leptos::reactive::effect::RenderEffect;
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
    fn screen_id(&self) -> &'static str {
        #[cfg(feature = "outreach")]
        if self.desk.stage != super::outreach::Stage::Person {
            return self.desk.stage.screen();
        }
        self.session.screen.id()
    }

    fn place(&self) -> Place {
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
pub struct App(ArcRwSignal<State>);

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
                    history::push(&screen_name(after));
                }
            }
        });
    }

    /// The browser's Back or Forward button.
    pub fn travel(&self, name: &str) {
        self.write(|state| {
            let Some(screen) = screen_of(name, &state.rules) else { return };
            state.session.came_from = None;
            state.session.trouble = None;
            state.session.screen = screen;
            state.panel = Panel::Closed;
            state.notice.clear();
            speech::stop();
        });
    }
}

/// The name of a screen in the history: no answer is in it.
pub fn screen_name(screen: Screen) -> String {
    match screen {
        Screen::Question(place) => joined(&[screen.id(), "/", &decimal(place.at())]),
        Screen::Detail(place) => joined(&[screen.id(), "/", &decimal(place.at())]),
        _ => screen.id().to_owned(),
    }
}

/// The screen of a name; `None` for one that this catalogue does not have.
pub fn screen_of(name: &str, rules: &Rules) -> Option<Screen> {
    let (kind, place) = cut(name, b'/').unwrap_or((name, "0"));
    let place = u16::try_from(natural(place)?).ok()?;
    let most = if kind == Screen::Question(QuestionIx(0)).id() { rules.questions.len() } else { rules.platforms.len() };
    if usize::from(place) >= most {
        return None;
    }
    let question = Screen::Question(QuestionIx(place as u8));
    let all = [
        Screen::Welcome,
        question,
        Screen::Review,
        Screen::Results,
        Screen::Plan,
        Screen::Detail(crate::model::PlatformIx(place)),
        Screen::About,
        Screen::Settings,
    ];
    all.into_iter().find(|screen| screen.id() == kind)
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
fn draw(ui: &Ui<'_>) -> Node {
    // A fresh screen is built new and never patched from the last one: focus, scroll and check marks of one screen must not
    // leak into the next. A wrapper of another tag in turn makes that so.
    let wrapper = if ui.state.turn { "div" } else { "section" };
    #[cfg(not(feature = "outreach"))]
    let body = screens::draw(ui);
    #[cfg(feature = "outreach")]
    let body = super::outreach::draw(ui, || screens::draw(ui));
    let body = el(wrapper, "").with(body);
    nodes![parts::top(ui), body, el("p", "say").attr("role", "status").with(ui.state.notice.clone())]
}

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
            own.0.with_untracked(|state| after(state, fresh));
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

/// After drawing: the host page is told, the heading of a new screen gets the focus.
fn after(state: &State, fresh: Option<bool>) {
    let screen = state.session.screen;
    if fresh.is_some() {
        (state.host.tell)("screen", &[("screen", state.screen_id().into())]);
    }
    if screen == Screen::Results && !state.only_check {
        tell_result(state);
    }
    if fresh != Some(false) {
        return;
    }
    if let Ok(Some(heading)) = state.host.root.query_selector("h1") {
        let heading: web_sys::HtmlElement = wasm_bindgen::JsCast::unchecked_into(heading);
        let _ = heading.focus();
    }
}

/// `buoc-so:result`: the counts of the opening sentence, never an answer but the audience.
fn tell_result(state: &State) {
    let audience = match (state.rules.questions.first(), state.session.answers.get(QuestionIx(0))) {
        (Some(first), Given::Chosen(mask)) => first.choices.get(mask.trailing_zeros() as usize).map(|choice| choice.id.clone()),
        _ => None,
    };
    let (counts, _) = opening(&state.rules, &state.evaluation);
    (state.host.tell)(
        "result",
        &[
            ("audience", audience.unwrap_or_default().into()),
            ("ready", (counts.ready as u32).into()),
            ("after", (counts.after as u32).into()),
            ("maybe", (counts.maybe as u32).into()),
        ],
    );
}
