//! What the handbook promises, on the catalogue as it is. Ids and hooks, never words.

#![allow(clippy::expect_used)]

use super::{STYLE, file, page};
use crate::content;
use buoc_so::content::Catalogue;
use buoc_so::model::Release;
use buoc_so::text::Lang;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}

fn catalogue() -> Catalogue {
    content::sound(root()).expect("the catalogue is sound")
}

fn pages(catalogue: &Catalogue) -> [String; 2] {
    Lang::ALL.map(|lang| page(catalogue, lang, "1.2.3", STYLE))
}

/// The values of an attribute, in order.
fn values<'a>(page: &'a str, name: &str) -> Vec<&'a str> {
    let mark = format!(" {name}=\"");
    let tags = page.split('<').filter_map(|tag| tag.split('>').next());
    tags.filter_map(|tag| tag.split_once(&mark)).filter_map(|(_, rest)| rest.split('"').next()).collect()
}

/// Everything that is shown, by the id of its place.
fn shown(catalogue: &Catalogue) -> Vec<String> {
    let (rules, cards) = (&catalogue.rules, &catalogue.cards[0]);
    let mut all: Vec<String> = rules.platforms.iter().map(|each| format!("p-{}", each.id)).collect();
    all.extend(rules.obligations.iter().map(|each| format!("o-{}", each.id)));
    all.extend(rules.capabilities.iter().map(|each| format!("n-{}", each.id)));
    all.extend(cards.listings.iter().flat_map(|list| list.entries.iter().map(|entry| format!("e-{}-{}", list.id, entry.id))));
    all.extend(cards.check.groups.iter().flat_map(|group| &group.items).map(|item| format!("c-{}", item.id)));
    all
}

/// The article of a platform.
fn card<'a>(page: &'a str, id: &str) -> &'a str {
    let from = page.split_once(&format!("id=\"p-{id}\"")).map_or("", |(_, rest)| rest);
    from.split("</article>").next().unwrap_or("")
}

#[test]
fn everything_shown_stands_there_exactly_once() {
    let catalogue = catalogue();
    let all = shown(&catalogue);
    assert!(all.len() > 200 && all.iter().collect::<BTreeSet<_>>().len() == all.len());
    for page in pages(&catalogue) {
        let mut count: BTreeMap<&str, usize> = BTreeMap::new();
        values(&page, "id").into_iter().for_each(|id| *count.entry(id).or_default() += 1);
        assert!(count.values().all(|times| *times == 1), "an id stands twice: {count:?}");
        let articles: BTreeSet<&str> = page.split("<article").skip(1).filter_map(|rest| values_of(rest, "id")).collect();
        assert_eq!(articles, all.iter().map(String::as_str).collect());
        let hooks = page.split("<article").skip(1).filter_map(|rest| values_of(rest, "data-entry")).count();
        assert_eq!(hooks, all.len());
        assert!(!page.contains("data-status"));
    }
}

/// An attribute of the tag that a piece of the page begins with.
fn values_of<'a>(rest: &'a str, name: &str) -> Option<&'a str> {
    let tag = rest.split('>').next()?;
    tag.split_once(&format!(" {name}=\""))?.1.split('"').next()
}

#[test]
fn what_is_on_hold_leaves_no_trace() {
    // None of today's files is on hold: one is put there, as an editor would.
    let mut files = content::files(root()).unwrap_or_default();
    let one = "platforms/verigoods.toml";
    let text = files.get(one).map(|text| text.replacen("\"show\"", "\"hold\"", 1)).unwrap_or_default();
    assert!(text.contains("\"hold\""));
    files.insert(one.into(), text);
    let (after, _) = buoc_so::content::load(&files);
    for page in after.iter().flat_map(pages) {
        assert!(!page.contains("p-verigoods\""));
        assert!(!values(&page, "href").iter().any(|href| href.contains("verigoods")));
    }
    assert!(after.is_some() && card(&pages(&catalogue())[0], "verigoods").contains("<h3>"));
}

#[test]
fn a_link_needs_the_release_state_and_a_withdrawal_takes_it_away() {
    let mut catalogue = catalogue();
    let place = catalogue.rules.platforms.iter().position(|each| each.id == "vneid").expect("a platform with a link");
    let with = |catalogue: &Catalogue| {
        let page = page(catalogue, Lang::Vi, "1", STYLE);
        let card = card(&page, "vneid");
        (values(card, "href").iter().any(|href| href.starts_with("https:")), card.contains("tel:"))
    };
    assert_eq!(with(&catalogue), (true, true));
    // A mistake of the loader would not be carried on.
    catalogue.rules.platforms[place].release = Release::ShowNameOnly;
    assert_eq!(with(&catalogue), (false, true));
    let files = content::files(root()).unwrap_or_default();
    let withdrawn = |what: &str| {
        let mut files = files.clone();
        let text = files.get("platforms/vneid.toml").map(|text| format!("withdrawn = [\"{what}\"]\n{text}")).unwrap_or_default();
        files.insert("platforms/vneid.toml".into(), text);
        buoc_so::content::load(&files).0.map(|catalogue| with(&catalogue))
    };
    assert_eq!((withdrawn("link"), withdrawn("hotline")), (Some((false, true)), Some((true, false))));
}

#[test]
fn addresses_and_numbers_are_those_of_the_catalogue() {
    let catalogue = catalogue();
    let cards = &catalogue.cards[0].platforms;
    let mut may: BTreeSet<String> = cards.iter().map(|card| card.link.clone()).filter(|link| !link.is_empty()).collect();
    may.extend(cards.iter().filter_map(|card| card.hotline.as_ref()).map(|hotline| format!("tel:{}", hotline.digits)));
    assert!(may.len() > 10);
    for (lang, page) in Lang::ALL.into_iter().zip(pages(&catalogue)) {
        let ids: BTreeSet<&str> = values(&page, "id").into_iter().collect();
        let mut used = BTreeSet::new();
        for href in values(&page, "href") {
            match href.strip_prefix('#') {
                Some(id) => assert!(ids.contains(id), "{href} leads nowhere"),
                None if [file(lang.other()), "index.html"].contains(&href) => {}
                None => assert!(used.insert(href.to_owned()) || may.contains(href)),
            }
        }
        assert_eq!(used, may);
        for tag in page.split("<a ").skip(1).filter_map(|rest| rest.split('>').next()).filter(|tag| tag.contains("https:")) {
            assert!(tag.contains("rel=\"noopener noreferrer\""), "{tag}");
        }
    }
}

#[test]
fn both_languages_have_the_same_places() {
    let catalogue = catalogue();
    let [vi, en] = pages(&catalogue);
    for name in ["id", "data-entry", "data-kind", "class", "type", "name"] {
        let of = |page: &str| values(page, name).into_iter().map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(of(&vi).len(), of(&en).len(), "{name}");
    }
    assert_eq!(values(&vi, "id"), values(&en, "id"));
    assert!(vi.contains("<html lang=\"vi\">") && en.contains("<html lang=\"en\">"));
    assert!(vi.contains(file(Lang::En)) && en.contains(file(Lang::Vi)));
}

#[test]
fn it_is_one_file_without_script_that_loads_nothing() {
    for page in pages(&catalogue()) {
        let lower = page.to_lowercase();
        for bad in ["<script", "<iframe", "<object", "<form", " style=", " src=", "javascript:", "@import", "url("] {
            assert!(!lower.contains(bad), "{bad}");
        }
        assert!(page.split('<').filter_map(|tag| tag.split('>').next()).all(|tag| !tag.starts_with("link")), "a link element");
        assert!(!page.split('<').filter_map(|tag| tag.split('>').next()).any(|tag| tag.contains(" on")), "a handler");
        // The policy and the style it names.
        let style = page.split_once("<style>").and_then(|(_, rest)| rest.split_once("</style>")).map_or("", |(style, _)| style);
        use base64::Engine;
        use sha2::Digest;
        let hash = base64::prelude::BASE64_STANDARD.encode(sha2::Sha256::digest(style.as_bytes()));
        assert!(
            !style.is_empty() && page.contains(&format!("style-src &#39;sha256-{hash}&#39;;")),
            "the policy names another style"
        );
        assert_eq!((page.matches("<style>").count(), page.matches("data-screen=\"guide\"").count()), (1, 1));
    }
}

#[test]
fn texts_of_the_catalogue_are_escaped() {
    let mut catalogue = catalogue();
    let hostile = "<script>\"x\" & 'y'</script><b>";
    let cards = &mut catalogue.cards[0];
    for card in &mut cards.platforms {
        let texts = [&mut card.does, &mut card.cost, &mut card.find, &mut card.beware, &mut card.without, &mut card.as_of];
        texts.into_iter().for_each(|text| *text = hostile.into());
        card.steps.iter_mut().chain(&mut card.bring).for_each(|text| *text = hostile.into());
    }
    for card in &mut cards.obligations {
        [&mut card.title, &mut card.text, &mut card.law, &mut card.from, &mut card.moment]
            .into_iter()
            .for_each(|text| *text = hostile.into());
    }
    cards.names.iter_mut().chain(&mut cards.capability_names).for_each(|text| *text = hostile.into());
    cards.sources.iter_mut().for_each(|source| source.title = hostile.into());
    let page = page(&catalogue, Lang::Vi, hostile, STYLE);
    assert!(!page.contains("<script") && !page.contains("\"x\"") && page.matches("&lt;script&gt;").count() > 1000);
}

#[test]
fn contacts_come_first_and_every_platform_keeps_its_variants() {
    let catalogue = catalogue();
    for (at, page) in pages(&catalogue).iter().enumerate() {
        let ids = values(page, "id");
        let place = |id: &str| ids.iter().position(|each| *each == id).unwrap_or(usize::MAX);
        assert!(place("ask") < place("safe") && place("safe") < place("edition") && place("edition") < place("contents"));
        assert!(place("contents") < place("prepare") && page.find("tel:") < page.find("id=\"safe\""));
        for (platform, words) in catalogue.rules.platforms.iter().zip(&catalogue.cards[at].platforms) {
            let lists = 1 + words.variants.iter().filter(|variant| !variant.steps.is_empty()).count();
            let article = card(page, &platform.id);
            assert_eq!(article.matches("<ol").count(), lists, "{}", platform.id);
            assert_eq!(article.matches("class=\"note\"").count(), words.variants.len(), "{}", platform.id);
        }
        assert!(!page.contains("<span></span>") && !page.contains("<b></b>"), "a leaf or a label without words");
        for day in [catalogue.rules.as_of, catalogue.rules.valid_until] {
            assert!(page.contains(&day.day_first()));
        }
    }
}
