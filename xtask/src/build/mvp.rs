//! No wasm that the oldest engine cannot compile: WebAssembly 1.0 and nothing after it.

use crate::fault::Outcome;
use crate::project::OLDEST_CHROMIUM;
use wasmparser::{BinaryReader, KnownCustom, Parser, Payload, Validator, WasmFeatures};

/// Fails unless the module is WebAssembly 1.0 as Chromium 64 knows it (not even mutable globals across the border), and says
/// nothing else of itself either: what it names beyond that comes from a wrong flag somewhere, used or not.
pub fn check(module: &[u8]) -> Outcome {
    let features = WasmFeatures::FLOATS | WasmFeatures::GC_TYPES;
    Validator::new_with_features(features).validate_all(module).map_err(|error| refused(&error.to_string()))?;
    claims_nothing(module)
}

/// Fails where the section `target_features` names anything. For the compiled wasm, too: shrinking takes that section out.
pub fn claims_nothing(module: &[u8]) -> Outcome {
    match claimed(module).map_err(|error| refused(&error.to_string()))?.first() {
        None => Ok(()),
        Some(feature) => Err(refused(&format!("its section target_features names {feature}"))),
    }
}

fn refused(why: &str) -> String {
    format!(
        "The wasm needs more than Chromium {OLDEST_CHROMIUM} has ({why}): check the release flags in xtask/src/project.rs and \
         xtask/src/build/shrink.rs."
    )
}

/// What the module says that it uses: a sign and a name for each feature, `-` for one that it does without.
fn claimed(module: &[u8]) -> Result<Vec<String>, wasmparser::BinaryReaderError> {
    let mut names = Vec::new();
    for payload in Parser::new(0).parse_all(module) {
        if let Payload::CustomSection(section) = payload?
            && section.name() == "target_features"
            && matches!(section.as_known(), KnownCustom::Unknown)
        {
            let mut bytes = BinaryReader::new(section.data(), section.data_offset());
            for _ in 0..bytes.read_var_u32()? {
                let sign = bytes.read_u8()?;
                let name = bytes.read_string()?;
                if sign != b'-' {
                    names.push(name.to_owned());
                }
            }
        }
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sections by number, without their lengths.
    type Sections<'a> = &'a [(u8, &'a [u8])];

    /// i32 to i32.
    const TYPE: (u8, &[u8]) = (1, &[1, 0x60, 1, 0x7f, 1, 0x7f]);
    const FUNCTION: (u8, &[u8]) = (3, &[1, 0]);
    const MEMORY: (u8, &[u8]) = (5, &[1, 0, 1]);
    const TABLE: (u8, &[u8]) = (4, &[1, 0x70, 0, 1]);

    fn module(sections: Sections) -> Vec<u8> {
        let mut bytes = b"\0asm\x01\0\0\0".to_vec();
        for (id, content) in sections {
            bytes.extend([*id, content.len() as u8]);
            bytes.extend(*content);
        }
        bytes
    }

    /// A module with one function from i32 to i32, given as its instructions without the `end`.
    fn function(others: Sections, body: &[u8]) -> Vec<u8> {
        let mut code = vec![1, body.len() as u8 + 2, 0];
        code.extend(body);
        code.push(0x0b);
        let mut sections = vec![TYPE, FUNCTION, (10, code.as_slice())];
        sections.extend(others);
        // Their order is that of their numbers, but that number 12 stands before the code, and names at the end.
        sections.sort_by_key(|(id, _)| match id {
            0 => 20,
            12 => 9,
            id => *id,
        });
        module(&sections)
    }

    #[test]
    fn the_first_version_of_wasm_passes() {
        let elements: (u8, &[u8]) = (9, &[1, 0, 0x41, 0, 0x0b, 1, 0]);
        let data: (u8, &[u8]) = (11, &[1, 0, 0x41, 0, 0x0b, 1, 7]);
        let import: (u8, &[u8]) = (2, &[1, 1, b'a', 1, b'b', 3, 0x7f, 0]);
        let own_global: (u8, &[u8]) = (6, &[1, 0x7f, 1, 0x41, 0, 0x0b]);
        assert_eq!(check(&function(&[], &[0x20, 0])), Ok(()));
        assert_eq!(check(&function(&[MEMORY, data], &[0x20, 0, 0x28, 2, 0])), Ok(()));
        assert_eq!(check(&function(&[TABLE, elements], &[0x20, 0, 0x20, 0, 0x11, 0, 0])), Ok(()));
        assert_eq!(check(&function(&[import, own_global], &[0x20, 0, 0x24, 1, 0x23, 0, 0xb2, 0xa8])), Ok(()));
        assert_eq!(check(&function(&[(0, b"\x0ftarget_features\x01-\x04simd")], &[0x20, 0])), Ok(()));
    }

    #[test]
    fn whatever_came_later_does_not() {
        let simd = [&[0xfd, 12][..], &[0; 16], &[0x1a, 0x20, 0]].concat();
        let later: [(&str, Vec<u8>); 27] = [
            ("sign extension", function(&[], &[0x20, 0, 0xc0])),
            ("saturating float to int", function(&[], &[0x20, 0, 0xb2, 0xfc, 0])),
            ("bulk memory: copy", function(&[MEMORY], &[0x41, 0, 0x41, 0, 0x41, 0, 0xfc, 10, 0, 0, 0x20, 0])),
            ("bulk memory: fill", function(&[MEMORY], &[0x41, 0, 0x41, 0, 0x41, 0, 0xfc, 11, 0, 0x20, 0])),
            ("bulk memory: passive data", function(&[MEMORY, (11, &[1, 1, 1, 7])], &[0x20, 0])),
            ("bulk memory: count of data", function(&[MEMORY, (12, &[0])], &[0x20, 0])),
            ("bulk memory: passive elements", function(&[TABLE, (9, &[1, 1, 0, 1, 0])], &[0x20, 0])),
            ("multivalue: two results", module(&[(1, &[1, 0x60, 0, 2, 0x7f, 0x7f])])),
            ("multivalue: a block with a parameter", function(&[], &[0x20, 0, 0x02, 0, 0x0b])),
            ("reference types: null", function(&[], &[0xd0, 0x70, 0x1a, 0x20, 0])),
            ("reference types: externref", module(&[(1, &[1, 0x60, 1, 0x6f, 0])])),
            ("reference types: a table of externref", module(&[(4, &[1, 0x6f, 0, 1])])),
            ("reference types: two tables", module(&[(4, &[2, 0x70, 0, 1, 0x70, 0, 1])])),
            ("reference types: a long table index", function(&[TABLE], &[0x20, 0, 0x20, 0, 0x11, 0, 0x80, 0x00])),
            ("reference types: table.get", function(&[TABLE], &[0x41, 0, 0x25, 0, 0x1a, 0x20, 0])),
            ("a mutable global imported", module(&[(2, &[1, 1, b'a', 1, b'b', 3, 0x7f, 1])])),
            ("a mutable global exported", module(&[(6, &[1, 0x7f, 1, 0x41, 0, 0x0b]), (7, &[1, 1, b'g', 3, 0])])),
            ("simd: a constant", function(&[], &simd)),
            ("simd: a type", module(&[(1, &[1, 0x60, 1, 0x7b, 0])])),
            ("threads: shared memory", module(&[(5, &[1, 3, 1, 1])])),
            ("threads: an atomic load", function(&[MEMORY], &[0x20, 0, 0xfe, 0x10, 2, 0])),
            ("tail call", function(&[], &[0x20, 0, 0x12, 0])),
            ("exceptions", module(&[(1, &[1, 0x60, 0, 0]), (13, &[1, 0, 0])])),
            ("memory of 64 bits", module(&[(5, &[1, 4, 1])])),
            ("two memories", module(&[(5, &[2, 0, 1, 0, 1])])),
            ("an addition as a constant", module(&[(6, &[1, 0x7f, 0, 0x41, 1, 0x41, 2, 0x6a, 0x0b])])),
            ("garbage collection", module(&[(1, &[1, 0x5f, 1, 0x7f, 0])])),
        ];
        for (feature, bytes) in later {
            // The module itself is right, so that it fails for the feature and for nothing else.
            let new = Validator::new_with_features(WasmFeatures::all()).validate_all(&bytes);
            assert_eq!(new.err().map(|error| error.to_string()), None, "{feature}");
            assert!(check(&bytes).is_err_and(|sentence| sentence.contains("Chromium 64")), "{feature}");
        }
    }

    #[test]
    fn a_feature_that_is_only_claimed_fails_by_its_name() {
        for name in
            ["sign-ext", "bulk-memory", "nontrapping-fptoint", "multivalue", "reference-types", "mutable-globals", "simd128"]
        {
            for sign in [b'+', b'='] {
                let mut section = b"\x0ftarget_features\x02-\x04simd".to_vec();
                section.extend([sign, name.len() as u8]);
                section.extend(name.as_bytes());
                let outcome = check(&function(&[(0, &section)], &[0x20, 0]));
                assert!(outcome.is_err_and(|sentence| sentence.contains(&format!("names {name}"))), "{name}");
            }
        }
        assert!(check(&function(&[(0, b"\x0ftarget_features\x02+\x04simd")], &[0x20, 0])).is_err(), "a section cut short");
    }
}
