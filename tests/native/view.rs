//! What screens are made from, where a slip would not be seen in the verdicts: filled sentences, words that come late, the
//! same platform said the same way everywhere.

use crate::common::{day, loaded, reads, rules};
use buoc_so::engine::{StepKind, evaluate, facts_of};
use buoc_so::model::Date;
use buoc_so::session::answer_file::read;
use buoc_so::session::{Save, Session};
use buoc_so::text::{Lang, fill};
use buoc_so::view::{Scene, Word};

const TODAY: &str = "2026-11-21";

/// Looks at the results of somebody who gave these answers.
fn look<T>(lang: Lang, answers: &str, look: impl FnOnce(&Scene<'_>) -> T) -> T {
    look_on(day(TODAY), true, lang, answers, look)
}

/// The same on another day, or with a device whose date is not believable.
pub fn look_on<T>(today: Date, clock_ok: bool, lang: Lang, answers: &str, look: impl FnOnce(&Scene<'_>) -> T) -> T {
    let file = read(format!("today = \"{today}\"\n[answers]\n{answers}").as_bytes(), rules()).unwrap();
    let mut session = Session::new(rules().questions.len(), lang, Save::Off);
    session.answers = file.answers;
    let (words, cards) = (&loaded().0.words[lang as usize], &loaded().0.cards[lang as usize]);
    let evaluation = evaluate(rules(), reads(), &session.answers, &session.marks, today);
    let facts = facts_of(rules(), reads(), &session.answers, &session.marks);
    let scene = Scene {
        rules: rules(),
        reads: reads(),
        words,
        cards,
        session: &session,
        evaluation: &evaluation,
        facts: &facts,
        today,
        clock_ok,
    };
    look(&scene)
}

/// The plan says of a platform what its card says, in the role of the reader: a seller does not read what buyers do.
#[test]
fn the_plan_says_what_the_card_says() {
    let answers = "audience = \"household-business\"
        device = \"smartphone-own\"
        internet = \"home\"
        needs = [\"sell\"]
        channels = [\"marketplace\"]";
    for lang in Lang::ALL {
        let (platforms, in_role) = look(lang, answers, |scene| {
            let steps = scene.plan().steps;
            let mut counts = (0, 0);
            for (step, view) in scene.evaluation.plan.iter().zip(&steps) {
                let StepKind::Platform(place) = step.kind else { continue };
                let verdict = scene.evaluation.platform(place).unwrap();
                // The card goes on with what it costs.
                let does = scene.card_view(verdict).unwrap().does;
                assert!(!view.how.is_empty() && does.starts_with(view.how), "{}: {} – {does}", view.id, view.how);
                counts.0 += 1;
                counts.1 += usize::from(scene.card(place).unwrap().does != view.how);
            }
            counts
        });
        assert!(platforms > 0, "the plan holds platforms");
        assert!(in_role > 0, "one of them at least says it otherwise for this reader");
    }
}

/// Placeholders are filled once; what is not given stays to be seen; a value is never read as a sentence.
#[test]
fn sentences_are_filled() {
    assert_eq!(fill("{a} – {b}{a}", &[("a", "x"), ("b", "1")]), "x – 1x");
    assert_eq!(fill("{a} {c} {", &[("a", "{b}"), ("b", "y")]), "{b} {c} {");
    assert_eq!(fill("", &[("a", "x")]), "");
}

/// Every word has its text in the part that comes for it: the first ones without the cards.
#[test]
fn words_stand_where_they_are_looked_for() {
    let none = Default::default();
    for (words, cards) in loaded().0.words.iter().zip(&loaded().0.cards) {
        for word in Word::ALL {
            assert!(!word.of(words, cards).is_empty(), "{word:?}");
            assert_eq!(word.of(words, &none).is_empty(), !word.early(), "{word:?}");
        }
        assert_eq!(words.interface.len() + cards.interface.len(), Word::ALL.len());
    }
}

/// Lists show what is for the reader, never what is for others; nobody is told that they lack something.
#[test]
fn lists_are_for_their_reader() {
    let shown = |answers: &str| {
        look(Lang::Vi, answers, |scene| {
            let entries = scene.listings().flat_map(|list| scene.entries(list).map(move |(entry, have)| (list, entry, have)));
            entries.map(|(list, entry, have)| (format!("{}/{}", list.id, entry.id), have)).collect::<Vec<_>>()
        })
    };
    let has = |list: &[(String, bool)], id: &str| list.iter().find(|(other, _)| other == id).map(|(_, have)| *have);
    let citizen = shown("audience = \"citizen\"\nvneid = \"level-2\"\nmoney = [\"bank\"]");
    assert_eq!(has(&citizen, "essential-services/birth"), Some(false));
    assert_eq!(has(&citizen, "targets/t25-sme"), None);
    assert_eq!(has(&citizen, "targets/t26-adult-100"), Some(true));
    assert_eq!(has(&citizen, "skills/general"), Some(true));
    assert_eq!(citizen.iter().filter(|(id, _)| id.starts_with("skills/")).count(), 7);
    let company = shown("audience = \"enterprise\"");
    assert_eq!(has(&company, "essential-services/birth"), None);
    assert_eq!(has(&company, "essential-services/land"), Some(false));
    assert_eq!(has(&company, "targets/t25-sme"), Some(false));
    assert!(company.iter().all(|(id, have)| !id.starts_with("skills/") && !have));
}
