//! What is linked into the wasm of a release: the crates that Cargo names for its target, the standard library among them, with
//! the texts of their licences from the sources that were compiled.

use super::texts;
use crate::fault::Outcome;
use crate::process;
use crate::project::{Project, WASM, read};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Name and version.
pub type Id = (String, String);

/// One crate.
pub struct Shipped {
    /// Its licence, as an SPDX expression.
    pub licence: String,
    /// Where its sources are kept, if it says so.
    pub repository: Option<String>,
    /// SHA-256 of the package, where a registry gave it.
    pub checksum: Option<String>,
    /// What it needs.
    pub needs: BTreeSet<Id>,
    /// The texts of its licences.
    pub texts: Vec<String>,
    /// Whether they are the general text of its licence: its package brings none.
    pub general: bool,
}

/// The product itself, with all crates of its own.
pub const PRODUCT: &str = "buoc-so";
/// What a wasm is made from, in Cargo's words: the app, what merges overlays, the engine of the npm package.
const ROOTS: [&[&str]; 3] = [
    &["--package", "buoc-so"],
    &["--package", "buoc-so", "--no-default-features", "--features", "overlay"],
    &["--package", "buoc-so-npm"],
];
/// The standard library of a build that compiles it: one component for its own crates.
const STANDARD: &str = "rust-std";

/// Every crate that is linked into one of the wasm files.
pub fn shipped(project: &Project) -> Outcome<BTreeMap<Id, Shipped>> {
    let mut graph = BTreeMap::new();
    let product = (PRODUCT.to_owned(), project.version()?);
    for root in ROOTS {
        let mut command = tree(&project.root);
        command.arg("--locked").args(root);
        add(&mut graph, &String::from_utf8_lossy(&process::output(&mut command)?), &product);
    }
    let (rust, library) = standard_library(project)?;
    let manifest = library.join("sysroot/Cargo.toml");
    let mut command = tree(&project.root);
    command.args(["--locked", "--package", "std", "--manifest-path"]).arg(&manifest).env("RUSTC_BOOTSTRAP", "1");
    let standard = (STANDARD.to_owned(), rust.clone());
    add(&mut graph, &String::from_utf8_lossy(&process::output(&mut command)?), &standard);
    graph.entry(product).or_default().insert(standard.clone());
    let mut details = details(&project.root, None)?;
    details.extend(details_of_library(&project.root, &manifest, &standard)?);
    let sums = checksums(&[project.root.join("Cargo.lock"), library.join("Cargo.lock")])?;
    graph
        .into_iter()
        .map(|(id, needs)| {
            let detail = details.get(&id).ok_or_else(|| format!("Cargo does not know {} {}: run this again.", id.0, id.1))?;
            let (texts, general) = texts::of(&id, detail)?;
            let (licence, repository) = (detail.licence.clone(), detail.repository.clone());
            Ok((id.clone(), Shipped { licence, repository, checksum: sums.get(&id).cloned(), needs, texts, general }))
        })
        .collect()
}

/// What the package of a crate says of itself.
pub struct Detail {
    pub licence: String,
    pub repository: Option<String>,
    pub authors: Vec<String>,
    pub folder: PathBuf,
}

fn tree(root: &Path) -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(root).args(["tree", "--quiet", "--target", WASM, "--edges", "normal,no-proc-macro", "--prefix", "depth"]);
    command
}

/// The lines of `cargo tree`: a depth, a name, a version. Crates that come from a folder have no package of their own: they are
/// parts of `whole`.
fn add(graph: &mut BTreeMap<Id, BTreeSet<Id>>, printed: &str, whole: &Id) {
    let mut above: Vec<Id> = Vec::new();
    for line in printed.lines() {
        let digits = line.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(0);
        let Ok(depth) = line[..digits].parse::<usize>() else { continue };
        let mut words = line[digits..].split(' ');
        let (Some(name), Some(version)) = (words.next(), words.next()) else { continue };
        let from_folder = words.any(|word| word.starts_with('(') && word != "(*)");
        let id = if from_folder { whole.clone() } else { (name.to_owned(), version.trim_start_matches('v').to_owned()) };
        above.truncate(depth);
        if let Some(parent) = above.last().filter(|parent| **parent != id) {
            graph.entry(parent.clone()).or_default().insert(id.clone());
        }
        graph.entry(id.clone()).or_default();
        above.push(id);
    }
}

/// The version of Rust, and where its library's sources are.
fn standard_library(project: &Project) -> Outcome<(String, PathBuf)> {
    let ask = |arguments: &[&str]| -> Outcome<String> {
        let mut command = Command::new("rustc");
        let said = process::output(command.args(arguments).current_dir(&project.root))?;
        Ok(String::from_utf8_lossy(&said).trim().to_owned())
    };
    let version = ask(&["--version"])?.split(' ').nth(1).unwrap_or_default().to_owned();
    let library = PathBuf::from(ask(&["--print", "sysroot"])?).join("lib/rustlib/src/rust/library");
    if library.is_dir() {
        Ok((version, library))
    } else {
        Err("The sources of Rust's library are missing: rustup component add rust-src.".into())
    }
}

fn metadata(root: &Path, manifest: Option<&Path>) -> Outcome<serde_json::Value> {
    let mut command = Command::new("cargo");
    command.current_dir(root).args(["metadata", "--quiet", "--locked", "--format-version", "1", "--filter-platform", WASM]);
    if let Some(manifest) = manifest {
        command.arg("--manifest-path").arg(manifest).env("RUSTC_BOOTSTRAP", "1");
    } else {
        // The wasm files are made with different ones.
        command.arg("--all-features");
    }
    let said = process::output(&mut command)?;
    serde_json::from_slice(&said).map_err(|error| format!("cargo metadata did not answer in JSON: {error}."))
}

fn details(root: &Path, manifest: Option<&Path>) -> Outcome<BTreeMap<Id, Detail>> {
    let said = metadata(root, manifest)?;
    let text = |value: &serde_json::Value| value.as_str().map(str::to_owned);
    let packages = said["packages"].as_array().map(Vec::as_slice).unwrap_or_default();
    Ok(packages
        .iter()
        .filter_map(|package| {
            let authors = package["authors"].as_array().map(|all| all.iter().filter_map(text).collect()).unwrap_or_default();
            let folder = Path::new(package["manifest_path"].as_str()?).parent()?.to_path_buf();
            // An old way of writing "or".
            let licence = package["license"].as_str().unwrap_or_default().replace('/', " OR ");
            let repository = text(&package["repository"]).filter(|address| address.starts_with("https://"));
            Some(((text(&package["name"])?, text(&package["version"])?), Detail { licence, repository, authors, folder }))
        })
        .collect())
}

/// The same for the standard library, whose own crates become one.
fn details_of_library(root: &Path, manifest: &Path, standard: &Id) -> Outcome<BTreeMap<Id, Detail>> {
    let mut details = details(root, Some(manifest))?;
    if let Some(detail) = details.remove(&("std".to_owned(), "0.0.0".to_owned())) {
        // What the toolchain itself says in its COPYRIGHT.
        let authors = vec!["The Rust Project contributors".to_owned()];
        details.insert(standard.clone(), Detail { authors, ..detail });
    }
    Ok(details)
}

/// The hashes that lock files name.
fn checksums(locks: &[PathBuf]) -> Outcome<BTreeMap<Id, String>> {
    let mut sums = BTreeMap::new();
    for lock in locks {
        for entry in read(lock)?.split("[[package]]") {
            let value = |key: &str| crate::project::value_of(entry, key);
            if let (Some(name), Some(version), Some(sum)) = (value("name"), value("version"), value("checksum")) {
                sums.insert((name, version), sum);
            }
        }
    }
    Ok(sums)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_becomes_a_graph() {
        let id = |name: &str, version: &str| (name.to_owned(), version.to_owned());
        let printed =
            "0own v0.1.0 (/x/y)\n1a v1.0.0\n2b v2.0.0\n2c v3.0.0 (/x/c)\n1b v2.0.0 (*)\n1own-macros v0.1.0 (proc-macro) (/x/m)\n";
        let mut graph = BTreeMap::new();
        add(&mut graph, printed, &id("own", "0.1.0"));
        assert_eq!(graph.len(), 3);
        assert_eq!(graph[&id("own", "0.1.0")], BTreeSet::from([id("a", "1.0.0"), id("b", "2.0.0")]));
        assert_eq!(graph[&id("a", "1.0.0")], BTreeSet::from([id("b", "2.0.0"), id("own", "0.1.0")]));
    }
}
