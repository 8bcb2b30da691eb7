//! Walking all ways through the questions as the engine asks them: how often each platform and obligation has which status,
//! how long the paths are, dead ends, and what no answer can change.

mod covering;
mod effect;
mod ground;
mod options;
mod report;
mod tally;
#[cfg(test)]
mod tests;
mod walk;

use crate::project::Project;
use crate::{assess, content};
use buoc_so::engine::Status;
use buoc_so::model::{Date, PlatformIx, QuestionIx};
use covering::Coverage;
use effect::Effects;
use ground::{Ground, Group};
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use tally::Tally;

/// People asked in each group what an answer changes; and all over again for what has changed nothing so far.
const PEOPLE: [usize; 2] = [25, 400];

/// What can be said on the command line.
#[derive(clap::Args)]
pub struct Args {
    /// The day of the walk (YYYY-MM-DD) instead of today
    #[arg(long, value_name = "DATE")]
    today: Option<String>,
    /// Print JSON for programs
    #[arg(long)]
    json: bool,
    /// About so many evaluations at most; more make more groups exhaustive
    #[arg(long, value_name = "NUMBER", default_value_t = 300_000)]
    evaluations: usize,
    /// Begin nothing new after so many seconds
    #[arg(long, value_name = "NUMBER", default_value_t = 50)]
    seconds: u64,
}

/// How a group was walked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Every answer that some condition tells apart; the flag says whether time allowed all.
    Exhaustive(bool),
    /// Pairs and triples of answers.
    Covering(Coverage),
}

/// Everything that was found.
pub struct Findings {
    /// Name, method and counts of each group.
    pub groups: Vec<(String, Method, Tally)>,
    /// The counts of all groups.
    pub all: Tally,
    /// What the answers change.
    pub effects: Effects,
    /// Platforms without a way to `ready`; the flag says that this is certain.
    pub never_ready: Vec<(PlatformIx, bool)>,
    /// Questions whose answers change nothing.
    pub never_matter: Vec<QuestionIx>,
}

/// Carries it out.
///
/// # Errors
/// One sentence that says what to do.
pub fn run(args: &Args) -> Result<ExitCode, String> {
    let today = match args.today.as_deref() {
        None => assess::today(),
        Some(day) => Date::parse(day).ok_or_else(|| format!("--today: \"{day}\" is no day YYYY-MM-DD."))?,
    };
    let catalogue = content::sound(&Project::find()?.root)?;
    let begun = Instant::now();
    if !args.json {
        eprintln!("Walking the questions as of {today} …");
    }
    let ground = Ground::new(&catalogue, today, begun + Duration::from_secs(args.seconds));
    let findings = explore(&ground, args.evaluations);
    let cost = (begun.elapsed().as_secs_f64(), ground.evaluations());
    if args.json {
        println!("{:#}", report::json(&ground, &findings, cost))
    } else {
        report::print(&ground, &findings, cost)
    }
    Ok(if findings.never_ready.is_empty() && findings.never_matter.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Walks all groups on all cores, then looks closer at what was not seen.
pub fn explore(ground: &Ground<'_>, evaluations: usize) -> Findings {
    let groups = ground::groups(ground);
    let most = evaluations / groups.len().max(1);
    let walked: Mutex<Vec<(usize, Method, Tally, Effects)>> = Mutex::new(Vec::new());
    let next = AtomicUsize::new(0);
    let work = || {
        while let Some((at, group)) = Some(next.fetch_add(1, Ordering::Relaxed)).and_then(|at| Some((at, groups.get(at)?))) {
            let (method, mut tally) = walk_group(ground, group, most);
            let askable = options::askable(ground, &group.start);
            let idle = tally.asked.iter().enumerate().filter(|(at, asked)| askable & (1 << at) != 0 && **asked == 0);
            tally.never_asked = idle.map(|(at, _)| QuestionIx::from_at(at)).collect();
            let mut effects = Effects::new(ground);
            effects.probe(ground, &tally, PEOPLE[0], false);
            if let Ok(mut walked) = walked.lock() {
                walked.push((at, method, tally, effects));
            }
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from).min(groups.len()) {
            scope.spawn(work);
        }
    });
    let mut walked = walked.into_inner().unwrap_or_default();
    walked.sort_by_key(|(at, ..)| *at);
    let (mut all, mut effects) = (Tally::new(ground), Effects::new(ground));
    for (_, _, tally, own) in &walked {
        all.add(tally);
        effects.add(own);
    }
    for (_, _, tally, _) in &walked {
        effects.probe(ground, tally, PEOPLE[1], true);
    }
    let never_matter = effects.questions.iter().enumerate().filter(|(_, effect)| effect.is_none());
    let never_matter = never_matter.map(|(at, _)| QuestionIx::from_at(at)).collect();
    let never_ready = never_ready(ground, &all, most);
    let name = |at: usize| groups.get(at).map(|group| group.name.clone()).unwrap_or_default();
    let groups = walked.into_iter().map(|(at, method, tally, _)| (name(at), method, tally)).collect();
    Findings { groups, all, effects, never_ready, never_matter }
}

fn walk_group(ground: &Ground<'_>, group: &Group, most: usize) -> (Method, Tally) {
    match walk::exhaustive(ground, &group.start, most) {
        Some((tally, whole)) => (Method::Exhaustive(whole), tally),
        None => {
            let (tally, coverage) = covering::cover(ground, &group.start, most);
            (Method::Covering(coverage), tally)
        }
    }
}

/// Platforms never seen `ready`, looked at again with all answers that they read.
fn never_ready(ground: &Ground<'_>, all: &Tally, most: usize) -> Vec<(PlatformIx, bool)> {
    let ready = tally::STATUSES.iter().position(|status| *status == Status::Ready).unwrap_or_default();
    let unseen = all.statuses.iter().enumerate().filter(|(_, row)| row[ready] == 0);
    let judged = unseen.map(|(at, _)| {
        let place = PlatformIx::from_at(at);
        let reads = ground.reads.platforms.get(at).copied().unwrap_or(0);
        let is_ready = |evaluation: &buoc_so::engine::Evaluation| {
            evaluation.platform(place).is_some_and(|verdict| verdict.status == Status::Ready)
        };
        (place, walk::reachable(ground, reads, most, &is_ready))
    });
    judged.filter(|(_, found)| *found != Some(true)).map(|(place, found)| (place, found == Some(false))).collect()
}
