//! The wasm that merges an overlay into the packed parts of the catalogue. Loaded by `www/late/overlay.js` only where a page names an
//! overlay, so that nobody else pays for the reader of JSON.
#![cfg_attr(target_arch = "wasm32", no_main)]

use buoc_so::content::{UnpackError, pack_cards, pack_rules, unpack_cards, unpack_rules};
use buoc_so::model::Rules;
use buoc_so::overlay::{Ground, Overlay, Sentences, Severity, check, hidden, merge_cards, merge_rules, read};
use buoc_so::text::{Lang, decimal, joined};
use wasm_bindgen::prelude::*;

/// An overlay that has been read.
#[wasm_bindgen]
pub struct Local {
    overlay: Overlay,
    rules: Option<Rules>,
    hidden: Vec<String>,
}

fn refuse(error: UnpackError) -> JsError {
    match error {
        UnpackError::Schema(found) => JsError::new(&joined(&["the catalogue has schema ", &decimal(found.into())])),
        UnpackError::Damaged => JsError::new("the catalogue is damaged"),
    }
}

#[wasm_bindgen]
impl Local {
    /// Reads an overlay.
    ///
    /// # Errors
    /// The first thing wrong, with its place.
    #[wasm_bindgen(constructor)]
    pub fn new(file: &[u8]) -> Result<Local, JsError> {
        let overlay = read(file).map_err(|error| JsError::new(&error.to_string()))?;
        Ok(Local { overlay, rules: None, hidden: Vec::new() })
    }

    /// The rules of the catalogue with the overlay. `hideable`: ids of the areas whose platforms may be hidden, with spaces between.
    ///
    /// # Errors
    /// What the overlay may not do, with its place.
    pub fn rules(&mut self, packed: &[u8], hideable: &str) -> Result<Vec<u8>, JsError> {
        let rules = unpack_rules(packed).map_err(refuse)?;
        let hideable: Vec<String> = hideable.split(' ').map(String::from).collect();
        let found = check(&self.overlay, &Ground { rules: &rules, hideable: &hideable, desk: None });
        if let Some(finding) = found.iter().find(|finding| finding.severity == Severity::Error) {
            return Err(JsError::new(&finding.error.to_string()));
        }
        let mut merged = rules.clone();
        merge_rules(&self.overlay, &mut merged);
        self.rules = Some(rules);
        Ok(pack_rules(&merged))
    }

    /// The cards of a language with the overlay; after [`Local::rules`]. The sentences are those of [`Sentences`].
    ///
    /// # Errors
    /// When the cards cannot be read.
    pub fn cards(&mut self, lang: &str, packed: &[u8], yes: &str, no: &str, note: &str) -> Result<Vec<u8>, JsError> {
        let mut cards = unpack_cards(packed).map_err(refuse)?;
        let lang = Lang::from_code(lang).unwrap_or_default();
        let Some(rules) = &self.rules else { return Err(JsError::new("the rules come first")) };
        self.hidden = hidden(&self.overlay, rules).iter().filter_map(|at| cards.names.get(*at).cloned()).collect();
        merge_cards(&self.overlay, rules, &mut cards, lang, &Sentences { yes, no, note });
        Ok(pack_cards(&cards))
    }

    /// Names of what the overlay hides, in the language whose cards were merged last.
    pub fn hidden(&self) -> Vec<String> {
        self.hidden.clone()
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    println!("Use `cargo xtask overlay`.");
}
