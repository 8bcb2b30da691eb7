//! The browser's Back button on our own page. Entries hold the name of a screen, never an answer; the address stays as it is.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{History, Window};

/// When the entry of a new screen is added, in milliseconds after the tap: on a slow phone adding it takes as long as working
/// out the screen (tens of milliseconds), and nobody goes back that soon.
const AFTER: i32 = 60;

fn history() -> Option<(Window, History)> {
    let window = web_sys::window()?;
    let history = window.history().ok()?;
    Some((window, history))
}

/// Adds an entry for a screen, once that screen has been painted. Several keep their order.
pub fn push(screen: &str) {
    let Some((window, history)) = history() else { return };
    let Ok(push) = Reflect::get(&history, &"pushState".into()).and_then(JsCast::dyn_into::<Function>) else { return };
    // Sandboxed frames may refuse; the app's own Back button works all the same.
    let _ = window.set_timeout_with_callback_and_timeout_and_arguments_2(
        &push.bind0(&history),
        AFTER,
        &screen.into(),
        &JsValue::from_str(""),
    );
}

/// Names the entry that is there.
pub fn replace(screen: &str) {
    if let Some((_, history)) = history() {
        let _ = history.replace_state(&screen.into(), "");
    }
}
