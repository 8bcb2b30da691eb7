//! The screens, and their names.

use crate::model::{PlatformIx, QuestionIx, Rules};
use crate::text::{cut, decimal, joined, natural};
use alloc::{borrow::ToOwned, string::String};

/// The screens of contract section 5 that the app draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Screen {
    /// Start, with the first question.
    #[default]
    Welcome,
    /// One question.
    Question(QuestionIx),
    /// All answers.
    Review,
    /// Results.
    Results,
    /// The plan.
    Plan,
    /// One platform.
    Detail(PlatformIx),
    /// About the tool.
    About,
    /// Settings.
    Settings,
}

impl Screen {
    /// The word of `data-screen`.
    pub const fn id(self) -> &'static str {
        match self {
            Screen::Welcome => "welcome",
            Screen::Question(_) => "question",
            Screen::Review => "review",
            Screen::Results => "results",
            Screen::Plan => "plan",
            Screen::Detail(_) => "detail",
            Screen::About => "about",
            Screen::Settings => "settings",
        }
    }
    /// Its name in the browser's history and in what is kept: no answer is in it.
    pub fn name(self) -> String {
        match self {
            Screen::Question(place) => joined(&[self.id(), "/", &decimal(place.at())]),
            Screen::Detail(place) => joined(&[self.id(), "/", &decimal(place.at())]),
            _ => self.id().to_owned(),
        }
    }

    /// The screen of a name; `None` for one that this catalogue does not have.
    pub fn named(name: &str, rules: &Rules) -> Option<Screen> {
        let (kind, place) = cut(name, b'/').unwrap_or((name, "0"));
        let place = u16::try_from(natural(place)?).ok()?;
        let question = Screen::Question(QuestionIx(place as u8));
        let most = if kind == question.id() { rules.questions.len() } else { rules.platforms.len() };
        if usize::from(place) >= most {
            return None;
        }
        let all = [
            Screen::Welcome,
            question,
            Screen::Review,
            Screen::Results,
            Screen::Plan,
            Screen::Detail(PlatformIx(place)),
            Screen::About,
            Screen::Settings,
        ];
        all.into_iter().find(|screen| screen.id() == kind)
    }
}
