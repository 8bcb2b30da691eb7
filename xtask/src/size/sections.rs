//! A wasm module as bytes: how long each section is, and each function's body with its name.

use crate::fault::Outcome;
use std::collections::BTreeMap;
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

/// What a module is made of.
pub struct Module {
    /// All bytes.
    pub bytes: u64,
    /// Bytes of the section with the functions' bodies.
    pub code: u64,
    /// Bytes of the section with the data.
    pub data: u64,
    /// Bytes of the section with the names.
    pub names: u64,
    /// Name and bytes of each function that the module itself holds; a nameless one has an empty name.
    pub functions: Vec<(String, u64)>,
}

/// Takes a module apart.
pub fn read(module: &[u8]) -> Outcome<Module> {
    taken_apart(module).map_err(|error| format!("The wasm cannot be taken apart ({error}): run `cargo xtask build` again."))
}

fn taken_apart(module: &[u8]) -> Result<Module, wasmparser::BinaryReaderError> {
    let mut out = Module { bytes: module.len() as u64, code: 0, data: 0, names: 0, functions: Vec::new() };
    let (mut imported, mut bodies, mut names) = (0_u32, Vec::new(), BTreeMap::new());
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_) | TypeRef::FuncExact(_)));
                }
            }
            Payload::CodeSectionStart { unchecked_range, .. } => out.code = length(&unchecked_range),
            Payload::CodeSectionEntry(body) => bodies.push(length(&body.range())),
            Payload::DataSection(data) => out.data = length(&data.range()),
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(parts) = section.as_known() {
                    out.names = length(&section.range());
                    for part in parts {
                        if let Name::Function(list) = part? {
                            for naming in list {
                                let naming = naming?;
                                names.insert(naming.index, naming.name.to_owned());
                            }
                        }
                    }
                }
            }
            _ => {}
        }
    }
    let named = (imported..).zip(bodies).map(|(index, bytes)| (names.remove(&index).unwrap_or_default(), bytes));
    out.functions = named.collect();
    Ok(out)
}

fn length(range: &std::ops::Range<u64>) -> u64 {
    range.end - range.start
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_belong_to_bodies_behind_the_imports() {
        let mut bytes = b"\0asm\x01\0\0\0".to_vec();
        bytes.extend([1, 4, 1, 0x60, 0, 0]); // a type: nothing to nothing
        bytes.extend([2, 7, 1, 1, b'm', 1, b'i', 0, 0]); // one import
        bytes.extend([3, 3, 2, 0, 0]); // two functions
        bytes.extend([10, 8, 2, 2, 0, 0x0b, 3, 0, 1, 0x0b]); // a body of 2 bytes and one of 3
        bytes.extend([0, 16, 4, b'n', b'a', b'm', b'e', 1, 9, 3, 0, 1, b'i', 1, 1, b'a', 2, 0]); // names of 0, 1, 2
        let module = read(&bytes);
        let functions = module.as_ref().map(|module| module.functions.clone());
        assert_eq!(functions, Ok(vec![("a".into(), 2), (String::new(), 3)]));
        assert_eq!(module.map(|module| (module.code, module.bytes)), Ok((8, bytes.len() as u64)));
    }
}
