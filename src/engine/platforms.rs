//! The status of each platform (contract section 2, d1–d16).

use super::Facts;
use super::facts::NeedState;
use crate::model::{CapabilityIx, Condition, Mask, ObligationIx, Platform, PlatformIx, QuestionIx, RuleIx};
use alloc::{string::String, vec::Vec};

/// Status of a platform for one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// In use already.
    Using,
    /// Suits, and everything needed first is there.
    Ready,
    /// Suits; something needed first is known to be missing.
    After,
    /// Hangs on an answer not given.
    Maybe,
    /// A rule says that it does not suit this person.
    NotNow,
}

impl Status {
    /// All of them.
    pub const ALL: [Status; 5] = [Status::Using, Status::Ready, Status::After, Status::Maybe, Status::NotNow];

    /// The word of `data-status` and of `assess`.
    pub const fn id(self) -> &'static str {
        match self {
            Status::Using => "using",
            Status::Ready => "ready",
            Status::After => "after",
            Status::Maybe => "maybe",
            Status::NotNow => "not-now",
        }
    }
}

/// Why a platform stands where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The person marked it as in use.
    Marked,
    /// An answer says that it is in use (d5).
    InUse,
    /// The rule says that it suits.
    Suits(RuleIx),
    /// The rule says that it does not suit.
    NotNow(RuleIx),
    /// An area chosen in `needs`.
    AreaChosen(QuestionIx),
    /// This must be there first and is missing.
    Missing(CapabilityIx),
    /// This would do instead (d8).
    Instead(CapabilityIx),
    /// A duty is done with it.
    Fulfils(ObligationIx),
    /// A rule that warns this person (d3).
    Caution(RuleIx),
}

/// The verdict on one platform.
#[derive(Clone, Debug, PartialEq)]
pub struct PlatformVerdict {
    /// Which.
    pub platform: PlatformIx,
    /// Its status.
    pub status: Status,
    /// Points of the priority table.
    pub points: i16,
    /// What is known to be missing, prerequisites first.
    pub missing: Vec<CapabilityIx>,
    /// Questions whose answer could change a `maybe`.
    pub ask: Mask,
    /// Capabilities needed that nobody knows about yet.
    pub open_needs: Vec<CapabilityIx>,
    /// An area that the person chose.
    pub chosen_area: Option<QuestionIx>,
    /// Duties that are done with it.
    pub fulfils: Vec<ObligationIx>,
}

/// Judges every platform, in catalogue order.
pub fn judge_all(facts: &Facts<'_>, askable: Mask) -> Vec<PlatformVerdict> {
    let platforms = facts.rules.platforms.iter().enumerate();
    platforms.map(|(at, platform)| verdict(facts, PlatformIx::from_at(at), platform, askable)).collect()
}

fn verdict(facts: &Facts<'_>, place: PlatformIx, platform: &Platform, askable: Mask) -> PlatformVerdict {
    let (status, ask) = judge(facts, place, platform, askable);
    let mut missing = Vec::new();
    let mut open_needs = Vec::new();
    if matches!(status, Status::After | Status::Maybe) {
        for need in &platform.needs {
            match facts.need(need, askable) {
                NeedState::Missing(capability) => facts.close_over(capability, &mut missing),
                NeedState::Open(_) => open_needs.extend(need.any.first()),
                NeedState::There => {}
            }
        }
    }
    PlatformVerdict { platform: place, status, points: 0, missing, ask, open_needs, chosen_area: None, fulfils: Vec::new() }
}

/// Status, and for a `maybe` the questions it hangs on (d10: suit unknown is `maybe` whatever is missing; then known missing
/// beats unknown).
pub fn judge(facts: &Facts<'_>, place: PlatformIx, platform: &Platform, askable: Mask) -> (Status, Mask) {
    if facts.marks.used.contains(&place) || platform.using.as_ref().is_some_and(|using| facts.truth(using).is_yes()) {
        return (Status::Using, 0);
    }
    let suits = Condition::Rule(platform.suits);
    let suit = facts.truth(&suits);
    if suit.is_no() {
        return (Status::NotNow, 0);
    }
    let (mut missing, mut open) = (false, 0);
    for need in &platform.needs {
        match facts.need(need, askable) {
            NeedState::Missing(_) => missing = true,
            NeedState::Open(mask) => open |= mask,
            NeedState::There => {}
        }
    }
    if missing {
        // Other needs cannot change an `after`.
        open = 0;
    }
    if suit.is_unknown() {
        (Status::Maybe, (facts.open(&suits) & askable) | open)
    } else if missing {
        (Status::After, 0)
    } else if open != 0 {
        (Status::Maybe, open)
    } else {
        (Status::Ready, 0)
    }
}

/// Could an answer still change the verdict? A `maybe` may become anything; an `after` names everything that is missing, so
/// a need not known yet counts; and what is not in use yet may turn out to be.
pub fn undecided(facts: &Facts<'_>, place: PlatformIx, platform: &Platform, askable: Mask) -> bool {
    match judge(facts, place, platform, askable).0 {
        Status::Using | Status::NotNow => false,
        Status::Maybe => true,
        Status::Ready | Status::After => {
            platform.using.as_ref().is_some_and(|using| facts.truth(using).is_unknown())
                || platform.needs.iter().any(|need| matches!(facts.need(need, askable), NeedState::Open(_)))
        }
    }
}

/// The reasons of a verdict, each with the answered questions that led to it.
pub fn why(facts: &Facts<'_>, reads: &super::Reads, verdict: &PlatformVerdict) -> Vec<(Reason, Mask)> {
    let Some(platform) = facts.rules.platforms.get(verdict.platform.at()) else { return Vec::new() };
    let answered = facts.answered();
    let of_rule = |rule: RuleIx| reads.rules.get(rule.at()).copied().unwrap_or(0) & answered;
    let of_capability = |capability: CapabilityIx| reads.capabilities.get(capability.at()).copied().unwrap_or(0) & answered;
    let mut reasons = Vec::new();
    if facts.marks.used.contains(&verdict.platform) {
        reasons.push((Reason::Marked, 0));
    } else if verdict.status == Status::Using {
        reasons.push((Reason::InUse, platform.using.as_ref().map_or(0, |using| reads.condition(using)) & answered));
    }
    match verdict.status {
        Status::NotNow => reasons.push((Reason::NotNow(platform.suits), of_rule(platform.suits))),
        Status::Maybe if !facts.truth(&Condition::Rule(platform.suits)).is_yes() => {}
        _ => reasons.push((Reason::Suits(platform.suits), of_rule(platform.suits))),
    }
    if let Some(question) = verdict.chosen_area {
        reasons.push((Reason::AreaChosen(question), 1 << question.0));
    }
    reasons.extend(verdict.missing.iter().map(|capability| (Reason::Missing(*capability), of_capability(*capability))));
    for need in &platform.needs {
        if matches!(facts.need(need, 0), NeedState::Missing(named) if verdict.missing.contains(&named)) {
            reasons.extend(need.any.iter().skip(1).map(|other| (Reason::Instead(*other), of_capability(*other))));
        }
    }
    for duty in &verdict.fulfils {
        reasons.push((Reason::Fulfils(*duty), reads.obligations.get(duty.at()).copied().unwrap_or(0) & answered));
    }
    if verdict.status != Status::NotNow {
        let holding = platform.cautions.iter().filter(|rule| facts.truth(&Condition::Rule(**rule)).is_yes());
        reasons.extend(holding.map(|rule| (Reason::Caution(*rule), of_rule(*rule))));
    }
    reasons
}

impl Reason {
    /// The stable id printed in `rule`: the rule's own id, or the kind of reason with the id of what it is about.
    pub fn id(self, rules: &crate::model::Rules) -> String {
        let rule = |place: RuleIx| rules.rules.get(place.at()).map_or("", |rule| &rule.id);
        let capability = |place: CapabilityIx| rules.capabilities.get(place.at()).map_or("", |capability| &capability.id);
        match self {
            Reason::Marked => String::from("marked-as-used"),
            Reason::InUse => String::from("in-use"),
            Reason::Suits(place) | Reason::NotNow(place) | Reason::Caution(place) => String::from(rule(place)),
            Reason::AreaChosen(_) => String::from("area-chosen"),
            Reason::Missing(place) => ["needs-", capability(place)].concat(),
            Reason::Instead(place) => ["or-", capability(place)].concat(),
            Reason::Fulfils(place) => {
                ["fulfils-", rules.obligations.get(place.at()).map_or("", |obligation| &obligation.id)].concat()
            }
        }
    }
}
