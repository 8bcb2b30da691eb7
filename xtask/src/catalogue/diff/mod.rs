//! What differs between two catalogues, in words; and which worked cases come out differently.

mod cases;
mod changes;
mod items;
mod lists;
mod place;
#[cfg(test)]
mod tests;
mod texts;
mod wording;

use crate::project::Project;
use std::path::PathBuf;
use std::process::ExitCode;

/// What can be said on the command line.
#[derive(clap::Args)]
pub struct Args {
    /// The catalogue before: its folder, the folder above it, or git:REVISION
    before: String,
    /// The catalogue after: the same
    after: String,
    /// Compare how these cases come out, instead of tests/cases
    #[arg(long, value_name = "DIR")]
    cases: Option<PathBuf>,
}

/// Carries it out. Exit code 0 when nothing differs, 1 when something does.
///
/// # Errors
/// One sentence that says what to do.
pub fn run(args: &Args) -> Result<ExitCode, String> {
    let root = Project::find()?.root;
    let before = place::read(&root, &args.before)?;
    let after = place::read(&root, &args.after)?;
    let changed = changes::between(&before.catalogue, &after.catalogue, before.words && after.words);
    changed.iter().for_each(|line| println!("{line}"));
    let folder = args.cases.clone().unwrap_or_else(|| root.join("tests").join("cases"));
    let cases = cases::between(&folder, &root, &before.catalogue.rules, &after.catalogue.rules)?;
    cases.lines.iter().for_each(|line| println!("{line}"));
    let differs = !(changed.is_empty() && cases.lines.is_empty());
    println!("{} change(s) in the content; {} of {} case(s) come out differently", changed.len(), cases.different, cases.all);
    Ok(if differs { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}
