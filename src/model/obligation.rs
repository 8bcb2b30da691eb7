//! Duties, rights and things to know, without words.

use super::{Condition, Date, PlatformIx, SourceIx};
use alloc::{string::String, vec::Vec};
use serde::{Deserialize, Serialize};

/// What an obligation is for a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Kind {
    /// The law asks it.
    Must,
    /// The person may ask for it.
    Right,
    /// Good to know.
    Know,
}

impl Kind {
    /// The word of `data-kind` and of answer files.
    pub const fn id(self) -> &'static str {
        match self {
            Kind::Must => "must",
            Kind::Right => "right",
            Kind::Know => "know",
        }
    }
}

/// For whom an obligation is of which kind. Cases are tried in order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KindCase {
    /// The kind when the condition holds.
    pub kind: Kind,
    /// For whom.
    pub when: Condition,
}

/// When it is due. Dates roll to the next working day (decision 17).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Due {
    /// No date.
    None,
    /// Every year on these (month, day).
    Yearly(Vec<(u8, u8)>),
    /// Every month on this day.
    Monthly(u8),
    /// Once.
    Once(Date),
}

/// A duty, right or thing to know.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Obligation {
    /// Stable id.
    pub id: String,
    /// For whom it is what.
    pub kinds: Vec<KindCase>,
    /// Its date.
    pub due: Due,
    /// Not applicable before this day.
    pub from: Option<Date>,
    /// Not applicable after this day (decision 26: the day itself included).
    pub until: Option<Date>,
    /// The end day rolls like a due date (decision 48: `hkd-refund-overpaid`).
    pub until_rolls: bool,
    /// A lasting duty that the person fulfils already (decision 20).
    pub in_hand: Option<Condition>,
    /// Platforms it is done with (decision 34).
    pub done_with: Vec<PlatformIx>,
    /// Stands first in its group when this holds (decision 27).
    pub first_when: Option<Condition>,
    /// Sources.
    pub sources: Vec<SourceIx>,
    /// Review by this day.
    pub review_by: Date,
}
