//! Overlay and catalogue as one catalogue. Rules and cards are merged apart, each from its own packed part, and come to the same
//! order because both ask [`order`].

use super::check::province;
use super::file::{Overlay, Own};
use crate::model::{
    AreaIx, CapabilityIx, Cards, Condition, Confidence, Date, Hotline, Need, Platform, PlatformCard, PlatformIx, PlatformVariant,
    QuestionIx, Release, Rule, RuleIx, RuleWords, Rules, SourceIx, SourceWords,
};
use crate::text::{Lang, fill};
use alloc::{string::String, vec, vec::Vec};

/// What the tool says about an overlay in one language; `{name}` is whose it is, `{text}` what it says.
pub struct Sentences<'a> {
    /// Why a platform of the overlay is here.
    pub yes: &'a str,
    /// Why it is not for now.
    pub no: &'a str,
    /// Before a note.
    pub note: &'a str,
}

/// Where a platform of the merged catalogue comes from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum From {
    Catalogue(usize),
    Overlay(usize),
}

/// The platforms of the merged catalogue in their order: those that the overlay puts first, the catalogue's, its own.
fn order(overlay: &Overlay, rules: &Rules) -> Vec<From> {
    let all = (0..rules.platforms.len()).map(From::Catalogue).chain((0..overlay.platforms.len()).map(From::Overlay));
    let id = |from: &From| match from {
        From::Catalogue(at) => rules.platforms[*at].id.as_str(),
        From::Overlay(at) => overlay.platforms[*at].id.as_str(),
    };
    let mut shown: Vec<From> = all.filter(|from| !overlay.hide.iter().any(|hidden| hidden == id(from))).collect();
    // A stable sort: the others stay as they are.
    shown.sort_by_key(|from| overlay.order.iter().position(|first| first == id(from)).unwrap_or(usize::MAX));
    shown
}

/// Where a platform of the catalogue has come to.
fn moved(order: &[From], place: PlatformIx) -> Option<PlatformIx> {
    order.iter().position(|from| *from == From::Catalogue(place.at())).map(PlatformIx::from_at)
}

/// Merges the overlay into the rules. It has been checked against them: what they do not have is left out.
pub fn merge_rules(overlay: &Overlay, rules: &mut Rules) {
    let order = order(overlay, rules);
    let (first_rule, first_source) = (rules.rules.len(), rules.sources.len());
    for own in &overlay.platforms {
        let source = SourceIx::from_at(rules.sources.len());
        rules.sources.push(own.id.clone());
        rules.rules.push(Rule { id: own.id.clone(), when: suits(own, overlay, rules), sources: vec![source] });
    }
    let before = core::mem::take(&mut rules.platforms);
    let platforms = order.iter().map(|from| match from {
        From::Catalogue(at) => before[*at].clone(),
        From::Overlay(at) => platform(&overlay.platforms[*at], rules, first_rule + at, first_source + at),
    });
    let platforms: Vec<Platform> = platforms.collect();
    rules.platforms = platforms;
    for capability in &mut rules.capabilities {
        capability.card = capability.card.and_then(|place| moved(&order, place));
    }
    for obligation in &mut rules.obligations {
        obligation.done_with = obligation.done_with.iter().filter_map(|place| moved(&order, *place)).collect();
    }
}

/// For whom: an audience, in the province.
fn suits(own: &Own, overlay: &Overlay, rules: &Rules) -> Condition {
    let audiences = rules
        .questions
        .first()
        .map_or(0, |question| own.audiences.iter().filter_map(|id| question.choice(id)).fold(0, |all, bit| all | bit));
    let mut all = vec![Condition::Is(QuestionIx(0), audiences)];
    all.extend(province(rules, &overlay.province).map(|(at, bit)| Condition::Is(QuestionIx::from_at(at), bit)));
    Condition::All(all)
}

fn platform(own: &Own, rules: &Rules, rule: usize, source: usize) -> Platform {
    let needs = own.needs.iter().filter_map(|id| rules.capabilities.iter().position(|capability| capability.id == *id));
    Platform {
        id: own.id.clone(),
        area: AreaIx::from_at(rules.areas.iter().position(|area| area.id == own.area).unwrap_or(0)),
        release: if own.link.is_some() { Release::Show } else { Release::ShowNameOnly },
        suits: RuleIx::from_at(rule),
        needs: needs.map(|at| Need { any: vec![CapabilityIx::from_at(at)], when: Condition::Always }).collect(),
        gives: Vec::new(),
        proves: Vec::new(),
        using: None,
        cautions: Vec::new(),
        strains: None,
        line: own.line,
        free: own.free,
        home: true,
        confidence: Confidence::V2,
        local: true,
        sources: vec![SourceIx::from_at(source)],
        review_by: Date::parse(&own.review_by).unwrap_or(Date::from_days(0)),
    }
}

/// Merges the overlay into the cards of one language. `rules` are those of the catalogue, before they were merged.
pub fn merge_cards(overlay: &Overlay, rules: &Rules, cards: &mut Cards, lang: Lang, say: &Sentences<'_>) {
    let name = overlay.name.of(lang);
    for note in &overlay.notes {
        let place = rules.platforms.iter().position(|platform| platform.id == note.platform);
        if let Some(card) = place.and_then(|place| cards.platforms.get_mut(place)) {
            let also = fill(say.note, &[("name", name), ("text", note.text.of(lang))]);
            card.variants.push(PlatformVariant { when: Condition::Always, does: String::new(), steps: Vec::new(), also });
        }
    }
    for own in &overlay.platforms {
        let says = |sentence: &str| fill(sentence, &[("name", name)]);
        cards.rules.push(RuleWords { yes: says(say.yes), no: says(say.no) });
        cards.sources.push(SourceWords { title: own.source.title.of(lang).into(), date: shown(&own.source.date) });
    }
    let order = order(overlay, rules);
    let (names, platforms) = (core::mem::take(&mut cards.names), core::mem::take(&mut cards.platforms));
    for from in &order {
        let (name, card) = match from {
            From::Catalogue(at) => (names.get(*at).cloned(), platforms.get(*at).cloned()),
            From::Overlay(at) => {
                let own = &overlay.platforms[*at];
                (Some(own.name.of(lang).into()), Some(card(own, lang)))
            }
        };
        cards.names.push(name.unwrap_or_default());
        cards.platforms.push(card.unwrap_or_default());
    }
    let follow = |places: &mut Vec<PlatformIx>| *places = places.iter().filter_map(|place| moved(&order, *place)).collect();
    for listing in &mut cards.listings {
        follow(&mut listing.platforms);
        listing.entries.iter_mut().for_each(|entry| follow(&mut entry.platforms));
    }
    for group in &mut cards.check.groups {
        group.items.iter_mut().for_each(|item| follow(&mut item.platforms));
    }
}

fn card(own: &Own, lang: Lang) -> PlatformCard {
    let of = |text: &Option<super::Text>| text.as_ref().map(|text| String::from(text.of(lang))).unwrap_or_default();
    PlatformCard {
        operator: own.operator.of(lang).into(),
        does: own.does.of(lang).into(),
        cost: own.cost.of(lang).into(),
        steps: own.steps.iter().map(|step| step.of(lang).into()).collect(),
        find: own.find.of(lang).into(),
        beware: of(&own.beware),
        without: of(&own.without),
        bring: Vec::new(),
        link: own.link.clone().unwrap_or_default(),
        hotline: own.telephone.as_ref().map(|shown| Hotline {
            digits: shown.chars().filter(char::is_ascii_digit).collect(),
            shown: shown.clone(),
            note: String::new(),
        }),
        as_of: shown(&own.source.date),
        variants: Vec::new(),
    }
}

/// A day as people read it.
fn shown(day: &str) -> String {
    Date::parse(day).map(Date::day_first).unwrap_or_default()
}

/// The platforms of the catalogue that the overlay hides: their places in it.
pub fn hidden(overlay: &Overlay, rules: &Rules) -> Vec<usize> {
    let order = order(overlay, rules);
    (0..rules.platforms.len()).filter(|at| !order.contains(&From::Catalogue(*at))).collect()
}
