//! Would the worked cases notice a mistake in the content? Every condition is flipped, every need and kind dropped, every date
//! moved, one at a time and in memory; a flip is caught when at least one case turns red (design section 6: ≥ 95 %).
//! `cargo test --no-default-features --test native flips -- --nocapture` prints the summary and the survivors. Some of these
//! can never be caught by a case, because a case cannot see them: rules that only warn, alternatives that are paper, the order
//! of rights (`reasons.rs` looks at those), days off next to days off, capabilities that nothing needs.

mod group;
mod leaf;
mod mutants;
mod run;

use crate::common::{files, root, rules};
use group::Group;
use mutants::{Mutant, all};
use run::{Case, caught};

const LEAST_PERCENT: usize = 95;

#[test]
fn flipping_the_content_turns_a_case_red() {
    let cases: Vec<Case> = files(&root().join("tests/cases"), &["toml"]).iter().map(|file| Case::read(file)).collect();
    let unchanged = [Mutant::new(Group::Rule, "", "nothing", |_| {})];
    assert_eq!(caught(&unchanged, &cases), [false], "some case is red without any flip");

    let mutants = all(rules());
    let caught = caught(&mutants, &cases);
    let share = |wanted: &dyn Fn(Group) -> bool| {
        let of = mutants.iter().zip(&caught).filter(|(mutant, _)| wanted(mutant.group));
        of.fold((0, 0), |(red, total), (_, caught)| (red + usize::from(*caught), total + 1))
    };
    println!("flips of the content against {} cases", cases.len());
    let print = |name: &str, (red, total): (usize, usize)| {
        println!("  {name:28} {red:4} of {total:4} caught, {:.1} %", red as f64 * 100.0 / total as f64);
    };
    for group in Group::ALL {
        let share = share(&|other| other == group);
        print(group.name(), share);
        assert!(share.1 > 0, "nothing is flipped in {}", group.name());
    }
    for (mutant, _) in mutants.iter().zip(&caught).filter(|(_, caught)| !**caught) {
        println!("  survivor: {}: {}: {}", mutant.group.name(), mutant.id, mutant.what);
    }
    for (name, share) in [("all conditions and needs", share(&Group::must_be_seen)), ("all flips", share(&|_| true))] {
        print(name, share);
        assert!(
            share.0 * 100 >= share.1 * LEAST_PERCENT,
            "{name}: only {} of {} caught; the missing cases go to tests/cases/flips",
            share.0,
            share.1
        );
    }
}
