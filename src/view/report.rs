//! What `assess` prints (contract section 4): the evaluation in content's own ids, keys in the order shown there.

use crate::engine::{Evaluation, Facts, Reads, Status, evaluate, facts_of, why};
use crate::model::{Date, Mask, Rules, SourceIx};
use crate::session::answer_file::AnswerFile;
use alloc::{string::String, vec::Vec};
use serde::Serialize;
#[cfg(not(target_arch = "wasm32"))]
use ts_rs::TS;

/// The evaluation of one person's answers on one day.
// The comments of the fields become those of the TypeScript types (npm package), where names such as `PlatformId` are made from
// the catalogue.
#[derive(Debug, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(TS), ts(rename = "Assessment"))]
pub struct Report<'a> {
    /// Which catalogue it was made from.
    pub catalogue: CatalogueReport<'a>,
    /// The day that it holds for, YYYY-MM-DD.
    pub today: String,
    /// The questions to ask for these answers, in content order.
    #[cfg_attr(not(target_arch = "wasm32"), ts(type = "QuestionId[]"))]
    pub path: Vec<&'a str>,
    /// The next question that is neither answered nor skipped; null when none is left.
    #[cfg_attr(not(target_arch = "wasm32"), ts(type = "QuestionId | null"))]
    pub next: Option<&'a str>,
    /// Every platform, in recommended order.
    pub platforms: Vec<PlatformReport<'a>>,
    /// The at most five cards to show first.
    #[cfg_attr(not(target_arch = "wasm32"), ts(type = "PlatformId[]"))]
    pub first: Vec<&'a str>,
    /// What the law asks or gives, most pressing first.
    pub obligations: Vec<ObligationReport<'a>>,
    /// Steps in an order that works.
    pub plan: Vec<StepReport<'a>>,
    /// How many platforms there are of each status.
    pub summary: Summary,
}

/// Which catalogue.
#[derive(Debug, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(TS))]
pub struct CatalogueReport<'a> {
    /// Its version.
    pub version: &'a str,
    /// Its state of knowledge, YYYY-MM-DD.
    pub as_of: String,
}

/// One platform.
#[derive(Debug, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(TS))]
pub struct PlatformReport<'a> {
    /// Which.
    #[cfg_attr(not(target_arch = "wasm32"), ts(type = "PlatformId"))]
    pub id: &'a str,
    /// Its area.
    #[cfg_attr(not(target_arch = "wasm32"), ts(type = "AreaId"))]
    pub area: &'a str,
    /// What it is for this person.
    #[cfg_attr(not(target_arch = "wasm32"), ts(type = "Status"))]
    pub status: &'static str,
    /// What its place in the order comes from.
    pub points: i16,
    /// What must be there first and is not, prerequisites first.
    #[cfg_attr(not(target_arch = "wasm32"), ts(type = "CapabilityId[]"))]
    pub missing: Vec<&'a str>,
    /// Questions whose answer could change a `maybe`, in content order.
    #[cfg_attr(not(target_arch = "wasm32"), ts(type = "QuestionId[]"))]
    pub ask: Vec<&'a str>,
    /// Why it stands where it stands.
    pub reasons: Vec<ReasonReport<'a>>,
}

/// One reason: the rule, the answers and the sources it names.
#[derive(Debug, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(TS))]
pub struct ReasonReport<'a> {
    /// The rule.
    pub rule: String,
    /// The questions whose answers led to it.
    #[cfg_attr(not(target_arch = "wasm32"), ts(type = "QuestionId[]"))]
    pub questions: Vec<&'a str>,
    /// Where it is written.
    #[cfg_attr(not(target_arch = "wasm32"), ts(type = "SourceId[]"))]
    pub sources: Vec<&'a str>,
}

/// One duty, right or thing to know.
#[derive(Debug, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(TS))]
pub struct ObligationReport<'a> {
    /// Which.
    #[cfg_attr(not(target_arch = "wasm32"), ts(type = "ObligationId"))]
    pub id: &'a str,
    /// What it is for this person.
    #[cfg_attr(not(target_arch = "wasm32"), ts(type = "ObligationKind"))]
    pub kind: &'static str,
    /// By when, YYYY-MM-DD, moved to a working day.
    pub due: Option<String>,
    /// Questions whose answer could change a `maybe`, in content order.
    #[cfg_attr(not(target_arch = "wasm32"), ts(type = "QuestionId[]"))]
    pub ask: Vec<&'a str>,
    /// Why it applies.
    pub reasons: Vec<ReasonReport<'a>>,
    /// Where it is written.
    #[cfg_attr(not(target_arch = "wasm32"), ts(type = "SourceId[]"))]
    pub sources: Vec<&'a str>,
}

/// One step of the plan.
#[derive(Debug, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(TS))]
pub struct StepReport<'a> {
    /// What it is about.
    #[cfg_attr(not(target_arch = "wasm32"), ts(type = "CapabilityId | PlatformId | ObligationId"))]
    pub id: &'a str,
    /// Of which kind that is.
    #[cfg_attr(not(target_arch = "wasm32"), ts(type = "StepKind"))]
    pub kind: &'static str,
    /// Platforms that miss nothing any more once this step and those before it are done.
    #[cfg_attr(not(target_arch = "wasm32"), ts(type = "PlatformId[]"))]
    pub unlocks: Vec<&'a str>,
    /// The date of a duty, YYYY-MM-DD.
    pub due: Option<String>,
}

/// How many platforms of each status.
#[derive(Debug, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(TS))]
#[allow(missing_docs)]
pub struct Summary {
    pub ready: usize,
    pub after: usize,
    pub maybe: usize,
    pub not_now: usize,
    pub using: usize,
}

/// Evaluates an answer file and hands the report to `look`.
pub fn assess<T>(
    file: &AnswerFile,
    today: Date,
    rules: &Rules,
    reads: &Reads,
    look: impl FnOnce(&Report<'_>, &Evaluation) -> T,
) -> T {
    let evaluation = evaluate(rules, reads, &file.answers, &file.marks, today);
    let facts = facts_of(rules, reads, &file.answers, &file.marks);
    look(&report(rules, reads, &facts, &evaluation, today), &evaluation)
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
