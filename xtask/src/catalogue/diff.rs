//! What differs between two catalogues.

use std::process::ExitCode;

/// What can be said on the command line.
#[derive(clap::Args)]
pub struct Args {}

/// Carries it out.
///
/// # Errors
/// One sentence that says what to do.
pub fn run(_args: &Args) -> Result<ExitCode, String> {
    Err("This tool is not there yet.".into())
}
