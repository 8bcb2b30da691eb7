//! Lists to look things up in, and the short check, as items.

use super::items::{Item, item};
use super::wording::{perhaps, platform_ids, source_ids};
use crate::catalogue::condition_text::says;
use buoc_so::content::Catalogue;
use buoc_so::model::{Check, CheckGroup, CheckItem, Listing, ListingEntry};
use serde_json::json;

/// Every list with its entries, every question of the check.
pub fn items(catalogue: &Catalogue) -> Vec<Item> {
    let rules = &catalogue.rules;
    let [vi, en] = &catalogue.cards;
    let mut items = Vec::new();
    for (list, other) in vi.listings.iter().zip(&en.listings) {
        let Listing { id, when, title, lead, platforms, sources, as_of, review_by, entries } = list;
        let plain = [
            ("when", says(rules, when)),
            ("platforms", platform_ids(rules, platforms)),
            ("sources", source_ids(rules, sources)),
            ("review_by", review_by.iso()),
        ];
        let texts = json!({ "title": title, "lead": lead, "as_of": as_of });
        items.push(item("list", id, plain, texts, json!({ "title": other.title, "lead": other.lead, "as_of": other.as_of })));
        for (entry, other) in entries.iter().zip(&other.entries) {
            let ListingEntry { id: own, when, have, title, text, platforms } = entry;
            let plain = [
                ("when", says(rules, when)),
                ("have", perhaps(rules, have.as_ref())),
                ("platforms", platform_ids(rules, platforms)),
            ];
            let texts = json!({ "title": title, "text": text });
            items.push(item("entry", &format!("{id}/{own}"), plain, texts, json!({ "title": other.title, "text": other.text })));
        }
    }
    let Check { when, sources, review_by, groups, bands, title: _, lead: _, note: _, as_of: _ } = &vi.check;
    let texts = |check: &Check| json!({ "title": check.title, "lead": check.lead, "note": check.note, "as_of": check.as_of, "bands": check.bands.iter().map(|band| &band.name).collect::<Vec<_>>() });
    let plain = [
        ("when", perhaps(rules, when.as_ref())),
        ("sources", source_ids(rules, sources)),
        ("review_by", review_by.map(|day| day.iso()).unwrap_or_default()),
        ("bands", bands.iter().map(|band| band.from.to_string()).collect::<Vec<_>>().join(", ")),
    ];
    items.push(item("check", "", plain, texts(&vi.check), texts(&en.check)));
    for (group, other) in groups.iter().zip(&en.check.groups) {
        let CheckGroup { id, name, items: own } = group;
        items.push(item("check group", id, [], json!({ "name": name }), json!({ "name": other.name })));
        for (question, other) in own.iter().zip(&other.items) {
            let CheckItem { id, ask, several, choices, have, step, platforms } = question;
            let plain = [
                ("several", several.to_string()),
                (
                    "choices",
                    choices.iter().map(|choice| format!("{} {}", choice.id, choice.points)).collect::<Vec<_>>().join(", "),
                ),
                ("have", perhaps(rules, have.as_ref())),
                ("platforms", platform_ids(rules, platforms)),
            ];
            let labels = |item: &CheckItem| item.choices.iter().map(|choice| choice.label.clone()).collect::<Vec<_>>();
            let texts = json!({ "ask": ask, "step": step, "labels": labels(question) });
            items.push(item(
                "check question",
                id,
                plain,
                texts,
                json!({ "ask": other.ask, "step": other.step, "labels": labels(other) }),
            ));
        }
    }
    items
}
