//! What must not be in a release: instructions that old engines lack, and ways from a string to markup or code.

use crate::fault::Outcome;
use wasmparser::{Validator, WasmFeatures};

/// Under Trusted Types each of these stops the app; without, each is a way in for foreign markup or code.
const FORBIDDEN: [&str; 5] = ["innerHTML", "outerHTML", "insertAdjacentHTML", "new Function", "eval("];

/// Fails on the first forbidden string, with a few words around it.
pub fn script(name: &str, source: &str) -> Outcome {
    for word in FORBIDDEN {
        if let Some(at) = source.find(word) {
            let near: String = source[..at].chars().rev().take(40).collect::<Vec<_>>().into_iter().rev().collect();
            return Err(format!(
                "{name} contains `{word}` (after `{near}`): it would stop under Trusted Types. In ui/ every view! begins with the scope class."
            ));
        }
    }
    Ok(())
}

/// Fails unless the module is WebAssembly 1.0 as Chromium 64 knows it (not even mutable globals across the border).
pub fn mvp(module: &[u8]) -> Outcome {
    Validator::new_with_features(WasmFeatures::FLOATS | WasmFeatures::GC_TYPES).validate_all(module).map(|_| ()).map_err(
        |error| format!("The wasm needs more than Chromium 64 has ({error}): check the release flags in xtask/src/project.rs."),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module with one function, given as the bytes of its body.
    fn module(body: &[u8]) -> Vec<u8> {
        let mut bytes = b"\0asm\x01\0\0\0".to_vec();
        bytes.extend([1, 5, 1, 0x60, 1, 0x7f, 1, 0x7f]); // one type: i32 to i32
        bytes[9] = 6;
        bytes.extend([3, 2, 1, 0]); // one function of it
        let size = body.len() as u8;
        bytes.extend([10, size + 4, 1, size + 2, 0]);
        bytes.extend(body);
        bytes.push(0x0b);
        bytes
    }

    #[test]
    fn only_the_first_version_of_wasm_passes() {
        assert_eq!(mvp(&module(&[0x20, 0])), Ok(()));
        // i32.extend8_s came with sign extension, in Chromium 74.
        assert!(mvp(&module(&[0x20, 0, 0xc0])).is_err_and(|sentence| sentence.contains("Chromium 64")));
    }

    #[test]
    fn forbidden_strings_are_named() {
        assert_eq!(script("a.js", "x.textContent = y"), Ok(()));
        assert!(script("a.js", "x.innerHTML=y").is_err_and(|s| s.starts_with("a.js contains `innerHTML`")));
        assert!(script("a.js", "return eval(x)").is_err());
    }
}
