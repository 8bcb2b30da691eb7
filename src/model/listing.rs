//! Lists to look things up in: essential services, national targets, skills. Words of one language, come with the cards.

use super::{Condition, Date, PlatformIx, SourceIx};
use alloc::{string::String, vec::Vec};
use serde::{Deserialize, Serialize};

/// A list below the results.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Listing {
    /// Stable id.
    pub id: String,
    /// For whom.
    pub when: Condition,
    /// Heading.
    pub title: String,
    /// What it is, and what it is not.
    pub lead: String,
    /// Where all of it is done or learnt.
    pub platforms: Vec<PlatformIx>,
    /// Sources.
    pub sources: Vec<SourceIx>,
    /// As of when, as people read it.
    pub as_of: String,
    /// Past this day the reader is told that it may be old.
    pub review_by: Date,
    /// What is in it.
    pub entries: Vec<ListingEntry>,
}

/// One thing in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ListingEntry {
    /// Stable id within the list.
    pub id: String,
    /// For whom.
    pub when: Condition,
    /// When the person has it already, as far as the answers say.
    pub have: Option<Condition>,
    /// Heading.
    pub title: String,
    /// One or two sentences.
    pub text: String,
    /// Where it is done or learnt.
    pub platforms: Vec<PlatformIx>,
}
