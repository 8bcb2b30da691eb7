//! `cargo xtask serve`: build, serve on this machine, rebuild on every change; open pages show the change by themselves, or
//! say in words why they do not.

mod http;
mod preview;
mod watch;

use crate::build;
use crate::fault::Outcome;
use crate::process;
use crate::project::{Project, files_below};
use crate::tools::BuildTools;
use preview::Preview;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

/// How `serve` is called.
#[derive(clap::Args)]
pub struct Args {
    /// The port to listen on
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// The address to listen on; 0.0.0.0 lets phones in the same network in
    #[arg(long, default_value = "127.0.0.1")]
    host: String,
    /// Do not open a browser
    #[arg(long)]
    no_open: bool,
    /// Serve the release build, which is small and also runs on old phones; each rebuild takes longer
    #[arg(long)]
    release: bool,
}

/// Carries `serve` out; it ends only with the program.
pub fn run(project: &Project, args: &Args) -> Outcome {
    // A busy port is said before anyone waits for a build.
    let server = http::bind(&args.host, args.port)?;
    let tools = BuildTools::ensure(project)?;
    let site = if args.release { project.dist() } else { project.target.join("serve") };
    let changes = watch::start(&project.root)?;
    let started = SystemTime::now();
    let preview = Arc::new(Preview::start());
    let first = build::Args { dev: !args.release, keep_wasm: false, out: Some(site.clone()), address: None };
    if let Err(sentence) = build::site(project, &tools, &first) {
        if !site.join("index.html").is_file() {
            return Err(sentence);
        }
        eprintln!("{sentence}\nServing the last build that worked.");
        preview.failed(preview::problems(&project.root, &sentence));
    }
    http::serve(server, site.clone(), &preview);
    let shown = if args.host.contains(':') { format!("[{}]", args.host) } else { args.host.clone() };
    let address = format!("http://{shown}:{}/", args.port);
    println!("Serving {address} — changes are built and shown as they are saved, Ctrl-C ends it");
    if !args.no_open {
        open(&address);
    }
    let mut own_sources_changed = false;
    while let Some(change) = changes.next() {
        eprintln!("{} changed; building …", change.path);
        own_sources_changed |= change.needs_wasm || newer_sources(project, started);
        let outcome = if own_sources_changed {
            in_fresh_program(project, args.release, &site, change.needs_wasm)
        } else {
            build::site(
                project,
                &tools,
                &build::Args { dev: !args.release, keep_wasm: true, out: Some(site.clone()), address: None },
            )
        };
        match outcome {
            Ok(()) => {
                preview.built();
                eprintln!("Open pages load it now.");
                preview.noted(preview::notes(&project.root, &change.path));
            }
            Err(sentence) => {
                eprintln!("{sentence}\nServing the last build that worked.");
                preview.failed(preview::problems(&project.root, &sentence));
            }
        }
    }
    Err("The folders can no longer be watched: start `cargo xtask serve` again.".into())
}

/// Whether this program is older than its sources: it would then pack the catalogue as the sources were before.
fn newer_sources(project: &Project, started: SystemTime) -> bool {
    ["src", "xtask/src"].iter().map(|folder| project.root.join(folder)).any(|folder| {
        let files = files_below(&folder).unwrap_or_default();
        let changed = |file: &String| fs::metadata(folder.join(file)).and_then(|about| about.modified()).ok();
        files.iter().filter_map(changed).any(|changed| changed > started)
    })
}

/// Rebuilds with an `xtask` compiled from the sources as they are now.
fn in_fresh_program(project: &Project, release: bool, site: &Path, needs_wasm: bool) -> Outcome {
    let mut command = Command::new("cargo");
    command.args(["run", "--quiet", "--package", "xtask", "--", "build", "--out"]).arg(site);
    command.current_dir(&project.root).env("CARGO_TARGET_DIR", &project.target);
    if !release {
        command.arg("--dev");
    }
    if !needs_wasm {
        command.arg("--keep-wasm");
    }
    process::show(&mut command, Duration::from_secs(60 * 60)).map_err(|_| "The build failed; the terminal says why.".into())
}

/// Opens the address where the system has a program for that; a machine without one is no failure.
fn open(address: &str) {
    let program = match std::env::consts::OS {
        "macos" => "open",
        "windows" => "explorer",
        _ => "xdg-open",
    };
    let _ = Command::new(program).arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
}

/// A path below the project as a person writes it.
fn shown(root: &Path, path: &Path) -> String {
    path.strip_prefix(root).unwrap_or(path).display().to_string()
}
