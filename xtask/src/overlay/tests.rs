//! The samples, one change at a time, and what is said about them.

#![allow(clippy::unwrap_used)]

use super::*;
use serde_json::{Value, json};

fn catalogue() -> Catalogue {
    content::sound(&Project::find().unwrap().root).unwrap()
}

fn sample() -> Value {
    serde_json::from_str(&crate::project::read(&Project::find().unwrap().root.join("public/overlays/mau.json")).unwrap()).unwrap()
}

fn parsed(value: &Value) -> Result<Overlay, OverlayError> {
    read(value.to_string().as_bytes())
}

/// Keys of errors and of what is stale.
fn keys(value: &Value) -> (Vec<String>, Vec<String>) {
    let catalogue = catalogue();
    let findings = findings(&parsed(value).unwrap(), &catalogue, catalogue.rules.as_of);
    let of = |severity| {
        findings.iter().filter(|finding| finding.severity == severity).map(|finding| finding.error.key.clone()).collect()
    };
    (of(Severity::Error), of(Severity::Stale))
}

fn with(path: &str, value: Value) -> Value {
    let mut sample = sample();
    let (parent, key) = path.rsplit_once('/').unwrap();
    match sample.pointer_mut(parent).unwrap() {
        Value::Array(list) => list.push(value),
        parent => parent[key] = value,
    }
    sample
}

#[test]
fn the_samples_are_sound_and_fresh() {
    let catalogue = catalogue();
    for name in ["nghe-an", "ha-noi", "mau"] {
        let file = Project::find().unwrap().root.join(format!("public/overlays/{name}.json"));
        let overlay = read(&bytes(&file).unwrap()).unwrap();
        assert_eq!(findings(&overlay, &catalogue, catalogue.rules.as_of), [], "{name}");
        // Only the marked one has ways to reach somebody: the others would be facts without a source.
        assert_eq!(overlay.sample, name == "mau");
        assert_eq!(overlay.contacts.is_empty() && overlay.platforms.is_empty(), name != "mau", "{name}");
    }
}

#[test]
fn what_an_overlay_may_not_do() {
    for (path, value, key) in [
        ("/province", json!("00"), "province"),
        ("/hide/-", json!("vneid"), "hide[1]"),
        ("/hide/-", json!("tong-dai-111"), "hide[1]"),
        ("/hide/-", json!("ngan-hang-so"), "hide[1]"),
        ("/platforms/0/area", json!("weather"), "platforms[0].area"),
        ("/platforms/0/audiences", json!(["everybody"]), "platforms[0].audiences[0]"),
        ("/platforms/0/audiences", json!([]), "platforms[0].audiences"),
        ("/platforms/0/needs", json!(["luck"]), "platforms[0].needs[0]"),
    ] {
        let mut value = with(path, value);
        if path == "/province" {
            // Its own ids begin with its code.
            value["platforms"] = json!([]);
        }
        let (errors, _) = keys(&value);
        assert_eq!(errors, [key], "{path}");
    }
}

#[test]
fn what_went_stale() {
    for (path, value, key) in [
        ("/hide/-", json!("gone-for-good"), "hide[1]"),
        ("/order/-", json!("gone-for-good"), "order[1]"),
        ("/notes/0/platform", json!("gone-for-good"), "notes[0].platform"),
        ("/notes/0/read", json!("00000000"), "notes[0].read"),
        ("/notes/0/read", json!(""), "notes[0].read"),
        ("/checked", json!("2020.01.01"), "checked"),
        ("/columns", json!({"weather": "Nắng"}), "columns.weather"),
        ("/columns", json!({"village": "Xóm", "by_status:": "Nắng"}), "columns.by_status:"),
        ("/platforms/0/review_by", json!("2020-01-01"), "platforms[0].review_by"),
    ] {
        let (errors, stale) = keys(&with(path, value));
        assert_eq!((errors, stale), (vec![], vec![key.to_owned()]), "{path}");
    }
}

#[test]
fn the_diff_names_everything_that_people_see() {
    let (overlay, catalogue) = (parsed(&sample()).unwrap(), catalogue());
    let lines = diff::lines(&overlay, &catalogue);
    let starts = |word: &str| lines.iter().filter(|line| line.starts_with(word)).count();
    let counts = ["adds", "hides", "first", "notes", "contact", "greets", "logo", "colours", "sample", "columns"].map(starts);
    assert_eq!(counts, [2, 1, 1, 1, 2, 1, 1, 1, 1, 2]);
}

#[test]
fn the_schema_names_every_key_that_is_read() {
    let schema: Value = serde_json::from_str(&schema()).unwrap();
    let named = |at: &Value| at["properties"].as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    let sample = sample();
    for key in sample.as_object().unwrap().keys() {
        assert!(named(&schema).contains(key), "{key}");
    }
    assert_eq!(schema["additionalProperties"], json!(false));
    let own = &schema["$defs"]["Own"];
    for key in sample["platforms"][0].as_object().unwrap().keys() {
        assert!(named(own).contains(key), "{key}");
    }
    assert_eq!(own["additionalProperties"], json!(false));
    // A key that the schema does not name is refused by the reader, too.
    for path in
        ["/surprise", "/platforms/0/surprise", "/contacts/0/surprise", "/logo/surprise", "/colours/surprise", "/notes/0/surprise"]
    {
        assert!(parsed(&with(path, json!(1))).is_err_and(|error| error.reason.contains("surprise")), "{path}");
    }
    // Whatever it asks for is asked for by the reader.
    for key in schema["required"].as_array().unwrap() {
        let mut without = sample.clone();
        without.as_object_mut().unwrap().remove(key.as_str().unwrap());
        assert!(parsed(&without).is_err(), "{key}");
    }
}
