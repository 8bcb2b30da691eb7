//! The texts of the catalogue: a text is a table with a string for each language, wherever it stands.

use crate::catalogue::strings;
use buoc_so::text::Lang;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;

/// A text in the languages that its file gives.
pub struct Text {
    /// File and key, such as `platforms/shopee.toml:does`.
    pub id: String,
    /// File below `catalogue/`.
    pub file: String,
    /// What the tables around it are about.
    pub about: String,
    /// By language, in the order of [`Lang::ALL`].
    pub written: Vec<Option<Written>>,
    /// Whether it is written in one pair of braces.
    pub inline: bool,
}

/// A text in one language as it stands in a file.
pub struct Written {
    /// What it says.
    pub text: String,
    /// Its bytes, quotes included.
    pub span: Range<usize>,
}

impl Text {
    /// What it says in a language; empty where the file does not have it.
    pub fn of(&self, lang: usize) -> &str {
        self.written[lang].as_ref().map_or("", |written| &written.text)
    }
}

/// All texts of all files, in the order of files and of each file.
///
/// # Errors
/// A file that is no TOML.
pub fn all(files: &BTreeMap<String, String>) -> Result<Vec<Text>, String> {
    let mut texts: Vec<Text> = Vec::new();
    for (file, source) in files {
        let first = texts.len();
        for found in strings::of(file, source)? {
            let Some(lang) = Lang::ALL.iter().position(|lang| lang.code() == found.key) else { continue };
            let id = format!("{file}:{}", found.place);
            let at = texts[first..].iter().position(|text| text.id == id).map_or(texts.len(), |at| first + at);
            if at == texts.len() {
                let written = Lang::ALL.iter().map(|_| None).collect();
                texts.push(Text { id, file: file.clone(), about: found.about, written, inline: found.inline });
            }
            texts[at].written[lang] = Some(Written { text: found.text, span: found.span });
        }
    }
    Ok(texts)
}

/// A text as it is kept: composed letters (NFC), plain line ends.
pub fn composed(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n").nfc().collect()
}

/// A short mark of what a text said, for seeing later whether it has changed.
pub fn mark(text: &str) -> String {
    Sha256::digest(composed(text).as_bytes()).iter().take(4).map(|byte| format!("{byte:02x}")).collect()
}
