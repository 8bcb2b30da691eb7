//! One platform in full.

use super::results::ask;
use crate::model::PlatformIx;
use crate::session::Action;
use crate::text::joined;
use crate::ui::act::Act;
use crate::ui::app::Ui;
use crate::ui::carry::panel;
use crate::ui::node::{Node, el, nodes, nothing};
use crate::ui::parts::{answer_links, band, bold, button, chip, foot, heading, icon, opens, para, perhaps_old, pressed, split};
use crate::view::{DetailView, NeedView, ReasonView, Word};

/// The detail screen.
pub fn draw(ui: &Ui<'_>, place: PlatformIx) -> Node {
    let Some(detail) = ui.scene.detail(place) else { return nothing() };
    let card = &detail.card;
    let hidden = ui.state.session.marks.hidden.contains(&place);
    let title = nodes![icon(&card.icon, "i"), " ", card.name];
    let head = el("p", "row").with(chip(ui, card.status)).with(opens(ui, card.opens));
    let item = |text: &String| -> Node { el("li", "").with(text.as_str()) };
    let steps: Vec<Node> = detail.steps.iter().map(item).collect();
    // What a text says to do may hold a telephone number, too.
    let how =
        nodes![para("note", &detail.also), heading(ui, Word::StepsHeading), el("ol", "steps").with(steps), without(ui, &detail),];
    let what =
        nodes![para("lead", &card.does), ask(ui, &card.ask), needs(ui, &detail), perhaps_old(ui, how), reasons(ui, &detail),];
    let mark = |hook: &'static str, word: Word, on: bool, act: Action| {
        pressed("btn", hook, if hook == "use" { "status-using" } else { "" }, ui.word(word), on, Act::Do(act))
    };
    let marks = el("p", "row")
        .with(mark("use", Word::Use, card.used, Action::Use(place)))
        .with(mark("want", Word::Want, card.wanted, Action::Want(place)))
        .with(mark("hide-card", Word::Hide, hidden, Action::Hide(place)));
    let warning = el("div", "")
        .with(el("p", "").with(bold(ui.word(Word::BewareHeading))))
        .with(para("", detail.beware))
        .with(para("", ui.word(Word::StoresOnly)));
    // Names of sources hold numbers, too.
    let old = ui.scene.expired();
    let source = || para("src", &detail.source);
    let safety = nodes![
        el("div", "warn").attr("role", "note").with(icon("warning", "i")).with(warning),
        perhaps_old(ui, nodes![find(ui, &detail), call(ui, &detail), old.then(source)]),
        heading(ui, Word::CostHeading),
        para("", detail.cost),
        heading(ui, Word::OperatorHeading),
        para("", detail.operator),
        marks,
        if hidden { para("hint", ui.word(Word::Hidden)) } else { nothing() },
        (!old).then(source),
        el("p", "").with(button("btn quiet", "report", "", ui.word(Word::Report), Act::Report(place))),
        panel(ui),
        foot(ui),
    ];
    let back = button("btn quiet back", "back", "act-back", ui.word(Word::ToResults), Act::Do(Action::Back));
    let body = el("div", "wrap body").attr("data-platform", card.id).attr("data-status", card.status.id());
    nodes![band(title, head), body.with(el("p", "").with(back)).with(split("w", what, "", safety))]
}

fn tick(drawing: &str, says: impl Into<Node>) -> crate::ui::node::Node {
    el("li", "").with(icon(drawing, "i")).with(el("span", "").with(says))
}

fn needs(ui: &Ui<'_>, detail: &DetailView<'_>) -> Node {
    if detail.needs.is_empty() && detail.bring.is_empty() {
        return nothing();
    }
    let need = |need: &NeedView<'_>| -> Node {
        let state = match (need.there, need.missing) {
            (true, _) => ui.word(Word::AlreadyThere),
            (_, true) => ui.word(Word::DoThisFirst),
            _ => String::new(),
        };
        let state = if state.is_empty() { nothing() } else { nodes![" – ", bold(state)] };
        let because = need.because.as_ref().map(|because| nodes![" (", answer_links(core::slice::from_ref(because)), ")"]);
        let row = tick(if need.there { "status-ready" } else { "status-after" }, nodes![need.says.as_str(), state, because]);
        if need.missing { row.attr("data-missing", need.id) } else { row }
    };
    let rows: Vec<Node> = detail.needs.iter().map(need).collect();
    let bring: Vec<Node> = detail.bring.iter().map(|text| tick("kind-know", text.as_str())).collect();
    nodes![heading(ui, Word::NeedsHeading), el("ul", "tick").with(rows).with(bring)]
}

fn without(ui: &Ui<'_>, detail: &DetailView<'_>) -> Node {
    if detail.without.is_empty() {
        return nothing();
    }
    nodes![heading(ui, Word::WithoutHeading), para("note", detail.without)]
}

fn find(ui: &Ui<'_>, detail: &DetailView<'_>) -> Node {
    let link = (!detail.link.is_empty()).then(|| {
        let shown = detail.link.strip_prefix("https://").unwrap_or(detail.link);
        let link = el("a", "").attr("href", detail.link).attr("target", "_blank").attr("rel", "noopener noreferrer").with(shown);
        tick("act-edit", nodes![ui.word(Word::TypeByHand), " ", link])
    });
    let only = detail.name_only.then(|| tick("kind-know", ui.word(Word::NameOnly)));
    let list = el("ul", "tick").with(tick("lock", detail.find)).with(link).with(only);
    nodes![heading(ui, Word::FindHeading), list]
}

fn call(ui: &Ui<'_>, detail: &DetailView<'_>) -> Node {
    let Some(hotline) = detail.hotline else { return nothing() };
    let words = crate::text::fill(&ui.word(Word::Call), &[("number", &hotline.shown)]);
    let link = el("a", "btn go").attr("href", &joined(&["tel:", &hotline.digits])).with(icon("phone-call", "i")).with(words);
    nodes![el("p", "row").with(link), para("hint", &hotline.note)]
}

fn reasons(ui: &Ui<'_>, detail: &DetailView<'_>) -> Node {
    let reason = |reason: &ReasonView<'_>| -> Node {
        let because =
            (!reason.because.is_empty()).then(|| nodes![" ", ui.word(Word::BecauseAnswered), " ", answer_links(&reason.because)]);
        tick(if reason.caution { "warning" } else { "kind-know" }, nodes![reason.says.as_str(), because])
    };
    let rows: Vec<Node> = detail.reasons.iter().map(reason).collect();
    nodes![heading(ui, Word::ReasonsHeading), el("ul", "tick").with(rows)]
}
