//! All texts as a table, and back.

use std::process::ExitCode;

/// Which way.
#[derive(clap::Subcommand)]
pub enum Direction {
    /// Write all texts to a file
    Export {},
    /// Take changed texts from a file
    Import {},
}

/// Carries it out.
///
/// # Errors
/// One sentence that says what to do.
pub fn run(_direction: &Direction) -> Result<ExitCode, String> {
    Err("This tool is not there yet.".into())
}
