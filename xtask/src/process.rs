//! Children with a time limit. Their output is shown, kept in a file, or both; a child that runs too long is ended with
//! everything it started.

use crate::fault::{self, Outcome};
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

/// The longest that a helper may take whose answer is waited for.
const SHORT: Duration = Duration::from_secs(5 * 60);

/// Runs a child that speaks for itself; a failure is a sentence.
pub fn show(command: &mut Command, limit: Duration) -> Outcome {
    let child = start(command.stdin(Stdio::null()))?;
    finish(command, child, limit)
}

/// Runs a child whose output goes into `log`; a failure names the cause if it is a known one, else the log's last line.
pub fn quiet(command: &mut Command, limit: Duration, log: &Path) -> Outcome {
    if let Some(folder) = log.parent() {
        fs::create_dir_all(folder).map_err(|error| fault::file("make", folder, &error))?;
    }
    let file = File::create(log).map_err(|error| fault::file("write", log, &error))?;
    let errors = file.try_clone().map_err(|error| fault::file("write", log, &error))?;
    let child = start(command.stdin(Stdio::null()).stdout(file).stderr(errors))?;
    finish(command, child, limit).map_err(|sentence| {
        let output = String::from_utf8_lossy(&fs::read(log).unwrap_or_default()).into_owned();
        fault::known_cause(&output).unwrap_or_else(|| {
            let last = output.lines().rev().find(|line| !line.trim().is_empty()).unwrap_or("no output").trim();
            format!("{sentence} Its last words: \"{last}\"; all of them are in {}.", log.display())
        })
    })
}

/// Runs a child, shows what it writes as it comes, and gives back its closing lines: those that count tests.
pub fn closing_lines(command: &mut Command, limit: Duration) -> (Outcome, Vec<String>) {
    let closing = Arc::new(Mutex::new(Vec::new()));
    let mut child = match start(command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped())) {
        Ok(child) => child,
        Err(sentence) => return (Err(sentence), Vec::new()),
    };
    let out = child.stdout.take().map(|stream| pass_on(stream, Arc::clone(&closing), false));
    let err = child.stderr.take().map(|stream| pass_on(stream, Arc::clone(&closing), true));
    let outcome = finish(command, child, limit);
    for reader in [out, err].into_iter().flatten() {
        // A reader ends when the child's end of the pipe is closed; a grandchild that kept it open must not hang us.
        let waited = Instant::now();
        while !reader.is_finished() && waited.elapsed() < Duration::from_secs(5) {
            thread::sleep(Duration::from_millis(10));
        }
    }
    let lines = closing.lock().map(|lines| lines.clone()).unwrap_or_default();
    (outcome, lines)
}

/// Runs a child and gives back what it wrote to standard output.
pub fn output(command: &mut Command) -> Outcome<Vec<u8>> {
    filter(command, b"")
}

/// Runs a child with `input` on its standard input and gives back its standard output. For short work only: what takes
/// long should show what it does.
pub fn filter(command: &mut Command, input: &[u8]) -> Outcome<Vec<u8>> {
    let mut child = start(command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()))?;
    // Fed and read from threads: a child that writes before it has read all would otherwise wait for us, and we for it.
    let feeding = child.stdin.take().map(|mut stdin| {
        let input = input.to_vec();
        thread::spawn(move || stdin.write_all(&input))
    });
    let out = child.stdout.take().map(|stream| thread::spawn(move || all_of(stream)));
    let err = child.stderr.take().map(|stream| thread::spawn(move || all_of(stream)));
    let outcome = finish(command, child, SHORT);
    if let Some(feeding) = feeding {
        let _ = feeding.join();
    }
    let collected =
        |reader: Option<thread::JoinHandle<Vec<u8>>>| reader.and_then(|reader| reader.join().ok()).unwrap_or_default();
    let (out, err) = (collected(out), collected(err));
    outcome.map(|()| out).map_err(|sentence| {
        let errors = String::from_utf8_lossy(&err);
        fault::known_cause(&errors).unwrap_or_else(|| format!("{sentence} {}", errors.trim()).trim().to_owned())
    })
}

fn all_of(mut stream: impl Read) -> Vec<u8> {
    let mut bytes = Vec::new();
    // A stream that breaks off gives what came until then; the exit code says that something went wrong.
    let _ = stream.read_to_end(&mut bytes);
    bytes
}

fn start(command: &mut Command) -> Outcome<Child> {
    command.spawn().map_err(|error| not_started(&name(command), &error))
}

fn finish(command: &Command, mut child: Child, limit: Duration) -> Outcome {
    let name = name(command);
    let started = Instant::now();
    let mut pause = Duration::from_millis(2);
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return judged(&name, status),
            Ok(None) if started.elapsed() > limit => {
                end(&mut child);
                return Err(format!("{name} was ended after {} minutes without finishing.", limit.as_secs().div_ceil(60)));
            }
            Ok(None) => thread::sleep(pause),
            Err(error) => return Err(format!("Cannot wait for {name}: {error}.")),
        }
        pause = (pause * 2).min(Duration::from_millis(100));
    }
}

fn judged(name: &str, status: ExitStatus) -> Outcome {
    match status.code() {
        Some(0) => Ok(()),
        Some(code) => Err(format!("{name} failed with exit code {code}.")),
        None => Err(format!("{name} was ended by a signal.")),
    }
}

/// Ends a child and its descendants, children last, so that no browser stays behind.
fn end(child: &mut Child) {
    let mut family = vec![child.id()];
    let mut next = 0;
    while next < family.len() {
        family.extend(children_of(family[next]));
        next += 1;
    }
    for id in family.iter().rev() {
        let _ = Command::new("kill").args(["-KILL", &id.to_string()]).stderr(Stdio::null()).status();
    }
    let _ = child.kill();
    let _ = child.wait();
}

/// The direct children of a process, where the system says (Linux).
fn children_of(id: u32) -> Vec<u32> {
    let tasks = PathBuf::from(format!("/proc/{id}/task"));
    let Ok(tasks) = fs::read_dir(tasks) else { return Vec::new() };
    tasks
        .flatten()
        .filter_map(|task| fs::read_to_string(task.path().join("children")).ok())
        .flat_map(|line| line.split_whitespace().filter_map(|id| id.parse().ok()).collect::<Vec<u32>>())
        .collect()
}

fn pass_on(stream: impl Read + Send + 'static, closing: Arc<Mutex<Vec<String>>>, to_errors: bool) -> thread::JoinHandle<()> {
    thread::spawn(move || {
        let mut reader = BufReader::new(stream);
        let mut line = Vec::new();
        while matches!(reader.read_until(b'\n', &mut line), Ok(count) if count > 0) {
            let text = String::from_utf8_lossy(&line);
            let text = text.trim_end();
            if to_errors {
                eprintln!("{text}")
            } else {
                println!("{text}")
            }
            if counts_tests(text)
                && let Ok(mut closing) = closing.lock()
            {
                closing.push(text.trim().to_owned());
            }
            line.clear();
        }
    })
}

/// Whether a line is one with which a test runner closes: `test result: ok. 3 passed; …` or `3 passed, 0 failed`.
fn counts_tests(line: &str) -> bool {
    let counts = |word: &str| {
        line.split_once(word).is_some_and(|(before, _)| before.split(' ').next_back().is_some_and(|n| n.parse::<u32>().is_ok()))
    };
    counts(" passed") && counts(" failed")
}

fn name(command: &Command) -> String {
    Path::new(command.get_program()).file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn not_started(name: &str, error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => {
            format!("{name} is not on this machine: install it (and put it on PATH), then run this again.")
        }
        std::io::ErrorKind::StorageFull => fault::disk_full(),
        _ => format!("{name} could not be started: {error}."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_child_that_hangs_is_ended() {
        let started = Instant::now();
        let outcome = show(Command::new("sh").args(["-c", "sleep 30 & wait"]), Duration::from_millis(200));
        assert!(outcome.is_err_and(|sentence| sentence.contains("ended after")));
        assert!(started.elapsed() < Duration::from_secs(5));
    }

    #[test]
    fn closing_lines_are_kept() {
        let script = "echo 'mut passed, 2 failed'; echo 'test result: ok. 3 passed; 0 failed; 0 ignored'; exit 3";
        let (outcome, lines) = closing_lines(Command::new("sh").args(["-c", script]), Duration::from_secs(5));
        assert_eq!(outcome, Err("sh failed with exit code 3.".into()));
        assert_eq!(lines, ["test result: ok. 3 passed; 0 failed; 0 ignored"]);
    }

    #[test]
    fn a_program_that_is_not_there_is_named() {
        let outcome = output(&mut Command::new("no-such-program"));
        assert!(outcome.is_err_and(|sentence| sentence.starts_with("no-such-program is not on this machine")));
    }
}
