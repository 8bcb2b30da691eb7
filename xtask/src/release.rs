//! The artefacts of a release (contract section 8), as far as there are any, with their checksums.

use crate::fault::{self, Outcome};
use crate::project::{Project, clear, files_below, write};
use crate::tools::BuildTools;
use crate::{build, handbook};
use buoc_so::text::Lang;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::fs;

/// What the contract names and later issues bring.
const LATER: &str = "the npm package, overlay.schema.json, SBOM.cdx.json, LICENCES.html and SRI lines";

/// Builds the site and puts it, the tool in one file, the handbooks and `SHA256SUMS` into `target/release-artefacts/`.
pub fn run(project: &Project, args: &build::Args) -> Outcome {
    let tools = BuildTools::ensure(project)?;
    build::site(project, &tools, args)?;
    let out = project.target.join("release-artefacts");
    clear(&out)?;
    let (site, one_file) = (project.dist(), project.one_file());
    let mut parts: Vec<(String, std::path::PathBuf)> =
        files_below(&site)?.into_iter().map(|file| (format!("site/{file}"), site.join(file))).collect();
    parts.push(("buoc-so.html".to_owned(), one_file));
    parts.extend(Lang::ALL.map(|lang| (handbook::file(lang).to_owned(), site.join(handbook::file(lang)))));
    let mut sums = String::new();
    for (name, from) in parts {
        let bytes = fs::read(&from).map_err(|error| fault::file("read", &from, &error))?;
        let _ = writeln!(sums, "{:x}  {name}", Sha256::digest(&bytes));
        write(&out.join(&name), &bytes)?;
    }
    write(&out.join("SHA256SUMS"), sums.as_bytes())?;
    eprintln!("The artefacts are in target/release-artefacts; not made yet: {LATER}.");
    Ok(())
}
