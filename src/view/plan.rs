//! The plan screen.

use super::{Scene, Word};
use crate::engine::{Status, StepKind};
use crate::model::{Date, PlatformIx};
use crate::text::{decimal, fill, joined, listed};
use alloc::{string::String, vec::Vec};

/// One step as it is shown.
#[derive(Debug, PartialEq)]
pub struct StepView<'a> {
    /// Id of what it is about.
    pub id: &'a str,
    /// The act.
    pub title: String,
    /// How.
    pub how: &'a str,
    /// Drawing.
    pub icon: String,
    /// Number among the steps without a date; 0 for a duty with a date.
    pub number: usize,
    /// How many platforms it opens.
    pub opens: usize,
    /// How many can be used after it.
    pub usable: usize,
    /// "Hạn 01/02/2027 · còn 72 ngày"; empty when there is no date.
    pub due: String,
    /// "01/02" for the stair.
    pub due_short: String,
    /// Names of what it opens.
    pub opened: String,
    /// The card that explains it.
    pub card: Option<PlatformIx>,
    /// Ticked.
    pub done: bool,
    /// The first one not ticked.
    pub now: bool,
}

/// The plan.
#[derive(Debug, PartialEq)]
pub struct PlanView<'a> {
    /// "Kế hoạch của bạn: 4 bước".
    pub title: String,
    /// Usable now.
    pub usable: usize,
    /// Steps in order.
    pub steps: Vec<StepView<'a>>,
    /// The next date and what is due then; empty when there is none or this copy is old.
    pub next_date: String,
    /// The stair in words.
    pub stair_says: String,
}

impl<'a> Scene<'a> {
    /// The plan.
    pub fn plan(&self) -> PlanView<'a> {
        let usable =
            self.evaluation.platforms.iter().filter(|verdict| matches!(verdict.status, Status::Ready | Status::Using)).count();
        let mut after = usable;
        let mut steps: Vec<StepView<'a>> = Vec::new();
        let mut number = 0;
        for step in &self.evaluation.plan {
            after += step.unlocks.len();
            let (id, _) = step.kind.id(self.rules);
            let due = step.due;
            if due.is_none() {
                number += 1;
            }
            let (title, how, icon, card) = self.step_words(step.kind);
            let done = self.session.ticks.iter().any(|tick| tick == id);
            steps.push(StepView {
                id,
                title,
                how,
                icon,
                number: if due.is_none() { number } else { 0 },
                opens: step.unlocks.len(),
                usable: after,
                due: due.map(|day| self.due_says(day)).unwrap_or_default(),
                due_short: due.map(|day| day.day_first().chars().take(5).collect()).unwrap_or_default(),
                opened: listed(&step.unlocks.iter().map(|place| self.platform(*place)).collect::<Vec<_>>(), ", "),
                card,
                done,
                now: !done && !steps.iter().any(|earlier| earlier.now),
            });
        }
        let dated = steps.iter().find(|step| !step.due.is_empty() && !step.done && !self.expired());
        let next_date = dated.map(|step| joined(&[&step.title, ". ", &step.due])).unwrap_or_default();
        let mut says = fill(self.word(Word::StairNow), &[("n", &decimal(usable))]);
        for step in &steps {
            says.push_str(&fill(self.word(Word::StairStep), &[("what", &step.title), ("n", &decimal(step.usable))]));
        }
        PlanView { title: self.count(Word::PlanTitle, steps.len()), usable, steps, next_date, stair_says: says }
    }

    fn due_says(&self, day: Date) -> String {
        let left = self.days_left(day);
        let separator = if left.is_empty() { "" } else { " · " };
        fill(self.word(Word::DueShort), &[("day", &day.day_first()), ("left", &joined(&[separator, &left]))])
    }

    fn step_words(&self, kind: StepKind) -> (String, &'a str, String, Option<PlatformIx>) {
        match kind {
            StepKind::Capability(place) => {
                let entry = self.rules.capabilities.get(place.at());
                let card = self.step(place);
                let variant = card.and_then(|card| card.variants.iter().find(|variant| self.facts.truth(&variant.when).is_yes()));
                let (title, how) = match (variant, card) {
                    (Some(variant), _) => (variant.title.clone(), variant.how.as_str()),
                    (None, Some(card)) => (card.title.clone(), card.how.as_str()),
                    (None, None) => (String::from(self.capability(place)), ""),
                };
                (title, how, entry.map(|entry| entry.icon.clone()).unwrap_or_default(), entry.and_then(|entry| entry.card))
            }
            StepKind::Platform(place) => {
                let icon = self.rules.platforms.get(place.at()).map(|platform| self.area_icon(platform.area)).unwrap_or_default();
                let title = fill(self.word(Word::StartUsing), &[("what", self.platform(place))]);
                (title, self.does(place), icon, Some(place))
            }
            StepKind::Duty(place) => {
                let card = self.obligation(place);
                let shown =
                    |place: &PlatformIx| self.evaluation.platform(*place).is_some_and(|verdict| verdict.status != Status::NotNow);
                let with = self.rules.obligations.get(place.at()).and_then(|entry| entry.done_with.iter().copied().find(shown));
                (
                    card.map(|card| card.title.clone()).unwrap_or_default(),
                    card.map_or("", |card| &card.text),
                    String::from("kind-must"),
                    with,
                )
            }
        }
    }
}
