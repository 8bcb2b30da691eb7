//! Languages and filled sentences. Knows no key and no platform: only how a text has two languages and how a
//! placeholder is filled. May not: look anything up.

use alloc::string::String;
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
        let primary = cut(code, b'-').or_else(|| cut(code, b'_')).map_or(code, |(primary, _)| primary);
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

/// A number in decimal digits. Used instead of `to_string` in everything that reaches the wasm, for the same reason.
#[inline(never)]
pub fn decimal(number: usize) -> String {
    let mut out = if number < 10 { String::new() } else { decimal(number / 10) };
    out.push(char::from(b'0' + (number % 10) as u8));
    out
}

/// Reads a number of at most nine decimal digits and nothing else.
#[inline(never)]
pub fn natural(text: &str) -> Option<u32> {
    if text.is_empty() || text.len() > 9 {
        return None;
    }
    text.bytes().try_fold(0, |number, byte| byte.is_ascii_digit().then(|| number * 10 + u32::from(byte - b'0')))
}

/// A number in two digits at least.
pub fn two_digits(number: u32) -> String {
    joined(&[if number < 10 { "0" } else { "" }, &decimal(number as usize)])
}

/// What stands before and after the first of an ASCII sign; `None` where there is none. Used instead of the searches of the
/// standard library, which are made for long texts and weigh more (measured).
#[inline(never)]
pub fn cut(text: &str, sign: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|byte| byte == sign)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// Fills `{name}` in a sentence of the content. A placeholder that is not given stays as it is, so that a mistake is
/// seen instead of hidden.
pub fn fill(sentence: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::new();
    let mut rest = sentence;
    while let Some((before, after)) = cut(rest, b'{') {
        out.push_str(before);
        let given = cut(after, b'}').and_then(|(name, behind)| {
            let value = values.iter().find(|(known, _)| *known == name)?;
            Some((value.1, behind))
        });
        let (value, behind) = given.unwrap_or(("{", after));
        out.push_str(value);
        rest = behind;
    }
    out.push_str(rest);
    out
}
