//! The short check for enterprises and cooperatives (decision 35): what is asked, what it counts, what to do next. Comes with
//! the cards; nothing else depends on it.

use super::{Condition, Date, PlatformIx, SourceIx};
use alloc::{string::String, vec::Vec};
use serde::{Deserialize, Serialize};

/// The check, in one language.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Check {
    /// For whom; nobody when there is none.
    pub when: Option<Condition>,
    /// Heading.
    pub title: String,
    /// What it is, and what it is not.
    pub lead: String,
    /// What it is built on.
    pub note: String,
    /// Sources.
    pub sources: Vec<SourceIx>,
    /// As of when, as people read it.
    pub as_of: String,
    /// Past this day the reader is told that it may be old.
    pub review_by: Option<Date>,
    /// Its parts, a bar each.
    pub groups: Vec<CheckGroup>,
    /// Names for scores, lowest first; empty while none may be shown.
    pub bands: Vec<Band>,
}

/// One part of the check.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CheckGroup {
    /// Stable id.
    pub id: String,
    /// Name.
    pub name: String,
    /// What counts in it.
    pub items: Vec<CheckItem>,
}

/// Something that counts: asked here, or known from another answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CheckItem {
    /// Stable id, `check-…`.
    pub id: String,
    /// The question; empty when it is known from another answer.
    pub ask: String,
    /// Several choices may be ticked.
    pub several: bool,
    /// What can be answered.
    pub choices: Vec<CheckChoice>,
    /// Known from other answers: there or not.
    pub have: Option<Condition>,
    /// What to do when it is weak.
    pub step: String,
    /// Where that is done.
    pub platforms: Vec<PlatformIx>,
}

/// An answer and what it counts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CheckChoice {
    /// Stable id within its question.
    pub id: String,
    /// Label.
    pub label: String,
    /// Points.
    pub points: u8,
}

/// A name for scores from a number on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Band {
    /// The lowest score of 100 it is used for.
    pub from: u8,
    /// Name.
    pub name: String,
}
