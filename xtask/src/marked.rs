//! A part of a document that a command writes: everything between `<!-- NAME: … -->` and `<!-- /NAME -->`.

use crate::fault::Outcome;
use crate::project::{read, write};
use std::path::Path;

/// Puts `text` in the place of what stood between the marks; both must be there already.
pub fn put(path: &Path, name: &str, text: &str) -> Outcome {
    let old = read(path)?;
    let new = between(&old, name, text)
        .ok_or_else(|| format!("{} has no place for it: write <!-- {name}: --> and <!-- /{name} --> there.", path.display()))?;
    if new == old { Ok(()) } else { write(path, new.as_bytes()) }
}

fn between(document: &str, name: &str, text: &str) -> Option<String> {
    let open = document.find(&format!("<!-- {name}:"))?;
    let from = open + document[open..].find("-->")? + 3;
    let to = from + document[from..].find(&format!("<!-- /{name} -->"))?;
    Some(format!("{}\n{}\n{}", &document[..from], text.trim_end(), &document[to..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_between_the_marks_changes() {
        let document = "a\n<!-- b: by a command -->\nold\n<!-- /b -->\nc <!-- d: --><!-- /d -->";
        let new = between(document, "b", "new\n\n");
        assert_eq!(new.as_deref(), Some("a\n<!-- b: by a command -->\nnew\n<!-- /b -->\nc <!-- d: --><!-- /d -->"));
        assert_eq!(new.and_then(|new| between(&new, "b", "old")).as_deref(), Some(document));
        assert_eq!(between(document, "x", ""), None);
    }
}
