//! `buoc-so.html`: the whole tool in one file, for offices and outreach staff (contract section 8). Runs from `file://`, asks for
//! nothing, and its own policy lets nothing run but what stands in it.

use super::assets::Assets;
use super::bundle::{self, Kind};
use super::pages::OWN_PAGE;
use crate::fault::Outcome;
use crate::project::{Project, read, write};
use crate::tools::BuildTools;
use crate::{handbook, welcome};
use base64::prelude::{BASE64_STANDARD, Engine};
use buoc_so::content::Catalogue;
use buoc_so::text::Lang;
use sha2::{Digest, Sha256};

/// The template; in `www/loader/`, because no site holds it.
const TEMPLATE: &str = "www/loader/one-file.template";
/// The parts that the element reads as bytes.
const BINARY: [&str; 6] = ["app_wasm", "rules_bin", "words_vi_bin", "words_en_bin", "cards_vi_bin", "cards_en_bin"];

/// The page. Everything in it is a finished file of the site, so that both are of one version.
pub fn page(
    project: &Project,
    tools: &BuildTools,
    catalogue: &Catalogue,
    assets: &mut Assets,
    address: Option<&str>,
) -> Outcome<String> {
    assets.set("__ADDRESS__", address.map(|address| format!("{address}index.html")).unwrap_or_default());
    let glue = project.target.join("xtask/glue.js");
    write(&glue, asset(assets, "app_js")?)?;
    let script = bundle::element(project, tools, assets, OWN_PAGE, Kind::OneFile(&glue))?;
    // Text inside a script element ends at this, whatever it means.
    let script = script.trim().replace("</script", "<\\/script");
    let styles = ["style_css", "late_css", "page_css"].map(|key| text(assets, key));
    let [style, late, page] = styles;
    let (style, late, page) = (style?, late?, page?);
    let mut files = String::new();
    for key in BINARY {
        let path = assets.path(key).ok_or_else(|| absent(key))?;
        files.push_str(&format!(
            "<script type=\"text/plain\" data-file=\"{path}\">{}</script>\n",
            BASE64_STANDARD.encode(asset(assets, key)?)
        ));
    }
    let mut guides = String::new();
    for lang in Lang::ALL {
        let book =
            assets.files().get(handbook::file(lang)).map(|bytes| String::from_utf8_lossy(bytes).into_owned()).unwrap_or_default();
        let main = handbook::main_of(&book);
        guides.push_str(&format!("<template lang=\"{}\">{main}</template>\n", lang.code()));
    }
    let policy = format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval' 'unsafe-eval'; style-src {} {} {}; img-src data:; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types 'none'",
        hash(&script),
        hash(&style),
        hash(&late),
        hash(&page),
    );
    let says = |key: &str, lang: Lang| {
        let rules = &catalogue.rules;
        let says = catalogue.page[lang as usize].say(key);
        let says = says.replace("{version}", &project.version().unwrap_or_default());
        handbook::escape(&says.replace("{date}", &rules.as_of.day_first()).replace("{until}", &rules.valid_until.day_first()))
    };
    let template = welcome::render(catalogue, address, &read(&project.root.join(TEMPLATE))?);
    let template = assets.fill(TEMPLATE, &super::shrink::page(&template))?;
    let parts = [
        ("{{policy}}", policy),
        ("{{edition}}", says("edition", Lang::Vi)),
        ("{{note-vi}}", says("edition-note", Lang::Vi)),
        ("{{note-en}}", says("edition-note", Lang::En)),
        ("{{style}}", style),
        ("{{late}}", late),
        ("{{page}}", page),
        ("{{files}}", files),
        ("{{handbook}}", guides),
        ("{{script}}", script),
    ];
    Ok(parts.into_iter().fold(template, |page, (name, with)| page.replacen(name, &with, 1)))
}

/// How a policy names an inline script or style.
fn hash(text: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text.as_bytes())))
}

fn absent(key: &str) -> String {
    format!("The one file needs {key}, which the site does not have: see xtask/src/build/one_file.rs.")
}

fn asset<'a>(assets: &'a Assets, key: &str) -> Outcome<&'a [u8]> {
    assets.path(key).and_then(|path| assets.files().get(path)).map(Vec::as_slice).ok_or_else(|| absent(key))
}

fn text(assets: &Assets, key: &str) -> Outcome<String> {
    Ok(String::from_utf8_lossy(asset(assets, key)?).trim().to_owned())
}
