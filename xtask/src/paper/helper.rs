//! What the helper fills in after the talk: the lists that a session counts, with their numbers.

use super::{Sheet, choice};
use crate::handbook::{Element, el};
use buoc_so::model::Named;

/// Lists of names no longer than this stand side by side.
const SHORT: usize = 9;

/// The box.
pub fn all(sheet: &Sheet<'_>) -> Element {
    let (own, lists, book) = (sheet.own, sheet.lists, &sheet.book);
    let named = |list: &[Named]| list.iter().map(|one| (one.id.clone(), one.name.clone())).collect::<Vec<_>>();
    let areas = book.rules.areas.iter().zip(&book.cards.areas).map(|(area, words)| (area.id.clone(), words.name.clone()));
    let blockers = lists.blockers.iter().map(|one| (one.id.clone(), one.name.clone()));
    el("section", "helper")
        .with(el("h2", "").with(&own.helper_title).with(" ").with(el("span", "destroy").with(&own.destroy)))
        .with(list("area", &own.started, areas.collect()))
        .with(list("skill", &own.skills, named(&lists.skills)))
        .with(list("blocker", &own.blockers, blockers.collect()))
        .with(list("age", &own.ages, named(&lists.ages)))
}

fn list(name: &str, title: &str, entries: Vec<(String, String)>) -> Element {
    let short = entries.iter().all(|(_, says)| says.chars().count() <= SHORT);
    let rows = entries.iter().enumerate().map(|(at, (id, says))| choice("data-entry", id, at + 1, says)).collect::<Vec<_>>();
    el("div", "part")
        .attr("data-list", name)
        .with(el("h3", "").with(title))
        .with(el("ul", if short { "row" } else { "list" }).with(rows))
}
