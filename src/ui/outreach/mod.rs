//! The outreach page: what helpers need around the tool at a training session. One signal and one effect with the tool itself: the
//! helper's part of the state is [`Desk`]. Decides nothing about counts (`crate::outreach`) and keeps nothing itself ([`keep`]).

mod charts;
mod code;
mod deed;
mod desk;
mod files;
mod idle;
mod join;
mod keep;
mod leave;
mod paper;
mod parts;
mod person;
mod pieces;
mod practice;
mod record;
mod report;
mod safety;
mod session;
mod setup;
mod start;
mod tally;
mod taps;

pub use deed::Deed;
pub use desk::{Desk, Kept, Open, Ready, Shown};
pub use start::{begin, hear, prepare, take, watch};

use super::app::{State, Ui};
use super::node::{Node, el, nodes, nothing};
use crate::browser::clock;
use crate::model::{Date, OutreachWords};
use crate::outreach::Change;
use crate::text::{fill, joined, two_digits};
use crate::view::OutreachWord;

/// Where the helper is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Stage {
    /// What helpers must never do; read before everything else.
    #[default]
    Safety,
    /// Date and place of a session.
    Setup,
    /// Between two persons: count, what the last one did, onward.
    Between,
    /// A person with the tool.
    Person,
    /// Invented persons.
    Practice,
    /// A filled form is typed in.
    Paper,
    /// Charts.
    Tally,
    /// Export, import, merge.
    Join,
    /// The sheet for the report.
    Report,
}

impl Stage {
    const ALL: [Stage; 9] = [
        Stage::Safety,
        Stage::Setup,
        Stage::Between,
        Stage::Person,
        Stage::Practice,
        Stage::Paper,
        Stage::Tally,
        Stage::Join,
        Stage::Report,
    ];

    /// Its name: `data-part`, and what is remembered over a reload.
    pub const fn id(self) -> &'static str {
        match self {
            Stage::Safety => "safety",
            Stage::Setup => "setup",
            Stage::Between => "between",
            Stage::Person => "person",
            Stage::Practice => "practice",
            Stage::Paper => "paper",
            Stage::Tally => "charts",
            Stage::Join => "join",
            Stage::Report => "report",
        }
    }

    /// The word of `data-screen` (contract section 5); the tool's own for a person.
    pub const fn screen(self) -> &'static str {
        match self {
            Stage::Safety => "safety",
            Stage::Setup | Stage::Between | Stage::Paper => "session",
            Stage::Practice => "practice",
            Stage::Tally | Stage::Join | Stage::Report => "tally",
            Stage::Person => "",
        }
    }

    fn of(id: &str) -> Option<Stage> {
        Stage::ALL.into_iter().find(|stage| stage.id() == id)
    }
}

impl State {
    /// A word of the outreach screens.
    pub fn desk_word(&self, word: OutreachWord) -> String {
        let words = self.desk.words[self.session.lang as usize].as_ref();
        words.map(|words| word.of(words).to_owned()).unwrap_or_default()
    }
}

impl<'a> Ui<'a> {
    /// A word of the outreach screens.
    pub fn tell(&self, word: OutreachWord) -> String {
        self.state.desk_word(word)
    }

    /// The same with a number or a text filled in.
    pub fn tell_of(&self, word: OutreachWord, values: &[(&str, &str)]) -> String {
        fill(&self.tell(word), values)
    }

    /// A word that depends on a number: the part for none, one or more.
    pub fn tell_count(&self, word: OutreachWord, number: usize) -> String {
        let says = self.tell(word);
        let part = says.split('|').nth(number.min(2)).unwrap_or(&says);
        fill(part, &[("n", &crate::text::decimal(number))])
    }

    /// The words of the language.
    pub fn helper(&self) -> Option<&'a OutreachWords> {
        self.state.desk.words[self.state.session.lang as usize].as_deref()
    }
}

/// Now, in Viet Nam, as records write it: `YYYY-MM-DDTHH:MM`.
pub fn now() -> String {
    let (hours, minutes) = clock::time_in_viet_nam();
    let day = Date::from_days(clock::days_in_viet_nam());
    joined(&[&day.iso(), "T", &two_digits(hours), ":", &two_digits(minutes)])
}

/// What stands above the screen, and the screen of the helper, or the tool with the helper's strip around it.
pub fn draw(ui: &Ui<'_>, tool: impl FnOnce() -> Node) -> (Node, Node) {
    let stage = ui.state.desk.stage;
    let wall = ui.state.desk.on_wall();
    // Behind charts that fill the window no button is to be reached.
    let top = if wall { nothing() } else { super::parts::top(ui) };
    let body = match stage {
        Stage::Person => return (top, nodes![idle::countdown(ui), person::strip(ui), tool(), person::card(ui)]),
        Stage::Safety => safety::draw(ui),
        Stage::Setup => setup::draw(ui),
        Stage::Between => session::draw(ui),
        Stage::Practice => practice::draw(ui),
        Stage::Paper => paper::draw(ui),
        Stage::Tally => tally::draw(ui),
        Stage::Join => join::draw(ui),
        Stage::Report => report::draw(ui),
    };
    let main = el("main", if wall { "tally" } else { "" });
    let main = main.attr("data-screen", stage.screen()).attr("data-part", stage.id()).with(parts::storage(ui)).with(body);
    (top, nodes![idle::countdown(ui), main])
}

/// What merging a record did, as a place in the counts of [`Open::Merged`].
fn place_of(change: Change) -> usize {
    match change {
        Change::New => 0,
        Change::Newer => 1,
        Change::Same | Change::Older => 2,
    }
}
