//! The closed vocabulary of conditions and the three truth values (design rule 2: unknown is a value).

use super::{CapabilityIx, QuestionIx, RuleIx};
use alloc::{boxed::Box, vec::Vec};
use serde::{Deserialize, Serialize};

/// Kleene's three values. `Unknown` is never `No`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Truth {
    /// Known to hold.
    Yes,
    /// Known not to hold.
    No,
    /// Hangs on an answer not given.
    Unknown,
}

impl Truth {
    /// `Yes` or `No`.
    pub const fn of(holds: bool) -> Truth {
        if holds { Truth::Yes } else { Truth::No }
    }

    /// The opposite; unknown stays unknown.
    #[allow(clippy::should_implement_trait)]
    pub const fn not(self) -> Truth {
        match self {
            Truth::Yes => Truth::No,
            Truth::No => Truth::Yes,
            Truth::Unknown => Truth::Unknown,
        }
    }

    /// Known to hold?
    pub const fn is_yes(self) -> bool {
        matches!(self, Truth::Yes)
    }

    /// Known not to hold?
    pub const fn is_no(self) -> bool {
        matches!(self, Truth::No)
    }

    /// Not known?
    pub const fn is_unknown(self) -> bool {
        matches!(self, Truth::Unknown)
    }
}

/// A set of choices of one question, or a set of questions: bit *n* is entry *n*. The loader refuses more than 64.
pub type Mask = u64;

/// What content can ask about a person. Nothing here names a function, a date or a word.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Condition {
    /// Holds for everybody.
    Always,
    /// The answer holds any of these choices. Unknown while the question has no counting answer.
    Is(QuestionIx, Mask),
    /// The person has said any of these. Never unknown: what was not said was not said.
    Said(QuestionIx, Mask),
    /// The answer holds at least so many of these choices.
    AtLeast(QuestionIx, Mask, u8),
    /// The person has the capability.
    Has(CapabilityIx),
    /// A named rule of `rules.toml`.
    Rule(RuleIx),
    /// All of them.
    All(Vec<Condition>),
    /// Any of them.
    Any(Vec<Condition>),
    /// The opposite.
    Not(Box<Condition>),
}
