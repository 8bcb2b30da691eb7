//! What a person does, and the forms in which it is written down. [`apply`] is the only place where answers change. May not:
//! call storage, know Leptos, hold anything that can be computed.

mod apply;
mod check;
pub mod saved;
mod screen;

#[cfg(any(not(target_arch = "wasm32"), feature = "files"))]
pub mod answer_file;

pub use apply::{Action, apply};
pub use check::tick;
pub use screen::Screen;

use crate::model::{Answers, Marks, Set};
use crate::text::Lang;
use alloc::string::String;

/// Where answers are kept (contract section 6, `save`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Save {
    /// Nowhere.
    #[default]
    Off,
    /// Until the page is closed.
    Session,
    /// On this device for 30 days.
    Device,
}

impl Save {
    /// The value of the attribute.
    pub const fn code(self) -> &'static str {
        match self {
            Save::Off => "off",
            Save::Session => "session",
            Save::Device => "device",
        }
    }

    /// What a value of the attribute means.
    pub fn from_code(code: &str) -> Option<Save> {
        Some(match code {
            "off" => Save::Off,
            "session" => Save::Session,
            "device" => Save::Device,
            _ => return None,
        })
    }
}

/// Colours (contract section 6, `theme`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the device says.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
    /// Ink on paper.
    Contrast,
}

impl Theme {
    /// All themes, as offered in the settings.
    pub const ALL: [Theme; 4] = [Theme::Auto, Theme::Light, Theme::Dark, Theme::Contrast];

    /// The value of the attribute.
    pub const fn code(self) -> &'static str {
        match self {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
            Theme::Contrast => "contrast",
        }
    }

    /// The theme of an attribute value.
    pub fn from_code(code: &str) -> Option<Theme> {
        Theme::ALL.into_iter().find(|theme| theme.code() == code)
    }
}

/// What went wrong with the last act, said on the same screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// *Next* without an answer.
    NothingChosen,
    /// One choice more than the question allows.
    TooMany,
}

/// Ids of questions of the short check begin with this (contract section 2, decision 35).
pub const CHECK: &str = "check-";

/// A person's run. Answers, marks, ticks and language are kept; the rest is where they are looking.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Session {
    /// Language.
    pub lang: Lang,
    /// Answers.
    pub answers: Answers,
    /// Marks on platforms.
    pub marks: Marks,
    /// Steps of the plan that are done, by id.
    pub ticks: Set<String>,
    /// Answers of the short check: ids of choices by id of the question, as they were given.
    pub check: Vec<(String, Vec<String>)>,
    /// Worded for somebody else (d74).
    pub for_other: bool,
    /// Where answers are kept.
    pub save: Save,
    /// "Giữ lại" on a shared phone, where nothing is kept by itself (contract section 6).
    pub keep_shared: bool,
    /// The screen.
    pub screen: Screen,
    /// Where *next* and *back* lead after one answer was changed.
    pub came_from: Option<Screen>,
    /// What went wrong.
    pub trouble: Option<Trouble>,
}

impl Session {
    /// Nothing said yet.
    pub fn new(questions: usize, lang: Lang, save: Save) -> Session {
        Session { lang, save, answers: Answers::none(questions), ..Session::default() }
    }

    /// The phone is shared with others: nothing is kept on it by itself (contract section 6).
    pub fn on_shared_phone(&self, rules: &crate::model::Rules) -> bool {
        rules
            .questions
            .iter()
            .zip(&self.answers.given)
            .any(|(question, given)| matches!(given, crate::model::Given::Chosen(mask) if mask & question.shared != 0))
    }

    /// Where the answers are kept right now.
    pub fn kept(&self, rules: &crate::model::Rules) -> Save {
        if self.save == Save::Off || (self.on_shared_phone(rules) && !self.keep_shared) { Save::Off } else { self.save }
    }

    /// Has nothing been said?
    pub fn is_empty(&self) -> bool {
        self.answers.given.iter().all(|given| *given == crate::model::Given::Open)
            && self.marks == Marks::default()
            && self.ticks.is_empty()
            && self.check.is_empty()
    }
}
