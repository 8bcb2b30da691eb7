//! Smaller files for old engines: wasm-opt for the wasm, esbuild for scripts and styles.

use super::glue::Names;
use crate::fault::{self, Outcome};
use crate::process;
use crate::project::{OLDEST_CHROMIUM, Project, files_below, read, write};
use crate::tools::BuildTools;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Never `--all-features`: it emits an encoding that current Chromium refuses. Hardly any inlining and no sharing of
/// subexpressions: both make fewer bytes, but bytes that brotli packs worse (together 7 % of the packed size). The lowest
/// kilobyte is the far end of the stack, so that no load or store ever means it.
const WASM_OPT: [&str; 12] = [
    "--low-memory-unused",
    "-Oz",
    "--converge",
    "--always-inline-max-function-size=2",
    "--flexible-inline-max-function-size=0",
    "--one-caller-inline-max-function-size=20",
    "--skip-pass=local-cse",
    "--mvp-features",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
    "--strip-dwarf",
];
const LIMIT: Duration = Duration::from_secs(15 * 60);

/// The wasm after wasm-opt, without exports that the glue does not call, and the short names of all that is left. The
/// result is kept, under the name of `what` it is, by the hash of the input: a change of pages or content does not pay for it again.
pub fn wasm(
    project: &Project,
    tools: &BuildTools,
    what: &str,
    module: &[u8],
    wanted: &BTreeSet<&str>,
) -> Outcome<(Vec<u8>, Names)> {
    let key = Sha256::new().chain_update(format!("{WASM_OPT:?} {wanted:?}")).chain_update(module).finalize();
    let folder = project.target.join("xtask");
    let (after, names) = (folder.join(format!("opt-{what}-{key:x}.wasm")), folder.join(format!("opt-{what}-{key:x}.json")));
    if !(after.is_file() && names.is_file()) {
        eprintln!("Shrinking the wasm (up to a minute) …");
        // Only the last results of each are worth their room.
        for old in files_below(&folder)?.iter().filter(|file| file.starts_with(&format!("opt-{what}-"))) {
            let _ = fs::remove_file(folder.join(old));
        }
        let whole = reduced(tools, &folder, module, wanted, false)?;
        // A run of its own: `--converge` repeats every pass, and names must be given once.
        let mut command = tools.binaryen("wasm-opt");
        command.args(["--mvp-features", "--minify-imports-and-exports-and-modules"]).arg(&whole).arg("-o").arg(&after);
        let printed = process::output(&mut command)?;
        write(&names, &printed)?;
    }
    let bytes = fs::read(&after).map_err(|error| fault::file("read", &after, &error))?;
    Ok((bytes, Names::parse(&read(&names)?)?))
}

/// A wasm of which everything is needed, such as the engine of the npm package.
pub fn whole(tools: &BuildTools, folder: &Path, module: &[u8]) -> Outcome<Vec<u8>> {
    let (before, after) = (folder.join("before.wasm"), folder.join("after.wasm"));
    write(&before, module)?;
    let mut command = tools.binaryen("wasm-opt");
    command.args(WASM_OPT).arg(&before).arg("-o").arg(&after);
    process::quiet(&mut command, LIMIT, &folder.join("wasm-opt.log"))?;
    fs::read(&after).map_err(|error| fault::file("read", &after, &error))
}

/// The same wasm with the names of its functions: for looking at, never shipped. Imports and exports keep their long names.
pub fn named(project: &Project, tools: &BuildTools, module: &[u8], wanted: &BTreeSet<&str>) -> Outcome<Vec<u8>> {
    eprintln!("Shrinking the wasm once more, with names (up to a minute) …");
    let whole = reduced(tools, &project.target.join("xtask/named"), module, wanted, true)?;
    fs::read(&whole).map_err(|error| fault::file("read", &whole, &error))
}

/// Everything that makes code smaller, with the files of each step in `folder`.
fn reduced(tools: &BuildTools, folder: &Path, module: &[u8], wanted: &BTreeSet<&str>, names: bool) -> Outcome<PathBuf> {
    let file = |name: &str| folder.join(name);
    let (before, graph, half, whole) = (file("1.wasm"), file("1.json"), file("2.wasm"), file("3.wasm"));
    let (log, keep) = (file("wasm-opt.log"), names.then_some("-g"));
    write(&before, module)?;
    write(&graph, reached(wanted).as_bytes())?;
    let mut command = tools.binaryen("wasm-metadce");
    command.arg(&before).arg("--graph-file").arg(&graph).arg("--mvp-features").args(keep).arg("-o").arg(&half);
    process::quiet(&mut command, LIMIT, &log)?;
    let mut command = tools.binaryen("wasm-opt");
    command.args(WASM_OPT.iter().filter(|flag| !(names && **flag == "--strip-debug"))).args(keep);
    process::quiet(command.arg(&half).arg("-o").arg(&whole), LIMIT, &log)?;
    Ok(whole)
}

/// What must stay reachable, in the words of wasm-metadce.
fn reached(wanted: &BTreeSet<&str>) -> String {
    let mut nodes = vec![serde_json::json!({ "name": "glue", "root": true, "reaches": wanted })];
    nodes.extend(wanted.iter().map(|name| serde_json::json!({ "name": name, "export": name })));
    serde_json::Value::Array(nodes).to_string()
}

/// A script, minified for the oldest engine. A module says so; a classic script keeps its top-level names.
pub fn script(tools: &BuildTools, name: &str, source: &str, module: bool) -> Outcome<String> {
    let mut command = tools.esbuild();
    command.args(["--loader=js", "--minify", "--charset=utf8", "--log-level=warning"]);
    command.arg(format!("--target=chrome{OLDEST_CHROMIUM}"));
    command.arg(format!("--sourcefile={name}"));
    if module {
        command.args(["--format=esm", "--tree-shaking=true"]);
    }
    text(process::filter(&mut command, source.as_bytes())?)
}

/// A module for the oldest engine, not minified.
pub fn readable(tools: &BuildTools, name: &str, source: &str) -> Outcome<String> {
    let mut command = tools.esbuild();
    command.args(["--loader=js", "--format=esm", "--charset=utf8", "--log-level=warning"]);
    command.arg(format!("--target=chrome{OLDEST_CHROMIUM}")).arg(format!("--sourcefile={name}"));
    text(process::filter(&mut command, source.as_bytes())?)
}

/// A style sheet, minified for the oldest engine. `@supports`, prefixes and the order of rules stay.
pub fn style(tools: &BuildTools, name: &str, source: &str) -> Outcome<String> {
    let mut command = tools.esbuild();
    command.args(["--loader=css", "--minify", "--charset=utf8", "--log-level=warning"]);
    command.arg(format!("--target=chrome{OLDEST_CHROMIUM}"));
    command.arg(format!("--sourcefile={name}"));
    text(process::filter(&mut command, source.as_bytes())?)
}

/// A page without comments and indentation. White space inside text is never removed, only shortened at line starts,
/// where HTML counts it as one space anyway.
pub fn page(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(at) = rest.find("<!--") {
        out.push_str(&rest[..at]);
        rest = rest[at..].find("-->").map_or("", |end| &rest[at + end + 3..]);
    }
    out.push_str(rest);
    if out.contains("<pre") || out.contains("<textarea") {
        return out;
    }
    let mut lines: Vec<&str> = out.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    lines.push("");
    lines.join("\n")
}

fn text(bytes: Vec<u8>) -> Outcome<String> {
    String::from_utf8(bytes).map_err(|_| "esbuild gave back something that is no UTF-8.".into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_indentation_go() {
        assert_eq!(page("<p>\n  a <!-- no\n -->b\n\n</p>\n"), "<p>\na b\n</p>\n");
        assert_eq!(page("<pre>\n  a</pre>"), "<pre>\n  a</pre>");
    }
}
