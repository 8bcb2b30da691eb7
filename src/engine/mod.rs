//! Answers to verdicts. Free functions on model values: total, deterministic, no clock, no randomness, no words, no
//! `Result`. Start with [`evaluate`]. The rules carried out here are `domain/decisions.md` and contract sections 2 to 4;
//! numbers in comments ("d13") are decisions.

pub mod check;
mod due;
mod facts;
mod obligations;
mod path;
mod plan;
mod platforms;
mod reads;
mod recommend;

pub use due::{next_due, roll};
pub use facts::Facts;
pub use obligations::{ObligationVerdict, Verdict};
pub use path::{Path, facts_on};
pub use plan::{Step, StepKind};
pub use platforms::{PlatformVerdict, Reason, Status, why};
pub use reads::Reads;

use crate::model::{Answers, Date, Marks, PlatformIx, Rules};
use alloc::vec::Vec;

/// Everything that follows from the answers, the catalogue and the day. Never stored.
#[derive(Clone, Debug, PartialEq)]
pub struct Evaluation {
    /// The questions on the path, and the next one.
    pub path: Path,
    /// Every platform, in recommended order.
    pub platforms: Vec<PlatformVerdict>,
    /// The cards shown first.
    pub first: Vec<PlatformIx>,
    /// What applies, most pressing first.
    pub obligations: Vec<ObligationVerdict>,
    /// Steps in an order that works.
    pub plan: Vec<Step>,
}

impl Evaluation {
    /// How many platforms have a status.
    pub fn count(&self, status: Status) -> usize {
        self.platforms.iter().filter(|verdict| verdict.status == status).count()
    }

    /// The verdict on one platform.
    pub fn platform(&self, platform: PlatformIx) -> Option<&PlatformVerdict> {
        self.platforms.iter().find(|verdict| verdict.platform == platform)
    }
}

/// The path of questions alone.
pub fn path_of(rules: &Rules, reads: &Reads, answers: &Answers, marks: &Marks) -> Path {
    path::walk(rules, reads, answers, marks).0
}

/// The facts of the counting answers: what words for this person depend on.
pub fn facts_of<'a>(rules: &'a Rules, reads: &Reads, answers: &Answers, marks: &'a Marks) -> Facts<'a> {
    path::walk(rules, reads, answers, marks).1
}

/// Evaluates the whole catalogue for one person on one day. `reads` is [`Reads::of`] the same rules, made once.
pub fn evaluate(rules: &Rules, reads: &Reads, answers: &Answers, marks: &Marks, today: Date) -> Evaluation {
    let (path, facts) = path::walk(rules, reads, answers, marks);
    let mut platforms = platforms::judge_all(&facts, path.mask);
    let obligations = obligations::judge_all(&facts, reads, path.mask, today);
    recommend::rank(&facts, &mut platforms, &obligations, today);
    let first = recommend::first(&facts, &platforms);
    let plan = plan::plan(&facts, &platforms, &first, &obligations);
    Evaluation { path, platforms, first, obligations, plan }
}
