//! What several modules need: the real catalogue, read once, and files on disk.

use buoc_so::content::{Catalogue, Finding, load};
use buoc_so::engine::Reads;
use buoc_so::model::{Date, Rules};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// The folder of the package: as cargo says when the test runs, because a target folder may be shared by several clones.
pub fn root() -> &'static Path {
    static ROOT: OnceLock<PathBuf> = OnceLock::new();
    ROOT.get_or_init(|| std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from))
}

/// All files below a folder with one of these endings, sorted; a folder that is not there holds none.
pub fn files(folder: &Path, endings: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    collect(folder, endings, &mut found);
    found.sort();
    found
}

fn collect(folder: &Path, endings: &[&str], found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, endings, found);
        } else if path.extension().is_some_and(|ending| endings.iter().any(|wanted| ending == *wanted)) {
            found.push(path);
        }
    }
}

/// Path below the package, with forward slashes.
pub fn name(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string().replace('\\', "/")
}

/// The texts of the catalogue as `content::load` wants them.
pub fn texts() -> BTreeMap<String, String> {
    let folder = root().join("catalogue");
    let read = |path: PathBuf| (name(&path).replacen("catalogue/", "", 1), fs::read_to_string(&path).unwrap());
    files(&folder, &["toml"]).into_iter().map(read).collect()
}

/// The catalogue and what was found in it.
pub fn loaded() -> &'static (Catalogue, Vec<Finding>) {
    static LOADED: OnceLock<(Catalogue, Vec<Finding>)> = OnceLock::new();
    LOADED.get_or_init(|| {
        let (catalogue, findings) = load(&texts());
        (catalogue.expect("catalogue/ can be read"), findings)
    })
}

/// The rules of the real catalogue.
pub fn rules() -> &'static Rules {
    &loaded().0.rules
}

/// Which questions its items read.
pub fn reads() -> &'static Reads {
    static READS: OnceLock<Reads> = OnceLock::new();
    READS.get_or_init(|| Reads::of(rules()))
}

/// A day that is known to be one.
pub fn day(text: &str) -> Date {
    Date::parse(text).unwrap_or_else(|| panic!("{text} is a day"))
}
