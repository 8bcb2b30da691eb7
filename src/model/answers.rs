//! What a person said: the only state (design rule 5).

use super::{Mask, PlatformIx, QuestionIx, Set};
use alloc::vec::Vec;

/// What was said to one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Given {
    /// Not asked yet.
    #[default]
    Open,
    /// Asked and skipped: unknown, never "no".
    Skipped,
    /// These choices; an empty set is an answer, too: nothing of it (decision 31).
    Chosen(Mask),
}

/// What was said to each question of the catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Answers {
    /// One entry per question.
    pub given: Vec<Given>,
    /// Answers that the host page has given: they count, and the question is not asked (contract section 6: `province`).
    pub preset: Vec<(QuestionIx, Mask)>,
}

impl Answers {
    /// Nothing said yet.
    pub fn none(questions: usize) -> Answers {
        Answers { given: alloc::vec![Given::Open; questions], preset: Vec::new() }
    }

    /// What was said to a question.
    pub fn get(&self, question: QuestionIx) -> Given {
        self.given.get(question.at()).copied().unwrap_or_default()
    }

    /// Says something to a question.
    pub fn set(&mut self, question: QuestionIx, given: Given) {
        if let Some(place) = self.given.get_mut(question.at()) {
            *place = given;
        }
    }
}

/// What the person marked on platforms.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Marks {
    /// "Tôi đã dùng".
    pub used: Set<PlatformIx>,
    /// "Muốn dùng".
    pub wanted: Set<PlatformIx>,
    /// "Không phải với tôi".
    pub hidden: Set<PlatformIx>,
}
