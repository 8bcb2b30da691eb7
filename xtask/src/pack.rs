//! The catalogue as packed parts, each under the name of its placeholder in the pages.

use buoc_so::content::{Catalogue, pack_cards, pack_rules, pack_words};
use buoc_so::text::Lang;

/// All parts: asset key and bytes.
pub fn pack(catalogue: &Catalogue) -> Vec<(String, Vec<u8>)> {
    let mut parts = vec![("rules_bin".to_owned(), pack_rules(&catalogue.rules))];
    for (at, lang) in Lang::ALL.into_iter().enumerate() {
        parts.push((format!("words_{}_bin", lang.code()), pack_words(&catalogue.words[at])));
        parts.push((format!("cards_{}_bin", lang.code()), pack_cards(&catalogue.cards[at])));
    }
    parts
}

/// What the loader says when nothing else can speak: an object of JavaScript, by language.
pub fn loader_words(catalogue: &Catalogue) -> String {
    let say = Lang::ALL.into_iter().zip(&catalogue.page).map(|(lang, words)| {
        (lang.code().to_owned(), serde_json::json!({ "broken": words.broken, "guide": words.guide, "reload": words.reload }))
    });
    serde_json::Value::Object(say.collect()).to_string()
}
