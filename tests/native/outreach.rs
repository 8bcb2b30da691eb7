//! The content of training sessions: whole, in step with the questions, and apart from what citizens load.

use crate::common::{loaded, reads, root, rules};
use buoc_so::content::{pack_outreach, unpack_outreach};
use buoc_so::engine::path_of;
use buoc_so::model::{Answers, Given, Marks, OutreachWords};
use buoc_so::outreach::Metric;
use buoc_so::view::OutreachWord;
use std::collections::BTreeSet;
use std::fs;

fn both() -> &'static [OutreachWords; 2] {
    &loaded().0.outreach
}

#[test]
fn the_packed_part_comes_back_the_same() {
    for words in both() {
        assert_eq!(unpack_outreach(&pack_outreach(words)).as_ref(), Ok(words));
    }
}

#[test]
fn every_word_and_every_question_has_its_text() {
    for words in both() {
        assert_eq!(words.interface.len(), OutreachWord::ALL.len());
        assert!(OutreachWord::ALL.iter().all(|word| !word.of(words).is_empty()));
        assert_eq!(words.cards.len(), rules().questions.len());
        assert!(words.cards.iter().all(|card| !card.say.is_empty() && !card.avoid.is_empty()));
        assert!(!words.safety.is_empty() && !words.bring.is_empty());
    }
}

#[test]
fn both_languages_speak_of_the_same() {
    let ids = |words: &OutreachWords| {
        let named = [&words.skills, &words.ages, &words.metrics, &words.columns].into_iter().flatten().map(|one| one.id.clone());
        let blockers = words.blockers.iter().map(|one| format!("{} {:?} {:?}", one.id, one.capability, one.area));
        let people = words.people.iter().map(|one| format!("{} {:?}", one.id, one.answers));
        named.chain(blockers).chain(people).collect::<Vec<_>>()
    };
    assert_eq!(ids(&both()[0]), ids(&both()[1]));
    assert_eq!((both()[0].safety.len(), both()[0].bring.len()), (both()[1].safety.len(), both()[1].bring.len()));
}

/// One of each audience, one with a basic phone, one with a shared phone; after their answers only local texts are asked for.
#[test]
fn sample_persons_are_of_every_kind_and_answer_all_they_are_asked() {
    let mut given = BTreeSet::new();
    for person in &both()[0].people {
        let mut answers = Answers::none(rules().questions.len());
        for (question, mask) in &person.answers {
            answers.set(*question, Given::Chosen(*mask));
            let question = &rules().questions[question.at()];
            let chosen = question.choices.iter().enumerate().filter(|(bit, _)| mask & 1 << bit != 0);
            given.extend(chosen.map(|(_, choice)| format!("{}={}", question.id, choice.id)));
        }
        let next = path_of(rules(), reads(), &answers, &Marks::default()).next;
        assert!(next.is_none_or(|next| rules().questions[next.at()].local), "{}", person.id);
    }
    let audiences = rules().questions[0].choices.iter().map(|choice| format!("audience={}", choice.id));
    for wanted in audiences.chain(["device=basic-phone".into(), "device=smartphone-shared".into()]) {
        assert!(given.contains(&wanted), "nobody answers {wanted}");
    }
}

/// The names of what is counted are those that sessions count by.
#[test]
fn what_is_counted_has_a_name() {
    let ids: Vec<&str> = both()[0].metrics.iter().map(|metric| metric.id.as_str()).collect();
    assert_eq!(ids, Metric::ALL.map(Metric::id));
}

/// Drawings are named in content and drawn in code.
#[test]
fn every_drawing_that_is_named_is_there() {
    let drawn = fs::read_to_string(root().join("src/ui/icons.rs")).unwrap();
    let choices = rules().questions.iter().flat_map(|question| &question.choices).map(|choice| &choice.icon);
    let capabilities = rules().capabilities.iter().map(|capability| &capability.icon);
    for icon in choices.chain(capabilities).chain(both()[0].bring.iter().map(|thing| &thing.icon)) {
        assert!(icon.is_empty() || drawn.contains(&format!("(\"{icon}\", ")), "no drawing is called {icon}");
    }
}
