//! Copying text: the clipboard where there is one, else selecting a field and the old copy command.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlTextAreaElement;

/// Copies a text that also stands in `field`; tells whether it worked.
pub async fn copy(text: &str, field: Option<HtmlTextAreaElement>) -> bool {
    if let Some(done) = modern(text)
        && JsFuture::from(done).await.is_ok()
    {
        return true;
    }
    field.is_some_and(|field| {
        field.select();
        command()
    })
}

/// `navigator.clipboard` is absent in Chromium 64 and in insecure pages.
fn modern(text: &str) -> Option<Promise> {
    let navigator = web_sys::window()?.navigator();
    let clipboard = Reflect::get(&navigator, &"clipboard".into()).ok().filter(|value| value.is_object())?;
    let write: Function = Reflect::get(&clipboard, &"writeText".into()).ok()?.dyn_into().ok()?;
    write.call1(&clipboard, &JsValue::from_str(text)).ok()?.dyn_into().ok()
}

fn command() -> bool {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return false };
    let Ok(command) = Reflect::get(&document, &"execCommand".into()) else { return false };
    command
        .dyn_ref::<Function>()
        .and_then(|command| command.call1(&document, &"copy".into()).ok())
        .is_some_and(|done| done.is_truthy())
}
