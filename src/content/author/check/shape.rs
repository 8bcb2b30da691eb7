//! Ids twice, wrong shapes, files nobody lists, unread items.

use super::place::obligation_files;
use super::{Catalogue, Found};
use std::{collections::BTreeMap, collections::BTreeSet, format, string::String};
use toml::{Table, Value};

/// The files as tables; a file that is no TOML has been named already and is left out.
pub fn tables(files: &BTreeMap<String, String>) -> BTreeMap<&str, Table> {
    files.iter().filter_map(|(file, text)| Some((file.as_str(), text.parse().ok()?))).collect()
}

/// Looks at ids and files.
pub fn check(catalogue: &Catalogue, tables: &BTreeMap<&str, Table>, found: &mut Found) {
    let rules = &catalogue.rules;
    twice(found, "questions.toml", "question", rules.questions.iter().map(|entry| entry.id.as_str()));
    twice(found, "areas.toml", "area", rules.areas.iter().map(|entry| entry.id.as_str()));
    twice(found, "rules.toml", "rule", rules.rules.iter().map(|entry| entry.id.as_str()));
    twice(found, "capabilities.toml", "capability", rules.capabilities.iter().map(|entry| entry.id.as_str()));
    twice(found, "areas.toml", "platform", rules.platforms.iter().map(|entry| entry.id.as_str()));
    let topics = obligation_files(catalogue);
    let mut seen = BTreeSet::new();
    for id in rules.obligations.iter().map(|entry| entry.id.as_str()) {
        let file = topics.get(id).copied().unwrap_or_default();
        twice(found, file, "obligation", core::iter::once(id));
        if !seen.insert(id) {
            found.error(file, &format!("obligation.{id}"), "the id stands here twice");
        }
    }
    twice(found, "sources.toml", "source", rules.sources.iter().map(String::as_str));
    let listed: BTreeSet<String> = rules.platforms.iter().map(|platform| format!("platforms/{}.toml", platform.id)).collect();
    for (file, table) in tables.iter().filter(|(file, _)| file.starts_with("platforms/") && !listed.contains(**file)) {
        if table.get("release").and_then(Value::as_str) != Some("hold") {
            found.error(file, "-", "no area of areas.toml lists this platform, or it could not be read");
        }
    }
    let named = tables.get("catalogue.toml").and_then(|table| table.get("obligation_files")).and_then(Value::as_array);
    let named: BTreeSet<String> =
        named.into_iter().flatten().filter_map(|name| Some(format!("obligations/{}.toml", name.as_str()?))).collect();
    for file in tables.keys().filter(|file| file.starts_with("obligations/") && !named.contains(**file)) {
        found.error(file, "-", "obligation_files of catalogue.toml does not list this file, so nobody sees it");
    }
    for question in &rules.questions {
        let key = format!("question.{}", question.id);
        twice(found, "questions.toml", &key, question.choices.iter().map(|choice| choice.id.as_str()));
        if !question.several && (question.exclusive != 0 || question.most != 0) {
            found.error("questions.toml", &key, "exclusive and most belong to questions with several choices");
        }
    }
    for capability in &rules.capabilities {
        if capability.paper && capability.step_when_unknown {
            found.error(
                "capabilities.toml",
                &format!("capability.{}", capability.id),
                "paper is never asked about, so it is never unknown",
            );
        }
    }
    for review in catalogue.reviews.iter().filter(|review| review.read_on.is_none()) {
        found.warning(&review.file, &review.key, "nobody but the writer has read these texts yet (read_on)");
    }
}

fn twice<'a>(found: &mut Found, file: &str, kind: &str, ids: impl Iterator<Item = &'a str>) {
    let mut seen = BTreeSet::new();
    for id in ids {
        if !seen.insert(id) {
            found.error(file, &format!("{kind}.{id}"), "the id stands here twice");
        }
        if !id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-') && kind != "source" {
            found.error(file, &format!("{kind}.{id}"), "ids are lower-case words joined by hyphens");
        }
    }
}
