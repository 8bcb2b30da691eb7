//! Several files as one: the parts of the element as one script, the files of our own pages as one bundle that the service
//! worker keeps.

use super::assets::Assets;
use super::check;
use crate::fault::Outcome;
use crate::pack::OUTREACH;
use crate::paper;
use crate::process;
use crate::project::Project;
use crate::tools::BuildTools;
use buoc_so::text::Lang;
use sha2::{Digest, Sha256};
use std::path::Path;

/// Where the element finds its files.
#[derive(Clone, Copy)]
pub enum Kind<'a> {
    /// Beside itself on a host, on our own page.
    Own,
    /// Beside itself on a host, in a portal's page: styles as shared sheets.
    Portal,
    /// As in a portal, the catalogue from the folder that all versions share.
    Version,
    /// In the page that it stands in; the glue, a finished script, is a part of it.
    OneFile(&'a Path),
}

/// An entry below `www/` and its parts as one module, minified for the oldest engine, all names filled in.
pub fn element(project: &Project, tools: &BuildTools, assets: &Assets, entry: &str, kind: Kind) -> Outcome<String> {
    let entry = format!("www/{entry}");
    let mut command = tools.esbuild();
    command.current_dir(&project.root).args([
        entry.as_str(),
        "--bundle",
        "--minify",
        "--format=esm",
        "--charset=utf8",
        "--log-level=warning",
        "--target=chrome64",
    ]);
    match kind {
        Kind::Own => command.arg("--alias:files-of-the-tool=./www/loader/source.js"),
        Kind::Portal => command.arg("--alias:files-of-the-tool=./www/loader/adopted.js"),
        Kind::Version => command.arg("--alias:files-of-the-tool=./www/loader/versioned.js"),
        Kind::OneFile(glue) => command
            .arg("--alias:files-of-the-tool=./www/loader/inside.js")
            .arg(format!("--alias:glue-of-the-tool={}", glue.display())),
    };
    let bundled =
        String::from_utf8(process::output(&mut command)?).map_err(|_| "esbuild gave back something that is no UTF-8.")?;
    let script = assets.fill(&entry, &bundled)?;
    check::script(&format!("{entry} with its parts"), &script)?;
    Ok(script)
}

/// What our own pages need without a network: an object of JavaScript (path and first half of the SHA-256), and the name of
/// this bundle, which changes with any of its bytes.
pub fn offline(assets: &Assets) -> (String, String) {
    // What portals load is theirs (but `embed.js`, which the page for web editors shows); pictures for link previews and lists
    // for tests are nobody's who has the page.
    let files = [
        "embed-check.js",
        "guide-vi.html",
        "guide-en.html",
        "catalogue/1/index.json",
        "overlay.schema.json",
        "no-modules.js",
        "sw-off.js",
        "robots.txt",
        paper::file(Lang::Vi),
        paper::file(Lang::En),
        "assets.json",
    ];
    let folder_of_a_version =
        |path: &str| path.strip_prefix('v').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    // The page for training sessions keeps a bundle of its own.
    let outreach: Vec<&str> = assets.keys().filter(|(key, _)| key.starts_with(OUTREACH)).map(|(_, path)| path).collect();
    let apart = |path: &str| {
        files.contains(&path)
            || outreach.contains(&path)
            || path.starts_with("icons/link")
            || path.starts_with("frame")
            || folder_of_a_version(path)
    };
    let mut list = serde_json::Map::new();
    for (path, bytes) in assets.files().iter().filter(|(path, _)| !apart(path)) {
        list.insert(path.clone(), format!("{:x}", Sha256::digest(bytes))[..16].into());
    }
    let text = serde_json::Value::Object(list).to_string();
    let name = format!("{:x}", Sha256::digest(text.as_bytes()))[..8].to_owned();
    (text, name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn training_sessions_are_no_part_of_the_offline_copy_of_citizens() {
        let mut assets = Assets::default();
        for (key, byte) in [("cards_vi_bin", 1), ("outreach_vi_bin", 2), ("outreach_js", 3)] {
            assert!(assets.add_hashed(key, "", key, "bin", vec![byte]).is_ok());
        }
        let (list, _) = offline(&assets);
        assert!(list.contains("cards_vi_bin") && !list.contains("outreach"), "{list}");
    }
}
