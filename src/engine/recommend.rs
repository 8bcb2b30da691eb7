//! Points, recommended order and the first cards (priority table of `domain/audience-and-questions.md`; contract section 4).

use super::facts::NeedState;
use super::{Facts, ObligationVerdict, PlatformVerdict, Status, Verdict};
use crate::model::{AreaIx, CapabilityIx, Confidence, Date, Kind, Mask, Platform, PlatformIx, QuestionIx, Set};
use alloc::vec::Vec;

/// Gives points and sorts by them; ties keep catalogue order.
pub fn rank(facts: &Facts<'_>, verdicts: &mut [PlatformVerdict], obligations: &[ObligationVerdict], today: Date) {
    let lacking = lacking(verdicts);
    let chosen = chosen_areas(facts);
    // By platform, so that the time stays linear in the content.
    let mut duties_of: Vec<Vec<&ObligationVerdict>> = alloc::vec![Vec::new(); facts.rules.platforms.len()];
    for duty in obligations.iter().filter(|duty| duty.verdict == Verdict::Is(Kind::Must) && !duty.in_hand) {
        let done_with = facts.rules.obligations.get(duty.obligation.at()).map_or(&[][..], |entry| &entry.done_with);
        for place in done_with {
            duties_of.get_mut(place.at()).into_iter().for_each(|duties| duties.push(duty));
        }
    }
    for verdict in verdicts.iter_mut() {
        let Some(platform) = facts.rules.platforms.get(verdict.platform.at()) else { continue };
        verdict.chosen_area = chosen.iter().find(|(area, _)| *area == platform.area).map(|(_, question)| *question);
        let duties = duties_of.get(verdict.platform.at()).into_iter().flatten();
        let mut soonest: Option<Option<Date>> = None;
        for duty in duties {
            verdict.fulfils.push(duty.obligation);
            soonest = Some(match (soonest.flatten(), duty.due) {
                (Some(one), Some(other)) => Some(one.min(other)),
                (one, other) => one.or(other),
            });
        }
        verdict.points = points(facts, platform, verdict, &lacking, soonest.map(|due| due.map(|due| due.since(today))));
    }
    verdicts.sort_by_key(|verdict| core::cmp::Reverse(verdict.points));
}

/// Capabilities that something in the list needs and the person has not, or may not have.
fn lacking(verdicts: &[PlatformVerdict]) -> Set<CapabilityIx> {
    let listed = verdicts.iter().filter(|verdict| matches!(verdict.status, Status::After | Status::Maybe));
    listed.flat_map(|verdict| verdict.missing.iter().chain(&verdict.open_needs).copied()).collect()
}

/// Areas that the choices of the person move up, with the question that says so.
fn chosen_areas(facts: &Facts<'_>) -> Vec<(AreaIx, QuestionIx)> {
    let mut areas = Vec::new();
    for (at, question) in facts.rules.questions.iter().enumerate() {
        let place = QuestionIx::from_at(at);
        let Some(chosen) = facts.chosen(place) else { continue };
        for (bit, choice) in question.choices.iter().enumerate() {
            if chosen & (1 << bit) == 0 {
                continue;
            }
            let always = choice.areas.iter().map(|area| (*area, place));
            let sometimes =
                choice.areas_when.iter().filter(|(_, when)| facts.truth(when).is_yes()).map(|(area, _)| (*area, place));
            areas.extend(always.chain(sometimes));
        }
    }
    areas
}

fn points(
    facts: &Facts<'_>,
    platform: &Platform,
    verdict: &PlatformVerdict,
    lacking: &Set<CapabilityIx>,
    duty_in_days: Option<Option<i32>>,
) -> i16 {
    let table = &facts.rules.points;
    let opens = platform.gives.iter().any(|capability| lacking.contains(capability) && !facts.has(*capability).is_yes());
    let duty = match duty_in_days {
        Some(Some(days)) if days <= table.soon_days => table.duty_soon,
        Some(_) => table.duty,
        None => 0,
    };
    let phone_missing = verdict.missing.iter().any(|capability| facts.rules.phone_like.contains(capability));
    let strained = phone_missing || platform.strains.as_ref().is_some_and(|strains| facts.truth(strains).is_yes());
    let when = |holds: bool, points: i16| if holds { points } else { 0 };
    duty + when(opens, table.prerequisite)
        + when(verdict.chosen_area.is_some(), table.area)
        + when(verdict.status == Status::Ready, table.ready)
        + when(platform.free, table.free)
        + when(platform.home, table.home)
        + when(platform.confidence > Confidence::V2, table.unsure)
        + when(strained, table.strains)
}

/// The cards shown first: `ready` and `after` only, so many of one area, and one way without a phone where the person has
/// none. What the person hid is not among them.
pub fn first(facts: &Facts<'_>, ranked: &[PlatformVerdict]) -> Vec<PlatformIx> {
    let table = &facts.rules.points;
    let most = usize::from(table.first_cards);
    let fits = |verdict: &&PlatformVerdict| {
        matches!(verdict.status, Status::Ready | Status::After) && !facts.marks.hidden.contains(&verdict.platform)
    };
    let area = |place: PlatformIx| facts.rules.platforms.get(place.at()).map(|platform| platform.area);
    let mut cards: Vec<PlatformIx> = Vec::with_capacity(most);
    for verdict in ranked.iter().filter(fits) {
        let of_area = cards.iter().filter(|card| area(**card) == area(verdict.platform)).count();
        if cards.len() < most && of_area < usize::from(table.first_per_area) {
            cards.push(verdict.platform);
        }
    }
    if facts.truth(&facts.rules.no_phone_when).is_yes() && !cards.iter().any(|card| without_phone(facts, *card)) {
        let way = ranked.iter().filter(fits).find(|verdict| without_phone(facts, verdict.platform));
        if let Some(way) = way {
            // In place of the last card, or of the last one of its area, so that the area limit holds.
            let of_area = cards.iter().filter(|card| area(**card) == area(way.platform)).count();
            let full = of_area >= usize::from(table.first_per_area);
            let leaves =
                if full { cards.iter().rposition(|card| area(*card) == area(way.platform)) } else { cards.len().checked_sub(1) };
            if let Some(at) = leaves.filter(|_| full || cards.len() >= most) {
                cards.remove(at);
            }
            cards.push(way.platform);
        }
    }
    cards
}

/// Can it be used without a phone or a network of one's own?
fn without_phone(facts: &Facts<'_>, place: PlatformIx) -> bool {
    let askable: Mask = 0;
    facts.rules.platforms.get(place.at()).is_some_and(|platform| {
        platform.needs.iter().all(|need| match facts.need(need, askable) {
            NeedState::Missing(capability) => {
                let mut missing = Vec::new();
                facts.close_over(capability, &mut missing);
                !missing.iter().any(|capability| facts.rules.phone_like.contains(capability))
            }
            _ => !need.any.iter().all(|capability| facts.rules.phone_like.contains(capability)),
        })
    })
}
