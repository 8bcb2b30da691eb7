//! The engine for JavaScript: an object of the shape of an answer file in, the object that `cargo xtask assess` prints out.
//! The rules of the catalogue are inside, as `cargo xtask` packed them (`BUOC_SO_PACK`). The types for TypeScript are a file
//! beside: `xtask/src/release/types.rs`.

use buoc_so::content::{UnpackError, unpack_rules};
use buoc_so::engine::Reads;
use buoc_so::model::{Date, Rules};
use buoc_so::session::answer_file::{FileError, read};
use buoc_so::view::assess as report;
use js_sys::{Error, JSON, Reflect};
use std::cell::OnceCell;
use wasm_bindgen::prelude::*;

const RULES: &[u8] = include_bytes!(concat!(env!("BUOC_SO_PACK"), "/rules.bin"));

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = "import type { AnswerFile, Assessment } from './types.js';";

thread_local! {
    static CATALOGUE: OnceCell<(Rules, Reads)> = const { OnceCell::new() };
}

/// Evaluates answers. Throws an `AnswersError` where they are not of the shape of an answer file.
///
/// # Errors
/// An `Error` with `key` and one sentence.
#[wasm_bindgen(unchecked_return_type = "Assessment")]
pub fn assess(#[wasm_bindgen(unchecked_param_type = "AnswerFile")] input: JsValue) -> Result<JsValue, JsValue> {
    with_catalogue(|rules, reads| {
        let text = JSON::stringify(&input).ok().and_then(|text| text.as_string()).unwrap_or_default();
        if !text.starts_with('{') {
            return Err(FileError::at("-", "expected an object with the key answers that JSON can hold"));
        }
        let file = read(text.as_bytes(), rules)?;
        let today = file.today.unwrap_or_else(|| today(rules));
        report(&file, today, rules, reads, |report, _| serde_json::to_string(report))
            .map_err(|error| FileError::at("-", error.to_string()))
    })
    .and_then(|text| JSON::parse(&text).map_err(|_| FileError::at("-", "the evaluation is no JSON")))
    .map_err(thrown)
}

/// The rules are read once, when they are first needed.
fn with_catalogue<T>(act: impl FnOnce(&Rules, &Reads) -> Result<T, FileError>) -> Result<T, FileError> {
    CATALOGUE.with(|catalogue| {
        if catalogue.get().is_none() {
            let rules = unpack_rules(RULES).map_err(|error| {
                FileError::at(
                    "-",
                    match error {
                        UnpackError::Schema(_) => "the catalogue inside is of another version than the program",
                        UnpackError::Damaged => "the catalogue inside is damaged",
                    },
                )
            })?;
            let reads = Reads::of(&rules);
            let _ = catalogue.set((rules, reads));
        }
        match catalogue.get() {
            Some((rules, reads)) => act(rules, reads),
            None => Err(FileError::at("-", "the catalogue inside cannot be kept")),
        }
    })
}

/// The day in Viet Nam (UTC+7, no summer time) as the device says, and not before the catalogue's state of knowledge: cheap
/// phones have wrong clocks (design rule 5).
fn today(rules: &Rules) -> Date {
    let milliseconds = js_sys::Date::now() + 7.0 * 3_600_000.0;
    Date::from_days((milliseconds / 86_400_000.0) as i32).max(rules.as_of)
}

fn thrown(error: FileError) -> JsValue {
    let thrown = Error::new(&error.reason);
    thrown.set_name("AnswersError");
    // A new object takes any key.
    let _ = Reflect::set(&thrown, &"key".into(), &error.key.as_str().into());
    thrown.into()
}
