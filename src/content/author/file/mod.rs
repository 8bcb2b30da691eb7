//! The shapes of the TOML files. Unknown keys are refused; both languages are required by the type [`Pair`].

mod lists;
mod outreach;

pub use lists::{CheckChoiceFile, CheckFile, CheckItemFile, ListingFile};
pub use outreach::{
    BlockerFile, BringFile, HelperCardFile, NamedFile, OutreachListsFile, OutreachWordsFile, SafetyFile, SamplePersonFile,
};

use super::handbook::HandbookFile;
use crate::text::Lang;
use serde::Deserialize;
use std::{collections::BTreeMap, string::String, vec::Vec};
use toml::Value;

/// A text in both languages.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pair {
    /// Vietnamese.
    pub vi: String,
    /// English.
    pub en: String,
}

impl Pair {
    /// The text in one language.
    pub fn of(&self, lang: Lang) -> String {
        match lang {
            Lang::Vi => self.vi.clone(),
            Lang::En => self.en.clone(),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CatalogueFile {
    pub version: String,
    pub as_of: String,
    pub valid_until: String,
    pub obligation_files: Vec<String>,
    #[serde(default)]
    pub listings: Vec<String>,
    pub no_phone_when: Value,
    pub phone_like: Vec<String>,
    pub points: PointsFile,
    pub holidays: HolidaysFile,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PointsFile {
    pub prerequisite: i16,
    pub duty_soon: i16,
    pub duty: i16,
    pub area: i16,
    pub ready: i16,
    pub free: i16,
    pub home: i16,
    pub unsure: i16,
    pub strains: i16,
    pub soon_days: i32,
    pub first_cards: u8,
    pub first_per_area: u8,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HolidaysFile {
    pub source: String,
    pub days: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AreaFile {
    pub id: String,
    pub name: Pair,
    pub empty: Pair,
    #[serde(default)]
    pub may_hide: bool,
    pub platforms: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionFile {
    pub id: String,
    #[serde(default)]
    pub several: bool,
    #[serde(default)]
    pub most: u8,
    #[serde(default)]
    pub always: bool,
    #[serde(default)]
    pub local: bool,
    pub when: Option<Value>,
    pub ask: Pair,
    pub other: Pair,
    pub short: Pair,
    #[serde(default)]
    pub hint: Pair,
    pub why: Pair,
    #[serde(default)]
    pub choice: Vec<Value>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChoiceFile {
    pub id: String,
    #[serde(default)]
    pub exclusive: bool,
    #[serde(default)]
    pub unknown: bool,
    #[serde(default)]
    pub shared: bool,
    /// Why it is offered although nothing reads it.
    #[serde(default)]
    pub silent: String,
    pub label: Pair,
    #[serde(default)]
    pub hint: Pair,
    #[serde(default)]
    pub also: Pair,
    #[serde(default)]
    pub icon: String,
    #[serde(default)]
    pub areas: Vec<String>,
    #[serde(default)]
    pub areas_when: Vec<AreasWhenFile>,
    pub offered: Option<Value>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AreasWhenFile {
    pub areas: Vec<String>,
    pub when: Value,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProvinceFile {
    pub code: String,
    pub name: Pair,
    pub full: Pair,
    pub also: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CapabilityFile {
    pub id: String,
    pub yes: Option<Value>,
    #[serde(default)]
    pub paper: bool,
    #[serde(default)]
    pub step: bool,
    #[serde(default)]
    pub step_when_unknown: bool,
    #[serde(default)]
    pub requires: Vec<Value>,
    pub first_when: Option<Value>,
    pub card: Option<String>,
    #[serde(default)]
    pub icon: String,
    pub name: Pair,
    pub title: Pair,
    pub how: Pair,
    pub when_there: Pair,
    #[serde(default)]
    pub variant: Vec<StepVariantFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StepVariantFile {
    pub when: Value,
    pub title: Pair,
    pub how: Pair,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleFile {
    pub id: String,
    pub when: Value,
    /// Whom it is about, as a noun; for the handbook.
    #[serde(default)]
    pub whom: Pair,
    pub yes: Pair,
    pub no: Pair,
    #[serde(default)]
    pub sources: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceFile {
    pub id: String,
    pub title: Pair,
    pub date: Pair,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HotlineFile {
    pub digits: String,
    pub shown: String,
    pub mark: String,
    #[serde(default)]
    pub note: Pair,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlatformFile {
    pub area: String,
    pub release: String,
    pub suits: String,
    pub needs: Vec<Value>,
    #[serde(default)]
    pub gives: Vec<String>,
    #[serde(default)]
    pub proves: Vec<String>,
    pub using: Option<Value>,
    #[serde(default)]
    pub cautions: Vec<String>,
    pub strains: Option<Value>,
    #[serde(default)]
    pub line: bool,
    pub free: bool,
    pub home: bool,
    #[serde(default)]
    pub local: bool,
    pub confidence: String,
    #[serde(default)]
    pub link: String,
    #[serde(default)]
    pub link_mark: String,
    pub hotline: Option<HotlineFile>,
    /// What is taken away at once: `link`, `hotline`.
    #[serde(default)]
    pub withdrawn: Vec<String>,
    pub sources: Vec<String>,
    pub as_of: Pair,
    pub review_by: String,
    #[serde(default)]
    pub read_on: String,
    pub name: Pair,
    pub operator: Pair,
    pub does: Pair,
    pub cost: Pair,
    pub find: Pair,
    #[serde(default)]
    pub beware: Pair,
    #[serde(default)]
    pub without: Pair,
    #[serde(default)]
    pub bring: Vec<Pair>,
    pub steps: Vec<Pair>,
    #[serde(default)]
    pub variant: Vec<PlatformVariantFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlatformVariantFile {
    pub when: Value,
    #[serde(default)]
    pub does: Pair,
    #[serde(default)]
    pub steps: Vec<Pair>,
    #[serde(default)]
    pub also: Pair,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KindFile {
    pub kind: String,
    pub when: Value,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DueFile {
    pub yearly: Option<Vec<String>>,
    pub monthly: Option<u8>,
    pub once: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ObligationFile {
    pub id: String,
    pub kinds: Vec<KindFile>,
    pub due: Option<DueFile>,
    pub from: Option<String>,
    pub until: Option<String>,
    #[serde(default)]
    pub until_rolls: bool,
    pub in_hand: Option<Value>,
    #[serde(default)]
    pub done_with: Vec<String>,
    pub first_when: Option<Value>,
    pub mark: String,
    pub sources: Vec<String>,
    pub as_of: Pair,
    pub review_by: String,
    #[serde(default)]
    pub read_on: String,
    pub title: Pair,
    pub text: Pair,
    pub law: Pair,
    #[serde(default)]
    pub applies: Pair,
    #[serde(default)]
    pub moment: Pair,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InterfaceFile {
    pub words: BTreeMap<String, Value>,
    pub page: BTreeMap<String, Value>,
    pub handbook: HandbookFile,
}
