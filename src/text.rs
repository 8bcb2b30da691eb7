//! Languages and filled sentences. Knows no key and no platform: only how a text has two languages and how a
//! placeholder is filled. May not: look anything up.

use alloc::string::{String, ToString};
use serde::{Deserialize, Serialize};

/// A language of the interface and of the content. Vietnamese is the first one and the default.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub enum Lang {
    /// Vietnamese.
    #[default]
    Vi,
    /// English.
    En,
}

impl Lang {
    /// Both languages, in the order in which content gives them.
    pub const ALL: [Lang; 2] = [Lang::Vi, Lang::En];

    /// The code of `lang` attributes: `vi` or `en`.
    pub const fn code(self) -> &'static str {
        match self {
            Lang::Vi => "vi",
            Lang::En => "en",
        }
    }

    /// The language of a code such as `vi`, `vi-VN` or `en`; `None` for all others.
    pub fn from_code(code: &str) -> Option<Lang> {
        let primary = code.split(['-', '_']).next().unwrap_or("");
        Lang::ALL.into_iter().find(|lang| primary.eq_ignore_ascii_case(lang.code()))
    }

    /// The language that the switch changes to.
    pub const fn other(self) -> Lang {
        match self {
            Lang::Vi => Lang::En,
            Lang::En => Lang::Vi,
        }
    }
}

/// Pieces put together. Used instead of `format!` in everything that reaches the wasm: without the machinery of `core::fmt` it
/// is smaller (measured).
#[inline(never)]
pub fn joined(pieces: &[&str]) -> String {
    listed(pieces, "")
}

/// Items of a list with something between them.
#[inline(never)]
pub fn listed(items: &[&str], between: &str) -> String {
    let mut out = String::new();
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            out.push_str(between);
        }
        out.push_str(item);
    }
    out
}

/// A number in two digits at least.
pub fn two_digits(number: u32) -> String {
    joined(&[if number < 10 { "0" } else { "" }, &number.to_string()])
}

/// Fills `{name}` in a sentence of the content. A placeholder that is not given stays as it is, so that a mistake is
/// seen instead of hidden.
pub fn fill(sentence: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::new();
    let mut parts = sentence.split('{');
    out.push_str(parts.next().unwrap_or(""));
    for part in parts {
        let (name, rest) = part.split_once('}').unwrap_or(("", ""));
        match values.iter().find(|(known, _)| *known == name) {
            Some((_, value)) => {
                out.push_str(value);
                out.push_str(rest);
            }
            None => {
                out.push('{');
                out.push_str(part);
            }
        }
    }
    out
}
