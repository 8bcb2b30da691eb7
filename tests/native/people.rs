//! People for the laws: answers drawn from the questions of the real catalogue, skipped and unknown ones, several choices,
//! answers off the path, marks on platforms, a province given by the portal, any day of six years.

use crate::common::{day, reads, rules};
use buoc_so::content::cases::assess;
use buoc_so::engine::{Evaluation, evaluate};
use buoc_so::model::{Answers, Date, Given, Marks, Mask, PlatformIx, Question, QuestionIx, Set};
use buoc_so::session::answer_file::{AnswerFile, allowed};
use proptest::prelude::*;
use proptest::sample::Index;

/// A person on a day.
#[derive(Clone, Debug)]
pub struct Person {
    pub answers: Answers,
    pub marks: Marks,
    pub today: Date,
}

impl Person {
    pub fn evaluate(&self) -> Evaluation {
        evaluate(rules(), reads(), &self.answers, &self.marks, self.today)
    }

    /// What `assess` prints, byte for byte.
    pub fn print(&self) -> String {
        let file = AnswerFile {
            name: String::new(),
            today: Some(self.today),
            answers: self.answers.clone(),
            marks: self.marks.clone(),
            expect: None,
        };
        assess(&file, self.today, rules(), reads(), |report, _| serde_json::to_string_pretty(report).unwrap())
    }

    /// The same person with something else said to one question.
    pub fn saying(&self, question: QuestionIx, given: Given) -> Person {
        let mut other = self.clone();
        other.answers.set(question, given);
        other
    }

    /// The answers with their ids, for messages.
    pub fn says(&self) -> String {
        let mut says = format!("{}", self.today);
        for (question, given) in rules().questions.iter().zip(&self.answers.given) {
            if let Given::Chosen(mask) = given {
                let chosen = question.choices.iter().enumerate().filter(|(at, _)| mask & (1 << at) != 0);
                says += &format!(
                    "; {} = {}",
                    question.id,
                    chosen.map(|(_, choice)| choice.id.as_str()).collect::<Vec<_>>().join("+")
                );
            } else if *given == Given::Skipped {
                says += &format!("; {} skipped", question.id);
            }
        }
        for (what, marked) in [("used", &self.marks.used), ("wanted", &self.marks.wanted), ("hidden", &self.marks.hidden)] {
            says += &marked.iter().map(|place| format!("; {what} {}", rules().platforms[place.at()].id)).collect::<String>();
        }
        says
    }
}

/// Choices of a question that a person may tick together, made from any bits.
pub fn choices(question: &Question, bits: u64) -> Mask {
    let count = question.choices.len() as u64;
    if !question.several {
        return 1 << (bits % count);
    }
    let mut mask = bits & ((1 << count) - 1);
    if mask & question.exclusive != 0 {
        mask = if bits >> 63 == 1 { 1 << (mask & question.exclusive).trailing_zeros() } else { mask & !question.exclusive };
    }
    while question.most > 0 && mask.count_ones() > u32::from(question.most) {
        mask &= mask - 1;
    }
    assert_eq!(allowed(question, mask), Ok(()));
    mask
}

/// What somebody says to every question: `(how, bits)` each.
fn given(question: &Question, how: u8, bits: u64) -> Given {
    match how {
        0 | 1 => Given::Open,
        2 => Given::Skipped,
        _ => Given::Chosen(choices(question, bits)),
    }
}

fn places(list: &[Index]) -> Set<PlatformIx> {
    list.iter().map(|index| PlatformIx::from_at(index.index(rules().platforms.len()))).collect()
}

/// Any person.
pub fn person() -> impl Strategy<Value = Person> {
    let questions = rules().questions.len();
    let said = prop_oneof![
        2 => proptest::collection::vec((0u8..12, any::<u64>()), questions),
        // Everything answered.
        1 => proptest::collection::vec((3u8..4, any::<u64>()), questions),
    ];
    let marks = || proptest::collection::vec(any::<Index>(), 0..4);
    let preset = prop_oneof![3 => Just(None), 1 => any::<u64>().prop_map(Some)];
    (said, marks(), marks(), marks(), preset, 0..2200).prop_map(|(said, used, wanted, hidden, preset, days)| {
        let list = rules().questions.iter().zip(&said).map(|(question, (how, bits))| given(question, *how, *bits)).collect();
        let local = rules().questions.iter().position(|question| question.local).unwrap();
        let preset = preset.map(|bits| (QuestionIx::from_at(local), choices(&rules().questions[local], bits)));
        Person {
            answers: Answers { given: list, preset: preset.into_iter().collect() },
            marks: Marks { used: places(&used), wanted: places(&wanted), hidden: places(&hidden) },
            today: day("2026-11-21").plus(days),
        }
    })
}

/// So many tries, or as many as PROPTEST_CASES says for a long run; failures are printed, never written into the sources.
pub fn tries(count: u32) -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|count| count.parse().ok()).unwrap_or(count);
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}
