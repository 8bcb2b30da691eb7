//! Invented persons to practise with. Nothing is counted, and every screen says so.

use super::parts::{act, to};
use super::{Deed, Stage};
use crate::ui::app::Ui;
use crate::ui::node::{Node, el, nodes};
use crate::ui::parts::{band, label, para};
use crate::view::OutreachWord;

/// The practice screen.
pub fn draw(ui: &Ui<'_>) -> Node {
    let people = ui.helper().map(|words| words.people.as_slice()).unwrap_or_default();
    let cards = people.iter().enumerate().map(|(at, person)| {
        let begin = act("btn", "practise", "act-next", ui.tell(OutreachWord::PracticeBegin), Deed::Practise(at));
        el("li", "card")
            .attr("data-sample", &person.id)
            .with(el("h2", "").with(person.name.as_str()))
            .with(para("", &person.story))
            .with(el("p", "row").with(begin))
            .with(
                el("details", "why")
                    .with(el("summary", "").with(ui.tell(OutreachWord::PracticeNotice)))
                    .with(para("", &person.notice)),
            )
    });
    let mark = label("chip maybe", "kind-know", ui.tell(OutreachWord::PracticeMark));
    let back = el("div", "acts stick").with(to(ui, "btn", OutreachWord::BackThere, Stage::Safety));
    nodes![
        band(
            ui.tell(OutreachWord::PracticeTitle),
            nodes![el("p", "").attr("data-practice", "").with(mark), para("lead", ui.tell(OutreachWord::PracticeLead))]
        ),
        el("div", "wrap body").with(el("ul", "cards").with(cards.collect::<Vec<Node>>())).with(back),
    ]
}
