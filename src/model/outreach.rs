//! The words of training sessions in one language. Only the outreach page loads them; no citizen's file holds a byte of it.

use super::{AreaIx, CapabilityIx, Mask, QuestionIx};
use alloc::{string::String, vec::Vec};

/// What helpers read, say, count and practise with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OutreachWords {
    /// The words of the outreach screens, in the order of `view::OutreachWord`.
    pub interface: Vec<String>,
    /// What every helper reads before the first person, one rule an entry.
    pub safety: Vec<String>,
    /// What people should bring along.
    pub bring: Vec<Bring>,
    /// The basic skills that are counted.
    pub skills: Vec<Named>,
    /// The age bands that are counted.
    pub ages: Vec<Named>,
    /// What keeps people from going on.
    pub blockers: Vec<Blocker>,
    /// What is counted, by the names of the files that travel.
    pub metrics: Vec<Named>,
    /// The fields of a session in the wide table for spreadsheets, in the order of its columns.
    pub columns: Vec<Named>,
    /// A card for the helper, one per question, in content order.
    pub cards: Vec<HelperCard>,
    /// Invented persons to practise with; they are never counted.
    pub people: Vec<SamplePerson>,
}

/// An id and its name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    /// Stable id.
    pub id: String,
    /// As people read it.
    pub name: String,
}

/// Something to bring along.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bring {
    /// Name of the drawing beside it.
    pub icon: String,
    /// What it is and what for.
    pub text: String,
}

/// What keeps people from going on, and what would mend it: a capability to gain, or an area to learn about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Blocker {
    /// Stable id.
    pub id: String,
    /// As the helper taps it.
    pub name: String,
    /// What the person lacks.
    pub capability: Option<CapabilityIx>,
    /// Where it is taught when nothing is lacking but trust.
    pub area: Option<AreaIx>,
}

/// What the helper says at a question, and what the helper leaves alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HelperCard {
    /// To say in one's own words.
    pub say: String,
    /// What not to ask, not to touch.
    pub avoid: String,
}

/// An invented person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SamplePerson {
    /// Stable id.
    pub id: String,
    /// Plainly invented.
    pub name: String,
    /// What the one who plays the person tells.
    pub story: String,
    /// What the helper should notice in the result.
    pub notice: String,
    /// What the person would answer, in content order: each question of the path with its choices, but those of local texts.
    pub answers: Vec<(QuestionIx, Mask)>,
}
