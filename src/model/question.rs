//! Questions and choices, without words.

use super::{AreaIx, Condition, Mask};
use alloc::{string::String, vec::Vec};
use serde::{Deserialize, Serialize};

/// A question of contract section 2.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// Stable id.
    pub id: String,
    /// Several choices may be ticked (check boxes), else exactly one (radios).
    pub several: bool,
    /// The most choices that may be ticked; 0 means no limit.
    pub most: u8,
    /// Asked whether or not an undecided item reads it (decision 30: `needs`).
    pub always: bool,
    /// Chooses local texts; asked only while something shown is local (decision 30: `province`).
    pub local: bool,
    /// The condition written with the question. Unknown counts as not holding (decision 30).
    pub when: Condition,
    /// Choices in content order.
    pub choices: Vec<Choice>,
    /// Choices that evaluate like skipping (decision 29).
    pub unknown: Mask,
    /// Choices that mean that others use this device, too: nothing is kept on it by itself.
    pub shared: Mask,
    /// Choices that exclude every other one (decision 31).
    pub exclusive: Mask,
}

impl Question {
    /// The bit of a choice id.
    pub fn choice(&self, id: &str) -> Option<Mask> {
        self.choices.iter().position(|choice| choice.id == id).map(|at| 1 << at)
    }

    /// Does a choice stand for "not known"? Then there is no skip button (contract section 5).
    pub const fn has_unknown(&self) -> bool {
        self.unknown != 0
    }
}

/// One choice.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Choice {
    /// Stable id within the question.
    pub id: String,
    /// Areas that this choice moves up (only choices of `needs`).
    pub areas: Vec<AreaIx>,
    /// Areas that it moves up for some people only (`sell`: agriculture for farms).
    pub areas_when: Vec<(AreaIx, Condition)>,
    /// Who is offered it; choices that are not offered stay valid in files.
    pub offered: Condition,
    /// Name of the drawing beside it; empty for none.
    pub icon: String,
}
