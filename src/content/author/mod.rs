//! Reading the TOML files of `catalogue/`. A broken entry becomes a [`Finding`] and is left out; reading goes on, so that one
//! mistake never hides the others and never stops the tools that must name it.

pub mod cases;
mod check;
mod condition;
mod entry;
mod file;
mod handbook;
mod items;
mod listings;
mod load;
mod maturity;
mod outreach;
mod province;

pub use handbook::HandbookWords;
pub use load::load;
pub use outreach::PaperWords;

use crate::model::{Cards, Date, OutreachWords, Rules, Words};
use std::{fmt, string::String, vec::Vec};

/// A whole catalogue, both languages.
#[derive(Clone, Debug)]
pub struct Catalogue {
    /// What the engine reads.
    pub rules: Rules,
    /// Words, in the order of [`crate::text::Lang::ALL`].
    pub words: [Words; 2],
    /// Cards, in the same order.
    pub cards: [Cards; 2],
    /// Words of the page around the app, in the same order; they never reach the wasm.
    pub page: [PageWords; 2],
    /// Words of the printable handbook, in the same order; they never reach the wasm either.
    pub handbook: [HandbookWords; 2],
    /// Words of training sessions, in the same order; only the outreach page loads them.
    pub outreach: [OutreachWords; 2],
    /// Words of the paper questionnaire, in the same order; they never reach a wasm.
    pub paper: [PaperWords; 2],
    /// Ids of the areas whose platforms the overlay of a province may hide (contract section 7).
    pub hideable: Vec<String>,
    /// What a person should look at, most useful first.
    pub to_verify: Vec<ToVerify>,
    /// Review dates and second readings, for `check`.
    pub reviews: Vec<Review>,
}

/// What the page, its loader and its service worker say: before the app is there, beside it, and when it cannot be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageWords(pub [String; PAGE.len()]);

/// The keys of `[page]` in `interface.toml`.
pub const PAGE: [&str; 28] = [
    "opening",
    "guide-title",
    "guide-text",
    "broken-title",
    "broken-text",
    "reload",
    "slow-title",
    "slow-text",
    "go-on",
    "handbook",
    "offline-ready",
    "offline-loading",
    "offline-missing",
    "offline-never",
    "offline-version",
    "edition",
    "edition-note",
    "overlay-yes",
    "overlay-no",
    "overlay-note",
    "overlay-contacts",
    "overlay-call",
    "overlay-sample",
    "overlay-edition",
    "overlay-hidden",
    "overlay-refused",
    "overlay-new-tab",
    "outreach-title",
];

impl PageWords {
    /// The text under a key of [`PAGE`]; empty for any other.
    #[must_use]
    pub fn say(&self, key: &str) -> &str {
        PAGE.iter().position(|known| *known == key).map_or("", |at| &self.0[at])
    }
}

/// When an item must be reviewed, and whether a second person has read it.
#[derive(Clone, Debug)]
pub struct Review {
    /// File.
    pub file: String,
    /// Key.
    pub key: String,
    /// Review by this day.
    pub by: Date,
    /// The day a second reader read it.
    pub read_on: Option<Date>,
}

/// Something a person should check on the official site or by telephone.
#[derive(Clone, Debug)]
pub struct ToVerify {
    /// Usefulness: higher first.
    pub weight: i32,
    /// File.
    pub file: String,
    /// Key.
    pub key: String,
    /// What to look at.
    pub what: String,
}

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Must be mended before release.
    Error,
    /// Should be looked at.
    Warning,
}

/// Something wrong in the content.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// File below `catalogue/`.
    pub file: String,
    /// Place in the file.
    pub key: String,
    /// How bad.
    pub severity: Severity,
    /// One sentence.
    pub sentence: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = match self.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        write!(out, "{}: {}: {severity}: {}", self.file, self.key, self.sentence)
    }
}

/// Findings while reading.
#[derive(Clone, Debug, Default)]
pub struct Found(pub Vec<Finding>);

impl Found {
    /// Notes an error.
    pub fn error(&mut self, file: &str, key: &str, sentence: impl Into<String>) {
        self.0.push(Finding { file: file.into(), key: key.into(), severity: Severity::Error, sentence: sentence.into() });
    }

    /// Notes a warning.
    pub fn warning(&mut self, file: &str, key: &str, sentence: impl Into<String>) {
        self.0.push(Finding { file: file.into(), key: key.into(), severity: Severity::Warning, sentence: sentence.into() });
    }

    /// Was anything an error?
    pub fn has_errors(&self) -> bool {
        self.0.iter().any(|finding| finding.severity == Severity::Error)
    }
}
