//! Putting texts into the source of a TOML file; every other byte stays as it is.

use super::texts::Text;
use buoc_so::text::Lang;
use std::ops::Range;

/// A text in one language that takes the place of what a file says.
pub struct Change<'a> {
    /// The text.
    pub text: &'a Text,
    /// Place of the language in [`Lang::ALL`].
    pub lang: usize,
    /// What it says from now on.
    pub new: String,
}

/// The source with all changes of its file.
pub fn changed(source: &str, changes: &[&Change<'_>]) -> String {
    let mut pieces: Vec<(Range<usize>, String)> = changes.iter().filter_map(|change| piece(change)).collect();
    pieces.sort_by_key(|(span, _)| span.start);
    let mut source = source.to_owned();
    for (span, new) in pieces.iter().rev() {
        source.replace_range(span.clone(), new);
    }
    source
}

/// The bytes that go, and what comes; a language that is not there yet comes after the last one that is.
fn piece(change: &Change<'_>) -> Option<(Range<usize>, String)> {
    let written = &change.text.written;
    if let Some(old) = &written[change.lang] {
        return Some((old.span.clone(), quoted(&change.new)));
    }
    let end = written.iter().flatten().map(|written| written.span.end).max()?;
    let between = if change.text.inline { ", " } else { "\n" };
    Some((end..end, format!("{between}{} = {}", Lang::ALL[change.lang].code(), quoted(&change.new))))
}

/// A text as a basic string of TOML.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            control if control.is_control() => out.push_str(&format!("\\u{:04X}", u32::from(control))),
            other => out.push(other),
        }
    }
    out.push('"');
    out
}
