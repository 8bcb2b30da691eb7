//! The language-free part of the catalogue: everything the engine reads.

use super::{Condition, Date, Need, Obligation, Platform, PlatformIx, Question, SourceIx};
use alloc::{string::String, vec::Vec};
use serde::{Deserialize, Serialize};

/// Schema of all packed parts; stands first in each and is checked at load.
pub const SCHEMA: u16 = 1;

/// An area of contract section 2.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Area {
    /// Stable id.
    pub id: String,
}

/// Something a person has, or gains by a step.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Capability {
    /// Stable id.
    pub id: String,
    /// When it is there.
    pub yes: Condition,
    /// No question can settle it (decision 6): it is never missing and never asked about.
    pub paper: bool,
    /// Getting or checking it is a step of the plan.
    pub step: bool,
    /// Checking it is a step also while nobody knows (decision 11: the SIM).
    pub step_when_unknown: bool,
    /// What is needed to get it.
    pub requires: Vec<Need>,
    /// Its step comes before all others when this holds (decision 4: recover VNeID first).
    pub first_when: Option<Condition>,
    /// The card that explains how.
    pub card: Option<PlatformIx>,
    /// Name of its drawing.
    pub icon: String,
}

/// A condition with a name and words of its own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rule {
    /// Stable id, printed in reasons.
    pub id: String,
    /// When it holds. Uses questions and earlier rules only.
    pub when: Condition,
    /// Sources.
    pub sources: Vec<SourceIx>,
}

/// The points of the priority table (`domain/audience-and-questions.md`) and its limits.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Points {
    /// It is a prerequisite of something else in the list.
    pub prerequisite: i16,
    /// It fulfils a legal duty with a date inside `soon_days`.
    pub duty_soon: i16,
    /// It fulfils another legal duty.
    pub duty: i16,
    /// Its area was chosen.
    pub area: i16,
    /// All prerequisites are there.
    pub ready: i16,
    /// Free.
    pub free: i16,
    /// Official or Vietnamese.
    pub home: i16,
    /// Confidence of the facts below V2.
    pub unsure: i16,
    /// Needs more data or skills than phone and internet allow.
    pub strains: i16,
    /// How many days are soon.
    pub soon_days: i32,
    /// The most cards shown first.
    pub first_cards: u8,
    /// The most first cards of one area.
    pub first_per_area: u8,
}

/// All that the engine reads.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rules {
    /// Version of the catalogue.
    pub version: String,
    /// State of knowledge.
    pub as_of: Date,
    /// After this day duties and telephone numbers are no longer shown as current.
    pub valid_until: Date,
    /// Questions in content order.
    pub questions: Vec<Question>,
    /// Areas in content order.
    pub areas: Vec<Area>,
    /// Capabilities, prerequisites before what needs them.
    pub capabilities: Vec<Capability>,
    /// Named rules; a rule refers to earlier ones only.
    pub rules: Vec<Rule>,
    /// Released platforms in catalogue order.
    pub platforms: Vec<Platform>,
    /// Obligations in catalogue order.
    pub obligations: Vec<Obligation>,
    /// Public holidays known so far (decision 41).
    pub holidays: Vec<Date>,
    /// Points and limits.
    pub points: Points,
    /// Ids of the sources.
    pub sources: Vec<String>,
    /// A way that needs no phone must be among the first cards when this holds (contract section 4).
    pub no_phone_when: Condition,
    /// Capabilities that a way without a phone may not need.
    pub phone_like: Vec<super::CapabilityIx>,
}
