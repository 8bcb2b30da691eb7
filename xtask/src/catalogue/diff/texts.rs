//! Texts of an item in both languages, field by field, whatever the item is.

use serde_json::Value;
use std::collections::BTreeMap;

/// What stands in one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Field {
    /// Not a text of one language: ids, dates, conditions, addresses.
    Plain(String),
    /// A text: Vietnamese, English.
    Text([String; 2]),
    /// A list of texts: Vietnamese, English.
    List([Vec<String>; 2]),
}

/// The fields of an item by name.
pub type Fields = BTreeMap<String, Field>;

/// Adds the texts of an item, given in Vietnamese and in English. Conditions inside are left out: they hold places, which
/// say nothing to a reader; the caller adds them in words.
pub fn add(fields: &mut Fields, vi: &Value, en: &Value) {
    flatten(fields, "", vi, en);
}

fn flatten(fields: &mut Fields, name: &str, vi: &Value, en: &Value) {
    let below = |part: &str| if name.is_empty() { part.to_owned() } else { format!("{name}.{part}") };
    match (vi, en) {
        (Value::String(vi), Value::String(en)) => {
            fields.insert(name.to_owned(), Field::Text([vi.clone(), en.clone()]));
        }
        (Value::Array(vi), Value::Array(en)) if vi.iter().chain(en).all(Value::is_string) => {
            let texts = |list: &[Value]| list.iter().filter_map(Value::as_str).map(String::from).collect();
            fields.insert(name.to_owned(), Field::List([texts(vi), texts(en)]));
        }
        (Value::Array(vi), Value::Array(en)) => {
            for (at, (vi, en)) in vi.iter().zip(en).enumerate() {
                flatten(fields, &format!("{name}[{at}]"), vi, en);
            }
        }
        (Value::Object(vi), Value::Object(en)) => {
            for (part, vi) in vi.iter().filter(|(part, _)| *part != "when") {
                flatten(fields, &below(part), vi, en.get(part).unwrap_or(&Value::Null));
            }
        }
        _ => {}
    }
}
