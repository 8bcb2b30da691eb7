//! The parts of the pinned Rust toolchain: the wasm target, the sources of std, clippy and rustfmt.

use super::Cache;
use crate::fault::{self, Outcome};
use crate::process;
use crate::project::WASM;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Adds the parts that are missing. `rust-toolchain.toml` asks rustup for them too; a toolchain that was there before
/// may lack them all the same.
pub fn ensure(cache: &Cache) -> Outcome {
    let sysroot = process::output(Command::new("rustc").args(["--print", "sysroot"]))?;
    let sysroot = PathBuf::from(String::from_utf8_lossy(&sysroot).trim());
    let lib = sysroot.join("lib/rustlib");
    if lib.join("src/rust/library/Cargo.lock").is_file() && lib.join(WASM).join("lib").is_dir() {
        return Ok(());
    }
    eprintln!("Adding the wasm target and the sources of std to the Rust toolchain (once; about a minute) …");
    rustup(cache, &["target", "add", WASM])?;
    rustup(cache, &["component", "add", "rust-src", "clippy", "rustfmt"])
}

fn rustup(cache: &Cache, arguments: &[&str]) -> Outcome {
    let by_hand = format!("rustup {}", arguments.join(" "));
    cache.step("rustup", Command::new("rustup").args(arguments)).map_err(|sentence| {
        if sentence == fault::disk_full() {
            return sentence;
        }
        let where_from = Path::new("rust-toolchain.toml");
        format!("The toolchain of {} lacks a part: run `{by_hand}` and then this again. {sentence}", where_from.display())
    })
}
