//! Results and plan as plain text, for copying and sharing. Holds what the person sees, never an answer.

use super::{Scene, Word};
use crate::engine::Verdict;
use crate::model::Kind;
use crate::text::{decimal, joined};
use alloc::string::String;

impl Scene<'_> {
    /// The text that is copied or shared.
    pub fn plain(&self) -> String {
        let mut text = String::new();
        let mut line = |parts: &[&str]| {
            for part in parts {
                text.push_str(part);
            }
            text.push('\n');
        };
        line(&[self.word(Word::Product), " – ", &self.headline().says]);
        if self.expired() {
            line(&["\n", &self.old_says(), " ", self.word(Word::OldCopy)]);
        }
        let duties = self.duties(Verdict::Is(Kind::Must));
        if !duties.is_empty() {
            line(&["\n", self.word(Word::MustHeading)]);
            for duty in duties {
                line(&["• ", duty.title, if duty.when.is_empty() { "" } else { ". " }, &duty.when, " (", &duty.law, ")"]);
            }
        }
        let plan = self.plan();
        if !plan.steps.is_empty() {
            line(&["\n", &plan.title]);
            for (at, step) in plan.steps.iter().enumerate() {
                let number = joined(&[&decimal(at + 1), ". "]);
                line(&[&number, &step.title, if step.due.is_empty() { "" } else { " – " }, &step.due]);
                if !step.how.is_empty() {
                    line(&["   ", step.how]);
                }
            }
        }
        line(&["\n", self.word(Word::NeverShare)]);
        line(&[self.word(Word::OnlyGuidance), " ", &self.catalogue_date()]);
        text
    }

    /// "Thông tin đến ngày 21/11/2026."
    pub fn catalogue_date(&self) -> String {
        self.as_of(&self.rules.as_of.day_first(), self.rules.valid_until)
    }

    /// A report of something wrong: what, which version, which date; and whom to tell.
    pub fn complaint(&self, id: &str) -> String {
        crate::text::fill(
            self.word(Word::ReportText),
            &[("what", id), ("version", &self.rules.version), ("date", &self.today.day_first())],
        )
    }
}
