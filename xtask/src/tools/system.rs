//! What the system itself must bring: node, and for the tests in browsers the packages of Debian or Ubuntu.

use crate::fault::{self, Outcome};
use crate::process;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

/// A Debian package and a file by which it is known to be there.
const PACKAGES: [(&str, &str); 7] = [
    ("chromium", "/usr/bin/chromium"),
    ("chromium-driver", "/usr/bin/chromedriver"),
    ("firefox-esr", "/usr/bin/firefox-esr"),
    ("webkit2gtk-driver", "/usr/bin/WebKitWebDriver"),
    ("xvfb", "/usr/bin/Xvfb"),
    ("xauth", "/usr/bin/xauth"),
    ("fonts-noto-core", "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf"),
];

/// Node packs, minifies and drives browsers; it is the one thing that no step installs.
pub fn need_node() -> Outcome {
    let said = process::output(Command::new("node").arg("--version"))
        .map_err(|_| "node is not on this machine: install Node.js 20 or newer, then run this again.".to_owned())?;
    let said = String::from_utf8_lossy(&said).trim().to_owned();
    let major = said.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    match major {
        Some(20..) => Ok(()),
        _ => Err(format!("node is {said}, but 20 or newer is needed: install a newer Node.js, then run this again.")),
    }
}

/// Installs the browsers' packages that are missing, as root or with sudo that asks nothing; else names them.
pub fn need_browsers() -> Outcome {
    let missing = missing(|file| Path::new(file).exists());
    if missing.is_empty() {
        return Ok(());
    }
    if std::env::consts::OS != "linux" || std::env::consts::ARCH != "x86_64" {
        return Err(
            "The tests in browsers need Linux on x86-64: here run `cargo xtask test --quick`, and the rest in a container."
                .into(),
        );
    }
    let list = missing.join(" ");
    let by_hand = format!("install these packages and run this again: {list}.");
    if !there("apt-get") {
        return Err(format!("This system has no apt: {by_hand}"));
    }
    let root = runs("id", &["-u"], "0");
    let may = root || there("sudo") && runs("sudo", &["-n", "id", "-u"], "0");
    if !may {
        return Err(format!("Browsers are missing and this user may not install packages: {by_hand}"));
    }
    eprintln!("Installing {list} with apt (once; 1 to 3 minutes) …");
    apt(root, &["update", "-q"])?;
    let mut arguments = vec!["install", "-y", "-q", "--no-install-recommends"];
    arguments.extend(missing);
    apt(root, &arguments).map_err(|sentence| format!("{sentence} You can also {by_hand}"))
}

fn missing(exists: impl Fn(&str) -> bool) -> Vec<&'static str> {
    PACKAGES.iter().filter(|(_, file)| !exists(file)).map(|(package, _)| *package).collect()
}

fn apt(root: bool, arguments: &[&str]) -> Outcome {
    let mut command = if root { Command::new("apt-get") } else { Command::new("sudo") };
    if !root {
        command.args(["-n", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
    }
    command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
    let log = std::env::temp_dir().join("buoc-so-apt.log");
    process::quiet(&mut command, Duration::from_secs(20 * 60), &log).map_err(|sentence| {
        if sentence == fault::disk_full() { sentence } else { format!("apt could not install the browsers. {sentence}") }
    })
}

fn there(program: &str) -> bool {
    std::env::var_os("PATH").is_some_and(|path| std::env::split_paths(&path).any(|folder| folder.join(program).is_file()))
}

fn runs(program: &str, arguments: &[&str], answer: &str) -> bool {
    Command::new(program)
        .args(arguments)
        .stderr(Stdio::null())
        .output()
        .is_ok_and(|output| output.status.success() && String::from_utf8_lossy(&output.stdout).trim() == answer)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_missing_is_named() {
        assert!(missing(|_| true).is_empty());
        assert_eq!(missing(|file| !file.ends_with("Xvfb")), ["xvfb"]);
        assert_eq!(missing(|_| false).len(), PACKAGES.len());
    }
}
