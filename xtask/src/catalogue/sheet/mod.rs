//! All texts as a table, Vietnamese and English side by side, and changed texts back from one. Texts only: nothing else of the
//! catalogue can be reached from a spreadsheet.

mod edit;
mod export;
mod import;
mod judge;
mod table;
#[cfg(test)]
mod tests;
mod texts;

use std::path::PathBuf;
use std::process::ExitCode;

/// Which way.
#[derive(clap::Subcommand)]
pub enum Direction {
    /// Write all texts to a CSV file that spreadsheets open: id, texts by language, what they are about
    Export {
        /// Where the table goes; target/texts.csv when it is left out
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
        /// Put ; between the columns instead of a comma: Excel set to Vietnamese wants that
        #[arg(long)]
        semicolon: bool,
    },
    /// Take changed texts from a CSV file: the exported one, or one with the columns id, language, text
    Import {
        /// The CSV file
        file: PathBuf,
    },
}

/// Carries it out.
///
/// # Errors
/// One sentence that says what to do.
pub fn run(direction: &Direction) -> Result<ExitCode, String> {
    match direction {
        Direction::Export { out, semicolon } => export::run(out.as_deref(), *semicolon),
        Direction::Import { file } => import::run(file),
    }
}
