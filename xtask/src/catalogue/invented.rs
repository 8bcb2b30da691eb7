//! A small invented catalogue for the tests of the tools. It has no interface words, which is a finding and nothing more.

use buoc_so::content::{Catalogue, load};
use std::collections::BTreeMap;

const CATALOGUE: &str = r#"
version = "1"
as_of = "2026-01-01"
valid_until = "2027-01-01"
obligation_files = ["all"]
no_phone_when = { question = "tool", is = ["no"] }
phone_like = []
[points]
prerequisite = 50
duty_soon = 40
duty = 30
area = 20
ready = 10
free = 5
home = 5
unsure = -10
strains = -20
soon_days = 90
first_cards = 5
first_per_area = 2
[holidays]
source = "s"
days = []
"#;

const QUESTIONS: &str = r#"
[[question]]
id = "who"
ask = { vi = "a", en = "a" }
other = { vi = "a", en = "a" }
short = { vi = "Ai", en = "Who" }
why = { vi = "a", en = "a" }
choice = [ { id = "person", label = { vi = "a", en = "a" } }, { id = "firm", label = { vi = "b", en = "b" } } ]

[[question]]
id = "tool"
ask = { vi = "a", en = "a" }
other = { vi = "a", en = "a" }
short = { vi = "Có <gì> & gì", en = "Tool" }
why = { vi = "a", en = "a" }
choice = [
  { id = "yes", label = { vi = "a", en = "a" } },
  { id = "no", label = { vi = "b", en = "b" } },
  { id = "unknown", unknown = true, label = { vi = "c", en = "c" } },
]

[[question]]
id = "extra"
several = true
when = { question = "who", is = ["firm"] }
ask = { vi = "a", en = "a" }
other = { vi = "a", en = "a" }
short = { vi = "Thêm", en = "Extra" }
why = { vi = "a", en = "a" }
choice = [
  { id = "a", label = { vi = "a", en = "a" } },
  { id = "b", label = { vi = "b", en = "b" } },
  { id = "c", label = { vi = "c", en = "c" } },
  { id = "none", exclusive = true, label = { vi = "d", en = "d" } },
]

[[question]]
id = "dull"
always = true
ask = { vi = "a", en = "a" }
other = { vi = "a", en = "a" }
short = { vi = "Thừa", en = "Dull" }
why = { vi = "a", en = "a" }
choice = [ { id = "x", label = { vi = "a", en = "a" } }, { id = "y", label = { vi = "b", en = "b" } } ]
"#;

const RULES: &str = r#"
[[rule]]
id = "everyone"
when = { always = true }
yes = { vi = "a", en = "a" }
no = { vi = "", en = "" }

[[rule]]
id = "nobody"
when = { all = [ { question = "who", is = ["person"] }, { question = "who", is = ["firm"] } ] }
yes = { vi = "a", en = "a" }
no = { vi = "a", en = "a" }
"#;

const CAPABILITIES: &str = r#"
[[capability]]
id = "tool"
yes = { question = "tool", is = ["yes"] }
step = true
name = { vi = "a", en = "a" }
title = { vi = "a", en = "a" }
how = { vi = "a", en = "a" }
when_there = { vi = "a", en = "a" }
"#;

const OBLIGATIONS: &str = r#"
[[obligation]]
id = "duty"
kinds = [ { kind = "must", when = { question = "extra", of = ["a", "b", "c"], at_least = 2 } } ]
due = { yearly = ["06-30"] }
mark = "V1"
sources = ["s"]
as_of = { vi = "a", en = "a" }
review_by = "2027-01-01"
title = { vi = "a", en = "a" }
text = { vi = "a", en = "a" }
law = { vi = "a", en = "a" }
"#;

const AREAS: &str = r#"
[[area]]
id = "area"
name = { vi = "Vùng", en = "Area" }
empty = { vi = "a", en = "a" }
platforms = ["useful", "never"]
"#;

const SOURCES: &str = r#"
[[source]]
id = "s"
title = { vi = "a", en = "a" }
date = { vi = "a", en = "a" }
"#;

const PLATFORM: &str = r#"
area = "area"
release = "show"
suits = "RULE"
needs = ["tool"]
line = false
free = true
home = true
confidence = "V1"
link = "https://example.vn"
link_mark = "V1"
hotline = { digits = "1234", shown = "12 34", mark = "V1" }
sources = ["s"]
as_of = { vi = "a", en = "a" }
review_by = "2027-01-01"
name = { vi = "Tên", en = "Name" }
operator = { vi = "a", en = "a" }
does = { vi = "a", en = "a" }
cost = { vi = "a", en = "a" }
find = { vi = "a", en = "a" }
steps = [ { vi = "một", en = "one" }, { vi = "hai", en = "two" } ]
"#;

/// The texts of its files; `change` may put another text in place of some part: (file, old, new).
pub fn files(change: &[(&str, &str, &str)]) -> BTreeMap<String, String> {
    let mut files: BTreeMap<String, String> = [
        ("catalogue.toml", CATALOGUE.to_owned()),
        ("questions.toml", QUESTIONS.to_owned()),
        ("rules.toml", RULES.to_owned()),
        ("capabilities.toml", CAPABILITIES.to_owned()),
        ("obligations/all.toml", OBLIGATIONS.to_owned()),
        ("areas.toml", AREAS.to_owned()),
        ("sources.toml", SOURCES.to_owned()),
        ("platforms/useful.toml", PLATFORM.replace("RULE", "everyone")),
        ("platforms/never.toml", PLATFORM.replace("RULE", "nobody")),
    ]
    .map(|(file, text)| (file.to_owned(), text))
    .into();
    for (file, old, new) in change {
        let text = files.get_mut(*file).expect("a file of the invented catalogue");
        assert!(text.contains(old), "{file} has no {old}");
        *text = text.replace(old, new);
    }
    files
}

/// The catalogue, perhaps changed.
pub fn catalogue(change: &[(&str, &str, &str)]) -> Catalogue {
    let (catalogue, findings) = load(&files(change));
    let wrong: Vec<_> = findings.iter().filter(|finding| finding.file != "interface.toml").collect();
    assert!(wrong.iter().all(|finding| finding.severity == buoc_so::content::Severity::Warning), "{wrong:?}");
    catalogue.expect("a catalogue")
}
