//! The catalogue as packed parts, each under the name of its placeholder in the pages.

use crate::content;
use buoc_so::content::{pack_cards, pack_rules, pack_words};
use buoc_so::text::Lang;
use std::path::Path;

/// All parts: asset key and bytes.
///
/// # Errors
/// The first error in the content.
pub fn pack(root: &Path) -> Result<Vec<(String, Vec<u8>)>, String> {
    let catalogue = content::sound(root)?;
    let mut parts = vec![("rules_bin".to_owned(), pack_rules(&catalogue.rules))];
    for (at, lang) in Lang::ALL.into_iter().enumerate() {
        parts.push((format!("words_{}_bin", lang.code()), pack_words(&catalogue.words[at])));
        parts.push((format!("cards_{}_bin", lang.code()), pack_cards(&catalogue.cards[at])));
    }
    Ok(parts)
}

/// What the loader says when nothing else can speak: an object of JavaScript, by language.
///
/// # Errors
/// The first error in the content.
pub fn loader_words(root: &Path) -> Result<String, String> {
    let page = content::sound(root)?.page;
    let say = Lang::ALL.into_iter().zip(&page).map(|(lang, words)| {
        (lang.code().to_owned(), serde_json::json!({ "broken": words.broken, "guide": words.guide, "reload": words.reload }))
    });
    Ok(serde_json::Value::Object(say.collect()).to_string())
}

/// Version and state of knowledge.
///
/// # Errors
/// The first error in the content.
pub fn version(root: &Path) -> Result<(String, String), String> {
    let rules = content::sound(root)?.rules;
    Ok((rules.version, rules.as_of.to_string()))
}
