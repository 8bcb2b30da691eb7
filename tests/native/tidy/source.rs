//! A source file without its comments, texts and tests. Good enough for Rust and JavaScript as we write them, not a parser.

use crate::common::name;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// A file, reduced to its code.
pub struct Source {
    pub name: String,
    code: String,
}

impl Source {
    pub fn read(file: &Path) -> Source {
        Source::of(&name(file), &fs::read_to_string(file).unwrap())
    }

    pub fn of(name: &str, text: &str) -> Source {
        let (code, _) = code_and_texts(text);
        let code = code.split("#[cfg(test)]").next().unwrap_or_default().to_string();
        Source { name: name.into(), code }
    }

    /// Our own modules that are named, in `use` or in a path.
    pub fn imports(&self) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        for rest in self.code.split("crate::").skip(1) {
            match rest.strip_prefix('{') {
                None => found.extend([first_word(rest)]),
                Some(group) => {
                    let mut depth = 0;
                    let mut part = String::new();
                    for sign in group.chars() {
                        match sign {
                            '{' => depth += 1,
                            '}' if depth == 0 => break,
                            '}' => depth -= 1,
                            ',' if depth == 0 => found.extend([first_word(&std::mem::take(&mut part))]),
                            _ if depth == 0 => part.push(sign),
                            _ => {}
                        }
                    }
                    found.extend([first_word(&part)]);
                }
            }
        }
        found.remove("");
        found
    }

    /// Does the code name this word or path?
    pub fn names(&self, word: &str) -> bool {
        let part = |sign: char| sign.is_alphanumeric() || sign == '_';
        self.code.match_indices(word).any(|(at, _)| {
            !self.code[..at].chars().next_back().is_some_and(part)
                && !self.code[at + word.len()..].chars().next().is_some_and(part)
        })
    }

    /// The lines that hold a piece of code.
    pub fn lines_with(&self, piece: &str) -> Vec<usize> {
        self.code.lines().enumerate().filter(|(_, line)| line.contains(piece)).map(|(at, _)| at + 1).collect()
    }
}

fn first_word(path: &str) -> String {
    path.trim_start().chars().take_while(|sign| sign.is_alphanumeric() || *sign == '_').collect()
}

/// The code with comments and texts blanked out (lines stay), and the texts.
pub fn code_and_texts(source: &str) -> (String, Vec<String>) {
    let signs: Vec<char> = source.chars().collect();
    let (mut code, mut texts) = (String::new(), Vec::new());
    let mut at = 0;
    while at < signs.len() {
        let next = |ahead: usize| signs.get(at + ahead).copied().unwrap_or('\0');
        let end = match (signs[at], next(1)) {
            ('/', '/') => until(&signs, at, |rest| rest[0] == '\n', 0),
            ('/', '*') => comment(&signs, at),
            ('r', '"' | '#') if !code.ends_with(|sign: char| sign.is_alphanumeric() || sign == '_') => {
                let hashes = signs[at + 1..].iter().take_while(|sign| **sign == '#').count();
                if next(1 + hashes) == '"' {
                    let start = at + hashes + 2;
                    let close =
                        |rest: &[char]| rest[0] == '"' && rest.len() > hashes && rest[1..=hashes].iter().all(|sign| *sign == '#');
                    let end = until(&signs, start, close, 0);
                    texts.push(signs[start..end].iter().collect());
                    end + hashes + 1
                } else {
                    at
                }
            }
            // A character, not a lifetime.
            ('\'', '\\') => until(&signs, at + 3, |rest| rest[0] == '\'', 1),
            ('\'', _) if next(2) == '\'' => at + 3,
            (quote @ ('"' | '`'), _) => text(&signs, at, quote, &mut texts),
            ('\'', sign) if !sign.is_alphabetic() && sign != '_' => at,
            // JavaScript: a text in single quotes. In Rust this is a lifetime, which no quote closes as a word.
            ('\'', _) => {
                let end = until(&signs, at + 1, |rest| !(rest[0].is_alphanumeric() || "-_./: ".contains(rest[0])), 0);
                if signs.get(end) == Some(&'\'') { text(&signs, at, '\'', &mut texts) } else { at }
            }
            _ => at,
        };
        let end = end.min(signs.len());
        if end == at {
            code.push(signs[at]);
            at += 1;
        } else {
            code.push(' ');
            code.extend(signs[at..end].iter().filter(|sign| **sign == '\n'));
            at = end;
        }
    }
    (code, texts)
}

fn until(signs: &[char], from: usize, stop: impl Fn(&[char]) -> bool, more: usize) -> usize {
    (from..signs.len()).find(|at| stop(&signs[*at..])).map_or(signs.len(), |at| at + more)
}

fn comment(signs: &[char], from: usize) -> usize {
    let (mut at, mut depth) = (from, 0);
    while at < signs.len() {
        match signs[at..] {
            ['/', '*', ..] => (depth, at) = (depth + 1, at + 2),
            ['*', '/', ..] => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            break;
        }
    }
    at
}

fn text(signs: &[char], from: usize, quote: char, texts: &mut Vec<String>) -> usize {
    let (mut at, mut said) = (from + 1, String::new());
    while at < signs.len() && signs[at] != quote {
        at += usize::from(signs[at] == '\\');
        said.extend(signs.get(at));
        at += 1;
    }
    texts.push(said);
    at + 1
}
