//! `cargo xtask assess`: answers in, evaluation out. Bad input: one sentence on standard error, exit code 2, nothing else.

use crate::content;
use crate::project::Project;
use buoc_so::content::cases::assess;
use buoc_so::engine::Reads;
use buoc_so::model::Date;
use buoc_so::session::answer_file::{MOST_BYTES, read};
use std::fs::File;
use std::io::{self, Read, Write};
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

/// Reads FILE (or standard input for `-`) and prints the evaluation.
pub fn run(file: &str) -> ExitCode {
    match print(file) {
        Ok(text) => {
            let mut out = io::stdout().lock();
            if out.write_all(text.as_bytes()).and_then(|()| out.flush()).is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::from(2)
        }
    }
}

fn print(file: &str) -> Result<String, String> {
    let catalogue = content::sound(&Project::find()?.root)?;
    let bytes = at_most(file, MOST_BYTES).map_err(|error| format!("{file}: -: the file cannot be read: {error}"))?;
    let answers = read(&bytes, &catalogue.rules).map_err(|error| format!("{file}: {error}"))?;
    let today = answers.today.unwrap_or_else(today);
    let reads = Reads::of(&catalogue.rules);
    assess(&answers, today, &catalogue.rules, &reads, |report, _| serde_json::to_string_pretty(report))
        .map(|text| text + "\n")
        .map_err(|error| format!("{file}: -: the evaluation cannot be printed: {error}"))
}

/// At most one byte more than is allowed, so that a huge file is refused unread; `-` is standard input.
pub fn at_most(file: &str, most: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let most = most as u64 + 1;
    if file == "-" {
        io::stdin().lock().take(most).read_to_end(&mut bytes)?;
    } else {
        File::open(file)?.take(most).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

/// The day it is in Viet Nam (UTC+7, no summer time).
pub fn today() -> Date {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |passed| passed.as_secs());
    Date::from_days(((seconds + 7 * 3600) / 86_400) as i32)
}
