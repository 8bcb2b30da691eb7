//! Platforms, without words.

use super::{AreaIx, CapabilityIx, Condition, Date, RuleIx, SourceIx};
use alloc::{string::String, vec::Vec};
use serde::{Deserialize, Serialize};

/// What may be printed about a platform (`domain/platforms.md`, release states). Entries on hold never reach the pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Release {
    /// Facts and way in may be printed; the address may be a link.
    Show,
    /// Name, use and how to find it; no link, no telephone number that is not V1 or V2.
    ShowNameOnly,
    /// Not listed to the public.
    Hold,
}

/// How sure a statement is (`domain/README.md`), best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Confidence {
    /// Read on an official page or in the legal text.
    V1,
    /// Read on a press, law-firm or agency page.
    V2,
    /// Indirect evidence.
    V3,
    /// General knowledge.
    K,
    /// Uncertain: never shown.
    U,
}

/// Something that must be there first: any one of the capabilities is enough.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Need {
    /// Alternatives in catalogue order; the first is the one named when all are missing (decision 8).
    pub any: Vec<CapabilityIx>,
    /// For whom this is needed (decision 13: a need of one role only).
    pub when: Condition,
}

/// A platform or service.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Platform {
    /// Stable id.
    pub id: String,
    /// Its area.
    pub area: AreaIx,
    /// Release state.
    pub release: Release,
    /// The rule that says whom it suits.
    pub suits: RuleIx,
    /// What must be there first.
    pub needs: Vec<Need>,
    /// What a person has once it is in use.
    pub gives: Vec<CapabilityIx>,
    /// What a person must have if it is in use, although it is not the way to get it.
    pub proves: Vec<CapabilityIx>,
    /// In use by an answer (decision 5).
    pub using: Option<Condition>,
    /// Rules whose text warns this person (decision 3), where they hold.
    pub cautions: Vec<RuleIx>,
    /// Needs more data or skill than this person has (priority table); missing phone or internet counts by itself.
    pub strains: Option<Condition>,
    /// A telephone line: not counted in the opening sentence (decision 72).
    pub line: bool,
    /// Free of charge.
    pub free: bool,
    /// Official or Vietnamese (decision 65).
    pub home: bool,
    /// Confidence of the facts that are printed.
    pub confidence: Confidence,
    /// Texts of the card differ by province, so `province` is worth asking.
    pub local: bool,
    /// Sources.
    pub sources: Vec<SourceIx>,
    /// Review by this day; later it is shown as perhaps out of date.
    pub review_by: Date,
}
