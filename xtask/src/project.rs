//! Where things are: the project's folders, its versions, and the flags of the release build. Reads files, runs nothing.

use crate::fault::{self, Outcome};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// The flags of the release build: instructions that Chromium 64 knows, a panic that aborts at once, no
/// `Debug` output and no source locations: nobody reads them in the wasm. Not `--cfg erase_components`: its attributes of
/// any kind carry `innerHTML`, which the glue must not have.
pub const RELEASE_RUSTFLAGS: &str =
    "-Ctarget-cpu=mvp -Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none";
/// The oldest engine that everything must run in: scripts are transformed for it, styles and wasm are checked against it.
pub const OLDEST_CHROMIUM: u32 = 64;
/// The target that all browser code is built for.
pub const WASM: &str = "wasm32-unknown-unknown";

/// The folders of this clone.
#[derive(Clone)]
pub struct Project {
    /// Where the root `Cargo.toml` is.
    pub root: PathBuf,
    /// Cargo's target folder.
    pub target: PathBuf,
}

impl Project {
    /// The project that this program was built from; the working folder does not matter.
    pub fn find() -> Outcome<Project> {
        let from = env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = from.parent().unwrap_or(&from).to_path_buf();
        if !root.join("www").is_dir() {
            return Err(format!("{} is not the project's folder: run `cargo xtask` inside a clone of Bước Số.", root.display()));
        }
        let target = match env::var_os("CARGO_TARGET_DIR") {
            Some(folder) => env::current_dir().unwrap_or_else(|_| root.clone()).join(folder),
            None => root.join("target"),
        };
        Ok(Project { root, target })
    }

    /// The finished site.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The whole tool in one file.
    pub fn one_file(&self) -> PathBuf {
        self.target.join("one-file/buoc-so.html")
    }

    /// The version of the product, as its root `Cargo.toml` says.
    pub fn version(&self) -> Outcome<String> {
        let manifest = read(&self.root.join("Cargo.toml"))?;
        let package = manifest.split_once("[package]").map_or("", |(_, rest)| rest);
        value_of(package, "version").ok_or_else(|| "Cargo.toml has no version in [package]: add one.".into())
    }

    /// The version of a crate in `Cargo.lock`.
    pub fn locked(&self, name: &str) -> Outcome<String> {
        let lock = read(&self.root.join("Cargo.lock"))?;
        lock.split("[[package]]")
            .find(|entry| value_of(entry, "name").as_deref() == Some(name))
            .and_then(|entry| value_of(entry, "version"))
            .ok_or_else(|| format!("Cargo.lock does not name {name}: run `cargo metadata` once to complete it."))
    }
}

/// The first `key = "value"` of a TOML text. Enough for manifests that Cargo itself has read already.
pub fn value_of(text: &str, key: &str) -> Option<String> {
    text.lines().find_map(|line| {
        let (name, value) = line.split_once('=')?;
        (name.trim() == key).then(|| value.trim().trim_matches('"').to_owned())
    })
}

/// Reads a text file, or says in one sentence why not.
pub fn read(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|error| fault::file("read", path, &error))
}

/// Writes a file and the folders above it.
pub fn write(path: &Path, bytes: &[u8]) -> Outcome {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| fault::file("make", folder, &error))?;
    }
    fs::write(path, bytes).map_err(|error| fault::file("write", path, &error))
}

/// Removes a folder and all that is in it; a folder that is not there is fine.
pub fn clear(folder: &Path) -> Outcome {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(fault::file("remove", folder, &error)),
        _ => Ok(()),
    }
}

/// Every file below a folder, sorted, as paths relative to it with `/`. An absent folder has none.
pub fn files_below(folder: &Path) -> Outcome<Vec<String>> {
    let mut found = Vec::new();
    let mut open = vec![(folder.to_path_buf(), String::new())];
    while let Some((at, prefix)) = open.pop() {
        let entries = match fs::read_dir(&at) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => continue,
            entries => entries.map_err(|error| fault::file("read", &at, &error))?,
        };
        for entry in entries {
            let entry = entry.map_err(|error| fault::file("read", &at, &error))?;
            let name = entry.file_name().to_string_lossy().into_owned();
            // Editors' swap files and the system's own are never a part of the site.
            if name.starts_with('.') && name != ".well-known" || name.ends_with('~') {
                continue;
            }
            let path = entry.path();
            if path.is_dir() { open.push((path, format!("{prefix}{name}/"))) } else { found.push(format!("{prefix}{name}")) }
        }
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_of_a_lock_entry() {
        let entry = "\nname = \"leptos\"\nversion = \"0.8.23\"\n";
        assert_eq!(value_of(entry, "version").as_deref(), Some("0.8.23"));
        assert_eq!(value_of(entry, "source"), None);
    }
}
