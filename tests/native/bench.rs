//! How long the evaluation of the whole catalogue takes, and whether it stays linear with more content (design section 5: at
//! most 100 µs on one core, linear to 100 times the content). Printed, never asserted:
//! `cargo test --release --no-default-features --test native bench_evaluate -- --ignored --nocapture`.

use crate::common::rules;
use buoc_so::engine::{Reads, evaluate, path_of};
use buoc_so::model::Rules;
use buoc_so::session::answer_file::{AnswerFile, read};
use std::hint::black_box;
use std::time::Instant;

/// Two people who have answered everything.
const PEOPLE: [(&str, &str); 2] = [
    (
        "household business, much missing",
        r#"{"today":"2026-11-21","answers":{"audience":"household-business","device":"smartphone-own","internet":"sometimes","vneid":"no",
        "money":["cash"],"needs":["sell","tax","pay"],"sim":"no","registered":"no","revenue":"rev-3b-50b",
        "channels":["shop","marketplace","social"],"einvoice":"no","province":"40"}}"#,
    ),
    (
        "household business, all there",
        r#"{"today":"2026-11-21","answers":{"audience":"household-business","device":"smartphone-own","internet":"home","vneid":"level-2",
        "money":["bank","wallet","mobile-money"],"needs":["sell","tax","pay"],"registered":"yes","revenue":"rev-3b-50b",
        "channels":["shop","marketplace","social"],"einvoice":"yes","province":"40"}}"#,
    ),
];

/// The same content so many times: platforms and obligations with new ids, each duty done with the platforms of its copy.
fn repeated(times: usize) -> Rules {
    let (base, mut rules) = (rules(), rules().clone());
    for copy in 1..times {
        let shift = |place: &mut buoc_so::model::PlatformIx| place.0 += u16::try_from(copy * base.platforms.len()).unwrap();
        rules.platforms.extend(base.platforms.iter().cloned().map(|mut entry| {
            entry.id = format!("{}-{copy}", entry.id);
            entry
        }));
        rules.obligations.extend(base.obligations.iter().cloned().map(|mut entry| {
            entry.id = format!("{}-{copy}", entry.id);
            entry.done_with.iter_mut().for_each(shift);
            entry
        }));
    }
    rules
}

/// Median, in microseconds.
fn median(tries: usize, mut run: impl FnMut()) -> f64 {
    let mut times: Vec<f64> = (0..tries)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed().as_secs_f64() * 1e6
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[tries / 2]
}

#[test]
#[ignore = "a measurement; see the head of the file"]
fn bench_evaluate() {
    for (name, text) in PEOPLE {
        println!("{name}");
        for (times, tries) in [(1, 2001), (10, 301), (100, 21)] {
            let rules = repeated(times);
            let reads = Reads::of(&rules);
            let AnswerFile { answers, marks, today, .. } = read(text.as_bytes(), &rules).unwrap();
            let today = today.unwrap();
            let evaluation = evaluate(&rules, &reads, &answers, &marks, today);
            let whole = median(tries, || drop(black_box(evaluate(&rules, &reads, black_box(&answers), &marks, today))));
            let path = median(tries, || drop(black_box(path_of(&rules, &reads, black_box(&answers), &marks))));
            println!(
                "  content x{times:<3} {:5} platforms {:5} obligations {:4} steps: {whole:9.1} µs ({:6.1} per copy), the path {path:5.1} µs",
                rules.platforms.len(),
                rules.obligations.len(),
                evaluation.plan.len(),
                whole / times as f64,
            );
        }
    }
}
