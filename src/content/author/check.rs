//! What can be wrong although every name resolves: ids twice, wrong shapes, files nobody lists, stale and unread items.

use super::{Catalogue, Found};
use std::{collections::BTreeMap, collections::BTreeSet, format, string::String};

/// Looks at the whole catalogue.
pub fn check(catalogue: &Catalogue, files: &BTreeMap<String, String>, found: &mut Found) {
    let rules = &catalogue.rules;
    twice(found, "questions.toml", "question", rules.questions.iter().map(|entry| entry.id.as_str()));
    twice(found, "areas.toml", "area", rules.areas.iter().map(|entry| entry.id.as_str()));
    twice(found, "rules.toml", "rule", rules.rules.iter().map(|entry| entry.id.as_str()));
    twice(found, "capabilities.toml", "capability", rules.capabilities.iter().map(|entry| entry.id.as_str()));
    twice(found, "areas.toml", "platform", rules.platforms.iter().map(|entry| entry.id.as_str()));
    twice(found, "obligations", "obligation", rules.obligations.iter().map(|entry| entry.id.as_str()));
    twice(found, "sources.toml", "source", rules.sources.iter().map(String::as_str));
    let listed: BTreeSet<String> = rules.platforms.iter().map(|platform| format!("platforms/{}.toml", platform.id)).collect();
    for file in files.keys().filter(|file| file.starts_with("platforms/")) {
        if !listed.contains(file) && !files[file].contains("release = \"hold\"") && !files[file].contains("release    = \"hold\"")
        {
            found.error(file, "-", "no area of areas.toml lists this platform, or it could not be read");
        }
    }
    for question in &rules.questions {
        let key = format!("question.{}", question.id);
        twice(found, "questions.toml", &key, question.choices.iter().map(|choice| choice.id.as_str()));
        if !question.several && (question.exclusive != 0 || question.most != 0) {
            found.error("questions.toml", &key, "exclusive and most belong to questions with several choices");
        }
    }
    for (place, capability) in rules.capabilities.iter().enumerate() {
        if capability.paper && capability.step_when_unknown {
            found.error(
                "capabilities.toml",
                &format!("capability.{}", capability.id),
                "paper is never asked about, so it is never unknown",
            );
        }
        let gives = rules.platforms.iter().filter(|platform| platform.gives.iter().any(|gain| gain.at() == place));
        for platform in gives.filter(|platform| platform.needs.iter().any(|need| need.any.iter().all(|need| need.at() == place)))
        {
            found.error(
                &format!("platforms/{}.toml", platform.id),
                &platform.id,
                format!("needs and gives \"{}\": a cycle", capability.id),
            );
        }
    }
    for (at, (words, cards)) in catalogue.words.iter().zip(&catalogue.cards).enumerate() {
        for word in crate::view::Word::ALL {
            if word.of(words, cards).is_empty() {
                found.error(
                    "interface.toml",
                    &format!("words.{}", word.key()),
                    format!("the text is empty ({})", crate::text::Lang::ALL[at].code()),
                );
            }
        }
    }
    for (at, page) in catalogue.page.iter().enumerate() {
        let all = page.guide.iter().chain(&page.broken).chain([&page.opening, &page.reload]);
        if all.into_iter().any(String::is_empty) {
            found.error("interface.toml", "page", format!("a text is empty ({})", crate::text::Lang::ALL[at].code()));
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
