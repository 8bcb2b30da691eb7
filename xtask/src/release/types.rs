//! The types for TypeScript: names from the catalogue, the assessment from the engine's own types (ts-rs).

use buoc_so::engine::{Status, Verdict};
use buoc_so::model::{Kind, Rules};
use buoc_so::view::{CatalogueReport, ObligationReport, PlatformReport, ReasonReport, Report, StepReport, Summary};
use std::fmt::Write as _;
use ts_rs::{Config, TS};

/// What does not depend on the catalogue, and the sentences for whoever programs with it.
const WRITTEN: &str = include_str!("../../../npm/types.d.ts");
/// The kinds of steps: the words of `StepKind::id`, which carries ids and cannot be listed. A test compares them.
const STEPS: [&str; 3] = ["capability", "platform", "duty"];

/// The whole declaration file, without the functions: those come from wasm-bindgen.
pub fn declarations(rules: &Rules) -> String {
    let mut out = WRITTEN.to_owned();
    let kinds = [Verdict::Is(Kind::Must), Verdict::Is(Kind::Right), Verdict::Is(Kind::Know), Verdict::Maybe];
    union(&mut out, "Status", Status::ALL.map(Status::id).into_iter());
    union(&mut out, "ObligationKind", kinds.map(Verdict::id).into_iter());
    union(&mut out, "StepKind", STEPS.into_iter());
    union(&mut out, "QuestionId", rules.questions.iter().map(|entry| entry.id.as_str()));
    union(&mut out, "AreaId", rules.areas.iter().map(|entry| entry.id.as_str()));
    union(&mut out, "CapabilityId", rules.capabilities.iter().map(|entry| entry.id.as_str()));
    union(&mut out, "PlatformId", rules.platforms.iter().map(|entry| entry.id.as_str()));
    union(&mut out, "ObligationId", rules.obligations.iter().map(|entry| entry.id.as_str()));
    union(&mut out, "SourceId", rules.sources.iter().map(String::as_str));
    answers(&mut out, rules);
    let numbers = Config::new();
    for declared in [
        declared::<Report<'_>>(&numbers),
        declared::<CatalogueReport<'_>>(&numbers),
        declared::<PlatformReport<'_>>(&numbers),
        declared::<ReasonReport<'_>>(&numbers),
        declared::<ObligationReport<'_>>(&numbers),
        declared::<StepReport<'_>>(&numbers),
        declared::<Summary>(&numbers),
    ] {
        out.push_str(&declared);
    }
    out
}

/// The choices of each question, and answers made of them: one, or several.
fn answers(out: &mut String, rules: &Rules) {
    out.push_str("\nexport interface Choices {\n");
    for question in &rules.questions {
        let choices: Vec<String> = question.choices.iter().map(|choice| format!("\"{}\"", choice.id)).collect();
        let _ = writeln!(out, "  \"{}\": {};", question.id, choices.join(" | "));
    }
    out.push_str("}\n\nexport interface Answers {\n");
    for question in &rules.questions {
        let one = format!("Choices[\"{}\"]", question.id);
        let value = if question.several { format!("readonly {one}[]") } else { one };
        let _ = writeln!(out, "  \"{}\"?: {value} | undefined;", question.id);
    }
    out.push_str("}\n");
}

fn union<'a>(out: &mut String, name: &str, ids: impl Iterator<Item = &'a str>) {
    let _ = write!(out, "\nexport type {name} =");
    for id in ids {
        let _ = write!(out, "\n  | \"{id}\"");
    }
    out.push_str(";\n");
}

fn declared<T: TS>(numbers: &Config) -> String {
    // The last field ends in the same line there.
    format!("\n{}export {}\n", T::docs().unwrap_or_default(), T::decl(numbers).replace(", };", ",\n};"))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::content;
    use buoc_so::engine::Reads;
    use buoc_so::session::answer_file::read;
    use buoc_so::view::assess;
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    /// Whatever the worked cases bring out has its place in the unions.
    #[test]
    fn every_word_of_an_assessment_is_declared() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let catalogue = content::sound(root).unwrap();
        let (rules, reads) = (&catalogue.rules, Reads::of(&catalogue.rules));
        let text = declarations(rules);
        let members = |name: &str| -> BTreeSet<String> {
            let union = text.split_once(&format!("export type {name} =")).unwrap().1.split_once(';').unwrap().0;
            union.split('"').skip(1).step_by(2).map(str::to_owned).collect()
        };
        let (mut status, mut kind, mut step) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        let cases = root.join("tests/cases");
        for file in crate::project::files_below(&cases).unwrap().iter().filter(|file| file.ends_with(".toml")) {
            let file = read(&fs::read(cases.join(file)).unwrap(), rules).unwrap();
            assess(&file, file.today.unwrap(), rules, &reads, |report, _| {
                status.extend(report.platforms.iter().map(|entry| entry.status.to_owned()));
                kind.extend(report.obligations.iter().map(|entry| entry.kind.to_owned()));
                step.extend(report.plan.iter().map(|entry| entry.kind.to_owned()));
            });
        }
        assert_eq!((members("Status"), members("ObligationKind"), members("StepKind")), (status, kind, step));
        assert!(members("PlatformId").len() == rules.platforms.len() && members("SourceId").len() == rules.sources.len());
    }

    /// What the product hands out has no field of any other type than the declaration says: names as serde writes them.
    #[test]
    fn the_declared_fields_are_those_that_are_printed() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let text = declarations(&content::sound(root).unwrap().rules);
        for name in ["catalogue", "as_of", "path", "next", "first", "unlocks", "due", "not_now", "sources"] {
            assert!(text.contains(&format!("{name}: ")), "{name}");
        }
        assert!(!text.contains("bigint"));
    }
}
