//! A text as a picture: in-app browsers lose downloads, but every one of them lets a person hold a picture and save it.

use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

const WIDTH: u32 = 1080;
const MARGIN: f64 = 48.0;
const LINE: f64 = 46.0;
const FONT: &str = "32px Roboto, 'Noto Sans', Arial, sans-serif";

/// A `data:` address of a picture of the text, black on white; `None` where there is no canvas.
pub fn of_text(text: &str) -> Option<String> {
    let document = web_sys::window()?.document()?;
    let canvas: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
    let pen: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    canvas.set_width(WIDTH);
    pen.set_font(FONT);
    let lines = wrap(&pen, text);
    canvas.set_height((2.0 * MARGIN + LINE * lines.len() as f64) as u32);
    pen.set_fill_style_str("#fff");
    pen.fill_rect(0.0, 0.0, f64::from(WIDTH), f64::from(canvas.height()));
    pen.set_fill_style_str("#000");
    // Setting the height has reset the pen.
    pen.set_font(FONT);
    for (at, line) in lines.iter().enumerate() {
        pen.fill_text(line, MARGIN, MARGIN + LINE * (at as f64 + 0.7)).ok()?;
    }
    canvas.to_data_url().ok().filter(|address| address.starts_with("data:image/png"))
}

fn wrap(pen: &CanvasRenderingContext2d, text: &str) -> Vec<String> {
    let room = f64::from(WIDTH) - 2.0 * MARGIN;
    let fits = |line: &str| pen.measure_text(line).map_or(true, |size| size.width() <= room);
    let mut lines = Vec::new();
    // Lists of one sign: the search for a single one is made for long texts and weighs more (measured).
    for paragraph in text.trim_ascii_end().split(['\n']) {
        let mut line = String::new();
        for word in paragraph.split([' ']) {
            let longer = if line.is_empty() { word.to_owned() } else { [line.as_str(), " ", word].concat() };
            if !fits(&longer) && !line.is_empty() {
                lines.push(core::mem::take(&mut line));
                line = word.to_owned();
            } else {
                line = longer;
            }
        }
        lines.push(line);
    }
    lines
}
