//! The browser's Back button on our own page. Entries hold the name of a screen, never an answer; the address stays as it is.

use wasm_bindgen::JsValue;

/// Adds an entry for a screen.
pub fn push(screen: &str) {
    change(screen, true);
}

/// Names the entry that is there.
pub fn replace(screen: &str) {
    change(screen, false);
}

fn change(screen: &str, push: bool) {
    let Some(history) = web_sys::window().and_then(|window| window.history().ok()) else { return };
    let state = JsValue::from_str(screen);
    // Sandboxed frames may refuse; the app's own Back button works all the same.
    let _ = if push { history.push_state(&state, "") } else { history.replace_state(&state, "") };
}
