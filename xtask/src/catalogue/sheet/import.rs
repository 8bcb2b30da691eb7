//! Texts from a table into the files: all of them, or none.

use super::edit::{Change, changed};
use super::judge;
use super::table::{self, Mistake};
use super::texts::{self, Text};
use crate::project::{Project, write};
use crate::{content, fault};
use buoc_so::content::{Severity, load};
use buoc_so::text::Lang;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::path::Path;
use std::process::ExitCode;

/// A catalogue by its files.
type Files = BTreeMap<String, String>;

/// Takes the texts of a table, or names every row that is wrong and writes nothing.
///
/// # Errors
/// The table cannot be read, or a row is wrong.
pub fn run(path: &Path) -> Result<ExitCode, String> {
    let bytes = fs::read(path).map_err(|error| fault::file("read", path, &error))?;
    let letters = table::letters(&bytes).map_err(|sentence| format!("{}: {sentence}", path.display()))?;
    let root = Project::find()?.root;
    let files = content::files(&root)?;
    let (new, said) = taken(&files, &letters).map_err(|sentences| sentences.join("\n"))?;
    for file in new.keys() {
        let path = root.join("catalogue").join(file);
        // A file with broken characters was read with them replaced, and must not be written so.
        if fs::read(&path).map_err(|error| fault::file("read", &path, &error))? != files[file].as_bytes() {
            return Err(format!("catalogue/{file} is not UTF-8 or has just been changed; nothing was written."));
        }
    }
    for (file, source) in &new {
        write(&root.join("catalogue").join(file), source.as_bytes())?;
    }
    said.iter().for_each(|line| println!("{line}"));
    match new.len() {
        0 => println!("No text differs; no file was changed."),
        count => println!(
            "{} text(s) changed in {count} file(s). Where `read_on` is older than today, somebody should read them a second time.",
            said.len()
        ),
    }
    Ok(ExitCode::SUCCESS)
}

/// The files that change, and what changed as lines; every mistake as a sentence otherwise.
pub fn taken(files: &Files, letters: &str) -> Result<(Files, Vec<String>), Vec<String>> {
    let texts = texts::all(files).map_err(|sentence| vec![sentence])?;
    let known: HashMap<&str, &Text> = texts.iter().map(|text| (text.id.as_str(), text)).collect();
    let (given, mut mistakes) = table::read(letters).map_err(|sentence| vec![sentence])?;
    let mut changes: Vec<(usize, Change<'_>)> = Vec::new();
    for one in given {
        let Some(text) = known.get(one.id.as_str()) else {
            mistakes.push((one.row, format!("no text has the id `{}`: ids are never changed in the table.", one.id)));
            continue;
        };
        match judge::changes(&one, text) {
            Err(sentence) => mistakes.push((one.row, sentence)),
            Ok(true) if !changes.iter().any(|(_, other)| other.text.id == text.id && other.lang == one.lang) => {
                changes.push((one.row, Change { text, lang: one.lang, new: one.text }));
            }
            Ok(_) => {}
        }
    }
    halves(&changes, &mut mistakes);
    if !mistakes.is_empty() {
        return Err(sentences(mistakes));
    }
    let mut new = Files::new();
    let touched: BTreeSet<&str> = changes.iter().map(|(_, change)| change.text.file.as_str()).collect();
    for file in touched {
        let own: Vec<&Change<'_>> = changes.iter().map(|(_, change)| change).filter(|change| change.text.file == file).collect();
        new.insert(file.to_owned(), changed(&files[file], &own));
    }
    sound(files, &new, &texts, &changes)?;
    let said = changes.iter().map(|(_, change)| format!("{} ({})", change.text.id, Lang::ALL[change.lang].code()));
    Ok((new, said.collect()))
}

/// A text that was empty in all languages must be given in all.
fn halves(changes: &[(usize, Change<'_>)], mistakes: &mut Vec<Mistake>) {
    let was_empty = |text: &Text| (0..Lang::ALL.len()).all(|lang| text.of(lang).is_empty());
    for (row, change) in changes.iter().filter(|(_, change)| was_empty(change.text)) {
        let given = |lang: usize| changes.iter().any(|(_, other)| other.text.id == change.text.id && other.lang == lang);
        for (at, lang) in Lang::ALL.iter().enumerate() {
            if !given(at) {
                mistakes.push((*row, format!("{}: the {} text is missing.", change.text.id, lang.code())));
            }
        }
    }
}

/// Looks at what would be written: the texts asked for and nothing else, and no error that was not there before.
fn sound(files: &Files, new: &Files, texts: &[Text], changes: &[(usize, Change<'_>)]) -> Result<(), Vec<String>> {
    let mut after = files.clone();
    after.extend(new.clone());
    let written = texts::all(&after).map_err(|sentence| vec![sentence])?;
    let as_asked = written.len() == texts.len()
        && written.iter().zip(texts).all(|(now, before)| {
            now.id == before.id
                && (0..Lang::ALL.len()).all(|lang| {
                    let change = changes.iter().find(|(_, change)| change.text.id == before.id && change.lang == lang);
                    now.of(lang) == change.map_or(before.of(lang), |(_, change)| &change.new)
                })
        });
    if !as_asked {
        return Err(vec!["The texts cannot be put into the files without changing something else; nothing was written.".into()]);
    }
    let errors = |files: &Files| {
        load(files).1.into_iter().filter(|finding| finding.severity == Severity::Error).map(|finding| finding.to_string())
    };
    let before: BTreeSet<String> = errors(files).collect();
    let worse: Vec<Mistake> = errors(&after)
        .filter(|finding| !before.contains(finding))
        .map(|finding| {
            let row = changes.iter().find(|(_, change)| finding.starts_with(&change.text.file)).map_or(1, |(row, _)| *row);
            (row, format!("`catalogue check` would then say: {finding}."))
        })
        .collect();
    if worse.is_empty() { Ok(()) } else { Err(sentences(worse)) }
}

fn sentences(mut mistakes: Vec<Mistake>) -> Vec<String> {
    mistakes.sort();
    mistakes.dedup();
    let mut lines: Vec<String> = mistakes.into_iter().map(|(row, sentence)| format!("row {row}: {sentence}")).collect();
    lines.push("Nothing was written: mend these rows and import again.".into());
    lines
}
