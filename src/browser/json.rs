//! JSON through the browser's own parser: no parser in the wasm. Only what saved answers need: texts, lists of texts, and
//! lists of texts by name. Anything of another shape reads as absent.

use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// An object, as read or to be written.
pub struct Json(Object);

impl Json {
    /// An empty object.
    pub fn new() -> Json {
        Json(Object::new())
    }

    /// Reads an object; `None` for anything else.
    pub fn parse(text: &str) -> Option<Json> {
        let value = JSON::parse(text).ok()?;
        (!Array::is_array(&value) && value.is_object()).then(|| Json(value.unchecked_into()))
    }

    /// The text of the object.
    pub fn print(&self) -> String {
        JSON::stringify(&self.0).map(String::from).unwrap_or_default()
    }

    fn get(&self, name: &str) -> JsValue {
        Reflect::get(&self.0, &name.into()).unwrap_or(JsValue::UNDEFINED)
    }

    fn set(&self, name: &str, value: &JsValue) {
        let _ = Reflect::set(&self.0, &name.into(), value);
    }

    /// A text.
    pub fn text(&self, name: &str) -> Option<String> {
        self.get(name).as_string()
    }

    /// Sets a text.
    pub fn set_text(&self, name: &str, text: &str) {
        self.set(name, &text.into());
    }

    /// A list of texts; `None` when it is missing or holds anything else.
    pub fn list(&self, name: &str) -> Option<Vec<String>> {
        let list = self.get(name);
        if !Array::is_array(&list) {
            return None;
        }
        let list: Array = list.unchecked_into();
        let mut texts = Vec::new();
        for at in 0..list.length() {
            texts.push(list.get(at).as_string()?);
        }
        Some(texts)
    }

    /// Sets a list of texts.
    pub fn set_list(&self, name: &str, texts: &[String]) {
        let list = Array::new();
        for text in texts {
            list.push(&JsValue::from_str(text));
        }
        self.set(name, &list);
    }

    /// An object in the object.
    pub fn object(&self, name: &str) -> Option<Json> {
        let value = self.get(name);
        (!Array::is_array(&value) && value.is_object()).then(|| Json(value.unchecked_into()))
    }

    /// Sets an object in the object.
    pub fn set_object(&self, name: &str, object: &Json) {
        self.set(name, &object.0);
    }

    /// The names in the object.
    pub fn names(&self) -> Vec<String> {
        let keys = Object::keys(&self.0);
        (0..keys.length()).filter_map(|at| keys.get(at).as_string()).collect()
    }
}
