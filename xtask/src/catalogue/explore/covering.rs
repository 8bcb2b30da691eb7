//! Covering arrays: few people in whose answers every pair, then every triple of answers occurs that can occur. A tuple
//! counts only where the engine asks all its questions on the path of one person; answers off the path do not count.

use super::ground::Ground;
use super::options;
use super::tally::Tally;
use buoc_so::model::{Answers, Given, QuestionIx};
use std::collections::BTreeSet;

/// So many people are tried for a pair before it counts as impossible, and for a triple.
const TRIES: [usize; 2] = [16, 6];

/// How far the covering came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Pairs seen, pairs that no tried person showed.
    pub pairs: (usize, usize),
    /// The same for triples.
    pub triples: (usize, usize),
    /// All pairs (triples) were gone through within the limit.
    pub complete: (bool, bool),
}

/// Who is tried next, and what was seen.
struct Array<'a, 'g> {
    ground: &'g Ground<'a>,
    start: Answers,
    /// Per question its values, as (number of the value, answer).
    values: Vec<(QuestionIx, Vec<(usize, Given)>)>,
    count: usize,
    pairs: Vec<bool>,
    triples: Vec<bool>,
    known: BTreeSet<Vec<usize>>,
    turn: usize,
}

/// Covers a group with at most `most` evaluations.
pub fn cover(ground: &Ground<'_>, start: &Answers, most: usize) -> (Tally, Coverage) {
    let facts = ground.facts(start);
    let mut count = 0;
    let askable = options::askable(ground, start);
    let open = ground.rules().questions.iter().enumerate().filter(|(at, _)| askable & (1 << at) != 0);
    let values: Vec<(QuestionIx, Vec<(usize, Given)>)> = open
        .map(|(at, question)| {
            let tried = options::tried(&facts, question);
            let first = count;
            count += tried.len();
            (QuestionIx::from_at(at), (first..count).zip(tried).collect())
        })
        .collect();
    let mut array = Array {
        ground,
        start: start.clone(),
        values,
        count,
        pairs: vec![false; count * count],
        triples: vec![false; count * count * count],
        known: BTreeSet::new(),
        turn: 0,
    };
    let (mut tally, mut coverage) = (Tally::new(ground), Coverage::default());
    let mut impossible = vec![false; count * count];
    let numbers = array.numbers();
    coverage.complete.0 = true;
    for (at, one) in numbers.iter().enumerate() {
        for other in numbers[at + 1..].iter().filter(|other| other.0 != one.0) {
            match array.reach(&[one.1, other.1], TRIES[0], &mut tally, most) {
                Reached::Yes => coverage.pairs.0 += 1,
                Reached::No => {
                    coverage.pairs.1 += 1;
                    impossible[one.1 * count + other.1] = true;
                }
                Reached::Stopped => coverage.complete.0 = false,
            }
        }
    }
    coverage.complete.1 = coverage.complete.0;
    for (at, one) in numbers.iter().enumerate() {
        for (next, other) in numbers.iter().enumerate().skip(at + 1).filter(|(_, other)| other.0 != one.0) {
            for third in numbers[next + 1..].iter().filter(|third| third.0 != other.0) {
                let pairs = [(one.1, other.1), (one.1, third.1), (other.1, third.1)];
                if pairs.iter().any(|(one, other)| impossible[one * count + other]) {
                    continue;
                }
                match array.reach(&[one.1, other.1, third.1], TRIES[1], &mut tally, most) {
                    Reached::Yes => coverage.triples.0 += 1,
                    Reached::No => coverage.triples.1 += 1,
                    Reached::Stopped => coverage.complete.1 = false,
                }
            }
        }
    }
    (tally, coverage)
}

/// What became of a tuple.
enum Reached {
    Yes,
    No,
    Stopped,
}

impl Array<'_, '_> {
    /// All values as (place of their question in the list, number), ascending.
    fn numbers(&self) -> Vec<(usize, usize)> {
        let places = self.values.iter().enumerate();
        places.flat_map(|(place, (_, values))| values.iter().map(move |(number, _)| (place, *number))).collect()
    }

    fn seen(&self, tuple: &[usize]) -> bool {
        match tuple {
            [one, other] => self.pairs[one * self.count + other],
            [one, other, third] => self.triples[(one * self.count + other) * self.count + third],
            _ => true,
        }
    }

    /// Tries people who give all answers of a tuple until the engine asks all of its questions.
    fn reach(&mut self, tuple: &[usize], tries: usize, tally: &mut Tally, most: usize) -> Reached {
        for _ in 0..tries {
            if self.seen(tuple) {
                return Reached::Yes;
            }
            if self.turn >= most || self.ground.late() {
                return Reached::Stopped;
            }
            self.person(tuple, tally);
        }
        if self.seen(tuple) { Reached::Yes } else { Reached::No }
    }

    /// One more person: the tuple, and for every other question the value that shows most that was not seen yet.
    fn person(&mut self, tuple: &[usize], tally: &mut Tally) {
        self.turn += 1;
        let mut row: Vec<usize> = tuple.to_vec();
        let mut answers = self.start.clone();
        for (place, values) in &self.values {
            let set = values.iter().find(|(number, _)| tuple.contains(number));
            // The turn decides between equals, so that a tuple tried again meets other company.
            let turned = values.iter().cycle().skip((self.turn * 7 + place.at()) % values.len().max(1)).take(values.len());
            let best = match set {
                Some(set) => Some(set),
                None => turned.max_by_key(|(number, _)| self.gain(&row, *number, tuple.len())),
            };
            let Some((number, given)) = best else { continue };
            answers.set(*place, *given);
            if set.is_none() {
                row.push(*number);
            }
        }
        let evaluation = self.ground.evaluate(&answers);
        let on_path = |place: &QuestionIx| evaluation.path.holds(*place);
        let mut shown: Vec<usize> = Vec::new();
        for (place, values) in self.values.iter().filter(|(place, _)| on_path(place)) {
            let given = answers.get(*place);
            shown.extend(values.iter().find(|(_, value)| *value == given).map(|(number, _)| *number));
        }
        for (at, one) in shown.iter().enumerate() {
            for (next, other) in shown.iter().enumerate().skip(at + 1) {
                self.pairs[one * self.count + other] = true;
                for third in &shown[next + 1..] {
                    self.triples[(one * self.count + other) * self.count + third] = true;
                }
            }
        }
        if self.known.insert(shown) {
            tally.count(self.ground, &answers, &evaluation);
        }
    }

    /// How many tuples not seen yet a value makes with those chosen already.
    fn gain(&self, row: &[usize], number: usize, strength: usize) -> usize {
        let sorted = |one: usize, other: usize| if one < other { (one, other) } else { (other, one) };
        let pair = |one: usize, other: usize| {
            let (one, other) = sorted(one, other);
            usize::from(!self.pairs[one * self.count + other])
        };
        if strength == 2 {
            return row.iter().map(|other| pair(*other, number)).sum();
        }
        let mut gain = 0;
        for (at, one) in row.iter().enumerate() {
            for other in &row[at + 1..] {
                let mut three = [*one, *other, number];
                three.sort_unstable();
                gain += usize::from(!self.seen(&three));
            }
        }
        gain
    }
}
