//! Whether a text from a table may take the place of the one in the file.

use super::table::Given;
use super::texts::{Text, composed, mark};
use buoc_so::text::Lang;
use std::collections::BTreeSet;

/// What spreadsheets write where a formula went wrong.
const BROKEN: [&str; 6] = ["#NAME?", "#VALUE!", "#REF!", "#N/A", "#DIV/0!", "#NULL!"];

/// Whether the row changes the text; a sentence where it may not.
///
/// # Errors
/// What is wrong with the text.
pub fn changes(given: &Given, text: &Text) -> Result<bool, String> {
    let (old, new) = (text.of(given.lang), given.text.as_str());
    if composed(old) == new || given.was.as_deref() == Some(&mark(new)) {
        return Ok(false);
    }
    let name = format!("{} ({})", given.id, Lang::ALL[given.lang].code());
    let wrong = |what: &str| Err(format!("{name}: {what}"));
    if given.was.as_ref().is_some_and(|was| *was != mark(old)) {
        return wrong("the file has been changed since this table was made: export again and carry this text over.");
    }
    if new.trim().is_empty() {
        return wrong("the text is empty: to take a text away, edit the file itself.");
    }
    if BROKEN.contains(&new.trim()) || new.contains('\u{fffd}') {
        return wrong("the spreadsheet has lost this text: write it again.");
    }
    if new.chars().any(|letter| letter.is_control() && letter != '\n') {
        return wrong("there is a tabulator or another invisible character in the text: take it out.");
    }
    if edges(new) != edges(old) {
        return wrong("the text begins or ends with other spaces than in the file: take them out, or put them back.");
    }
    // Where a language is new, the other one says which placeholders there are.
    let model = (0..Lang::ALL.len()).map(|lang| text.of(lang)).find(|said| !said.is_empty()).unwrap_or("");
    let model = if old.is_empty() { model } else { old };
    if model.is_empty() {
        return Ok(true);
    }
    match (placeholders(model), placeholders(new)) {
        (Some(had), Some(has)) if had != has => {
            let shown = |names: BTreeSet<&str>| names.into_iter().map(|name| format!("{{{name}}}")).collect::<Vec<_>>().join(" ");
            let lost = shown(had.difference(&has).copied().collect());
            let more = shown(has.difference(&had).copied().collect());
            let said = [("is missing", lost), ("is too much", more)].into_iter().filter(|(_, names)| !names.is_empty());
            let said: Vec<String> = said.map(|(what, names)| format!("{names} {what}")).collect();
            return wrong(&format!("{}: placeholders stay as they are.", said.join(", ")));
        }
        (Some(_), None) => return wrong("a { or } stands alone."),
        _ => {}
    }
    let parts = |text: &str| text.split('|').count();
    if parts(model) != parts(new) {
        return wrong(&format!("the text has {} part(s) with | between them, it needs {}.", parts(new), parts(model)));
    }
    Ok(true)
}

/// The spaces around a text.
fn edges(text: &str) -> (&str, &str) {
    let core = text.trim();
    text.split_once(core).filter(|_| !core.is_empty()).unwrap_or(("", ""))
}

/// The names in braces; `None` where braces do not match.
fn placeholders(text: &str) -> Option<BTreeSet<&str>> {
    let mut pieces = text.split('{');
    let mut names = BTreeSet::new();
    if pieces.next().unwrap_or("").contains('}') {
        return None;
    }
    for piece in pieces {
        let (name, rest) = piece.split_once('}')?;
        if rest.contains('}') {
            return None;
        }
        names.insert(name);
    }
    Some(names)
}
