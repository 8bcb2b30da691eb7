//! `cargo xtask serve`: build, serve on this machine, rebuild on every change.

mod http;
mod watch;

use crate::build;
use crate::fault::Outcome;
use crate::process;
use crate::project::Project;
use crate::tools::BuildTools;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

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
    let first = build::Args { dev: !args.release, keep_wasm: false, out: Some(site.clone()) };
    if let Err(sentence) = build::site(project, &tools, &first) {
        if !site.join("index.html").is_file() {
            return Err(sentence);
        }
        eprintln!("{sentence}\nServing the last build that worked.");
    }
    http::serve(server, site.clone());
    let shown = if args.host.contains(':') { format!("[{}]", args.host) } else { args.host.clone() };
    let address = format!("http://{shown}:{}/", args.port);
    println!("Serving {address} — changes are built as they are saved, Ctrl-C ends it");
    if !args.no_open {
        open(&address);
    }
    while let Some(change) = changes.next() {
        eprintln!("{} changed; building …", change.path);
        match rebuild(project, args.release, &site, change.needs_wasm) {
            Ok(()) => eprintln!("Reload the page to see it."),
            Err(sentence) => eprintln!("{sentence}\nServing the last build that worked."),
        }
    }
    Err("The folders can no longer be watched: start `cargo xtask serve` again.".into())
}

/// A fresh `xtask` does each rebuild: this one was compiled before the change, and packs the catalogue as the sources
/// were then.
fn rebuild(project: &Project, release: bool, site: &Path, needs_wasm: bool) -> Outcome {
    let mut command = Command::new("cargo");
    command.args(["run", "--quiet", "--package", "xtask", "--", "build", "--out"]).arg(site);
    command.current_dir(&project.root).env("CARGO_TARGET_DIR", &project.target);
    if !release {
        command.arg("--dev");
    }
    if !needs_wasm {
        command.arg("--keep-wasm");
    }
    process::show(&mut command, Duration::from_secs(60 * 60)).map_err(|_| "The build failed; the lines above say why.".into())
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
