//! Asking addresses whether they answer. Writes a report; no file of the catalogue is changed.

mod addresses;
mod ask;
mod report;

use crate::project::{Project, write};
use crate::{assess, content};
use addresses::Address;
use ask::Answer;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// So many addresses are asked at a time.
const AT_A_TIME: usize = 6;

/// What can be said on the command line.
#[derive(clap::Args)]
pub struct Args {
    /// Where the report goes; target/links.md when it is left out
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// Asks, writes the report, and says how many addresses brought no page; exit code 1 where there is one.
///
/// # Errors
/// No network, no curl, or a file that cannot be read or written.
pub fn run(args: &Args) -> Result<ExitCode, String> {
    let project = Project::find()?;
    let addresses = addresses::all(&content::files(&project.root)?)?;
    if addresses.is_empty() {
        println!("The catalogue has no address.");
        return Ok(ExitCode::SUCCESS);
    }
    eprintln!("Asking {} addresses, {AT_A_TIME} at a time …", addresses.len());
    let answers = asked(&addresses, "https")?;
    if no_network(&answers) {
        return Err("No address can be reached: connect this machine to the network and run this again.".into());
    }
    let out = args.out.clone().unwrap_or_else(|| project.target.join("links.md"));
    write(&out, report::of(&addresses, &answers, &assess::today().to_string()).as_bytes())?;
    let silent = answers.iter().filter(|answer| answer.is_bad()).count();
    println!("{} addresses, {silent} that bring no page; the report is in {}", addresses.len(), out.display());
    Ok(if silent == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Whether nobody at all can be reached: then nothing is known about any address.
fn no_network(answers: &[Answer]) -> bool {
    let mut asked = answers.iter().filter(|answer| **answer != Answer::NotHttps).peekable();
    asked.peek().is_some() && asked.all(|answer| matches!(answer, Answer::Unreachable(_)))
}

/// The answers in the order of the addresses. `scheme` is `https`, and `http` in tests only.
fn asked(addresses: &[Address], scheme: &str) -> Result<Vec<Answer>, String> {
    let next = AtomicUsize::new(0);
    let answers = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..AT_A_TIME.min(addresses.len()) {
            scope.spawn(|| {
                while let Some(address) = addresses.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let answer = ask::ask(&address.url, scheme);
                    if let Ok(mut answers) = answers.lock() {
                        answers.push((&address.url, answer));
                    }
                }
            });
        }
    });
    let mut answers = answers.into_inner().map_err(|_| "Asking the addresses broke off: run this again.")?;
    answers.sort_by_key(|(url, _)| addresses.iter().position(|address| address.url == **url));
    answers.into_iter().map(|(_, answer)| answer).collect()
}

#[cfg(test)]
mod tests;
