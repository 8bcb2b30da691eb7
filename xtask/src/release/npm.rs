//! The npm package: the engine that wasm-pack makes, the element of the site, types, licences.

use super::archive;
use crate::fault::{self, Outcome};
use crate::project::{Project, clear, files_below, read, write};
use crate::tools::BuildTools;
use crate::{build, content, pack, process};
use std::fs;
use std::path::{Path, PathBuf};

/// What wasm-pack made, for the oldest engine.
struct Engine {
    /// The glue.
    script: String,
    /// Its types.
    types: String,
    /// The module.
    wasm: Vec<u8>,
}

/// The folder of the unpacked package.
pub fn folder(project: &Project) -> PathBuf {
    project.target.join("npm/package")
}

/// Compiles the engine.
fn engine(project: &Project, tools: &BuildTools) -> Outcome<Engine> {
    pack::keep(project, &content::sound(&project.root)?)?;
    let made = project.target.join("npm/wasm-pack");
    clear(&made)?;
    let mut command = tools.wasm_pack()?;
    command.args(["--quiet", "build", "npm", "--target", "web", "--mode", "no-install", "--no-opt", "--no-pack", "--release"]);
    command.arg("--out-dir").arg(&made).args(["--out-name", "engine", "--", "--locked"]).current_dir(&project.root);
    command.env("CARGO_TARGET_DIR", &project.target).env("BUOC_SO_PACK", pack::folder(project));
    build::for_old_phones(project, &mut command);
    eprintln!("Compiling the engine of the npm package (up to 2 minutes) …");
    process::quiet(&mut command, build::LIMIT, &project.target.join("npm/wasm-pack.log"))?;
    let wasm = made.join("engine_bg.wasm");
    let bytes = fs::read(&wasm).map_err(|error| fault::file("read", &wasm, &error))?;
    Ok(Engine {
        script: build::readable_glue(tools, "engine.js", &read(&made.join("engine.js"))?)?,
        types: read(&made.join("engine.d.ts"))?,
        wasm: build::shrunk(tools, &project.target.join("npm/shrink"), &bytes)?,
    })
}

/// Lays the package out and packs it: its folder is what the tests look at, its bytes are the artefact.
pub fn package(project: &Project, tools: &BuildTools, licences: &str) -> Outcome<Vec<u8>> {
    let engine = engine(project, tools)?;
    let out = folder(project);
    clear(&out)?;
    let written = project.root.join("npm/package");
    for file in files_below(&written)? {
        let text = read(&written.join(&file))?.replace("__VERSION__", &project.version()?);
        write(&out.join(&file), text.as_bytes())?;
    }
    let element = build::packaged::folder(project);
    for file in files_below(&element)? {
        copy(&element.join(&file), &out.join("element").join(&file))?;
    }
    copy(&project.root.join("LICENSE"), &out.join("LICENSE"))?;
    write(&out.join("LICENCES.html"), licences.as_bytes())?;
    for (file, bytes) in [("js", engine.script.as_bytes()), ("d.ts", engine.types.as_bytes())] {
        write(&out.join("engine/engine").with_extension(file), bytes)?;
    }
    write(&out.join("engine/engine_bg.wasm"), &engine.wasm)?;
    copy(&pack::folder(project).join("types.d.ts"), &out.join("engine/types.d.ts"))?;
    archive::packed(&out)
}

fn copy(from: &Path, to: &Path) -> Outcome {
    let bytes = fs::read(from).map_err(|error| fault::file("read", from, &error))?;
    write(to, &bytes)
}
