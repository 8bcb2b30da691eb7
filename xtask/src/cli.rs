//! The commands and their arguments (contract section 1). Knows which module carries a command out, and nothing else.

use crate::fault::Outcome;
use crate::project::Project;
use crate::{assess, browsers, build, cases, catalogue, overlay, release, serve, size, stages, tally};
use clap::{Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;

/// Build, serve, test and check Bước Số.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", disable_version_flag = true)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Install what is missing, build, and serve the site on this machine; rebuild on every change
    Serve(serve::Args),
    /// Install what is missing and run every test: native, in the browser, end to end
    Test {
        /// Only what needs no browser: format, lints, native tests, cases, catalogue
        #[arg(long)]
        quick: bool,
        /// What came of the journeys in each engine goes into README.md as well
        #[arg(long, conflicts_with = "quick")]
        table: bool,
    },
    /// Release build into dist/: a folder that any static host serves as it is
    Build(build::Args),
    /// Read answers (TOML or JSON), print the evaluation as JSON; exit code 2 on bad input
    Assess {
        /// An answer file, or - for standard input
        file: String,
    },
    /// Run every case file below a folder; exit code 1 if any failed
    Cases {
        /// The folder, usually tests/cases
        dir: PathBuf,
    },
    /// Look after the content in catalogue/
    #[command(subcommand)]
    Catalogue(catalogue::Tool),
    /// Look after the overlay of a province
    #[command(subcommand)]
    Overlay(overlay::Tool),
    /// Join the counts of training sessions from many phones
    #[command(subcommand)]
    Tally(tally::Tool),
    /// Bytes of the first and second step of loading, against their budgets
    Size(size::Args),
    /// Every screen at 360×740 and 1280×800, in both languages, into target/screenshots/
    Screenshots,
    /// The benchmarks, as a table; never a part of the tests
    Bench {
        /// The table goes into README.md, its chart into docs/bench.svg
        #[arg(long)]
        write: bool,
    },
    /// All artefacts of a release
    Release(build::Args),
}

impl Cli {
    /// Carries the command out. The content commands speak for themselves; all others end in one sentence on failure.
    pub fn run(self) -> ExitCode {
        match self.command {
            Command::Assess { file } => assess::run(&file),
            Command::Cases { dir } => cases::run(&dir),
            Command::Catalogue(tool) => catalogue::run(tool),
            Command::Overlay(tool) => overlay::run(&tool),
            Command::Tally(tool) => tally::run(&tool),
            Command::Serve(args) => said(Project::find().and_then(|project| serve::run(&project, &args))),
            Command::Test { quick, table } => said(Project::find().and_then(|project| stages::run(&project, quick, table))),
            Command::Build(args) => said(Project::find().and_then(|project| build::run(&project, &args))),
            Command::Size(args) => said(Project::find().and_then(|project| size::run(&project, &args))),
            Command::Screenshots => said(Project::find().and_then(|project| browsers::run(&project, "screenshots.mjs", &[]))),
            Command::Bench { write } => {
                let arguments: &[&str] = if write { &["--write"] } else { &[] };
                said(Project::find().and_then(|project| browsers::run(&project, "bench.mjs", arguments)))
            }
            Command::Release(args) => said(Project::find().and_then(|project| release::run(&project, &args))),
        }
    }
}

fn said(outcome: Outcome) -> ExitCode {
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}
