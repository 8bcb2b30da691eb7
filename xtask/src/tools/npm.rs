//! The npm packages, from a pinned list with the hash of each (`xtask/npm`), in a cache folder named by that list.

use super::Cache;
use crate::fault::{self, Outcome};
use crate::project::{read, write};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The `node_modules` folder of the pinned list, installed if it is missing.
pub fn ensure(cache: &Cache, root: &Path) -> Outcome<PathBuf> {
    let list = root.join("xtask/npm");
    let (package, lock) = (read(&list.join("package.json"))?, read(&list.join("package-lock.json"))?);
    let key = format!("{:x}", Sha256::new().chain_update(&package).chain_update(&lock).finalize());
    let name = format!("npm-{}", &key[..12]);
    let folder = cache.install(&name, "less than a minute", |folder| {
        write(&folder.join("package.json"), package.as_bytes())?;
        write(&folder.join("package-lock.json"), lock.as_bytes())?;
        // No package's own install script is run: none of ours needs one.
        let arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
        cache.step(&name, Command::new("npm").args(arguments).current_dir(folder))?;
        cache.step(&name, Command::new(folder.join("node_modules/.bin/esbuild")).arg("--version"))?;
        cache.step(&name, Command::new("node").arg(folder.join("node_modules/binaryen/bin/wasm-opt")).arg("--version"))
    })?;
    Ok(folder.join("node_modules"))
}

/// Fetches one package without its dependencies, checks its hash, and unpacks it below `folder/package`.
pub fn unpack(cache: &Cache, tool: &str, spec: &str, integrity: &str, folder: &Path) -> Outcome {
    let mut pack = Command::new("npm");
    pack.args(["pack", spec, "--json", "--loglevel=error"]).current_dir(folder);
    let said = crate::process::output(&mut pack)?;
    let said: serde_json::Value =
        serde_json::from_slice(&said).map_err(|error| format!("npm pack {spec} did not answer in JSON: {error}."))?;
    let (file, hash) = (said[0]["filename"].as_str().unwrap_or(""), said[0]["integrity"].as_str().unwrap_or(""));
    if hash != integrity {
        return Err(format!(
            "{spec} is not the package that was pinned (its hash differs): do not use it, tell the maintainers."
        ));
    }
    // Scoped packages are reported as `@scope/name-1.0.0.tgz` by some npm versions and stored as `scope-name-1.0.0.tgz`.
    let stored = folder.join(file.trim_start_matches('@').replace('/', "-"));
    cache.step(tool, Command::new("tar").arg("-xzf").arg(&stored).current_dir(folder))?;
    std::fs::remove_file(&stored).map_err(|error| fault::file("remove", &stored, &error))
}
