//! Where a catalogue comes from: a folder, or a revision of this repository.

use crate::process;
use crate::project;
use buoc_so::content::{Catalogue, Severity, load};
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

/// The file that every catalogue has.
const MARK: &str = "catalogue.toml";
/// The interface words.
const WORDS: &str = "interface.toml";
/// The content of training sessions.
const SESSIONS: &str = "outreach/";
/// The folder of the catalogue in this repository.
const FOLDER: &str = "catalogue";

/// A catalogue that was read.
#[derive(Debug)]
pub struct Read {
    /// The catalogue.
    pub catalogue: Catalogue,
    /// Its interface words are those this program asks for, so they can be compared.
    pub words: bool,
}

/// Reads the catalogue at a folder or at `git:REVISION`.
///
/// # Errors
/// What is missing or broken there, and what to name instead.
pub fn read(root: &Path, place: &str) -> Result<Read, String> {
    let files = match place.strip_prefix("git:") {
        Some(revision) => at_revision(root, revision)?,
        None => in_folder(Path::new(place))?,
    };
    let (catalogue, findings) = load(&files);
    // Training sessions are not compared, and older catalogues have none.
    let compared = findings.iter().filter(|finding| !finding.file.starts_with(SESSIONS));
    let errors = compared.filter(|finding| finding.severity == Severity::Error);
    // Which words there must be follows the program: an older catalogue is not broken because the program has grown.
    let (words, errors): (Vec<_>, Vec<_>) = errors.partition(|finding| finding.file == WORDS);
    if !words.is_empty() {
        eprintln!(
            "{place}: {WORDS} is left out of the comparison: it has {} error(s), as this program asks for other words.",
            words.len()
        );
    }
    match (catalogue, errors.first()) {
        (Some(catalogue), None) => Ok(Read { catalogue, words: words.is_empty() }),
        (_, Some(first)) => Err(format!(
            "{place}: the catalogue has {} error(s), mend them before comparing; the first is {first}.",
            errors.len()
        )),
        (None, None) => Err(format!("{place}: the catalogue cannot be read; `cargo xtask catalogue check` says why.")),
    }
}

fn in_folder(folder: &Path) -> Result<BTreeMap<String, String>, String> {
    let inner = folder.join(FOLDER);
    let folder = if folder.join(MARK).is_file() { folder } else { inner.as_path() };
    if !folder.join(MARK).is_file() {
        return Err(format!(
            "{} has no {MARK}: name the folder of a catalogue, the folder above it, or git:REVISION.",
            folder.display()
        ));
    }
    let names = project::files_below(folder)?.into_iter().filter(|name| name.ends_with(".toml"));
    let read = |name: String| {
        let bytes = std::fs::read(folder.join(&name)).map_err(|error| format!("{name} cannot be read: {error}."))?;
        Ok((name, String::from_utf8_lossy(&bytes).into_owned()))
    };
    names.map(read).collect()
}

fn at_revision(root: &Path, revision: &str) -> Result<BTreeMap<String, String>, String> {
    let sentence = |error: String| {
        let error = error.trim_end_matches('.');
        format!("git:{revision}: {error}. Name a commit, tag or branch of this repository.")
    };
    if revision.is_empty() || revision.starts_with('-') {
        return Err(sentence("that is no revision.".into()));
    }
    let git = || {
        let mut git = Command::new("git");
        git.arg("-C").arg(root);
        git
    };
    let listed = process::output(git().args(["ls-tree", "-r", "-z", "--name-only", revision, "--", FOLDER])).map_err(sentence)?;
    let listed = String::from_utf8_lossy(&listed);
    let names: Vec<&str> = listed.split('\0').filter(|name| name.ends_with(".toml")).collect();
    if !names.contains(&[FOLDER, "/", MARK].concat().as_str()) {
        return Err(sentence(format!("there is no {FOLDER}/{MARK}.")));
    }
    let asked: String = names.iter().map(|name| format!("{revision}:{name}\n")).collect();
    let answer = process::filter(git().args(["cat-file", "--batch"]), asked.as_bytes()).map_err(sentence)?;
    let texts = blobs(&answer).ok_or_else(|| sentence("git did not give all files.".into()))?;
    if texts.len() != names.len() {
        return Err(sentence("git did not give all files.".into()));
    }
    let inner = |name: &str| name.strip_prefix(FOLDER).and_then(|name| name.strip_prefix('/')).unwrap_or(name).to_owned();
    Ok(names.into_iter().map(inner).zip(texts).collect())
}

/// The contents in what `git cat-file --batch` writes: a line that ends with the size, so many bytes, a line end.
fn blobs(mut answer: &[u8]) -> Option<Vec<String>> {
    let mut texts = Vec::new();
    while !answer.is_empty() {
        let end = answer.iter().position(|byte| *byte == b'\n')?;
        let head = std::str::from_utf8(answer.get(..end)?).ok()?;
        let size: usize = head.rsplit(' ').next()?.parse().ok()?;
        let content = answer.get(end + 1..end + 1 + size)?;
        texts.push(String::from_utf8_lossy(content).into_owned());
        answer = answer.get(end + 2 + size..)?;
    }
    Some(texts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blobs_are_cut_by_their_size() {
        assert_eq!(blobs(b"abc blob 3\na\nb\nabd blob 0\n\n"), Some(vec!["a\nb".to_owned(), String::new()]));
        assert_eq!(blobs(b"HEAD:x missing\n"), None);
        assert_eq!(blobs(b"abc blob 30\nshort\n"), None);
    }

    #[test]
    fn what_is_no_catalogue_is_refused_in_words() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        assert!(read(&root, "/nowhere").is_err_and(|sentence| sentence.contains("git:")));
        // Refused before git sees it: it would be read as an option.
        assert!(read(&root, "git:--all").is_err_and(|sentence| !sentence.contains("exit code")));
        assert!(read(&root, "git:no-such-revision").is_err_and(|sentence| sentence.contains("no-such-revision")));
    }

    #[test]
    fn a_broken_catalogue_is_refused_but_not_for_words_of_another_program() {
        let root = std::env::temp_dir().join(format!("buoc-so-place-{}", std::process::id()));
        let written = |change: &[(&str, &str, &str)]| {
            for (name, text) in crate::catalogue::invented::files(change) {
                assert_eq!(project::write(&root.join(name), text.as_bytes()), Ok(()));
            }
            read(&root, &root.to_string_lossy()).map(|read| (read.catalogue.rules.platforms.len(), read.words))
        };
        assert_eq!(written(&[]), Ok((2, false)));
        let broken = written(&[("rules.toml", "is = [\"person\"]", "is = [\"nobody-knows\"]")]);
        assert!(broken.is_err_and(|sentence| sentence.contains("rules.toml")));
        assert_eq!(project::clear(&root), Ok(()));
    }

    #[test]
    fn the_folder_and_the_folder_above_are_the_same() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let above = read(&root, &root.to_string_lossy()).map(|read| (read.catalogue.rules, read.words));
        let folder = read(&root, &root.join("catalogue").to_string_lossy()).map(|read| (read.catalogue.rules, read.words));
        assert!(above.as_ref().is_ok_and(|(_, words)| *words));
        assert_eq!(above, folder);
    }
}
