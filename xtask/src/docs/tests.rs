//! Both languages say the same, and what they say is what the code knows: names from the sources, never sentences.

#![allow(clippy::expect_used)]

use super::{ALL, Document, Facts, Topic, page, render};
use crate::overlay;
use crate::project::read;
use buoc_so::text::Lang;
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};
use std::path::{Path, PathBuf};

const FACTS: Facts<'static> = Facts { version: "1.2.3", as_of: "21/11/2026", styles: ["a.css", "b.css"] };

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new(".")).to_path_buf()
}

fn file(path: &str) -> String {
    read(&root().join(path)).expect("the file is there")
}

fn source(document: Document) -> String {
    file(&format!("{}/{}", super::FOLDER, document.source()))
}

fn both(topic: Topic) -> [String; 2] {
    [Lang::Vi, Lang::En].map(|lang| source(Document { topic, lang }))
}

/// What a document is made of, without its words: headings, lists, tables, and code as it is.
fn shape(source: &str) -> Vec<String> {
    let mut shape: Vec<String> = Vec::new();
    let mut code = false;
    for event in Parser::new_ext(source, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => shape.push(level.to_string()),
            Event::Start(Tag::Item) => shape.push("item".into()),
            Event::Start(Tag::Paragraph) => shape.push("paragraph".into()),
            Event::Start(Tag::TableRow) => shape.push("row".into()),
            Event::Start(Tag::TableCell) => shape.push("cell".into()),
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language))) => {
                code = true;
                shape.push(format!("code {language}"));
            }
            Event::End(pulldown_cmark::TagEnd::CodeBlock) => code = false,
            Event::Text(text) if code => shape.push(text.to_string()),
            _ => {}
        }
    }
    shape
}

#[test]
fn both_languages_have_the_same_structure_and_the_same_code() {
    for topic in [Topic::Guide, Topic::Security] {
        let [vi, en] = both(topic).map(|source| shape(&source));
        let apart = vi.iter().zip(&en).find(|(vi, en)| vi != en);
        assert_eq!(apart, None, "{topic:?}");
        assert_eq!(vi.len(), en.len(), "{topic:?}");
        assert!(vi.iter().filter(|part| *part == "h2").count() >= 5 && vi.iter().any(|part| part.starts_with("code")));
    }
}

#[test]
fn the_pages_hold_no_script_no_style_and_nothing_left_to_fill_in() {
    for document in ALL {
        let page = page(document, &source(document), &FACTS).expect("it can be built");
        let lang = document.lang.code();
        assert!(page.starts_with(&format!("<!doctype html>\n<html lang=\"{lang}\">")));
        for bad in ["<script", "<style", " style=", "{{", "__", "<a href=\"http", "<img", "<iframe"] {
            assert!(!page.contains(bad), "{}: {bad}", document.page());
        }
        for there in
            ["default-src 'none'; style-src 'self'", "href=\"a.css\"", "href=\"b.css\"", "1.2.3", "21/11/2026", "<title>"]
        {
            assert!(page.contains(there), "{}: {there}", document.page());
        }
        assert_eq!(page.matches("<h1>").count(), 1);
        // The other language, and the other document.
        let others =
            ALL.into_iter().filter(|other| *other != document && (other.lang == document.lang || other.topic == document.topic));
        others.for_each(|other| {
            assert!(page.contains(&format!("href=\"{}\"", other.page())), "{} → {}", document.page(), other.page())
        });
    }
}

#[test]
fn what_leads_nowhere_or_is_html_is_refused() {
    let parts = |source: &str| render::parts(Lang::Vi, source).map(|parts| parts.title);
    assert_eq!(parts("a\n\n# T `c`\n\n## One\n\n[x](#s1) [y](embed.html?way=frame)"), Ok("T c".into()));
    assert!(parts("# T\n\n[x](#s1)").is_err_and(|reason| reason.contains("#s1")));
    for bad in ["[x](https://example.com/)", "[x](javascript:alert)", "[x](guide.md)", "<b>x</b>", "<div>\n\nx", "![x](a.png)"] {
        assert!(parts(&format!("# T\n\n{bad}")).is_err(), "{bad}");
    }
    assert!(parts("no title").is_err());
}

/// Everything between two signs that begins with a word, in a source.
fn named<'a>(text: &'a str, begins: &str) -> Vec<&'a str> {
    let mut names: Vec<&str> = text
        .match_indices(begins)
        .map(|(at, _)| &text[at..])
        .map(|rest| {
            &rest[..rest.find(|sign: char| !sign.is_ascii_alphanumeric() && sign != '-' && sign != '_').unwrap_or(rest.len())]
        })
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}

#[test]
fn the_guide_names_what_the_code_knows() {
    let element = file("www/loader/element.js");
    let list = element.split_once("ATTRIBUTES = [").and_then(|(_, rest)| rest.split_once(']')).expect("the attributes").0;
    let attributes: Vec<&str> = list.split('\'').skip(1).step_by(2).collect();
    assert!(attributes.len() >= 6);
    let style = file("www/style.css");
    let properties = named(&style, "--buoc-so-");
    assert!(properties.len() >= 5);
    let schema = overlay::schema();
    let schema: serde_json::Value = serde_json::from_str(&schema).expect("the schema is JSON");
    let keys: Vec<&String> = schema["properties"].as_object().expect("properties").keys().collect();
    let scripts = ["element", "program", "source"].map(|name| file(&format!("www/loader/{name}.js"))).concat();
    let codes = ["wasm-policy", "wasm-missing", "wasm-engine", "trap", "overlay", "catalogue"];
    let events: u32 = file("www/loader/portal.js")
        .split_once("const EVENTS = ")
        .and_then(|(_, rest)| rest.split(';').next()?.parse().ok())
        .expect("the number of the events");
    for guide in both(Topic::Guide) {
        let rows: Vec<&str> = guide.lines().filter(|line| line.starts_with('|')).collect();
        let row = |name: &str| rows.iter().any(|row| row.starts_with(&format!("| `{name}` |")));
        for name in attributes.iter().copied().chain(properties.iter().copied()).chain(codes) {
            assert!(row(name), "a row for {name}");
        }
        keys.iter().for_each(|key| assert!(row(key), "a row for {key} of overlays"));
        codes.iter().for_each(|code| assert!(scripts.contains(&format!("'{code}'")), "{code} is no code any more"));
        ["ready", "screen", "result", "error"].iter().for_each(|event| assert!(row(&format!("buoc-so:{event}"))));
        assert!(guide.contains("`element.events`") && guide.contains(&format!(" {events}.")));
    }
}

/// The key under which answers are kept, and the policies, exactly.
#[test]
fn both_documents_say_keys_and_policies_to_the_letter() {
    let store = file("src/ui/store.rs");
    let keys: Vec<&str> = store.split('"').filter(|text| text.starts_with("buoc-so-answers/")).collect();
    assert!(keys.len() >= 2);
    // Contract section 6.
    let policy = "default-src 'none'; script-src HOST 'wasm-unsafe-eval'; style-src HOST; img-src HOST data:; media-src HOST; connect-src HOST; font-src HOST";
    for document in ALL {
        let text = source(document);
        keys.iter().for_each(|key| assert!(text.contains(key), "{}: {key}", document.source()));
        assert!(text.lines().any(|line| line == policy), "{}", document.source());
        assert!(text.contains("require-trusted-types-for 'script'; trusted-types 'none'"));
    }
}

/// The script beside the frame is the one that the configurator gives to copy.
#[test]
fn the_frame_is_the_one_of_the_configurator() {
    let snippets = file("www/configure/snippets.js");
    let script = snippets.split_once("HEIGHT = `").and_then(|(_, rest)| rest.split_once('`')).expect("the script").0;
    assert!(script.starts_with("<script>") && script.contains("event.source"));
    both(Topic::Guide).iter().for_each(|guide| assert!(guide.contains(script)));
}
