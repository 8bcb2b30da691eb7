//! Small parts that several screens of the helper share.

use super::{Deed, Kept, Stage};
use crate::browser::clock;
use crate::model::Date;
use crate::outreach::{Metric, Record};
use crate::text::{decimal, joined};
use crate::ui::act::Act;
use crate::ui::app::Ui;
use crate::ui::node::{Node, el, nodes, nothing};
use crate::ui::parts::{button, drawing, icon, label, para};
use crate::view::OutreachWord;

/// A button of the helper.
pub fn act(class: &'static str, hook: &'static str, drawing: &'static str, words: String, deed: Deed) -> Node {
    button(class, hook, drawing, words, Act::Desk(deed))
}

/// A button to another screen of the helper.
pub fn to(ui: &Ui<'_>, class: &'static str, word: OutreachWord, stage: Stage) -> Node {
    act(class, "go", "", ui.tell(word), Deed::Go(stage)).attr("data-to", stage.id())
}

/// A person, and an arrow to the next.
pub fn next_person() -> Node {
    drawing("0 0 24 24").attr("class", "i").with(
        el("path", "")
            .attr("d", "M4.4 7.5a3.6 3.6 0 1 0 7.2 0a3.6 3.6 0 1 0-7.2 0M1.5 20.5c.5-4.2 2.8-6.2 6.5-6.2s6 2 6.5 6.2M15.5 8h6.5M18.7 4.7L22 8l-3.3 3.3"),
    )
}

/// A heading.
pub fn heading(ui: &Ui<'_>, word: OutreachWord) -> Node {
    el("h2", "").with(ui.tell(word))
}

/// A count, for people and for tests.
pub fn count(tag: &'static str, class: &'static str, metric: Metric, key: &str, value: u32) -> Node {
    let hook = if key.is_empty() { metric.id().to_owned() } else { joined(&[metric.id(), ":", key]) };
    el(tag, class).attr("data-tally", &hook).attr("data-value", &decimal(value as usize)).with(decimal(value as usize))
}

/// A warning that stays until it is mended: counts are in memory only, little room, something that could not be read, a clock that is
/// wrong.
pub fn storage(ui: &Ui<'_>) -> Node {
    let desk = &ui.state.desk;
    let memory = desk.kept == Kept::Memory;
    let old = Date::from_days(clock::days_in_viet_nam()) < ui.scene.rules.as_of;
    let all = [
        (memory, "memory", OutreachWord::StorageMemory),
        (desk.tight && !memory, "tight", OutreachWord::StorageTight),
        (desk.damaged, "damaged", OutreachWord::StorageDamaged),
        (old, "clock", OutreachWord::ClockWrong),
    ];
    let notes = all.into_iter().filter(|(shown, ..)| *shown).map(|(_, hook, word)| {
        let export = (hook == "memory" && desk.record.is_some()).then(|| to(ui, "btn", OutreachWord::ToJoin, Stage::Join));
        let says = el("div", "").with(para("", ui.tell(word))).with(export);
        el("div", "warn").attr("role", "alert").attr("data-storage", hook).with(icon("warning", "i")).with(says)
    });
    let notes: Vec<Node> = notes.collect();
    if notes.is_empty() { nothing() } else { el("div", "wrap").with(notes) }
}

/// Is everything here to work without a network?
pub fn ready(ui: &Ui<'_>) -> Node {
    let ready = &ui.state.desk.ready;
    let word = match ready.kind.as_str() {
        "ready" => OutreachWord::ReadyYes,
        "loading" => OutreachWord::ReadyLoading,
        "missing" => OutreachWord::ReadyMissing,
        _ => OutreachWord::ReadyNever,
    };
    let good = ready.kind == "ready";
    let number = |number: u32| decimal(number as usize);
    let files = (ready.files.1 > 0).then(|| {
        let says = ui.tell_of(
            OutreachWord::ReadyFiles,
            &[
                ("here", &number(ready.files.0)),
                ("all", &number(ready.files.1)),
                ("version", &ready.version),
                ("date", &ready.date),
            ],
        );
        para("", says)
    });
    let kept = match ui.state.desk.persisted {
        Some(true) => OutreachWord::PersistYes,
        _ => OutreachWord::PersistNo,
    };
    let class = if good { "note ready" } else { "warn" };
    let drawing = if good { "status-ready" } else { "warning" };
    el("div", class)
        .attr("data-ready", &ready.kind)
        .attr("role", "status")
        .with(icon(drawing, "i"))
        .with(el("div", "").with(el("p", "").with(el("b", "").with(ui.tell(word)))).with(files).with(para("hint", ui.tell(kept))))
}

/// What the helper never does: all of it, or the first lines of it.
pub fn never(ui: &Ui<'_>, most: usize) -> Node {
    let Some(words) = ui.helper() else { return nothing() };
    let rules: Vec<Node> = words.safety.iter().take(most).map(|rule| el("li", "").with(rule.as_str())).collect();
    let says =
        el("div", "").with(el("p", "").with(el("b", "").with(ui.tell(OutreachWord::Remember)))).with(el("ul", "").with(rules));
    el("div", "warn").attr("role", "note").with(icon("warning", "i")).with(says)
}

/// What to bring along.
pub fn bring(ui: &Ui<'_>) -> Node {
    let Some(words) = ui.helper() else { return nothing() };
    let things =
        words.bring.iter().map(|thing| el("li", "").with(icon(&thing.icon, "i")).with(el("span", "").with(thing.text.as_str())));
    nodes![heading(ui, OutreachWord::BringTitle), el("ul", "tick").with(things.collect::<Vec<Node>>())]
}

/// "Thôn Trung Sơn · xã …  · 21/11/2026".
pub fn place(record: &Record) -> String {
    let setup = &record.setup;
    let date = Date::parse(&setup.session_date).map(Date::day_first).unwrap_or_default();
    let parts: Vec<&str> = [setup.village.as_str(), &setup.commune, &date].into_iter().filter(|part| !part.is_empty()).collect();
    crate::text::listed(&parts, " · ")
}

/// The mark of practice on every screen.
pub fn practising(ui: &Ui<'_>) -> Node {
    if ui.state.desk.practice.is_none() {
        return nothing();
    }
    el("p", "practising").attr("data-practice", "").with(label("chip maybe", "kind-know", ui.tell(OutreachWord::PracticeMark)))
}
