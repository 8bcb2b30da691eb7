//! Platforms and obligations.

use super::condition::{At, Names, condition, ids, needs};
use super::file::{ObligationFile, Pair, PlatformFile};
use super::load::{Reading, date};
use super::{Found, Review, ToVerify};
use crate::model::{
    AreaIx, Confidence, Date, Due, Hotline, Kind, KindCase, Obligation, ObligationCard, Platform, PlatformCard, PlatformVariant,
    Release,
};
use crate::text::Lang;
use std::{format, string::String, vec::Vec};

fn texts(pairs: &[Pair], lang: Lang) -> Vec<String> {
    pairs.iter().map(|pair| pair.of(lang)).collect()
}

fn confidence(mark: &str) -> Option<Confidence> {
    Some(match mark {
        "V1" => Confidence::V1,
        "V2" => Confidence::V2,
        "V3" => Confidence::V3,
        "K" => Confidence::K,
        "U" => Confidence::U,
        _ => return None,
    })
}

fn sources(list: &[String], names: &Names, at: &At<'_>, found: &mut Found) -> Vec<crate::model::SourceIx> {
    if list.is_empty() {
        at.inner("sources").error(found, "no source is given");
    }
    ids(list, &at.inner("sources"), "source", found, |id| names.source(id))
}

/// The day of the second reading; none while nobody has read it.
fn read_on(text: &str, at: &At<'_>, found: &mut Found) -> Option<Date> {
    (!text.is_empty()).then(|| date(text, &at.inner("read_on"), found))
}

/// Reads one platform file. `None` for entries on hold.
pub fn platform(reading: &mut Reading<'_>, file: &str, id: &str, area: AreaIx, entry: &PlatformFile) -> Option<Platform> {
    let (names, found) = (&reading.names, &mut reading.found);
    let at = At::new(file, id);
    let release = match entry.release.as_str() {
        "show" => Release::Show,
        "show-name-only" => Release::ShowNameOnly,
        "hold" => return None,
        other => {
            at.inner("release").error(found, format!("\"{other}\" is none of show, show-name-only, hold"));
            return None;
        }
    };
    if names.areas.get(area.at()) != Some(&entry.area) {
        at.inner("area").error(found, format!("the file says \"{}\", areas.toml lists it elsewhere", entry.area));
    }
    let sure = confidence(&entry.confidence).unwrap_or_else(|| {
        at.inner("confidence").error(found, "expected V1, V2, V3 or K");
        Confidence::U
    });
    if sure == Confidence::U {
        at.inner("confidence").error(found, "facts marked U are never shown");
    }
    check_way_in(entry, release, &at, found);
    let Some(suits) = names.rule(&entry.suits) else {
        at.inner("suits").error(found, format!("unknown rule \"{}\"", entry.suits));
        return None;
    };
    let review_by = date(&entry.review_by, &at.inner("review_by"), found);
    reading.reviews.push(Review {
        file: file.into(),
        key: id.into(),
        by: review_by,
        read_on: read_on(&entry.read_on, &at, found),
    });
    let weight = 10 * i32::from(sure > Confidence::V2)
        + 5 * i32::from(confidence(&entry.link_mark).is_none_or(|mark| mark > Confidence::V2));
    for what in &entry.withdrawn {
        // First of all: people miss it until somebody has found the right one, or has taken it out for good.
        let what = format!("the {what} is withdrawn: find the right one, or take it out for good");
        reading.to_verify.push(ToVerify { weight: 100, file: file.into(), key: id.into(), what });
    }
    if weight > 0 {
        let what = format!(
            "facts {}, address {}: open it from a phone, compare, then set its mark and review_by",
            entry.confidence,
            if entry.link_mark.is_empty() { "none" } else { &entry.link_mark }
        );
        reading.to_verify.push(ToVerify { weight, file: file.into(), key: id.into(), what });
    }
    Some(Platform {
        id: id.into(),
        area,
        release,
        suits,
        needs: needs(&entry.needs, names, &at.inner("needs"), found),
        gives: ids(&entry.gives, &at.inner("gives"), "capability", found, |id| names.capability(id)),
        proves: ids(&entry.proves, &at.inner("proves"), "capability", found, |id| names.capability(id)),
        using: entry.using.as_ref().map(|value| condition(value, names, &at.inner("using"), found)),
        cautions: ids(&entry.cautions, &at.inner("cautions"), "rule", found, |id| names.rule(id)),
        strains: entry.strains.as_ref().map(|value| condition(value, names, &at.inner("strains"), found)),
        line: entry.line,
        free: entry.free,
        home: entry.home,
        confidence: sure,
        local: entry.local,
        sources: sources(&entry.sources, names, &at, found),
        review_by,
    })
}

/// A link only for `show` with an address read on a page, a telephone only V1 or V2 (README.md rule 1).
fn check_way_in(entry: &PlatformFile, release: Release, at: &At<'_>, found: &mut Found) {
    let printable = |mark: &str| confidence(mark).is_some_and(|mark| mark <= Confidence::V2);
    if !entry.link.is_empty() {
        if !entry.link.starts_with("https://") {
            at.inner("link").error(found, "links begin with https://");
        }
        if release != Release::Show || !printable(&entry.link_mark) {
            at.inner("link").error(found, "a link needs release = \"show\" and link_mark V1 or V2");
        }
    }
    if let Some(hotline) = &entry.hotline {
        if !printable(&hotline.mark) {
            at.inner("hotline.mark").error(found, "only numbers marked V1 or V2 are printed");
        }
        if hotline.digits.is_empty() || !hotline.digits.bytes().all(|byte| byte.is_ascii_digit()) {
            at.inner("hotline.digits").error(found, "expected digits only");
        }
        if hotline.shown.chars().filter(char::is_ascii_digit).collect::<String>() != hotline.digits {
            at.inner("hotline.shown").error(found, format!("this is another number than digits ({})", hotline.digits));
        }
    }
    for what in &entry.withdrawn {
        let there = match what.as_str() {
            "link" => !entry.link.is_empty(),
            "hotline" => entry.hotline.is_some(),
            other => {
                at.inner("withdrawn").error(found, format!("\"{other}\" is none of link, hotline"));
                continue;
            }
        };
        if !there {
            at.inner("withdrawn").error(found, format!("there is no {what} to withdraw"));
        }
    }
    for (name, pair) in [
        ("name", &entry.name),
        ("does", &entry.does),
        ("cost", &entry.cost),
        ("find", &entry.find),
        ("operator", &entry.operator),
    ] {
        if pair.vi.trim().is_empty() || pair.en.trim().is_empty() {
            at.inner(name).error(found, "a text is empty");
        }
    }
    if entry.steps.is_empty() {
        at.inner("steps").error(found, "no steps are given");
    }
}

/// The card of a platform in one language.
pub fn platform_card(reading: &mut Reading<'_>, file: &str, id: &str, entry: &PlatformFile, lang: Lang) -> PlatformCard {
    let (names, found) = (&reading.names, &mut reading.found);
    let at = At::new(file, id);
    let variants = entry.variant.iter().enumerate().map(|(index, variant)| PlatformVariant {
        when: condition(&variant.when, names, &at.inner(&format!("variant[{index}].when")), found),
        does: variant.does.of(lang),
        steps: texts(&variant.steps, lang),
        also: variant.also.of(lang),
    });
    let withdrawn = |what: &str| entry.withdrawn.iter().any(|listed| listed == what);
    PlatformCard {
        operator: entry.operator.of(lang),
        does: entry.does.of(lang),
        cost: entry.cost.of(lang),
        steps: texts(&entry.steps, lang),
        find: entry.find.of(lang),
        beware: entry.beware.of(lang),
        without: entry.without.of(lang),
        bring: texts(&entry.bring, lang),
        link: if withdrawn("link") { String::new() } else { entry.link.clone() },
        hotline: entry.hotline.as_ref().filter(|_| !withdrawn("hotline")).map(|hotline| Hotline {
            digits: hotline.digits.clone(),
            shown: hotline.shown.clone(),
            note: hotline.note.of(lang),
        }),
        as_of: entry.as_of.of(lang),
        variants: variants.collect(),
    }
}

/// Reads one obligation.
pub fn obligation(reading: &mut Reading<'_>, file: &str, key: &str, entry: &ObligationFile) -> Option<Obligation> {
    let (names, found) = (&reading.names, &mut reading.found);
    let at = At::new(file, key);
    let mut kinds = Vec::new();
    for (index, case) in entry.kinds.iter().enumerate() {
        let at = at.inner(&format!("kinds[{index}]"));
        let kind = match case.kind.as_str() {
            "must" => Kind::Must,
            "right" => Kind::Right,
            "know" => Kind::Know,
            other => {
                at.error(found, format!("\"{other}\" is none of must, right, know"));
                continue;
            }
        };
        kinds.push(KindCase { kind, when: condition(&case.when, names, &at.inner("when"), found) });
    }
    match confidence(&entry.mark) {
        None | Some(Confidence::U) => at.inner("mark").error(found, "expected V1, V2, V3 or K; U is never shown (decision 28)"),
        Some(Confidence::K) if kinds.iter().any(|case| case.kind == Kind::Must) => {
            at.inner("mark").error(found, "K is never shown as a duty (decision 28)");
        }
        Some(_) => {}
    }
    for (name, pair) in [("title", &entry.title), ("text", &entry.text), ("law", &entry.law)] {
        if pair.vi.trim().is_empty() || pair.en.trim().is_empty() {
            at.inner(name).error(found, "a text is empty");
        }
    }
    let due = due(entry, &at, found);
    let day = |text: &Option<String>, name: &str, found: &mut Found| text.as_ref().map(|text| date(text, &at.inner(name), found));
    let (from, until) = (day(&entry.from, "from", found), day(&entry.until, "until", found));
    let review_by = date(&entry.review_by, &at.inner("review_by"), found);
    reading.reviews.push(Review {
        file: file.into(),
        key: key.into(),
        by: review_by,
        read_on: read_on(&entry.read_on, &at, found),
    });
    Some(Obligation {
        id: entry.id.clone(),
        kinds,
        due,
        from,
        until,
        until_rolls: entry.until_rolls,
        in_hand: entry.in_hand.as_ref().map(|value| condition(value, names, &at.inner("in_hand"), found)),
        done_with: ids(&entry.done_with, &at.inner("done_with"), "platform", found, |id| names.platform(id)),
        first_when: entry.first_when.as_ref().map(|value| condition(value, names, &at.inner("first_when"), found)),
        sources: sources(&entry.sources, names, &at, found),
        review_by,
    })
}

fn due(entry: &ObligationFile, at: &At<'_>, found: &mut Found) -> Due {
    let Some(due) = &entry.due else { return Due::None };
    let at = at.inner("due");
    match (&due.yearly, due.monthly, &due.once) {
        (Some(days), None, None) => Due::Yearly(days.iter().filter_map(|day| month_and_day(day, &at, found)).collect()),
        (None, Some(day @ 1..=31), None) => Due::Monthly(day),
        (None, None, Some(day)) => Due::Once(date(day, &at, found)),
        _ => {
            at.error(found, "expected one of yearly = [\"MM-DD\"], monthly = day, once = \"YYYY-MM-DD\"");
            Due::None
        }
    }
}

fn month_and_day(text: &str, at: &At<'_>, found: &mut Found) -> Option<(u8, u8)> {
    // A leap year, so that 02-29 may be written.
    let day = Date::parse(&format!("2028-{text}"));
    if day.is_none() {
        at.error(found, format!("\"{text}\" is no MM-DD"));
    }
    day.map(|day| (day.civil().1 as u8, day.civil().2 as u8))
}

/// The card of an obligation in one language.
pub fn obligation_card(entry: &ObligationFile, lang: Lang) -> ObligationCard {
    ObligationCard {
        title: entry.title.of(lang),
        text: entry.text.of(lang),
        law: entry.law.of(lang),
        from: entry.applies.of(lang),
        moment: entry.moment.of(lang),
        as_of: entry.as_of.of(lang),
    }
}
