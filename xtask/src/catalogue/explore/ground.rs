//! What every part of the walk stands on: the catalogue, the day, and how many evaluations were made.

use buoc_so::content::Catalogue;
use buoc_so::engine::{Evaluation, Facts, Reads, evaluate, facts_of};
use buoc_so::model::{Answers, Date, Given, Marks, QuestionIx, Rules};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

/// The ground of one walk.
pub struct Ground<'a> {
    /// The catalogue with its texts.
    pub catalogue: &'a Catalogue,
    /// What each item reads.
    pub reads: Reads,
    /// The day.
    pub today: Date,
    /// Nothing new is begun after this.
    pub deadline: Instant,
    marks: Marks,
    evaluations: AtomicUsize,
}

impl<'a> Ground<'a> {
    /// Nothing walked yet.
    pub fn new(catalogue: &'a Catalogue, today: Date, deadline: Instant) -> Ground<'a> {
        let reads = Reads::of(&catalogue.rules);
        Ground { catalogue, reads, today, deadline, marks: Marks::default(), evaluations: AtomicUsize::new(0) }
    }

    /// What the engine reads.
    pub fn rules(&self) -> &'a Rules {
        &self.catalogue.rules
    }

    /// The engine's verdict on a person without marks.
    pub fn evaluate(&self, answers: &Answers) -> Evaluation {
        self.evaluations.fetch_add(1, Ordering::Relaxed);
        evaluate(self.rules(), &self.reads, answers, &self.marks, self.today)
    }

    /// The facts of a person without marks.
    pub fn facts(&self, answers: &Answers) -> Facts<'_> {
        facts_of(self.rules(), &self.reads, answers, &self.marks)
    }

    /// How many evaluations were made so far.
    pub fn evaluations(&self) -> usize {
        self.evaluations.load(Ordering::Relaxed)
    }

    /// Has the time run out?
    pub fn late(&self) -> bool {
        Instant::now() >= self.deadline
    }

    /// The answers on a path in ids, as an answer file has them.
    pub fn says(&self, answers: &Answers, path: &[QuestionIx]) -> String {
        let said = path.iter().filter_map(|place| {
            let question = self.rules().questions.get(place.at())?;
            let value = match answers.get(*place) {
                Given::Chosen(mask) => {
                    let chosen = question.choices.iter().enumerate().filter(|(at, _)| mask & (1 << at) != 0);
                    chosen.map(|(_, choice)| choice.id.as_str()).collect::<Vec<_>>().join("+")
                }
                _ => "skipped".into(),
            };
            Some(format!("{} = {value}", question.id))
        });
        said.collect::<Vec<_>>().join(", ")
    }
}

/// The people who give one answer to the first question.
pub struct Group {
    /// The choice, or `skipped`.
    pub name: String,
    /// The answers so far.
    pub start: Answers,
}

/// One group for each answer to the question that everybody is asked first, and one for skipping it.
pub fn groups(ground: &Ground<'_>) -> Vec<Group> {
    let none = Answers::none(ground.rules().questions.len());
    let first = ground.evaluate(&none).path.next;
    let Some((place, question)) = first.and_then(|place| Some((place, ground.rules().questions.get(place.at())?))) else {
        return vec![Group { name: "everybody".into(), start: none }];
    };
    let said = |name: &str, given: Given| {
        let mut start = none.clone();
        start.set(place, given);
        Group { name: name.into(), start }
    };
    let choices = question.choices.iter().enumerate();
    let mut groups: Vec<Group> = choices.map(|(at, choice)| said(&choice.id, Given::Chosen(1 << at))).collect();
    if !question.has_unknown() {
        groups.push(said("skipped", Given::Skipped));
    }
    groups
}
