//! The helper's part of the state.

use super::{Stage, paper};
use crate::browser::database::Texts;
use crate::model::OutreachWords;
use crate::outreach::{Book, Columns, Counts, Done, Quarter, Record, Setup};
use crate::view::OutreachWord;
use std::rc::Rc;

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
    /// How often more parts of a total were asked for.
    pub more_pieces: usize,
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
    pub columns: Columns,
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

    /// Charts fill the whole window, for a projector.
    pub fn on_wall(&self) -> bool {
        self.stage == Stage::Tally && self.wall.is_some() && self.book.is_some()
    }

    /// Something of a person is in memory: it must not stay there.
    pub fn with_person(&self, state_is_empty: bool) -> bool {
        !state_is_empty || self.done != Done::default()
    }
}
