//! `SBOM.cdx.json`: what is linked into the wasm of a release, as CycloneDX 1.6. The same crates, the same bytes.

use super::crates::{Id, PRODUCT, Shipped};
use crate::fault::Outcome;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// The whole document. `files`: the wasm files by their places in the release.
pub fn document(shipped: &BTreeMap<Id, Shipped>, files: &[(String, Vec<u8>)]) -> Outcome<Vec<u8>> {
    let product = shipped.iter().find(|(id, _)| id.0 == PRODUCT).ok_or("Cargo does not name the product itself.")?;
    let parts = shipped.iter().filter(|(id, _)| id.0 != PRODUCT).map(|(id, part)| component(id, part, "library"));
    let whole = files.iter().map(|(name, bytes)| {
        json!({ "type": "file", "bom-ref": format!("file:{name}"), "name": name,
            "hashes": [{ "alg": "SHA-256", "content": format!("{:x}", Sha256::digest(bytes)) }] })
    });
    let components: Vec<Value> = parts.chain(whole).collect();
    let dependencies: Vec<Value> = shipped
        .iter()
        .map(|(id, part)| json!({ "ref": address(id), "dependsOn": part.needs.iter().map(address).collect::<Vec<_>>() }))
        .collect();
    let mut document = json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": { "component": component(product.0, product.1, "application") },
        "components": components,
        "dependencies": dependencies,
    });
    document["serialNumber"] = Value::String(serial(&document));
    let text = serde_json::to_string_pretty(&document).map_err(|error| format!("Cannot write the SBOM: {error}."))?;
    Ok((text + "\n").into_bytes())
}

fn component(id: &Id, part: &Shipped, kind: &str) -> Value {
    let mut entry = json!({ "type": kind, "bom-ref": address(id), "name": id.0, "version": id.1,
        "licenses": [{ "expression": part.licence }] });
    if let Some(sum) = &part.checksum {
        entry["purl"] = Value::String(address(id));
        entry["hashes"] = json!([{ "alg": "SHA-256", "content": sum }]);
    }
    if let Some(repository) = &part.repository {
        entry["externalReferences"] = json!([{ "type": "vcs", "url": repository }]);
    }
    entry
}

/// A package of the registry by its package URL; what has no package there by name and version.
fn address(id: &Id) -> String {
    format!("pkg:cargo/{}@{}", id.0, id.1)
}

/// A UUID of the content: a new one for every other content, and no clock.
fn serial(document: &Value) -> String {
    let hash = format!("{:x}", Sha256::digest(document.to_string().as_bytes()));
    // Version 8: made by a rule of one's own.
    format!("urn:uuid:{}-{}-8{}-8{}-{}", &hash[..8], &hash[8..12], &hash[12..15], &hash[15..18], &hash[18..30])
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn crates() -> BTreeMap<Id, Shipped> {
        let id = |name: &str| (name.to_owned(), "1.0.0".to_owned());
        let part = |needs: &[Id]| Shipped {
            licence: "MIT OR Apache-2.0".into(),
            repository: None,
            checksum: Some("ab".repeat(32)),
            needs: needs.iter().cloned().collect::<BTreeSet<Id>>(),
            texts: Vec::new(),
            general: false,
        };
        BTreeMap::from([(id(PRODUCT), part(&[id("a")])), (id("a"), part(&[]))])
    }

    #[test]
    fn every_part_is_named_once_and_its_number_follows_the_content() {
        let read = |bytes: Vec<u8>| serde_json::from_slice::<Value>(&bytes).unwrap_or_default();
        let one = read(document(&crates(), &[]).unwrap_or_default());
        let other = read(document(&crates(), &[("x.wasm".into(), vec![0])]).unwrap_or_default());
        assert_eq!(one["components"].as_array().map(Vec::len), Some(1));
        assert_eq!(one["dependencies"][1]["dependsOn"][0], "pkg:cargo/a@1.0.0");
        assert_eq!(one["serialNumber"].as_str().map(str::len), Some("urn:uuid:".len() + 36));
        assert_ne!(one["serialNumber"], other["serialNumber"]);
    }
}
