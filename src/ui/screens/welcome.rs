//! Start, with the first question. The same screen stands as static HTML in the page until this one is drawn
//! (`xtask/src/welcome.rs` writes it with the same structure).

use super::question::{choices, skip, trouble};
use crate::model::QuestionIx;
use crate::text::joined;
use crate::ui::act::Act;
use crate::ui::app::Ui;
use crate::ui::node::{Node, el, nodes, nothing};
use crate::ui::parts::{band, bold, button, foot, icon, para, split};
use crate::view::Word;

/// The welcome screen.
pub fn draw(ui: &Ui<'_>) -> Node {
    let first = ui.scene.evaluation.path.questions.first().copied().unwrap_or(QuestionIx(0));
    let Some(question) = ui.scene.question(first) else { return nothing() };
    let date = ui.scene.catalogue_date();
    let place = question.place;
    let fact = |drawing: &'static str, word: Word| el("li", "").with(icon(drawing, "i")).with(ui.word(word));
    let facts = el("ul", "facts")
        .with(fact("clock", Word::FactTime))
        .with(fact("lock", Word::FactPrivate))
        .with(fact("skip", Word::FactSkip));
    let ask = nodes![
        resume(ui),
        trouble(&question),
        choices(ui, &question, true),
        skip(ui, Act::First(place, true)),
        el("div", "acts stick").with(button("btn go", "next", "act-next", ui.word(Word::Next), Act::First(place, false))),
    ];
    let note = nodes![
        para("note", ui.word(Word::NeverAsked)),
        para("src", joined(&[&ui.word(Word::OnlyGuidance), " ", &ui.word(Word::Privacy), " ", &date])),
        foot(ui),
    ];
    nodes![
        band(ui.word(Word::WelcomeTitle), nodes![para("lead", ui.word(Word::WelcomeLead)), facts]),
        el("div", "wrap body").with(split("w", ask, "", note)),
    ]
}

/// "Lần trước bạn đang làm dở": continue, or start again.
fn resume(ui: &Ui<'_>) -> Node {
    let Some((_, date)) = &ui.state.kept else { return nothing() };
    let says = crate::text::fill(&ui.word(Word::ResumeTitle), &[("date", date)]);
    let row = el("p", "row").with(button("btn go", "resume", "act-next", ui.word(Word::Resume), Act::Resume)).with(button(
        "btn",
        "start",
        "",
        ui.word(Word::StartNew),
        Act::Wipe,
    ));
    el("div", "note resume").with(el("p", "").with(bold(says))).with(row)
}
