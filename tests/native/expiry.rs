//! What is said after the catalogue's last day and by a device with a wrong clock (design rules 3.4 and 3.5). What stands
//! behind the sentence on the screen is in `tests/browser/expiry.rs`.

use crate::common::{loaded, rules};
use crate::view::look_on;
use buoc_so::engine::Verdict;
use buoc_so::model::{Date, Kind};
use buoc_so::text::{Lang, fill};
use buoc_so::view::{Scene, Word};

const SELLER: &str = "audience = \"household-business\"
    device = \"smartphone-own\"
    internet = \"home\"
    vneid = \"no\"
    needs = [\"tax\"]
    revenue = \"rev-le-1b\"";

/// What a scene says that is a date or a number of days.
struct Said {
    dated: usize,
    counted: usize,
    next: bool,
    plain: String,
}

fn said(scene: &Scene<'_>) -> Said {
    let duties = scene.duties(Verdict::Is(Kind::Must));
    let plan = scene.plan();
    let dues: Vec<Date> = scene.evaluation.obligations.iter().filter_map(|verdict| verdict.due).collect();
    Said {
        dated: duties.iter().filter(|duty| !duty.when.is_empty()).count(),
        counted: dues.iter().filter(|due| !scene.days_left(**due).is_empty()).count(),
        next: !scene.headline().next_date.is_empty() || !plan.next_date.is_empty(),
        plain: scene.plain(),
    }
}

fn warns(lang: Lang, text: &str) -> bool {
    let (words, cards) = (&loaded().0.words[lang as usize], &loaded().0.cards[lang as usize]);
    let since = fill(Word::OldSince.of(words, cards), &[("date", &rules().valid_until.day_first())]);
    [since.as_str(), Word::OldCopy.of(words, cards)].iter().all(|sentence| text.contains(sentence))
}

/// On the last day all is as it was; the day after, dates stand without counting and the text to carry away says that it is old.
#[test]
fn after_the_last_day_nothing_is_counted_and_the_text_warns() {
    for lang in Lang::ALL {
        let last = look_on(rules().valid_until, true, lang, SELLER, said);
        assert!(last.dated > 0 && last.counted > 0 && last.next && !warns(lang, &last.plain));
        let after = look_on(rules().valid_until.plus(1), true, lang, SELLER, said);
        assert!(after.dated > 0, "a date is behind the sentence, not gone");
        assert!(after.counted == 0 && !after.next && warns(lang, &after.plain));
    }
}

/// The sentence that it is old names the last day, and stands on that day for nobody.
#[test]
fn the_sentence_names_the_last_day() {
    let says = |today| look_on(today, true, Lang::Vi, SELLER, |scene| scene.old_says());
    assert_eq!(says(rules().valid_until), "");
    assert!(says(rules().valid_until.plus(1)).contains(&rules().valid_until.day_first()));
}

/// A wrong clock: the dates stand, nothing is counted, and a sentence says why.
#[test]
fn a_wrong_clock_counts_nothing_and_says_so() {
    let look =
        |clock_ok| look_on(rules().as_of, clock_ok, Lang::Vi, SELLER, |scene| (said(scene), scene.clock_says().is_empty()));
    let (right, silent) = look(true);
    assert!(right.counted > 0 && silent);
    let (wrong, silent) = look(false);
    assert!(wrong.counted == 0 && wrong.dated == right.dated && !silent);
}
