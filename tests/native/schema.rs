//! The schema number of the packed parts. Portals pin versions of the program and read the catalogue of today (contract section 6), so
//! parts of one number must be laid out alike for ever.

use crate::common::root;
use buoc_so::model::SCHEMA;
use buoc_so::view::Word;
use std::fs;

/// Sums of the order of the words and of the shapes on the wire, as they are for [`SCHEMA`]. Until the first release they may be
/// written anew; after it another sum needs another schema number.
const LAYOUT: (u16, u32, u32) = (1, 377_810_605, 2_874_134_937);

/// FNV-1a.
fn sum(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |sum: u32, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[test]
fn another_layout_has_another_number() {
    let words: Vec<String> = Word::ALL.iter().map(|word| format!("{} {}", word.early(), word.key())).collect();
    let shapes = fs::read_to_string(root().join("src/content/wire/shapes.rs")).unwrap();
    let code: Vec<&str> =
        shapes.lines().map(str::trim).filter(|line| !line.starts_with("//") && !line.starts_with("#[")).collect();
    assert_eq!(
        (SCHEMA, sum(&words.join("\n")), sum(&code.join("\n"))),
        LAYOUT,
        "the packed parts are laid out anew: raise SCHEMA"
    );
}
