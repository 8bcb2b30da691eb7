//! Handing counts on, and taking in those of other phones.

use super::code::code;
use super::files::Form;
use super::parts::{act, to};
use super::pieces::pieces;
use super::{Deed, Open, Stage};
use crate::outreach::Record;
use crate::text::decimal;
use crate::ui::act::Act;
use crate::ui::app::Ui;
use crate::ui::node::{Node, el, nodes, nothing};
use crate::ui::parts::{band, button, icon, para, split};
use crate::view::{OutreachWord, Word};

/// The screen for export, import and merging.
pub fn draw(ui: &Ui<'_>) -> Node {
    let records = &ui.state.desk.record;
    let ended = ui.state.desk.record.as_ref().is_some_and(|record| record.ended);
    let last = ended.then(|| para("note", ui.tell(OutreachWord::JoinEnded)).attr("data-ended", ""));
    let left = nodes![
        last,
        export(ui, records.is_some() || ui.state.desk.book.iter().any(|book| book.records().next().is_some())),
        import(ui),
        opened(ui)
    ];
    let all: Vec<&Record> = ui.state.desk.book.iter().flat_map(|book| book.records()).collect();
    let more = el("div", "row").with(to(ui, "btn", OutreachWord::ToTally, Stage::Tally)).with(to(
        ui,
        "btn",
        OutreachWord::ToReport,
        Stage::Report,
    ));
    let right = nodes![pieces(ui, &all), more];
    nodes![
        band(ui.tell(OutreachWord::JoinTitle), para("lead", ui.tell(OutreachWord::JoinLead))),
        el("div", "wrap body").with(split("w", left, "", right)).with(super::tally::home(ui)),
    ]
}

fn export(ui: &Ui<'_>, some: bool) -> Node {
    if !some {
        return nothing();
    }
    let one = |how: &'static str, drawing: &'static str, word: OutreachWord, form: Form| {
        act("btn", "export", drawing, ui.tell(word), Deed::Export(form)).attr("data-export", how)
    };
    let row = el("div", "row")
        .with(one("file", "act-share", OutreachWord::ExportFile, Form::File))
        .with(one("text", "act-copy", OutreachWord::ExportText, Form::Text))
        .with(one("qr", "area-payment", OutreachWord::ExportQr, Form::Qr))
        .with(one("all", "act-share", OutreachWord::ExportAll, Form::All));
    el("section", "").with(el("h2", "").with(ui.tell(OutreachWord::ExportTitle))).with(row)
}

fn import(ui: &Ui<'_>) -> Node {
    let file = el("input", "").attr("id", "import").attr("type", "file").attr("data-action", "import").flag("multiple", true);
    let file = file.attr("accept", ".json,.txt,application/json,text/plain").on("change", Act::Desk(Deed::Chosen));
    let paste = el("textarea", "").attr("id", "paste").number("rows", 4).attr("autocomplete", "off");
    let paste = paste.prop("value", ui.state.desk.paste.as_str().into()).on("input", Act::Desk(Deed::Pasted));
    let read = act("btn", "import", "act-open", ui.tell(OutreachWord::ImportRead), Deed::ReadPasted).attr("data-import", "text");
    el("section", "")
        .with(el("h2", "").with(ui.tell(OutreachWord::ImportTitle)))
        .with(super::setup::labelled(ui, "import", OutreachWord::ImportFile, file))
        .with(super::setup::labelled(ui, "paste", OutreachWord::ImportPaste, paste))
        .with(el("p", "row").with(read))
}

/// What is open: a text, a code, what was read, what went wrong.
pub fn opened(ui: &Ui<'_>) -> Node {
    let number = |number: usize| decimal(number);
    let body = match &ui.state.desk.open {
        Open::Nothing => return nothing(),
        Open::Text(text) => {
            let field = el("textarea", "text")
                .flag("readonly", true)
                .number("rows", 10)
                .attr("aria-label", &ui.tell(OutreachWord::ExportText));
            let copy = button("btn", "copy", "act-copy", ui.tell(OutreachWord::CopyIt), Act::Desk(Deed::Export(Form::Copy)));
            nodes![field.prop("value", text.as_str().into()), el("p", "row").with(copy)]
        }
        Open::Qr(text, says) => nodes![code(text, &ui.tell(*says)), para("", ui.tell(*says)), para("hint lines", text.as_str())],
        Open::Saved(records, contacts) => {
            para("", ui.tell_of(OutreachWord::Saved, &[("records", &number(*records)), ("contacts", &number(*contacts))]))
                .attr("data-saved", &number(*records))
                .attr("data-value", &number(*contacts))
        }
        Open::Trouble(says) => {
            return el("div", "err")
                .attr("role", "alert")
                .attr("data-trouble", "")
                .with(icon("warning", "i"))
                .with(para("", says));
        }
        Open::Read(records) => {
            let contacts = super::files::people(records);
            let says =
                ui.tell_of(OutreachWord::ReadSays, &[("records", &number(records.len())), ("contacts", &number(contacts))]);
            let merge = act("btn go", "merge", "act-next", ui.tell(OutreachWord::MergeDo), Deed::Merge);
            nodes![
                para("", says).attr("data-read", &number(records.len())).attr("data-value", &number(contacts)),
                el("p", "row").with(merge),
            ]
        }
        Open::Merged([new, newer, known]) => {
            let says = ui.tell_of(
                OutreachWord::MergedSays,
                &[("new", &number(*new)), ("newer", &number(*newer)), ("known", &number(*known))],
            );
            para("", says).attr("data-merged", &number(*new + *newer))
        }
    };
    let close = act("btn quiet", "close", "", ui.word(Word::Close), Deed::Close);
    el("div", "note panel").attr("role", "status").with(body).with(close)
}
