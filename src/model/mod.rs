//! Plain types of the catalogue and of a person's answers. Start with [`Rules`]. May not: hold policy, read files,
//! know a browser, know a word of the interface.

mod answers;
mod check;
mod condition;
mod date;
mod index;
mod listing;
mod obligation;
#[cfg(any(not(target_arch = "wasm32"), feature = "outreach"))]
mod outreach;
mod platform;
mod question;
mod rules;
mod set;
mod words;

pub use answers::{Answers, Given, Marks};
pub use check::{Band, Check, CheckChoice, CheckGroup, CheckItem};
pub use condition::{Condition, Mask, Truth};
pub use date::{Date, days_in_month};
pub use index::{AreaIx, CapabilityIx, ObligationIx, PlatformIx, QuestionIx, RuleIx, SourceIx};
pub use listing::{Listing, ListingEntry};
pub use obligation::{Due, Kind, KindCase, Obligation};
#[cfg(any(not(target_arch = "wasm32"), feature = "outreach"))]
pub use outreach::{Blocker, Bring, HelperCard, Named, OutreachWords, SamplePerson};
pub use platform::{Confidence, Need, Platform, Release};
pub use question::{Choice, Question};
pub use rules::{Area, Capability, Points, Rule, Rules, SCHEMA};
pub use set::Set;
pub use words::{
    AreaWords, CapabilityCard, Cards, ChoiceWords, Hotline, ObligationCard, PlatformCard, PlatformVariant, QuestionWords,
    RuleWords, SourceWords, StepVariant, Words,
};
