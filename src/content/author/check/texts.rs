//! All texts of the files with their places; texts that are empty, addresses that are not safe.

use super::{Found, plain};
use std::{collections::BTreeMap, format, string::String, vec::Vec};
use toml::{Table, Value};

/// The languages of a text in a file, as keys.
const LANGS: [&str; 2] = ["vi", "en"];

/// A text in one language.
pub struct Text<'a> {
    /// File below `catalogue/`.
    pub file: &'a str,
    /// Place in the file.
    pub key: String,
    /// Its language.
    pub lang: &'static str,
    /// The text.
    pub text: &'a str,
}

/// Every text of every file. A text is a table that has both languages, or one.
pub fn all<'a>(tables: &'a BTreeMap<&'a str, Table>) -> Vec<Text<'a>> {
    let mut texts = Vec::new();
    // What is written about texts is none.
    for (file, table) in tables.iter().filter(|(file, _)| **file != plain::FILE) {
        // The keys of a platform begin with its id, as in all other findings.
        let id = file.strip_prefix("platforms/").and_then(|name| name.strip_suffix(".toml")).unwrap_or_default();
        for (name, value) in table {
            walk(file, &join(id, name), value, &mut texts);
        }
    }
    texts
}

fn join(key: &str, name: &str) -> String {
    if key.is_empty() { name.into() } else { format!("{key}.{name}") }
}

fn walk<'a>(file: &'a str, key: &str, value: &'a Value, texts: &mut Vec<Text<'a>>) {
    match value {
        Value::Table(table) if table.keys().any(|key| LANGS.contains(&key.as_str())) => {
            for lang in LANGS {
                let text = table.get(lang).and_then(Value::as_str).unwrap_or_default();
                texts.push(Text { file, key: key.into(), lang, text });
            }
        }
        Value::Table(table) => table.iter().for_each(|(name, value)| walk(file, &join(key, name), value, texts)),
        Value::Array(list) => {
            for (at, value) in list.iter().enumerate() {
                let id = value.get("id").or_else(|| value.get("code")).and_then(Value::as_str);
                // A choice stands as "question.choice", as in all other findings.
                let key = id.map_or_else(|| format!("{key}[{at}]"), |id| join(key.trim_end_matches(".choice"), id));
                walk(file, &key, value, texts);
            }
        }
        _ => {}
    }
}

/// Both languages say something; no address is without encryption.
pub fn check(tables: &BTreeMap<&str, Table>, texts: &[Text<'_>], found: &mut Found) {
    // What is not said by a rule that fails for nobody, or that only warns, may be empty: `prose` looks at these.
    let of_rule = |text: &Text<'_>| text.file == "rules.toml" && (text.key.ends_with(".no") || text.key.ends_with(".yes"));
    for pair in texts.chunks(LANGS.len()) {
        let empty: Vec<&Text<'_>> = pair.iter().filter(|text| text.text.trim().is_empty()).collect();
        if let (Some(text), false) = (empty.first(), empty.len() == LANGS.len() && of_rule(&pair[0])) {
            let sentence = match empty.len() {
                1 => format!("the text is missing in one language ({})", text.lang),
                _ => "the text is empty; expected words in both languages, or no such key".into(),
            };
            found.error(text.file, &text.key, sentence);
        }
    }
    for text in texts.iter().filter(|text| text.text.contains("http://")) {
        found.error(text.file, &text.key, format!("an address begins with http://, expected https:// ({})", text.lang));
    }
    for (file, table) in tables {
        if let Some(link) = table.get("link").and_then(Value::as_str).filter(|link| !link.is_empty()) {
            let host = link.strip_prefix("https://").and_then(|rest| rest.split(['/', '?', '#']).next()).unwrap_or_default();
            let plain = host.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b".-".contains(&byte));
            if link.starts_with("https://") && !(plain && host.contains('.')) {
                found.error(file, "link", "expected https:// and a host in plain lower-case letters, without name or port");
            }
        }
    }
}
