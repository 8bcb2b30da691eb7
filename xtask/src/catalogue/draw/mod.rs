//! The questions and what they lead to, as SVG: questions in content order, framed by the condition under which they are
//! asked, an arrow from each question that such a condition reads, and beside each question who reads its answer.

mod layout;
mod svg;

use crate::catalogue::condition_text;
use crate::content;
use crate::project::{self, Project};
use buoc_so::content::Catalogue;
use buoc_so::engine::Reads;
use buoc_so::model::{Condition, Mask, QuestionIx};
use std::path::PathBuf;
use std::process::ExitCode;

/// What can be said on the command line.
#[derive(clap::Args)]
pub struct Args {
    /// Where to write it, instead of target/catalogue.svg
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// A question as it is drawn.
pub struct Drawn {
    /// Its number in content order, from 1.
    pub number: usize,
    /// Its id.
    pub id: String,
    /// Its short Vietnamese name.
    pub name: String,
    /// Who reads its answer, as paragraphs.
    pub readers: Vec<String>,
}

/// Questions that are asked under the same condition.
pub struct Frame {
    /// The condition in words; what its rules mean stands below it.
    pub asked_when: Vec<String>,
    /// The numbers of the questions that the condition reads.
    pub sources: Vec<usize>,
    /// The questions.
    pub questions: Vec<Drawn>,
}

/// Carries it out.
///
/// # Errors
/// One sentence that says what to do.
pub fn run(args: &Args) -> Result<ExitCode, String> {
    let project = Project::find()?;
    let catalogue = content::sound(&project.root)?;
    let out = args.out.clone().unwrap_or_else(|| project.target.join("catalogue.svg"));
    let title = format!("The questions of catalogue {} and what reads their answers", catalogue.rules.version);
    project::write(&out, layout::draw(&title, &frames(&catalogue)).as_bytes())?;
    println!("The picture is in {}; any browser opens it.", out.display());
    Ok(ExitCode::SUCCESS)
}

/// Frames in the order of their first question.
pub fn frames(catalogue: &Catalogue) -> Vec<Frame> {
    let rules = &catalogue.rules;
    let reads = Reads::of(rules);
    let [words, _] = &catalogue.words;
    let mut frames: Vec<(&Condition, Frame)> = Vec::new();
    for (at, question) in rules.questions.iter().enumerate() {
        let drawn = Drawn {
            number: at + 1,
            id: question.id.clone(),
            name: words.questions.get(at).map(|words| words.short.clone()).unwrap_or_default(),
            readers: readers(catalogue, &reads, QuestionIx::from_at(at)),
        };
        match frames.iter_mut().find(|(when, _)| **when == question.when) {
            Some((_, frame)) => frame.questions.push(drawn),
            None => {
                let sources = condition_text::places(reads.condition(&question.when)).map(|place| place.at() + 1).collect();
                let frame = Frame { asked_when: asked_when(catalogue, &question.when), sources, questions: vec![drawn] };
                frames.push((&question.when, frame));
            }
        }
    }
    frames.into_iter().map(|(_, frame)| frame).collect()
}

/// The condition, then every rule it names, spelled out.
fn asked_when(catalogue: &Catalogue, when: &Condition) -> Vec<String> {
    let rules = &catalogue.rules;
    if *when == Condition::Always {
        return vec!["asked of everybody".into()];
    }
    let mut lines = vec![format!("asked when {}", condition_text::says(rules, when))];
    let (mut open, mut named) = (vec![when], Vec::new());
    while let Some(condition) = open.pop() {
        match condition {
            Condition::All(parts) | Condition::Any(parts) => open.extend(parts.iter().rev()),
            Condition::Not(part) => open.push(part),
            Condition::Rule(place) if !named.contains(place) => {
                named.push(*place);
                if let Some(rule) = rules.rules.get(place.at()) {
                    lines.push(format!("{}: {}", rule.id, condition_text::says(rules, &rule.when)));
                    open.push(&rule.when);
                }
            }
            _ => {}
        }
    }
    lines
}

/// Platforms by area, obligations, and questions whose condition reads the answer.
fn readers(catalogue: &Catalogue, reads: &Reads, place: QuestionIx) -> Vec<String> {
    let rules = &catalogue.rules;
    let bit: Mask = 1 << place.0;
    let mut readers = Vec::new();
    let by_area = rules.areas.iter().enumerate().filter_map(|(at, area)| {
        let own = rules.platforms.iter().zip(&reads.platforms).filter(|(platform, _)| platform.area.at() == at);
        let (all, count) = own.fold((0, 0), |(all, count), (_, mask)| (all + 1, count + usize::from(mask & bit != 0)));
        (count > 0).then(|| format!("{} {count} of {all}", area.id))
    });
    let by_area: Vec<String> = by_area.collect();
    let obligations = rules.obligations.iter().zip(&reads.obligations).filter(|(_, mask)| *mask & bit != 0);
    let obligations: Vec<&str> = obligations.map(|(obligation, _)| obligation.id.as_str()).collect();
    let questions = rules.questions.iter().filter(|question| reads.condition(&question.when) & bit != 0);
    let questions: Vec<&str> = questions.map(|question| question.id.as_str()).collect();
    if !by_area.is_empty() {
        let all = reads.platforms.iter().filter(|mask| *mask & bit != 0).count();
        readers.push(format!("platforms ({all}): {}", by_area.join(", ")));
    }
    if !obligations.is_empty() {
        readers.push(format!("obligations ({}): {}", obligations.len(), obligations.join(", ")));
    }
    if !questions.is_empty() {
        readers.push(format!("decides whether is asked: {}", questions.join(", ")));
    }
    if let Some(question) = rules.questions.get(place.at()) {
        let moved = |choice: &buoc_so::model::Choice| !choice.areas.is_empty() || !choice.areas_when.is_empty();
        if question.choices.iter().any(moved) {
            readers.push("the choices move areas up".into());
        }
        if question.local {
            let local = rules.platforms.iter().filter(|platform| platform.local).count();
            readers.push(format!("chooses local texts of platforms ({local})"));
        }
    }
    if readers.is_empty() {
        readers.push("nothing reads this answer".into());
    }
    readers
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::invented::catalogue;

    #[test]
    fn questions_are_framed_by_their_condition_with_their_sources_and_readers() {
        let frames = frames(&catalogue(&[]));
        let ids: Vec<Vec<&str>> =
            frames.iter().map(|frame| frame.questions.iter().map(|question| question.id.as_str()).collect()).collect();
        assert_eq!(ids, [vec!["who", "tool", "dull"], vec!["extra"]]);
        assert_eq!(frames[1].sources, [1]);
        assert_eq!(frames[1].asked_when, ["asked when who is firm"]);
        assert!(frames[0].questions[1].readers[0].contains("area 2 of 2"));
        assert!(frames[1].questions[0].readers[0].contains("duty"));
        assert_eq!(frames[0].questions[2].readers.len(), 1);
    }

    #[test]
    fn the_rules_of_a_condition_are_spelled_out_once() {
        let catalogue = catalogue(&[(
            "questions.toml",
            "when = { question = \"who\", is = [\"firm\"] }",
            "when = { any = [ { rule = \"nobody\" }, { not = { rule = \"nobody\" } } ] }",
        )]);
        let frames = frames(&catalogue);
        assert_eq!(
            frames[1].asked_when,
            ["asked when rule nobody or not (rule nobody)", "nobody: who is person and who is firm"]
        );
    }
}
