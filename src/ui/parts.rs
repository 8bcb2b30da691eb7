//! Small parts that several screens share. A part takes plain values and decides nothing.

use super::act::Act;
use super::app::Ui;
use super::icons;
use super::node::{Node, el, nodes, nothing};
use crate::browser::speech;
use crate::engine::Status;
use crate::session::{Action, Screen};
use crate::view::{AnswerLink, Word};

/// A drawing beside a word; nothing for a name that has none.
pub fn icon(name: &str, class: &'static str) -> Node {
    let (stroke, fill) = icons::paths(name);
    if stroke.is_empty() && fill.is_empty() {
        return nothing();
    }
    let svg = drawing("0 0 24 24").attr("class", class).with(el("path", "").attr("d", stroke));
    if fill.is_empty() { svg } else { svg.with(el("path", "f").attr("d", fill)) }
}

/// A drawing that says nothing by itself.
pub fn drawing(view_box: &str) -> Node {
    el("svg", "").attr("viewBox", view_box).attr("aria-hidden", "true")
}

/// A button that carries out something: class, hook, drawing, words.
#[inline(never)]
pub fn button(class: &'static str, hook: &'static str, drawing: &'static str, words: String, act: Act) -> Node {
    let button = el("button", class).attr("type", "button").attr("data-action", hook).on("click", act);
    match drawing {
        "" => button.with(words),
        // Drawings that point onward stand behind the word.
        "act-next" | "act-open" => button.with(words).with(icon(drawing, "i r")),
        _ => button.with(icon(drawing, "i")).with(words),
    }
}

/// The same as [`button`], for one that stays pressed.
pub fn pressed(class: &'static str, hook: &'static str, drawing: &'static str, words: String, on: bool, act: Act) -> Node {
    button(class, hook, drawing, words, act).attr("aria-pressed", if on { "true" } else { "false" })
}

/// Brand, reading aloud, text size, language.
pub fn top(ui: &Ui<'_>) -> Node {
    let lang = ui.state.session.lang;
    let tool = |hook: &'static str, label: Word| {
        el("button", "tool").attr("type", "button").attr("data-action", hook).attr("aria-label", &ui.word(label))
    };
    let speak =
        speech::can_speak(lang.code()).then(|| tool("speak", Word::Speak).with(icon("act-speak", "i")).on("click", Act::Speak));
    let other = lang.other().code();
    let brand = el("span", "brand")
        .with(
            drawing("0 0 24 24")
                .with(el("path", "mk").attr("d", "M2 22v-7h7V9h7V3h6v19z"))
                .with(el("path", "mp").attr("d", "M9.9 1.5h5v5h-5z")),
        )
        .say(ui, Word::Product);
    let size = tool("text-size", Word::TextSize).with("Aa").on("click", Act::Size(ui.state.size % 3 + 1));
    let language = tool("language", Word::OtherLanguage)
        .attr("lang", other)
        .with(if other == "vi" { "VI" } else { "EN" })
        .on("click", Act::Do(Action::Language(lang.other())));
    el(ui.landmark("header"), "top").with(el("div", "wrap").with(brand).with(speak).with(size).with(language))
}

/// The yellow head of a screen.
pub fn band(title: impl Into<Node>, more: impl Into<Node>) -> Node {
    let heading = el("h1", "").attr("tabindex", "-1").with(title);
    el("div", "band").with(el("div", "wrap").with(heading).with(more))
}

/// A paragraph; nothing for an empty text.
pub fn para(class: &'static str, text: impl AsRef<str>) -> Node {
    #[inline(never)]
    fn para(class: &'static str, text: &str) -> Node {
        if text.is_empty() { nothing() } else { el("p", class).with(text) }
    }
    para(class, text.as_ref())
}

/// A heading.
pub fn heading(ui: &Ui<'_>, word: Word) -> Node {
    el("h2", "").with(ui.word(word))
}

/// A note in bold.
pub fn bold(text: impl AsRef<str>) -> Node {
    el("b", "").with(text.as_ref())
}

/// The status of a platform: word, drawing and shape.
pub fn chip(ui: &Ui<'_>, status: Status) -> Node {
    let (class, drawing, word) = match status {
        Status::Using => ("chip using", "status-using", Word::StatusUsing),
        Status::Ready => ("chip ready", "status-ready", Word::StatusReady),
        Status::After => ("chip after", "status-after", Word::StatusAfter),
        Status::Maybe => ("chip maybe", "status-maybe", Word::StatusMaybe),
        Status::NotNow => ("chip not-now", "status-not-now", Word::StatusNotNow),
    };
    label(class, drawing, ui.word(word))
}

/// A label with a drawing.
pub fn label(class: &'static str, drawing: &'static str, words: impl AsRef<str>) -> Node {
    el("span", class).with(icon(drawing, "i")).with(words.as_ref())
}

/// "Mở thêm 9 nền tảng"; nothing for none.
pub fn opens(ui: &Ui<'_>, count: usize) -> Node {
    let says = ui.scene.count(Word::Opens, count);
    if count == 0 { nothing() } else { label("opens", "key", says) }
}

/// Links back to the answers that caused something, joined by ", ".
pub fn answer_links(asked: &[AnswerLink<'_>]) -> Node {
    let mut links = Vec::new();
    for (place, id, words) in asked {
        if !links.is_empty() {
            links.push(", ".into());
        }
        // A link, because a button does not wrap inside a sentence.
        let link = el("a", "").attr("href", "#").attr("data-reason-question", id).with(words.as_str());
        links.push(link.on("click", Act::Link(*place)));
    }
    Node::from(links)
}

/// The bar at the bottom: back, and the main action.
pub fn acts(ui: &Ui<'_>, back: bool, main: impl Into<Node>) -> Node {
    let back = back.then(|| button("btn", "back", "act-back", ui.word(Word::Back), Act::Do(Action::Back)));
    el("div", "acts stick").with(back).with(main)
}

/// What may have changed since: as it is while the catalogue is good, else behind a sentence that says whom to ask.
pub fn perhaps_old(ui: &Ui<'_>, what: Node) -> Node {
    if !ui.scene.expired() {
        return what;
    }
    let summary = el("summary", "").with(el("b", "").say(ui, Word::OldCopy)).with(icon("act-open", "i v"));
    el("details", "note old").attr("data-old", "").with(summary).with(what)
}

/// That this copy is old, that the device's date looks wrong; nothing when neither is so.
pub fn doubts(ui: &Ui<'_>) -> Node {
    let note = |hook: &str, says: &str| para("note", says).attr("data-note", hook);
    nodes![note("old", &ui.scene.old_says()), note("clock", ui.scene.clock_says())]
}

/// About and settings, at the foot of every screen.
pub fn foot(ui: &Ui<'_>) -> Node {
    let to = |hook: &'static str, word: Word, screen: Screen| {
        button("btn quiet", hook, "", ui.word(word), Act::Do(Action::Go(screen)))
    };
    el("p", "foot row").with(to("about", Word::About, Screen::About)).with(to("settings", Word::Settings, Screen::Settings))
}

/// The body of a screen: two parts that stand side by side when there is room.
pub fn split(left_class: &'static str, left: Node, right_class: &'static str, right: Node) -> Node {
    el("div", "split").with(el("div", left_class).with(left)).with(el("div", right_class).with(right))
}

/// Two nodes, the second in small.
pub fn with_small(text: &str, small: &str) -> Node {
    if small.is_empty() { text.into() } else { nodes![text, el("small", "").with(small)] }
}
