//! Several files as one: the parts of the element as one script, the files of our own pages as one bundle that the service
//! worker keeps.

use super::assets::Assets;
use super::check;
use crate::fault::Outcome;
use crate::process;
use crate::project::Project;
use crate::tools::BuildTools;
use sha2::{Digest, Sha256};
use std::path::Path;

/// Where the element finds its files.
#[derive(Clone, Copy)]
pub enum Kind<'a> {
    /// Beside itself on a host, on our own page.
    Own,
    /// The same for outreach staff: another program, another way to work without a network.
    Outreach,
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
        Kind::Own | Kind::Outreach => command.arg("--alias:files-of-the-tool=./www/loader/source.js"),
        Kind::Portal => command.arg("--alias:files-of-the-tool=./www/loader/adopted.js"),
        Kind::Version => command.arg("--alias:files-of-the-tool=./www/loader/versioned.js"),
        Kind::OneFile(glue) => command
            .arg("--alias:files-of-the-tool=./www/loader/inside.js")
            .arg(format!("--alias:glue-of-the-tool={}", glue.display())),
    };
    let bundled =
        String::from_utf8(process::output(&mut command)?).map_err(|_| "esbuild gave back something that is no UTF-8.")?;
    let bundled = if matches!(kind, Kind::Outreach) { for_outreach(&bundled)? } else { bundled };
    let script = assets.fill(&entry, &bundled)?;
    check::script(&format!("{entry} with its parts"), &script)?;
    Ok(script)
}

/// The same loader with the files of the outreach page.
fn for_outreach(bundled: &str) -> Outcome<String> {
    let names = [
        ("__ASSET_app_js__", "__ASSET_outreach_glue_js__"),
        ("__ASSET_app_wasm__", "__ASSET_outreach_wasm__"),
        ("__SIZE_app_wasm__", "__SIZE_outreach_wasm__"),
        ("__ASSET_offline_js__", "__ASSET_ready_js__"),
    ];
    names.into_iter().try_fold(bundled.to_owned(), |script, (own, other)| {
        if !script.contains(own) {
            return Err(format!("www/loader/files.js no longer says {own}: see for_outreach in xtask/src/build/bundle.rs."));
        }
        Ok(script.replace(own, other))
    })
}

/// Whose files a service worker keeps.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Keeper {
    /// People who use our own page.
    Citizens,
    /// Outreach staff.
    Outreach,
}

/// What our own pages need without a network: an object of JavaScript (path and first half of the SHA-256), and the name of
/// this bundle, which changes with any of its bytes.
pub fn offline(assets: &Assets, keeper: Keeper) -> (String, String) {
    let keys: std::collections::BTreeMap<&str, &str> = assets.keys().map(|(key, path)| (path, key)).collect();
    let mut list = serde_json::Map::new();
    for (path, bytes) in assets.files() {
        if keeper.keeps(path, keys.get(path.as_str()).copied().unwrap_or_default()) {
            list.insert(path.clone(), format!("{:x}", Sha256::digest(bytes))[..16].into());
        }
    }
    let text = serde_json::Value::Object(list).to_string();
    let name = format!("{:x}", Sha256::digest(text.as_bytes()))[..8].to_owned();
    (text, name)
}

impl Keeper {
    /// Is a file, known by a key or by its path alone, one of theirs?
    fn keeps(self, path: &str, key: &str) -> bool {
        // What portals load is theirs (but `embed.js`, which the page for web editors shows); pictures for link previews and
        // lists for tests are nobody's who has the page.
        const NOBODYS: [&str; 9] = [
            "embed-check.js",
            "guide-vi.html",
            "guide-en.html",
            "catalogue/1/index.json",
            "overlay.schema.json",
            "no-modules.js",
            "sw-off.js",
            "robots.txt",
            "assets.json",
        ];
        let of_a_version = path.strip_prefix('v').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        if NOBODYS.contains(&path) || path.starts_with("icons/link") || path.starts_with("frame") || of_a_version {
            return false;
        }
        let of_outreach =
            key.starts_with("outreach_") || key == "ready_js" || path == "outreach.html" || path.starts_with("phieu");
        // The page for web editors, our own first page and its program: nothing at a training session.
        let of_citizens = ["app_", "page_js", "offline_", "configure_"].iter().any(|start| key.starts_with(start))
            || (key.is_empty() && (path.starts_with("index") || path.starts_with("embed")));
        match self {
            Keeper::Citizens => !of_outreach,
            Keeper::Outreach => !of_citizens,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_keeps_what_only_others_load() {
        for (path, key, citizens, outreach) in [
            ("index.html", "", true, false),
            ("app-1.wasm", "app_wasm", true, false),
            ("outreach.html", "", false, true),
            ("outreach-1.wasm", "outreach_wasm", false, true),
            ("catalogue/1/1.bin", "outreach_vi_bin", false, true),
            ("catalogue/1/2.bin", "rules_bin", true, true),
            ("style-1.css", "style_css", true, true),
            ("phieu.html", "", false, true),
            ("cam-nang.html", "", true, true),
            ("embed.html", "", true, false),
            ("frame.html", "", false, false),
            ("v0.1.0/embed.js", "", false, false),
        ] {
            assert_eq!((Keeper::Citizens.keeps(path, key), Keeper::Outreach.keeps(path, key)), (citizens, outreach), "{path}");
        }
    }
}
