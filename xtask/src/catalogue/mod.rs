//! `cargo xtask catalogue …`: looking after the content without a programmer. One tool a file. Every tool ends with exit code
//! 0 (done), 1 (done, and something was found) or 2 (could not be done, with one sentence that says what to do).

mod check;
mod condition_text;
mod diff;
mod draw;
mod explore;
#[cfg(test)]
#[allow(clippy::expect_used)]
mod invented;
mod links;
mod sheet;
mod strings;

use clap::Subcommand;
use std::process::ExitCode;

/// The tools and their arguments.
#[derive(Subcommand)]
pub enum Tool {
    /// Every finding in the content, as `file: key: severity: sentence`; exit code 1 on errors
    Check {
        /// List what a person should check next, most useful first
        #[arg(long)]
        to_verify: bool,
        /// Judge review dates as of this day (YYYY-MM-DD) instead of today
        #[arg(long, value_name = "DATE")]
        as_of: Option<String>,
    },
    /// Walk all ways through the questions: how often each platform and duty has which status, dead ends, lengths
    Explore(explore::Args),
    /// Draw the questions and what they lead to, as SVG
    Draw(draw::Args),
    /// Say in words what differs between two catalogues, and which cases change
    Diff(diff::Args),
    /// Ask every address whether it answers; a report, no file is changed
    Links(links::Args),
    /// All texts as a table, Vietnamese and English side by side; or take changed texts back from one
    #[command(subcommand)]
    Sheet(sheet::Direction),
}

/// Carries a tool out.
pub fn run(tool: Tool) -> ExitCode {
    let outcome = match tool {
        Tool::Check { to_verify, as_of } => return check::run(to_verify, as_of),
        Tool::Explore(args) => explore::run(&args),
        Tool::Draw(args) => draw::run(&args),
        Tool::Diff(args) => diff::run(&args),
        Tool::Links(args) => links::run(&args),
        Tool::Sheet(direction) => sheet::run(&direction),
    };
    outcome.unwrap_or_else(|sentence| {
        eprintln!("{sentence}");
        ExitCode::from(2)
    })
}
