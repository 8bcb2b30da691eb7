//! Bad answer files: each is refused with the key it went wrong at and a reason (contract section 3, decisions 31 to 33, 52).

use crate::common::rules;
use buoc_so::model::Given;
use buoc_so::session::answer_file::{AnswerFile, FileError, MOST_BYTES, MOST_DEPTH, read};
use std::process::Command;

fn refused(bytes: &[u8], what: &str) -> FileError {
    match read(bytes, rules()) {
        Ok(file) => panic!("{what} was read: {file:?}"),
        Err(error) => {
            assert!(!error.key.is_empty() && error.reason.len() > 8, "{what}: {error:?}");
            let said = error.to_string();
            assert!(said.len() < 1700 && !said.contains(char::is_control), "{what}: not one plain sentence: {error:?}");
            error
        }
    }
}

/// What it is, the file, the key.
const BAD: &[(&str, &str, &str)] = &[
    ("unknown question", "[answers]\nshoe-size = \"42\"", "answers.shoe-size"),
    ("unknown choice", "[answers]\naudience = \"robot\"", "answers.audience"),
    ("helper as audience", "[answers]\naudience = \"helper\"", "answers.audience"),
    ("choice of another question", "[answers]\ndevice = \"home\"", "answers.device"),
    ("choice of another question in a list", "[answers]\nmoney = [\"papers\"]", "answers.money"),
    ("a list for one", "[answers]\ndevice = [\"none\"]", "answers.device"),
    ("a text for several", "[answers]\nmoney = \"cash\"", "answers.money"),
    ("a number", "[answers]\ndevice = 1", "answers.device"),
    ("a truth value", "[answers]\ndevice = true", "answers.device"),
    ("a number in a list", "[answers]\nmoney = [1]", "answers.money"),
    ("a list in a list", "[answers]\nmoney = [[\"cash\"]]", "answers.money"),
    ("cash and bank", "[answers]\nmoney = [\"bank\", \"cash\"]", "answers.money"),
    ("none and student", "[answers]\nhousehold-members = [\"none\", \"student\"]", "answers.household-members"),
    ("not yet and market", "[answers]\nfarm-sell = [\"market\", \"not-yet\"]", "answers.farm-sell"),
    ("a choice twice", "[answers]\nmoney = [\"bank\", \"bank\"]", "answers.money"),
    ("cash twice", "[answers]\nmoney = [\"cash\", \"cash\"]", "answers.money"),
    ("four needs", "[answers]\nneeds = [\"papers\", \"health\", \"learn\", \"pay\"]", "answers.needs"),
    ("province without zero", "[answers]\nprovince = \"1\"", "answers.province"),
    ("province as number", "[answers]\nprovince = 40", "answers.province"),
    ("no day", "today = \"2026-02-30\"\n[answers]", "today"),
    ("a day the other way round", "today = \"21/11/2026\"\n[answers]", "today"),
    ("a moment", "today = 2026-11-21T10:00:00Z\n[answers]", "today"),
    ("today as number", "today = 20261121\n[answers]", "today"),
    ("no answers", "today = \"2026-11-21\"", "answers"),
    ("answers as list", "answers = []", "answers"),
    ("answers as text", "answers = \"audience\"", "answers"),
    ("unknown key", "colour = \"red\"\n[answers]", "colour"),
    ("name as number", "name = 1\n[answers]", "name"),
    ("because as list", "because = [\"d1\"]\n[answers]", "because"),
    ("unknown platform in used", "used = [\"myspace\"]\n[answers]", "used"),
    ("platform on hold in used", "used = [\"voso\"]\n[answers]", "used"),
    ("used as text", "used = \"zalo\"\n[answers]", "used"),
    ("a platform used twice", "used = [\"zalo\", \"zalo\"]\n[answers]", "used"),
    ("unknown platform wanted", "wanted = [\"myspace\"]\n[answers]", "wanted"),
    ("unknown question skipped", "skipped = [\"shoe-size\"]\n[answers]", "skipped"),
    ("answered and skipped", "skipped = [\"device\"]\n[answers]\ndevice = \"none\"", "skipped"),
    ("expect as list", "expect = []\n[answers]", "expect"),
    ("broken TOML", "today = \"2026-11-21\"\n[answers\naudience = \"citizen\"", "line 2"),
    ("a key twice", "[answers]\ndevice = \"none\"\ndevice = \"none\"", "line 3"),
    ("no quotes", "[answers]\n\naudience = citizen", "line 3"),
    ("broken JSON", "{\n\"answers\": {\n\"audience\": }\n}", "line 3"),
    ("half a JSON file", "{ \"answers\": {", "line 1"),
    ("JSON and more", "{ \"answers\": {} } {}", "line 1"),
    ("JSON null", "{ \"answers\": null }", "answers"),
    ("null as today", "{ \"today\": null, \"answers\": {} }", "today"),
    ("a JSON list", "[1, 2]", "line 1"),
    ("an empty key", "{ \"\": 1, \"answers\": {} }", "\"\""),
    ("a key of two lines", "{ \"a\\nb\": 1, \"answers\": {} }", "a b"),
    ("a choice that rings a bell", "[answers]\ndevice = \"\\u0007\\u001b[31m\\nnone\"", "answers.device"),
    ("a platform of two lines", "used = [\"za\\nlo\"]\n[answers]", "used"),
    ("empty", "", "-"),
    ("white space only", " \n\t\n", "-"),
    ("a mark only", "\u{feff}", "-"),
];

#[test]
fn bad_files_are_refused_at_their_key() {
    for (what, text, key) in BAD {
        assert_eq!(refused(text.as_bytes(), what).key, *key, "{what}");
    }
}

#[test]
fn bytes_that_are_no_text_are_refused() {
    assert_eq!(refused(b"[answers]\nname = \"\xff\xfe\"", "Latin bytes").key, "-");
    assert_eq!(refused(b"\xff\xfe[\0a\0", "UTF-16").key, "-");
    refused(b"[answers]\0", "a zero byte");
    refused(format!("[answers]\ndevice = \"{}\"", "x".repeat(900_000)).as_bytes(), "a choice of 900,000 letters");
}

#[test]
fn large_files_are_refused_unread() {
    let mut text = String::from("[answers]\n");
    text.push_str(&"#".repeat(MOST_BYTES - text.len()));
    assert!(read(text.as_bytes(), rules()).is_ok(), "exactly the limit");
    text.push('#');
    assert_eq!(refused(text.as_bytes(), "one byte too many").key, "-");
    assert_eq!(refused(&vec![0xff; MOST_BYTES + 1], "not even looked at").key, "-");
}

/// A table in `expect` nested so deep; the whole file is one level more.
fn nested(levels: usize) -> [String; 4] {
    let (open, close, dotted) = ("[".repeat(levels), "]".repeat(levels), "a.".repeat(levels));
    [
        format!("expect.deep = {open}{close}\n[answers]\n"),
        format!("{{ \"answers\": {{}}, \"expect\": {{ \"deep\": {open}{close} }} }}"),
        format!("[answers]\n[expect.{dotted}a]\n"),
        format!("expect.deep = {}1{}\n[answers]\n", "{ a = ".repeat(levels), " }".repeat(levels)),
    ]
}

#[test]
fn deep_files_are_refused() {
    for text in nested(MOST_DEPTH / 2) {
        assert!(read(text.as_bytes(), rules()).is_ok(), "{text}");
    }
    for levels in [MOST_DEPTH + 1, 60, 100, 127, 200, 1000] {
        for text in nested(levels) {
            refused(text.as_bytes(), &format!("{levels} levels"));
        }
    }
}

/// As deep as a file of the allowed size can be. Run in a process of its own: a stack that overflows cannot be caught.
#[test]
fn the_deepest_files_do_not_break_the_stack() {
    let child = Command::new(std::env::current_exe().unwrap())
        .args(["answer_file::deepest_files", "--exact", "--ignored", "--test-threads=1"])
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&child.stdout);
    assert!(
        child.status.success() && said.contains("1 passed"),
        "{}: {said}{}",
        child.status,
        String::from_utf8_lossy(&child.stderr)
    );
}

#[test]
#[ignore = "run by the_deepest_files_do_not_break_the_stack"]
fn deepest_files() {
    for levels in [10_000, 120_000] {
        for text in nested(levels) {
            assert!(text.len() < MOST_BYTES);
            refused(text.as_bytes(), &format!("{levels} levels"));
        }
    }
}

fn good(text: &str) -> AnswerFile {
    read(text.as_bytes(), rules()).unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// The same in both forms, an empty list as an answer, an answer off the path, a day without quotes, a byte-order mark.
#[test]
fn good_files_are_read() {
    let toml = good(
        "\u{feff}today = 2026-11-21\nused = [\"zalo\"]\nskipped = [\"sim\"]\n[answers]\ndevice = \"none\"\nneeds = []\norg-eid = \"yes\"",
    );
    let json = good(
        "{\"today\":\"2026-11-21\",\"used\":[\"zalo\"],\"skipped\":[\"sim\"],\"answers\":{\"device\":\"none\",\"needs\":[],\"org-eid\":\"yes\"}}",
    );
    assert_eq!((&toml.answers, &toml.marks, toml.today), (&json.answers, &json.marks, json.today));
    let given = |id: &str| toml.answers.given[rules().questions.iter().position(|question| question.id == id).unwrap()];
    assert_eq!(given("needs"), Given::Chosen(0), "an empty list is an answer (d31)");
    assert_eq!((given("sim"), given("money"), given("device")), (Given::Skipped, Given::Open, Given::Chosen(1 << 3)));
    assert_eq!(good("[answers]").today, None);
}
