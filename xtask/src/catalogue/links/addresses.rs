//! Every address of the catalogue: values that are one, and those that texts tell people to type.

use crate::catalogue::strings;
use std::collections::BTreeMap;

/// An address and where it stands.
#[derive(Debug, PartialEq, Eq)]
pub struct Address {
    /// With its scheme; one that a text tells people to type gets `https://`.
    pub url: String,
    /// Files and keys.
    pub places: Vec<String>,
}

/// All addresses, each once, sorted. Files that are not shown are looked at as well.
///
/// # Errors
/// A file that is no TOML.
pub fn all(files: &BTreeMap<String, String>) -> Result<Vec<Address>, String> {
    let mut addresses: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (file, source) in files {
        for found in strings::of(file, source)? {
            let key = [found.place.as_str(), found.key.as_str()];
            let key = key.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(".");
            for url in found.text.split_whitespace().filter_map(address) {
                let places = addresses.entry(url).or_default();
                let place = format!("{file}:{key}");
                if !places.contains(&place) {
                    places.push(place);
                }
            }
        }
    }
    Ok(addresses.into_iter().map(|(url, places)| Address { url, places }).collect())
}

/// The address in a word, if it holds one: with a scheme, or a bare name such as `vneid.gov.vn`.
fn address(word: &str) -> Option<String> {
    let word = word.trim_matches(|letter: char| !letter.is_alphanumeric() && letter != '/');
    if word.starts_with("https://") || word.starts_with("http://") {
        return Some(word.to_owned());
    }
    let (host, _) = word.split_once('/').unwrap_or((word, ""));
    let (name, top) = host.rsplit_once('.')?;
    let label = |label: &str| {
        !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
    };
    let is_name = name.split('.').all(label) && name.bytes().any(|byte| byte.is_ascii_lowercase());
    let is_top = top.len() >= 2 && top.bytes().all(|byte| byte.is_ascii_lowercase());
    (is_name && is_top).then(|| format!("https://{word}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_values_and_texts() {
        let source = "link = \"https://a.gov.vn/x\"\n# https://comment.vn\n[hold]\nlink = \"http://old.vn\"\n[find]\n\
                      vi = \"Gõ bằng tay a.gov.vn/x, hoặc (b.com). Điều 4.1a, mục b.12, Mẫu 01/TKN-CNKD, 10.000 đồng, App.Store\"\n";
        let files = BTreeMap::from([("p.toml".to_owned(), source.to_owned())]);
        let all = all(&files).unwrap_or_default();
        let urls: Vec<&str> = all.iter().map(|address| address.url.as_str()).collect();
        assert_eq!(urls, ["http://old.vn", "https://a.gov.vn/x", "https://b.com"]);
        assert_eq!(all[1].places, ["p.toml:link", "p.toml:find.vi"]);
        assert_eq!(all[0].places, ["p.toml:hold.link"]);
    }
}
