//! `LICENCES.html`: every crate that is shipped, with the text of its licence. A text that several crates share stands once.

use super::crates::{Id, Shipped};
use crate::handbook::escape as escaped;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The page around the list.
const PAGE: &str = include_str!("licences.html");

/// The whole page.
pub fn page(version: &str, shipped: &BTreeMap<Id, Shipped>) -> String {
    let mut texts: Vec<(&str, Vec<&Id>)> = Vec::new();
    let mut rows = String::new();
    for (id, part) in shipped {
        let mut places = String::new();
        for text in &part.texts {
            let known = texts.iter().position(|(other, _)| same(other, text));
            let at = known.unwrap_or_else(|| {
                texts.push((text, Vec::new()));
                texts.len() - 1
            });
            texts[at].1.push(id);
            let number = at + 1;
            let _ = write!(places, "<a href=\"#t{number}\">{number}</a>{} ", if part.general { "*" } else { "" });
        }
        let (name, licence) = (escaped(&format!("{} {}", id.0, id.1)), escaped(&part.licence));
        let _ = writeln!(rows, "<tr><td>{name}</td><td>{licence}</td><td>{}</td></tr>", places.trim_end());
    }
    let mut list = String::new();
    for (at, (text, ids)) in texts.iter().enumerate() {
        let names: Vec<String> = ids.iter().map(|id| format!("{} {}", id.0, id.1)).collect();
        let (number, names) = (at + 1, escaped(&names.join(", ")));
        let _ = writeln!(list, "<h2 id=\"t{number}\">{number}. {names}</h2>\n<pre lang=\"en\">{}</pre>", escaped(text));
    }
    PAGE.replace("{{version}}", version).replace("{{rows}}", rows.trim_end()).replace("{{texts}}", list.trim_end())
}

/// Whether two texts differ by nothing but their lines and spaces.
fn same(one: &str, other: &str) -> bool {
    one.split_whitespace().eq(other.split_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn a_text_stands_once_and_cannot_become_markup() {
        let part = |text: &str, general| Shipped {
            licence: "MIT".into(),
            repository: None,
            checksum: None,
            needs: BTreeSet::new(),
            texts: vec![text.into()],
            general,
        };
        let id = |name: &str| (name.to_owned(), "1.0.0".to_owned());
        let list = BTreeMap::from([
            (id("a"), part("Copyright <b>", false)),
            (id("b"), part("Copyright\n <b>", true)),
            (id("c"), part("other", false)),
        ]);
        let page = page("1.2.3", &list);
        assert_eq!((page.matches("<pre").count(), page.matches("<tr><td>").count()), (2, 3));
        assert!(page.contains("Copyright &lt;b&gt;") && !page.contains("<b>") && !page.contains("{{"));
        assert!(page.contains("<a href=\"#t1\">1</a>*</td>"));
    }
}
