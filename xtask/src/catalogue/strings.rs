//! Every string of a TOML file of the catalogue: where it stands, as a stable place a person can read, and the bytes it takes.

use std::ops::Range;
use toml_edit::{Array, ArrayOfTables, Document, Item, TableLike, Value};

/// Keys whose text says what a table is about, best first.
const LABELS: [&str; 5] = ["name", "title", "ask", "label", "short"];

/// A string of a file.
pub struct Found {
    /// The table it stands in, such as `steps[2]` or `question[device]`; an item of a list of strings: the item itself.
    pub place: String,
    /// Its key in that table; empty for an item of a list.
    pub key: String,
    /// What it says.
    pub text: String,
    /// Its bytes in the file, quotes included.
    pub span: Range<usize>,
    /// Whether its table is written in one pair of braces.
    pub inline: bool,
    /// What the tables around it are about.
    pub about: String,
}

/// All strings of a file, in its order.
///
/// # Errors
/// The file is no TOML: one sentence.
pub fn of(file: &str, source: &str) -> Result<Vec<Found>, String> {
    let document = Document::parse(source).map_err(|error| {
        let line = error.span().map_or(1, |span| source[..span.start.min(source.len())].matches('\n').count() + 1);
        format!("catalogue/{file} line {line} is not valid TOML: `cargo xtask catalogue check` says why.")
    })?;
    let mut walk = Walk { source, found: Vec::new() };
    walk.table(document.as_table(), "", "", false);
    walk.found.sort_by_key(|found| found.span.start);
    Ok(walk.found)
}

struct Walk<'a> {
    source: &'a str,
    found: Vec<Found>,
}

impl Walk<'_> {
    fn table(&mut self, table: &dyn TableLike, place: &str, about: &str, inline: bool) {
        let about = [about.to_owned(), label(table), self.condition(table)];
        let about = about.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" › ");
        for (key, item) in table.iter() {
            let inner = if place.is_empty() { key.to_owned() } else { format!("{place}.{key}") };
            match item {
                Item::Value(Value::String(_)) => self.string(item.as_str(), item.span(), place, key, &about, inline),
                Item::Value(value) => self.value(value, &inner, &about),
                Item::Table(table) => self.table(table, &inner, &about, false),
                Item::ArrayOfTables(list) => self.tables(list, &inner, &about),
                Item::None => {}
            }
        }
    }

    fn value(&mut self, value: &Value, place: &str, about: &str) {
        match value {
            Value::String(_) => self.string(value.as_str(), value.span(), place, "", about, true),
            Value::InlineTable(table) => self.table(table, place, about, true),
            Value::Array(list) => self.list(list, place, about),
            _ => {}
        }
    }

    fn list(&mut self, list: &Array, place: &str, about: &str) {
        let ids: Vec<Option<&str>> =
            list.iter().map(|value| value.as_inline_table().and_then(|table| own_id(table as &dyn TableLike))).collect();
        for (at, value) in list.iter().enumerate() {
            self.value(value, &format!("{place}[{}]", name(&ids, at)), about);
        }
    }

    fn tables(&mut self, list: &ArrayOfTables, place: &str, about: &str) {
        let ids: Vec<Option<&str>> = list.iter().map(|table| own_id(table as &dyn TableLike)).collect();
        for (at, table) in list.iter().enumerate() {
            self.table(table, &format!("{place}[{}]", name(&ids, at)), about, false);
        }
    }

    fn string(&mut self, text: Option<&str>, span: Option<Range<usize>>, place: &str, key: &str, about: &str, inline: bool) {
        let (Some(text), Some(span)) = (text, span) else { return };
        let (place, key, text, about) = (place.to_owned(), key.to_owned(), text.to_owned(), about.to_owned());
        self.found.push(Found { place, key, text, span, inline, about });
    }

    /// The condition of a variant as it is written: whoever reads its texts should know whom they are for.
    fn condition(&self, table: &dyn TableLike) -> String {
        let written = table.get("when").and_then(Item::span).and_then(|span| self.source.get(span)).unwrap_or("");
        written.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// The first text of a table that says what it is about, in the first language that it has.
fn label(table: &dyn TableLike) -> String {
    let pair = LABELS.iter().find_map(|key| table.get(key).and_then(Item::as_table_like));
    pair.and_then(|pair| pair.iter().find_map(|(_, item)| item.as_str())).unwrap_or("").to_owned()
}

fn own_id(table: &dyn TableLike) -> Option<&str> {
    table.get("id").or_else(|| table.get("code")).and_then(Item::as_str)
}

/// The id of a table in a list where it is the only one of that id, else its number from 0, as `check` counts.
fn name(ids: &[Option<&str>], at: usize) -> String {
    match ids[at] {
        Some(id) if ids.iter().filter(|other| **other == Some(id)).count() == 1 => id.to_owned(),
        _ => at.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_stable_and_speak_of_ids() {
        let source = "name = { vi = \"Nhà\" }\nsteps = [ { vi = \"một\" }, { vi = \"hai\" } ]\n[[variant]]\nwhen = { rule =   \"r\" }\n\
                      does = { vi = \"x\" }\n[[choice]]\nid = \"a\"\nlabel.vi = \"A\"\n[[choice]]\nid = \"b\"\n[[choice]]\nid = \"b\"\n";
        let found = of("a.toml", source).unwrap_or_default();
        let places: Vec<String> = found.iter().map(|one| format!("{}/{}={}", one.place, one.key, one.text)).collect();
        assert_eq!(
            places,
            [
                "name/vi=Nhà",
                "steps[0]/vi=một",
                "steps[1]/vi=hai",
                "variant[0].when/rule=r",
                "variant[0].does/vi=x",
                "choice[a]/id=a",
                "choice[a].label/vi=A",
                "choice[1]/id=b",
                "choice[2]/id=b"
            ]
        );
        assert_eq!(found[4].about, "Nhà › { rule = \"r\" }");
        assert!(found.iter().all(|one| source[one.span.clone()] == format!("\"{}\"", one.text)));
    }

    #[test]
    fn a_broken_file_is_named_with_its_line() {
        let sentence = of("a.toml", "x = 1\ny = \n").err().unwrap_or_default();
        assert!(sentence.starts_with("catalogue/a.toml line 2 is not valid TOML"), "{sentence}");
    }
}
