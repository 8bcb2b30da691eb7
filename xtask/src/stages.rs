//! `cargo xtask test`: one stage after the other, each with its seconds and its runner's closing line. A stage whose
//! tests do not exist yet is named as absent, never as passed.

use crate::fault::Outcome;
use crate::project::{Project, WASM};
use crate::tools::{self, BrowserTools};
use crate::{browsers, build, content, pack, process, release, size};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

/// The longest that one command of a stage may take.
const LIMIT: Duration = Duration::from_secs(45 * 60);

enum Verdict {
    Passed,
    Absent,
    Failed(String),
}

/// What was run so far.
struct Report {
    rows: Vec<(String, Verdict, Duration, Vec<String>)>,
}

/// Runs the stages; all of them, even after a failure, so that one run tells everything. `table`: the engines and what came
/// of them go into README.md.
pub fn run(project: &Project, quick: bool, table: bool) -> Outcome {
    let mut report = Report { rows: Vec::new() };
    // A toolchain that was there before may lack the wasm target, which lints and everything after them need.
    report.stage("set-up of the Rust toolchain", true, || (tools::rust(), Vec::new()));
    report.stage("catalogue packed for the browser tests", true, || (packed(project), Vec::new()));
    native(project, &mut report)?;
    if !quick {
        let mut tools = None;
        report.stage("set-up of tools and browsers", true, || match BrowserTools::ensure(project) {
            Ok(ready) => {
                tools = Some(ready);
                (Ok(()), Vec::new())
            }
            Err(sentence) => (Err(sentence), Vec::new()),
        });
        if let Some(tools) = tools {
            in_browsers(project, &tools, table, &mut report);
        }
    }
    report.close()
}

/// Everything that needs no browser.
fn native(project: &Project, report: &mut Report) -> Outcome {
    let lints = ["--quiet", "--", "-D", "warnings"];
    let cargo = |arguments: &[&str]| {
        let mut command = cargo(project);
        command.args(arguments);
        command
    };
    report.command("format", true, cargo(&["fmt", "--all", "--check"]));
    report.command("lints, pure ring", true, {
        let mut command = cargo(&["clippy", "--package", "buoc-so", "--no-default-features", "--all-targets"]);
        command.args(lints);
        command
    });
    report.command("lints, xtask", true, {
        let mut command = cargo(&["clippy", "--package", "xtask", "--all-targets"]);
        command.args(lints);
        command
    });
    report.command("lints, browser ring", true, {
        let mut command = cargo(&["clippy", "--package", "buoc-so", "--target", WASM, "--lib"]);
        if has_browser_tests(&project.root) {
            command.args(["--test", "browser"]);
        }
        command.args(lints);
        command
    });
    report.command("lints, outreach page", true, {
        let mut command = cargo(&["clippy", "--package", "buoc-so", "--target", WASM, "--lib", "--bin", "outreach"]);
        command.args(["--no-default-features", "--features", "outreach"]).args(lints);
        command
    });
    report.command("lints, npm package", true, {
        let mut command = cargo(&["clippy", "--package", "buoc-so-npm", "--target", WASM]);
        command.args(lints);
        command
    });
    report.command("native tests, pure ring", true, cargo(&["test", "--quiet", "--package", "buoc-so", "--no-default-features"]));
    report.command("native tests, xtask", true, cargo(&["test", "--quiet", "--package", "xtask"]));
    let own = browsers::own_program()?;
    let content = |arguments: &[&str]| {
        let mut command = Command::new(&own);
        command.args(arguments).current_dir(&project.root);
        command
    };
    report.command("worked cases (tests/cases)", project.root.join("tests/cases").is_dir(), content(&["cases", "tests/cases"]));
    report.command("catalogue check", project.root.join("catalogue").is_dir(), content(&["catalogue", "check"]));
    Ok(())
}

/// Everything that needs a browser, and the release build that it runs on.
fn in_browsers(project: &Project, tools: &BrowserTools, table: bool, report: &mut Report) {
    let mut command = cargo(project);
    command
        // Without `--quiet`: Cargo would pass it on, and the runner does not know it.
        .args(["test", "--package", "buoc-so", "--target", WASM, "--test", "browser"])
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120")
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", tools.build.test_runner())
        .env("CHROMEDRIVER", "/usr/bin/chromedriver");
    report.command("tests in the browser (wasm)", has_browser_tests(&project.root), command);
    report.command("tests of the tools in JavaScript (tests/tools)", true, browsers::node(project, tools, "../tools/run.mjs"));
    report.stage("queries of training sessions in DuckDB (tests/duckdb)", true, || match browsers::own_program() {
        Ok(own) => {
            let mut queries = browsers::node(project, tools, "../duckdb/run.mjs");
            queries.env("BUOC_SO_XTASK", own);
            process::closing_lines(&mut queries, browsers::LIMIT)
        }
        Err(sentence) => (Err(sentence), Vec::new()),
    });
    let built = report.stage("release build", true, || (build::site(project, &tools.build, &build::Args::default()), Vec::new()));
    report.stage("byte budgets", built, || (size::budgets(project), Vec::new()));
    report.stage("npm package (tests/npm)", built, || npm_package(project, tools));
    let script = project.root.join("tests/e2e/run.mjs");
    report.stage("end to end (tests/e2e)", built && script.is_file(), || {
        let mut journeys = browsers::node(project, tools, "run.mjs");
        if table {
            journeys.args(["--table", "README.md"]);
        }
        process::closing_lines(&mut journeys, browsers::LIMIT)
    });
}

/// The npm package, made anew and used as somebody else would.
fn npm_package(project: &Project, tools: &BrowserTools) -> (Outcome, Vec<String>) {
    let made = release::for_tests(project, &tools.build).and_then(|folder| Ok((folder, browsers::own_program()?)));
    match made {
        Ok((folder, own)) => {
            let mut tests = browsers::node(project, tools, "../npm/run.mjs");
            tests.env("BUOC_SO_ARTEFACTS", folder).env("BUOC_SO_XTASK", own);
            process::closing_lines(&mut tests, browsers::LIMIT)
        }
        Err(sentence) => (Err(sentence), Vec::new()),
    }
}

/// The tests in the browser cannot read files: they take the packed catalogue in at compile time from here.
fn packed(project: &Project) -> Outcome {
    pack::keep(project, &content::sound(&project.root)?)
}

fn has_browser_tests(root: &Path) -> bool {
    root.join("tests/browser/main.rs").is_file()
}

fn cargo(project: &Project) -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(&project.root).env("CARGO_TARGET_DIR", &project.target).env("BUOC_SO_PACK", pack::folder(project));
    command
}

impl Report {
    /// One command as a stage.
    fn command(&mut self, name: &str, there: bool, mut command: Command) -> bool {
        self.stage(name, there, || process::closing_lines(&mut command, LIMIT))
    }

    /// One stage; gives back whether it passed.
    fn stage(&mut self, name: &str, there: bool, work: impl FnOnce() -> (Outcome, Vec<String>)) -> bool {
        if !there {
            self.rows.push((name.to_owned(), Verdict::Absent, Duration::ZERO, Vec::new()));
            return false;
        }
        eprintln!("── {name}");
        let started = Instant::now();
        let (outcome, closing) = work();
        let verdict = match outcome {
            Ok(()) => Verdict::Passed,
            Err(sentence) => Verdict::Failed(sentence),
        };
        let passed = matches!(verdict, Verdict::Passed);
        self.rows.push((name.to_owned(), verdict, started.elapsed(), closing));
        passed
    }

    /// The table of all stages; a failed one makes the whole run fail.
    fn close(self) -> Outcome {
        println!("\nstages");
        for (name, verdict, took, closing) in &self.rows {
            let (word, why) = match verdict {
                Verdict::Passed => ("passed", ""),
                Verdict::Absent => ("absent", ""),
                Verdict::Failed(sentence) => ("FAILED", sentence.as_str()),
            };
            println!("  {word}  {:>7.1} s  {name}  {why}", took.as_secs_f64());
            // A runner closes once for each test program; programs without tests say nothing of interest.
            for line in closing.iter().filter(|line| !line.contains(" 0 passed; 0 failed")) {
                println!("                      {line}");
            }
        }
        let count = |wanted: fn(&Verdict) -> bool| self.rows.iter().filter(|(_, verdict, ..)| wanted(verdict)).count();
        let failed = count(|verdict| matches!(verdict, Verdict::Failed(_)));
        let absent = count(|verdict| matches!(verdict, Verdict::Absent));
        println!("stages: {} passed, {failed} failed, {absent} skipped", self.rows.len() - failed - absent);
        if failed == 0 {
            Ok(())
        } else {
            Err(format!("{failed} of {} stages failed; the table above names them.", self.rows.len()))
        }
    }
}
