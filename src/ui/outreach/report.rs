//! The sheet for the report: one A4 page, and tables for spreadsheets.

use super::files::Form;
use super::parts::{act, to};
use super::setup::Field;
use super::tally::{choose, home, of, quarter_name, records, total};
use super::{Deed, Shown, Stage, charts, record};
use crate::ui::act::Act;
use crate::ui::app::Ui;
use crate::ui::node::{Node, el, nodes, nothing};
use crate::ui::parts::{band, button, para, pressed, split};
use crate::view::OutreachWord;

/// The report screen.
pub fn draw(ui: &Ui<'_>) -> Node {
    let desk = &ui.state.desk;
    let records = records(desk);
    let counts = total(&records);
    let shown = charts::published(ui, &counts);
    let when = match &desk.shown {
        Shown::Quarter(quarter) => quarter_name(ui, quarter),
        Shown::All => ui.tell(OutreachWord::TallyAll),
        Shown::Here => of(ui, &records),
    };
    let sessions = if records.len() == 1 { String::new() } else { of(ui, &records) };
    let hosts: Vec<&str> = match records.as_slice() {
        [one] => vec![one.setup.host.as_str()],
        _ => Vec::new(),
    };
    let sheet = nodes![
        para("", hosts.join("")),
        para("", sessions),
        el("div", "scroll").with(charts::tables(ui, &shown)),
        super::tally::topics_to_teach(ui, &counts),
        // Of a single session the head has said it all; of the sessions one by one strangers are told nothing.
        if desk.public || records.len() == 1 { nothing() } else { super::pieces::pieces(ui, &records) },
        para("src", ui.tell(OutreachWord::ReportSource)),
        para("sign", crate::text::joined(&[&ui.tell(OutreachWord::ReportSign), ": ……………………………………"])),
    ];
    let notes = desk.record.as_ref().filter(|record| !record.ended).map(|record| {
        let field = el("textarea", "").attr("id", "notes").number("rows", 3).number("maxlength", 500);
        let field = field.prop("value", record.notes.as_str().into()).on("input", Act::Desk(Deed::Field(Field::Notes)));
        let field = field.on("change", Act::Desk(Deed::KeepNotes));
        el("div", "noprint")
            .with(super::setup::labelled(ui, "notes", OutreachWord::ReportNotes, field))
            .with(para("hint", ui.tell(OutreachWord::ReportNotesSays)))
    });
    let export = |how: &'static str, word: OutreachWord, form: Form| {
        act("btn", "export", "act-share", ui.tell(word), Deed::Export(form)).attr("data-export", how)
    };
    let public = pressed("btn", "public", "", ui.tell(OutreachWord::ReportPublic), desk.public, Act::Desk(Deed::Public));
    let side = nodes![
        choose(ui),
        notes,
        el("div", "row noprint")
            .with(button("btn go", "print", "act-print", ui.tell(OutreachWord::ReportPrint), Act::Print))
            .with(public)
            .with((!desk.public).then(|| export("csv", OutreachWord::ReportCsv, Form::Csv)))
            .with((!desk.public).then(|| export("wide", OutreachWord::ReportWide, Form::Wide)))
            .with(to(ui, "btn", OutreachWord::ToJoin, Stage::Join)),
        super::join::opened(ui),
        home(ui),
    ];
    nodes![
        band(ui.tell(OutreachWord::ReportOf), para("lead", when)),
        el("div", "wrap body report").with(split("w", sheet, "noprint", side)),
    ]
}

/// What was noted is kept when the field is left.
pub fn keep_notes(app: &crate::ui::app::App) {
    let notes = app.read(|state| state.desk.record.as_ref().map(|record| record.notes.clone()));
    let Some(notes) = notes else { return };
    let now = super::now();
    record::change(app, move |record| record.note(&notes, &now));
}
