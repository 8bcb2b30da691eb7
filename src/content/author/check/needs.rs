//! What is needed first: cycles, and platforms for which nobody can ever have everything.

use super::could::Could;
use super::{Catalogue, Found};
use crate::model::{Condition, Need, Rules};
use std::{collections::BTreeMap, format, vec::Vec};
use toml::{Table, Value};

/// Looks at all needs.
pub fn check(catalogue: &Catalogue, could: &Could<'_>, found: &mut Found) {
    let rules = &catalogue.rules;
    cycles(rules, found);
    for platform in &rules.platforms {
        let there = |need: &Need| {
            let has = need.any.iter().map(|capability| match rules.capabilities.get(capability.at()) {
                // Papers are never missing.
                Some(entry) if entry.paper => Condition::Always,
                _ => Condition::Has(*capability),
            });
            Condition::Any(has.chain([Condition::Not(need.when.clone().into())]).collect())
        };
        let suits = Condition::Rule(platform.suits);
        let mut all: Vec<Condition> = platform.needs.iter().map(there).collect();
        all.push(suits.clone());
        // A rule that can never hold is named where it stands.
        if could.hold(&suits) && !could.hold(&Condition::All(all)) {
            found.error(
                &format!("platforms/{}.toml", platform.id),
                &format!("{}.needs", platform.id),
                "nobody whom this suits can have everything that is needed: it can never become ready",
            );
        }
    }
}

/// A capability needs only those above it, so that there is no cycle among them.
pub fn order(tables: &BTreeMap<&str, Table>, found: &mut Found) {
    let list = tables.get("capabilities.toml").and_then(|table| table.get("capability")).and_then(Value::as_array);
    let list: Vec<(&str, &Value)> =
        list.into_iter().flatten().filter_map(|entry| Some((entry.get("id")?.as_str()?, entry))).collect();
    for (at, (id, entry)) in list.iter().enumerate() {
        let needs = entry.get("requires").and_then(Value::as_array).into_iter().flatten();
        let alternatives =
            |need: &Value| need.get("any").and_then(Value::as_array).cloned().unwrap_or_else(|| [need.clone()].into());
        for need in needs.flat_map(alternatives) {
            if let Some((below, _)) = list.iter().skip(at).find(|(other, _)| need.as_str() == Some(*other)) {
                let sentence =
                    format!("\"{below}\" stands here or below: a cycle, or the wrong order; expected only capabilities above");
                found.error("capabilities.toml", &format!("capability.{id}.requires"), sentence);
            }
        }
    }
}

/// Needs of everybody without an alternative: only these make a cycle certain.
fn certain(needs: &[Need]) -> impl Iterator<Item = usize> {
    needs
        .iter()
        .filter(|need| need.when == Condition::Always && need.any.len() == 1)
        .flat_map(|need| &need.any)
        .map(|one| one.at())
}

/// A capability whose card, or whose card's needs, want the capability itself.
fn cycles(rules: &Rules, found: &mut Found) {
    for (place, capability) in rules.capabilities.iter().enumerate() {
        let mut seen = Vec::new();
        let mut open = std::vec![place];
        while let Some(next) = open.pop() {
            let Some(entry) = rules.capabilities.get(next) else { continue };
            let card = entry.card.and_then(|card| rules.platforms.get(card.at()));
            let wanted = certain(&entry.requires).chain(card.into_iter().flat_map(|card| certain(&card.needs)));
            for need in wanted.collect::<Vec<_>>() {
                if !seen.contains(&need) {
                    seen.push(need);
                    open.push(need);
                }
            }
        }
        if seen.contains(&place) {
            let sentence = "a cycle: to get this one needs it already (see requires, and the needs of its card)";
            found.error("capabilities.toml", &format!("capability.{}", capability.id), sentence);
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
}
