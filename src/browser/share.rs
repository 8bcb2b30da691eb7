//! The system's share window, where the browser has one.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

fn function() -> Option<(web_sys::Navigator, Function)> {
    let navigator = web_sys::window()?.navigator();
    let share = Reflect::get(&navigator, &"share".into()).ok()?.dyn_into().ok()?;
    Some((navigator, share))
}

/// Is there one?
pub fn can_share() -> bool {
    function().is_some()
}

/// Opens it; tells whether it could be opened. Closing it without sharing counts as opened.
pub async fn share(title: &str, text: &str, link: &str) -> bool {
    let Some((navigator, share)) = function() else { return false };
    let what = Object::new();
    for (key, value) in [("title", title), ("text", text), ("url", link)] {
        if !value.is_empty() {
            let _ = Reflect::set(&what, &key.into(), &value.into());
        }
    }
    let promise = share.call1(&navigator, &what).ok().and_then(|value| value.dyn_into::<Promise>().ok());
    match promise {
        Some(promise) => match JsFuture::from(promise).await {
            Ok(_) => true,
            Err(error) => Reflect::get(&error, &"name".into()).is_ok_and(|name| name == "AbortError"),
        },
        None => false,
    }
}
