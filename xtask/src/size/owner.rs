//! Whose code a function is, by its name: `crate[hash]::path`, `<type>::name` or `<type as trait>::name`, as wasm-bindgen
//! writes the demangled names.

/// Our library and our program, as crates are called in names.
const OURS: [&str; 2] = ["buoc_so", "buoc_so_bin"];
/// What the toolchain brings.
const STANDARD: [&str; 6] = ["core", "alloc", "std", "compiler_builtins", "panic_abort", "unwind"];
/// The name of all of them.
const STANDARD_NAME: &str = "standard library";
/// Functions of wasm-bindgen that the glue calls have names without a crate.
const GLUE: [&str; 3] = ["__wbindgen", "__wbg", "__externref"];

/// Where a function counts.
#[derive(Debug, PartialEq, Eq)]
pub struct Owner {
    /// A crate, or a module of ours with `ours::` before it.
    pub place: String,
    /// The code itself is of the standard library, made once more for a type of that place.
    pub made: bool,
}

/// The owner of a function. An implementation belongs to its type, or to its trait where the type is the standard
/// library's; a generic function of the standard library counts for the first other crate that its types name.
pub fn owner(name: &str) -> Owner {
    let of = |place: String, made| Owner { place, made };
    let own = source(name).filter(|path| !standard(path));
    if let Some(path) = own {
        return of(place(&path), false);
    }
    if let Some(path) = paths(name).into_iter().find(|path| !standard(path)) {
        return of(place(&path), true);
    }
    let plain = paths(name).is_empty() && GLUE.iter().any(|start| name.starts_with(start));
    of(if plain { "wasm_bindgen" } else { STANDARD_NAME }.to_owned(), false)
}

/// The path of the code itself, with its crate first.
fn source(name: &str) -> Option<Vec<&str>> {
    let name = name.trim_start_matches(['&', '*', '(', '[', ' ']);
    let name = ["mut ", "const ", "dyn "].iter().fold(name, |name, word| name.trim_start_matches(word));
    let Some(inside) = name.strip_prefix('<') else { return path_at(name) };
    let (mut depth, mut end, mut as_at) = (1_usize, inside.len(), None);
    for (at, sign) in inside.char_indices() {
        match sign {
            '<' | '(' | '[' => depth += 1,
            // The `>` of `->` closes nothing.
            '>' if inside[..at].ends_with('-') => {}
            '>' | ')' | ']' => depth -= 1,
            ' ' if depth == 1 && as_at.is_none() && inside[at..].starts_with(" as ") => as_at = Some(at),
            _ => {}
        }
        if depth == 0 {
            end = at;
            break;
        }
    }
    let of_type = source(&inside[..as_at.unwrap_or(end)]);
    match (of_type, as_at) {
        (Some(path), _) if !standard(&path) => Some(path),
        (path, Some(at)) => source(&inside[at + 4..end]).or(path),
        (path, None) => path,
    }
}

/// `name[0123456789abcdef]::module::…` at the very start of a text.
fn path_at(text: &str) -> Option<Vec<&str>> {
    let length = text.find(|sign: char| !is_name(sign)).unwrap_or(text.len());
    let hash = text[length..].strip_prefix('[')?.split(']').next()?;
    let fits = length > 0 && hash.len() >= 12 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
    if !fits {
        return None;
    }
    let rest = text[length + hash.len() + 2..].strip_prefix("::").unwrap_or("");
    let rest = &rest[..rest.find(|sign: char| !is_name(sign) && sign != ':').unwrap_or(rest.len())];
    Some(std::iter::once(&text[..length]).chain(rest.split("::").filter(|part| !part.is_empty())).collect())
}

/// Every path in a name, in their order.
fn paths(name: &str) -> Vec<Vec<&str>> {
    let starts = name.char_indices().filter(|(at, sign)| is_name(*sign) && !name[..*at].ends_with(is_name));
    starts.filter_map(|(at, _)| path_at(&name[at..])).collect()
}

fn place(path: &[&str]) -> String {
    match path {
        [name, module, ..] if OURS.contains(name) => format!("ours::{module}"),
        [name, ..] if OURS.contains(name) => "ours::main".to_owned(),
        [name, ..] => (*name).to_owned(),
        [] => STANDARD_NAME.to_owned(),
    }
}

fn standard(path: &[&str]) -> bool {
    path.first().is_some_and(|name| STANDARD.contains(name))
}

fn is_name(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || sign == '_'
}

#[cfg(test)]
mod tests {
    use super::*;

    const H: &str = "[4860bedb95a0588a]";

    fn said(name: &str) -> (String, bool) {
        // `~` stands for a hash.
        let owner = owner(&name.replace('~', H));
        (owner.place, owner.made)
    }

    #[test]
    fn a_function_counts_where_its_code_is() {
        for (name, place, made) in [
            ("buoc_so~::ui::screens::draw", "ours::ui", false),
            ("<buoc_so~::view::scene::Scene>::plain::{closure#0}", "ours::view", false),
            ("<buoc_so~::ui::node::Node as tachys~::view::Render>::build", "ours::ui", false),
            ("<alloc~::vec::Vec<core~::option::Option<u8>> as buoc_so~::content::wire::Wire>::read", "ours::content", false),
            (
                "<<js_sys~::JsFuture as core~::convert::From<js_sys~::Promise>>::from::{closure#1} as wasm_bindgen~::X>::y",
                "js_sys",
                false,
            ),
            ("<&mut dyn reactive_graph~::graph::Source>::add", "reactive_graph", false),
            ("core~::ptr::drop_in_place::<buoc_so~::view::duty::DutyView>", "ours::view", true),
            ("<alloc~::vec::Vec<(u8, fn(i32) -> u8, buoc_so~::model::date::Date)>>::push", "ours::model", true),
            ("<dlmalloc~::Dlmalloc<dlmalloc~::sys::System>>::malloc", "dlmalloc", false),
            ("<alloc~::raw_vec::RawVecInner>::grow[1]", "standard library", false),
            ("compiler_builtins~::mem::memmove", "standard library", false),
            ("<str>::parse::<u32>", "standard library", false),
            ("__wbindgen_free", "wasm_bindgen", false),
        ] {
            assert_eq!(said(name), (place.to_owned(), made), "{name}");
        }
    }
}
