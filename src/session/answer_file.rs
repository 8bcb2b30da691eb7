//! Answer files and case files (contract section 3): TOML, or JSON of the same shape. Everything in them is hostile: size
//! and depth are limited before and after parsing, every id is checked, and an error names the key. In a wasm (feature
//! `files`) JSON only: what calls it there has objects, and a TOML parser weighs more than the engine.

use crate::model::{Answers, Date, Given, Marks, Mask, PlatformIx, Question, QuestionIx, Rules, Set};
use serde_json::{Map, Value};
use std::{fmt, format, string::String, vec::Vec};

/// The most bytes of a file (d52).
pub const MOST_BYTES: usize = 1_000_000;
/// The deepest nesting (d52).
pub const MOST_DEPTH: usize = 32;

/// Why a file cannot be read: the key, and one sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileError {
    /// Place in the file; `-` for the file as a whole.
    pub key: String,
    /// What is wrong and what was expected.
    pub reason: String,
}

impl FileError {
    /// An error at a key.
    pub fn at(key: impl Into<String>, reason: impl Into<String>) -> FileError {
        // Both may quote the file: one line, no longer than anybody reads, and a key even if it is empty there.
        let line =
            |text: String| text.chars().take(400).map(|sign| if sign.is_control() { ' ' } else { sign }).collect::<String>();
        let key = Some(line(key.into())).filter(|key| !key.trim().is_empty());
        FileError { key: key.unwrap_or_else(|| "\"\"".into()), reason: line(reason.into()) }
    }
}

impl fmt::Display for FileError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}", self.key, self.reason)
    }
}

impl core::error::Error for FileError {}

/// A read answer file.
#[derive(Clone, Debug)]
pub struct AnswerFile {
    /// Its name, if it gives one.
    pub name: String,
    /// The day, if it gives one.
    pub today: Option<Date>,
    /// The answers.
    pub answers: Answers,
    /// The marks.
    pub marks: Marks,
    /// What a case expects; unread.
    pub expect: Option<Map<String, Value>>,
}

/// Reads an answer file.
///
/// # Errors
/// One [`FileError`], the first found.
pub fn read(bytes: &[u8], rules: &Rules) -> Result<AnswerFile, FileError> {
    let table = table(bytes)?;
    const KEYS: [&str; 9] = ["name", "today", "because", "used", "wanted", "hidden", "skipped", "answers", "expect"];
    if let Some(other) = table.keys().find(|key| !KEYS.contains(&key.as_str())) {
        return Err(FileError::at(other, format!("unknown key; expected one of {}", KEYS.join(", "))));
    }
    for key in ["name", "because"] {
        text(&table, key)?;
    }
    let today = match text(&table, "today")? {
        None => None,
        Some(day) => Some(Date::parse(day).ok_or_else(|| FileError::at("today", format!("\"{day}\" is no day YYYY-MM-DD")))?),
    };
    let answers = match table.get("answers") {
        Some(Value::Object(answers)) => read_answers(answers, rules)?,
        Some(_) => return Err(FileError::at("answers", "expected a table of question = choice")),
        None => return Err(FileError::at("answers", "the table [answers] is missing")),
    };
    let answers = skip(answers, &ids(&table, "skipped")?, rules)?;
    let marks = Marks {
        used: platforms(&table, "used", rules)?,
        wanted: platforms(&table, "wanted", rules)?,
        hidden: platforms(&table, "hidden", rules)?,
    };
    let expect = match table.get("expect") {
        None => None,
        Some(Value::Object(expect)) => Some(expect.clone()),
        Some(_) => return Err(FileError::at("expect", "expected a table")),
    };
    Ok(AnswerFile { name: text(&table, "name")?.unwrap_or_default().into(), today, answers, marks, expect })
}

fn table(bytes: &[u8]) -> Result<Map<String, Value>, FileError> {
    let whole = |reason: String| FileError::at("-", reason);
    if bytes.len() > MOST_BYTES {
        return Err(whole(format!("the file is larger than {MOST_BYTES} bytes and was not read")));
    }
    let content = core::str::from_utf8(bytes).map_err(|error| whole(format!("not UTF-8 text (byte {})", error.valid_up_to())))?;
    let content = content.strip_prefix('\u{feff}').unwrap_or(content);
    if content.trim().is_empty() {
        return Err(whole("the file is empty; expected at least the table [answers]".into()));
    }
    let value = if content.trim_start().starts_with('{') {
        serde_json::from_str(content)
            .map_err(|error| FileError::at(format!("line {}", error.line()), format!("broken JSON: {error}")))?
    } else {
        other_than_json(content)?
    };
    if depth(&value) > MOST_DEPTH {
        return Err(whole(format!("nested deeper than {MOST_DEPTH} levels")));
    }
    match value {
        Value::Object(table) => Ok(table),
        _ => Err(whole("expected a table".into())),
    }
}

#[cfg(target_arch = "wasm32")]
fn other_than_json(_: &str) -> Result<Value, FileError> {
    Err(FileError::at("-", "expected an object in JSON"))
}

#[cfg(not(target_arch = "wasm32"))]
fn other_than_json(content: &str) -> Result<Value, FileError> {
    let table = content.parse::<toml::Table>().map_err(|error| {
        let line = error.span().map_or(1, |span| content[..span.start.min(content.len())].matches('\n').count() + 1);
        FileError::at(format!("line {line}"), format!("broken TOML: {}", error.message().replace('\n', ", ")))
    })?;
    Ok(plain(toml::Value::Table(table)))
}

/// TOML to the same values as JSON; a bare date becomes its text.
#[cfg(not(target_arch = "wasm32"))]
fn plain(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => Value::String(text),
        toml::Value::Integer(number) => Value::from(number),
        toml::Value::Float(number) => Value::from(number),
        toml::Value::Boolean(truth) => Value::Bool(truth),
        toml::Value::Datetime(day) => Value::String(format!("{day}")),
        toml::Value::Array(list) => Value::Array(list.into_iter().map(plain).collect()),
        toml::Value::Table(table) => Value::Object(table.into_iter().map(|(key, value)| (key, plain(value))).collect()),
    }
}

fn depth(value: &Value) -> usize {
    match value {
        Value::Array(list) => 1 + list.iter().map(depth).max().unwrap_or(0),
        Value::Object(table) => 1 + table.values().map(depth).max().unwrap_or(0),
        _ => 0,
    }
}

fn text<'a>(table: &'a Map<String, Value>, key: &str) -> Result<Option<&'a str>, FileError> {
    match table.get(key) {
        None => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(_) => Err(FileError::at(key, "expected a text in quotes")),
    }
}

/// A list of ids at a key; missing means empty.
pub fn ids<'a>(table: &'a Map<String, Value>, key: &str) -> Result<Vec<&'a str>, FileError> {
    let list = match table.get(key) {
        None => return Ok(Vec::new()),
        Some(Value::Array(list)) => list,
        Some(_) => return Err(FileError::at(key, "expected a list of ids")),
    };
    let mut ids = Vec::new();
    for value in list {
        let Value::String(id) = value else { return Err(FileError::at(key, "expected a list of ids")) };
        if ids.contains(&id.as_str()) {
            return Err(FileError::at(key, format!("\"{id}\" stands here twice")));
        }
        ids.push(id.as_str());
    }
    Ok(ids)
}

/// The question of an id.
pub fn question<'a>(rules: &'a Rules, key: &str, id: &str) -> Result<(QuestionIx, &'a Question), FileError> {
    let at = rules.questions.iter().position(|question| question.id == id);
    match at.and_then(|at| rules.questions.get(at).map(|question| (QuestionIx::from_at(at), question))) {
        Some(found) => Ok(found),
        None => Err(FileError::at(key, format!("unknown question \"{id}\""))),
    }
}

fn read_answers(table: &Map<String, Value>, rules: &Rules) -> Result<Answers, FileError> {
    let mut answers = Answers::none(rules.questions.len());
    for (id, value) in table {
        let key = format!("answers.{id}");
        let (place, question) = question(rules, &key, id)?;
        answers.set(place, Given::Chosen(chosen(question, &key, value)?));
    }
    Ok(answers)
}

/// The choices of an answer: one id, or a list of them.
///
/// # Errors
/// What is wrong with them, at the key.
pub fn chosen(question: &Question, key: &str, value: &Value) -> Result<Mask, FileError> {
    let list: Vec<&str> = match value {
        Value::String(id) if !question.several => std::vec![id.as_str()],
        Value::Array(list) if question.several => {
            let ids: Option<Vec<&str>> = list.iter().map(Value::as_str).collect();
            ids.ok_or_else(|| FileError::at(key, "expected a list of choices"))?
        }
        _ if question.several => return Err(FileError::at(key, "expected a list of choices, such as [\"…\"]")),
        _ => return Err(FileError::at(key, "expected one choice in quotes")),
    };
    let mut mask = 0;
    for id in &list {
        let bit = question.choice(id).ok_or_else(|| {
            let known: Vec<&str> = question.choices.iter().map(|choice| choice.id.as_str()).collect();
            FileError::at(key, format!("unknown choice \"{id}\"; expected one of {}", known.join(", ")))
        })?;
        if mask & bit != 0 {
            return Err(FileError::at(key, format!("the choice \"{id}\" is given twice")));
        }
        mask |= bit;
    }
    allowed(question, mask).map_err(|reason| FileError::at(key, reason))?;
    Ok(mask)
}

/// Do the choices go together (d31)? The sentence says what does not.
pub fn allowed(question: &Question, mask: Mask) -> Result<(), String> {
    if mask & question.exclusive != 0 && mask.count_ones() > 1 {
        let alone = question.choices.iter().enumerate().find(|(at, _)| mask & question.exclusive & (1 << at) != 0);
        return Err(format!("the choice \"{}\" excludes every other one", alone.map_or("", |(_, choice)| &choice.id)));
    }
    if question.most > 0 && mask.count_ones() > u32::from(question.most) {
        return Err(format!("at most {} choices may be given", question.most));
    }
    Ok(())
}

fn skip(mut answers: Answers, skipped: &[&str], rules: &Rules) -> Result<Answers, FileError> {
    for id in skipped {
        let (place, _) = question(rules, "skipped", id)?;
        if answers.get(place) != Given::Open {
            return Err(FileError::at("skipped", format!("\"{id}\" is answered and skipped at once")));
        }
        answers.set(place, Given::Skipped);
    }
    Ok(answers)
}

fn platforms(table: &Map<String, Value>, key: &str, rules: &Rules) -> Result<Set<PlatformIx>, FileError> {
    let place = |id: &str| {
        let at = rules.platforms.iter().position(|platform| platform.id == id);
        at.map(PlatformIx::from_at).ok_or_else(|| FileError::at(key, format!("unknown platform \"{id}\"")))
    };
    ids(table, key)?.into_iter().map(place).collect()
}
