//! The shape of the file. The JSON Schema that is published is derived from these types, so that both cannot drift apart.

use crate::text::Lang;
use alloc::{collections::BTreeMap, string::String, vec::Vec};
#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;
use serde::Deserialize;

/// Name and version of the format.
pub const FORMAT: &str = "buoc-so-overlay/1";

/// What a province adds to Bước Số and what it hides there.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Overlay {
    /// Name and version of the format: buoc-so-overlay/1.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("const" = FORMAT)))]
    pub format: String,
    /// The day of the last change, YYYY-MM-DD. Shown on the about screen.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")))]
    pub as_of: String,
    /// Version of the catalogue that it was last checked against; `cargo xtask overlay check` says which.
    #[serde(default)]
    pub checked: String,
    /// An example with contacts that do not exist: marked on every screen.
    #[serde(default)]
    pub sample: bool,
    /// Code of the province, two digits.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = "^[0-9]{2}$")))]
    pub province: String,
    /// Whose it is, as people read it: "tỉnh Nghệ An". Stands before everything that it adds.
    pub name: Text,
    /// A greeting for the welcome screen. May also be in languages that the tool itself does not speak.
    pub welcome: Option<Text>,
    /// Whom to ask, shown below every screen.
    #[serde(default)]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 20)))]
    pub contacts: Vec<Contact>,
    /// Platforms and services of the province.
    #[serde(default)]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 50)))]
    pub platforms: Vec<Own>,
    /// Ids of platforms that are not shown: of daily-life, ecommerce, learning, payment, and of its own.
    #[serde(default)]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 100)))]
    pub hide: Vec<String>,
    /// Ids of platforms that stand first wherever the tool has no reason of its own for an order.
    #[serde(default)]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 100)))]
    pub order: Vec<String>,
    /// Sentences beside platforms of the catalogue.
    #[serde(default)]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 50)))]
    pub notes: Vec<Note>,
    /// A picture at the top.
    pub logo: Option<Logo>,
    /// Colours of the main button. What the page around sets as --buoc-so-accent goes before.
    pub colours: Option<Colours>,
    /// What the province calls the columns of the tables of training sessions: by the name of a column (village), of a metric (by_skill),
    /// or of one count (by_status:ready).
    #[serde(default)]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("maxProperties" = 100)))]
    pub columns: BTreeMap<String, String>,
}

/// A text by language: `vi` and `en` always, others by their BCP 47 code.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(extend("required" = ["vi", "en"], "propertyNames" = {"pattern": "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"})))]
#[serde(transparent)]
pub struct Text(pub BTreeMap<String, String>);

impl Text {
    /// The text in a language of the tool.
    #[must_use]
    pub fn of(&self, lang: Lang) -> &str {
        self.0.get(lang.code()).map_or("", String::as_str)
    }
}

/// Whom to ask.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// Who it is.
    pub name: Text,
    /// A telephone number as printed; digits, spaces and full stops.
    pub telephone: Option<String>,
    /// An address, https: only.
    pub link: Option<String>,
    /// When they are there, what they help with.
    pub note: Option<Text>,
}

/// A platform or service of the province.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Own {
    /// Stable id: the code of the province, a hyphen, a name in small letters: 40-ten-dich-vu. Never reused.
    pub id: String,
    /// Id of its area.
    pub area: String,
    /// For whom, as choices of the question `audience`.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(min = 1)))]
    pub audiences: Vec<String>,
    /// Ids of capabilities that must be there first.
    #[serde(default)]
    pub needs: Vec<String>,
    /// Free of charge.
    #[serde(default)]
    pub free: bool,
    /// A telephone line and nothing else.
    #[serde(default)]
    pub line: bool,
    /// Name.
    pub name: Text,
    /// Who runs it.
    pub operator: Text,
    /// What you can do with it.
    pub does: Text,
    /// What it costs.
    pub cost: Text,
    /// How to use it, step by step.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(min = 1, max = 10)))]
    pub steps: Vec<Text>,
    /// How to find it safely.
    pub find: Text,
    /// What to beware of.
    pub beware: Option<Text>,
    /// The place or telephone that does the same without a phone.
    pub without: Option<Text>,
    /// Its address, https: only.
    pub link: Option<String>,
    /// Its telephone number as printed.
    pub telephone: Option<String>,
    /// Where this is known from.
    pub source: Origin,
    /// To be looked at again by this day, YYYY-MM-DD; after it people read that it may be out of date.
    pub review_by: String,
}

/// Where something is known from.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Origin {
    /// Publisher or document.
    pub title: Text,
    /// The day it speaks of, YYYY-MM-DD.
    pub date: String,
}

/// A sentence beside a platform of the catalogue.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// Id of the platform.
    pub platform: String,
    /// The sentence.
    pub text: Text,
    /// Which text of the platform it was written beside: eight letters that `overlay check` names. When they differ, read again.
    #[serde(default)]
    pub read: String,
}

/// A picture. Inside the file: one from elsewhere would tell its host who looks.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Logo {
    /// data:image/png;base64,… (also jpeg, webp, svg+xml).
    pub data: String,
    /// What it shows, for those who do not see it.
    pub alt: Text,
}

/// Two colours as #rrggbb, at least 4.5:1 apart.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Colours {
    /// The main button.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = "^#[0-9a-fA-F]{6}$")))]
    pub accent: String,
    /// The words on it.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = "^#[0-9a-fA-F]{6}$")))]
    pub on_accent: String,
}
