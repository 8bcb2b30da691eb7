//! `cargo xtask catalogue check`: every finding in the content.

use crate::project::Project;
use crate::{assess, content};
use buoc_so::content::{Finding, Severity};
use buoc_so::model::Date;
use std::process::ExitCode;

/// Prints the findings, then what a person should check next; exit code 1 on errors.
pub fn run(to_verify: bool, as_of: Option<String>) -> ExitCode {
    match findings(to_verify, as_of.as_deref()) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::from(2)
        }
    }
}

fn findings(to_verify: bool, as_of: Option<&str>) -> Result<usize, String> {
    let today = match as_of {
        None => assess::today(),
        Some(day) => Date::parse(day).ok_or_else(|| format!("--as-of: \"{day}\" is no day YYYY-MM-DD."))?,
    };
    let (catalogue, mut findings) = content::read(&Project::find()?.root)?;
    if let Some(catalogue) = &catalogue {
        findings.extend(catalogue.reviews.iter().filter(|review| today > review.by).map(|review| Finding {
            file: review.file.clone(),
            key: review.key.clone(),
            severity: Severity::Warning,
            sentence: format!("review was due on {}", review.by),
        }));
    }
    findings.sort();
    findings.iter().for_each(|finding| println!("{finding}"));
    if let Some(catalogue) = catalogue.filter(|_| to_verify) {
        println!();
        for (at, item) in catalogue.to_verify.iter().enumerate() {
            println!("{}. {}: {}: {}", at + 1, item.file, item.key, item.what);
        }
    }
    let errors = findings.iter().filter(|finding| finding.severity == Severity::Error).count();
    println!("{errors} error(s), {} warning(s)", findings.len() - errors);
    Ok(errors)
}
