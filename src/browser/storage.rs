//! Web storage. Refused in private windows and third-party frames, full on full phones: then `None` or `false`.

use wasm_bindgen::JsValue;
use web_sys::Storage;

/// How long something is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Until the page is closed.
    Session,
    /// Until it is removed.
    Device,
}

fn storage(place: Place) -> Option<Storage> {
    let window = web_sys::window()?;
    let storage: Result<Option<Storage>, JsValue> = match place {
        Place::Session => window.session_storage(),
        Place::Device => window.local_storage(),
    };
    storage.ok().flatten()
}

/// What is kept under a key.
pub fn read(place: Place, key: &str) -> Option<String> {
    storage(place)?.get_item(key).ok().flatten()
}

/// Keeps a text; `false` when the browser refuses.
pub fn write(place: Place, key: &str, text: &str) -> bool {
    storage(place).is_some_and(|storage| storage.set_item(key, text).is_ok())
}

/// Removes what is kept under a key, from both places.
pub fn remove(key: &str) {
    for place in [Place::Session, Place::Device] {
        if let Some(storage) = storage(place) {
            // A refusal to remove cannot be answered; the next write is refused, too, and then the person is told.
            let _ = storage.remove_item(key);
        }
    }
}
