//! The bytes of loading, against the budgets of the design: step 1 until the second question, step 2 until everything is
//! there. Sizes are brotli at its best (quality 11, window 22), as a static host sends them.

mod owner;
mod sections;
mod spread;
mod table;

use crate::build::MANIFEST;
use crate::fault::Outcome;
use crate::pack::OUTREACH;
use crate::process;
use crate::project::{Project, read};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

/// All bytes until the second question is on the screen (design section 5).
const STEP_1: u64 = 90_000;
/// All bytes until `buoc-so:ready` (design section 5).
const STEP_2: u64 = 160_000;
/// The files of step 1 besides what `index.html` preloads: those with stable names, and those known by a key.
const FIRST_FILES: [&str; 1] = ["index.html"];
const FIRST_KEYS: [&str; 5] = ["style_css", "app_js", "app_wasm", "rules_bin", "words_vi_bin"];

/// Prints brotli sizes of the files named on the command line, one a line. Node has brotli built in.
const BROTLI: &str = "const z = require('zlib'), fs = require('fs'), c = z.constants;
for (const file of process.argv.slice(1)) {
  const bytes = fs.readFileSync(file);
  const params = { [c.BROTLI_PARAM_QUALITY]: 11, [c.BROTLI_PARAM_LGWIN]: 22, [c.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  console.log(z.brotliCompressSync(bytes, { params }).length);
}";

/// How `size` is called.
#[derive(clap::Args, Default)]
pub struct Args {
    /// Where the bytes of the last release's wasm go: by crate and by module of ours, with the largest functions
    #[arg(long = "where")]
    spread: bool,
    /// With --where: the largest places go into ARCHITECTURE.md as well
    #[arg(long, requires = "spread")]
    write: bool,
}

/// Carries `size` out.
pub fn run(project: &Project, args: &Args) -> Outcome {
    if args.spread { spread::run(project, args.write) } else { budgets(project) }
}

/// Prints the table of `dist/`; an exceeded budget is a failure.
pub fn budgets(project: &Project) -> Outcome {
    let dist = project.dist();
    if !dist.join("index.html").is_file() {
        return Err("There is no release build yet: run `cargo xtask build` first.".into());
    }
    let (first, second) = steps(&dist)?;
    let all: Vec<String> = first.iter().chain(&second).cloned().collect();
    let brotli = brotli(&dist, &all)?;
    let mut packed = 0;
    println!("{:<40} {:>9} {:>9}", "file", "bytes", "brotli");
    let mut raw_sum = 0;
    let mut outcome = Ok(());
    for (number, (files, budget)) in [(&first, STEP_1), (&second, STEP_2)].into_iter().enumerate() {
        for file in files {
            let raw = fs::metadata(dist.join(file)).map_or(0, |data| data.len());
            println!("{file:<40} {raw:>9} {:>9}", brotli[file]);
            raw_sum += raw;
            packed += brotli[file];
        }
        let step = number + 1;
        println!("{:<40} {raw_sum:>9} {packed:>9}  of {budget} ({}%)", format!("step {step}, in all"), packed * 100 / budget);
        println!();
        if packed > budget && outcome.is_ok() {
            outcome =
                Err(format!("Step {step} is {} bytes over {budget}: take something out or load it later.", packed - budget));
        }
    }
    outreach(&dist)?;
    outcome
}

/// What the page of outreach staff loads by itself; no budget, but nobody should be surprised.
fn outreach(dist: &Path) -> Outcome {
    let mut files = vec!["outreach.html".to_owned()];
    for file in preloaded(&read(&dist.join("outreach.html"))?) {
        if !files.contains(&file) && dist.join(&file).is_file() {
            files.push(file);
        }
    }
    let raw: u64 = files.iter().filter_map(|file| fs::metadata(dist.join(file)).ok()).map(|data| data.len()).sum();
    let packed: u64 = brotli(dist, &files)?.values().sum();
    println!("{:<40} {raw:>9} {packed:>9}", "outreach page, first screen, in all");
    Ok(())
}

/// The files of step 1, and those that step 2 adds.
fn steps(dist: &Path) -> Outcome<(Vec<String>, Vec<String>)> {
    let keys: BTreeMap<String, String> = serde_json::from_str(&read(&dist.join(MANIFEST))?)
        .map_err(|error| format!("dist/{MANIFEST} is not readable ({error}): run `cargo xtask build` again."))?;
    let mut first: Vec<String> = FIRST_FILES.iter().map(|file| (*file).to_owned()).collect();
    first.extend(FIRST_KEYS.iter().filter_map(|key| keys.get(*key).cloned()));
    for file in preloaded(&read(&dist.join("index.html"))?) {
        if !first.contains(&file) && dist.join(&file).is_file() {
            first.push(file);
        }
    }
    // Catalogue parts and their style only: what another page alone loads is no part of the citizen's load.
    let late = |key: &str, file: &String| {
        let catalogue = file.ends_with(".bin") && !key.starts_with(OUTREACH);
        (matches!(key, "late_css" | "offline_js") || catalogue) && !first.contains(file)
    };
    let second = keys.into_iter().filter(|(key, file)| late(key, file)).map(|(_, file)| file).collect();
    Ok((first, second))
}

/// What a page loads by itself: every `<link>` that preloads or styles, and every `<script src>`.
fn preloaded(page: &str) -> Vec<String> {
    page.split('<')
        .filter_map(|tag| {
            let tag = tag.split('>').next().unwrap_or("");
            let loads = ["preload", "modulepreload", "stylesheet"].iter().any(|rel| attribute(tag, "rel") == Some(rel));
            match tag.split_whitespace().next() {
                Some("link") if loads => attribute(tag, "href"),
                Some("script" | "img") => attribute(tag, "src"),
                _ => None,
            }
        })
        .map(str::to_owned)
        .collect()
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let start = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    tag[start..].split('"').next()
}

fn brotli(dist: &Path, files: &[String]) -> Outcome<BTreeMap<String, u64>> {
    let mut node = Command::new("node");
    node.args(["-e", BROTLI, "--"]).args(files.iter().map(|file| dist.join(file)));
    let said = process::output(&mut node)?;
    let sizes: Vec<u64> = String::from_utf8_lossy(&said).lines().filter_map(|line| line.trim().parse().ok()).collect();
    if sizes.len() != files.len() {
        return Err("node did not compress every file: run `node --version`, 20 or newer is needed.".into());
    }
    Ok(files.iter().cloned().zip(sizes).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_page_loads_by_itself() {
        let page = r#"<link rel="preload" as="fetch" href="a.wasm"><link rel="icon" href="i.svg">
            <link rel="stylesheet" href="s.css"><script type="module" src="embed.js"></script><a href="x.html">x</a>"#;
        assert_eq!(preloaded(page), ["a.wasm", "s.css", "embed.js"]);
    }
}
