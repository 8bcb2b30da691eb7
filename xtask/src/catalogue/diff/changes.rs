//! Two lists of items, compared field by field, in words.

use super::items::{Item, items};
use super::texts::Field;
use buoc_so::content::Catalogue;
use std::collections::{BTreeMap, BTreeSet};

/// The kinds of items that make up the interface words.
const INTERFACE: [&str; 2] = ["word", "page"];

/// What changed, one line each, in the order of the kinds and of the catalogue; interface words only where `words` says so.
pub fn between(before: &Catalogue, after: &Catalogue, words: bool) -> Vec<String> {
    let items = |catalogue: &Catalogue| {
        let mut items = items(catalogue);
        items.retain(|item| words || !INTERFACE.contains(&item.kind));
        items
    };
    let (before, after) = (items(before), items(after));
    let mut lines = Vec::new();
    let key = |item: &Item| (item.kind, item.id.clone());
    let old: BTreeMap<_, &Item> = before.iter().map(|item| (key(item), item)).collect();
    let new: BTreeMap<_, &Item> = after.iter().map(|item| (key(item), item)).collect();
    for item in before.iter().filter(|item| !new.contains_key(&key(item))) {
        lines.push(format!("{} removed{}", title(item), named(item)));
    }
    for item in &after {
        match old.get(&key(item)) {
            None => lines.push(format!("{} added{}", title(item), named(item))),
            Some(old) => changed(old, item, &mut lines),
        }
    }
    let kinds: BTreeSet<&str> = after.iter().map(|item| item.kind).collect();
    for kind in kinds {
        let ids = |items: &[Item], others: &BTreeMap<_, &Item>| -> Vec<String> {
            items.iter().filter(|item| item.kind == kind && others.contains_key(&key(item))).map(|item| item.id.clone()).collect()
        };
        let (old_order, new_order) = (ids(&before, &new), ids(&after, &old));
        if let Some((at, (was, is))) = old_order.iter().zip(&new_order).enumerate().find(|(_, (was, is))| was != is) {
            lines.push(format!("order of {kind} entries: from place {} on, {was} → {is}", at + 1));
        }
    }
    lines
}

fn title(item: &Item) -> String {
    if item.id.is_empty() { item.kind.into() } else { format!("{} {}", item.kind, item.id) }
}

/// The name of what came or went, for those who do not know the id.
fn named(item: &Item) -> String {
    let name = ["name", "title", "ask", "label"].iter().find_map(|field| item.fields.get(*field));
    match name {
        Some(Field::Text([vi, en])) => format!(" (vi “{vi}”, en “{en}”)"),
        _ => String::new(),
    }
}

fn changed(old: &Item, new: &Item, lines: &mut Vec<String>) {
    let title = title(new);
    let names: BTreeSet<&String> = old.fields.keys().chain(new.fields.keys()).collect();
    let digits = |item: &Item| text(item.fields.get("hotline.digits"));
    let withdrawn = !digits(old).is_empty() && digits(new).is_empty();
    if withdrawn {
        lines.push(format!("{title}: hotline {} withdrawn", digits(old)));
    }
    for name in names {
        if withdrawn && name.starts_with("hotline.") {
            continue;
        }
        let (was, is) = (old.fields.get(name), new.fields.get(name));
        if was == is {
            continue;
        }
        if name == "link" && text(is).is_empty() {
            lines.push(format!("{title}: link {} withdrawn", text(was)));
            continue;
        }
        match (was, is) {
            (Some(Field::List(was)), Some(Field::List(is))) => {
                for ((lang, was), is) in ["vi", "en"].iter().zip(was).zip(is) {
                    list(&format!("{title}: {name} ({lang})"), was, is, lines);
                }
            }
            _ if is_plain(was) && is_plain(is) => lines.push(format!("{title}: {name}: {} → {}", quoted(was, 0), quoted(is, 0))),
            _ => {
                for (at, lang) in ["vi", "en"].iter().enumerate().filter(|(at, _)| part(was, *at) != part(is, *at)) {
                    lines.push(format!("{title}: {name} ({lang}): {} → {}", quoted(was, at), quoted(is, at)));
                }
            }
        }
    }
}

/// The same in both languages: said once, without a language.
fn is_plain(field: Option<&Field>) -> bool {
    match field {
        Some(Field::Text([vi, en])) => vi == en,
        Some(Field::List(_)) => false,
        Some(Field::Plain(_)) | None => true,
    }
}

fn part(field: Option<&Field>, lang: usize) -> String {
    match field {
        None => String::new(),
        Some(Field::Plain(text)) => text.clone(),
        Some(Field::Text(texts)) => texts[lang.min(1)].clone(),
        Some(Field::List(lists)) => lists[lang.min(1)].join(" / "),
    }
}

fn text(field: Option<&Field>) -> String {
    part(field, 0)
}

fn quoted(field: Option<&Field>, lang: usize) -> String {
    match part(field, lang) {
        text if text.is_empty() => "nothing".into(),
        text => format!("“{text}”"),
    }
}

/// The middle of two lists that begin and end alike: what was put in the place of what.
fn list(title: &str, was: &[String], is: &[String], lines: &mut Vec<String>) {
    let same = was.iter().zip(is).take_while(|(was, is)| was == is).count();
    let (was, is) = (&was[same..], &is[same..]);
    let alike = was.iter().rev().zip(is.iter().rev()).take_while(|(was, is)| was == is).count();
    let (was, is) = (&was[..was.len() - alike], &is[..is.len() - alike]);
    for at in 0..was.len().max(is.len()) {
        let place = same + at + 1;
        lines.push(match (was.get(at), is.get(at)) {
            (Some(was), Some(is)) => format!("{title} {place}: “{was}” → “{is}”"),
            (Some(was), None) => format!("{title} {place}: removed “{was}”"),
            (None, Some(is)) => format!("{title} {place}: added “{is}”"),
            (None, None) => continue,
        });
    }
}
