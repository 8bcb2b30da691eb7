//! The pages for web editors: the configurator (`embed.html`, its script bundled from `www/configure/`) and the check page
//! (`embed-check.js`, bundled from `www/embed-check/` with its words inside).

use super::assets::Assets;
use super::bundle::{self, Kind};
use crate::fault::Outcome;
use crate::handbook::escape;
use crate::pack::OUTREACH;
use crate::project::{Project, read};
use crate::tools::BuildTools;
use buoc_so::content::Catalogue;
use buoc_so::text::Lang;

/// Folders of parts: no files of the site by themselves.
pub const PARTS: [&str; 2] = ["configure/", "embed-check/"];
/// The check page's script, under a name that never changes: portals name it.
const CHECK: &str = "embed-check.js";
const WORDS: &str = "www/embed-check/words.json";
/// Files that no portal asks for.
const OWN_PAGE_ONLY: [&str; 5] = ["page_js", "page_css", "offline_js", "configure_js", "configure_css"];

/// The script of the configurator, and the options of its lists: before the pages that name them.
pub fn add(project: &Project, tools: &BuildTools, catalogue: &Catalogue, assets: &mut Assets) -> Outcome {
    for (at, lang) in Lang::ALL.into_iter().enumerate() {
        let code = lang.code().to_uppercase();
        let questions = &catalogue.rules.questions;
        let words = &catalogue.words[at].questions;
        let local = &catalogue.cards[at].choices;
        let options = |wanted: Option<usize>| {
            let Some(place) = wanted else { return String::new() };
            let long = local.iter().find(|(question, _)| question.at() == place).map(|(_, choices)| choices);
            let labels = long.or_else(|| words.get(place).map(|question| &question.choices)).into_iter().flatten();
            let ids = questions[place].choices.iter().map(|choice| choice.id.as_str());
            ids.zip(labels.map(|words| words.label.as_str())).map(|(id, label)| option(id, label)).collect()
        };
        assets.set(&format!("__PROVINCE_OPTIONS_{code}__"), options(questions.iter().position(|question| question.local)));
        assets.set(&format!("__START_OPTIONS_{code}__"), options(questions.iter().position(|question| question.always)));
    }
    let script = bundle::element(project, tools, assets, "configure/page.js", Kind::Own)?;
    assets.add_hashed("configure_js", "", "configure-", "js", script.into_bytes())?;
    Ok(())
}

/// The script of the check page: after all that the element asks for, because it knows their sizes.
pub fn add_check(project: &Project, tools: &BuildTools, assets: &mut Assets) -> Outcome {
    let words: serde_json::Value =
        serde_json::from_str(&read(&project.root.join(WORDS))?).map_err(|error| format!("{WORDS}: {error}."))?;
    assets.set("__CHECK_SAY__", words.to_string());
    assets.set("__CHECK_FILES__", serde_json::Value::from(files_of_portals(assets)).to_string());
    let script = bundle::element(project, tools, assets, "embed-check/page.js", Kind::Own)?;
    assets.add(CHECK, script.into_bytes())
}

/// What the element may ask for in a portal: path and number of bytes.
fn files_of_portals(assets: &Assets) -> Vec<serde_json::Value> {
    let hashed =
        assets.keys().filter(|(key, _)| !(OWN_PAGE_ONLY.contains(key) || key.starts_with(OUTREACH))).map(|(_, path)| path);
    let mut paths: Vec<&str> = hashed.chain(["embed.js"]).collect();
    paths.sort_unstable();
    // Two parts with the same bytes share one file.
    paths.dedup();
    paths.into_iter().filter_map(|path| assets.files().get(path).map(|bytes| serde_json::json!([path, bytes.len()]))).collect()
}

fn option(value: &str, label: &str) -> String {
    format!("<option value=\"{}\">{}</option>", escape(value), escape(label))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_option_is_escaped() {
        assert_eq!(option("a", "B & <C>"), "<option value=\"a\">B &amp; &lt;C&gt;</option>");
    }

    #[test]
    fn the_check_page_knows_what_portals_ask_for() {
        let mut assets = Assets::default();
        for (key, path) in
            [("app_js", "app-"), ("page_css", "page-"), ("rules_bin", "r-"), ("same_bin", "r-"), ("outreach_vi_bin", "o-")]
        {
            let extension = key.split('_').next_back().unwrap_or_default();
            assert!(assets.add_hashed(key, "", path, extension, path.as_bytes().to_vec()).is_ok());
        }
        assert_eq!(assets.add("embed.js", vec![1, 2, 3]), Ok(()));
        let files = files_of_portals(&assets);
        assert_eq!(files.len(), 3, "{files:?}");
        assert_eq!(files[1], serde_json::json!(["embed.js", 3]));
    }
}
