//! Between two persons: how many, what the last one did, onward.

use super::parts::{act, bring, count, never, next_person, place, practising, to};
use super::taps::what_was_done;
use super::{Deed, Stage};
use crate::outreach::Metric;
use crate::ui::app::Ui;
use crate::ui::node::{Node, el, nodes};
use crate::ui::parts::{icon, para, split};
use crate::view::OutreachWord;

/// The screen between two persons.
pub fn draw(ui: &Ui<'_>) -> Node {
    let desk = &ui.state.desk;
    let (Some(record), None) = (&desk.record, desk.practice) else { return practice(ui) };
    let contacts = count("span", "big", Metric::Contacts, "", record.contacts());
    let head = nodes![
        el("div", "")
            .with(el("h1", "").attr("tabindex", "-1").with(ui.tell(OutreachWord::SessionTitle)))
            .with(para("hint", place(record))),
        el("p", "count")
            .with(contacts)
            .with(" ")
            .with(el("b", "").with(ui.tell_count(OutreachWord::ContactsUnit, record.contacts() as usize))),
    ];
    let undo = desk.undo.is_some().then(|| act("btn quiet", "undo-last", "", ui.tell(OutreachWord::UndoLast), Deed::Undo));
    let left = nodes![onward(ui), para("hint", ui.tell(OutreachWord::NextPersonSays)), undo, what_was_done(ui)];
    let end = act("btn", "end-session", "", ui.tell(OutreachWord::EndSession), Deed::End);
    // With somebody's answers in memory there is no way but onward, or out: other screens would take them along.
    let more = if desk.with_person(ui.state.session.is_empty()) {
        el("div", "row").with(act("btn", "wipe", "", ui.tell(OutreachWord::PersonDrop), Deed::Drop)).with(end)
    } else {
        el("div", "row")
            .with(to(ui, "btn", OutreachWord::ToTally, Stage::Tally))
            .with(to(ui, "btn", OutreachWord::ToJoin, Stage::Join))
            .with(to(ui, "btn", OutreachWord::ToPaper, Stage::Paper))
            .with(to(ui, "btn", OutreachWord::ToSetup, Stage::Setup))
            .with(end)
    };
    let idle = el("p", "note").with(icon("clock", "i")).with(" ").with(ui.tell(OutreachWord::IdleSays));
    let right = nodes![never(ui, 3), bring(ui), idle, more];
    nodes![el("div", "band").with(el("div", "wrap prog").with(head)), el("div", "wrap body").with(split("w", left, "", right)),]
}

/// The same after an invented person: nothing is counted.
fn practice(ui: &Ui<'_>) -> Node {
    let head = el("h1", "").attr("tabindex", "-1").with(ui.tell(OutreachWord::PracticeTitle));
    let notice = ui.state.desk.practice.and_then(|at| ui.helper()?.people.get(at)).map(|person| para("note", &person.notice));
    let left = nodes![practising(ui), notice, onward(ui), what_was_done(ui)];
    nodes![
        el("div", "band").with(el("div", "wrap").with(head)),
        el("div", "wrap body").with(left).with(to(ui, "btn", OutreachWord::PracticeEnd, Stage::Practice)),
    ]
}

/// *Người tiếp theo*, or *Bắt đầu* when nobody has sat down yet.
fn onward(ui: &Ui<'_>) -> Node {
    let button = act("btn go next", "next-person", "", String::new(), Deed::Next).flag("disabled", ui.state.desk.busy);
    el("p", "").with(button.with(next_person()).with(ui.tell(OutreachWord::NextPerson)))
}
