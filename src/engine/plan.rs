//! The plan: capabilities to gain, duties, the first cards and what the person wants, each once, after what it needs (d51,
//! d34). Duties with a date come in date order with everything they hang on before them.

use super::facts::NeedState;
use super::{Facts, ObligationVerdict, PlatformVerdict, Status, Verdict};
use crate::model::{CapabilityIx, Date, Kind, Need, ObligationIx, PlatformIx, Set, Truth};
use alloc::vec::Vec;

/// What a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StepKind {
    /// Something to gain.
    Capability(CapabilityIx),
    /// Something to start using.
    Platform(PlatformIx),
    /// Something the law asks.
    Duty(ObligationIx),
}

/// One step of the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What to do.
    pub kind: StepKind,
    /// Platforms that are `after` and miss nothing any more once this step and those before it are done.
    pub unlocks: Vec<PlatformIx>,
    /// The date of a duty.
    pub due: Option<Date>,
}

impl StepKind {
    /// The id of what it is about, and the word for its kind.
    pub fn id(self, rules: &crate::model::Rules) -> (&str, &'static str) {
        match self {
            StepKind::Capability(place) => (rules.capabilities.get(place.at()).map_or("", |entry| &entry.id), "capability"),
            StepKind::Platform(place) => (rules.platforms.get(place.at()).map_or("", |entry| &entry.id), "platform"),
            StepKind::Duty(place) => (rules.obligations.get(place.at()).map_or("", |entry| &entry.id), "duty"),
        }
    }
}

/// Makes the plan.
pub fn plan(facts: &Facts<'_>, ranked: &[PlatformVerdict], first: &[PlatformIx], obligations: &[ObligationVerdict]) -> Vec<Step> {
    let mut planner = Planner::new(facts, ranked, first);
    let rules = facts.rules;
    let holds = |when: &Option<crate::model::Condition>| when.as_ref().is_some_and(|when| facts.truth(when).is_yes());
    for (at, capability) in rules.capabilities.iter().enumerate() {
        if holds(&capability.first_when) && planner.gains.contains(&CapabilityIx::from_at(at)) {
            planner.capability(CapabilityIx::from_at(at));
        }
    }
    // Duties stand in date order already, those without a date after them.
    for duty in obligations.iter().filter(|duty| duty.verdict == Verdict::Is(Kind::Must) && !duty.in_hand) {
        planner.duty(duty);
    }
    for platform in planner.platforms.clone() {
        planner.platform(platform);
    }
    for capability in planner.gains.clone().iter() {
        planner.capability(*capability);
    }
    unlock(facts, ranked, planner.steps)
}

struct Planner<'a> {
    facts: &'a Facts<'a>,
    /// Capabilities that belong into the plan.
    gains: Set<CapabilityIx>,
    /// Platforms that belong into the plan, in order.
    platforms: Vec<PlatformIx>,
    steps: Vec<Step>,
}

impl<'a> Planner<'a> {
    fn new(facts: &'a Facts<'a>, ranked: &[PlatformVerdict], first: &[PlatformIx]) -> Planner<'a> {
        let missing =
            ranked.iter().filter(|verdict| verdict.status == Status::After).flat_map(|verdict| verdict.missing.iter().copied());
        let mut gains: Set<CapabilityIx> = missing.collect();
        let unsure = ranked
            .iter()
            .filter(|verdict| verdict.status == Status::Maybe)
            .flat_map(|verdict| verdict.open_needs.iter().copied());
        gains
            .extend(unsure.filter(|place| facts.rules.capabilities.get(place.at()).is_some_and(|entry| entry.step_when_unknown)));
        let wanted =
            ranked.iter().filter(|verdict| facts.marks.wanted.contains(&verdict.platform) && verdict.status != Status::Using);
        let mut platforms = first.to_vec();
        platforms.extend(wanted.map(|verdict| verdict.platform).filter(|place| !first.contains(place)));
        Planner { facts, gains, platforms, steps: Vec::new() }
    }

    fn push(&mut self, kind: StepKind, due: Option<Date>) {
        if !self.steps.iter().any(|step| step.kind == kind) {
            self.steps.push(Step { kind, unlocks: Vec::new(), due });
        }
    }

    fn needs(&mut self, needs: &[Need]) {
        for need in needs {
            if let Some(capability) = self.step_of(need) {
                self.capability(capability);
            }
        }
    }

    /// The capability step that a need asks for: the one named as missing, or one that is a step although no question
    /// settles it (d6), or one to check while nobody knows (d11).
    fn step_of(&self, need: &Need) -> Option<CapabilityIx> {
        if !self.facts.truth(&need.when).is_yes() {
            return None;
        }
        match self.facts.need(need, !0) {
            NeedState::Missing(capability) => Some(capability),
            _ if need.any.iter().any(|place| self.facts.has(*place).is_yes()) => None,
            _ => need.any.iter().copied().find(|place| {
                self.facts.has(*place) == Truth::Unknown
                    && self
                        .facts
                        .rules
                        .capabilities
                        .get(place.at())
                        .is_some_and(|entry| entry.step && (entry.paper || entry.step_when_unknown))
            }),
        }
    }

    fn capability(&mut self, place: CapabilityIx) {
        let kind = StepKind::Capability(place);
        if self.steps.iter().any(|step| step.kind == kind) {
            return;
        }
        if let Some(entry) = self.facts.rules.capabilities.get(place.at()) {
            self.needs(&entry.requires);
        }
        self.push(kind, None);
    }

    fn platform(&mut self, place: PlatformIx) {
        let Some(entry) = self.facts.rules.platforms.get(place.at()) else { return };
        self.needs(&entry.needs);
        // The card of a capability that is a step itself would be the same step twice.
        let same = entry.gives.iter().copied().find(|gain| {
            self.gains.contains(gain) && self.facts.rules.capabilities.get(gain.at()).is_some_and(|gain| gain.card == Some(place))
        });
        match same {
            Some(capability) => self.capability(capability),
            None => self.push(StepKind::Platform(place), None),
        }
    }

    fn duty(&mut self, duty: &ObligationVerdict) {
        let Some(entry) = self.facts.rules.obligations.get(duty.obligation.at()) else { return };
        for place in &entry.done_with {
            if self.platforms.contains(place) {
                self.platform(*place);
            }
        }
        self.push(StepKind::Duty(duty.obligation), duty.due);
    }
}

/// Each `after` platform is opened by the step that gives the last thing it misses. Linear in platforms plus steps.
fn unlock(facts: &Facts<'_>, ranked: &[PlatformVerdict], mut steps: Vec<Step>) -> Vec<Step> {
    // The first step that gives each capability.
    let mut given_by: Vec<Option<usize>> = alloc::vec![None; facts.rules.capabilities.len()];
    for (at, step) in steps.iter().enumerate() {
        let gains = match step.kind {
            StepKind::Capability(place) => alloc::vec![place],
            StepKind::Platform(place) => {
                facts.rules.platforms.get(place.at()).map(|entry| entry.gives.clone()).unwrap_or_default()
            }
            StepKind::Duty(_) => Vec::new(),
        };
        for gain in gains {
            if let Some(place) = given_by.get_mut(gain.at()) {
                *place = place.or(Some(at));
            }
        }
    }
    for verdict in ranked.iter().filter(|verdict| verdict.status == Status::After) {
        let needed = verdict.missing.iter().map(|gain| given_by.get(gain.at()).copied().flatten());
        let last = needed.reduce(|one, other| one.zip(other).map(|(one, other)| one.max(other))).flatten();
        if let Some(step) = last.and_then(|at| steps.get_mut(at)) {
            step.unlocks.push(verdict.platform);
        }
    }
    steps
}
