//! The shapes of `check.toml` and of the files below `listings/`.

use super::Pair;
use serde::Deserialize;
use std::{string::String, vec::Vec};
use toml::Value;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckFile {
    pub version: String,
    pub when: Value,
    pub title: Pair,
    pub lead: Pair,
    pub note: Pair,
    pub sources: Vec<String>,
    pub as_of: Pair,
    pub review_by: String,
    #[serde(default)]
    pub read_on: String,
    pub group: Vec<CheckGroupFile>,
    pub band: Vec<BandFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckGroupFile {
    pub id: String,
    pub name: Pair,
    pub item: Vec<CheckItemFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckItemFile {
    pub id: String,
    #[serde(default)]
    pub ask: Pair,
    #[serde(default)]
    pub several: bool,
    #[serde(default)]
    pub choice: Vec<CheckChoiceFile>,
    pub have: Option<Value>,
    pub step: Pair,
    pub platforms: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckChoiceFile {
    pub id: String,
    pub points: u8,
    pub label: Pair,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BandFile {
    pub from: u8,
    pub name: Pair,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListingFile {
    pub when: Value,
    pub title: Pair,
    pub lead: Pair,
    #[serde(default)]
    pub platforms: Vec<String>,
    pub sources: Vec<String>,
    pub as_of: Pair,
    pub review_by: String,
    #[serde(default)]
    pub read_on: String,
    pub entry: Vec<ListingEntryFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListingEntryFile {
    pub id: String,
    pub when: Option<Value>,
    pub have: Option<Value>,
    pub title: Pair,
    pub text: Pair,
    #[serde(default)]
    pub platforms: Vec<String>,
}
