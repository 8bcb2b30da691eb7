//! The files of the site and their names. A file whose name carries its hash is known by a key; sources write
//! `__ASSET_<key>__` where its path is meant and `__SIZE_<key>__` where its number of bytes is.

use crate::fault::Outcome;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// The list of keys and paths inside the site, for tests and the size check.
pub const MANIFEST: &str = "assets.json";

/// Everything that goes into the site.
#[derive(Default)]
pub struct Assets {
    files: BTreeMap<String, Vec<u8>>,
    keys: BTreeMap<String, String>,
    placeholders: BTreeMap<String, String>,
}

impl Assets {
    /// Gives a placeholder its value.
    pub fn set(&mut self, placeholder: &str, value: String) {
        self.placeholders.insert(placeholder.to_owned(), value);
    }

    /// Adds a file under a name that never changes.
    pub fn add(&mut self, path: &str, bytes: Vec<u8>) -> Outcome {
        match self.files.insert(path.to_owned(), bytes) {
            None => Ok(()),
            Some(_) => Err(format!("Two sources make the same file {path}: rename one of them (www/ or public/).")),
        }
    }

    /// Adds a file named by the hash of its final bytes, and gives back its path.
    pub fn add_hashed(&mut self, key: &str, folder: &str, prefix: &str, extension: &str, bytes: Vec<u8>) -> Outcome<String> {
        let hash = format!("{:x}", Sha256::digest(&bytes));
        let path = format!("{folder}{prefix}{}.{extension}", &hash[..16]);
        self.set(&format!("__ASSET_{key}__"), path.clone());
        self.set(&format!("__SIZE_{key}__"), bytes.len().to_string());
        self.keys.insert(key.to_owned(), path.clone());
        // Two parts with the same bytes share one file.
        self.files.insert(path.clone(), bytes);
        Ok(path)
    }

    /// The path of a file named by its hash.
    pub fn path(&self, key: &str) -> Option<&str> {
        self.keys.get(key).map(String::as_str)
    }

    /// The files named by their hashes: key and path.
    pub fn keys(&self) -> impl Iterator<Item = (&str, &str)> {
        self.keys.iter().map(|(key, path)| (key.as_str(), path.as_str()))
    }

    /// Adds the list of keys.
    pub fn add_manifest(&mut self) -> Outcome {
        let list = serde_json::to_string_pretty(&self.keys).map_err(|error| format!("Cannot write {MANIFEST}: {error}."))?;
        self.add(MANIFEST, (list + "\n").into_bytes())
    }

    /// Fills the placeholders of a source; one that has no value is an error that names file and placeholder.
    pub fn fill(&self, name: &str, source: &str) -> Outcome<String> {
        let mut out = String::with_capacity(source.len());
        let mut rest = source;
        while let Some((at, placeholder)) = next_placeholder(rest) {
            let value = self.placeholders.get(placeholder).ok_or_else(|| {
                let known: Vec<&str> = self.placeholders.keys().map(String::as_str).collect();
                format!("{name}: nothing is known for {placeholder}; known are {}.", known.join(" "))
            })?;
            out.push_str(&rest[..at]);
            out.push_str(value);
            rest = &rest[at + placeholder.len()..];
        }
        out.push_str(rest);
        Ok(out)
    }

    /// All files, by path.
    pub fn files(&self) -> &BTreeMap<String, Vec<u8>> {
        &self.files
    }
}

/// The next `__NAME__`, `__ASSET_name__` or `__SIZE_name__` and where it starts. Names begin with a capital letter, so that JavaScript's
/// own `__proto__` is none.
fn next_placeholder(text: &str) -> Option<(usize, &str)> {
    let mut from = 0;
    while let Some(start) = text[from..].find("__").map(|at| from + at) {
        let name = &text[start + 2..];
        let length = name.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(name.len());
        if name.starts_with(|c: char| c.is_ascii_uppercase())
            && let Some(end) = name[..length].find("__")
        {
            return Some((start, &text[start..start + 2 + end + 2]));
        }
        from = start + 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assets() -> Assets {
        let mut assets = Assets::default();
        assets.set("__VERSION__", "1.2.3".into());
        assets.set("__ASSET_app_js__", "app-1.js".into());
        assets
    }

    #[test]
    fn placeholders_are_filled() {
        let filled = assets().fill("a", "import(\"__ASSET_app_js__\"); // ___VERSION__ __proto__ x__y__");
        assert_eq!(filled.as_deref(), Ok("import(\"app-1.js\"); // _1.2.3 __proto__ x__y__"));
    }

    #[test]
    fn an_unknown_placeholder_is_named() {
        let sentence = assets().fill("www/sw.js", "__ASSET_ap_js__").unwrap_or_else(|sentence| sentence);
        assert!(sentence.starts_with("www/sw.js: nothing is known for __ASSET_ap_js__"));
    }

    #[test]
    fn names_follow_the_bytes() {
        let mut assets = Assets::default();
        let one = assets.add_hashed("a", "", "a-", "js", vec![1]);
        let other = assets.add_hashed("b", "", "a-", "js", vec![2]);
        assert_ne!(one, other);
        assert_eq!(one.map(|path| path.len()), Ok("a-0123456789abcdef.js".len()));
    }
}
