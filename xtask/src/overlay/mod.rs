//! `cargo xtask overlay`: what an overlay of a province says, what is wrong with it, what has gone stale (contract section 7).

mod diff;

use crate::assess::{at_most, today};
use crate::content;
use crate::fault;
use crate::project::Project;
use buoc_so::content::Catalogue;
use buoc_so::model::Date;
use buoc_so::outreach::{Columns, LONG};
use buoc_so::overlay::{Finding, Ground, MOST_BYTES, Overlay, OverlayError, Severity, check, read};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What can be done with an overlay.
#[derive(clap::Subcommand)]
pub enum Tool {
    /// Every finding in an overlay, as FILE: KEY: SEVERITY: SENTENCE; exit code 1 on errors
    Check {
        /// The overlay, a JSON file
        file: PathBuf,
    },
    /// What an overlay adds, hides, moves and notes, and what went stale against this catalogue
    Diff {
        /// The overlay, a JSON file
        file: PathBuf,
    },
}

/// Carries a tool out.
pub fn run(tool: &Tool) -> ExitCode {
    let (Tool::Check { file } | Tool::Diff { file }) = tool;
    let done = Project::find().and_then(|project| content::sound(&project.root)).map(|catalogue| {
        let findings = match bytes(file).and_then(|bytes| read(&bytes)) {
            Ok(overlay) => {
                if matches!(tool, Tool::Diff { .. }) {
                    diff::lines(&overlay, &catalogue).iter().for_each(|line| println!("{line}"));
                }
                findings(&overlay, &catalogue, today())
            }
            Err(error) => vec![Finding { severity: Severity::Error, error }],
        };
        for finding in &findings {
            println!("{}", line(file, finding));
        }
        let errors = findings.iter().filter(|finding| finding.severity == Severity::Error).count();
        println!("{errors} errors, {} stale", findings.len() - errors);
        errors == 0
    });
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::from(2)
        }
    }
}

/// Everything wrong with an overlay, seen from a catalogue on a day.
pub fn findings(overlay: &Overlay, catalogue: &Catalogue, today: Date) -> Vec<Finding> {
    let desk = Some((&catalogue.cards, today));
    let mut found = check(overlay, &Ground { rules: &catalogue.rules, hideable: &catalogue.hideable, desk });
    // The tool goes on with its own name for the column.
    found.extend(overlay.columns.keys().filter(|name| !Columns::has(name)).map(|name| Finding {
        severity: Severity::Stale,
        error: OverlayError::at(
            format!("columns.{name}"),
            format!("the tables have no such column; expected one of {}, notes, a metric, or metric:key", LONG.join(", ")),
        ),
    }));
    found
}

fn line(file: &Path, finding: &Finding) -> String {
    let severity = match finding.severity {
        Severity::Error => "error",
        Severity::Stale => "stale",
    };
    format!("{}: {}: {severity}: {}", file.display(), finding.error.key, finding.error.reason)
}

fn bytes(file: &Path) -> Result<Vec<u8>, OverlayError> {
    at_most(&file.to_string_lossy(), MOST_BYTES).map_err(|error| OverlayError::at("-", fault::file("read", file, &error)))
}

/// The JSON Schema of overlays, derived from the types that read them.
pub fn schema() -> String {
    let mut schema = schemars::schema_for!(Overlay);
    schema.insert("title".to_owned(), "buoc-so-overlay/1".into());
    serde_json::to_string_pretty(&schema).map(|text| text + "\n").unwrap_or_default()
}

#[cfg(test)]
mod tests;
