//! What the commands need beyond rustup, node and apt: installed once per version into a cache outside `target/`.
//! A second run only looks at marker files, so that it costs nothing.

mod cache;
mod cargo_tools;
mod chromium;
mod npm;
mod rust;
mod system;

pub use cache::Cache;

use crate::fault::Outcome;
use crate::project::Project;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What a build needs: Rust parts, Trunk, wasm-bindgen, npm packages.
pub struct BuildTools {
    trunk: PathBuf,
    bindgen: PathBuf,
    node_modules: PathBuf,
}

/// What the tests in browsers need on top.
pub struct BrowserTools {
    /// The tools of the build.
    pub build: BuildTools,
    /// geckodriver.
    pub geckodriver: PathBuf,
    /// Old Chromiums: major version and binary, oldest first.
    pub chromiums: Vec<(u32, PathBuf)>,
}

/// Adds what is missing of the pinned Rust toolchain: all that the native tests and the lints need.
pub fn rust() -> Outcome {
    rust::ensure(&Cache::open()?)
}

impl BuildTools {
    /// Installs what is missing for a build.
    pub fn ensure(project: &Project) -> Outcome<BuildTools> {
        let cache = Cache::open()?;
        system::need_node()?;
        rust::ensure(&cache)?;
        let node_modules = npm::ensure(&cache, &project.root)?;
        let bindgen = cargo_tools::ensure(&cache, &cargo_tools::wasm_bindgen(project.locked("wasm-bindgen")?))?;
        let trunk = cargo_tools::ensure(&cache, &cargo_tools::TRUNK)?;
        Ok(BuildTools { trunk, bindgen, node_modules })
    }

    /// Trunk, with the locked wasm-bindgen first on its path: it would fetch one otherwise.
    pub fn trunk(&self) -> Outcome<Command> {
        let mut command = Command::new(&self.trunk);
        command.env("PATH", self.path_with_bindgen()?).env("TRUNK_SKIP_VERSION_CHECK", "true");
        Ok(command)
    }

    /// wasm-pack, installed if it is missing: only the npm package needs it. It takes the locked wasm-bindgen from its path.
    pub fn wasm_pack(&self) -> Outcome<Command> {
        let mut command = Command::new(cargo_tools::ensure(&Cache::open()?, &cargo_tools::WASM_PACK)?);
        command.env("PATH", self.path_with_bindgen()?);
        Ok(command)
    }

    /// wasm-bindgen of the locked version.
    pub fn bindgen(&self) -> Command {
        Command::new(&self.bindgen)
    }

    /// esbuild, as its own program.
    pub fn esbuild(&self) -> Command {
        Command::new(self.node_modules.join(".bin/esbuild"))
    }

    /// A program of binaryen, run by node.
    pub fn binaryen(&self, program: &str) -> Command {
        let mut command = Command::new("node");
        command.arg(self.node_modules.join("binaryen/bin").join(program));
        command
    }

    /// Where the npm packages are.
    pub fn node_modules(&self) -> &Path {
        &self.node_modules
    }

    /// The runner of tests inside a browser.
    pub fn test_runner(&self) -> PathBuf {
        self.bindgen.with_file_name("wasm-bindgen-test-runner")
    }

    fn path_with_bindgen(&self) -> Outcome<OsString> {
        let own = self.bindgen.parent().map(Path::to_path_buf);
        let path = std::env::var_os("PATH").unwrap_or_default();
        std::env::join_paths(own.into_iter().chain(std::env::split_paths(&path)))
            .map_err(|_| "PATH cannot be extended: the cache folder's path must not contain ':'.".into())
    }
}

impl BrowserTools {
    /// Installs what is missing for the tests in browsers.
    pub fn ensure(project: &Project) -> Outcome<BrowserTools> {
        // First what needs a password or says that the system is not fit, then what takes long.
        system::need_browsers()?;
        let build = BuildTools::ensure(project)?;
        let cache = Cache::open()?;
        let chromiums = chromium::ensure(&cache)?;
        let geckodriver = cargo_tools::ensure(&cache, &cargo_tools::GECKODRIVER)?;
        Ok(BrowserTools { build, geckodriver, chromiums })
    }
}
