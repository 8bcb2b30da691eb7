//! What stands before the table of contents: whom to ask comes first, because that helps everybody.

use super::book::{Book, row};
use super::markup::{Element, Markup, Way, el, link, para};
use super::part::{Part, contents};
use buoc_so::model::Hotline;
use buoc_so::text::fill;
use buoc_so::view::Word;

/// Id of the table of contents.
pub const CONTENTS: &str = "contents";

/// The head of the page: title and what this is.
pub fn band(book: &Book<'_>) -> Element {
    let title = el("h1", "").attr("tabindex", "-1").with(&book.own.title);
    let lead = para("lead", &book.own.lead);
    el("div", "band").with(el("div", "wrap").with(title).with(lead))
}

/// Contacts, safety, edition, table of contents.
pub fn sections(book: &Book<'_>, parts: &[Part]) -> Vec<Element> {
    let heading = |id: &str, text: &str| el("h2", "").attr("id", id).with(text);
    let places: Vec<Element> = book.own.ask_places.split('|').map(row).collect();
    let ask = el("section", "")
        .attr("id", "ask")
        .with(el("h2", "").with(&book.own.ask_title))
        .with(el("ul", "tick").with(places))
        .with(el("h3", "un").with(&book.own.lines_title))
        .with(para("hint", &book.own.lines_hint))
        .with(el("div", "more").with(el("ul", "").with(lines(book))));
    let says = el("div", "").with(el("p", "").with(book.word(Word::NeverShare))).with(para("", book.word(Word::StoresOnly)));
    let safe = el("section", "")
        .attr("id", "safe")
        .with(el("h2", "").with(&book.own.safe_title))
        .with(el("div", "warn").with(Markup::icon("warning")).with(says));
    let nav = el("nav", "toc").attr("aria-labelledby", CONTENTS);
    vec![ask, safe, edition(book), nav.with(heading(CONTENTS, &book.own.contents_title)).with(contents(parts))]
}

/// Every telephone line of the catalogue once, with the names of those who answer it.
fn lines(book: &Book<'_>) -> Vec<Element> {
    let mut lines: Vec<(&Hotline, Vec<&str>)> = Vec::new();
    for (card, name) in book.cards.platforms.iter().zip(&book.cards.names) {
        let Some(hotline) = &card.hotline else { continue };
        match lines.iter_mut().find(|(known, _)| known.digits == hotline.digits) {
            Some((_, names)) => names.push(name),
            None => lines.push((hotline, vec![name])),
        }
    }
    let line = |(hotline, names): (&Hotline, Vec<&str>)| {
        let says = fill(book.word(Word::Call), &[("number", &hotline.shown)]);
        let call = link(&Way::Call(&hotline.digits), "tel", el("b", "").with(says));
        let about = el("span", "").with(names.join("; ")).with(". ").with(el("small", "").with(&hotline.note));
        el("li", "").with(call).with(about)
    };
    lines.into_iter().map(line).collect()
}

fn edition(book: &Book<'_>) -> Element {
    let rules = book.rules;
    let version = fill(book.word(Word::AboutVersion), &[("version", book.version), ("catalogue", &rules.version)]);
    let as_of = fill(book.word(Word::AsOf), &[("date", &rules.as_of.day_first())]);
    let valid = fill(&book.own.valid_until, &[("date", &rules.valid_until.day_first())]);
    el("section", "")
        .attr("id", "edition")
        .with(el("h2", "").with(&book.own.edition_title))
        .with(para("", format!("{version} {as_of}")))
        .with(el("p", "").with(el("b", "").with(valid)).with(" ").with(&book.own.after_valid))
        .with(para("", book.word(Word::OnlyGuidance)))
        .with(para("", book.word(Word::AboutLaw)))
}
