//! What the sheet promises, on the catalogue as it is. Ids and numbers, never words.

#![allow(clippy::expect_used)]

use super::page;
use crate::content;
use buoc_so::content::Catalogue;
use buoc_so::text::Lang;
use std::path::Path;

fn catalogue() -> Catalogue {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."));
    content::sound(root).expect("the catalogue is sound")
}

fn pages(catalogue: &Catalogue) -> [String; 2] {
    Lang::ALL.map(|lang| page(catalogue, lang, "1.2.3", "sheet.css"))
}

/// The value of an attribute in each tag that has it, with what follows up to the next tag that has it.
fn pieces<'a>(page: &'a str, name: &str) -> Vec<(&'a str, &'a str)> {
    let mark = format!(" {name}=\"");
    page.split(mark.as_str()).skip(1).filter_map(|rest| rest.split_once('"')).collect()
}

/// The number in the first box of a piece.
fn number(piece: &str) -> usize {
    let text = piece.split("class=\"box\">").nth(1).and_then(|rest| rest.split('<').next());
    text.and_then(|text| text.parse().ok()).unwrap_or(0)
}

#[test]
fn every_question_and_choice_stands_there_once_with_its_number() {
    let catalogue = catalogue();
    let wanted: Vec<&str> = catalogue.rules.questions.iter().map(|question| question.id.as_str()).collect();
    for page in pages(&catalogue) {
        let found = pieces(&page, "data-question");
        assert_eq!(found.iter().map(|(id, _)| *id).collect::<Vec<_>>(), wanted);
        for ((at, question), (_, piece)) in catalogue.rules.questions.iter().enumerate().zip(found) {
            let piece = piece.split("<section").next().unwrap_or("");
            assert!(piece.contains(&format!("<span class=\"n\">{}.</span>", at + 1)), "{}", question.id);
            let choices: Vec<(&str, usize)> =
                pieces(piece, "data-choice").into_iter().map(|(id, rest)| (id, number(rest))).collect();
            let ids = question.choices.iter().enumerate().map(|(at, choice)| (choice.id.as_str(), at + 1));
            let expected: Vec<(&str, usize)> = if question.local { Vec::new() } else { ids.collect() };
            assert_eq!(choices, expected, "{}", question.id);
        }
    }
}

#[test]
fn the_helper_counts_what_the_session_counts() {
    let catalogue = catalogue();
    let lists = &catalogue.outreach[0];
    let areas: Vec<&str> = catalogue.rules.areas.iter().map(|area| area.id.as_str()).collect();
    let skills: Vec<&str> = lists.skills.iter().map(|one| one.id.as_str()).collect();
    let blockers: Vec<&str> = lists.blockers.iter().map(|one| one.id.as_str()).collect();
    let ages: Vec<&str> = lists.ages.iter().map(|one| one.id.as_str()).collect();
    for page in pages(&catalogue) {
        let found = pieces(&page, "data-list");
        assert_eq!(found.iter().map(|(name, _)| *name).collect::<Vec<_>>(), ["area", "skill", "blocker", "age"]);
        for ((_, piece), ids) in found.into_iter().zip([&areas, &skills, &blockers, &ages]) {
            let entries = pieces(piece, "data-entry").into_iter().map(|(id, rest)| (id, number(rest))).collect::<Vec<_>>();
            let expected: Vec<(&str, usize)> = ids.iter().enumerate().map(|(at, id)| (*id, at + 1)).collect();
            assert_eq!(entries, expected);
        }
    }
}

#[test]
fn nothing_runs_and_nothing_is_asked_for_that_names_a_person() {
    for page in pages(&catalogue()) {
        assert!(!page.contains("<script") && !page.contains("<input") && !page.contains("<form"));
        assert_eq!(page.matches("<link").count(), 2, "a drawing and a style");
    }
}
