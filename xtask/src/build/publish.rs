//! The finished folder takes the place of the old one in one step: a server that reads it never sees a half-written site.

use super::assets::Assets;
use crate::fault::{self, Outcome};
use crate::project::{clear, write};
use std::fs;
use std::path::{Path, PathBuf};

/// Writes all files beside `out` and then renames.
pub fn replace(out: &Path, assets: &Assets) -> Outcome {
    let (new, old) = (beside(out, "new"), beside(out, "old"));
    clear(&new)?;
    for (path, bytes) in assets.files() {
        write(&new.join(path), bytes)?;
    }
    clear(&old)?;
    if out.exists() {
        fs::rename(out, &old).map_err(|error| fault::file("rename", out, &error))?;
    }
    fs::rename(&new, out).map_err(|error| fault::file("rename", &new, &error))?;
    clear(&old)
}

fn beside(out: &Path, end: &str) -> PathBuf {
    let mut name = out.file_name().unwrap_or_default().to_os_string();
    name.push(".");
    name.push(end);
    out.with_file_name(name)
}
