//! Carrying the results away. Every tap ends in something the person sees, whatever the browser refuses.

use super::act::Act;
use super::app::{App, Ui};
use super::node::{Node, el, nodes, nothing};
use super::parts::{button, heading, para};
use crate::browser::{clipboard, picture, print as printer, share as sharing};
use crate::model::PlatformIx;
use crate::text::{decimal, joined};
use crate::view::Word;
use qrcodegen::{Mask, QrCode, QrCodeEcc, QrSegment, Version};

/// What is open below the buttons.
pub enum Panel {
    /// Nothing.
    Closed,
    /// A text to copy.
    Text(String),
    /// The QR code of the tool.
    Qr,
    /// A picture to save.
    Picture(String),
}

/// The buttons and what they open.
pub fn carry(ui: &Ui<'_>) -> Node {
    let share = sharing::can_share().then(|| button("btn", "share", "act-share", ui.word(Word::Share), Act::Share));
    let qr = (!ui.state.host.link.is_empty()).then(|| button("btn", "qr", "area-payment", ui.word(Word::Qr), Act::Qr));
    let row = el("div", "row carry")
        .with(button("btn", "print", "act-print", ui.word(Word::Print), Act::Print))
        .with(share)
        .with(button("btn", "copy", "act-copy", ui.word(Word::Copy), Act::Copy))
        .with(qr)
        .with(button("btn", "save-image", "act-image", ui.word(Word::SaveImage), Act::SaveImage));
    nodes![heading(ui, Word::CarryHeading), row, panel(ui)]
}

/// What is open.
pub fn panel(ui: &Ui<'_>) -> Node {
    let link = &ui.state.host.link;
    let what = match &ui.state.panel {
        Panel::Closed => return nothing(),
        Panel::Text(text) => {
            let field = el("textarea", "text").flag("readonly", true).number("rows", 8).attr("aria-label", &ui.word(Word::Copy));
            field.prop("value", text.as_str().into())
        }
        Panel::Qr => nodes![qr_code(link), para("", ui.word(Word::QrNote)), para("hint", link.clone())],
        Panel::Picture(address) => {
            nodes![
                para("", ui.word(Word::ImageNote)),
                el("img", "picture").attr("src", address).attr("alt", &ui.word(Word::SaveImage)),
            ]
        }
    };
    let close = button("btn quiet", "close", "", ui.word(Word::Close), Act::Close);
    el("div", "note panel").with(what).with(close)
}

/// The text of the results.
pub fn plain(app: &App) -> String {
    app.read(|state| state.plain())
}

/// Prints the page; in-app browsers stay silent, so something is said in any case.
pub fn print(app: &App) {
    app.say(Word::Printed);
    printer::print();
}

/// Opens the share window, and says what became of it.
pub fn share(app: &App) {
    let app = app.clone();
    let (title, text, link) = app.read(|state| (state.word(Word::Product), state.plain(), state.host.link.clone()));
    wasm_bindgen_futures::spawn_local(async move {
        let shared = sharing::share(&title, &text, &link).await;
        app.say(if shared { Word::Shared } else { Word::CannotShare });
    });
}

/// Shows the text and copies it; where copying is refused the text stands there to be copied by hand.
pub fn copy(app: &App, text: String) {
    let shown = text.clone();
    let app = app.clone();
    app.write(|state| state.panel = Panel::Text(shown));
    // The effect that draws the field was woken first, so it is there when this runs: the old way of copying needs it.
    wasm_bindgen_futures::spawn_local(async move {
        let field = app.read(|state| state.host.root.query_selector("textarea.text").ok().flatten());
        let field = field.and_then(|field| wasm_bindgen::JsCast::dyn_into(field).ok());
        let copied = clipboard::copy(&text, field).await;
        app.say(if copied { Word::Copied } else { Word::CopyByHand });
    });
}

/// "Báo sai": item, version and date as text, and whom to tell.
pub fn complain(app: &App, place: PlatformIx) {
    let text = app.read(|state| {
        let id = state.rules.platforms.get(place.at()).map_or("", |platform| platform.id.as_str());
        state.scene(|scene| scene.complaint(id))
    });
    copy(app, text.unwrap_or_default());
}

/// Shows the text as a picture; where there is no canvas it is copied.
pub fn save_image(app: &App) {
    match picture::of_text(&plain(app)) {
        Some(address) => {
            app.write(|state| state.panel = Panel::Picture(address));
            app.say(Word::ImageNote);
        }
        None => copy(app, plain(app)),
    }
}

/// The QR code as one path: dark squares on white, whatever the theme.
fn qr_code(link: &str) -> Node {
    // One kind of segment and one mask for all: choosing the best would make the picture no easier to read for a link of this
    // length, and the wasm 1.7 KB of brotli larger (measured).
    let bytes = [QrSegment::make_bytes(link.as_bytes())];
    let mask = Some(Mask::new(2));
    let Ok(code) = QrCode::encode_segments_advanced(&bytes, QrCodeEcc::Medium, Version::MIN, Version::MAX, mask, false) else {
        return nothing();
    };
    let size = code.size();
    let mut path = String::new();
    for y in 0..size {
        for x in (0..size).filter(|x| code.get_module(*x, y)) {
            path.push_str(&joined(&["M", &decimal(x as usize), " ", &decimal(y as usize), "h1v1h-1z"]));
        }
    }
    let whole = decimal(size as usize + 8);
    let paper = el("rect", "paper").attr("x", "-4").attr("y", "-4").attr("width", &whole).attr("height", &whole);
    let svg =
        el("svg", "qr").attr("role", "img").attr("aria-label", link).attr("viewBox", &joined(&["-4 -4 ", &whole, " ", &whole]));
    svg.with(paper).with(el("path", "ink").attr("d", &path))
}
