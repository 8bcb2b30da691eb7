//! The short check, below the results: its questions, a table with bars, two next steps.

use super::listings::links;
use crate::model::{Check, CheckItem};
use crate::ui::act::Act;
use crate::ui::app::Ui;
use crate::ui::node::{Node, el, nothing};
use crate::ui::parts::{bold, icon};
use crate::view::Word;

/// The check behind its heading; nothing for those it is not meant for.
pub fn draw(ui: &Ui<'_>) -> Node {
    let Some(check) = ui.scene.check() else { return nothing() };
    let summary = el("summary", "").with(el("span", "").with(bold(&check.title))).with(icon("act-open", "i v"));
    let mut all = el("details", "more").attr("data-check", "").with(summary).with(el("p", "lead").with(check.lead.as_str()));
    for (place, item) in check.groups.iter().flat_map(|group| &group.items).enumerate() {
        if item.have.is_none() {
            all = all.with(question(ui, item, place));
        }
    }
    let source = match check.review_by {
        Some(review_by) => ui.scene.source_line(&check.sources, &check.as_of, review_by),
        None => String::new(),
    };
    let note = el("p", "src").with(check.note.as_str()).with(" ").with(source);
    all.with(bars(ui, check)).with(steps(ui, check)).with(note)
}

fn question(ui: &Ui<'_>, item: &CheckItem, place: usize) -> Node {
    let mut rows = el("div", "opts many");
    for (at, choice) in item.choices.iter().enumerate() {
        let id = crate::text::joined(&[&item.id, "-", &choice.id]);
        let input = el("input", "")
            .attr("type", if item.several { "checkbox" } else { "radio" })
            .attr("id", &id)
            .attr("name", &item.id)
            .attr("value", &choice.id)
            .prop("checked", ui.scene.check_said(item, &choice.id).into())
            .on("change", Act::Check(place, at));
        let label = el("label", "").attr("for", &id).with(el("span", "").with(choice.label.as_str()));
        rows = rows.with(el("div", "opt").with(input).with(label));
    }
    let legend = el("legend", "").with(el("h3", "").with(item.ask.as_str()));
    el("fieldset", "").attr("data-question", &item.id).with(legend).with(rows)
}

/// One row a part: name, number, bar. The number says what the bar draws.
fn bars(ui: &Ui<'_>, check: &Check) -> Node {
    let mut table = el("table", "bars").with(el("caption", "").say(ui, Word::CheckBars));
    for group in &check.groups {
        let name = el("th", "").attr("scope", "row").with(group.name.as_str());
        let row = el("tr", "").attr("data-group", &group.id).with(name);
        table = table.with(match ui.scene.check_score(group) {
            Some((score, says)) => {
                let bar = el("svg", "bar").attr("viewBox", "0 0 100 10").attr("aria-hidden", "true");
                let bar = bar.attr("preserveAspectRatio", "none");
                let bar = bar.with(el("rect", "").number("width", score.into()).attr("height", "10"));
                row.number("data-value", score.into()).with(el("td", "").with(bold(says)).with(bar))
            }
            None => row.with(el("td", "").say(ui, Word::CheckOpen)),
        });
    }
    table
}

fn steps(ui: &Ui<'_>, check: &Check) -> Node {
    let steps = ui.scene.check_steps(check);
    if steps[0].is_none() {
        return nothing();
    }
    let mut list = el("ol", "steps");
    for item in steps.into_iter().flatten() {
        let text = el("p", "").with(item.step.as_str());
        list = list.with(el("li", "").attr("data-entry", &item.id).with(text).with(links(ui, &item.platforms)));
    }
    nothing().with(el("h3", "").say(ui, Word::CheckSteps)).with(list)
}
