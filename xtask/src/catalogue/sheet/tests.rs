//! Round trips over the real catalogue, and every mistake by its row over an invented one.

use super::export::table;
use super::import::taken;
use super::table::letters;
use super::texts;
use crate::content;
use std::collections::BTreeMap;
use std::path::Path;

type Files = BTreeMap<String, String>;

const A: &str = "# note\r\nname = { vi = \"Nhà\\u00A0cửa, “đẹp”\", en = 'House' } # why\r\nn = 1\r\n\
                 left = { vi = \"câu cuối|{n} câu\", en = \"last|{n} more\" }\r\nor = { vi = \" hoặc \", en = \" or \" }\r\n\
                 half = { vi = \"một nửa\" }\r\nnone = { vi = \"\", en = \"\" }\r\n[[step]]\r\nid = \"x\"\r\n[step.text]\r\nvi = \"bước\"\r\nen = \"step\"\r\n";

fn real() -> Files {
    content::files(Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))).unwrap_or_default()
}

fn invented() -> Files {
    Files::from([("a.toml".to_owned(), A.to_owned())])
}

fn exported(files: &Files, delimiter: u8) -> String {
    let bytes = texts::all(files).and_then(|texts| table(&texts, delimiter)).unwrap_or_default();
    assert!(bytes.starts_with(b"\xef\xbb\xbfid"));
    letters(&bytes).unwrap_or_default()
}

fn import(files: &Files, table: &str) -> Files {
    let taken = taken(files, table);
    assert!(taken.is_ok(), "{taken:?}");
    taken.unwrap_or_default().0
}

fn mistakes(table: &str) -> Vec<String> {
    let mut said = taken(&invented(), table).err().unwrap_or_default();
    assert_eq!(said.pop().as_deref(), Some("Nothing was written: mend these rows and import again."), "{said:?}");
    said
}

#[test]
fn what_was_exported_changes_nothing() {
    for delimiter in [b',', b';', b'\t'] {
        for files in [real(), invented()] {
            let table = exported(&files, delimiter);
            assert!(table.lines().count() > 5);
            assert!(import(&files, &table).is_empty());
            // A spreadsheet may drop the marks, quote every cell and change line ends.
            assert!(import(&files, &table.replace("\r\n", "\n").replace(",was", ",")).is_empty());
        }
    }
}

#[test]
fn one_text_changes_and_nothing_else() {
    let files = real();
    let before = exported(&files, b',');
    let all = texts::all(&files).unwrap_or_default();
    let text = all.iter().find(|text| text.file.starts_with("platforms/") && text.id.ends_with(":steps[1]"));
    let (id, file) = text.map(|text| (text.id.clone(), text.file.clone())).unwrap_or_default();
    let taken = import(&files, &format!("id,language,text\n{id},vi,\"Mua, “nhận” tại\u{a0}nhà; và \"\"hơn\"\" nữa.\"\n"));
    assert_eq!(taken.keys().collect::<Vec<_>>(), [&file]);
    let span = text.and_then(|text| text.written[0].as_ref()).map(|written| written.span.clone()).unwrap_or_default();
    let mut by_hand = files[&file].clone();
    by_hand.replace_range(span, "\"Mua, “nhận” tại\u{a0}nhà; và \\\"hơn\\\" nữa.\"");
    assert_eq!(taken[&file], by_hand);
    let mut after = files.clone();
    after.extend(taken);
    let now = exported(&after, b',');
    let differ: Vec<&str> = now.lines().filter(|line| !before.lines().any(|old| old == *line)).collect();
    assert!(differ.len() == 1 && differ[0].starts_with(&format!("{id},")), "{differ:?}");
}

#[test]
fn comments_line_ends_and_layout_stay() {
    let table = "id;language;text\n\"a.toml:name\";en;\"A \"\"big\"\"; house,\nand more\\\"\na.toml:step[x].text;vi;Bươ\u{301}c\na.toml:half;en;a half\n";
    let new = import(&invented(), &table.replace('\n', "\r\n"));
    let expected = A
        .replace("'House'", "\"A \\\"big\\\"; house,\\nand more\\\\\"")
        .replace("vi = \"bước\"", "vi = \"Bước\"")
        .replace("{ vi = \"một nửa\" }", "{ vi = \"một nửa\", en = \"a half\" }");
    assert_eq!(new["a.toml"], expected);
    // A translation that is not there yet does not hold up the other language.
    assert_eq!(import(&invented(), "id,vi\na.toml:half,nửa\n")["a.toml"], A.replace("một nửa", "nửa"));
}

#[test]
fn rows_that_are_wrong_are_named_and_nothing_is_taken() {
    let head = "id,language,text\n\na.toml:name,en,\"Two\nlines\"\n";
    for (row, says) in [
        ("a.toml:nme,vi,x", "no text has the id `a.toml:nme`"),
        ("a.toml:name,km,x", "`km` is no language of the catalogue (vi, en)"),
        ("a.toml:name,vi,", "a.toml:name (vi): the text is empty"),
        (",vi,x", "the id is empty"),
        ("a.toml:name,vi", "the cell of the vi text is missing"),
        ("a.toml:name,en,Three", "a.toml:name (en) has another text already in row 3"),
        ("a.toml:left,en,last|more", "{n} is missing"),
        ("a.toml:left,en,last|{n} {m}", "{m} is too much"),
        ("a.toml:left,en,last|{n} more{", "a { or } stands alone"),
        ("a.toml:left,en,{n} more", "has 1 part(s)"),
        ("a.toml:name,vi,#NAME?", "the spreadsheet has lost this text"),
        ("a.toml:name,vi,a\u{fffd}", "the spreadsheet has lost this text"),
        ("a.toml:name,vi,a\tb", "invisible character"),
        ("a.toml:name,vi,x ", "other spaces"),
        ("a.toml:or,en,or", "other spaces"),
        ("a.toml:none,vi,mới", "a.toml:none: the en text is missing"),
    ] {
        let said = mistakes(&format!("{head}{row}\n"));
        // The empty line is row 2, the text of two lines is one row.
        assert!(said.len() == 1 && said[0].starts_with("row 4: ") && said[0].contains(says), "{row}: {said:?}");
    }
    let said = mistakes(&format!("{head}x,vi,x\ny,vi,y\n"));
    assert!(said.len() == 2 && said[1].starts_with("row 5: "), "{said:?}");
}

#[test]
fn a_text_changed_since_the_export_is_a_conflict_unless_the_row_is_untouched() {
    let table = exported(&invented(), b',');
    let files = Files::from([("a.toml".to_owned(), A.replace("'House'", "'Home'"))]);
    assert!(import(&files, &table).is_empty());
    let mine = table.replace(",House,", ",My house,");
    let said = taken(&files, &mine).err().unwrap_or_default();
    assert!(said[0].starts_with("row 2: a.toml:name (en): the file has been changed since"), "{said:?}");
    // Another language of the same text is no conflict, and neither is the same change on both sides.
    assert_eq!(import(&files, &table.replace("câu cuối|", "hết|")).len(), 1);
    assert!(import(&files, &table.replace(",House,", ",Home,")).is_empty());
    // Without marks nothing can be compared.
    assert_eq!(import(&files, &mine.replace(",was", ",")).len(), 1);
}

#[test]
fn letters_of_other_kinds_are_read_or_refused() {
    let utf16: Vec<u8> = "\u{feff}id\tvi\na.toml:name\tĐẹp".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert!(import(&invented(), &letters(&utf16).unwrap_or_default())["a.toml"].contains("Đẹp"));
    for (bytes, says) in [
        (&b"id,vi\na,\xe9\n"[..], "line 2 is not UTF-8"),
        (b"PK\x03\x04", "a workbook"),
        (b"\xff\xfe\x00\xd8", "is not: save it"),
    ] {
        let sentence = letters(bytes).err().unwrap_or_default();
        assert!(sentence.contains(says), "{sentence}");
    }
}

#[test]
fn a_table_that_is_none_is_refused_as_a_whole() {
    for (table, says) in [
        ("", "the file is empty"),
        ("vi,en\n", "no column `id`"),
        ("id,note\n", "no column with texts"),
        ("id,vi,km\n", "row 1: `km` is no language"),
        ("id,vi,vi\n", "stands there twice"),
        ("id,vi\na.toml:name,\"x\n", "never closed"),
    ] {
        let said = taken(&invented(), table).err().unwrap_or_default();
        assert!(said.len() == 1 && said[0].contains(says), "{said:?}");
    }
}
