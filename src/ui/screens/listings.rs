//! Lists to look things up in, below the results.

use crate::model::PlatformIx;
use crate::session::{Action, Screen};
use crate::ui::act::Act;
use crate::ui::app::Ui;
use crate::ui::node::{Node, el, nothing};
use crate::ui::parts::{bold, button, icon, label, para};
use crate::view::{EntryView, Word};

/// All lists for this person, each behind its heading.
pub fn draw(ui: &Ui<'_>) -> Node {
    let lists = ui.scene.listings().into_iter().map(|list| {
        let summary = el("summary", "").with(el("span", "").with(bold(list.title))).with(icon("act-open", "i v"));
        let entries: Vec<Node> = list.entries.into_iter().map(|entry| self::entry(ui, entry)).collect();
        el("details", "more")
            .attr("data-listing", &list.id)
            .with(summary)
            .with(para("", list.lead))
            .with(links(ui, list.platforms))
            .with(el("ul", "list").with(entries))
            .with(para("src", list.source))
    });
    Node::from(lists.collect::<Vec<Node>>())
}

fn entry(ui: &Ui<'_>, entry: EntryView) -> Node {
    let have = entry.have.then(|| el("p", "").with(label("chip using", "status-using", ui.word(Word::AlreadyThere))));
    let text =
        el("div", "").with(el("h3", "").with(entry.title)).with(have).with(para("", entry.text)).with(links(ui, entry.platforms));
    el("li", "duty").attr("data-entry", &entry.id).with(text)
}

/// Ways to the cards of platforms.
fn links(ui: &Ui<'_>, platforms: Vec<(PlatformIx, String)>) -> Node {
    if platforms.is_empty() {
        return nothing();
    }
    let link = |(place, name): (PlatformIx, String)| {
        button(ui, "btn quiet", "open", "", name, Act::Do(Action::Go(Screen::Detail(place))))
    };
    el("p", "row").with(platforms.into_iter().map(link).collect::<Vec<Node>>())
}
