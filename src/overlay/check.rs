//! An overlay against a catalogue: what it may not do, and what has gone stale.

use super::file::{Overlay, Own};
use super::read::OverlayError;
use crate::model::{Cards, Date, PlatformCard, Rules};
use alloc::{format, string::String, vec::Vec};

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The tool refuses the overlay.
    Error,
    /// The tool goes on; somebody should look at it.
    Stale,
}

/// Something wrong with an overlay, seen from this catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How bad.
    pub severity: Severity,
    /// Place and sentence.
    pub error: OverlayError,
}

/// What an overlay is held against.
pub struct Ground<'a> {
    /// The rules of the catalogue.
    pub rules: &'a Rules,
    /// Ids of the areas whose platforms a province may hide (contract section 7; `may_hide` in `areas.toml`).
    pub hideable: &'a [String],
    /// The cards in both languages and the day: for people who look after the overlay. The tool has neither and does not
    /// compare notes with the texts beside which they were written.
    pub desk: Option<(&'a [Cards; 2], Date)>,
}

/// Everything that is wrong.
pub fn check(overlay: &Overlay, ground: &Ground<'_>) -> Vec<Finding> {
    let rules = ground.rules;
    let (cards, today) = (ground.desk.map(|(cards, _)| cards), ground.desk.map(|(_, today)| today));
    let mut found = Vec::new();
    let mut say = |severity, key: String, reason: String| found.push(Finding { severity, error: OverlayError::at(key, reason) });
    let (error, stale) = (Severity::Error, Severity::Stale);
    let known = |id: &str| rules.platforms.iter().position(|platform| platform.id == id);
    let own = |id: &str| overlay.platforms.iter().any(|own| own.id == id);

    if province(rules, &overlay.province).is_none() {
        say(error, "province".into(), format!("the catalogue has no province {}", overlay.province));
    }
    for (at, platform) in overlay.platforms.iter().enumerate() {
        unknown_names(platform, rules, &mut |key, reason| say(error, format!("platforms[{at}].{key}"), reason));
        if known(&platform.id).is_some() {
            say(error, format!("platforms[{at}].id"), format!("\"{}\" is a platform of the catalogue", platform.id));
        }
        if let (Some(today), Some(by)) = (today, Date::parse(&platform.review_by))
            && today > by
        {
            say(stale, format!("platforms[{at}].review_by"), format!("was to be looked at by {}", by.day_first()));
        }
    }
    for (at, id) in overlay.hide.iter().enumerate() {
        let key = format!("hide[{at}]");
        match known(id) {
            Some(place) => {
                if let Some(reason) = must_stay(ground, place) {
                    say(error, key, reason);
                }
            }
            None if own(id) => {}
            None => say(stale, key, format!("\"{id}\" is not in the catalogue (any more): nothing is hidden")),
        }
    }
    for (at, id) in overlay.order.iter().enumerate() {
        if known(id).is_none() && !own(id) {
            say(stale, format!("order[{at}]"), format!("\"{id}\" is not in the catalogue (any more)"));
        }
    }
    for (at, note) in overlay.notes.iter().enumerate() {
        match (known(&note.platform), cards) {
            (None, _) => say(
                stale,
                format!("notes[{at}].platform"),
                format!("\"{}\" is not in the catalogue (any more): nobody reads the note", note.platform),
            ),
            (Some(place), Some(cards)) => {
                let now = fingerprint(cards, place);
                if note.read.is_empty() {
                    say(
                        stale,
                        format!("notes[{at}].read"),
                        format!("compare the note with the text beside it, then write \"read\": \"{now}\""),
                    );
                } else if note.read != now {
                    say(
                        stale,
                        format!("notes[{at}].read"),
                        format!("the text beside it has changed; read both again, then write \"read\": \"{now}\""),
                    );
                }
            }
            (Some(_), None) => {}
        }
    }
    if cards.is_some() && overlay.checked != rules.version {
        say(stale, "checked".into(), format!("look through all of it, then write \"checked\": \"{}\"", rules.version));
    }
    found
}

/// Names that the catalogue does not have.
fn unknown_names(own: &Own, rules: &Rules, say: &mut dyn FnMut(String, String)) {
    if !rules.areas.iter().any(|area| area.id == own.area) {
        say("area".into(), format!("the catalogue has no area \"{}\"", own.area));
    }
    let audiences = rules.questions.first();
    if own.audiences.is_empty() {
        say("audiences".into(), "for whom it is must be said".into());
    }
    for (at, id) in own.audiences.iter().enumerate() {
        if audiences.and_then(|question| question.choice(id)).is_none() {
            say(format!("audiences[{at}]"), format!("\"{id}\" is no audience"));
        }
    }
    for (at, id) in own.needs.iter().enumerate() {
        if !rules.capabilities.iter().any(|capability| capability.id == *id) {
            say(format!("needs[{at}]"), format!("the catalogue has no capability \"{id}\""));
        }
    }
}

/// Why a platform of the catalogue may not be hidden; `None` when it may.
fn must_stay(ground: &Ground<'_>, place: usize) -> Option<String> {
    let rules = ground.rules;
    let platform = rules.platforms.get(place)?;
    let area = rules.areas.get(platform.area.at()).map_or("", |area| area.id.as_str());
    if !ground.hideable.iter().any(|hideable| hideable == area) {
        return Some(format!("\"{}\" is of {area}; only {} may be hidden", platform.id, ground.hideable.join(", ")));
    }
    if let Some(duty) = rules.obligations.iter().find(|obligation| obligation.done_with.iter().any(|with| with.at() == place)) {
        return Some(format!("\"{}\" is what \"{}\" is done with", platform.id, duty.id));
    }
    let step = rules.capabilities.iter().find(|capability| capability.card.is_some_and(|card| card.at() == place))?;
    Some(format!("\"{}\" says how to get \"{}\", which other things need", platform.id, step.id))
}

/// The question about the province, and the choice with this code: places of both.
pub(super) fn province(rules: &Rules, code: &str) -> Option<(usize, u64)> {
    let at = rules.questions.iter().position(|question| question.local)?;
    rules.questions.get(at)?.choice(code).map(|bit| (at, bit))
}

/// Eight letters that change with any text of a card in either language (FNV-1a).
pub fn fingerprint(cards: &[Cards; 2], place: usize) -> String {
    let mut sum: u32 = 0x811c_9dc5;
    for cards in cards {
        let Some(PlatformCard { operator, does, cost, steps, find, beware, without, bring, .. }) = cards.platforms.get(place)
        else {
            continue;
        };
        let texts = [operator, does, cost, find, beware, without].into_iter().chain(steps).chain(bring);
        for byte in texts.flat_map(|text| text.bytes().chain([0])) {
            sum = (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
    }
    format!("{sum:08x}")
}
