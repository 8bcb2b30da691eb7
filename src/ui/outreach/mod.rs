//! The outreach page: what helpers need around the tool at a training session. One signal and one effect with the tool itself: the
//! helper's part of the state is [`Desk`]. Decides nothing about counts (`crate::outreach`) and keeps nothing itself ([`keep`]).

mod charts;
mod code;
mod deed;
mod files;
mod idle;
mod join;
mod keep;
mod leave;
mod paper;
mod parts;
mod person;
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
pub use start::{begin, hear, prepare, take, watch};

use super::app::{State, Ui};
use super::node::{Node, el, nodes};
use crate::browser::clock;
use crate::browser::database::Texts;
use crate::model::{Date, OutreachWords};
use crate::outreach::{Book, Change, Counts, Done, Quarter, Record, Setup};
use crate::text::{fill, joined, two_digits};
use crate::view::OutreachWord;
use std::rc::Rc;

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

/// Where counts are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Kept {
    /// In IndexedDB.
    #[default]
    Device,
    /// In memory only: the browser refuses, or is full.
    Memory,
}

/// Whether everything is here to work without a network, as `www/late/ready.js` tells it: kind, files, version, date.
#[derive(Clone, Debug, Default)]
pub struct Ready {
    /// `loading ready missing never`.
    pub kind: String,
    /// Files that are here, and all of them.
    pub files: (u32, u32),
    /// Version of the program.
    pub version: String,
    /// Date of the catalogue, as people write it.
    pub date: String,
}

/// What is open below a row of buttons.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Open {
    /// Nothing.
    #[default]
    Nothing,
    /// The counts as a text.
    Text(String),
    /// A text as a QR code, and what it is.
    Qr(String, OutreachWord),
    /// A file was made and read back: records and contacts in it.
    Saved(usize, usize),
    /// Reading failed, in one sentence.
    Trouble(String),
    /// What was read, before it is merged.
    Read(Vec<Record>),
    /// What was merged: new, newer, and known or older ones.
    Merged([usize; 3]),
}

/// The helper's part of the state.
#[derive(Default)]
pub struct Desk {
    /// Where the helper is.
    pub stage: Stage,
    /// Words by language.
    pub words: [Option<Rc<OutreachWords>>; 2],
    /// The database; `None` where it is refused.
    pub texts: Option<Rc<Texts>>,
    /// Where counts are.
    pub kept: Kept,
    /// Something kept could not be read; it was put aside.
    pub damaged: bool,
    /// The browser's word not to throw the counts away.
    pub persisted: Option<bool>,
    /// Little room is left on the device.
    pub tight: bool,
    /// Offline.
    pub ready: Ready,
    /// The running session.
    pub record: Option<Record>,
    /// What the last person added, with the revision that it made, until it can no longer be taken back.
    pub undo: Option<Record>,
    /// What was counted and could not be stored.
    pub pending: Counts,
    /// What the person at the desk has done, by taps of the helper.
    pub done: Done,
    /// An invented person, by place; nothing is counted.
    pub practice: Option<usize>,
    /// The form of the set-up.
    pub form: Setup,
    /// What is wrong in the form.
    pub form_trouble: Option<OutreachWord>,
    /// Seconds until the answers are wiped, once they are counted down.
    pub idle: Option<u32>,
    /// A count is being stored: taps wait.
    pub busy: bool,
    /// All records on this device; read when charts and joining are opened.
    pub book: Option<Rc<Book>>,
    /// What is open.
    pub open: Open,
    /// The text to be read.
    pub paste: String,
    /// Which records charts and report show: one session by batch, or a quarter, or all.
    pub shown: Shown,
    /// Small counts are hidden: for a summary that others may see.
    pub public: bool,
    /// Charts for a projector: which of them.
    pub wall: Option<usize>,
    /// What is being typed into the entry of paper forms.
    pub typing: paper::Trouble,
    /// What was typed into the entry of paper forms and is no number of a choice.
    pub paper: paper::Trouble,
    /// Two sessions beside each other, by [`tally::session_of`].
    pub beside: Option<(String, String)>,
    /// The overlay of the province as text, for names of columns.
    pub columns: crate::outreach::Columns,
}

/// Which records are shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Shown {
    /// The running or last session.
    #[default]
    Here,
    /// All of a quarter.
    Quarter(Quarter),
    /// Everything on this device.
    All,
}

impl Desk {
    /// The record of a session that has not ended.
    pub fn running(&self) -> Option<&Record> {
        self.record.as_ref().filter(|record| !record.ended)
    }

    /// Something of a person is in memory: it must not stay there.
    pub fn with_person(&self, state_is_empty: bool) -> bool {
        !state_is_empty || self.done != Done::default()
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

/// The screen of the helper, or the tool with the helper's strip around it.
pub fn draw(ui: &Ui<'_>, tool: impl FnOnce() -> Node) -> Node {
    let stage = ui.state.desk.stage;
    let body = match stage {
        Stage::Person => return nodes![idle::countdown(ui), person::strip(ui), tool(), person::card(ui)],
        Stage::Safety => safety::draw(ui),
        Stage::Setup => setup::draw(ui),
        Stage::Between => session::draw(ui),
        Stage::Practice => practice::draw(ui),
        Stage::Paper => paper::draw(ui),
        Stage::Tally => tally::draw(ui),
        Stage::Join => join::draw(ui),
        Stage::Report => report::draw(ui),
    };
    let main = el("main", if stage == Stage::Tally && ui.state.desk.wall.is_some() { "tally" } else { "" });
    nodes![
        idle::countdown(ui),
        main.attr("data-screen", stage.screen()).attr("data-part", stage.id()).with(parts::storage(ui)).with(body)
    ]
}

/// What merging a record did, as a place in the counts of [`Open::Merged`].
fn place_of(change: Change) -> usize {
    match change {
        Change::New => 0,
        Change::Newer => 1,
        Change::Same | Change::Older => 2,
    }
}
