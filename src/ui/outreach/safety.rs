//! The first page: what helpers never do, whether everything works without a network, what to bring.

use super::parts::{act, bring, never, ready, to};
use super::{Deed, Stage};
use crate::text::Lang;
use crate::ui::act::Act;
use crate::ui::app::Ui;
use crate::ui::node::{Node, el, nodes};
use crate::ui::parts::{band, button, para, split};
use crate::view::OutreachWord;

/// The safety screen.
pub fn draw(ui: &Ui<'_>) -> Node {
    let desk = &ui.state.desk;
    let going = desk.running().map(|record| {
        let says = ui.tell_of(OutreachWord::RunningSession, &[("place", &super::parts::place(record))]);
        el("div", "note").attr("data-running", "").with(para("", says))
    });
    let word = if desk.running().is_some() { OutreachWord::SessionResume } else { OutreachWord::SafetyRead };
    let next = act("btn go", "next", "act-next", ui.tell(word), Deed::Read);
    let more = el("div", "row")
        .with(to(ui, "btn", OutreachWord::PracticeTitle, Stage::Practice))
        .with(to(ui, "btn", OutreachWord::ToJoin, Stage::Join))
        .with(to(ui, "btn", OutreachWord::ToTally, Stage::Tally));
    let form = if ui.state.session.lang == Lang::Vi { "phieu.html" } else { "phieu-en.html" };
    let papers = el("p", "row").with(el("a", "btn").attr("href", form).with(ui.tell(OutreachWord::PaperForm))).with(button(
        "btn",
        "print",
        "act-print",
        ui.tell(OutreachWord::PrintList),
        Act::Print,
    ));
    let left = nodes![never(ui, usize::MAX), going, el("div", "acts stick").with(next)];
    let right = nodes![ready(ui), el("div", "carry-list").with(bring(ui)), papers, more];
    nodes![
        band(ui.tell(OutreachWord::SafetyTitle), para("lead", ui.tell(OutreachWord::SafetyLead))),
        el("div", "wrap body").with(split("w", left, "", right)),
    ]
}
