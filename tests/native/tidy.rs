//! The shape of the code: who may import whom, how long a file may be, no content in code, no way to panic
//! (research/model-codebases.md sections 7, 8 and 12, for this tree).

mod source;

use crate::common::{files, loaded, name, root};
use source::{Source, code_and_texts};
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

const MOST_LINES: usize = 400;
/// Everything in the browser ring that the pure ring may not name, and what would bring in a clock, files or the network.
const OUTSIDE: [&str; 12] = [
    "leptos",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "web_sys",
    "js_sys",
    "gloo_timers",
    "qrcodegen",
    "std::time",
    "std::fs",
    "std::net",
    "std::env",
    "std::process",
];

/// What a folder (or file) of `src/` may import of ours. The longest prefix counts.
const MAY: [(&str, &[&str]); 16] = [
    ("lib.rs", &[]),
    ("main.rs", &[]),
    ("text", &[]),
    ("model", &["text"]),
    ("engine", &["model"]),
    ("content", &["model", "text"]),
    // Authoring tools, never in the wasm: they run cases and know which words the interface uses.
    ("content/author", &["model", "text", "engine", "session", "view"]),
    ("overlay", &["model", "text"]),
    ("outreach", &["model", "text", "engine"]),
    // The wasm that merges overlays names the crate from outside.
    ("bin", &[]),
    ("session", &["model", "text", "engine"]),
    ("view", &["model", "text", "engine", "session"]),
    ("browser", &[]),
    ("ui", &["model", "text", "engine", "session", "view", "browser"]),
    ("ui/outreach", &["model", "text", "engine", "session", "view", "browser", "outreach"]),
    ("embed", &["model", "text", "engine", "session", "view", "browser", "ui", "content"]),
];

fn rust(folder: &str) -> Vec<PathBuf> {
    files(&root().join(folder), &["rs"])
}

fn sources() -> Vec<Source> {
    let sources: Vec<Source> = rust("src").iter().map(|file| Source::read(file)).collect();
    assert!(sources.len() > 30, "the sources are not where this test looks");
    sources
}

#[test]
fn folders_import_what_they_may() {
    let mut wrong = Vec::new();
    for source in sources() {
        let below = source.name.strip_prefix("src/").unwrap_or(&source.name);
        let prefix =
            |folder: &str| below == folder || below == format!("{folder}.rs") || below.starts_with(&format!("{folder}/"));
        let longest = MAY.iter().filter(|(folder, _)| prefix(folder)).max_by_key(|(folder, _)| folder.len());
        let Some((folder, may)) = longest else { panic!("{below}: a new folder wants a line in the table") };
        let own = folder.split('/').next().unwrap_or(folder);
        wrong.extend(
            source
                .imports()
                .into_iter()
                .filter(|other| other != own && !may.contains(&other.as_str()))
                .map(|other| format!("{below} imports {other}")),
        );
        if !["browser", "ui", "embed", "bin"].contains(&own) {
            let named = OUTSIDE.iter().filter(|outside| source.names(outside));
            wrong.extend(named.map(|outside| format!("{below} names {outside}")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The engine is total: no floats, no `Result`, nothing that is only random, no words.
#[test]
fn the_engine_cannot_fail() {
    for source in sources().into_iter().filter(|source| source.name.starts_with("src/engine/")) {
        for word in ["f32", "f64", "Result", "HashMap", "HashSet", "unsafe", "static mut"] {
            assert!(!source.names(word), "{} names {word}", source.name);
        }
    }
}

#[test]
fn nothing_in_src_can_panic() {
    let mut wrong = Vec::new();
    for source in sources() {
        for word in [
            ".unwrap()",
            ".expect(",
            ".unwrap_err()",
            ".expect_err(",
            "panic!",
            "unreachable!",
            "todo!",
            "unimplemented!",
            "assert!",
            "assert_eq!",
        ] {
            wrong.extend(source.lines_with(word).into_iter().map(|line| format!("{}:{line}: {word}", source.name)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_source_says_what_it_is_for() {
    for file in [rust("src"), rust("npm"), rust("xtask/src"), rust("tests")].concat() {
        let text = fs::read_to_string(&file).unwrap();
        let first = text.lines().next().unwrap_or_default();
        assert!(first.starts_with("//! ") && first.len() > 12, "{}: the first line is {first:?}", name(&file));
    }
}

#[test]
fn no_file_is_too_long() {
    let scripts = |folder: &str| files(&root().join(folder), &["js", "mjs"]);
    let all =
        [rust("src"), rust("npm"), rust("xtask/src"), rust("tests"), scripts("www"), scripts("npm"), scripts("tests")].concat();
    let long: Vec<String> = all
        .iter()
        .map(|file| (name(file), fs::read_to_string(file).unwrap().lines().count()))
        .filter(|(_, lines)| *lines > MOST_LINES)
        .map(|(file, lines)| format!("{file}: {lines} lines"))
        .collect();
    assert!(long.is_empty(), "more than {MOST_LINES} lines:\n{}", long.join("\n"));
}

/// Content decides, code does not know (design rule 3): no id of the catalogue is written in Rust or JavaScript.
#[test]
fn no_content_id_stands_in_code() {
    let rules = &loaded().0.rules;
    let mut ids: BTreeSet<&str> = rules.sources.iter().map(String::as_str).collect();
    ids.extend(rules.platforms.iter().map(|entry| entry.id.as_str()));
    ids.extend(rules.obligations.iter().map(|entry| entry.id.as_str()));
    ids.extend(rules.rules.iter().map(|entry| entry.id.as_str()).filter(|id| id.contains('-')));
    // Plain words such as "device" are also values of attributes (contract 6); ids with a hyphen are content's alone.
    let asked =
        rules.questions.iter().flat_map(|entry| entry.choices.iter().map(|choice| choice.id.as_str()).chain([entry.id.as_str()]));
    ids.extend(asked.chain(rules.capabilities.iter().map(|entry| entry.id.as_str())).filter(|id| id.contains('-')));
    assert!(ids.len() > 300);
    let long: Vec<&&str> = ids.iter().filter(|id| id.len() > 9 && id.contains('-')).collect();
    let mut wrong = Vec::new();
    for file in [rust("src"), rust("npm"), files(&root().join("www"), &["js"]), files(&root().join("npm"), &["js"])].concat() {
        let (_, texts) = code_and_texts(&fs::read_to_string(&file).unwrap());
        for text in texts {
            if ids.contains(text.as_str())
                || long
                    .iter()
                    .any(|id| text.split(|sign: char| !sign.is_ascii_alphanumeric() && sign != '-').any(|word| word == **id))
            {
                wrong.push(format!("{}: {text:?}", name(&file)));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// This test reads sources without a compiler; here is what it must not be fooled by.
#[test]
fn sources_are_read_as_meant() {
    let text = "use crate::{view::Word, text};\n// crate::ui \"no\"\nlet a = \"// \\\" crate::ui\"; /* crate::ui /* x */ \"no\" */ 'a: loop { '\"' } r#\"raw \"q\" crate::ui\"#;\n\
        fn f<'a>(x: &'a crate::model::Rules) { x.unwrap() }\n#[cfg(test)]\nmod tests { use crate::ui; }";
    let source = Source::of("src/x.rs", text);
    assert_eq!(source.imports().into_iter().collect::<Vec<_>>(), ["model", "text", "view"]);
    assert_eq!(source.lines_with(".unwrap()"), [4]);
    assert_eq!(code_and_texts(text).1, ["// \" crate::ui", "raw \"q\" crate::ui"]);
    assert!(source.names("loop") && !source.names("loo") && !source.names("no"));
}
