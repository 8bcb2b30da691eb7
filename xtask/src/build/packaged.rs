//! The element for the npm package: the sources of the portal's element, but each file by an address that a bundler sees. Which
//! files those are is read from the finished script, so that none can be forgotten.

use super::assets::Assets;
use super::check;
use crate::fault::Outcome;
use crate::process;
use crate::project::{Project, clear, files_below, read, write};
use crate::tools::BuildTools;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// What of `www/loader/source.js` is otherwise in the package (`npm/element/places.js`), as each line begins.
const OTHERWISE: [&str; 4] = ["const HERE", "export const at ", "export const home ", "export const script "];
const ESBUILD: [&str; 7] = [
    "www/embed.js",
    "--bundle",
    "--format=esm",
    "--charset=utf8",
    "--log-level=warning",
    "--target=chrome64",
    "--alias:files-of-the-tool=./www/loader/adopted.js",
];
/// What of the script of overlays: it knows its parts by their names on a host.
const OVERLAY: &str = "late/overlay.js";
const OVERLAY_OTHERWISE: [(&str, &str); 3] = [
    (
        "import { frame } from './__ASSET_local_js__';",
        "import { at } from '../loader/places.js';\nimport { frame } from './local.js';",
    ),
    ("import('./__ASSET_overlay_glue_js__')", "import('./overlay-glue.js')"),
    ("new URL(WASM[0], import.meta.url)", "at(WASM[0])"),
];
/// Files below this size become a part of the address in many bundles, which strict policies refuse.
const SMALLEST: usize = 4096;
/// The late script that only our own page wants.
const OWN_PAGE: &str = "offline";

/// The folder with the finished element.
pub fn folder(project: &Project) -> PathBuf {
    project.target.join("npm/element")
}

/// Writes the script and its files.
pub fn element(project: &Project, tools: &BuildTools, assets: &Assets) -> Outcome {
    let work = project.target.join("npm/www");
    clear(&work)?;
    let www = project.root.join("www");
    for file in files_below(&www)?.iter().filter(|file| file.ends_with(".js")) {
        write(&work.join("www").join(file), read(&www.join(file))?.as_bytes())?;
    }
    let (loader, late) = (work.join("www/loader"), work.join("www").join(OVERLAY));
    write(&late, overlay(&read(&late)?)?.as_bytes())?;
    if let Some(glue) = assets.path("overlay_glue_js").and_then(|path| assets.files().get(path)) {
        write(&late.with_file_name("overlay-glue.js"), glue)?;
    }
    write(&loader.join("source.js"), relocated(&read(&loader.join("source.js"))?)?.as_bytes())?;
    write(&loader.join("places.js"), read(&project.root.join("npm/element/places.js"))?.as_bytes())?;
    // First without any file, to see which are named.
    write(&loader.join("list.js"), list(&www, &[])?.as_bytes())?;
    let named = bundled(tools, assets, &work)?;
    // Late scripts are inside.
    let late = |path: &str| path.ends_with(".js") && Some(path) != assets.path("app_js");
    let files: Vec<(&String, &Vec<u8>)> =
        assets.files().iter().filter(|(path, _)| named.contains(&format!("\"{path}\"")) && !late(path)).collect();
    write(&loader.join("list.js"), list(&www, &files)?.as_bytes())?;
    let script = bundled(tools, assets, &work)?;
    check::script("the element of the npm package", &script)?;
    let out = folder(project);
    clear(&out)?;
    write(&out.join("index.js"), script.as_bytes())?;
    for (path, bytes) in files {
        let mut bytes = bytes.clone();
        if path.ends_with(".css") {
            // Nobody reads the spaces, and a sheet keeps its own address.
            bytes.resize(bytes.len().max(SMALLEST), b' ');
        }
        if bytes.len() < SMALLEST {
            return Err(format!(
                "{path} has only {} bytes: bundlers write so small a file into its address, which policies refuse; make it a part of the element (npm/element/places.js).",
                bytes.len()
            ));
        }
        write(&out.join("files").join(path), &bytes)?;
    }
    Ok(())
}

/// The script, with all names filled in, not minified: people read what a package holds.
fn bundled(tools: &BuildTools, assets: &Assets, work: &Path) -> Outcome<String> {
    let mut command = tools.esbuild();
    command.current_dir(work).args(ESBUILD);
    let said = process::output(&mut command)?;
    let script = String::from_utf8(said).map_err(|_| "esbuild gave back something that is no UTF-8.")?;
    // A remark of esbuild's that looks like a placeholder; in a script that is needed whole it says nothing.
    assets.fill("the element of the npm package", &script.replace("/* @__PURE__ */ ", ""))
}

/// `source.js` with the package's own places.
fn relocated(source: &str) -> Outcome<String> {
    for line in OTHERWISE {
        if source.lines().filter(|other| other.starts_with(line)).count() != 1 {
            return Err(format!(
                "www/loader/source.js has no single line that begins with `{line}`: adapt xtask/src/build/packaged.rs."
            ));
        }
    }
    let kept: Vec<&str> = source.lines().filter(|line| !OTHERWISE.iter().any(|other| line.starts_with(other))).collect();
    Ok(format!("import {{ at, home, script }} from './places.js';\nexport {{ at, home, script }};\n{}\n", kept.join("\n")))
}

/// `late/overlay.js` with its parts inside.
fn overlay(source: &str) -> Outcome<String> {
    let mut out = source.to_owned();
    for (there, here) in OVERLAY_OTHERWISE {
        if out.matches(there).count() != 1 {
            return Err(format!("www/{OVERLAY} has no single `{there}`: adapt xtask/src/build/packaged.rs."));
        }
        out = out.replace(there, here);
    }
    Ok(out)
}

/// The files by their names, and the late scripts by theirs.
fn list(www: &Path, files: &[(&String, &Vec<u8>)]) -> Outcome<String> {
    let mut out = String::from("import { FILES } from './files.js';\n\nexport const PLACES = {\n");
    for (path, _) in files {
        let _ = writeln!(out, "  '{path}': new URL('./files/{path}', import.meta.url).href,");
    }
    out.push_str("};\nexport const LATE = {\n");
    // Those that the element itself asks for.
    let asked = read(&www.join("loader/files.js"))?;
    let asked_for = |name: &&str| *name != OWN_PAGE && asked.contains(&format!("{name}: '__ASSET_{name}_js__'"));
    for file in files_below(&www.join("late"))?.iter().filter_map(|file| file.strip_suffix(".js")).filter(asked_for) {
        let _ = writeln!(out, "  [FILES.{file}]: () => import('../late/{file}.js'),");
    }
    out.push_str("};\n");
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_in_a_new_shape_are_an_error() {
        let source =
            "const HERE = 1;\nexport const at = 2;\nexport const home = 3;\nexport const script = 4;\nexport const bytes = 5;";
        assert!(relocated(source).is_ok_and(|text| text.contains("bytes = 5") && !text.contains("HERE")));
        assert!(relocated(&source.replace("const HERE", "const THERE")).is_err_and(|sentence| sentence.contains("const HERE")));
        assert!(overlay("import('./x.js')").is_err_and(|sentence| sentence.starts_with("www/late/overlay.js")));
    }
}
