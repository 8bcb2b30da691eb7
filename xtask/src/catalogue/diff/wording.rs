//! Parts of the model in words and ids.

use crate::catalogue::condition_text::says;
use buoc_so::model::{CapabilityIx, Condition, Due, Need, PlatformIx, RuleIx, Rules, SourceIx};

/// A condition in words; nothing where there is none.
pub fn perhaps(rules: &Rules, condition: Option<&Condition>) -> String {
    condition.map(|condition| says(rules, condition)).unwrap_or_default()
}

/// Needs in words.
pub fn needs(rules: &Rules, needs: &[Need]) -> String {
    let says = |Need { any, when }: &Need| {
        let any: Vec<&str> = any.iter().filter_map(|place| Some(rules.capabilities.get(place.at())?.id.as_str())).collect();
        match when {
            Condition::Always => any.join(" or "),
            when => format!("{} when {}", any.join(" or "), says(rules, when)),
        }
    };
    needs.iter().map(says).collect::<Vec<_>>().join(", ")
}

/// A date in words.
pub fn due(due: &Due) -> String {
    match due {
        Due::None => String::new(),
        Due::Once(day) => day.iso(),
        Due::Monthly(day) => format!("every month on day {day}"),
        Due::Yearly(days) => {
            let days: Vec<String> = days.iter().map(|(month, day)| format!("{month:02}-{day:02}")).collect();
            format!("every year on {}", days.join(", "))
        }
    }
}

fn ids<'a>(all: impl Iterator<Item = Option<&'a String>>) -> String {
    all.flatten().map(String::as_str).collect::<Vec<_>>().join(", ")
}

/// The ids of capabilities.
pub fn capability_ids(rules: &Rules, places: &[CapabilityIx]) -> String {
    ids(places.iter().map(|place| Some(&rules.capabilities.get(place.at())?.id)))
}

/// The ids of platforms.
pub fn platform_ids(rules: &Rules, places: &[PlatformIx]) -> String {
    ids(places.iter().map(|place| Some(&rules.platforms.get(place.at())?.id)))
}

/// The ids of rules.
pub fn rule_ids(rules: &Rules, places: &[RuleIx]) -> String {
    ids(places.iter().map(|place| Some(&rules.rules.get(place.at())?.id)))
}

/// The ids of sources.
pub fn source_ids(rules: &Rules, places: &[SourceIx]) -> String {
    ids(places.iter().map(|place| rules.sources.get(place.at())))
}
