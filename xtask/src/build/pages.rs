//! What is written by hand: `www/` (pages, scripts, styles) and `public/` (copied byte for byte).

use super::assets::Assets;
use super::bundle::{self, Keeper, Kind};
use super::{check, configure, shrink};
use crate::docs;
use crate::fault::{self, Outcome};
use crate::handbook;
use crate::pack;
use crate::paper;
use crate::project::{Project, files_below, read};
use crate::tools::BuildTools;
use buoc_so::content::Catalogue;
use buoc_so::text::Lang;
use std::fs;
use std::path::Path;

/// The pages that the catalogue fills in.
const FILLED: [&str; 3] = ["index.html", "frame.html", "outreach.html"];
/// Classic scripts: service workers, because old engines know no other, and what is for still older ones.
const CLASSIC: [&str; 3] = [WORKER, "sw-off.js", "no-modules.js"];
/// The service worker: the last file, because it names all others.
const WORKER: &str = "sw.js";
/// The same source for the outreach page.
const OUTREACH_WORKER: &str = "sw-outreach.js";
/// The element in portals. Its parts, and those of the next two, stand in `PARTS` and are bundled into it.
const ELEMENT: &str = "embed.js";
/// The element on our own page; known to it by its hash, so that a page and its script are always of one version.
pub const OWN_PAGE: &str = "page.js";
/// The element in a frame, known by its hash, too.
const FRAME: &str = "frame.js";
/// The element on the page of outreach staff.
const OUTREACH: &str = "outreach.js";
const PARTS: &str = "loader/";
/// Scripts that come later, by their hashes: `late/<name>.js` is the asset `<name>_js`.
const LATE: &str = "late/";

/// Adds every file of `www/` and `public/`, in the order in which they name each other: styles, late scripts, the element, pages.
pub fn add(project: &Project, tools: &BuildTools, assets: &mut Assets, first_screen: &dyn Fn(&str) -> String) -> Outcome {
    let www = project.root.join("www");
    let mut files = files_below(&www)?;
    let parts = |file: &str| [PARTS].iter().chain(&configure::PARTS).any(|folder| file.starts_with(folder));
    files.retain(|file| !parts(file) && file != super::version::ENTRY);
    files.sort_by_key(|file| (rank(file), file.clone()));
    for file in files.iter().filter(|file| *file != WORKER) {
        let path = www.join(file);
        let name = format!("www/{file}");
        match extension(file) {
            "css" => {
                let source = assets.fill(&name, &read(&path)?)?;
                let style = shrink::style(tools, file, &source)?;
                let stem = file.trim_end_matches(".css");
                assets.add_hashed(&format!("{stem}_css"), "", &format!("{stem}-"), "css", style.into_bytes())?;
            }
            "js" if file == ELEMENT => {
                assets.add(file, bundle::element(project, tools, assets, file, Kind::Portal)?.into_bytes())?;
            }
            "js" if [OWN_PAGE, FRAME, OUTREACH].contains(&file.as_str()) => {
                let kind = match file.as_str() {
                    FRAME => Kind::Portal,
                    OUTREACH => Kind::Outreach,
                    _ => Kind::Own,
                };
                let stem = file.trim_end_matches(".js");
                let bytes = bundle::element(project, tools, assets, file, kind)?.into_bytes();
                assets.add_hashed(&format!("{stem}_js"), "", &format!("{stem}-"), "js", bytes)?;
            }
            "js" => {
                let bytes = script(project, tools, assets, file)?;
                match file.strip_prefix(LATE) {
                    Some(late) => {
                        let stem = late.trim_end_matches(".js");
                        assets.add_hashed(&format!("{stem}_js"), "", &format!("{stem}-"), "js", bytes)?;
                    }
                    None => assets.add(file, bytes)?,
                }
            }
            "html" => {
                let bytes = page(assets, file, &path, first_screen)?;
                assets.add(file, bytes)?;
            }
            "webmanifest" | "json" | "txt" => {
                let bytes = assets.fill(&name, &read(&path)?)?.into_bytes();
                assets.add(file, bytes)?;
            }
            _ => assets.add(file, fs::read(&path).map_err(|error| fault::file("read", &path, &error))?)?,
        }
    }
    let public = project.root.join("public");
    for file in files_below(&public)? {
        let path = public.join(&file);
        assets.add(&file, fs::read(&path).map_err(|error| fault::file("read", &path, &error))?)?;
    }
    Ok(())
}

/// Adds the service workers, which name every other file that our own pages need: the last files of all.
pub fn add_workers(project: &Project, tools: &BuildTools, assets: &mut Assets) -> Outcome {
    let all = [
        (Keeper::Citizens, WORKER, "buoc-so", "index.html"),
        (Keeper::Outreach, OUTREACH_WORKER, "buoc-so-outreach", "outreach.html"),
    ];
    // Both lists before either file: no worker names another.
    let lists = all.map(|(keeper, ..)| bundle::offline(assets, keeper));
    for ((_, file, cache, start), (list, name)) in all.into_iter().zip(lists) {
        assets.set("__BUNDLE_FILES__", list);
        assets.set("__BUNDLE__", name);
        assets.set("__WORKER__", cache.to_owned());
        assets.set("__START__", start.to_owned());
        let bytes = script(project, tools, assets, WORKER)?;
        assets.add(file, bytes)?;
    }
    Ok(())
}

/// What names others comes after them.
fn rank(file: &str) -> u8 {
    match extension(file) {
        "css" => 0,
        "js" if file.starts_with(LATE) => 1,
        "js" => 2,
        _ => 3,
    }
}

/// Adds the handbook in each language, and what the element shows of it. It carries the style of the tool inside, so that it
/// looks the same from a memory card.
pub fn add_handbook(project: &Project, tools: &BuildTools, catalogue: &Catalogue, assets: &mut Assets) -> Outcome {
    let style = shrink::style(tools, "handbook.css", &handbook_style(project)?)?;
    for lang in Lang::ALL {
        let page = handbook::page(catalogue, lang, &project.version()?, style.trim());
        // The guide of the element: without the style, which the policy of a portal would report.
        let guide = format!("<!doctype html>\n<meta charset=\"utf-8\">\n{}\n", handbook::main_of(&page));
        let code = lang.code();
        assets.add_hashed(&format!("guide_{code}_html"), "", &format!("guide-{code}-"), "html", guide.into_bytes())?;
        assets.add(handbook::file(lang), page.into_bytes())?;
    }
    Ok(())
}

fn handbook_style(project: &Project) -> Outcome<String> {
    let www = project.root.join("www");
    Ok([read(&www.join("style.css"))?, read(&www.join("late.css"))?, handbook::STYLE.to_owned()].join("\n"))
}

/// Adds the questionnaire on paper in each language. It belongs to training sessions: citizens do not keep it.
pub fn add_paper(project: &Project, tools: &BuildTools, catalogue: &Catalogue, assets: &mut Assets) -> Outcome {
    let style = shrink::style(tools, "paper.css", paper::STYLE)?;
    let style = assets.add_hashed(&format!("{}paper_css", pack::OUTREACH), "", "paper-", "css", style.into_bytes())?;
    for lang in Lang::ALL {
        let page = paper::page(catalogue, lang, &project.version()?, &style);
        assets.add(paper::file(lang), page.into_bytes())?;
    }
    Ok(())
}

/// Adds the documents for people who embed the tool. After the worker: citizens do not keep the pages of editors.
pub fn add_documents(project: &Project, tools: &BuildTools, catalogue: &Catalogue, assets: &mut Assets) -> Outcome {
    let style = shrink::style(tools, "docs.css", docs::STYLE)?;
    let styles = [assets.fill("docs", "__ASSET_style_css__")?, assets.add_hashed("docs_css", "", "docs-", "css", style.into())?];
    let facts =
        docs::Facts { version: &project.version()?, as_of: &catalogue.rules.as_of.day_first(), styles: [&styles[0], &styles[1]] };
    docs::pages(project, &facts)?.into_iter().try_for_each(|(file, page)| assets.add(file, page.into_bytes()))
}

/// The sources of all scripts in `www/`.
pub fn scripts(project: &Project) -> Outcome<Vec<String>> {
    let www = project.root.join("www");
    files_below(&www)?.iter().filter(|file| file.ends_with(".js")).map(|file| read(&www.join(file))).collect()
}

fn page(assets: &Assets, file: &str, path: &Path, first_screen: &dyn Fn(&str) -> String) -> Outcome<Vec<u8>> {
    let mut source = read(path)?;
    if FILLED.contains(&file) {
        source = first_screen(&source);
    }
    let page = shrink::page(&assets.fill(&format!("www/{file}"), &without_trunk(&source))?);
    for absolute in ["href=\"/", "src=\"/", "href='/", "src='/"] {
        if page.contains(absolute) {
            return Err(format!("www/{file} contains {absolute}: write addresses relative, the site must work below any path."));
        }
    }
    if let Some(at) = page.find("{{") {
        let open = page[at..].split_inclusive("}}").next().unwrap_or("{{").chars().take(40).collect::<String>();
        return Err(format!(
            "www/{file} still contains {open}: only {} are filled in, see xtask/src/welcome.rs.",
            FILLED.join(", ")
        ));
    }
    Ok(page.into_bytes())
}

fn script(project: &Project, tools: &BuildTools, assets: &Assets, file: &str) -> Outcome<Vec<u8>> {
    let name = format!("www/{file}");
    let source = assets.fill(&name, &read(&project.root.join(&name))?)?;
    let script = shrink::script(tools, &name, &source, !CLASSIC.contains(&file))?;
    check::script(&name, &script)?;
    Ok(script.into_bytes())
}

/// The page without the `<link data-trunk …>` elements, which only Trunk reads.
fn without_trunk(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(at) = rest.find("<link data-trunk") {
        out.push_str(&rest[..at]);
        rest = rest[at..].find('>').map_or("", |end| &rest[at + end + 1..]);
    }
    out.push_str(rest);
    out
}

fn extension(file: &str) -> &str {
    file.rsplit_once('.').map_or("", |(_, extension)| extension)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trunk_leaves_no_trace() {
        let page = "<head>\n<link data-trunk rel=\"rust\" href=\"../Cargo.toml\">\n<link rel=\"icon\" href=\"i.svg\"></head>";
        assert_eq!(without_trunk(page), "<head>\n\n<link rel=\"icon\" href=\"i.svg\"></head>");
    }
}
