//! Date and place of a session, handed to other phones as one QR code.

use super::code::code;
use super::parts::{act, to};
use super::{Deed, Open, Stage};
use crate::model::QuestionIx;
use crate::ui::act::Act;
use crate::ui::app::Ui;
use crate::ui::node::{Node, el, nodes, nothing};
use crate::ui::parts::{band, icon, para};
use crate::view::OutreachWord;

/// A field of the set-up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The day.
    Date,
    /// The province.
    Province,
    /// The commune.
    Commune,
    /// The village.
    Village,
    /// Who holds the session.
    Host,
    /// Remarks; never about a person.
    Notes,
}

/// Longest text of a field.
const MOST: i32 = 100;

/// The set-up screen.
pub fn draw(ui: &Ui<'_>) -> Node {
    let desk = &ui.state.desk;
    let form = &desk.form;
    let text = |field: Field, name: &'static str, word: OutreachWord, value: &str| {
        let input = el("input", "")
            .attr("id", name)
            .attr("name", name)
            .attr("type", "text")
            .attr("autocomplete", "off")
            .number("maxlength", MOST);
        labelled(ui, name, word, input.prop("value", value.into()).on("input", Act::Desk(Deed::Field(field))))
    };
    let date = el("input", "").attr("id", "session_date").attr("name", "session_date").attr("type", "date");
    let date = date.prop("value", form.session_date.as_str().into()).on("input", Act::Desk(Deed::Field(Field::Date)));
    let trouble = desk
        .form_trouble
        .map(|word| el("div", "err").attr("role", "alert").with(icon("warning", "i")).with(para("", ui.tell(word))));
    let running = desk.record.is_some();
    let word = if running { OutreachWord::SetupSave } else { OutreachWord::SetupStart };
    let fields = nodes![
        trouble,
        labelled(ui, "session_date", OutreachWord::FieldDate, date),
        province(ui),
        text(Field::Commune, "commune", OutreachWord::FieldCommune, &form.commune),
        text(Field::Village, "village", OutreachWord::FieldVillage, &form.village),
        text(Field::Host, "host", OutreachWord::FieldHost, &form.host),
    ];
    let code = match &desk.open {
        Open::Qr(text, word) => nodes![code(text, &ui.tell(*word)), para("", ui.tell(*word)), para("hint link", text.as_str())],
        _ => nothing(),
    };
    let hand = nodes![
        el("h2", "").with(ui.tell(OutreachWord::SetupShare)),
        para("", ui.tell(OutreachWord::SetupShareSays)),
        el("p", "row").with(act("btn", "qr", "area-payment", ui.tell(OutreachWord::SetupQr), Deed::SetupQr)),
        code,
    ];
    let back = to(ui, "btn", OutreachWord::BackThere, if running { Stage::Between } else { Stage::Safety });
    let acts = el("div", "acts stick").with(back).with(act("btn go", "start", "act-next", ui.tell(word), Deed::Open));
    nodes![
        band(ui.tell(OutreachWord::SetupTitle), para("lead", ui.tell(OutreachWord::SetupLead))),
        el("div", "wrap body").with(crate::ui::parts::split("w", nodes![fields, acts], "", hand)),
    ]
}

/// A field with its label.
pub fn labelled(ui: &Ui<'_>, name: &str, word: OutreachWord, field: Node) -> Node {
    el("p", "field").with(el("label", "").attr("for", name).with(ui.tell(word))).with(field)
}

/// The provinces, as the question about them has them.
fn province(ui: &Ui<'_>) -> Node {
    let questions = &ui.scene.rules.questions;
    let Some(at) = questions.iter().position(|question| question.local) else { return nothing() };
    let words = ui.scene.choices(QuestionIx::from_at(at));
    let mine = &ui.state.desk.form.province_code;
    let choice = |code: &str, name: &str| el("option", "").attr("value", code).prop("selected", (mine == code).into()).with(name);
    let all = questions[at].choices.iter().zip(words).map(|(choice_of, words)| choice(&choice_of.id, &words.label));
    let all: Vec<Node> = core::iter::once(choice("", "–")).chain(all).collect();
    let field =
        el("select", "").attr("id", "province").attr("name", "province").on("change", Act::Desk(Deed::Field(Field::Province)));
    labelled(ui, "province", OutreachWord::FieldProvince, field.with(all))
}
