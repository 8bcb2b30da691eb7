//! Running the cases against flipped content: in parallel, each flip until its first red case, likely cases first.

use super::mutants::Mutant;
use crate::common;
use buoc_so::content::cases;
use buoc_so::engine::Reads;
use buoc_so::model::Rules;
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

/// A case, turned into JSON once because that is read much faster than TOML.
pub struct Case {
    bytes: Vec<u8>,
    text: String,
}

impl Case {
    pub fn read(file: &Path) -> Case {
        let table: toml::Table = fs::read_to_string(file).unwrap().parse().unwrap();
        let expect = table.get("expect").map(ToString::to_string).unwrap_or_default();
        Case { bytes: serde_json::to_vec(&table).unwrap(), text: expect }
    }

    fn is_red(&self, rules: &Rules, reads: &Reads) -> bool {
        // A file error means that the flip broke what the case names: red as well.
        cases::run(&self.bytes, rules, reads).map_or(true, |failures| !failures.is_empty())
    }
}

/// For each flip: does a case turn red?
pub fn caught(mutants: &[Mutant], cases: &[Case]) -> Vec<bool> {
    let next = AtomicUsize::new(0);
    let caught = Mutex::new(vec![false; mutants.len()]);
    let threads = thread::available_parallelism().map_or(2, usize::from);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                // The case that caught the last flip often catches the next one, too.
                let mut lucky: Vec<usize> = Vec::new();
                loop {
                    let place = next.fetch_add(1, Ordering::Relaxed);
                    let Some(mutant) = mutants.get(place) else { break };
                    let rules = mutant.flipped(common::rules());
                    let reads = Reads::of(&rules);
                    let red = order(mutant, cases, &lucky).into_iter().find(|at| cases[*at].is_red(&rules, &reads));
                    if let Some(at) = red {
                        lucky.retain(|other| *other != at);
                        lucky.insert(0, at);
                        lucky.truncate(8);
                        caught.lock().unwrap_or_else(PoisonError::into_inner)[place] = true;
                    }
                }
            });
        }
    });
    caught.into_inner().unwrap_or_else(PoisonError::into_inner)
}

/// Cases that expect something of the flipped item, then those that caught the last flips, then all others.
fn order(mutant: &Mutant, cases: &[Case], lucky: &[usize]) -> Vec<usize> {
    let names = |at: &usize| !mutant.id.is_empty() && cases[*at].text.contains(&mutant.id);
    let mut order: Vec<usize> = (0..cases.len()).filter(names).collect();
    let likely: Vec<usize> = lucky.iter().copied().filter(|at| !names(at)).collect();
    order.extend(&likely);
    order.extend((0..cases.len()).filter(|at| !names(at) && !likely.contains(at)));
    order
}
