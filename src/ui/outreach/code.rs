//! Texts as QR codes that a cheap camera reads from a screen: whole pixels for every square, as large as the window allows, black on
//! white in every theme.

use crate::text::{decimal, joined};
use crate::ui::node::{Node, el, nothing};
use qrcodegen::{QrCode, QrCodeEcc};

/// Squares of white around the code.
const MARGIN: i32 = 4;
/// Pixels around the code that are not ours to fill, at a window's side.
const AROUND: f64 = 72.0;

/// The code of a text. `label`: what it is, for those who do not see it.
pub fn code(text: &str, label: &str) -> Node {
    // A long text needs the squares for itself; nobody smears a screen.
    let Ok(code) = QrCode::encode_text(text, if text.len() > 300 { QrCodeEcc::Low } else { QrCodeEcc::Medium }) else {
        return nothing();
    };
    let size = code.size();
    let mut path = String::new();
    for y in 0..size {
        // One stroke for a run of squares: a third of the letters of one stroke each.
        let mut x = 0;
        while x < size {
            let from = x;
            while x < size && code.get_module(x, y) {
                x += 1;
            }
            if x > from {
                let length = decimal((x - from) as usize);
                path.push_str(&joined(&[
                    "M",
                    &decimal(from as usize),
                    " ",
                    &decimal(y as usize),
                    "h",
                    &length,
                    "v1h-",
                    &length,
                    "z",
                ]));
            }
            x += 1;
        }
    }
    let whole = size + 2 * MARGIN;
    let room = web_sys::window().and_then(|window| window.inner_width().ok()?.as_f64()).unwrap_or(360.0).min(760.0) - AROUND;
    let pixels = ((room / f64::from(whole)) as i32).clamp(2, 8) * whole;
    let paper = el("rect", "paper").number("x", -MARGIN).number("y", -MARGIN).number("width", whole).number("height", whole);
    let (corner, side) = (decimal(MARGIN as usize), decimal(whole as usize));
    let view_box = joined(&["-", &corner, " -", &corner, " ", &side, " ", &side]);
    el("svg", "code")
        .attr("role", "img")
        .attr("aria-label", label)
        .attr("data-code", "")
        .attr("viewBox", &view_box)
        .attr("shape-rendering", "crispEdges")
        .number("width", pixels)
        .number("height", pixels)
        .with(paper)
        .with(el("path", "ink").attr("d", &path))
}
