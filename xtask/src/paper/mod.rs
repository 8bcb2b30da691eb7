//! The questionnaire on paper: `phieu.html` and `phieu-en.html`, a page without script that prints on both sides of one A4 sheet. Each
//! choice carries its number in content order: the screen where filled sheets are entered knows the same numbers.

mod helper;
mod questions;
#[cfg(test)]
mod tests;

use crate::handbook::{Book, Element, Markup, Way, el, link, para};
use buoc_so::content::{Catalogue, PaperWords};
use buoc_so::model::OutreachWords;
use buoc_so::text::Lang;

/// The whole style of the sheet: paper is white in every theme.
pub const STYLE: &str = include_str!("style.css");
/// Where training sessions are held.
const SESSION: &str = "outreach.html";

/// The file of a language.
pub const fn file(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => "phieu.html",
        Lang::En => "phieu-en.html",
    }
}

/// What the sheet is written from.
struct Sheet<'a> {
    book: Book<'a>,
    own: &'a PaperWords,
    lists: &'a OutreachWords,
}

/// The sheet of a language; `style` is the address of its style sheet.
pub fn page(catalogue: &Catalogue, lang: Lang, version: &str, style: &str) -> String {
    let at = Lang::ALL.iter().position(|each| *each == lang).unwrap_or(0);
    let sheet = Sheet { book: Book::new(catalogue, lang, version), own: &catalogue.paper[at], lists: &catalogue.outreach[at] };
    let body = el("body", "").with(ways(&sheet)).with(main(&sheet));
    let html = el("html", "").attr("lang", lang.code()).with(head(&sheet, style)).with(body);
    format!("<!doctype html>\n{}\n", Markup::from(html).into_string())
}

fn head(sheet: &Sheet<'_>, style: &str) -> Element {
    let meta = |name: &'static str, value: &str, content: &str| el("meta", "").attr(name, value).attr("content", content);
    // Nothing may run; nothing comes from elsewhere.
    let policy = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";
    el("head", "")
        .with(el("meta", "").attr("charset", "utf-8"))
        .with(meta("http-equiv", "Content-Security-Policy", policy))
        .with(meta("name", "viewport", "width=device-width,initial-scale=1"))
        .with(meta("name", "referrer", "no-referrer"))
        .with(el("title", "").with(format!("{} – {}", sheet.own.title, sheet.own.lead)))
        .with(el("link", "").attr("rel", "icon").attr("href", "icons/icon.svg").attr("type", "image/svg+xml"))
        .with(el("link", "").attr("rel", "stylesheet").attr("href", style))
}

/// What only a screen needs: ways to other pages, how to print.
fn ways(sheet: &Sheet<'_>) -> Element {
    let other = sheet.book.lang.other();
    let language = link(&Way::Page(file(other)), "", &sheet.own.other_language);
    let language = language.attr("lang", other.code()).attr("hreflang", other.code());
    let back = link(&Way::Page(SESSION), "", &sheet.own.back);
    el("header", "ways").with(el("nav", "").with(back).with(language)).with(para("", &sheet.own.print_hint))
}

fn main(sheet: &Sheet<'_>) -> Element {
    let own = sheet.own;
    let field = |label: &str| el("span", "field").with(label).with(el("span", "line").with(""));
    let title = el("div", "title").with(el("h1", "").with(&own.title)).with(el("p", "lead").with(&own.lead));
    let fields = el("p", "fields").with(field(&own.place)).with(field(&own.date));
    let [front, back] = questions::all(sheet);
    el("main", "")
        .attr("data-paper", &sheet.book.rules.version)
        .with(title.with(fields))
        .with(el("p", "how").with(el("b", "").with(&own.how)).with(" ").with(&own.no_names))
        .with(front)
        .with(back)
        .with(helper::all(sheet))
}

/// A box with the number of a choice, counted from 1 in content order, and what it means.
fn choice(hook: &'static str, id: &str, number: usize, says: impl Into<Markup>) -> Element {
    el("li", "").attr(hook, id).with(el("b", "box").with(number.to_string())).with(el("span", "says").with(says))
}
