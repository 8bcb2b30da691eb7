//! Lists to look things up in, below the results.

use crate::model::{Listing, PlatformIx};
use crate::session::{Action, Screen};
use crate::ui::act::Act;
use crate::ui::app::Ui;
use crate::ui::node::{Node, el, nothing};
use crate::ui::parts::{bold, button, icon, label};
use crate::view::Word;

/// All lists for this person, each behind its heading.
pub fn draw(ui: &Ui<'_>) -> Node {
    ui.scene.listings().fold(nothing(), |all, list| all.with(one(ui, list)))
}

fn one(ui: &Ui<'_>, list: &Listing) -> Node {
    let mut entries = el("ul", "list");
    for (entry, have) in ui.scene.entries(list) {
        let chip = if have { label("chip using", "status-using", ui.word(Word::AlreadyThere)) } else { nothing() };
        let text = el("div", "").with(el("h3", "").with(entry.title.as_str()).with(" ").with(chip));
        let text = text.with(el("p", "").with(entry.text.as_str())).with(links(ui, &entry.platforms));
        entries = entries.with(el("li", "duty").attr("data-entry", &entry.id).with(text));
    }
    let summary = el("summary", "").with(el("span", "").with(bold(list.title.clone()))).with(icon("act-open", "i v"));
    let details = el("details", "more").attr("data-listing", &list.id).with(summary);
    let details = details.with(el("p", "").with(list.lead.as_str())).with(links(ui, &list.platforms)).with(entries);
    details.with(el("p", "src").with(ui.scene.source_line(&list.sources, &list.as_of, list.review_by)))
}

/// Ways to the cards of platforms.
pub fn links(ui: &Ui<'_>, platforms: &[PlatformIx]) -> Node {
    ui.scene.named(platforms).into_iter().fold(el("p", "row"), |row, (place, name)| {
        row.with(button("btn quiet", "open", "", name.to_owned(), Act::Do(Action::Go(Screen::Detail(place)))))
    })
}
