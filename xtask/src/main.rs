//! `cargo xtask`: set-up, content tools, packaging and tests of Bước Số. No product logic lives here.
//! Every command says what it does while it takes time and fails with one sentence that says what to do.

mod assess;
mod browsers;
mod build;
mod cases;
mod catalogue;
mod cli;
mod content;
mod docs;
mod fault;
mod handbook;
mod marked;
mod overlay;
mod pack;
mod paper;
mod process;
mod project;
mod release;
mod serve;
mod size;
mod stages;
mod tools;
mod welcome;

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    cli::Cli::parse().run()
}
