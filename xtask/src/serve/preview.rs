//! What an open page learns while somebody edits: that there is a new build, or in words why there is none. Lives in the
//! answers of this server only; no file of the site holds any of it.

use crate::content;
use buoc_so::content::Severity;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

const SCRIPT: &str = include_str!("preview.js");
/// No file of the site is called so.
const SCRIPT_AT: &str = "/-/preview.js";
const STATE_AT: &str = "/-/preview.json";

/// What open pages are told.
pub struct Preview {
    state: Mutex<State>,
}

struct State {
    /// Grows with each build; another server begins with another one.
    version: u128,
    /// Why the last change is not shown.
    problems: Vec<String>,
    /// What should be looked at in the file that was changed last.
    notes: Vec<String>,
}

impl Preview {
    /// The first build is there.
    pub fn start() -> Preview {
        let version = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_millis());
        Preview { state: Mutex::new(State { version, problems: Vec::new(), notes: Vec::new() }) }
    }

    /// A new build is there: pages load again.
    pub fn built(&self) {
        let mut state = self.state();
        *state = State { version: state.version + 1, problems: Vec::new(), notes: Vec::new() };
    }

    /// The last change could not be built: pages stay as they are and say why.
    pub fn failed(&self, problems: Vec<String>) {
        self.state().problems = problems;
    }

    /// What should be looked at, although it is shown.
    pub fn noted(&self, notes: Vec<String>) {
        self.state().notes = notes;
    }

    /// Type and bytes of the addresses that are no files.
    pub fn answer(&self, url: &str) -> Option<(&'static str, Vec<u8>)> {
        let state = self.state();
        match url.split('?').next()? {
            SCRIPT_AT => Some(("text/javascript; charset=utf-8", SCRIPT.as_bytes().to_vec())),
            STATE_AT => {
                let (version, problems, notes) = (state.version.to_string(), &state.problems, &state.notes);
                let json = serde_json::json!({ "version": version, "problems": problems, "notes": notes });
                Some(("application/json", json.to_string().into_bytes()))
            }
            _ => None,
        }
    }

    /// The element that a page gets at its end. Taken before the page is read: if a build comes between, the page loads once
    /// more instead of staying old.
    pub fn element(&self) -> String {
        format!("<script type=\"module\" src=\"{SCRIPT_AT}?{}\"></script>", self.state().version)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Why nothing new is shown: every error of the content, or what the build said.
pub fn problems(root: &Path, sentence: &str) -> Vec<String> {
    let errors = findings(root, Severity::Error, None);
    if errors.is_empty() { vec![sentence.to_owned()] } else { errors }
}

/// What should be looked at in one file, given as a path below the project.
pub fn notes(root: &Path, path: &str) -> Vec<String> {
    let path = path.replace('\\', "/");
    path.strip_prefix("catalogue/").map(|file| findings(root, Severity::Warning, Some(file))).unwrap_or_default()
}

fn findings(root: &Path, severity: Severity, file: Option<&str>) -> Vec<String> {
    let found = match content::read(root) {
        Ok((_, found)) => found,
        Err(sentence) => return vec![sentence],
    };
    let wanted = found.iter().filter(|one| one.severity == severity && file.is_none_or(|file| file == one.file));
    wanted.map(ToString::to_string).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::write;

    #[test]
    fn every_error_is_said_and_a_warning_with_its_file() {
        let root = std::env::temp_dir().join(format!("buoc-so-preview-{}", std::process::id()));
        let here = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."));
        for (file, text) in content::files(here).unwrap_or_default() {
            let text = match file.as_str() {
                "areas.toml" => text.replacen("name = { vi", "nam = { vi", 1),
                "platforms/vneid.toml" => text.replacen("suits ", "suit ", 1),
                "platforms/zalo.toml" => text.lines().filter(|line| !line.starts_with("read_on")).collect::<Vec<_>>().join("\n"),
                _ => text,
            };
            assert_eq!(write(&root.join("catalogue").join(file), text.as_bytes()), Ok(()));
        }
        let said = problems(&root, "The build failed.");
        assert!(said.iter().any(|line| line.starts_with("areas.toml: ")), "{said:?}");
        assert!(said.iter().any(|line| line.starts_with("platforms/vneid.toml: ")), "{said:?}");
        let notes_of = |file: &str| notes(&root, file).iter().filter(|line| line.contains("read_on")).count();
        assert_eq!((notes_of("catalogue/platforms/zalo.toml"), notes_of("catalogue/platforms/zalopay.toml")), (1, 0));
        assert_eq!(problems(here, "The build failed."), ["The build failed."]);
        assert_eq!(crate::project::clear(&root), Ok(()));
    }

    #[test]
    fn a_new_build_is_a_new_version_and_ends_the_words() {
        let preview = Preview::start();
        let state = || preview.answer("/-/preview.json?x").map(|(_, body)| String::from_utf8_lossy(&body).into_owned());
        let before = preview.element();
        preview.failed(vec!["a \"b\"".into()]);
        assert!(state().is_some_and(|json| json.contains("a \\\"b\\\"")) && preview.element() == before);
        preview.built();
        assert!(state().is_some_and(|json| !json.contains("a \\\"b")) && preview.element() != before);
        assert!(preview.answer("/-/other").is_none() && preview.answer("/preview.js").is_none());
    }
}
