//! The walk over an invented catalogue whose ways can be counted by hand.

use super::effect::Effect;
use super::ground::Ground;
use super::{Findings, Method, explore, options, report, walk};
use crate::catalogue::invented::catalogue;
use buoc_so::content::Catalogue;
use buoc_so::model::{Answers, Date, Given, PlatformIx, QuestionIx};
use std::time::{Duration, Instant};

fn walked(catalogue: &Catalogue, evaluations: usize, seconds: u64) -> (Ground<'_>, Findings) {
    let ground = Ground::new(catalogue, Date::from_days(20_500), Instant::now() + Duration::from_secs(seconds));
    let findings = explore(&ground, evaluations);
    (ground, findings)
}

#[test]
fn small_groups_are_walked_exhaustively_and_large_ones_are_covered() {
    let catalogue = catalogue(&[]);
    let (_, all) = walked(&catalogue, 1_000, 60);
    let names: Vec<&str> = all.groups.iter().map(|(name, ..)| name.as_str()).collect();
    assert_eq!(names, ["person", "firm", "skipped"]);
    assert!(all.groups.iter().all(|(_, method, _)| *method == Method::Exhaustive(true)));
    // tool: yes, no, unknown. extra: less than two, two or more, skipped. dull: one class.
    assert_eq!(all.groups.iter().map(|(.., tally)| tally.runs).collect::<Vec<_>>(), [3, 9, 3]);
    assert_eq!(all.groups.iter().map(|(.., tally)| tally.path().0).collect::<Vec<_>>(), [3, 4, 3]);
    let (_, covered) = walked(&catalogue, 3 * 8, 60);
    let (_, method, tally) = &covered.groups[1];
    assert!(matches!(method, Method::Covering(coverage) if !coverage.complete.1), "{method:?}");
    assert!(tally.runs <= 8, "{}", tally.runs);
}

#[test]
fn a_covering_array_shows_every_pair_and_triple_that_can_occur() {
    let catalogue = catalogue(&[]);
    let ground = Ground::new(&catalogue, Date::from_days(20_500), Instant::now() + Duration::from_secs(60));
    let mut firm = Answers::none(4);
    firm.set(QuestionIx(0), Given::Chosen(2));
    let (tally, coverage) = super::covering::cover(&ground, &firm, 10_000);
    // 3 answers to tool; skipped, 4 alone, 3 pairs, all three to extra; skipped and 2 to dull.
    assert_eq!(coverage.complete, (true, true));
    assert_eq!(coverage.pairs, (3 * 9 + 3 * 3 + 9 * 3, 0));
    assert_eq!(coverage.triples, (3 * 9 * 3, 0));
    assert_eq!(tally.runs, 3 * 9 * 3);
    assert!(tally.kinds[0][0] > 0);
}

#[test]
fn what_can_never_be_ready_and_what_never_matters_is_named() {
    let catalogue = catalogue(&[]);
    let (ground, all) = walked(&catalogue, 1_000, 60);
    assert_eq!(all.never_ready, [(PlatformIx(1), true)]);
    assert_eq!(all.never_matter, [QuestionIx(3)]);
    assert_eq!(all.effects.questions, [Some(Effect::Status), Some(Effect::Status), Some(Effect::Status), None]);
    let idle: Vec<_> = all.effects.without_effect(&ground).collect();
    assert_eq!(idle, [("dull", "x"), ("dull", "y")]);
    assert_eq!(options::alike(&catalogue, QuestionIx(2), &catalogue.rules.questions[2]), [["a", "b", "c"]]);
    let json = report::json(&ground, &all, (0.0, 0));
    assert_eq!(json["never_ready"][0]["platform"], "never");
    assert_eq!(json["never_matter"], serde_json::json!(["dull"]));
    assert_eq!(json["platforms"]["useful"]["ready"], 5);
    assert_eq!(json["runs"], 15);
}

#[test]
fn choices_that_move_an_area_up_change_the_order_alone() {
    let catalogue = catalogue(&[
        (
            "areas.toml",
            ", \"never\"]",
            "]\n[[area]]\nid = \"other\"\nname = { vi = \"a\", en = \"a\" }\nempty = { vi = \"a\", en = \"a\" }\nplatforms = [\"never\"]",
        ),
        ("platforms/never.toml", "area = \"area\"", "area = \"other\""),
        ("platforms/never.toml", "suits = \"nobody\"", "suits = \"everyone\""),
        ("questions.toml", "{ id = \"x\",", "{ id = \"x\", areas = [\"other\"],"),
    ]);
    let (ground, all) = walked(&catalogue, 1_000, 60);
    assert_eq!(all.effects.questions[3], Some(Effect::Order));
    let idle: Vec<_> = all.effects.without_effect(&ground).filter(|(question, _)| *question == "dull").collect();
    assert_eq!(idle, [("dull", "y")]);
    // Nothing but the condition of another question reads the first one now, so neither is ever asked.
    assert_eq!(all.never_matter, [QuestionIx(0), QuestionIx(2)]);
    assert!(all.never_ready.is_empty());
}

#[test]
fn a_question_that_nothing_reads_is_never_asked_and_never_matters() {
    let catalogue = catalogue(&[("questions.toml", "always = true\n", "")]);
    let (_, all) = walked(&catalogue, 1_000, 60);
    assert!(all.groups.iter().all(|(.., tally)| tally.never_asked == [QuestionIx(3)]));
    assert_eq!(all.never_matter, [QuestionIx(3)]);
}

#[test]
fn a_platform_that_many_answers_hide_is_still_found_ready() {
    let catalogue = catalogue(&[]);
    let ground = Ground::new(&catalogue, Date::from_days(20_500), Instant::now() + Duration::from_secs(60));
    let ready = |place: u16| {
        move |evaluation: &buoc_so::engine::Evaluation| {
            evaluation.platform(PlatformIx(place)).is_some_and(|verdict| verdict.status == buoc_so::engine::Status::Ready)
        }
    };
    assert_eq!(walk::reachable(&ground, ground.reads.platforms[0], 100, &ready(0)), Some(true));
    assert_eq!(walk::reachable(&ground, ground.reads.platforms[1], 100, &ready(1)), Some(false));
    assert_eq!(walk::reachable(&ground, ground.reads.platforms[1], 1, &ready(1)), None);
}

#[test]
fn a_dead_end_is_counted_with_an_example() {
    let nobody = catalogue(&[("platforms/useful.toml", "suits = \"everyone\"", "suits = \"nobody\"")]);
    let (_, all) = walked(&nobody, 1_000, 60);
    assert_eq!(all.all.nothing.count, all.all.runs);
    assert!(all.all.no_cards.example.contains("who = person"), "{}", all.all.no_cards.example);
}

#[test]
fn time_running_out_is_said() {
    let catalogue = catalogue(&[]);
    let (_, all) = walked(&catalogue, 1_000, 0);
    assert!(all.groups.iter().all(|(_, method, _)| *method == Method::Exhaustive(false)));
}
