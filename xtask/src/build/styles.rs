//! No style uses what the oldest engine lacks, unless the style sheet itself says why that is fine there. The judgement is made
//! by `xtask/styles` from MDN's compatibility data; its tests are in `tests/tools`.

use crate::fault::Outcome;
use crate::process;
use crate::project::{OLDEST_CHROMIUM, Project, files_below};
use crate::tools::BuildTools;
use std::process::Command;

/// Where styles of the site are written by hand: its own folder, and beside the code that writes pages.
const FOLDERS: [&str; 2] = ["www", "xtask/src"];

/// Fails with file, line and feature of every finding, those in styles inside pages included.
pub fn check(project: &Project, tools: &BuildTools) -> Outcome {
    let mut styled = Vec::new();
    for folder in FOLDERS {
        let files = files_below(&project.root.join(folder))?;
        let ours = files.iter().filter(|file| [".css", ".html"].iter().any(|end| file.ends_with(end)));
        styled.extend(ours.map(|file| format!("{folder}/{file}")));
    }
    let mut node = Command::new("node");
    node.current_dir(&project.root).arg("xtask/styles/run.mjs").arg(tools.node_modules()).arg(OLDEST_CHROMIUM.to_string());
    node.args(styled);
    let findings = process::output(&mut node)?;
    judged(&String::from_utf8_lossy(&findings))
}

fn judged(findings: &str) -> Outcome {
    let findings = findings.trim();
    if findings.is_empty() {
        return Ok(());
    }
    Err(format!(
        "{findings}\nWrite it so that Chromium {OLDEST_CHROMIUM} reads it, put a plainer declaration before it, or say right before it \
         why it may be dropped: /* floor NAME – reason */."
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_is_shown_with_what_to_do() {
        assert_eq!(judged("\n"), Ok(()));
        let outcome = judged("www/a.css:3: Chromium 64 lacks inset\n");
        assert!(outcome.is_err_and(|sentence| sentence.starts_with("www/a.css:3: ") && sentence.contains("/* floor NAME")));
    }
}
