//! The catalogue as packed parts, each under the name of its placeholder in the pages.

use crate::fault::Outcome;
use crate::project::{Project, write};
use crate::release;
use buoc_so::content::{Catalogue, PageWords, pack_cards, pack_outreach, pack_rules, pack_words};
use buoc_so::text::Lang;
use std::path::PathBuf;

/// Where the parts are for what takes them in at compile time (`BUOC_SO_PACK`): the tests in the browser, the npm package.
pub fn folder(project: &Project) -> PathBuf {
    project.target.join("pack")
}

/// Writes the parts there, and the types for TypeScript.
pub fn keep(project: &Project, catalogue: &Catalogue) -> Outcome {
    let folder = folder(project);
    for (key, bytes) in pack(catalogue) {
        write(&folder.join(format!("{}.bin", key.trim_end_matches("_bin"))), &bytes)?;
    }
    write(&folder.join("types.d.ts"), release::types::declarations(&catalogue.rules).as_bytes())
}

/// How the keys of what only the outreach page loads begin.
pub const OUTREACH: &str = "outreach_";

/// All parts: asset key and bytes.
pub fn pack(catalogue: &Catalogue) -> Vec<(String, Vec<u8>)> {
    let mut parts = vec![("rules_bin".to_owned(), pack_rules(&catalogue.rules))];
    for (at, lang) in Lang::ALL.into_iter().enumerate() {
        parts.push((format!("words_{}_bin", lang.code()), pack_words(&catalogue.words[at])));
        parts.push((format!("cards_{}_bin", lang.code()), pack_cards(&catalogue.cards[at])));
        parts.push((format!("{OUTREACH}{}_bin", lang.code()), pack_outreach(&catalogue.outreach[at])));
    }
    parts
}

/// What the loader says when nothing else can speak: an object of JavaScript, by language.
pub fn loader_words(catalogue: &Catalogue) -> String {
    by_language(catalogue, |page| {
        let card = |kind: &str| [page.say(&format!("{kind}-title")).to_owned(), page.say(&format!("{kind}-text")).to_owned()];
        serde_json::json!({
            "broken": card("broken"), "guide": card("guide"), "slow": card("slow"), "reload": page.say("reload"), "on": page.say("go-on"), "handbook": page.say("handbook"),
        })
    })
}

/// What the sign of the offline copy says: an object of JavaScript, by language.
pub fn offline_words(catalogue: &Catalogue) -> String {
    by_language(catalogue, |page| {
        let words = ["ready", "loading", "missing", "never", "version"];
        words.into_iter().map(|key| (key.to_owned(), serde_json::json!(page.say(&format!("offline-{key}"))))).collect()
    })
}

/// What is said about the overlay of a province, and the areas that it may hide: an object of JavaScript.
pub fn overlay_words(catalogue: &Catalogue) -> String {
    let words = ["yes", "no", "note", "contacts", "call", "sample", "edition", "hidden", "refused", "new-tab"];
    let all = by_language(catalogue, |page| {
        words.into_iter().map(|key| (key.to_owned(), serde_json::json!(page.say(&format!("overlay-{key}"))))).collect()
    });
    format!("{{hideable:{},words:{all}}}", serde_json::json!(catalogue.hideable.join(" ")))
}

fn by_language(catalogue: &Catalogue, words: impl Fn(&PageWords) -> serde_json::Value) -> String {
    let all = Lang::ALL.into_iter().zip(&catalogue.page).map(|(lang, page)| (lang.code().to_owned(), words(page)));
    serde_json::Value::Object(all.collect()).to_string()
}
