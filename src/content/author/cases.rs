//! Worked cases (contract section 3): a person, a day, and what must come out.

use crate::engine::{Evaluation, Reads, Status, Verdict};
use crate::model::{Date, Kind, Rules};
use crate::session::answer_file::{FileError, ids, question, read};
use crate::view::Report;
use serde_json::{Map, Value};
use std::{format, string::String, vec::Vec};

pub use crate::view::assess;

/// Runs one case; the list names what did not come out as expected.
///
/// # Errors
/// [`FileError`] for a malformed case.
pub fn run(bytes: &[u8], rules: &Rules, reads: &Reads) -> Result<Vec<String>, FileError> {
    let file = read(bytes, rules)?;
    let today = file.today.ok_or_else(|| FileError::at("today", "a case says which day it is"))?;
    let empty = Map::new();
    let expect = file.expect.as_ref().unwrap_or(&empty);
    let check = Check { rules, expect };
    check.keys()?;
    assess(&file, today, rules, reads, |report, evaluation| check.all(report, evaluation))
}

struct Check<'a> {
    rules: &'a Rules,
    expect: &'a Map<String, Value>,
}

impl Check<'_> {
    fn keys(&self) -> Result<(), FileError> {
        const KEYS: [&str; 17] = [
            "ready",
            "using",
            "first",
            "not_first",
            "after",
            "maybe",
            "not_now",
            "absent",
            "must",
            "right",
            "know",
            "no_duty",
            "plan_before",
            "asks",
            "never_asks",
            "next",
            "due",
        ];
        match self.expect.keys().find(|key| !KEYS.contains(&key.as_str())) {
            Some(other) => {
                Err(FileError::at(format!("expect.{other}"), format!("unknown key; expected one of {}", KEYS.join(", "))))
            }
            None => Ok(()),
        }
    }

    fn platform(&self, id: &str) -> bool {
        self.rules.platforms.iter().any(|entry| entry.id == id)
    }

    fn obligation(&self, id: &str) -> bool {
        self.rules.obligations.iter().any(|entry| entry.id == id)
    }

    fn capability(&self, id: &str) -> bool {
        self.rules.capabilities.iter().any(|entry| entry.id == id)
    }

    /// The ids at a key, each known to `known`.
    fn list<'e>(&'e self, key: &str, kind: &str, known: impl Fn(&str) -> bool) -> Result<Vec<&'e str>, FileError> {
        let place = |error: FileError| FileError::at(format!("expect.{}", error.key), error.reason);
        let list = ids(self.expect, key).map_err(place)?;
        match list.iter().find(|id| !known(id)) {
            Some(id) => Err(FileError::at(format!("expect.{key}"), format!("unknown {kind} \"{id}\""))),
            None => Ok(list),
        }
    }

    fn table(&self, key: &str) -> Result<Vec<(&str, &Value)>, FileError> {
        match self.expect.get(key) {
            None => Ok(Vec::new()),
            Some(Value::Object(table)) => Ok(table.iter().map(|(key, value)| (key.as_str(), value)).collect()),
            Some(_) => Err(FileError::at(format!("expect.{key}"), "expected a table")),
        }
    }

    fn all(&self, report: &Report<'_>, evaluation: &Evaluation) -> Result<Vec<String>, FileError> {
        let mut failures = Vec::new();
        self.statuses(report, &mut failures)?;
        self.first(report, &mut failures)?;
        self.obligations(report, evaluation, &mut failures)?;
        self.plan(report, &mut failures)?;
        self.path(report, &mut failures)?;
        Ok(failures)
    }

    fn statuses(&self, report: &Report<'_>, failures: &mut Vec<String>) -> Result<(), FileError> {
        let status = |id: &str| report.platforms.iter().find(|entry| entry.id == id).map_or("absent", |entry| entry.status);
        for (key, wanted) in [("ready", Status::Ready), ("using", Status::Using), ("not_now", Status::NotNow)] {
            for id in self.list(key, "platform", |id| self.platform(id))? {
                if status(id) != wanted.id() {
                    failures.push(format!("expect.{key}: {id} is {}", status(id)));
                }
            }
        }
        for (id, missing) in self.table("after")? {
            let key = format!("expect.after.{id}");
            if !self.platform(id) {
                return Err(FileError::at(key, format!("unknown platform \"{id}\"")));
            }
            let Value::Array(missing) = missing else { return Err(FileError::at(key, "expected a list of capabilities")) };
            let found = report.platforms.iter().find(|entry| entry.id == id);
            if status(id) != Status::After.id() {
                failures.push(format!("{key}: it is {}", status(id)));
                continue;
            }
            for capability in missing {
                let Some(capability) = capability.as_str().filter(|capability| self.capability(capability)) else {
                    return Err(FileError::at(key, format!("unknown capability {capability}")));
                };
                if !found.is_some_and(|entry| entry.missing.contains(&capability)) {
                    failures.push(format!("{key}: {capability} is not among the missing"));
                }
            }
        }
        for id in self.list("maybe", "platform or obligation", |id| self.platform(id) || self.obligation(id))? {
            let open = report.obligations.iter().any(|entry| entry.id == id && entry.kind == Verdict::Maybe.id());
            if status(id) != Status::Maybe.id() && !open {
                failures.push(format!("expect.maybe: {id} is not open"));
            }
        }
        // Content on hold is not in the catalogue at all, so these ids need not be known.
        for id in self.list("absent", "id", |_| true)? {
            if status(id) != "absent" || report.obligations.iter().any(|entry| entry.id == id) {
                failures.push(format!("expect.absent: {id} is there"));
            }
        }
        Ok(())
    }

    fn first(&self, report: &Report<'_>, failures: &mut Vec<String>) -> Result<(), FileError> {
        let first = self.list("first", "platform", |id| self.platform(id))?;
        if !report.first.starts_with(&first) {
            failures.push(format!("expect.first: the first cards are {}", report.first.join(", ")));
        }
        for id in self.list("not_first", "platform", |_| true)? {
            if report.first.contains(&id) {
                failures.push(format!("expect.not_first: {id} is among the first cards"));
            }
        }
        Ok(())
    }

    fn obligations(&self, report: &Report<'_>, _: &Evaluation, failures: &mut Vec<String>) -> Result<(), FileError> {
        let kind = |id: &str| report.obligations.iter().find(|entry| entry.id == id).map_or("not applicable", |entry| entry.kind);
        for wanted in [Kind::Must, Kind::Right, Kind::Know] {
            for id in self.list(wanted.id(), "obligation", |id| self.obligation(id))? {
                if kind(id) != wanted.id() {
                    failures.push(format!("expect.{}: {id} is {}", wanted.id(), kind(id)));
                }
            }
        }
        for id in self.list("no_duty", "obligation", |_| true)? {
            if kind(id) == Kind::Must.id() {
                failures.push(format!("expect.no_duty: {id} is a duty"));
            }
        }
        for (id, day) in self.table("due")? {
            let key = format!("expect.due.{id}");
            if !self.obligation(id) {
                return Err(FileError::at(key, format!("unknown obligation \"{id}\"")));
            }
            let Some(day) = day.as_str().filter(|day| Date::parse(day).is_some()) else {
                return Err(FileError::at(key, format!("{day} is no day YYYY-MM-DD")));
            };
            let due = report.obligations.iter().find(|entry| entry.id == id).and_then(|entry| entry.due.as_deref());
            if due != Some(day) {
                failures.push(format!("{key}: it is due {}", due.unwrap_or("never")));
            }
        }
        Ok(())
    }

    fn plan(&self, report: &Report<'_>, failures: &mut Vec<String>) -> Result<(), FileError> {
        const KEY: &str = "expect.plan_before";
        let pairs = match self.expect.get("plan_before") {
            None => return Ok(()),
            Some(Value::Array(pairs)) => pairs,
            Some(_) => return Err(FileError::at(KEY, "expected a list of pairs")),
        };
        for pair in pairs {
            let ids: Vec<&str> = pair.as_array().map(|pair| pair.iter().filter_map(Value::as_str).collect()).unwrap_or_default();
            let [before, after] = ids.as_slice() else { return Err(FileError::at(KEY, "expected pairs of ids")) };
            for id in [before, after] {
                if !(self.platform(id) || self.obligation(id) || self.capability(id)) {
                    return Err(FileError::at(KEY, format!("unknown id \"{id}\"")));
                }
            }
            let place = |id: &str| report.plan.iter().position(|step| step.id == id);
            match (place(before), place(after)) {
                (Some(one), Some(other)) if one < other => {}
                (Some(_), Some(_)) => failures.push(format!("{KEY}: {before} comes after {after}")),
                _ => failures.push(format!("{KEY}: {before} and {after} are not both in the plan")),
            }
        }
        Ok(())
    }

    fn path(&self, report: &Report<'_>, failures: &mut Vec<String>) -> Result<(), FileError> {
        for (key, wanted) in [("asks", true), ("never_asks", false)] {
            for id in self.list(key, "question", |_| true)? {
                question(self.rules, &format!("expect.{key}"), id)?;
                if report.path.contains(&id) != wanted {
                    failures.push(format!("expect.{key}: {id} is {}on the path", if wanted { "not " } else { "" }));
                }
            }
        }
        match self.expect.get("next") {
            None => {}
            Some(Value::String(id)) => {
                if !id.is_empty() {
                    question(self.rules, "expect.next", id)?;
                }
                if report.next.unwrap_or_default() != id {
                    failures.push(format!("expect.next: the next question is \"{}\"", report.next.unwrap_or_default()));
                }
            }
            Some(_) => return Err(FileError::at("expect.next", "expected a question id, or \"\" when none is left")),
        }
        Ok(())
    }
}
