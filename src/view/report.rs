//! What `assess` prints (contract section 4): the evaluation in content's own ids, keys in the order shown there.

use crate::engine::{Evaluation, Facts, Reads, Status, why};
use crate::model::{Date, Mask, Rules, SourceIx};
use alloc::{string::String, vec::Vec};
use serde::Serialize;

/// The whole print.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct Report<'a> {
    pub catalogue: CatalogueReport<'a>,
    pub today: String,
    pub path: Vec<&'a str>,
    pub next: Option<&'a str>,
    pub platforms: Vec<PlatformReport<'a>>,
    pub first: Vec<&'a str>,
    pub obligations: Vec<ObligationReport<'a>>,
    pub plan: Vec<StepReport<'a>>,
    pub summary: Summary,
}

/// Which catalogue.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct CatalogueReport<'a> {
    pub version: &'a str,
    pub as_of: String,
}

/// One platform.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct PlatformReport<'a> {
    pub id: &'a str,
    pub area: &'a str,
    pub status: &'static str,
    pub points: i16,
    pub missing: Vec<&'a str>,
    pub ask: Vec<&'a str>,
    pub reasons: Vec<ReasonReport<'a>>,
}

/// One reason: the rule, the answers and the sources it names.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct ReasonReport<'a> {
    pub rule: String,
    pub questions: Vec<&'a str>,
    pub sources: Vec<&'a str>,
}

/// One obligation.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct ObligationReport<'a> {
    pub id: &'a str,
    pub kind: &'static str,
    pub due: Option<String>,
    pub ask: Vec<&'a str>,
    pub reasons: Vec<ReasonReport<'a>>,
    pub sources: Vec<&'a str>,
}

/// One step of the plan.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct StepReport<'a> {
    pub id: &'a str,
    pub kind: &'static str,
    pub unlocks: Vec<&'a str>,
    pub due: Option<String>,
}

/// How many platforms of each status.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct Summary {
    pub ready: usize,
    pub after: usize,
    pub maybe: usize,
    pub not_now: usize,
    pub using: usize,
}

/// Writes an evaluation in ids.
pub fn report<'a>(rules: &'a Rules, reads: &Reads, facts: &Facts<'a>, evaluation: &Evaluation, today: Date) -> Report<'a> {
    let platform = |at: usize| rules.platforms.get(at).map_or("", |entry| entry.id.as_str());
    let platforms = evaluation.platforms.iter().filter_map(|verdict| {
        let entry = rules.platforms.get(verdict.platform.at())?;
        let reasons = why(facts, reads, verdict).into_iter().map(|(reason, because)| {
            let own = match reason {
                crate::engine::Reason::Fulfils(duty) => rules.obligations.get(duty.at()).map(|duty| &duty.sources),
                crate::engine::Reason::Suits(rule)
                | crate::engine::Reason::NotNow(rule)
                | crate::engine::Reason::Caution(rule) => {
                    rules.rules.get(rule.at()).map(|rule| &rule.sources).filter(|sources| !sources.is_empty())
                }
                _ => None,
            };
            ReasonReport {
                rule: reason.id(rules),
                questions: questions(rules, because),
                sources: sources(rules, own.unwrap_or(&entry.sources)),
            }
        });
        Some(PlatformReport {
            id: &entry.id,
            area: rules.areas.get(entry.area.at()).map_or("", |area| &area.id),
            status: verdict.status.id(),
            points: verdict.points,
            missing: verdict
                .missing
                .iter()
                .filter_map(|place| rules.capabilities.get(place.at()))
                .map(|entry| entry.id.as_str())
                .collect(),
            ask: questions(rules, verdict.ask),
            reasons: reasons.collect(),
        })
    });
    let obligations = evaluation.obligations.iter().filter_map(|verdict| {
        let entry = rules.obligations.get(verdict.obligation.at())?;
        let sources = sources(rules, &entry.sources);
        Some(ObligationReport {
            id: &entry.id,
            kind: verdict.verdict.id(),
            due: verdict.due.map(|day| alloc::format!("{day}")),
            ask: questions(rules, verdict.ask),
            reasons: alloc::vec![ReasonReport {
                rule: entry.id.clone(),
                questions: questions(rules, verdict.because),
                sources: sources.clone()
            }],
            sources,
        })
    });
    let plan = evaluation.plan.iter().map(|step| {
        let (id, kind) = step.kind.id(rules);
        StepReport {
            id,
            kind,
            unlocks: step.unlocks.iter().map(|place| platform(place.at())).collect(),
            due: step.due.map(|day| alloc::format!("{day}")),
        }
    });
    // A step's id borrows the rules, not the evaluation.
    let plan: Vec<StepReport<'a>> = plan.collect();
    Report {
        catalogue: CatalogueReport { version: &rules.version, as_of: alloc::format!("{}", rules.as_of) },
        today: alloc::format!("{today}"),
        path: evaluation
            .path
            .questions
            .iter()
            .filter_map(|place| rules.questions.get(place.at()))
            .map(|entry| entry.id.as_str())
            .collect(),
        next: evaluation.path.next.and_then(|place| rules.questions.get(place.at())).map(|entry| entry.id.as_str()),
        platforms: platforms.collect(),
        first: evaluation.first.iter().map(|place| platform(place.at())).collect(),
        obligations: obligations.collect(),
        plan,
        summary: Summary {
            ready: evaluation.count(Status::Ready),
            after: evaluation.count(Status::After),
            maybe: evaluation.count(Status::Maybe),
            not_now: evaluation.count(Status::NotNow),
            using: evaluation.count(Status::Using),
        },
    }
}

/// The ids of a set of questions, in content order.
pub fn questions(rules: &Rules, mask: Mask) -> Vec<&str> {
    rules.questions.iter().enumerate().filter(|(at, _)| mask & (1 << at) != 0).map(|(_, entry)| entry.id.as_str()).collect()
}

fn sources<'a>(rules: &'a Rules, places: &[SourceIx]) -> Vec<&'a str> {
    places.iter().filter_map(|place| rules.sources.get(place.at())).map(String::as_str).collect()
}
