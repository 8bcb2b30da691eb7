//! What portals that pin a version load (contract section 6): a folder `vX.Y.Z/` whose code never changes, and the list of the
//! catalogue's files that every version of this schema reads.

use super::assets::Assets;
use super::bundle::{self, Kind};
use crate::fault::Outcome;
use crate::project::Project;
use crate::tools::BuildTools;
use buoc_so::text::Lang;

/// What the element of a version loads from its own folder, by key.
const CODE: [&str; 10] = [
    "app_js",
    "app_wasm",
    "style_css",
    "late_css",
    "guide_js",
    "overlay_js",
    "local_js",
    "overlay_css",
    "overlay_glue_js",
    "overlay_wasm",
];
/// Its entry; below `www/`, in the folder called as in the tool's own.
pub const ENTRY: &str = "version.js";

/// Adds the folder, the list and the guides without a hash.
pub fn add(project: &Project, tools: &BuildTools, assets: &mut Assets) -> Outcome {
    let folder = format!("v{}/", project.version()?);
    for key in CODE {
        let (path, bytes) = asset(assets, key)?;
        assets.add(&format!("{folder}{path}"), bytes)?;
    }
    let script = bundle::element(project, tools, assets, ENTRY, Kind::Version)?;
    assets.add(&format!("{folder}embed.js"), script.into_bytes())?;

    let mut list = serde_json::Map::new();
    let mut name = |name: String, key: &str| -> Outcome {
        let (path, bytes) = asset(assets, key)?;
        list.insert(name, serde_json::json!([path, bytes.len()]));
        Ok(())
    };
    name("rules".to_owned(), "rules_bin")?;
    for lang in Lang::ALL.map(Lang::code) {
        name(format!("words-{lang}"), &format!("words_{lang}_bin"))?;
        name(format!("cards-{lang}"), &format!("cards_{lang}_bin"))?;
    }
    let list = serde_json::Value::Object(list).to_string() + "\n";
    assets.add("catalogue/1/index.json", list.into_bytes())?;
    for lang in Lang::ALL.map(Lang::code) {
        let (_, guide) = asset(assets, &format!("guide_{lang}_html"))?;
        assets.add(&format!("guide-{lang}.html"), guide)?;
    }
    Ok(())
}

fn asset(assets: &Assets, key: &str) -> Outcome<(String, Vec<u8>)> {
    assets.path(key).and_then(|path| Some((path.to_owned(), assets.files().get(path)?.clone()))).ok_or_else(|| {
        format!("The folder of a version needs {key}, which the site does not have: see xtask/src/build/version.rs.")
    })
}
