//! Where the conditions of a catalogue stand, so that a finding about one can name file and key.

use super::super::Catalogue;
use crate::model::{Condition, Need};
use std::{collections::BTreeMap, format, string::String, vec::Vec};

/// A condition and where it is written.
pub struct Placed<'a> {
    /// File below `catalogue/`.
    pub file: String,
    /// Place in the file.
    pub key: String,
    /// The condition.
    pub condition: &'a Condition,
}

/// The file of each obligation by id: obligations stand in files by topic.
pub fn obligation_files(catalogue: &Catalogue) -> BTreeMap<&str, &str> {
    let of = |key: &'_ str| key.strip_prefix("obligation.").map(str::len);
    catalogue
        .reviews
        .iter()
        .filter_map(|review| of(&review.key).map(|length| (&review.key[review.key.len() - length..], review.file.as_str())))
        .collect()
}

/// Every condition of the catalogue.
pub fn conditions(catalogue: &Catalogue) -> Vec<Placed<'_>> {
    let rules = &catalogue.rules;
    let mut list = List(Vec::new());
    list.add("catalogue.toml", "-.no_phone_when", &rules.no_phone_when);
    for question in &rules.questions {
        let key = format!("question.{}", question.id);
        list.add("questions.toml", &format!("{key}.when"), &question.when);
        for choice in &question.choices {
            list.add("questions.toml", &format!("{key}.{}.offered", choice.id), &choice.offered);
            for (_, when) in &choice.areas_when {
                list.add("questions.toml", &format!("{key}.{}.areas_when", choice.id), when);
            }
        }
    }
    for rule in &rules.rules {
        list.add("rules.toml", &format!("rule.{}.when", rule.id), &rule.when);
    }
    let [cards, _] = &catalogue.cards;
    for (at, capability) in rules.capabilities.iter().enumerate() {
        let key = format!("capability.{}", capability.id);
        // Papers without `yes` are written as a condition without parts.
        if !capability.paper {
            list.add("capabilities.toml", &format!("{key}.yes"), &capability.yes);
        }
        list.needs("capabilities.toml", &format!("{key}.requires"), &capability.requires);
        list.maybe("capabilities.toml", &format!("{key}.first_when"), capability.first_when.as_ref());
        for (number, variant) in cards.capabilities.get(at).into_iter().flat_map(|card| &card.variants).enumerate() {
            list.add("capabilities.toml", &format!("{key}.variant[{number}].when"), &variant.when);
        }
    }
    for (at, platform) in rules.platforms.iter().enumerate() {
        let (file, id) = (format!("platforms/{}.toml", platform.id), &platform.id);
        list.needs(&file, &format!("{id}.needs"), &platform.needs);
        list.maybe(&file, &format!("{id}.using"), platform.using.as_ref());
        list.maybe(&file, &format!("{id}.strains"), platform.strains.as_ref());
        for (number, variant) in cards.platforms.get(at).into_iter().flat_map(|card| &card.variants).enumerate() {
            list.add(&file, &format!("{id}.variant[{number}].when"), &variant.when);
        }
    }
    let files = obligation_files(catalogue);
    for obligation in &rules.obligations {
        let file = files.get(obligation.id.as_str()).copied().unwrap_or_default();
        let key = format!("obligation.{}", obligation.id);
        for (number, case) in obligation.kinds.iter().enumerate() {
            list.add(file, &format!("{key}.kinds[{number}].when"), &case.when);
        }
        list.maybe(file, &format!("{key}.in_hand"), obligation.in_hand.as_ref());
        list.maybe(file, &format!("{key}.first_when"), obligation.first_when.as_ref());
    }
    list.0
}

struct List<'a>(Vec<Placed<'a>>);

impl<'a> List<'a> {
    fn add(&mut self, file: &str, key: &str, condition: &'a Condition) {
        self.0.push(Placed { file: file.into(), key: key.into(), condition });
    }

    fn maybe(&mut self, file: &str, key: &str, condition: Option<&'a Condition>) {
        if let Some(condition) = condition {
            self.add(file, key, condition);
        }
    }

    fn needs(&mut self, file: &str, key: &str, needs: &'a [Need]) {
        for (at, need) in needs.iter().enumerate() {
            self.add(file, &format!("{key}.[{at}].when"), &need.when);
        }
    }
}
