//! The shapes of the files below `outreach/`.

use super::Pair;
use serde::Deserialize;
use serde_json::{Map, Value as Answer};
use std::{collections::BTreeMap, string::String, vec::Vec};
use toml::Value;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OutreachWordsFile {
    pub words: BTreeMap<String, Value>,
}

/// What is counted and how it is called; each entry is read by itself.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OutreachListsFile {
    pub skill: Vec<Value>,
    pub age: Vec<Value>,
    pub blocker: Vec<Value>,
    pub metric: Vec<Value>,
    pub column: Vec<Value>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SafetyFile {
    pub id: String,
    pub text: Pair,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BringFile {
    pub id: String,
    pub icon: String,
    pub text: Pair,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NamedFile {
    pub id: String,
    pub name: Pair,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BlockerFile {
    pub id: String,
    pub name: Pair,
    pub capability: Option<String>,
    pub area: Option<String>,
}

/// `id`: of the question.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HelperCardFile {
    pub id: String,
    pub say: Pair,
    pub avoid: Pair,
}

/// `answers`: as in an answer file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SamplePersonFile {
    pub id: String,
    pub name: Pair,
    pub story: Pair,
    pub notice: Pair,
    pub answers: Map<String, Answer>,
}
