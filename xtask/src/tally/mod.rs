//! `cargo xtask tally`: counts of training sessions from many phones, joined at a desk (contract section 7). The same code as on the
//! page, so the same totals.

mod sample;

use crate::assess::at_most;
use crate::fault::{self, Outcome};
use crate::project::write;
use buoc_so::outreach::{Book, Columns, Counts, MOST_BYTES, Quarter, Record, commune, csv, read_tally, totals_by};
use serde_json::{Value, json};
use std::path::PathBuf;
use std::process::ExitCode;

/// What can be done with counts.
#[derive(clap::Subcommand)]
pub enum Tool {
    /// Merge files and texts (the highest revision of each session stays) and print the totals as JSON
    Total {
        /// Files of the format buoc-so-tally/1, or texts from messages
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Merge files and texts and write the lines of all sessions as CSV, as docs/outreach/queries.sql reads it
    Table {
        /// The CSV file to write
        #[arg(long)]
        out: PathBuf,
        /// Files of the format buoc-so-tally/1, or texts from messages
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Write invented exports, with doubles and older revisions among them, to try the queries with
    Sample {
        /// The folder to write them to: json/ and csv/
        dir: PathBuf,
        /// How many
        #[arg(long, default_value_t = 300)]
        exports: u32,
    },
}

/// Carries a tool out.
pub fn run(tool: &Tool) -> ExitCode {
    let done = match tool {
        Tool::Total { files } => merged(files).and_then(|book| printed(&book)),
        Tool::Table { out, files } => {
            let records = |book: Book| book.records().cloned().collect::<Vec<Record>>();
            merged(files).and_then(|book| write(out, csv(&records(book), &Columns::default()).as_bytes()))
        }
        Tool::Sample { dir, exports } => sample::write_all(dir, *exports),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::from(2)
        }
    }
}

/// All files as one book; nothing, where one of them cannot be read.
fn merged(files: &[PathBuf]) -> Outcome<Book> {
    let mut book = Book::default();
    for file in files {
        let bytes = at_most(&file.to_string_lossy(), MOST_BYTES).map_err(|error| fault::file("read", file, &error))?;
        let records = read_tally(&bytes).map_err(|error| format!("{}: {error}. Nothing was merged.", file.display()))?;
        for record in records {
            book.merge(record);
        }
    }
    Ok(book)
}

fn printed(book: &Book) -> Outcome {
    let text = serde_json::to_string_pretty(&totals(book)).map_err(|error| format!("The totals cannot be printed: {error}."))?;
    println!("{text}");
    Ok(())
}

/// Everything that the queries give, too: a line is a list, its last item the count.
fn totals(book: &Book) -> Value {
    let quarter = |record: &Record| Quarter::of(&record.setup.session_date).map(Quarter::id).unwrap_or_default();
    let lines = |before: &[&str], counts: &Counts| -> Vec<Value> {
        let line = |(metric, key, count)| {
            let mut cells: Vec<Value> = before.iter().map(|cell| json!(cell)).collect();
            cells.extend([json!(metric), json!(key), json!(count)]);
            Value::Array(cells)
        };
        counts.iter().map(|(metric, key, count)| line((metric.id(), key, count))).collect()
    };
    let by_quarter = totals_by(book.records(), quarter);
    let by_province = totals_by(book.records(), |record| (quarter(record), record.setup.province_code.clone()));
    let by_commune = totals_by(book.records(), |record| (quarter(record), commune(&record.setup)));
    json!({
        "sessions": book.records().count(),
        "total": lines(&[], &book.total()),
        "by_quarter": by_quarter.iter().flat_map(|(quarter, counts)| lines(&[quarter], counts)).collect::<Vec<Value>>(),
        "by_province": by_province.iter().flat_map(|((quarter, code), counts)| lines(&[quarter, code], counts)).collect::<Vec<Value>>(),
        "by_commune": by_commune
            .iter()
            .flat_map(|((quarter, (code, commune)), counts)| lines(&[quarter, code, commune], counts))
            .collect::<Vec<Value>>(),
    })
}
