//! All answers on one page, each with *Sửa*.

use crate::session::{Action, Screen};
use crate::text::joined;
use crate::ui::act::Act;
use crate::ui::app::Ui;
use crate::ui::node::{Node, el, nodes};
use crate::ui::parts::{acts, band, button, foot, icon, label, para, split};
use crate::view::{ReviewRow, Word};

/// The review screen.
pub fn draw(ui: &Ui<'_>) -> Node {
    let rows = ui.scene.review();
    let open = rows.iter().filter(|row| row.answer.is_empty()).count();
    let note = ui.scene.count(Word::ReviewOpen, open);
    let (left, right) = rows.split_at(rows.len().div_ceil(2));
    let list = |rows: &[ReviewRow<'_>]| -> Node {
        let rows: Vec<Node> = rows.iter().map(|row| answer(ui, row)).collect();
        el("div", "list").with(rows)
    };
    let main = button("btn go", "results", "act-next", ui.word(Word::SeeResults), Act::Do(Action::Go(Screen::Results)));
    let wipe = button("btn quiet", "wipe", "act-wipe", ui.word(Word::Wipe), Act::Wipe);
    let body = nodes![
        split("", list(left), "", list(right)),
        para("note", note),
        el("p", "").with(wipe),
        acts(ui, true, main),
        foot(ui),
    ];
    nodes![band(ui.word(Word::ReviewTitle), para("lead", ui.word(Word::ReviewLead))), el("div", "wrap body").with(body)]
}

fn answer(ui: &Ui<'_>, row: &ReviewRow<'_>) -> Node {
    let open = row.answer.is_empty();
    let place = row.place;
    let said = if open { label("chip maybe", "status-maybe", ui.word(Word::NotAnswered)) } else { row.answer.as_str().into() };
    let verb = ui.word(if open { Word::Answer } else { Word::Edit });
    let edit = button("btn", "edit", "", verb, Act::Do(Action::Edit(place)))
        .attr("value", row.id)
        .with(el("span", "vh").with(joined(&[": ", row.short])));
    let facts = el("dl", "").with(el("dt", "").with(row.short)).with(el("dd", "").with(said));
    el("div", "ans").attr("data-answer", row.id).with(icon(row.icon, "i")).with(facts).with(edit)
}
