//! The catalogue's files, read at run time (design section 4) and handed to the pure ring.

use buoc_so::content::{Catalogue, Finding, Severity, load};
use std::{collections::BTreeMap, fs, io, path::Path};

/// The texts of all TOML files below `catalogue/`, by path with forward slashes.
///
/// # Errors
/// The file or folder that cannot be read, as a sentence.
pub fn files(root: &Path) -> Result<BTreeMap<String, String>, String> {
    let folder = root.join("catalogue");
    let mut files = BTreeMap::new();
    collect(&folder, "", &mut files).map_err(|error| format!("catalogue/ cannot be read: {error}."))?;
    Ok(files)
}

fn collect(folder: &Path, prefix: &str, files: &mut BTreeMap<String, String>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = if prefix.is_empty() { name.clone() } else { format!("{prefix}/{name}") };
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &path, files)?;
        } else if name.ends_with(".toml") {
            // A file that is not UTF-8 is read with its broken characters replaced: the finding then names the file.
            files.insert(path, String::from_utf8_lossy(&fs::read(entry.path())?).into_owned());
        }
    }
    Ok(())
}

/// Catalogue and findings, whatever state the files are in.
///
/// # Errors
/// Only when the folder cannot be read.
pub fn read(root: &Path) -> Result<(Option<Catalogue>, Vec<Finding>), String> {
    Ok(load(&files(root)?))
}

/// A catalogue without errors.
///
/// # Errors
/// The first error in the content, as a sentence.
pub fn sound(root: &Path) -> Result<Catalogue, String> {
    let (catalogue, findings) = read(root)?;
    let errors: Vec<&Finding> = findings.iter().filter(|finding| finding.severity == Severity::Error).collect();
    match (catalogue, errors.first()) {
        (Some(catalogue), None) => Ok(catalogue),
        (_, Some(first)) => Err(format!(
            "the catalogue has {} error(s), the first is {first}; `cargo xtask catalogue check` names them all.",
            errors.len()
        )),
        (None, None) => Err("the catalogue could not be read; `cargo xtask catalogue check` says why.".into()),
    }
}
