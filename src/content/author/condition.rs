//! Conditions as written in TOML, with every name resolved.

use super::Found;
use crate::model::{CapabilityIx, Condition, Mask, Need, PlatformIx, Question, QuestionIx, RuleIx, SourceIx};
use std::{boxed::Box, collections::BTreeMap, format, string::String, vec::Vec};
use toml::{Table, Value};

/// The names that conditions may use, as far as they are known yet.
#[derive(Default)]
pub struct Names {
    pub questions: Vec<Question>,
    pub areas: Vec<String>,
    pub capabilities: Vec<String>,
    pub rules: Vec<String>,
    pub platforms: Vec<String>,
    /// Platforms on hold: nowhere, and nothing that names them is a mistake.
    pub held: Vec<String>,
    pub sources: Vec<String>,
}

fn place(list: &[String], id: &str) -> Option<usize> {
    list.iter().position(|known| known == id)
}

impl Names {
    pub fn question(&self, id: &str) -> Option<QuestionIx> {
        self.questions.iter().position(|question| question.id == id).map(QuestionIx::from_at)
    }
    pub fn capability(&self, id: &str) -> Option<CapabilityIx> {
        place(&self.capabilities, id).map(CapabilityIx::from_at)
    }
    pub fn rule(&self, id: &str) -> Option<RuleIx> {
        place(&self.rules, id).map(RuleIx::from_at)
    }
    pub fn platform(&self, id: &str) -> Option<PlatformIx> {
        place(&self.platforms, id).map(PlatformIx::from_at)
    }
    pub fn source(&self, id: &str) -> Option<SourceIx> {
        place(&self.sources, id).map(SourceIx::from_at)
    }
}

/// Where a value stands, for findings.
pub struct At<'a> {
    pub file: &'a str,
    pub key: String,
}

impl At<'_> {
    pub fn new<'a>(file: &'a str, key: impl Into<String>) -> At<'a> {
        At { file, key: key.into() }
    }

    pub fn inner(&self, part: &str) -> At<'_> {
        At { file: self.file, key: format!("{}.{part}", self.key) }
    }

    pub fn error(&self, found: &mut Found, sentence: impl Into<String>) {
        found.error(self.file, &self.key, sentence);
    }
}

/// Resolves a list of ids, naming the unknown ones.
pub fn ids<T>(names: &[String], at: &At<'_>, kind: &str, found: &mut Found, find: impl Fn(&str) -> Option<T>) -> Vec<T> {
    let mut places = Vec::new();
    for id in names {
        match find(id) {
            Some(place) => places.push(place),
            None => at.error(found, format!("unknown {kind} \"{id}\"")),
        }
    }
    places
}

/// Reads a condition; what is broken holds for nobody and is a finding.
pub fn condition(value: &Value, names: &Names, at: &At<'_>, found: &mut Found) -> Condition {
    let broken = || Condition::Any(Vec::new());
    let Some(table) = value.as_table() else {
        at.error(found, "a condition is a table such as { question = \"audience\", is = [\"citizen\"] }");
        return broken();
    };
    let keys: Vec<&str> = table.keys().map(String::as_str).collect();
    match keys.as_slice() {
        ["always"] => Condition::Always,
        ["all"] => Condition::All(list(table, "all", names, at, found)),
        ["any"] => Condition::Any(list(table, "any", names, at, found)),
        ["not"] => Condition::Not(Box::new(condition(&table["not"], names, &at.inner("not"), found))),
        ["has"] => {
            named(table, "has", "capability", at, found, |id| names.capability(id).map(Condition::Has)).unwrap_or_else(broken)
        }
        ["rule"] => named(table, "rule", "rule", at, found, |id| names.rule(id).map(Condition::Rule)).unwrap_or_else(broken),
        _ => answer(table, names, at, found).unwrap_or_else(broken),
    }
}

fn list(table: &Table, key: &str, names: &Names, at: &At<'_>, found: &mut Found) -> Vec<Condition> {
    let Some(parts) = table[key].as_array().filter(|parts| !parts.is_empty()) else {
        at.inner(key).error(found, "expected a list of conditions");
        return Vec::new();
    };
    let parts = parts.iter().enumerate();
    parts.map(|(index, part)| condition(part, names, &at.inner(&format!("{key}[{index}]")), found)).collect()
}

fn named<T>(table: &Table, key: &str, kind: &str, at: &At<'_>, found: &mut Found, find: impl Fn(&str) -> Option<T>) -> Option<T> {
    let id = table[key].as_str().unwrap_or_default();
    let place = find(id);
    if place.is_none() {
        at.inner(key).error(found, format!("unknown {kind} \"{id}\" (a rule may use earlier rules only)"));
    }
    place
}

/// `{ question, is }`, `{ question, said }`, `{ question, of, at_least }`.
fn answer(table: &Table, names: &Names, at: &At<'_>, found: &mut Found) -> Option<Condition> {
    const SHAPES: &str = "expected one of: always, all, any, not, has, rule, or question with is, said, or of and at_least";
    let known = ["question", "is", "said", "of", "at_least"];
    if let Some(other) = table.keys().find(|key| !known.contains(&key.as_str())) {
        at.inner(other).error(found, format!("unknown key; {SHAPES}"));
        return None;
    }
    let Some(id) = table.get("question").and_then(Value::as_str) else {
        at.error(found, SHAPES);
        return None;
    };
    let Some(place) = names.question(id) else {
        at.inner("question").error(found, format!("unknown question \"{id}\""));
        return None;
    };
    let question = names.questions.get(place.at())?;
    match (table.get("is"), table.get("said"), table.get("of"), table.get("at_least").and_then(Value::as_integer)) {
        (Some(is), None, None, None) => Some(Condition::Is(place, choices(question, is, &at.inner("is"), found))),
        (None, Some(said), None, None) => Some(Condition::Said(place, choices(question, said, &at.inner("said"), found))),
        (None, None, Some(of), Some(least)) => {
            Some(Condition::AtLeast(place, choices(question, of, &at.inner("of"), found), u8::try_from(least).unwrap_or(u8::MAX)))
        }
        _ => {
            at.error(found, SHAPES);
            None
        }
    }
}

fn choices(question: &Question, value: &Value, at: &At<'_>, found: &mut Found) -> Mask {
    let Some(ids) = value.as_array().filter(|ids| !ids.is_empty()) else {
        at.error(found, "expected a list of choices");
        return 0;
    };
    let mut mask = 0;
    for id in ids.iter().map(|id| id.as_str().unwrap_or_default()) {
        match question.choice(id) {
            Some(bit) if bit & question.unknown != 0 => {
                at.error(found, format!("the choice \"{id}\" stands for unknown and can never hold"));
            }
            Some(bit) => mask |= bit,
            None => at.error(found, format!("unknown choice \"{id}\" of question \"{}\"", question.id)),
        }
    }
    mask
}

/// An optional condition; left out it holds for everybody.
pub fn or_always(value: Option<&Value>, names: &Names, at: &At<'_>, found: &mut Found) -> Condition {
    value.map_or(Condition::Always, |value| condition(value, names, at, found))
}

/// Reads needs: `"smartphone"` or `{ any = ["bank-account"], when = … }`.
pub fn needs(values: &[Value], names: &Names, at: &At<'_>, found: &mut Found) -> Vec<Need> {
    let mut needs: BTreeMap<usize, Need> = BTreeMap::new();
    for (index, value) in values.iter().enumerate() {
        let at = at.inner(&format!("[{index}]"));
        let (any, when) = match value {
            Value::String(id) => (std::vec![id.clone()], Condition::Always),
            Value::Table(table) => {
                if let Some(other) = table.keys().find(|key| !["any", "when"].contains(&key.as_str())) {
                    at.inner(other).error(found, "unknown key; expected any and when");
                }
                let any = table.get("any").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
                let any = any.iter().filter_map(Value::as_str).map(String::from).collect();
                (any, or_always(table.get("when"), names, &at.inner("when"), found))
            }
            _ => (Vec::new(), Condition::Always),
        };
        let any = ids(&any, &at, "capability", found, |id| names.capability(id));
        if any.is_empty() {
            at.error(found, "expected a capability or { any = [capabilities], when = condition }");
        } else {
            needs.insert(index, Need { any, when });
        }
    }
    needs.into_values().collect()
}
