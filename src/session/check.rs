//! Answering the short check (decision 35).

use super::Session;
use crate::model::{CheckChoice, CheckItem};

/// A tap on a choice: radios choose, check boxes toggle; what counts nothing ("none") stands alone.
pub fn tick(session: &mut Session, item: &CheckItem, choice: &CheckChoice) {
    let at = session.check.iter().position(|(id, _)| *id == item.id);
    let mut chosen = at.map(|at| session.check.remove(at).1).unwrap_or_default();
    let several = item.several && choice.points > 0;
    let ticked = several && chosen.contains(&choice.id);
    chosen.retain(|id| several && *id != choice.id && item.choices.iter().any(|other| other.id == *id && other.points > 0));
    if !ticked {
        chosen.push(choice.id.clone());
    }
    if !chosen.is_empty() {
        session.check.push((item.id.clone(), chosen));
    }
}
