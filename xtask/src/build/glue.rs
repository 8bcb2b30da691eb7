//! What the glue of wasm-bindgen needs not carry: classes of other crates that no page uses, functions that the wasm does
//! not ask for, and long names. Works line by line on the layout that the pinned wasm-bindgen writes; anything that looks
//! different is an error, never a guess.

use crate::fault::Outcome;
use std::collections::{BTreeMap, BTreeSet};

/// Short names for what the wasm and its glue call each other by.
#[derive(Debug, PartialEq, Eq)]
pub struct Names {
    /// The one module that everything is imported from, and its short name.
    module: (String, String),
    imports: BTreeMap<String, String>,
    exports: BTreeMap<String, String>,
}

impl Names {
    /// Reads what `wasm-opt --minify-imports-and-exports-and-modules` prints.
    pub fn parse(printed: &str) -> Outcome<Names> {
        let strange = || "wasm-opt printed its list of names in a new shape: adapt xtask/src/build/glue.rs.".to_owned();
        let list: serde_json::Value = serde_json::from_str(printed).map_err(|_| strange())?;
        let rows = |key: &str, width: usize| -> Outcome<Vec<Vec<String>>> {
            let rows = list[key].as_array().ok_or_else(strange)?;
            rows.iter()
                .map(|row| row.as_array()?.iter().map(|cell| cell.as_str().map(str::to_owned)).collect::<Option<Vec<_>>>())
                .map(|row| row.filter(|row| row.len() == width).ok_or_else(strange))
                .collect()
        };
        let imports = rows("imports", 3)?;
        let modules: BTreeSet<&String> = imports.iter().map(|row| &row[0]).collect();
        let module = match (modules.first(), modules.len()) {
            (Some(module), 1) => ((*module).clone(), "a".to_owned()),
            _ => return Err("The wasm must import from one module, its glue: a crate brings another, drop it.".into()),
        };
        Ok(Names {
            module,
            imports: imports.into_iter().map(|row| (row[1].clone(), row[2].clone())).collect(),
            exports: rows("exports", 2)?.into_iter().map(|row| (row[0].clone(), row[1].clone())).collect(),
        })
    }
}

/// The glue without what no script names: classes that nothing else in the glue needs either, and the synchronous start.
pub fn without_unused(glue: &str, used: &dyn Fn(&str) -> bool) -> String {
    let classes = glue.lines().filter_map(|line| line.strip_prefix("export class ")?.split(' ').next());
    let mut out = glue.to_owned();
    for class in classes.filter(|class| !used(class)) {
        let without = without_class(&out, class);
        // A class that stays named is one that a function gives back, such as our own widget.
        if !names(&without, class) {
            out = without;
        }
    }
    if used("initSync") { out } else { out.replace("export { initSync, ", "export { ") }
}

fn without_class(glue: &str, class: &str) -> String {
    let mut out = String::with_capacity(glue.len());
    let mut lines = glue.lines();
    while let Some(line) = lines.next() {
        if line.starts_with(&format!("export class {class} ")) {
            skip_to(&mut lines, line, "}");
        } else if line.starts_with(&format!("const {class}Finalization =")) {
            let mut last = line;
            while !last.ends_with(';') {
                let Some(next) = lines.next() else { break };
                last = next;
            }
        } else if !line.starts_with(&format!("if (Symbol.dispose) {class}.")) {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

/// Whether a text holds a name as a word of its own.
fn names(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let end = |byte: Option<u8>| !byte.is_some_and(is_name_byte);
        end(text[..at].bytes().next_back()) && end(text[at + name.len()..].bytes().next())
    })
}

/// The glue with views of the memory that are always fresh. It takes a view for outdated when its length has become 0, but
/// Chromium 64 leaves the old buffer as it was when the wasm itself lets its memory grow: what is written there is lost.
pub fn with_fresh_views(glue: &str) -> Outcome<String> {
    let fresh = glue.replace("Memory0.byteLength === 0", "Memory0.buffer !== wasm.memory.buffer");
    if glue.contains("getUint8ArrayMemory0") && fresh == glue {
        return Err(
            "The glue checks its views of the memory in a new way: adapt xtask/src/build/glue.rs, or Chromium 64 reads garbage."
                .into(),
        );
    }
    Ok(fresh)
}

/// The glue with a start that takes bytes and nothing else: `embed.js` fetches the module itself, so that a failure has its
/// code. Responses, addresses and deprecated parameters are left out (0.4 KB of brotli).
pub fn with_plain_start(glue: &str) -> Outcome<String> {
    let mut out = String::with_capacity(glue.len());
    let (mut lines, mut replaced) = (glue.lines(), 0);
    while let Some(line) = lines.next() {
        let instead = match line {
            "async function __wbg_load(module, imports) {" => "",
            "async function __wbg_init_once(module_or_path) {" => {
                "async function __wbg_init_once({ module_or_path }) {
    const { instance, module } = await WebAssembly.instantiate(module_or_path, __wbg_get_imports());
    return __wbg_finalize_init(instance, module);
}
"
            }
            _ => {
                out.push_str(line);
                out.push('\n');
                continue;
            }
        };
        out.push_str(instead);
        skip_to(&mut lines, line, "}");
        replaced += 1;
    }
    if replaced == 2 { Ok(out) } else { Err("The glue starts the wasm in a new way: adapt xtask/src/build/glue.rs.".into()) }
}

/// The exports of the wasm that the glue calls.
pub fn exports_called(glue: &str) -> BTreeSet<&str> {
    calls(glue).map(|(_, name)| name).collect()
}

/// The glue with short names, and without the functions that the wasm no longer imports.
pub fn renamed(glue: &str, names: &Names) -> Outcome<String> {
    let mut out = String::with_capacity(glue.len());
    let mut given = BTreeSet::new();
    let mut lines = glue.lines();
    while let Some(line) = lines.next() {
        let Some((name, rest)) = import_of(line) else {
            let (long, short) = &names.module;
            out.push_str(&line.replace(&format!("\"{long}\": import0"), &format!("{short}: import0")));
            out.push('\n');
            continue;
        };
        match names.imports.get(name) {
            None => skip_to(&mut lines, line, "        }"),
            Some(short) => {
                given.insert(name.to_owned());
                out.push_str(&format!("        {short}: function{rest}\n"));
            }
        }
    }
    if let Some(missing) = names.imports.keys().find(|name| !given.contains(*name)) {
        return Err(format!(
            "The glue has no {missing}, which the wasm imports: adapt xtask/src/build/glue.rs to this wasm-bindgen."
        ));
    }
    with_short_calls(&out, names)
}

fn with_short_calls(glue: &str, names: &Names) -> Outcome<String> {
    let mut out = String::with_capacity(glue.len());
    let mut from = 0;
    for (at, name) in calls(glue) {
        let short = names.exports.get(name).ok_or_else(|| {
            format!("The glue calls {name}, which the wasm does not export: adapt xtask/src/build/glue.rs to this wasm-bindgen.")
        })?;
        out.push_str(&glue[from..at]);
        out.push_str(short);
        from = at + name.len();
    }
    out.push_str(&glue[from..]);
    Ok(out)
}

/// `        __wbg_name_0123: function(…` gives the name and what follows `function`.
fn import_of(line: &str) -> Option<(&str, &str)> {
    let (name, rest) = line.strip_prefix("        ")?.split_once(": function")?;
    name.bytes().all(is_name_byte).then_some((name, rest))
}

/// Skips a block from its first line to the line at which it ends, unless it is a block of one line.
fn skip_to<'a>(lines: &mut impl Iterator<Item = &'a str>, first: &str, end: &str) {
    if first.ends_with("},") && first.contains(": function") {
        return;
    }
    for line in lines {
        if line.starts_with(end) {
            return;
        }
    }
}

/// Every `wasm.name`: where the name starts, and the name.
fn calls(glue: &str) -> impl Iterator<Item = (usize, &str)> {
    glue.match_indices("wasm.").filter_map(|(at, found)| {
        let before = glue[..at].bytes().next_back();
        let start = at + found.len();
        let length = glue[start..].bytes().take_while(|byte| is_name_byte(*byte)).count();
        (length > 0 && !before.is_some_and(|byte| is_name_byte(byte) || byte == b'.' || byte == b'\''))
            .then(|| (start, &glue[start..start + length]))
    })
}

fn is_name_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'$'
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = r#"export class Foreign {
    free() {
        wasm.__wbg_foreign_free(0);
    }
}
if (Symbol.dispose) Foreign.prototype[Symbol.dispose] = Foreign.prototype.free;
export function mount() {
    wasm.mount();
}
    const import0 = {
        __wbg_body_5f: function(arg0) {
            return arg0;
        },
        __wbg_close_29: function() { return handleError(function (arg0) {
            close();
        }, arguments); },
    };
        "./x_bg.js": import0,
const ForeignFinalization = (typeof FinalizationRegistry === 'undefined')
    ? {}
    : new FinalizationRegistry(ptr => wasm.__wbg_foreign_free(ptr, 1));
export { initSync, __wbg_init as default };
"#;

    #[test]
    fn what_nobody_uses_goes() {
        let glue = without_unused(GLUE, &|name| name == "mount");
        assert!(!glue.contains("oreign") && glue.contains("export { __wbg_init as default };"), "{glue}");
        assert_eq!(exports_called(&glue).into_iter().collect::<Vec<_>>(), ["mount"]);
        assert_eq!(without_unused(GLUE, &|_| true), GLUE);
    }

    #[test]
    fn the_start_takes_bytes() {
        let glue = "async function __wbg_load(module, imports) {\n    fetch();\n}\n\
                    async function __wbg_init_once(module_or_path) {\n    URL;\n}\nlet more;\n";
        let plain = with_plain_start(glue).unwrap_or_default();
        assert!(plain.contains("WebAssembly.instantiate(module_or_path") && plain.ends_with("}\nlet more;\n"), "{plain}");
        assert!(!plain.contains("fetch") && !plain.contains("URL"), "{plain}");
        assert!(with_plain_start("async function start(module) {\n}\n").is_err());
    }

    #[test]
    fn a_class_that_a_function_gives_back_stays() {
        let glue = GLUE.replace("    wasm.mount();", "    return Foreign.__wrap(wasm.mount());");
        assert_eq!(without_unused(&glue, &|name| name == "initSync"), glue);
    }

    #[test]
    fn names_become_short_and_unasked_imports_go() {
        let printed = r#"{"imports":[["./x_bg.js","__wbg_body_5f","$"]],"exports":[["mount","b"]]}"#;
        let glue = without_unused(GLUE, &|name| name == "mount");
        let glue = Names::parse(printed).and_then(|names| renamed(&glue, &names)).unwrap_or_else(|sentence| sentence);
        assert!(glue.contains("        $: function(arg0) {") && glue.contains("        a: import0,"), "{glue}");
        assert!(glue.contains("wasm.b();") && !glue.contains("close"), "{glue}");
    }

    #[test]
    fn views_of_grown_memory_are_renewed() {
        let check = "function getUint8ArrayMemory0() { if (c === null || cachedUint8ArrayMemory0.byteLength === 0) {";
        let fresh = with_fresh_views(check).unwrap_or_default();
        assert!(fresh.ends_with("cachedUint8ArrayMemory0.buffer !== wasm.memory.buffer) {"), "{fresh}");
        assert!(with_fresh_views("function getUint8ArrayMemory0() { if (stale()) {").is_err());
    }

    #[test]
    fn a_missing_function_is_an_error() {
        let printed = r#"{"imports":[["./x_bg.js","__wbg_new_77","$"]],"exports":[["mount","b"]]}"#;
        let outcome = Names::parse(printed).and_then(|names| renamed(GLUE, &names));
        assert!(outcome.is_err_and(|sentence| sentence.starts_with("The glue has no __wbg_new_77")));
    }
}
