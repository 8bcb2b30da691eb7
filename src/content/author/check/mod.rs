//! What can be wrong although every name resolves. One group a file; each finding is one sentence at file and key.

mod choices;
mod could;
mod dates;
mod needs;
mod past;
mod place;
mod plain;
mod practice;
mod prose;
mod sense;
mod shape;
mod texts;
mod withdrawn;

use super::entry::Files;
use super::{Catalogue, Found};
use std::{collections::BTreeMap, string::String};

/// Looks at the whole catalogue. `silent`: question and choice that are offered although nothing reads them, for a reason.
pub fn check(catalogue: &Catalogue, files: &BTreeMap<String, String>, silent: &[(String, String)], found: &mut Found) {
    // Judged before the other checks: what they find does not make a condition unreadable.
    let readable = !found.has_errors();
    let tables = shape::tables(files);
    let texts = texts::all(&tables);
    shape::check(catalogue, &tables, found);
    needs::order(&tables, found);
    texts::check(&tables, &texts, found);
    plain::check(&Files(files), &texts, found);
    past::check(catalogue, &Files(files), &tables, found);
    withdrawn::check(&tables, &texts, found);
    // A name that does not resolve makes its condition hold for nobody, and all that build on it: only a whole catalogue is
    // asked whether it makes sense.
    if readable {
        let could = could::Could::of(&catalogue.rules);
        let placed = place::conditions(catalogue);
        sense::check(catalogue, &could, &placed, found);
        needs::check(catalogue, &could, found);
        choices::check(catalogue, silent, &placed, found);
        prose::check(catalogue, &tables, &could, &placed, found);
        dates::check(catalogue, found);
        practice::check(catalogue, found);
    }
}
