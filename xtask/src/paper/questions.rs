//! The questions in content order. Those that only some people answer say so, once for all that follow each other.

use super::{Sheet, choice};
use crate::handbook::{Element, el, para};
use buoc_so::model::{Condition, Question, QuestionIx};
use buoc_so::text::fill;
use std::ops::Range;

/// Longer than this, in letters, a choice takes a line of its own, and so do the others of its question.
const SHORT: usize = 20;

/// Both sides.
pub fn all(sheet: &Sheet<'_>) -> [Element; 2] {
    let overleaf = sheet.own.overleaf.map_or(usize::MAX, QuestionIx::at);
    [side(sheet, "questions", 0..overleaf), side(sheet, "questions back", overleaf..usize::MAX)]
}

/// The questions of a side.
fn side(sheet: &Sheet<'_>, class: &str, places: Range<usize>) -> Element {
    let mut out = el("div", class);
    let mut before = String::new();
    for (at, question) in sheet.book.rules.questions.iter().enumerate().filter(|(at, _)| places.contains(at)) {
        let whom = only(sheet, &question.id, &question.when);
        let new = whom != before;
        let heading = (new && !whom.is_empty()).then(|| el("p", "only").with(&whom));
        out = out.with(one(sheet, at, question, heading));
        before = whom;
    }
    out
}

/// Who answers; empty for everybody.
fn only(sheet: &Sheet<'_>, id: &str, when: &Condition) -> String {
    let whom = sheet.own.whom.iter().find(|(own, _)| own == id).map_or_else(|| sheet.book.whom(when), |(_, whom)| whom.clone());
    if whom.is_empty() { whom } else { fill(&sheet.own.only, &[("whom", &whom)]) }
}

fn one(sheet: &Sheet<'_>, at: usize, question: &Question, heading: Option<Element>) -> Element {
    let words = sheet.book.words.questions.get(at);
    let ask = words.map_or("", |words| words.ask.as_str());
    let hint = words.map_or("", |words| words.hint.as_str());
    // What is searched for on a screen has no search on paper.
    let hint = if question.local { sheet.own.code.as_str() } else { hint };
    let title = el("h2", "").with(el("span", "n").with(format!("{}.", at + 1))).with(" ").with(ask);
    let section = el("section", if question.local { "q wide" } else { "q" })
        .attr("data-question", &question.id)
        .with(heading)
        .with(title)
        .with(para("hint", hint));
    if question.local {
        return section.with(el("p", "digits").with(el("b", "box").with("")).with(el("b", "box").with("")));
    }
    let choices: Vec<(&str, String)> =
        (0..question.choices.len()).map(|index| (sheet.book.label(at, index), note(sheet, at, index))).collect();
    // Few and short ones stand side by side.
    let short = choices.len() <= 4 && choices.iter().all(|(label, note)| label.chars().count() <= SHORT && note.is_empty());
    let rows = question.choices.iter().zip(choices).enumerate().map(|(index, (own, (label, note)))| {
        let note = (!note.is_empty()).then(|| el("small", "").with(note));
        choice("data-choice", &own.id, index + 1, label).with(note)
    });
    section.with(el("ul", if short { "row" } else { "list" }).with(rows.collect::<Vec<_>>()))
}

/// The small line of a choice: who is offered it, else what it means.
fn note(sheet: &Sheet<'_>, question: usize, index: usize) -> String {
    let Some((asked, own)) = sheet.book.rules.questions.get(question).and_then(|asked| Some((asked, asked.choices.get(index)?)))
    else {
        return String::new();
    };
    let whom = only(sheet, &format!("{}.{}", asked.id, own.id), &own.offered);
    let words = sheet.book.words.questions.get(question).and_then(|words| words.choices.get(index));
    if whom.is_empty() { words.map_or_else(String::new, |words| words.hint.clone()) } else { whom }
}
