//! How worked cases come out with two catalogues.

use crate::project;
use buoc_so::content::cases::assess;
use buoc_so::engine::Reads;
use buoc_so::model::Rules;
use buoc_so::session::answer_file::read;
use std::collections::BTreeMap;
use std::path::Path;

/// What differs.
#[derive(Debug, Default)]
pub struct Difference {
    /// One line for each thing that comes out differently.
    pub lines: Vec<String>,
    /// How many cases come out differently.
    pub different: usize,
    /// How many cases there are.
    pub all: usize,
}

/// How one case comes out.
#[derive(Default)]
struct Outcome {
    /// Status of each platform, kind of each obligation, with what is missing and when it is due.
    verdicts: BTreeMap<String, String>,
    missing: BTreeMap<String, String>,
    due: BTreeMap<String, String>,
    /// Lists whose order is a result.
    orders: Vec<(&'static str, Vec<String>)>,
    /// Lists that are a result as a whole.
    lists: Vec<(&'static str, Vec<String>)>,
}

/// Runs the answers of every case below a folder against both catalogues.
///
/// # Errors
/// The folder or file that cannot be read.
pub fn between(folder: &Path, root: &Path, before: &Rules, after: &Rules) -> Result<Difference, String> {
    if !folder.is_dir() {
        return Err(format!("{} is no folder: name a folder of case files with --cases.", folder.display()));
    }
    let reads = (Reads::of(before), Reads::of(after));
    let mut difference = Difference::default();
    for name in project::files_below(folder)?.iter().filter(|name| name.ends_with(".toml") || name.ends_with(".json")) {
        let path = folder.join(name);
        let bytes = std::fs::read(&path).map_err(|error| format!("{} cannot be read: {error}.", path.display()))?;
        difference.all += 1;
        let lines = case(&bytes, (before, &reads.0), (after, &reads.1));
        difference.different += usize::from(!lines.is_empty());
        let shown = path.strip_prefix(root).unwrap_or(&path).display();
        difference.lines.extend(lines.into_iter().map(|line| format!("case {shown} {line}")));
    }
    Ok(difference)
}

fn case(bytes: &[u8], before: (&Rules, &Reads), after: (&Rules, &Reads)) -> Vec<String> {
    match (outcome(bytes, before), outcome(bytes, after)) {
        (Ok((name, was)), Ok((_, is))) => compare(&was, &is).into_iter().map(|line| format!("[{name}]: {line}")).collect(),
        (Ok((name, _)), Err(error)) => vec![format!("[{name}]: cannot be read any more: {error}")],
        (Err(error), Ok((name, _))) => vec![format!("[{name}]: can be read now; before: {error}")],
        // A case that neither catalogue knows says nothing about their difference; `cargo xtask cases` names it.
        (Err(_), Err(_)) => Vec::new(),
    }
}

fn outcome(bytes: &[u8], (rules, reads): (&Rules, &Reads)) -> Result<(String, Outcome), String> {
    let file = read(bytes, rules).map_err(|error| error.to_string())?;
    let today = file.today.ok_or("today: a case says which day it is")?;
    let owned = |list: &[&str]| list.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
    let outcome = assess(&file, today, rules, reads, |report, _| {
        let mut outcome = Outcome::default();
        for platform in &report.platforms {
            outcome.verdicts.insert(platform.id.into(), platform.status.into());
            outcome.missing.insert(platform.id.into(), platform.missing.join(", "));
        }
        for obligation in &report.obligations {
            outcome.verdicts.insert(obligation.id.into(), obligation.kind.into());
            outcome.due.insert(obligation.id.into(), obligation.due.clone().unwrap_or_default());
        }
        let platforms: Vec<&str> = report.platforms.iter().map(|entry| entry.id).collect();
        let obligations: Vec<&str> = report.obligations.iter().map(|entry| entry.id).collect();
        let plan: Vec<&str> = report.plan.iter().map(|step| step.id).collect();
        outcome.orders = vec![("order of platforms", owned(&platforms)), ("order of obligations", owned(&obligations))];
        outcome.lists = vec![("first cards", owned(&report.first)), ("plan", owned(&plan)), ("questions", owned(&report.path))];
        outcome
    });
    Ok((file.name, outcome))
}

fn compare(was: &Outcome, is: &Outcome) -> Vec<String> {
    let mut lines = Vec::new();
    let nothing = |text: Option<&String>, none: &str| text.filter(|text| !text.is_empty()).map_or(none.to_owned(), Clone::clone);
    for id in was.verdicts.keys().chain(is.verdicts.keys().filter(|id| !was.verdicts.contains_key(*id))) {
        let (old, new) = (was.verdicts.get(id), is.verdicts.get(id));
        if old != new {
            lines.push(format!("{id} {} → {}", nothing(old, "absent"), nothing(new, "absent")));
            continue;
        }
        for (what, was, is) in [("missing", &was.missing, &is.missing), ("due", &was.due, &is.due)] {
            if was.get(id) != is.get(id) {
                lines.push(format!("{id} {what} {} → {}", nothing(was.get(id), "nothing"), nothing(is.get(id), "nothing")));
            }
        }
    }
    for ((name, was), (_, is)) in was.orders.iter().zip(&is.orders) {
        let old: Vec<&String> = was.iter().filter(|id| is.contains(id)).collect();
        let new: Vec<&String> = is.iter().filter(|id| was.contains(id)).collect();
        if let Some(at) = old.iter().zip(&new).position(|(old, new)| old != new) {
            let three = |list: &[&String]| list.iter().skip(at).take(3).map(|id| id.as_str()).collect::<Vec<_>>().join(", ");
            lines.push(format!("{name} from place {}: {} … → {} …", at + 1, three(&old), three(&new)));
        }
    }
    for ((name, was), (_, is)) in was.lists.iter().zip(&is.lists) {
        if was != is {
            lines.push(format!("{name} {} → {}", nothing(Some(&was.join(", ")), "none"), nothing(Some(&is.join(", ")), "none")));
        }
    }
    lines
}
