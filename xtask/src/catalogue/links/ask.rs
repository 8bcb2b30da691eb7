//! One address, asked by curl: it knows certificates, redirects and proxies as the machine has them.

use crate::fault;
use std::process::{Command, Stdio};

/// The longest that one question may take, in seconds.
const LIMIT: &str = "15";
/// Some servers refuse programs that do not say who they are.
const AGENT: &str = "Mozilla/5.0 (compatible; buoc-so-links)";

/// What came back.
#[derive(Debug, PartialEq)]
pub enum Answer {
    /// A page, at last at this address, after so many redirects and seconds.
    Page { code: u16, last: String, redirects: u32, seconds: f64 },
    /// The server is there and has no such page, or fails.
    Error { code: u16, last: String, seconds: f64 },
    /// The connection is not safe: certificate or encryption.
    Unsafe(String),
    /// The server broke off, was too slow, or redirected to something that is not https or in a circle.
    Broken(String),
    /// Nobody there under that name, or no way there.
    Unreachable(String),
    /// Not asked, because it is not https.
    NotHttps,
}

impl Answer {
    /// Whether somebody must look after this address.
    pub fn is_bad(&self) -> bool {
        !matches!(self, Answer::Page { .. })
    }
}

/// Asks with HEAD, and with GET where that brings no page.
///
/// # Errors
/// curl is not on this machine.
pub fn ask(url: &str, scheme: &str) -> Result<Answer, String> {
    if !url.starts_with(&format!("{scheme}://")) {
        return Ok(Answer::NotHttps);
    }
    match curl(url, scheme, true)? {
        answer @ (Answer::Page { .. } | Answer::Unsafe(_) | Answer::Unreachable(_)) => Ok(answer),
        _ => curl(url, scheme, false),
    }
}

fn curl(url: &str, scheme: &str, head: bool) -> Result<Answer, String> {
    let only = format!("={scheme}");
    let mut command = Command::new("curl");
    // -q: no settings of the person; -g: brackets in an address are letters; --proto holds for redirects as well.
    command.args(["-q", "-g", "-sS", "-L", "--max-redirs", "8", "--max-time", LIMIT, "-A", AGENT]);
    command.args(["--proto", &only, "-o", if cfg!(windows) { "NUL" } else { "/dev/null" }]);
    command.args(["-w", "%{http_code}\n%{num_redirects}\n%{time_total}\n%{url_effective}\n"]);
    if head {
        command.arg("-I");
    }
    let done = command.arg(url).stdin(Stdio::null()).output().map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => "curl is not on this machine: install it, then run this again.".to_owned(),
        _ => format!("curl could not be started: {error}."),
    })?;
    let said = String::from_utf8_lossy(&done.stdout).into_owned();
    let errors = String::from_utf8_lossy(&done.stderr).trim().replace('\n', " ");
    if fault::known_cause(&errors).is_some_and(|cause| cause == fault::disk_full()) {
        return Err(fault::disk_full());
    }
    let mut lines = said.lines();
    let code: u16 = lines.next().and_then(|line| line.parse().ok()).unwrap_or(0);
    let redirects = lines.next().and_then(|line| line.parse().ok()).unwrap_or(0);
    let seconds = lines.next().and_then(|line| line.replace(',', ".").parse().ok()).unwrap_or(0.0);
    let last = lines.next().unwrap_or(url).to_owned();
    Ok(match (done.status.code(), code) {
        // A page that is too long for the time has answered.
        (Some(0 | 28), 200..300) => Answer::Page { code, last, redirects, seconds },
        (Some(0), _) => Answer::Error { code, last, seconds },
        (Some(5..=7), _) => Answer::Unreachable(errors),
        (Some(28), _) if seconds > 0.0 && code == 0 && errors.contains("onnection timed out") => Answer::Unreachable(errors),
        (Some(35 | 51 | 53 | 54 | 58..=60 | 64 | 66 | 77 | 80 | 82 | 83 | 90 | 91), _) => Answer::Unsafe(errors),
        _ => Answer::Broken(errors),
    })
}
