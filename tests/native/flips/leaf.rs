//! The leaves of a condition, each turned into its opposite.

use super::group::Group;
use super::mutants::Mutant;
use buoc_so::model::{Condition, Rules};

/// One flip per leaf of a condition: the leaf becomes its opposite.
pub fn leaves(
    list: &mut Vec<Mutant>,
    group: Group,
    id: &str,
    place: &str,
    condition: &Condition,
    lens: impl Fn(&mut Rules) -> &mut Condition + Copy + Send + Sync + 'static,
) {
    for leaf in 0..count(condition) {
        list.push(Mutant::new(group, id, format!("{place}: leaf {leaf} turned round"), move |rules| {
            let found = nth(lens(rules), &mut { leaf }).unwrap();
            *found = Condition::Not(Box::new(found.clone()));
        }));
    }
}

fn count(condition: &Condition) -> usize {
    match condition {
        Condition::All(parts) | Condition::Any(parts) => parts.iter().map(count).sum(),
        Condition::Not(part) => count(part),
        _ => 1,
    }
}

fn nth<'a>(condition: &'a mut Condition, left: &mut usize) -> Option<&'a mut Condition> {
    match condition {
        Condition::All(parts) | Condition::Any(parts) => parts.iter_mut().find_map(|part| nth(part, left)),
        Condition::Not(part) => nth(part, left),
        leaf if *left == 0 => Some(leaf),
        _ => {
            *left -= 1;
            None
        }
    }
}
