//! Plain words: how long a sentence may be and which words to avoid. Both limits are data (`plain-words.toml`).

use super::Found;
use super::texts::Text;
use crate::content::author::entry::Files;
use serde::Deserialize;
use std::{collections::BTreeMap, format, string::String, vec::Vec};

/// The file of the limits.
pub const FILE: &str = "plain-words.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PlainFile {
    /// Most words in a sentence, by language.
    sentence: BTreeMap<String, usize>,
    #[serde(default)]
    avoid: Vec<Avoid>,
    #[serde(default)]
    allow: Vec<Allow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Avoid {
    lang: String,
    /// Any of these, written as whole words.
    words: Vec<String>,
    /// What to write instead.
    instead: String,
    /// Names and phrases in which the word may stand.
    #[serde(default)]
    except: Vec<String>,
}

/// A text that may be longer, or may use a word, for a reason.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Allow {
    file: String,
    key: String,
    reason: String,
}

/// Looks at every text.
pub fn check(files: &Files<'_>, texts: &[Text<'_>], found: &mut Found) {
    if !files.0.contains_key(FILE) {
        return found.warning(FILE, "-", "the file is missing: no text was looked at for long sentences and hard words");
    }
    let Some(rules) = files.whole::<PlainFile>(FILE, found) else { return };
    let mut used = std::vec![false; rules.allow.len()];
    let list = |phrases: &[String]| -> Vec<Vec<String>> { phrases.iter().map(|phrase| words(phrase)).collect() };
    let avoided: Vec<_> = rules.avoid.iter().map(|avoid| (avoid, list(&avoid.words), list(&avoid.except))).collect();
    for text in texts {
        let mut sentences = Vec::new();
        let most = rules.sentence.get(text.lang).copied().unwrap_or(usize::MAX);
        let longest = sentences_of(text.text).into_iter().max().unwrap_or(0);
        if longest > most {
            sentences.push(format!("a sentence has {longest} words, expected at most {most} ({})", text.lang));
        }
        let said = words(text.text);
        for (avoid, unwanted, except) in avoided.iter().filter(|(avoid, ..)| avoid.lang == text.lang) {
            if let Some(word) = unwanted.iter().find(|word| stands(&said, word, except)) {
                sentences.push(format!(
                    "\"{}\" is no plain word, expected \"{}\" ({})",
                    word.join(" "),
                    avoid.instead,
                    text.lang
                ));
            }
        }
        if sentences.is_empty() {
            continue;
        }
        match rules.allow.iter().position(|allow| allow.file == text.file && allow.key == text.key) {
            Some(at) => used[at] = true,
            None => sentences.into_iter().for_each(|sentence| found.warning(text.file, &text.key, sentence)),
        }
    }
    for (at, (allow, used)) in rules.allow.iter().zip(used).enumerate() {
        let key = format!("allow[{at}]");
        if allow.reason.trim().is_empty() {
            found.error(FILE, &key, "an exception gives its reason");
        }
        if !used {
            found.warning(FILE, &key, format!("{}: {}: needs no exception any more", allow.file, allow.key));
        }
    }
}

/// The words of a text in lower case, without signs. A hyphen joins.
fn words(text: &str) -> Vec<String> {
    let sign = |sign: char| !(sign.is_alphanumeric() || sign == '-');
    text.split(sign).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// Does a word stand in a text outside the phrases in which it may?
fn stands(said: &[String], word: &[String], except: &[Vec<String>]) -> bool {
    let inside = |at: usize| {
        except.iter().any(|phrase| {
            let starts = at.saturating_sub(phrase.len().saturating_sub(word.len()))..=at;
            starts.into_iter().any(|start| said[start..].starts_with(phrase))
        })
    };
    !word.is_empty() && (0..said.len()).any(|at| said[at..].starts_with(word) && !inside(at))
}

/// The number of words of each sentence. A colon, a semicolon and a bar end one: so does the voice that reads aloud. What
/// stands in brackets is a reference or another name and is not counted.
fn sentences_of(text: &str) -> Vec<usize> {
    let mut counts = Vec::new();
    let (mut count, mut depth) = (0, 0u32);
    for word in text.replace('|', " ; ").split_whitespace() {
        let opens = word.matches('(').count() as u32;
        if depth + opens == 0 && word.chars().any(char::is_alphanumeric) {
            count += 1;
        }
        depth = (depth + opens).saturating_sub(word.matches(')').count() as u32);
        if depth == 0 && word.trim_end_matches(['”', '"', '’', ')']).ends_with(['.', '!', '?', '…', ':', ';']) {
            counts.push(count);
            count = 0;
        }
    }
    counts.push(count);
    counts
}
