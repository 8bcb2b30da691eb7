//! A question, and the parts of it that the welcome screen shares.

use crate::model::QuestionIx;
use crate::session::{Action, Save};
use crate::text::joined;
use crate::ui::act::Act;
use crate::ui::app::Ui;
use crate::ui::node::{Node, el, nodes, nothing};
use crate::ui::parts::{acts, bold, button, drawing, foot, icon, para, split, with_small};
use crate::view::{ChoiceView, QuestionView, Word};

/// The question screen.
pub fn draw(ui: &Ui<'_>, place: QuestionIx) -> Node {
    let Some(question) = ui.scene.question(place) else { return nothing() };
    let main = button("btn go", "next", "act-next", ui.word(Word::Next), Act::Do(Action::Next));
    let skip = question.can_skip.then(|| skip(ui, Act::Do(Action::Skip)));
    let where_we_are =
        el("p", "").with(bold(&question.number_says)).with(el("br", "")).with(el("small", "").with(question.left_says.as_str()));
    let progress = el("div", "wrap prog").with(where_we_are).with(stair(question.number, question.number + question.left));
    let counter = question.several.then(|| el("p", "").attr("role", "status").with(bold(&question.chosen_says)));
    let ask = nodes![
        el("h1", "").attr("tabindex", "-1").attr("id", "q").with(question.ask),
        para("hint", question.hint),
        counter,
        why(ui, question.why),
    ];
    let answer = nodes![trouble(&question), choices(ui, &question, false), skip, kept(ui), acts(ui, true, main)];
    nodes![el("div", "band").with(progress), el("div", "wrap body").with(split("", ask, "w", answer)).with(foot(ui))]
}

/// The error summary, first in focus order.
pub fn trouble(question: &QuestionView<'_>) -> Node {
    if question.trouble.is_empty() {
        return nothing();
    }
    el("div", "err").attr("role", "alert").with(icon("warning", "i")).with(para("", &question.trouble))
}

/// "Vì sao hỏi câu này?"
fn why(ui: &Ui<'_>, says: &str) -> Node {
    let summary = el("summary", "").attr("data-action", "why").with(icon("kind-know", "i")).say(ui, Word::WhyAsk);
    el("details", "why").with(summary).with(para("", says))
}

/// "Chưa rõ – bỏ qua câu này"
pub fn skip(ui: &Ui<'_>, act: Act) -> Node {
    el("p", "").with(button("btn quiet wide", "skip", "", ui.word(Word::Skip), act))
}

/// The native radios or check boxes. `legend` when the question is not the heading of the screen.
pub fn choices(ui: &Ui<'_>, question: &QuestionView<'_>, legend: bool) -> Node {
    let rows: Vec<Node> = question.choices.iter().map(|choice| row(ui, question, choice)).collect();
    let field = || el("input", "").attr("id", "seek").attr("type", "search").attr("autocomplete", "off");
    let search = question.search.then(|| {
        el("p", "seek").with(el("label", "").attr("for", "seek").say(ui, Word::Search)).with(field().on("input", Act::Seek))
    });
    let many = question.several || question.choices.len() > 8;
    let set = el("fieldset", if question.trouble.is_empty() { "" } else { "bad" }).attr("data-question", question.id);
    let set = if legend {
        set.with(el("legend", "").with(el("h2", "q").with(question.ask)))
    } else {
        set.attr("aria-labelledby", "q").with(nothing())
    };
    nodes![search, set.with(el("div", if many { "opts many" } else { "opts" }).with(rows))]
}

fn row(ui: &Ui<'_>, question: &QuestionView<'_>, choice: &ChoiceView<'_>) -> Node {
    let (place, bit) = (question.place, choice.bit);
    let id = joined(&[question.id, "-", choice.id]);
    let input = el("input", "")
        .attr("type", if question.several { "checkbox" } else { "radio" })
        .attr("id", &id)
        .attr("name", question.id)
        .attr("value", choice.id)
        .prop("checked", choice.checked.into())
        .on("change", Act::Do(Action::Choose(place, bit)));
    let label = el("label", "")
        .attr("for", &id)
        .with(el("span", "").with(with_small(choice.label, choice.hint)))
        .with(icon(choice.icon, "i"));
    if !question.search {
        return el("div", "opt").with(input).with(label);
    }
    let seek = &ui.state.seek;
    let found = seek.is_empty() || matches(&joined(&[choice.label, " ", choice.also]), seek);
    el("div", "opt").flag("hidden", !found).with(input).with(label)
}

/// Search without marks: "hoa" finds Hòa and Hoà.
fn matches(label: &str, seek: &str) -> bool {
    let plain = |text: &str| -> String {
        let parts = String::from(js_sys::JsString::from(text).to_lower_case().normalize("NFD"));
        parts
            .chars()
            .filter(|mark| !('\u{300}'..='\u{36f}').contains(mark))
            .map(|sign| if sign == 'đ' { 'd' } else { sign })
            .collect()
    };
    let seek = plain(seek.trim_ascii());
    // Windows instead of `contains`: the search of the standard library is made for long texts and weighs 0.6 KB of
    // brotli (measured).
    seek.is_empty() || plain(label).as_bytes().windows(seek.len()).any(|place| place == seek.as_bytes())
}

/// The line under every question: where answers are kept, delete, do not keep.
pub fn kept(ui: &Ui<'_>) -> Node {
    let session = &ui.state.session;
    if session.save == Save::Off {
        return nothing();
    }
    let place = session.kept(&ui.state.rules);
    let says = match place {
        Save::Device => Word::Kept,
        Save::Session => Word::KeptSession,
        Save::Off => Word::KeptNot,
    };
    let keeps = place == Save::Device;
    let word = if keeps { Word::DoNotKeep } else { Word::Keep };
    el("p", "kept")
        .with(el("small", "").with(ui.word(says)))
        .with(button("btn quiet", "wipe", "", ui.word(Word::WipeShort), Act::Wipe))
        .with(button("btn quiet", "keep", "", ui.word(word), Act::Keep(!keeps)))
}

/// The small stair of the progress: filled up to here, the person on top. Whole numbers only: printing fractions would add
/// kilobytes to the wasm.
fn stair(number: usize, of: usize) -> Node {
    let of = of.clamp(1, 24);
    let width = 1200 / of;
    let height = |at: usize| 40 + 220 * (at + 1) / of;
    let rect = |class: &str, x: usize, y: i32, w: usize, h: usize| -> Node {
        let rect = el("rect", class).number("x", x as i32).number("y", y);
        rect.number("width", w as i32).number("height", h as i32)
    };
    let bar = |at: usize| {
        rect(if at + 1 < number { "st d" } else { "st" }, 6 + width * at, 294 - height(at) as i32, width - 14, height(at))
    };
    let here = number.clamp(1, of) - 1;
    let person = rect("mp", (6 + width * here + (width - 14) / 2).saturating_sub(40), 294 - height(here) as i32 - 89, 80, 80);
    let bars: Vec<Node> = (0..of).map(bar).collect();
    drawing("0 -80 1220 380").attr("class", "stairs").with(bars).with(person)
}
