//! Asking the browser not to throw our data away, and whether there is room left.

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::StorageManager;

fn manager() -> Option<StorageManager> {
    let navigator = web_sys::window()?.navigator();
    // Absent on plain http and in old engines.
    let manager = Reflect::get(&navigator, &"storage".into()).ok()?;
    manager.is_object().then(|| manager.unchecked_into())
}

/// Asks for storage that is not thrown away; `None` where the browser cannot be asked.
pub async fn persist() -> Option<bool> {
    let manager = manager()?;
    let _ = Reflect::get(&manager, &"persist".into()).ok().filter(JsValue::is_function)?;
    JsFuture::from(manager.persist().ok()?).await.ok()?.as_bool()
}

/// Bytes that may still be written; `None` where the browser does not say.
pub async fn room() -> Option<f64> {
    let manager = manager()?;
    let _ = Reflect::get(&manager, &"estimate".into()).ok().filter(JsValue::is_function)?;
    let estimate = JsFuture::from(manager.estimate().ok()?).await.ok()?;
    let number = |name: &str| Reflect::get(&estimate, &name.into()).ok()?.as_f64();
    Some(number("quota")? - number("usage")?)
}
