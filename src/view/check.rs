//! The short check for enterprises and cooperatives.

use super::{Scene, Word};
use crate::engine::check::{band, score, weakest};
use crate::model::{Check, CheckGroup, CheckItem};
use crate::text::{decimal, fill, joined};
use alloc::string::String;

impl<'a> Scene<'a> {
    /// The check, for whom it is meant.
    pub fn check(&self) -> Option<&'a Check> {
        let check = &self.cards.check;
        check.when.as_ref().filter(|when| self.facts.truth(when).is_yes()).map(|_| check)
    }

    /// What was answered to a question of it.
    pub fn check_said(&self, item: &CheckItem, choice: &str) -> bool {
        self.session.check.iter().any(|(id, chosen)| *id == item.id && chosen.iter().any(|other| other == choice))
    }

    /// The score of a part, and how it is said: "54 trên 100", with the name of its band if the content gives one.
    pub fn check_score(&self, group: &CheckGroup) -> Option<(u8, String)> {
        let score = score(group, self.facts, &self.session.check)?;
        let name = band(&self.cards.check.bands, score).map_or("", |band| band.name.as_str());
        let separator = if name.is_empty() { "" } else { " · " };
        Some((score, joined(&[&fill(self.word(Word::CheckScore), &[("n", &decimal(score.into()))]), separator, name])))
    }

    /// What to do next: at most two. Nothing until something was answered in the check itself.
    pub fn check_steps(&self, check: &'a Check) -> [Option<&'a CheckItem>; 2] {
        if self.session.check.is_empty() { [None; 2] } else { weakest(&check.groups, self.facts, &self.session.check) }
    }
}
