//! Tools that Cargo installs, each at one version.

use super::Cache;
use crate::fault::Outcome;
use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A program that `cargo install` makes.
pub struct CargoTool {
    /// The crate.
    package: &'static str,
    /// The folder's name before the version, and the main program.
    program: &'static str,
    version: Cow<'static, str>,
    /// Whether the crate's own lock file is used.
    locked: bool,
    /// How much it is optimised: a tool that waits for others most of the time is not worth minutes of compiling.
    optimised: &'static str,
    takes: &'static str,
}

/// Trunk compiles the wasm and runs wasm-bindgen. 0.22 wants a newer Rust than ours.
pub const TRUNK: CargoTool = CargoTool {
    package: "trunk",
    program: "trunk",
    version: Cow::Borrowed("0.21.14"),
    locked: true,
    optimised: "0",
    takes: "2 to 6 minutes",
};

/// wasm-pack makes the npm package.
pub const WASM_PACK: CargoTool = CargoTool {
    package: "wasm-pack",
    program: "wasm-pack",
    version: Cow::Borrowed("0.15.1"),
    locked: true,
    optimised: "0",
    takes: "1 to 3 minutes",
};

/// The driver of Firefox.
pub const GECKODRIVER: CargoTool = CargoTool {
    package: "geckodriver",
    program: "geckodriver",
    version: Cow::Borrowed("0.37.1"),
    locked: true,
    optimised: "0",
    takes: "1 to 3 minutes",
};

/// wasm-bindgen must have exactly the version of `Cargo.lock`. Without its lock file, which can name a crate version
/// that the registry does not have yet.
pub fn wasm_bindgen(version: String) -> CargoTool {
    CargoTool {
        package: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        version: Cow::Owned(version),
        locked: false,
        optimised: "1",
        takes: "about 3 minutes",
    }
}

/// The program, installed if it is missing.
pub fn ensure(cache: &Cache, tool: &CargoTool) -> Outcome<PathBuf> {
    let name = format!("{}-{}", tool.program, tool.version);
    let program = Path::new("bin").join(tool.program).with_extension(std::env::consts::EXE_EXTENSION);
    let installed = cache.folder(&name).join(&program);
    if !cache.has(&name) && answers(&installed, &tool.version) {
        cache.mark(&name)?;
    }
    let folder = cache.install(&name, tool.takes, |folder| {
        let mut command = Command::new("cargo");
        command.args(["install", tool.package, "--version", &tool.version, "--root"]).arg(folder);
        // The tools are built apart from the project: its target folder, flags and lock do not concern them.
        command.current_dir(folder).env("CARGO_TARGET_DIR", folder.join("build")).env_remove("RUSTFLAGS");
        command.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", tool.optimised).env("CARGO_PROFILE_RELEASE_LTO", "off");
        command.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16").env("CARGO_PROFILE_RELEASE_DEBUG", "false");
        if tool.locked {
            command.arg("--locked");
        }
        cache.step(&name, &mut command)?;
        crate::project::clear(&folder.join("build"))
    })?;
    Ok(folder.join(program))
}

/// Whether a program is there already and says the right version.
fn answers(program: &Path, version: &str) -> bool {
    program.is_file()
        && crate::process::output(Command::new(program).arg("--version"))
            .is_ok_and(|said| String::from_utf8_lossy(&said).split_whitespace().any(|word| word == version))
}
