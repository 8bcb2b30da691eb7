//! The places that the wasm's bytes go to, as rows: for the terminal and for the document.

use super::owner::owner;
use super::sections::Module;
use std::collections::BTreeMap;

/// Rows that the document shows.
const ROWS: usize = 14;
const DATA: &str = "data segments";
const REST: &str = "types, imports, exports, tables";

/// What was done about a place, as the table says it: from ARCHITECTURE.md's decisions and the history.
const DONE: [(&str, &str); 14] = [
    ("ours::ui", "one node type instead of typed views (197 KB of brotli), a tap is a value, one kind of QR code (1.5 KB)"),
    ("ours::engine", "no `format!`; nothing else yet"),
    ("ours::view", "borrows from the catalogue (1.8 KB of brotli), no `format!` (1.3 KB)"),
    ("ours::embed", "reading rules and words is inlined here, see `content`; exports that the glue does not call are cut"),
    ("ours::content", "our own wire format instead of serde's visitors (40 KB of wasm)"),
    ("ours::session", "saved answers go through the browser's `JSON`: no parser"),
    ("ours::browser", "the voice is chosen without tables of letters"),
    ("ours::model", "mostly lists of its types; nothing yet"),
    ("standard library", "rebuilt for size, without panic texts, `Debug` and source locations (`xtask/src/project.rs`)"),
    ("dlmalloc", "stays: another allocator saves 0.3 KB of brotli"),
    ("reactive_graph", "one signal and one effect for all screens; the rest comes with Leptos"),
    ("wasm_bindgen", "classes and functions that nobody calls are cut from wasm and glue"),
    (DATA, "texts are in the catalogue's parts, not here"),
    (REST, "short names; Leptos' unused streams are an empty crate (3.1 KB of brotli)"),
];

/// Bytes of one place: its own code, and standard library code made for its types.
#[derive(Default, Clone, Copy)]
pub struct Share {
    /// What is written there.
    pub own: u64,
    /// What the standard library makes for its types.
    pub made: u64,
}

impl Share {
    /// Both together.
    pub fn sum(self) -> u64 {
        self.own + self.made
    }
}

/// All places, the largest first. Together they are the shipped file, but for the drift.
pub fn rows(shipped: &Module, named: &Module) -> Vec<(String, Share)> {
    let mut places: BTreeMap<String, Share> = BTreeMap::new();
    for (name, bytes) in &named.functions {
        let owner = owner(name);
        let share = places.entry(owner.place).or_default();
        *(if owner.made { &mut share.made } else { &mut share.own }) += bytes;
    }
    places.insert(DATA.into(), Share { own: shipped.data, made: 0 });
    let bodies: u64 = named.functions.iter().map(|(_, bytes)| bytes).sum();
    let rest = shipped.bytes.saturating_sub(shipped.data + bodies);
    places.insert(REST.into(), Share { own: rest, made: 0 });
    let mut rows: Vec<_> = places.into_iter().collect();
    rows.sort_by_key(|(_, share)| std::cmp::Reverse(share.sum()));
    rows
}

/// The first rows, with what was done about each, as a table in Markdown.
pub fn markdown(rows: &[(String, Share)], all: u64) -> String {
    let mut lines = vec!["| where | bytes | share | of it standard library, for its types | what was done |".to_owned()];
    lines.push("| --- | ---: | ---: | ---: | --- |".into());
    let row = |name: String, share: Share, done: &str| {
        format!("| {name} | {} | {}% | {} | {done} |", share.sum(), percent(share.sum(), all), share.made)
    };
    for (place, share) in rows.iter().take(ROWS) {
        let done =
            DONE.iter().find(|(name, _)| name == place).map_or("nothing: comes with Leptos or wasm-bindgen", |(_, done)| done);
        lines.push(row(label(place), *share, done));
    }
    let others = rows
        .iter()
        .skip(ROWS)
        .fold(Share::default(), |sum, (_, share)| Share { own: sum.own + share.own, made: sum.made + share.made });
    lines.push(row(format!("{} others", rows.len().saturating_sub(ROWS)), others, ""));
    lines.push(format!("| **the wasm as shipped** | **{all}** | | | |"));
    lines.join("\n")
}

/// A place as it is shown.
pub fn label(place: &str) -> String {
    match place.strip_prefix("ours::") {
        Some(module) => format!("`{module}` (ours)"),
        None if place.contains(' ') => place.to_owned(),
        None => format!("`{place}`"),
    }
}

/// The share in percent, with one place behind the point.
pub fn percent(part: u64, all: u64) -> String {
    let tenths = (part * 1000 + all / 2) / all.max(1);
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn module(code: u64, functions: &[(&str, u64)]) -> Module {
        let functions = functions.iter().map(|(name, bytes)| ((*name).to_owned(), *bytes)).collect();
        Module { bytes: 1000, code, data: 100, names: 0, functions }
    }

    const NAMED: [(&str, u64); 4] = [
        ("buoc_so[4860bedb95a0588a]::ui::draw", 300),
        ("core[641134fb57596b42]::ptr::drop_in_place::<buoc_so[4860bedb95a0588a]::ui::Node>", 50),
        ("leptos[641134fb57596b42]::mount", 200),
        ("", 10),
    ];

    #[test]
    fn the_places_are_all_of_the_file() {
        let rows = rows(&module(600, &[]), &module(600, &NAMED));
        assert_eq!(rows.iter().map(|(_, share)| share.sum()).sum::<u64>(), 1000);
        let of = |wanted: &str| rows.iter().find(|(place, _)| place == wanted).map(|(_, share)| (share.own, share.made));
        assert_eq!((of("ours::ui"), of("leptos"), of(DATA)), (Some((300, 50)), Some((200, 0)), Some((100, 0))));
        let table = markdown(&rows, 1000);
        assert!(table.contains("\n| `ui` (ours) | 350 | 35.0% | 50 | one node type"), "{table}");
    }
}
