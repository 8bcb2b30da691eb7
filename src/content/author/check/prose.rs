//! Words and conditions belong together: a condition whose text is empty says nothing, a text that nothing reads is never seen.

use super::could::Could;
use super::place::Placed;
use super::{Catalogue, Found};
use crate::model::{Condition, RuleIx};
use std::{
    collections::{BTreeMap, BTreeSet},
    format,
};
use toml::{Table, Value};

/// Looks at rules, sources, and at the texts for some people only.
pub fn check(catalogue: &Catalogue, tables: &BTreeMap<&str, Table>, could: &Could<'_>, placed: &[Placed<'_>], found: &mut Found) {
    rules(catalogue, could, placed, found);
    sources(tables, catalogue, found);
    let [cards, _] = &catalogue.cards;
    for (platform, card) in catalogue.rules.platforms.iter().zip(&cards.platforms) {
        for (at, variant) in card.variants.iter().enumerate() {
            let (file, key) = (format!("platforms/{}.toml", platform.id), format!("{}.variant[{at}]", platform.id));
            if variant.does.is_empty() && variant.steps.is_empty() && variant.also.is_empty() {
                found.error(&file, &key, "a condition without words; expected does, steps or also");
            }
            if variant.when == Condition::Always {
                found.error(
                    &file,
                    &format!("{key}.when"),
                    "words for some people that everybody gets; write them in the card itself",
                );
            }
        }
    }
}

/// Every rule is used, and what is shown of it has words.
fn rules(catalogue: &Catalogue, could: &Could<'_>, placed: &[Placed<'_>], found: &mut Found) {
    let rules = &catalogue.rules;
    let mut used = BTreeSet::new();
    placed.iter().for_each(|placed| uses(placed.condition, &mut used));
    for (at, rule) in rules.rules.iter().enumerate() {
        let (place, key) = (RuleIx::from_at(at), format!("rule.{}", rule.id));
        let suits = rules.platforms.iter().any(|platform| platform.suits == place);
        let warns = rules.platforms.iter().any(|platform| platform.cautions.contains(&place));
        if !(suits || warns || used.contains(&place)) {
            found.warning("rules.toml", &key, "nothing uses this rule, so nobody ever reads its words");
        }
        let [words, _] = &catalogue.cards;
        let Some(words) = words.rules.get(at) else { continue };
        if (suits || warns) && words.yes.is_empty() {
            found.error("rules.toml", &format!("{key}.yes"), "a card shows this text when the rule holds, and it is empty");
        }
        if suits && words.no.is_empty() && could.hold(&Condition::Not(rule.when.clone().into())) {
            found.error(
                "rules.toml",
                &format!("{key}.no"),
                "a card shows this text when the rule does not hold, and it is empty",
            );
        }
        let fails = suits && could.hold(&Condition::Not(rule.when.clone().into()));
        for (name, unread) in [("yes", !(suits || warns || words.yes.is_empty())), ("no", !(fails || words.no.is_empty()))] {
            if unread {
                found.warning(
                    "rules.toml",
                    &format!("{key}.{name}"),
                    "no card shows this text, so nobody ever reads it; expected \"\"",
                );
            }
        }
    }
}

/// Every source is cited: a platform on hold still cites its own.
fn sources(tables: &BTreeMap<&str, Table>, catalogue: &Catalogue, found: &mut Found) {
    let mut cited = BTreeSet::new();
    tables.values().for_each(|table| table.iter().for_each(|(key, value)| cite(key, value, &mut cited)));
    for id in catalogue.rules.sources.iter().filter(|id| !cited.contains(id.as_str())) {
        found.warning("sources.toml", &format!("source.{id}"), "nothing cites this source");
    }
}

fn cite<'a>(key: &str, value: &'a Value, cited: &mut BTreeSet<&'a str>) {
    match value {
        Value::Array(list) if key == "sources" => cited.extend(list.iter().filter_map(Value::as_str)),
        Value::Array(list) => list.iter().for_each(|value| cite("", value, cited)),
        Value::Table(table) => table.iter().for_each(|(key, value)| cite(key, value, cited)),
        _ => {}
    }
}

fn uses(condition: &Condition, used: &mut BTreeSet<RuleIx>) {
    match condition {
        Condition::Rule(rule) => {
            used.insert(*rule);
        }
        Condition::All(parts) | Condition::Any(parts) => parts.iter().for_each(|part| uses(part, used)),
        Condition::Not(part) => uses(part, used),
        _ => {}
    }
}
