//! The handbook: all content of the catalogue as one static page a language, to read, to print, and to show where the tool
//! cannot run. No script; opened from `file://` it needs nothing beside it. `www/embed.js` takes its `<main>` as the guide, so
//! it uses the classes of the tool's own style and nothing of [`STYLE`] that it could not do without.

mod book;
mod lists;
mod markup;
mod obligations;
mod opening;
mod part;
mod platforms;
#[cfg(test)]
mod tests;
mod whom;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
pub use book::Book;
use buoc_so::content::Catalogue;
use buoc_so::text::Lang;
use buoc_so::view::Word;
pub use markup::{Element, Markup, Way, el, escape, link, para};
use part::Part;
use sha2::{Digest, Sha256};

/// What the handbook adds to the style of the tool: text size, paper.
pub const STYLE: &str = include_str!("style.css");

/// The file of a language.
pub const fn file(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => "cam-nang.html",
        Lang::En => "cam-nang-en.html",
    }
}

/// The page of a language. `style` is the whole style sheet, `version` that of the product.
pub fn page(catalogue: &Catalogue, lang: Lang, version: &str, style: &str) -> String {
    let book = Book::new(catalogue, lang, version);
    let body = el("div", "bs").attr("data-theme", "auto").with(header(&book)).with(main(&book));
    let html = el("html", "").attr("lang", lang.code()).with(head(&book, style)).with(el("body", "").with(body));
    format!("<!doctype html>\n{}\n", Markup::from(html).into_string())
}

/// The content of a page: its `<main>`.
pub fn main_of(page: &str) -> &str {
    const END: &str = "</main>";
    page.find("<main").zip(page.rfind(END)).map_or("", |(from, to)| &page[from..to + END.len()])
}

fn main(book: &Book<'_>) -> Element {
    let mut parts: Vec<Part> = vec![lists::prepare(book)];
    parts.extend(platforms::parts(book));
    parts.extend(obligations::parts(book));
    parts.extend(lists::listings(book));
    parts.extend(lists::check(book));
    parts.push(lists::sources(book));
    parts.push(lists::report(book));
    let opening = opening::sections(book, &parts);
    let body = el("div", "wrap body").with(opening).with(part::sections(parts, opening::CONTENTS, &book.own.to_contents));
    // Where a script shows it as the guide, it stands behind this sentence once the last day is over.
    el("main", "")
        .attr("data-screen", "guide")
        .attr("data-valid-until", &book.rules.valid_until.iso())
        .attr("data-old", book.word(Word::OldCopy))
        .attr("lang", book.lang.code())
        .with(opening::band(book))
        .with(body)
}

/// What belongs to the file and not to the guide: the ways to other files, how to print.
fn header(book: &Book<'_>) -> Element {
    let other = book.lang.other();
    let brand = el("span", "brand").with(book.word(Word::Product));
    let language = link(&Way::Page(file(other)), "tool", book.word(Word::OtherLanguage));
    let language = language.attr("lang", other.code()).attr("hreflang", other.code());
    let tool = link(&Way::Page("index.html"), "tool", &book.own.open_tool);
    let row = el("div", "wrap").with(brand).with(tool).with(language);
    el("header", "top").with(row).with(para("wrap hint", &book.own.print_hint))
}

fn head(book: &Book<'_>, style: &str) -> Element {
    let meta = |name: &'static str, value: &str, content: &str| el("meta", "").attr(name, value).attr("content", content);
    // Nothing may load or run; the one style sheet is known by its hash.
    let hash = BASE64_STANDARD.encode(Sha256::digest(style.as_bytes()));
    let policy = format!("default-src 'none'; style-src 'sha256-{hash}'; img-src data:; base-uri 'none'; form-action 'none'");
    el("head", "")
        .with(el("meta", "").attr("charset", "utf-8"))
        .with(meta("http-equiv", "Content-Security-Policy", &policy))
        .with(meta("name", "viewport", "width=device-width,initial-scale=1"))
        .with(meta("name", "referrer", "no-referrer"))
        .with(meta("name", "description", &book.own.lead))
        .with(el("title", "").with(&book.own.title))
        .with(Markup::style(style))
}
