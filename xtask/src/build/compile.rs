//! From Rust to wasm and its glue, by Trunk.

use super::Args;
use crate::fault::{self, Outcome};
use crate::process;
use crate::project::{Project, RELEASE_RUSTFLAGS, WASM, clear, files_below, read};
use crate::tools::BuildTools;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

/// The longest that a compilation may take.
pub const LIMIT: Duration = Duration::from_secs(45 * 60);

/// What wasm-bindgen made.
pub struct Compiled {
    /// The module.
    pub wasm: Vec<u8>,
    /// The name under which the glue asks for the module.
    pub wasm_name: String,
    /// The glue: an ES module.
    pub glue: String,
}

/// Compiles, unless the wasm of the last build is to be kept and is there.
pub fn compile(project: &Project, tools: &BuildTools, args: &Args) -> Outcome<Compiled> {
    let stage = project.target.join(if args.dev { "site-dev" } else { "site" });
    if args.keep_wasm
        && let Ok(compiled) = collect(&stage)
    {
        return Ok(compiled);
    }
    let takes = if args.dev { "the first time 1 to 3 minutes" } else { "the first time 3 to 6 minutes" };
    eprintln!("Compiling the wasm ({takes}, later less) …");
    // A file that an earlier build left must not be taken for one of this build.
    clear(&stage)?;
    let mut trunk = tools.trunk()?;
    trunk.args(["build", "--quiet", "--dist"]).arg(&stage).current_dir(&project.root);
    // Trunk refuses the value 1, which is what NO_COLOR usually holds.
    trunk.env_remove("NO_COLOR").env("CARGO_TARGET_DIR", &project.target).env("RUST_BACKTRACE", "0");
    if !args.dev {
        for_old_phones(project, trunk.arg("--release"));
    }
    process::show(&mut trunk, LIMIT).map_err(|sentence| {
        format!("The wasm could not be compiled ({sentence}): the lines above say why; without a network the first build cannot fetch crates.")
    })?;
    collect(&stage)
}

/// A wasm beside the tool's own (`overlay`, `outreach`: names of the program and of its feature), by Cargo and wasm-bindgen
/// themselves: Trunk builds one program a page.
pub fn beside(project: &Project, tools: &BuildTools, args: &Args, name: &str) -> Outcome<Compiled> {
    let stage = project.target.join(format!("{name}{}", if args.dev { "-dev" } else { "" }));
    if args.keep_wasm
        && let Ok(compiled) = collect(&stage)
    {
        return Ok(compiled);
    }
    clear(&stage)?;
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--quiet", "--package", "buoc-so", "--no-default-features", "--features", name, "--bin", name]);
    cargo.args(["--target", WASM]).current_dir(&project.root).env("CARGO_TARGET_DIR", &project.target);
    if !args.dev {
        for_old_phones(project, cargo.arg("--release"));
    }
    process::show(&mut cargo, LIMIT).map_err(|sentence| format!("The wasm `{name}` could not be compiled ({sentence})."))?;
    let built = project.target.join(WASM).join(if args.dev { "debug" } else { "release" }).join(format!("{name}.wasm"));
    let mut bindgen = tools.bindgen();
    bindgen.args(["--target", "web", "--no-typescript", "--out-dir"]).arg(&stage).arg(&built);
    process::show(&mut bindgen, LIMIT)?;
    collect(&stage)
}

/// A release for Chromium 64: the standard library rebuilt without what came into wasm later.
pub fn for_old_phones(project: &Project, command: &mut Command) {
    command
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
        .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
        .env("RUSTFLAGS", release_flags(project));
}

/// The constant flags and the paths of this machine taken out, so that every machine makes the same bytes. Cargo leaves
/// this flag out of its own hashes.
fn release_flags(project: &Project) -> String {
    let mut flags = RELEASE_RUSTFLAGS.to_owned();
    let home = |name: &str, below: &str| {
        std::env::var_os(name)
            .map(std::path::PathBuf::from)
            .or_else(|| std::env::var_os("HOME").map(|home| Path::new(&home).join(below)))
    };
    let places =
        [(Some(project.root.clone()), "."), (home("CARGO_HOME", ".cargo"), "cargo"), (home("RUSTUP_HOME", ".rustup"), "rustup")];
    for (place, name) in places {
        // A path with a space cannot be said in RUSTFLAGS; the build is right without it, only less alike.
        if let Some(place) = place.as_deref().and_then(Path::to_str).filter(|place| !place.contains(' ')) {
            flags.push_str(&format!(" --remap-path-prefix={place}={name}"));
        }
    }
    flags
}

fn collect(stage: &Path) -> Outcome<Compiled> {
    let files = files_below(stage)?;
    if let Some(snippet) = files.iter().find(|file| file.starts_with("snippets/")) {
        return Err(format!(
            "A crate brings JavaScript of its own ({snippet}): hand-written JavaScript lives in www/ only, drop that crate."
        ));
    }
    let one = |end: &str| {
        let mut found = files.iter().filter(|file| file.ends_with(end));
        match (found.next(), found.next()) {
            (Some(file), None) => Ok(file.clone()),
            _ => Err(format!(
                "Trunk left no single *{end} in {}: www/index.html needs one <link data-trunk rel=\"rust\">.",
                stage.display()
            )),
        }
    };
    let (wasm_name, glue_name) = (one("_bg.wasm")?, one(".js")?);
    let path = stage.join(&wasm_name);
    let wasm = fs::read(&path).map_err(|error| fault::file("read", &path, &error))?;
    Ok(Compiled { wasm, wasm_name, glue: read(&stage.join(glue_name))? })
}
