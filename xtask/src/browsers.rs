//! The scripts of `tests/e2e`, with everything they need to know in their environment.

use crate::build;
use crate::fault::Outcome;
use crate::process;
use crate::project::Project;
use crate::tools::BrowserTools;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

/// The longest that one such script may take.
pub const LIMIT: Duration = Duration::from_secs(55 * 60);

/// Runs one script on a release build that is up to date.
pub fn run(project: &Project, script: &str, arguments: &[&str]) -> Outcome {
    if !project.root.join("tests/e2e").join(script).is_file() {
        return Err(format!("tests/e2e/{script} is not there yet: it arrives with a later change."));
    }
    let tools = BrowserTools::ensure(project)?;
    build::site(project, &tools.build, &build::Args::default())?;
    process::show(node(project, &tools, script).args(arguments), LIMIT)
}

/// This program's own file, for what runs it again.
pub fn own_program() -> Outcome<PathBuf> {
    std::env::current_exe().map_err(|error| format!("Cannot find this program's own file: {error}."))
}

/// The command for a script, not started yet.
pub fn node(project: &Project, tools: &BrowserTools, script: &str) -> Command {
    let mut command = Command::new("node");
    command
        .arg(project.root.join("tests/e2e").join(script))
        .current_dir(&project.root)
        .env("BUOC_SO_DIST", project.dist())
        .env("BUOC_SO_ONE_FILE", project.one_file())
        .env("BUOC_SO_TARGET", &project.target)
        .env("BUOC_SO_NODE_MODULES", tools.build.node_modules())
        .env("BUOC_SO_CHROMIUM", "/usr/bin/chromium")
        .env("BUOC_SO_FIREFOX", "/usr/bin/firefox-esr")
        .env("BUOC_SO_GECKODRIVER", &tools.geckodriver)
        .env("BUOC_SO_WEBKITDRIVER", "/usr/bin/WebKitWebDriver");
    for (major, binary) in &tools.chromiums {
        command.env(format!("BUOC_SO_CHROMIUM_{major}"), binary);
    }
    command
}
