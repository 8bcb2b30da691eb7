//! Entries of files: each is read alone, so that one broken entry does not hide the others and every message has a key.

use super::Found;
use serde::de::DeserializeOwned;
use std::{collections::BTreeMap, format, string::String, string::ToString, vec::Vec};
use toml::{Table, Value};

/// The texts of the files below `catalogue/`, by path.
pub struct Files<'a>(pub &'a BTreeMap<String, String>);

impl Files<'_> {
    /// A file as a table; a missing or broken one is a finding.
    pub fn table(&self, file: &str, found: &mut Found) -> Table {
        let Some(text) = self.0.get(file) else {
            found.error(file, "-", "the file is missing");
            return Table::new();
        };
        match text.parse::<Table>() {
            Ok(table) => table,
            Err(error) => {
                let line = error.span().map_or(0, |span| text[..span.start.min(text.len())].lines().count().max(1));
                found.error(file, &format!("line {line}"), error.message().replace('\n', ", "));
                Table::new()
            }
        }
    }

    /// A file as one shape.
    pub fn whole<T: DeserializeOwned>(&self, file: &str, found: &mut Found) -> Option<T> {
        let table = self.table(file, found);
        shape(file, "", Value::Table(table), found)
    }

    /// The entries `[[name]]` of a file, each with its key.
    pub fn entries<T: DeserializeOwned>(&self, file: &str, name: &str, found: &mut Found) -> Vec<(String, T)> {
        let mut table = self.table(file, found);
        let list = table.remove(name);
        for other in table.keys() {
            found.error(file, other, format!("unknown key; expected only [[{name}]]"));
        }
        let Some(Value::Array(list)) = list else { return Vec::new() };
        let mut entries = Vec::new();
        for (at, value) in list.into_iter().enumerate() {
            let id = value
                .get("id")
                .or_else(|| value.get("code"))
                .and_then(Value::as_str)
                .map_or_else(|| at.to_string(), String::from);
            let key = format!("{name}.{id}");
            if let Some(entry) = shape(file, &key, value, found) {
                entries.push((key, entry));
            }
        }
        entries
    }
}

/// Reads one value as a shape; the finding names the place inside it.
pub fn shape<T: DeserializeOwned>(file: &str, key: &str, value: Value, found: &mut Found) -> Option<T> {
    match serde_path_to_error::deserialize(value) {
        Ok(shape) => Some(shape),
        Err(error) => {
            let inner = error.path().to_string();
            let place = match (key, inner.as_str()) {
                ("", ".") => String::from("-"),
                ("", inner) => String::from(inner),
                (key, ".") => String::from(key),
                (key, inner) => format!("{key}.{inner}"),
            };
            found.error(file, &place, error.into_inner().to_string().trim().replace('\n', ", "));
            None
        }
    }
}
