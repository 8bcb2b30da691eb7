//! Merging is commutative, associative, idempotent; counting and taking back are each other's opposite.

use super::{anybody, anywhere, session};
use crate::people::tries;
use buoc_so::outreach::{Book, Change, Counts, Metric, Record, commune, read_tally, tally_json, totals_by};
use proptest::prelude::*;
use proptest::sample::Index;

fn book(records: &[Record]) -> Book {
    let mut book = Book::default();
    for record in records.iter().cloned() {
        book.merge(record);
    }
    book
}

proptest! {
    #![proptest_config(tries(60))]

    /// A hundred exports, split, ordered, doubled, and packed into files at random: one total.
    #[test]
    fn a_hundred_exports_in_any_order_give_one_total(
        exports in proptest::collection::vec(session(40), 100),
        order in proptest::collection::vec((any::<Index>(), any::<Index>()), 150),
        cuts in proptest::collection::vec(any::<Index>(), 6),
    ) {
        let whole = book(&exports);
        let mut shuffled: Vec<Record> = exports.clone();
        for (one, other) in &order {
            shuffled.swap(one.index(exports.len()), other.index(exports.len()));
        }
        // Some come twice.
        shuffled.extend(order.iter().take(40).map(|(one, _)| exports[one.index(exports.len())].clone()));
        let mut places: Vec<usize> = cuts.iter().map(|cut| cut.index(shuffled.len())).collect();
        places.extend([0, shuffled.len()]);
        places.sort_unstable();
        // Each part is merged for itself, travels as a file, and is merged with the others, the last ones first.
        let mut joined = Book::default();
        for pair in places.windows(2).rev() {
            let part = book(&shuffled[pair[0]..pair[1]]);
            let sent = tally_json(&part.records().cloned().collect::<Vec<Record>>());
            for record in read_tally(sent.as_bytes()).map_err(|error| TestCaseError::fail(error.to_string()))? {
                joined.merge(record);
            }
        }
        prop_assert_eq!(joined.total(), whole.total());
        prop_assert_eq!(&joined, &whole);
        // Sums of parts are the sum of all.
        let mut sum = Counts::default();
        totals_by(whole.records(), |record| commune(&record.setup)).values().for_each(|counts| sum.merge(counts));
        prop_assert_eq!(sum, whole.total());
        // Once more changes nothing.
        let mut again = whole.clone();
        for record in &exports {
            prop_assert!(matches!(again.merge(record.clone()), Change::Same | Change::Older));
        }
        prop_assert_eq!(again, whole);
    }

    #[test]
    fn merging_two_is_commutative(one in session(1), other in session(1)) {
        prop_assert_eq!(book(&[one.clone(), other.clone()]), book(&[other.clone(), one.clone()]));
        let kept = book(&[one.clone(), other.clone()]);
        prop_assert_eq!(kept.records().next().map(|record| record.revision), Some(one.revision.max(other.revision)));
    }

    #[test]
    fn taking_back_undoes_counting(setup in anywhere(), people in proptest::collection::vec(anybody(), 1..6), last in anybody()) {
        let mut record = Record::new("batch12345".into(), setup, "2026-11-21T08:00");
        people.iter().for_each(|person| record.count(person, "2026-11-21T09:00"));
        let before = record.clone();
        record.count(&last, "2026-11-21T09:01");
        record.take_back(&last, "2026-11-21T09:02");
        prop_assert_eq!(&record.counts, &before.counts);
        prop_assert_eq!(record.revision, before.revision + 2);
        prop_assert!(record.counts.iter().all(|(_, _, count)| count > 0), "a zero is kept");
        prop_assert_eq!(record.counts.get(Metric::Contacts, ""), people.len() as u32);
    }
}
