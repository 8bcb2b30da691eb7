//! Bytes to [`Overlay`]. The file is hostile: size and depth are looked at before it is parsed, unknown keys are refused, and every
//! text, address and number must be what it claims to be. Whatever is wrong, the answer is one sentence with its place.

use super::colour::{LEAST, contrast, rgb};
use super::file::{FORMAT, Overlay, Text};
use crate::model::Date;
use crate::text::Lang;
use alloc::{format, string::String, vec::Vec};
use core::fmt;

/// The most bytes of a file.
pub const MOST_BYTES: usize = 200_000;
/// The deepest nesting.
pub const MOST_DEPTH: usize = 8;
/// The most letters of a text.
const MOST_LETTERS: usize = 600;
/// The most letters of a picture, as they stand in the file.
const MOST_PICTURE: usize = 60_000;
/// Pictures that are no programs; an SVG is none in an `<img>`.
const PICTURES: [&str; 4] =
    ["data:image/png;base64,", "data:image/jpeg;base64,", "data:image/webp;base64,", "data:image/svg+xml;base64,"];

/// Why a file is refused: the place, and one sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OverlayError {
    /// Place in the file; `-` for the file as a whole.
    pub key: String,
    /// What is wrong and what was expected.
    pub reason: String,
}

impl OverlayError {
    /// An error at a place.
    pub fn at(key: impl Into<String>, reason: impl Into<String>) -> OverlayError {
        // Both may quote the file: one line, no longer than anybody reads.
        let line =
            |text: String| text.chars().take(300).map(|sign| if sign.is_control() { ' ' } else { sign }).collect::<String>();
        OverlayError { key: line(key.into()), reason: line(reason.into()) }
    }
}

impl fmt::Display for OverlayError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}", self.key, self.reason)
    }
}

impl core::error::Error for OverlayError {}

type Checked = Result<(), OverlayError>;

/// Reads an overlay. What it says of the catalogue is for [`super::check`].
///
/// # Errors
/// The first thing wrong.
pub fn read(bytes: &[u8]) -> Result<Overlay, OverlayError> {
    if bytes.len() > MOST_BYTES {
        return Err(OverlayError::at("-", format!("the file has {} bytes, at most {MOST_BYTES} are read", bytes.len())));
    }
    // Editors of Windows put a mark before the text.
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if depth(bytes) > MOST_DEPTH {
        return Err(OverlayError::at("-", format!("brackets are nested deeper than {MOST_DEPTH}")));
    }
    version(bytes)?;
    let mut parser = serde_json::Deserializer::from_slice(bytes);
    let overlay: Overlay = serde_path_to_error::deserialize(&mut parser).map_err(|error| {
        let path = error.path().to_string();
        OverlayError::at(if path == "." { "-".into() } else { path }, format!("{}", error.inner()))
    })?;
    parser.end().map_err(|_| OverlayError::at("-", "something follows after the end of the overlay"))?;
    looked_through(&overlay)?;
    Ok(overlay)
}

/// Another format, or a version of later years, is named before its keys are called unknown.
fn version(bytes: &[u8]) -> Checked {
    #[derive(serde::Deserialize)]
    struct Head {
        format: Option<String>,
    }
    let head: Head =
        serde_json::from_slice(bytes).map_err(|error| OverlayError::at("-", format!("this is no JSON object: {error}")))?;
    match head.format.as_deref() {
        Some(FORMAT) => Ok(()),
        Some(other) => Err(OverlayError::at("format", format!("\"{other}\" is not known here; expected \"{FORMAT}\""))),
        None => Err(OverlayError::at("format", format!("missing; expected \"{FORMAT}\""))),
    }
}

/// How deep brackets are nested, outside of texts.
fn depth(bytes: &[u8]) -> usize {
    let (mut now, mut most, mut inside, mut escaped) = (0_usize, 0, false, false);
    for byte in bytes {
        match (inside, byte) {
            (true, _) if escaped => escaped = false,
            (true, b'\\') => escaped = true,
            (_, b'"') => inside = !inside,
            (false, b'{' | b'[') => {
                now += 1;
                most = most.max(now);
            }
            (false, b'}' | b']') => now = now.saturating_sub(1),
            _ => {}
        }
    }
    most
}

fn looked_through(overlay: &Overlay) -> Checked {
    day(&overlay.as_of, "as_of")?;
    text(&overlay.name, "name")?;
    optional(overlay.welcome.as_ref(), "welcome")?;
    if overlay.province.len() != 2 || !overlay.province.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(OverlayError::at("province", "expected the two digits of a province"));
    }
    for (key, count, most) in [
        ("contacts", overlay.contacts.len(), 20),
        ("platforms", overlay.platforms.len(), 50),
        ("hide", overlay.hide.len(), 100),
        ("order", overlay.order.len(), 100),
        ("notes", overlay.notes.len(), 50),
        ("columns", overlay.columns.len(), 100),
    ] {
        if count > most {
            return Err(OverlayError::at(key, format!("{count} entries, at most {most} are read")));
        }
    }
    for (at, contact) in overlay.contacts.iter().enumerate() {
        let key = |name: &str| format!("contacts[{at}].{name}");
        text(&contact.name, &key("name"))?;
        optional(contact.note.as_ref(), &key("note"))?;
        ways(contact.link.as_deref(), contact.telephone.as_deref(), &key)?;
    }
    for (at, own) in overlay.platforms.iter().enumerate() {
        let key = |name: &str| format!("platforms[{at}].{name}");
        identity(&own.id, &overlay.province, &key("id"))?;
        for (name, each) in [
            ("name", &own.name),
            ("operator", &own.operator),
            ("does", &own.does),
            ("cost", &own.cost),
            ("find", &own.find),
            ("source.title", &own.source.title),
        ] {
            text(each, &key(name))?;
        }
        optional(own.beware.as_ref(), &key("beware"))?;
        optional(own.without.as_ref(), &key("without"))?;
        if own.steps.is_empty() || own.steps.len() > 10 {
            return Err(OverlayError::at(key("steps"), "expected one to ten steps"));
        }
        for (step, each) in own.steps.iter().enumerate() {
            text(each, &key(&format!("steps[{step}]")))?;
        }
        day(&own.source.date, &key("source.date"))?;
        day(&own.review_by, &key("review_by"))?;
        ways(own.link.as_deref(), own.telephone.as_deref(), &key)?;
        if overlay.platforms[..at].iter().any(|other| other.id == own.id) {
            return Err(OverlayError::at(key("id"), format!("\"{}\" stands twice", own.id)));
        }
    }
    for (at, note) in overlay.notes.iter().enumerate() {
        text(&note.text, &format!("notes[{at}].text"))?;
    }
    for (name, words) in &overlay.columns {
        plain(words, &|| format!("columns.{name}"))?;
    }
    if let Some(logo) = &overlay.logo {
        text(&logo.alt, "logo.alt")?;
        let rest = PICTURES.iter().find_map(|start| logo.data.strip_prefix(start));
        let fits = rest.is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+/=".contains(&byte)));
        if !fits || logo.data.len() > MOST_PICTURE {
            return Err(OverlayError::at(
                "logo.data",
                format!(
                    "expected a picture inside the file (data:image/png;base64,…), at most {MOST_PICTURE} letters; one from elsewhere would tell its host who looks"
                ),
            ));
        }
    }
    match &overlay.colours {
        Some(colours) => pair(&colours.accent, &colours.on_accent),
        None => Ok(()),
    }
}

fn pair(accent: &str, on_accent: &str) -> Checked {
    let colour = |text: &str, key: &str| rgb(text).ok_or_else(|| OverlayError::at(key, "expected a colour as #rrggbb"));
    let contrast = contrast(colour(accent, "colours.accent")?, colour(on_accent, "colours.on_accent")?);
    if contrast < LEAST {
        // Rounded down: 4.49 must not read as 4.5.
        let shown = (contrast * 100.0) as u32;
        return Err(OverlayError::at(
            "colours",
            format!(
                "{on_accent} on {accent} has a contrast of {}.{:02}:1, people need at least {LEAST}:1",
                shown / 100,
                shown % 100
            ),
        ));
    }
    Ok(())
}

fn day(text: &str, key: &str) -> Checked {
    Date::parse(text).map(|_| ()).ok_or_else(|| OverlayError::at(key, format!("\"{text}\" is no day YYYY-MM-DD")))
}

fn optional(maybe: Option<&Text>, key: &str) -> Checked {
    maybe.map_or(Ok(()), |there| text(there, key))
}

/// A text is there in both languages of the tool, is no longer than anybody reads, and holds nothing that turns lines around.
fn text(text: &Text, key: &str) -> Checked {
    if let Some(missing) = Lang::ALL.into_iter().find(|lang| text.of(*lang).trim().is_empty()) {
        return Err(OverlayError::at(format!("{key}.{}", missing.code()), "this text is missing or empty"));
    }
    for (lang, words) in &text.0 {
        let key = || format!("{key}.{lang}");
        if !is_language(lang) {
            return Err(OverlayError::at(key(), "expected the code of a language, as vi, en or hmn"));
        }
        plain(words, &key)?;
    }
    Ok(())
}

/// No longer than anybody reads, and nothing in it that turns lines around.
fn plain(words: &str, key: &dyn Fn() -> String) -> Checked {
    if words.chars().count() > MOST_LETTERS {
        return Err(OverlayError::at(key(), format!("longer than {MOST_LETTERS} letters")));
    }
    let turns = |sign: char| {
        sign.is_control() || matches!(sign, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    if words.chars().any(turns) {
        return Err(OverlayError::at(key(), "holds a sign that cannot be seen; type the text anew"));
    }
    Ok(())
}

/// The code of a language as the schema has it: `vi`, `hmn`, `zh-Hant`.
fn is_language(code: &str) -> bool {
    let (first, rest) = code.split_once('-').unwrap_or((code, "vi"));
    (2..=3).contains(&first.len())
        && first.bytes().all(|byte| byte.is_ascii_lowercase())
        && rest.split('-').all(|part| (2..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

/// Ids of a province begin with its code: no id of the catalogue ever does.
fn identity(id: &str, province: &str, key: &str) -> Checked {
    let name = id.strip_prefix(province).and_then(|rest| rest.strip_prefix('-')).unwrap_or_default();
    let kebab = !name.is_empty()
        && name.len() <= 60
        && name
            .split('-')
            .all(|word| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()));
    if kebab {
        Ok(())
    } else {
        Err(OverlayError::at(key, format!("\"{id}\" is no id here; expected \"{province}-ten-dich-vu\"")))
    }
}

fn ways(link: Option<&str>, telephone: Option<&str>, key: &dyn Fn(&str) -> String) -> Checked {
    if let Some(link) = link {
        let host: String =
            link.strip_prefix("https://").unwrap_or_default().chars().take_while(|sign| !"/?#".contains(*sign)).collect();
        let plain = host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-:".contains(&byte)) && host.contains('.');
        let rest =
            link.len() <= 300 && link.chars().all(|sign| !sign.is_whitespace() && !sign.is_control() && !"<>\"\\".contains(sign));
        if !plain || !rest {
            return Err(OverlayError::at(key("link"), "expected an address https://…, without a user name and spaces"));
        }
    }
    if let Some(telephone) = telephone {
        let digits: Vec<u8> = telephone.bytes().filter(u8::is_ascii_digit).collect();
        let known = telephone.bytes().all(|byte| byte.is_ascii_digit() || b" .".contains(&byte));
        if !known || !(3..=12).contains(&digits.len()) {
            return Err(OverlayError::at(key("telephone"), "expected a telephone number: digits, spaces, full stops"));
        }
    }
    Ok(())
}
