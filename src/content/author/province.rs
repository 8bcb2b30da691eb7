//! A province as a choice of the question that chooses local texts.

use super::file::{ChoiceFile, Pair, ProvinceFile};
use std::{format, string::String, vec::Vec};

impl From<ProvinceFile> for ChoiceFile {
    /// People find it by its full name and by the names of before, too.
    fn from(province: ProvinceFile) -> ChoiceFile {
        let also = province.also.join(", ");
        ChoiceFile {
            id: province.code,
            exclusive: false,
            unknown: false,
            shared: false,
            silent: String::new(),
            label: province.name,
            hint: Pair::default(),
            also: Pair { vi: format!("{}, {also}", province.full.vi), en: format!("{}, {also}", province.full.en) },
            icon: String::new(),
            areas: Vec::new(),
            areas_when: Vec::new(),
            offered: None,
        }
    }
}
