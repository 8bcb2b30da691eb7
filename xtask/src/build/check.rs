//! What must not be in the scripts of a release: ways from a string to markup or code.

use crate::fault::Outcome;

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forbidden_strings_are_named() {
        assert_eq!(script("a.js", "x.textContent = y"), Ok(()));
        assert!(script("a.js", "x.innerHTML=y").is_err_and(|s| s.starts_with("a.js contains `innerHTML`")));
        assert!(script("a.js", "return eval(x)").is_err());
    }
}
