//! The site: compile, shrink, check, name by content, publish. A dev build takes the same way without the slow steps.

mod assets;
mod bundle;
mod check;
mod compile;
mod configure;
mod glue;
mod mvp;
mod one_file;
pub mod packaged;
mod pages;
mod publish;
mod shrink;
mod styles;
mod version;

use crate::fault::Outcome;
use crate::project::{Project, write};
use crate::tools::BuildTools;
use crate::{content, overlay, pack, welcome};
use assets::Assets;
use std::path::{Path, PathBuf};
use std::time::Instant;

pub use assets::MANIFEST;
pub use compile::{LIMIT, for_old_phones};

/// How `build` is called. The hidden flags are for `serve`, which starts a fresh `xtask` for each rebuild, so that the
/// catalogue is always packed by the same sources that the wasm is compiled from.
#[derive(clap::Args, Default)]
pub struct Args {
    /// Fast and large: no rebuilt std, no wasm-opt; runs in current browsers only
    #[arg(long, hide = true)]
    pub dev: bool,
    /// Keep the wasm of the last build: only pages or content changed
    #[arg(long, hide = true)]
    pub keep_wasm: bool,
    /// Where the site goes
    #[arg(long, hide = true, value_name = "FOLDER")]
    pub out: Option<PathBuf>,
    /// Where the site will stand, for the picture and address of link previews: https://…/
    #[arg(long, value_name = "URL")]
    pub address: Option<String>,
}

impl Args {
    /// The address with a slash at its end; nothing but `https:` (and `http:` on this machine) is one.
    pub fn address(&self) -> Outcome<Option<String>> {
        let Some(address) = &self.address else { return Ok(None) };
        let fit = ["https://", "http://localhost", "http://127.0.0.1"].iter().any(|start| address.starts_with(start));
        if !fit || address.contains(['?', '#', '"', '<', ' ']) {
            return Err(format!("--address {address} is no address of a folder: write it as https://example.vn/buoc-so/."));
        }
        Ok(Some(format!("{}/", address.trim_end_matches('/'))))
    }
}

/// Carries `build` out.
pub fn run(project: &Project, args: &Args) -> Outcome {
    let tools = BuildTools::ensure(project)?;
    site(project, &tools, args)
}

/// A module that is compiled apart from the site, made smaller and checked for the oldest engine.
pub fn shrunk(tools: &BuildTools, folder: &Path, module: &[u8]) -> Outcome<Vec<u8>> {
    mvp::claims_nothing(module)?;
    let module = shrink::whole(tools, folder, module)?;
    mvp::check(&module)?;
    Ok(module)
}

/// The glue of such a module for the oldest engine, with its lines as they are: people read what a package holds.
pub fn readable_glue(tools: &BuildTools, name: &str, source: &str) -> Outcome<String> {
    let script = shrink::readable(tools, name, &glue::with_fresh_views(source)?)?;
    check::script(name, &script)?;
    Ok(script)
}

/// Builds the site with tools that are there.
pub fn site(project: &Project, tools: &BuildTools, args: &Args) -> Outcome {
    let started = Instant::now();
    let address = args.address()?;
    let out = args.out.clone().unwrap_or_else(|| project.dist());
    // Content and styles first: they take no time, and what they complain about should not wait for the compiler.
    let catalogue = content::sound(&project.root)?;
    let parts = pack::pack(&catalogue);
    if !args.dev {
        styles::check(project, tools)?;
    }

    let program = finished(project, tools, args, "app", compile::compile(project, tools, args)?)?;
    let merging = finished(project, tools, args, "overlay", compile::beside(project, tools, args, "overlay")?)?;
    let outreach = finished(project, tools, args, "outreach", compile::beside(project, tools, args, "outreach")?)?;

    let mut assets = Assets::default();
    assets.set("__SAY__", pack::loader_words(&catalogue));
    assets.set("__VERSION__", project.version()?);
    assets.set("__CATALOGUE_VERSION__", catalogue.rules.version.clone());
    for (name, text) in ["__TITLE__", "__PRODUCT__", "__LEAD__"].into_iter().zip(welcome::names(&catalogue)) {
        assets.set(name, serde_json::Value::String(text).to_string());
    }
    assets.set("__OFFLINE__", pack::offline_words(&catalogue));
    assets.set("__OVERLAY__", pack::overlay_words(&catalogue));
    assets.set("__AS_OF__", catalogue.rules.as_of.iso());
    assets.set("__AS_OF_SHOWN__", catalogue.rules.as_of.day_first());
    for (key, bytes) in parts {
        assets.add_hashed(&key, "catalogue/1/", "", "bin", bytes)?;
    }
    for (name, made) in [("app", program), ("overlay", merging), ("outreach", outreach)] {
        let wasm_name = assets.add_hashed(&format!("{name}_wasm"), "", &format!("{name}-"), "wasm", made.wasm)?;
        let glue = made.glue.replace(&made.wasm_name, &wasm_name);
        let glue = shrink::script(tools, name, &glue, true)?;
        check::script(&format!("the glue of wasm-bindgen ({name})"), &glue)?;
        // `www/late/overlay.js` and `www/outreach.js` have the plain keys already.
        let key = if name == "app" { "app_js".to_owned() } else { format!("{name}_glue_js") };
        assets.add_hashed(&key, "", &format!("{name}-glue-").replace("app-glue-", "app-"), "js", glue.into_bytes())?;
    }
    pages::add_handbook(project, tools, &catalogue, &mut assets)?;
    pages::add_paper(project, tools, &catalogue, &mut assets)?;
    configure::add(project, tools, &catalogue, &mut assets)?;
    pages::add(project, tools, &mut assets, &|template| welcome::render(&catalogue, address.as_deref(), template))?;
    configure::add_check(project, tools, &mut assets)?;
    version::add(project, tools, &mut assets)?;
    assets.add("overlay.schema.json", overlay::schema().into_bytes())?;
    pages::add_workers(project, tools, &mut assets)?;
    pages::add_documents(project, tools, &catalogue, &mut assets)?;
    assets.add_manifest()?;
    if !args.dev {
        let page = one_file::page(project, tools, &catalogue, &mut assets, address.as_deref())?;
        write(&project.one_file(), page.as_bytes())?;
        packaged::element(project, tools, &assets)?;
    }

    publish::replace(&out, &assets)?;
    let shown = out.strip_prefix(&project.root).unwrap_or(&out).display().to_string();
    eprintln!("The site is in {shown} after {:.1} s", started.elapsed().as_secs_f64());
    Ok(())
}

/// A wasm and its glue as they are shipped.
fn finished(
    project: &Project,
    tools: &BuildTools,
    args: &Args,
    what: &str,
    compiled: compile::Compiled,
) -> Outcome<compile::Compiled> {
    let glue = glue::with_fresh_views(&compiled.glue)?;
    if args.dev {
        return Ok(compile::Compiled { glue, ..compiled });
    }
    let glue = trimmed(project, &glue)?;
    mvp::claims_nothing(&compiled.wasm)?;
    let (wasm, names) = shrink::wasm(project, tools, what, &compiled.wasm, &glue::exports_called(&glue))?;
    mvp::check(&wasm)?;
    Ok(compile::Compiled { wasm, glue: glue::renamed(&glue, &names)?, ..compiled })
}

/// The glue of a release, before names become short.
fn trimmed(project: &Project, glue: &str) -> Outcome<String> {
    let scripts = pages::scripts(project)?;
    let glue = glue::with_plain_start(glue)?;
    Ok(glue::without_unused(&glue, &|name| scripts.iter().any(|script| script.contains(name))))
}

/// The wasm of the last release build as it is shipped, and the same with the names of its functions.
pub fn wasm_with_names(project: &Project, tools: &BuildTools) -> Outcome<(Vec<u8>, Vec<u8>)> {
    let compiled = compile::compile(project, tools, &Args { keep_wasm: true, ..Args::default() })?;
    let glue = trimmed(project, &compiled.glue)?;
    let called = glue::exports_called(&glue);
    let (shipped, _) = shrink::wasm(project, tools, "app", &compiled.wasm, &called)?;
    Ok((shipped, shrink::named(project, tools, &compiled.wasm, &called)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(text: &str) -> Outcome<Option<String>> {
        Args { address: Some(text.to_owned()), ..Args::default() }.address()
    }

    #[test]
    fn an_address_is_that_of_a_folder() {
        assert_eq!(Args::default().address(), Ok(None));
        for text in ["https://example.vn/buoc-so", "https://example.vn/buoc-so/"] {
            assert_eq!(address(text), Ok(Some("https://example.vn/buoc-so/".to_owned())));
        }
        for text in ["example.vn", "javascript:alert(1)", "https://example.vn/?a=1", "https://example.vn/\"><script"] {
            assert!(address(text).is_err_and(|sentence| sentence.starts_with("--address ")), "{text}");
        }
    }
}
