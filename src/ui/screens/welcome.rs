//! Start, with the first question. The same screen stands as static HTML in the page until this one is drawn
//! (`xtask/src/welcome.rs` writes it with the same structure).

use super::question::{choices, skip, trouble};
use crate::model::{Given, QuestionIx};
use crate::session::Action;
use crate::ui::app::{App, Ui};
use crate::ui::node::{Node, el, nodes, nothing};
use crate::ui::parts::{band, bold, button, foot, icon, para, split};
use crate::view::Word;

/// The welcome screen.
pub fn draw(ui: &Ui<'_>) -> Node {
    let app = ui.app;
    let first = ui.scene.evaluation.path.questions.first().copied().unwrap_or(QuestionIx(0));
    let Some(question) = ui.scene.question(first) else { return nothing() };
    let date = ui.scene.catalogue_date();
    let place = question.place;
    let fact = |drawing: &'static str, word: Word| el("li", "").with(icon(drawing, "i")).with(ui.word(word));
    let next = move || {
        take_up(app, place);
        app.act(Action::Next);
    };
    let leave = move || {
        app.note(|state| state.session.answers.set(place, Given::Skipped));
        next();
    };
    let facts = el("ul", "facts")
        .with(fact("clock", Word::FactTime))
        .with(fact("lock", Word::FactPrivate))
        .with(fact("skip", Word::FactSkip));
    let ask = nodes![
        resume(ui),
        trouble(&question),
        choices(ui, &question, true),
        skip(ui, leave),
        el("div", "acts stick").with(button("btn go", "next", "act-next", ui.word(Word::Next), next)),
    ];
    let note = nodes![
        para("note", ui.word(Word::NeverAsked)),
        para("src", format!("{} {} {date}", ui.word(Word::OnlyGuidance), ui.word(Word::Privacy))),
        foot(ui),
    ];
    nodes![
        band(ui.word(Word::WelcomeTitle), nodes![para("lead", ui.word(Word::WelcomeLead)), facts]),
        el("div", "wrap body").with(split("w", ask, "", note)),
    ]
}

/// Going on with the first question takes up what is kept from last time, so that nothing is lost; the answer just given
/// counts.
fn take_up(app: App, first: QuestionIx) {
    app.note(|state| {
        let Some((mut kept, _)) = state.kept.take() else { return };
        let given = state.session.answers.get(first);
        kept.lang = state.session.lang;
        kept.save = state.session.save;
        kept.answers.preset = core::mem::take(&mut state.session.answers.preset);
        if given != Given::Open {
            kept.answers.set(first, given);
        }
        state.session = kept;
    });
}

/// "Lần trước bạn đang làm dở": continue, or start again.
fn resume(ui: &Ui<'_>) -> Node {
    let app = ui.app;
    let Some((_, date)) = &ui.state.kept else { return nothing() };
    let says = crate::text::fill(&ui.word(Word::ResumeTitle), &[("date", date)]);
    let go_on = move || {
        take_up(app, QuestionIx(0));
        app.act(Action::Resume);
    };
    let row = el("p", "row").with(button("btn go", "resume", "act-next", ui.word(Word::Resume), go_on)).with(button(
        "btn",
        "start",
        "",
        ui.word(Word::StartNew),
        move || crate::ui::wipe(app),
    ));
    el("div", "note resume").with(el("p", "").with(bold(says))).with(row)
}
