//! The texts of licences, from the sources of each crate.

use super::crates::{Detail, Id};
use crate::fault::{self, Outcome};
use std::fs;
use std::path::{Path, PathBuf};

/// Our own licence, which holds the MIT License whole.
const OWN: &str = include_str!("../../../LICENSE");
/// Where the general text begins, after the line that says whose it is.
const GENERAL: &str = "Permission is hereby granted";
const BEGINNINGS: [&str; 6] = ["license", "licence", "copying", "copyright", "notice", "unlicense"];

/// The texts of a crate, and whether they are the general one: a package without any, under the MIT License, gets its text with
/// the names of its authors. For any other licence a missing text is an error.
pub fn of(id: &Id, detail: &Detail) -> Outcome<(Vec<String>, bool)> {
    let mut texts = Vec::new();
    for file in files(&detail.folder)? {
        let bytes = fs::read(&file).map_err(|error| fault::file("read", &file, &error))?;
        texts.push(String::from_utf8_lossy(&bytes).replace("\r\n", "\n").trim().to_owned());
    }
    if !texts.is_empty() {
        return Ok((texts, false));
    }
    let words = |sign: char| !(sign.is_alphanumeric() || "-.".contains(sign));
    let choice = !detail.licence.contains(" AND ") && detail.licence.split(words).any(|word| word == "MIT");
    match OWN.find(GENERAL).filter(|_| choice) {
        Some(at) => Ok((vec![general(detail, id, &OWN[at..])], true)),
        None => Err(format!(
            "{} {} brings no text of its licence ({}): find it in its sources and say in xtask/src/release/texts.rs what it is.",
            id.0, id.1, detail.licence
        )),
    }
}

/// Without addresses of mail: a licence needs names.
fn general(detail: &Detail, id: &Id, text: &str) -> String {
    let names: Vec<&str> = detail.authors.iter().map(|author| author.split('<').next().unwrap_or(author).trim()).collect();
    let whose = if names.is_empty() { format!("the authors of {}", id.0) } else { names.join(", ") };
    format!("MIT License\n\nCopyright (c) {whose}\n\n{}", text.trim())
}

/// The files of a folder that hold licences or notices.
fn files(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).map_err(|error| fault::file("read", folder, &error))?;
    let licence = |path: &PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_lowercase();
        path.is_file() && BEGINNINGS.iter().any(|start| name.starts_with(start)) && !name.ends_with(".rs")
    };
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).filter(licence).collect();
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::env::temp_dir;

    fn without_text(licence: &str) -> Outcome<(Vec<String>, bool)> {
        let folder = temp_dir().join(format!("buoc-so-texts-{}", std::process::id()));
        crate::project::write(&folder.join("Cargo.toml"), b"")?;
        let authors = vec!["A B <a@b.example>".to_owned()];
        let detail = Detail { licence: licence.to_owned(), repository: None, authors, folder: folder.clone() };
        let found = of(&("a".to_owned(), "1.0.0".to_owned()), &detail);
        crate::project::clear(&folder)?;
        found
    }

    #[test]
    fn a_missing_text_is_the_general_one_or_an_error() {
        for licence in ["MIT", "MIT OR Apache-2.0", "Unlicense OR MIT"] {
            let (texts, general) = without_text(licence).unwrap_or_default();
            assert!(general && texts[0].starts_with("MIT License\n\nCopyright (c) A B\n\nPermission"), "{licence}");
        }
        for licence in ["Zlib", "MIT AND Zlib", "MITNFA", ""] {
            assert!(without_text(licence).is_err_and(|sentence| sentence.starts_with("a 1.0.0 brings no text")), "{licence}");
        }
    }

    #[test]
    fn texts_come_from_the_sources() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let detail = Detail { licence: "MIT".to_owned(), repository: None, authors: Vec::new(), folder };
        assert_eq!(of(&("own".to_owned(), "0".to_owned()), &detail), Ok((vec![OWN.trim().to_owned()], false)));
    }
}
