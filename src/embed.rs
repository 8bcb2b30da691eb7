//! The exports of the wasm: mounting a widget, handing it the parts of the catalogue, changing its attributes. The element
//! itself is `www/embed.js`, the only caller. Nothing else is public.

use crate::browser::clock;
use crate::content::{UnpackError, unpack_cards, unpack_rules, unpack_words};
use crate::engine::{Reads, evaluate};
use crate::model::{Date, Given, Mask, Question, QuestionIx, Rules};
use crate::session::{Action, Save, Screen, Session, Theme};
use crate::text::{Lang, decimal, joined};
use crate::ui::{App, Found, Host, Mounted, Panel, State, come_back, find, keep_as, leave};
use crate::view::Word;
use js_sys::{Function, Object, Reflect};
use std::rc::Rc;
use wasm_bindgen::prelude::*;

/// Three years: a device whose date is that far past the catalogue's has a wrong clock (design rule 5).
const BELIEVABLE_DAYS: i32 = 3 * 365;

/// One mounted widget. Freeing it unmounts it.
#[wasm_bindgen]
pub struct Widget {
    app: App,
    _mounted: Mounted,
}

/// An attribute by name; an absent one is empty.
fn option(options: &Object, name: &str) -> String {
    Reflect::get(options, &name.into()).ok().and_then(|value| value.as_string()).unwrap_or_default()
}

fn refuse(error: UnpackError) -> JsError {
    match error {
        UnpackError::Schema(found) => JsError::new(&joined(&["the catalogue has schema ", &decimal(found.into())])),
        UnpackError::Damaged => JsError::new("the catalogue is damaged"),
    }
}

/// Mounts a widget into `container`. `options`: `lang province start theme save mode link version left` as strings and
/// `tell(name, detail)` as a function; `rules` and `words` are packed parts of the catalogue.
///
/// # Errors
/// When the catalogue cannot be read.
#[wasm_bindgen]
pub fn mount(container: web_sys::HtmlElement, options: Object, rules: &[u8], words: &[u8]) -> Result<Widget, JsError> {
    let rules = unpack_rules(rules).map_err(refuse)?;
    let words = unpack_words(words).map_err(refuse)?;
    let lang = Lang::from_code(&option(&options, "lang")).unwrap_or_default();
    let page = option(&options, "mode") == "page";
    let save = Save::from_code(&option(&options, "save")).unwrap_or(if page { Save::Device } else { Save::Off });
    let device = Date::from_days(clock::days_in_viet_nam());
    let today = device.max(rules.as_of);
    let mut session = Session::new(rules.questions.len(), lang, save);
    let found = find(save, &rules, today);
    preset(&mut session, &rules, &option(&options, "province"));
    begin_with(&mut session, &rules, &option(&options, "start"));
    let first = option(&options, "first");
    if let (Some(question), false) = (rules.questions.first(), first.is_empty())
        && let Some(bit) = question.choice(&first)
    {
        session.answers.set(QuestionIx(0), Given::Chosen(bit));
    }
    let tell: Option<Function> = Reflect::get(&options, &"tell".into()).ok().and_then(|value| value.dyn_into().ok());
    let host = Host {
        page,
        today,
        clock_ok: device >= rules.as_of && device.since(rules.as_of) <= BELIEVABLE_DAYS,
        link: option(&options, "link"),
        version: option(&options, "version"),
        tell: Box::new(move |name, detail| announce(tell.as_ref(), name, detail)),
        root: container,
    };
    let reads = Reads::of(&rules);
    let evaluation = evaluate(&rules, &reads, &session.answers, &session.marks, today);
    let mut state = State {
        session,
        rules: Rc::new(rules),
        reads: Rc::new(reads),
        words: [None, None],
        cards: [None, None],
        evaluation: Rc::new(evaluation),
        host: Rc::new(host),
        notice: String::new(),
        size: 1,
        theme: Theme::from_code(&option(&options, "theme")).unwrap_or_default(),
        open_areas: Vec::new(),
        panel: Panel::Closed,
        only_check: false,
        told: [0; 3],
        seek: String::new(),
        wanted_lang: None,
        kept: None,
        drawn: None,
        turn: false,
        #[cfg(feature = "outreach")]
        desk: crate::ui::outreach::take(),
    };
    state.words[lang as usize] = Some(Rc::new(words));
    take_found(&mut state, found);
    come_back(&mut state, &option(&options, "left"));
    #[cfg(feature = "outreach")]
    crate::ui::outreach::begin(&mut state);
    if page && !cfg!(feature = "outreach") {
        crate::browser::history::replace(Screen::Welcome.id());
    }
    let (app, mounted) = crate::ui::mount(state);
    #[cfg(feature = "outreach")]
    crate::ui::outreach::watch(&app);
    Ok(Widget { app, _mounted: mounted })
}

/// A choice given by an attribute; unknown values are ignored.
fn choice_of(rules: &Rules, which: impl Fn(&Question) -> bool, choice: &str) -> Option<(QuestionIx, Mask)> {
    let (at, question) = rules.questions.iter().enumerate().find(|(_, question)| which(question))?;
    question.choice(choice).map(|bit| (QuestionIx::from_at(at), bit))
}

/// The host page says the province: the question about local things is then not asked.
fn preset(session: &mut Session, rules: &Rules, province: &str) {
    session.answers.preset = choice_of(rules, |question| question.local, province).into_iter().collect();
}

/// `start` ticks a choice of the question that is always asked, unless the person has answered it.
fn begin_with(session: &mut Session, rules: &Rules, choice: &str) {
    if let Some((question, bit)) = choice_of(rules, |question| question.always, choice)
        && session.answers.get(question) == Given::Open
    {
        session.answers.set(question, Given::Chosen(bit));
    }
}

/// Answers from last time wait on the welcome screen; what could not be opened is said in one sentence.
fn take_found(state: &mut State, found: Found) {
    let word = match found {
        Found::Nothing => return,
        Found::Unknown => Word::BadSaved,
        Found::Expired => Word::OldSaved,
        Found::Answers(opened) => {
            let changed = opened.dropped > 0 || opened.other_catalogue;
            state.kept = Some((opened.session, opened.date.map(Date::day_first).unwrap_or_default()));
            if !changed {
                return;
            }
            Word::ChangedSaved
        }
    };
    state.notice = state.word(word);
}

fn announce(tell: Option<&Function>, name: &str, detail: &[(&str, JsValue)]) {
    let Some(tell) = tell else { return };
    let object = Object::new();
    for (key, value) in detail {
        let _ = Reflect::set(&object, &(*key).into(), value);
    }
    // A listener of the host page that throws is the host page's affair.
    let _ = tell.call2(&JsValue::NULL, &name.into(), &object);
}

/// Before [`mount`] on the outreach page: opens the counts of this device and takes the words of the outreach screens,
/// Vietnamese and English, as packed parts, and the overlay of the province (empty for none) for the names of columns.
///
/// # Errors
/// When the words cannot be read.
#[cfg(feature = "outreach")]
#[wasm_bindgen]
pub async fn prepare(vi: Vec<u8>, en: Vec<u8>, overlay: String) -> Result<(), JsError> {
    let read = |bytes: &[u8]| crate::content::unpack_outreach(bytes).map_err(refuse);
    crate::ui::outreach::prepare([read(&vi)?, read(&en)?], &overlay).await;
    Ok(())
}

#[wasm_bindgen]
impl Widget {
    /// Hands over the words of a language.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn words(&self, lang: &str, bytes: &[u8]) -> Result<(), JsError> {
        let words = unpack_words(bytes).map_err(refuse)?;
        let lang = Lang::from_code(lang).unwrap_or_default();
        self.app.note(|state| state.words[lang as usize] = Some(Rc::new(words)));
        if self.app.read(|state| state.wanted_lang) == Some(lang) {
            self.app.note(|state| state.wanted_lang = None);
            self.app.act(Action::Language(lang));
        }
        Ok(())
    }

    /// Hands over the cards of a language.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn cards(&self, lang: &str, bytes: &[u8]) -> Result<(), JsError> {
        let cards = unpack_cards(bytes).map_err(refuse)?;
        let at = Lang::from_code(lang).unwrap_or_default() as usize;
        self.app.write(|state| state.cards[at] = Some(Rc::new(cards)));
        Ok(())
    }

    /// Changes an attribute: `lang`, `theme`, `save`, `province`, `start`.
    pub fn set(&self, name: &str, value: &str) {
        if name == "lang" {
            if let Some(lang) = Lang::from_code(value) {
                self.app.act(Action::Language(lang));
            }
            return;
        }
        #[cfg(feature = "outreach")]
        if name == "ready" {
            return self.app.write(|state| crate::ui::outreach::hear(state, value));
        }
        self.app.write(|state| match name {
            "theme" => state.theme = Theme::from_code(value).unwrap_or_default(),
            "save" => keep_as(state, Save::from_code(value).unwrap_or(state.session.save)),
            "province" => {
                preset(&mut state.session, &state.rules, value);
                state.follow();
            }
            "start" => {
                begin_with(&mut state.session, &state.rules, value);
                state.follow();
            }
            _ => {}
        });
    }

    /// Everything that must not be lost when the element is moved to another place of the page: for the option `left`.
    pub fn leave(&self) -> String {
        self.app.read(leave)
    }

    /// The browser went back or forward to a screen.
    pub fn travel(&self, screen: &str) {
        self.app.travel(screen);
    }
}
