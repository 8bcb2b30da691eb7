//! The short check (decision 35), with invented parts where the catalogue must not have any: bands.

use crate::common::{day, loaded, reads, rules};
use buoc_so::engine::check::{band, points, score, weakest};
use buoc_so::engine::facts_of;
use buoc_so::model::{Answers, Band, Check, CheckGroup, CheckItem, Marks};
use buoc_so::session::answer_file::read;
use buoc_so::session::saved::{open, save};
use buoc_so::session::{CHECK, Save, Session, tick};
use buoc_so::text::Lang;

type Said = Vec<(String, Vec<String>)>;

fn check() -> &'static Check {
    &loaded().0.cards[0].check
}

fn items() -> impl Iterator<Item = &'static CheckItem> {
    check().groups.iter().flat_map(|group| &group.items)
}

/// What is said of every item that is asked: the choice with the most or the fewest points.
fn all(most: bool) -> Said {
    let asked = items().filter(|item| item.have.is_none());
    asked
        .map(|item| {
            let best = item.choices.iter().filter(|choice| if most { choice.points > 0 } else { choice.points == 0 });
            let best: Vec<String> = best.map(|choice| choice.id.clone()).collect();
            let last = if item.several { best.clone() } else { best.last().cloned().into_iter().collect() };
            (item.id.clone(), last)
        })
        .collect()
}

fn company(answers: &str) -> Answers {
    let text = format!("today = \"2026-11-21\"\n[answers]\naudience = \"enterprise\"\n{answers}");
    read(text.as_bytes(), rules()).unwrap().answers
}

fn scores(answers: &Answers, said: &Said) -> Vec<Option<u8>> {
    let marks = Marks::default();
    let facts = facts_of(rules(), reads(), answers, &marks);
    check().groups.iter().map(|group| score(group, &facts, said)).collect()
}

#[test]
fn eight_to_ten_questions_with_ids_of_their_own() {
    let asked: Vec<&CheckItem> = items().filter(|item| item.have.is_none()).collect();
    assert!((8..=10).contains(&asked.len()), "{}", asked.len());
    assert!(items().all(|item| item.id.starts_with(CHECK)));
    assert!(check().bands.is_empty(), "no band before the annex itself was read");
    assert_eq!(check().groups.len(), 3);
    // Both languages ask and count the same.
    for (vi, en) in items().zip(loaded().0.cards[1].check.groups.iter().flat_map(|group| &group.items)) {
        assert_eq!((&vi.id, &vi.have, &vi.platforms), (&en.id, &en.have, &en.platforms));
        let points = |item: &CheckItem| item.choices.iter().map(|choice| (choice.id.clone(), choice.points)).collect::<Vec<_>>();
        assert_eq!(points(vi), points(en));
    }
}

#[test]
fn all_of_it_is_a_hundred_none_of_it_nothing_and_unknown_is_neither() {
    let tools = "tools = [\"e-invoice\", \"accounting\", \"online-sales\", \"digital-signature\", \"e-contract\", \"crm\", \"backup-security\"]";
    assert_eq!(scores(&company(tools), &all(true)), [Some(100); 3]);
    assert_eq!(scores(&company("tools = [\"none\"]"), &all(false)), [Some(0); 3]);
    assert_eq!(scores(&company(""), &Said::new()), [None; 3]);
    // Known from the main questions alone: only the group of tools.
    let known = scores(&company("tools = [\"crm\"]"), &Said::new());
    assert_eq!((known[0], known[1], known[2]), (None, None, Some(17)));
}

#[test]
fn the_weakest_two_come_first_and_a_full_score_asks_for_nothing() {
    let marks = Marks::default();
    let answers = company("tools = [\"crm\", \"backup-security\"]");
    let facts = facts_of(rules(), reads(), &answers, &marks);
    let mut said = all(true);
    let (weak, weaker) = ("check-budget", "check-cloud");
    for (id, chosen) in &mut said {
        if id == weak || id == weaker {
            let item = items().find(|item| item.id == *id).unwrap();
            *chosen = vec![item.choices[usize::from(id == weak)].id.clone()];
        }
    }
    let groups = &check().groups[..2];
    let two: Vec<&str> = weakest(groups, &facts, &said).into_iter().flatten().map(|item| item.id.as_str()).collect();
    assert_eq!(two, [weaker, weak]);
    assert_eq!(weakest(groups, &facts, &all(true)), [None; 2]);
    for item in weakest(groups, &facts, &said).into_iter().flatten() {
        assert!(!item.step.is_empty() && !item.platforms.is_empty(), "{}", item.id);
    }
}

#[test]
fn invented_bands_are_read() {
    let bands = [(10, "one"), (30, "two"), (90, "three")].map(|(from, name)| Band { from, name: name.into() });
    let name = |score| band(&bands, score).map(|band| band.name.as_str());
    assert_eq!(
        [name(9), name(10), name(29), name(30), name(89), name(100)],
        [None, Some("one"), Some("one"), Some("two"), Some("two"), Some("three")]
    );
    assert!(band(&[], 50).is_none());
}

#[test]
fn taps_choose_toggle_and_are_kept() {
    let radio = items().find(|item| !item.several && item.have.is_none()).unwrap();
    let boxes = items().find(|item| item.several).unwrap();
    let none = boxes.choices.iter().find(|choice| choice.points == 0).unwrap();
    let mut session = Session::new(rules().questions.len(), Lang::Vi, Save::Device);
    let said = |session: &Session, id: &str| session.check.iter().find(|(item, _)| item == id).map(|(_, chosen)| chosen.clone());
    assert!(session.is_empty());
    tick(&mut session, radio, &radio.choices[0]);
    tick(&mut session, radio, &radio.choices[1]);
    assert_eq!(said(&session, &radio.id), Some(vec![radio.choices[1].id.clone()]));
    for choice in [&boxes.choices[0], &boxes.choices[1], &boxes.choices[0]] {
        tick(&mut session, boxes, choice);
    }
    assert_eq!(said(&session, &boxes.id), Some(vec![boxes.choices[1].id.clone()]));
    tick(&mut session, boxes, none);
    assert_eq!(said(&session, &boxes.id), Some(vec![none.id.clone()]), "none stands alone");
    tick(&mut session, boxes, &boxes.choices[2]);
    assert_eq!(said(&session, &boxes.id), Some(vec![boxes.choices[2].id.clone()]), "and goes");
    tick(&mut session, boxes, &boxes.choices[2]);
    assert_eq!(said(&session, &boxes.id), None, "nothing ticked is no answer");
    assert!(!session.is_empty());
    let opened = open(&save(&session, rules(), day("2026-11-21")), rules(), day("2026-11-22")).unwrap();
    assert_eq!((opened.session.check, opened.dropped), (session.check, 0));
}

#[test]
fn what_is_known_from_another_answer_is_not_asked() {
    let marks = Marks::default();
    let answers = company("tools = [\"backup-security\"]");
    let facts = facts_of(rules(), reads(), &answers, &marks);
    let known: Vec<(u32, u32)> =
        items().filter(|item| item.have.is_some()).filter_map(|item| points(item, &facts, &[])).collect();
    assert_eq!(known.iter().map(|(points, _)| points).sum::<u32>(), 1);
    assert!(known.iter().all(|(_, most)| *most == 1));
}

/// A group with two items of which one is known has a score, with three it has none.
#[test]
fn half_must_be_known() {
    let item =
        |id: &str| CheckItem { id: id.into(), ..items().find(|item| item.have.is_none() && !item.several).unwrap().clone() };
    let marks = Marks::default();
    let answers = company("");
    let facts = facts_of(rules(), reads(), &answers, &marks);
    let said = vec![("check-a".to_string(), vec![item("check-a").choices[1].id.clone()])];
    let group = |ids: &[&str]| CheckGroup { id: "g".into(), name: "g".into(), items: ids.iter().map(|id| item(id)).collect() };
    assert!(score(&group(&["check-a", "check-b"]), &facts, &said).is_some());
    assert!(score(&group(&["check-a", "check-b", "check-c"]), &facts, &said).is_none());
}
