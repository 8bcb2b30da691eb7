//! The artefacts of a release (contract section 8), with their checksums.

mod archive;
mod crates;
mod licences;
pub mod npm;
mod sbom;
mod sri;
mod texts;
pub mod types;

use crate::fault::{self, Outcome};
use crate::project::{Project, clear, files_below, write};
use crate::tools::BuildTools;
use crate::{build, handbook};
use buoc_so::text::Lang;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// Builds the site and puts it, the tool in one file, the handbooks, the schema of overlays, the npm package, the lists of what
/// is inside, SRI lines and `SHA256SUMS` into `target/release-artefacts/`.
pub fn run(project: &Project, args: &build::Args) -> Outcome {
    let tools = BuildTools::ensure(project)?;
    build::site(project, &tools, args)?;
    let (version, site) = (project.version()?, project.dist());
    let mut artefacts = BTreeMap::new();
    for file in files_below(&site)? {
        artefacts.insert(format!("site/{file}"), bytes(&site.join(file))?);
    }
    artefacts.insert("buoc-so.html".to_owned(), bytes(&project.one_file())?);
    for file in Lang::ALL.map(handbook::file).into_iter().chain(["overlay.schema.json"]) {
        artefacts.insert(file.to_owned(), bytes(&site.join(file))?);
    }
    let inside = inside(project, &tools)?;
    artefacts.extend(inside.artefacts(&version));
    if let Some(lines) = sri::lines(&site, &version, args.address()?.as_deref())? {
        artefacts.insert("SRI.txt".to_owned(), lines.into_bytes());
    }
    let out = project.target.join("release-artefacts");
    clear(&out)?;
    let mut sums = String::new();
    for (name, bytes) in &artefacts {
        let _ = writeln!(sums, "{:x}  {name}", Sha256::digest(bytes));
        write(&out.join(name), bytes)?;
    }
    write(&out.join("SHA256SUMS"), sums.as_bytes())?;
    eprintln!("The artefacts are in target/release-artefacts: {} files.", artefacts.len() + 1);
    Ok(())
}

/// What is made apart from the site, on top of a site that is built.
struct Inside {
    package: Vec<u8>,
    sbom: Vec<u8>,
    licences: String,
}

impl Inside {
    /// By their names in a release.
    fn artefacts(self, version: &str) -> [(String, Vec<u8>); 3] {
        [
            (format!("buoc-so-{version}.tgz"), self.package),
            ("SBOM.cdx.json".to_owned(), self.sbom),
            ("LICENCES.html".to_owned(), self.licences.into_bytes()),
        ]
    }
}

/// The npm package, the bill of materials and the licences.
fn inside(project: &Project, tools: &BuildTools) -> Outcome<Inside> {
    let shipped = crates::shipped(project)?;
    let licences = licences::page(&project.version()?, &shipped);
    let package = npm::package(project, tools, &licences)?;
    let mut wasm = Vec::new();
    for (place, folder) in [("site", project.dist()), ("package", npm::folder(project))] {
        for file in files_below(&folder)?.into_iter().filter(|file| file.ends_with(".wasm")) {
            wasm.push((format!("{place}/{file}"), bytes(&folder.join(file))?));
        }
    }
    Ok(Inside { package, sbom: sbom::document(&shipped, &wasm)?, licences })
}

/// Writes them where the tests of the npm package look, and says where that is.
pub fn for_tests(project: &Project, tools: &BuildTools) -> Outcome<PathBuf> {
    let out = project.target.join("npm/artefacts");
    clear(&out)?;
    for (name, bytes) in inside(project, tools)?.artefacts(&project.version()?) {
        write(&out.join(name), &bytes)?;
    }
    Ok(out)
}

fn bytes(path: &Path) -> Outcome<Vec<u8>> {
    fs::read(path).map_err(|error| fault::file("read", path, &error))
}
