//! Where the bytes of the shipped wasm go: by crate and by module of ours. The shipped module has no names, so the same
//! module is shrunk once more with names kept; the code of both must be of the same size.

use super::owner::owner;
use super::sections::{self, Module};
use crate::build;
use crate::fault::Outcome;
use crate::marked;
use crate::project::Project;
use crate::tools::BuildTools;
use std::collections::BTreeMap;

/// The most that the code of the two modules may differ, in percent of the shipped one.
const DRIFT: u64 = 1;
/// The document with the table, and its mark.
const DOCUMENT: (&str, &str) = ("ARCHITECTURE.md", "wasm");
/// Rows that the document shows, and functions that the command prints.
const ROWS: usize = 14;
const FUNCTIONS: usize = 15;
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
struct Share {
    own: u64,
    made: u64,
}

impl Share {
    fn sum(self) -> u64 {
        self.own + self.made
    }
}

/// Prints the table; with `write` its first rows go into the document as well.
pub fn run(project: &Project, write: bool) -> Outcome {
    let tools = BuildTools::ensure(project)?;
    let (shipped, named) = build::wasm_with_names(project, &tools)?;
    let (shipped, named) = (sections::read(&shipped)?, sections::read(&named)?);
    let differ = drift(&shipped, &named)?;
    let rows = rows(&shipped, &named);
    println!("{:<34} {:>8} {:>10} {:>8} {:>7}", "", "own code", "made of std", "bytes", "share");
    for (place, share) in &rows {
        let percent = percent(share.sum(), shipped.bytes);
        println!("{:<34} {:>8} {:>10} {:>8} {percent:>6}%", label(place), share.own, share.made, share.sum());
    }
    println!("{:<34} {:>8} {:>10} {:>8}", "the wasm as shipped", "", "", shipped.bytes);
    println!("\nLargest functions, with what was inlined into them:");
    let mut functions: Vec<_> = named.functions.iter().collect();
    functions.sort_by_key(|(_, bytes)| std::cmp::Reverse(*bytes));
    for (name, bytes) in functions.iter().take(FUNCTIONS) {
        println!("{bytes:>8}  {}", without_hashes(name).chars().take(120).collect::<String>());
    }
    println!(
        "\nMeasured on the same wasm with names kept: code {} bytes, shipped {} ({differ} bytes apart); its section of names \
         ({} bytes) is not shipped. Inlined code counts for the function that it is in, equal functions for one of them.",
        named.code, shipped.code, named.names
    );
    if write {
        marked::put(&project.root.join(DOCUMENT.0), DOCUMENT.1, &markdown(&rows, shipped.bytes))?;
        println!("Written into {}.", DOCUMENT.0);
    }
    Ok(())
}

/// How many bytes of code the two modules differ by; too many, and the names say nothing of what is shipped.
fn drift(shipped: &Module, named: &Module) -> Outcome<u64> {
    let apart = shipped.code.abs_diff(named.code);
    if apart * 100 > shipped.code * DRIFT {
        return Err(format!(
            "With names kept the code has {} bytes, but {} are shipped: let both take the same way in xtask/src/build/shrink.rs.",
            named.code, shipped.code
        ));
    }
    Ok(apart)
}

/// All places, the largest first. Together they are the shipped file, but for the drift.
fn rows(shipped: &Module, named: &Module) -> Vec<(String, Share)> {
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

fn markdown(rows: &[(String, Share)], all: u64) -> String {
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

fn label(place: &str) -> String {
    match place.strip_prefix("ours::") {
        Some(module) => format!("`{module}` (ours)"),
        None if place.contains(' ') => place.to_owned(),
        None => format!("`{place}`"),
    }
}

/// With one place behind the point.
fn percent(part: u64, all: u64) -> String {
    let tenths = (part * 1000 + all / 2) / all.max(1);
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// A name without `[hash]` behind each crate.
fn without_hashes(name: &str) -> String {
    let mut parts = name.split('[');
    let mut out = parts.next().unwrap_or("").to_owned();
    for part in parts {
        match part.split_once(']') {
            Some((hash, rest)) if hash.len() >= 12 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()) => out.push_str(rest),
            _ => out.extend(["[", part]),
        }
    }
    out
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

    #[test]
    fn other_code_than_the_shipped_is_refused() {
        assert_eq!(drift(&module(1000, &[]), &module(1010, &[])), Ok(10));
        assert!(drift(&module(1000, &[]), &module(1011, &[])).is_err());
        assert!(drift(&module(1000, &[]), &module(989, &[])).is_err());
    }

    #[test]
    fn hashes_go() {
        assert_eq!(without_hashes(NAMED[1].0), "core::ptr::drop_in_place::<buoc_so::ui::Node>");
        assert_eq!(without_hashes("<[u8]>::len[1]"), "<[u8]>::len[1]");
    }
}
