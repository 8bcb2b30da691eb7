//! A link or number that was withdrawn must not go on standing in a text.

use super::Found;
use super::texts::Text;
use std::{collections::BTreeMap, format, string::String, vec::Vec};
use toml::{Table, Value};

/// Names every text that still shows what a platform withdraws. Only warnings: the withdrawal itself is never held up.
pub fn check(tables: &BTreeMap<&str, Table>, texts: &[Text<'_>], found: &mut Found) {
    for (file, table) in tables {
        let listed = table.get("withdrawn").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        let listed = |name: &str| listed.iter().any(|value| value.as_str() == Some(name));
        if listed("link") {
            let link = table.get("link").and_then(Value::as_str).unwrap_or_default();
            let host = link.trim_start_matches("https://").trim_start_matches("www.").split('/').next().unwrap_or_default();
            still(file, host, texts, found, |text| text.to_lowercase().contains(host));
        }
        if listed("hotline") {
            let number =
                table.get("hotline").and_then(|hotline| hotline.get("digits")).and_then(Value::as_str).unwrap_or_default();
            still(file, number, texts, found, |text| digits(text).iter().any(|run| run == number));
        }
    }
}

fn still(file: &str, what: &str, texts: &[Text<'_>], found: &mut Found, shows: impl Fn(&str) -> bool) {
    for text in texts.iter().filter(|text| !what.is_empty() && shows(text.text)) {
        found.warning(text.file, &text.key, format!("the text still shows {what}, which {file} withdraws ({})", text.lang));
    }
}

/// The numbers of a text, joined over the gaps that telephone numbers are written with.
fn digits(text: &str) -> Vec<String> {
    let mut runs = std::vec![String::new()];
    for sign in text.chars() {
        match (sign, runs.last_mut()) {
            ('0'..='9', Some(run)) => run.push(sign),
            (' ' | '\u{a0}' | '.' | '-', _) => {}
            _ => runs.push(String::new()),
        }
    }
    runs
}
