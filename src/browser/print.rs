//! Printing. In-app browsers do nothing here and say nothing, so the caller always says something.

/// Asks for the print window.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}
