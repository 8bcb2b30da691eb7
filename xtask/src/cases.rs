//! `cargo xtask cases`: runs every case file below a folder.

use crate::content;
use crate::project::Project;
use buoc_so::content::cases;
use buoc_so::engine::Reads;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{fs, io};

/// Prints one line per failure and a closing count; exit code 1 if any failed.
pub fn run(dir: &Path) -> ExitCode {
    match all(dir) {
        Ok((passed, failed)) => {
            println!("{passed} passed, {failed} failed");
            if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::from(2)
        }
    }
}

fn all(dir: &Path) -> Result<(usize, usize), String> {
    let catalogue = content::sound(&Project::find()?.root)?;
    let reads = Reads::of(&catalogue.rules);
    let mut files = Vec::new();
    collect(dir, &mut files)
        .map_err(|error| format!("{} cannot be read: {error}; name a folder of case files.", dir.display()))?;
    files.sort();
    let (mut passed, mut failed) = (0, 0);
    for file in &files {
        let name = file.display();
        let failures = match fs::read(file) {
            Err(error) => vec![format!("{name}: -: the file cannot be read: {error}")],
            Ok(bytes) => match cases::run(&bytes, &catalogue.rules, &reads) {
                Ok(failures) => failures.into_iter().map(|failure| format!("{name}: {failure}")).collect(),
                Err(error) => vec![format!("{name}: {error}")],
            },
        };
        failures.iter().for_each(|line| println!("{line}"));
        *(if failures.is_empty() { &mut passed } else { &mut failed }) += 1;
    }
    Ok((passed, failed))
}

fn collect(dir: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(dir)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|ending| ending == "toml" || ending == "json") {
            files.push(path);
        }
    }
    Ok(())
}
