//! What stands behind the duties: lists to look things up in, the short check as a form, sources, whom to tell of a mistake.

use super::book::{Book, labelled};
use super::markup::{Element, Markup, el, para};
use super::part::Part;
use buoc_so::model::{CheckItem, Listing, ListingEntry, SourceIx};
use buoc_so::text::fill;
use buoc_so::view::Word;
use std::collections::BTreeSet;

/// One part for each list.
pub fn listings(book: &Book<'_>) -> Vec<Part> {
    book.cards.listings.iter().map(|list| listing(book, list)).collect()
}

fn listing(book: &Book<'_>, list: &Listing) -> Part {
    let entries: Vec<Element> = list.entries.iter().map(|entry| article(book, list, entry)).collect();
    Part::new(&format!("l-{}", list.id), &list.title)
        .with(para("", &list.lead))
        .with(para("", book.for_whom(&list.when).unwrap_or_default()))
        .with(book.done_with(&list.platforms))
        .with(el("div", "list").with(entries))
        .with(book.source_line(&list.sources, &list.as_of, list.review_by))
}

fn article(book: &Book<'_>, list: &Listing, entry: &ListingEntry) -> Element {
    // Said once for the whole list where it is the same.
    let whom = if entry.when == list.when { None } else { book.for_whom(&entry.when) };
    let text = el("div", "")
        .with(el("h3", "").with(&entry.title))
        .with(para("", &entry.text))
        .with(para("", whom.unwrap_or_default()))
        .with(book.done_with(&entry.platforms));
    el("article", "duty")
        .attr("id", &format!("e-{}-{}", list.id, entry.id))
        .attr("data-entry", &format!("{}/{}", list.id, entry.id))
        .with(text)
}

/// The short check: what it asks, with boxes to tick, and what to do next under each. No points, no level (decision 35).
pub fn check(book: &Book<'_>) -> Option<Part> {
    let check = &book.cards.check;
    let whom = book.for_whom(check.when.as_ref()?).unwrap_or_default();
    let mut part = Part::new("check", &check.title).with(para("", &check.lead)).with(para("", whom));
    part = part.with(para("note", &book.own.check_hint));
    for group in &check.groups {
        let items: Vec<Element> = group.items.iter().map(|item| question(book, item)).collect();
        part = part.with(el("p", "lead").with(el("b", "").with(&group.name))).with(items);
    }
    let source = check.review_by.map(|review_by| book.source_line(&check.sources, &check.as_of, review_by));
    Some(part.with(para("src", &check.note)).with(source))
}

fn question(book: &Book<'_>, item: &CheckItem) -> Element {
    let mut rows = el("div", "opts many");
    for choice in &item.choices {
        rows = rows.with(tick(item, &choice.id, &choice.label));
    }
    let asked = if item.ask.is_empty() { None } else { Some(item.ask.as_str()) };
    // What the tool knows from another answer is a single box here.
    if let Some(have) = &item.have {
        rows = rows.with(tick(item, item.id.as_str(), &book.whom(have)));
    }
    let form = match asked {
        Some(ask) => el("fieldset", "").with(el("legend", "").with(el("h3", "").with(ask))).with(rows),
        None => rows,
    };
    el("article", "")
        .attr("id", &format!("c-{}", item.id))
        .attr("data-entry", &item.id)
        .with(form)
        .with(labelled(book.word(Word::CheckSteps), &item.step))
        .with(book.done_with(&item.platforms))
}

fn tick(item: &CheckItem, id: &str, label: &str) -> Element {
    let id = format!("{}-{id}", item.id);
    let several = item.several || item.choices.is_empty();
    let input = el("input", "").attr("type", if several { "checkbox" } else { "radio" }).attr("id", &id).attr("name", &item.id);
    el("div", "opt").with(input).with(el("label", "").attr("for", &id).with(el("span", "").with(label)))
}

/// Every source that something printed here rests on, once; what stands on hold leaves no trace.
pub fn sources(book: &Book<'_>) -> Part {
    let cards = book.cards;
    let (rules, check) = (book.rules, &cards.check.sources);
    let mut cited: BTreeSet<SourceIx> = check.iter().copied().collect();
    cited.extend(rules.platforms.iter().flat_map(|each| &each.sources));
    cited.extend(rules.obligations.iter().flat_map(|each| &each.sources));
    cited.extend(cards.listings.iter().flat_map(|each| &each.sources));
    let row = |place: &SourceIx| {
        let (id, words) = (rules.sources.get(place.at())?, cards.sources.get(place.at())?);
        let says = Markup::from(format!("{}: {} ({}).", id, words.title, words.date));
        Some(el("li", "").attr("id", &format!("s-{id}")).attr("data-entry", id).with(says))
    };
    let rows: Vec<Element> = cited.iter().filter_map(row).collect();
    Part::new("sources", &book.own.sources_title).with(para("", &book.own.sources_lead)).with(el("ul", "").with(rows))
}

/// Whom to tell, and what.
pub fn report(book: &Book<'_>) -> Part {
    let values = [("version", book.rules.version.as_str()), ("date", &book.rules.as_of.day_first())];
    Part::new("report", book.word(Word::Report)).with(para("", fill(&book.own.report_how, &values)))
}

/// What has to be there first, with the step that gets it.
pub fn prepare(book: &Book<'_>) -> Part {
    let all = book.rules.capabilities.iter().zip(&book.cards.capabilities);
    let articles = all.map(|(capability, card)| {
        let variants = card.variants.iter().map(|variant| {
            let label = book.for_some(&variant.when);
            let says = el("div", "note").with(el("p", "").with(el("b", "").with(label)));
            says.with(el("p", "").with(format!("{}. {}", variant.title, variant.how)))
        });
        let text = el("div", "")
            .with(el("h3", "").with(&card.title))
            .with(para("", &card.how))
            .with(variants.collect::<Vec<_>>())
            .with(book.done_with(capability.card.as_slice()));
        el("article", "duty").attr("id", &format!("n-{}", capability.id)).attr("data-entry", &capability.id).with(text)
    });
    Part::new("prepare", &book.own.prepare_title)
        .with(para("", &book.own.prepare_lead))
        .with(el("div", "list").with(articles.collect::<Vec<_>>()))
}
