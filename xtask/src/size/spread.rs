//! Where the bytes of the shipped wasm go: by crate and by module of ours. The shipped module has no names, so the same
//! module is shrunk once more with names kept; the code of both must be of the same size.

use super::sections::{self, Module};
use super::table::{label, markdown, percent, rows};
use crate::build;
use crate::fault::Outcome;
use crate::marked;
use crate::project::Project;
use crate::tools::BuildTools;

/// The most that the code of the two modules may differ, in percent of the shipped one.
const DRIFT: u64 = 1;
/// The document with the table, and its mark.
const DOCUMENT: (&str, &str) = ("ARCHITECTURE.md", "wasm");
/// Functions that the command prints.
const FUNCTIONS: usize = 15;

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

    fn module(code: u64) -> Module {
        Module { bytes: 1000, code, data: 100, names: 0, functions: Vec::new() }
    }

    #[test]
    fn other_code_than_the_shipped_is_refused() {
        assert_eq!(drift(&module(1000), &module(1010)), Ok(10));
        assert!(drift(&module(1000), &module(1011)).is_err());
        assert!(drift(&module(1000), &module(989)).is_err());
    }

    #[test]
    fn hashes_go() {
        assert_eq!(
            without_hashes("core[641134fb57596b42]::ptr::drop_in_place::<buoc_so[4860bedb95a0588a]::ui::Node>"),
            "core::ptr::drop_in_place::<buoc_so::ui::Node>"
        );
        assert_eq!(without_hashes("<[u8]>::len[1]"), "<[u8]>::len[1]");
    }
}
