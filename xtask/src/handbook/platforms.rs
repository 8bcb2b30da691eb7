//! Platforms by area: each in full, with every variant of its texts, because nobody has answered a question here.

use super::book::{Book, labelled, row, steps};
use super::markup::{Element, Markup, Way, el, link, para};
use super::part::Part;
use buoc_so::model::{AreaIx, Condition, Need, Platform, PlatformCard, PlatformVariant, Release};
use buoc_so::text::fill;
use buoc_so::view::Word;

/// One part for each area, in content order.
pub fn parts(book: &Book<'_>) -> Vec<Part> {
    book.rules.areas.iter().enumerate().map(|(at, area)| part(book, at, &area.id)).collect()
}

fn part(book: &Book<'_>, at: usize, id: &str) -> Part {
    let all = book.rules.platforms.iter().zip(&book.cards.platforms).zip(&book.cards.names);
    let here: Vec<_> = all.filter(|((platform, _), _)| platform.area == AreaIx::from_at(at)).collect();
    let words = book.cards.areas.get(at);
    let mut part = Part::new(&format!("a-{id}"), words.map_or("", |words| &words.name)).icon(&format!("area-{id}"));
    if here.is_empty() {
        // Decision 70: in its place stands where to ask.
        return part.with(para("", words.map_or("", |words| &words.empty)));
    }
    let name = |((platform, _), name): &((&Platform, _), &String)| {
        el("li", "").with(link(&Way::Here(&format!("p-{}", platform.id)), "", name.as_str()))
    };
    part = part.with(el("div", "more here").with(el("ul", "").with(here.iter().map(name).collect::<Vec<_>>())));
    if here.iter().any(|((platform, _), _)| platform.release != Release::Show) {
        part = part.with(para("hint", &book.own.no_link));
    }
    let cards = here.into_iter().map(|((platform, card), name)| article(book, platform, card, name));
    part.with(el("div", "full").with(cards.collect::<Vec<_>>()))
}

fn article(book: &Book<'_>, platform: &Platform, card: &PlatformCard, name: &str) -> Element {
    let free = if platform.free { format!(" {}", book.word(Word::Free)) } else { String::new() };
    let suits = para("", book.for_whom(&Condition::Rule(platform.suits)).unwrap_or_default());
    el("article", "card un")
        .attr("id", &format!("p-{}", platform.id))
        .attr("data-entry", &platform.id)
        .with(el("div", "hd").with(el("h3", "").with(name)))
        .with(para("", format!("{}{free}", card.does)))
        .with(suits)
        .with(needs(book, platform, card))
        .with(el("p", "un").with(el("b", "").with(book.word(Word::StepsHeading))))
        .with(steps(&card.steps))
        .with(card.variants.iter().map(|each| variant(book, each)).collect::<Vec<_>>())
        .with(labelled(book.word(Word::WithoutHeading), &card.without))
        .with(warning(book, platform, card))
        .with(labelled(book.word(Word::FindHeading), way_in(book, platform, card)))
        .with(call(book, card))
        .with(labelled(book.word(Word::CostHeading), &card.cost))
        .with(labelled(book.word(Word::OperatorHeading), &card.operator))
        .with(book.source_line(&platform.sources, &card.as_of, platform.review_by))
}

/// What is needed first as one sentence, so that links in it are part of a text; then what to bring.
fn needs(book: &Book<'_>, platform: &Platform, card: &PlatformCard) -> Vec<Markup> {
    let mut says = vec![Markup::from(format!("{}: ", book.word(Word::NeedsHeading)))];
    for (at, need) in platform.needs.iter().enumerate() {
        says.push(Markup::from(if at == 0 { "" } else { book.own.and.as_str() }));
        says.extend(need_of(book, need));
    }
    let rows: Vec<Element> = card.bring.iter().map(row).collect();
    let sentence = (!platform.needs.is_empty() || !rows.is_empty()).then(|| el("p", "un").with(says));
    let list = (!rows.is_empty()).then(|| el("ul", "tick").with(rows));
    vec![sentence.into(), list.into()]
}

fn need_of(book: &Book<'_>, need: &Need) -> Vec<Markup> {
    let mut says = Vec::new();
    for (at, place) in need.any.iter().enumerate() {
        let (capability, name) = (book.rules.capabilities.get(place.at()), book.cards.capability_names.get(place.at()));
        let id = format!("n-{}", capability.map_or("", |capability| &capability.id));
        says.push(Markup::from(if at == 0 { "" } else { book.word(Word::Or) }));
        says.push(link(&Way::Here(&id), "", name.map_or("", String::as_str)).into());
    }
    // A need that is not everybody's says whose it is: "Riêng với: người bán hàng".
    let whom = book.for_some(&need.when);
    if !whom.is_empty() {
        says.push(Markup::from(format!(" ({whom})")));
    }
    says
}

fn variant(book: &Book<'_>, variant: &PlatformVariant) -> Element {
    let label = book.for_some(&variant.when);
    let also: Vec<&str> =
        [&variant.does, &variant.also].into_iter().map(String::as_str).filter(|text| !text.is_empty()).collect();
    let list = (!variant.steps.is_empty()).then(|| steps(&variant.steps));
    el("div", "note").with(el("p", "").with(el("b", "").with(label))).with(para("", also.join(" "))).with(list)
}

fn warning(book: &Book<'_>, platform: &Platform, card: &PlatformCard) -> Element {
    let cautions = platform.cautions.iter().filter_map(|rule| book.cards.rules.get(rule.at()));
    let says = el("div", "")
        .with(el("p", "").with(el("b", "").with(book.word(Word::BewareHeading))))
        .with(para("", &card.beware))
        .with(cautions.map(|words| el("p", "").with(&words.yes)).collect::<Vec<_>>())
        .with(para("", book.word(Word::StoresOnly)));
    el("div", "warn").with(Markup::icon("warning")).with(says)
}

fn way_in(book: &Book<'_>, platform: &Platform, card: &PlatformCard) -> Markup {
    let find = Markup::from(&card.find);
    if platform.release != Release::Show || card.link.is_empty() {
        return find;
    }
    let shown = card.link.strip_prefix("https://").unwrap_or(&card.link);
    let by_hand = Markup::from(format!(" {} ", book.word(Word::TypeByHand)));
    vec![find, by_hand, link(&Way::Site(&card.link), "", shown).into()].into()
}

fn call(book: &Book<'_>, card: &PlatformCard) -> Option<Vec<Element>> {
    let hotline = card.hotline.as_ref()?;
    let says = fill(book.word(Word::Call), &[("number", &hotline.shown)]);
    let line = link(&Way::Call(&hotline.digits), "btn", Markup::icon("phone-call")).with(says);
    Some([Some(el("p", "row").with(line)), para("hint", &hotline.note)].into_iter().flatten().collect())
}
