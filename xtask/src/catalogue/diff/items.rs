//! Everything in a catalogue as items with named fields, places replaced by ids. The patterns name every field of the
//! model, so that a new one cannot be forgotten here.

use super::texts::{self, Field, Fields};
use super::wording::{capability_ids, due, needs, perhaps, platform_ids, rule_ids, source_ids};
use crate::catalogue::condition_text::says;
use buoc_so::content::{Catalogue, PAGE};
use buoc_so::model::{Capability, Choice, Condition, Date, Obligation, Platform, Points, Question, Rule, Rules};
use buoc_so::view::Word;
use serde_json::{Value, json};

/// One thing of the catalogue.
pub struct Item {
    /// What it is: `platform`, `question` and so on.
    pub kind: &'static str,
    /// Its id; empty for the catalogue as a whole.
    pub id: String,
    /// What stands in it.
    pub fields: Fields,
}

/// All items in catalogue order.
pub fn items(catalogue: &Catalogue) -> Vec<Item> {
    let rules = &catalogue.rules;
    let mut items = vec![whole(rules)];
    let [vi, en] = &catalogue.cards;
    for ((area, vi), en) in rules.areas.iter().zip(&vi.areas).zip(&en.areas) {
        items.push(item("area", &area.id, [], json!(vi), json!(en)));
    }
    items.extend((0..rules.questions.len()).flat_map(|at| question(catalogue, at)));
    for ((rule, vi), en) in rules.rules.iter().zip(&vi.rules).zip(&en.rules) {
        let Rule { id, when, sources } = rule;
        items.push(item(
            "rule",
            id,
            [("when", says(rules, when)), ("sources", source_ids(rules, sources))],
            json!(vi),
            json!(en),
        ));
    }
    items.extend(rules.capabilities.iter().enumerate().map(|(at, entry)| capability(catalogue, at, entry)));
    items.extend(rules.platforms.iter().enumerate().map(|(at, entry)| platform(catalogue, at, entry)));
    items.extend(rules.obligations.iter().enumerate().map(|(at, entry)| obligation(catalogue, at, entry)));
    for ((id, vi), en) in rules.sources.iter().zip(&vi.sources).zip(&en.sources) {
        items.push(item("source", id, [], json!(vi), json!(en)));
    }
    items.extend(super::lists::items(catalogue));
    let [words, words_en] = &catalogue.words;
    for word in Word::ALL {
        let text = Field::Text([word.of(words, vi).into(), word.of(words_en, en).into()]);
        items.push(Item { kind: "word", id: word.key().into(), fields: [("text".to_owned(), text)].into() });
    }
    let [page, page_en] = &catalogue.page;
    let texts = |vi: &str, en: &str| Field::Text([vi.into(), en.into()]);
    let mut fields = Fields::new();
    for name in PAGE {
        fields.insert(name.into(), texts(page.say(name), page_en.say(name)));
    }
    items.push(Item { kind: "page", id: String::new(), fields });
    items
}

/// An item from its texts in both languages and what has no language.
pub fn item<const N: usize>(kind: &'static str, id: &str, plain: [(&str, String); N], vi: Value, en: Value) -> Item {
    let mut fields = Fields::new();
    texts::add(&mut fields, &vi, &en);
    fields.extend(plain.map(|(name, text)| (name.to_owned(), Field::Plain(text))));
    Item { kind, id: id.into(), fields }
}

fn whole(rules: &Rules) -> Item {
    let Points {
        prerequisite,
        duty_soon,
        duty,
        area,
        ready,
        free,
        home,
        unsure,
        strains,
        soon_days,
        first_cards,
        first_per_area,
    } = &rules.points;
    let number = |number: i32| number.to_string();
    let plain = [
        ("version", rules.version.clone()),
        ("as_of", rules.as_of.iso()),
        ("valid_until", rules.valid_until.iso()),
        ("holidays", rules.holidays.iter().map(|day| day.iso()).collect::<Vec<_>>().join(", ")),
        ("no_phone_when", says(rules, &rules.no_phone_when)),
        ("phone_like", capability_ids(rules, &rules.phone_like)),
        ("points.prerequisite", number((*prerequisite).into())),
        ("points.duty_soon", number((*duty_soon).into())),
        ("points.duty", number((*duty).into())),
        ("points.area", number((*area).into())),
        ("points.ready", number((*ready).into())),
        ("points.free", number((*free).into())),
        ("points.home", number((*home).into())),
        ("points.unsure", number((*unsure).into())),
        ("points.strains", number((*strains).into())),
        ("points.soon_days", number(*soon_days)),
        ("points.first_cards", number((*first_cards).into())),
        ("points.first_per_area", number((*first_per_area).into())),
    ];
    item("catalogue", "", plain, Value::Null, Value::Null)
}

fn question(catalogue: &Catalogue, at: usize) -> Vec<Item> {
    let rules = &catalogue.rules;
    let (Some(entry), [Some(vi), Some(en)]) =
        (rules.questions.get(at), catalogue.words.each_ref().map(|words| words.questions.get(at)))
    else {
        return Vec::new();
    };
    let Question { id, several, most, always, local, when, choices, unknown, shared, exclusive } = entry;
    let plain = [
        ("several", several.to_string()),
        ("most", most.to_string()),
        ("always", always.to_string()),
        ("local", local.to_string()),
        ("when", says(rules, when)),
    ];
    let mut own = item("question", id, plain, json!(vi), json!(en));
    own.fields.retain(|name, _| !name.starts_with("choices"));
    // The choices of a question that chooses local texts have their words with the cards.
    let late = |lang: usize| {
        let lists = catalogue.cards.get(lang)?.choices.iter();
        lists.filter(|(place, _)| place.at() == at).map(|(_, words)| words).next()
    };
    let mut items = vec![own];
    for (bit, Choice { id: choice, areas, areas_when, offered, icon }) in choices.iter().enumerate() {
        let words = |lang: usize, early: &buoc_so::model::QuestionWords| {
            late(lang).and_then(|words| words.get(bit)).or_else(|| early.choices.get(bit)).cloned().unwrap_or_default()
        };
        let area = |place: &buoc_so::model::AreaIx| rules.areas.get(place.at()).map_or("", |area| area.id.as_str());
        let moved = areas.iter().map(|place| area(place).to_owned());
        let moved = moved.chain(areas_when.iter().map(|(place, when)| format!("{} when {}", area(place), says(rules, when))));
        let is = |mask: &u64| (mask & (1 << bit) != 0).to_string();
        let plain = [
            ("areas", moved.collect::<Vec<_>>().join(", ")),
            ("offered", says(rules, offered)),
            ("icon", icon.clone()),
            ("unknown", is(unknown)),
            ("shared", is(shared)),
            ("exclusive", is(exclusive)),
        ];
        items.push(item("choice", &format!("{id}.{choice}"), plain, json!(words(0, vi)), json!(words(1, en))));
    }
    items
}

fn capability(catalogue: &Catalogue, at: usize, entry: &Capability) -> Item {
    let rules = &catalogue.rules;
    let Capability { id, yes, paper, step, step_when_unknown, requires, first_when, card, icon } = entry;
    let plain = [
        ("yes", says(rules, yes)),
        ("paper", paper.to_string()),
        ("step", step.to_string()),
        ("step_when_unknown", step_when_unknown.to_string()),
        ("requires", needs(rules, requires)),
        ("first_when", perhaps(rules, first_when.as_ref())),
        ("card", platform_ids(rules, card.as_slice())),
        ("icon", icon.clone()),
    ];
    let [vi, en] = catalogue.cards.each_ref().map(|cards| cards.capabilities.get(at));
    let mut own = item("capability", id, plain, json!(vi), json!(en));
    let variants = vi.map(|card| card.variants.as_slice()).unwrap_or_default();
    conditions(&mut own, rules, variants.iter().map(|variant| &variant.when));
    name(&mut own, catalogue.cards.each_ref().map(|cards| cards.capability_names.get(at)));
    own
}

fn platform(catalogue: &Catalogue, at: usize, entry: &Platform) -> Item {
    let rules = &catalogue.rules;
    let Platform {
        id,
        area,
        release,
        suits,
        needs: first,
        gives,
        proves,
        using,
        cautions,
        strains,
        line,
        free,
        home,
        confidence,
        local,
        sources,
        review_by,
    } = entry;
    let plain = [
        ("area", rules.areas.get(area.at()).map(|area| area.id.clone()).unwrap_or_default()),
        ("release", format!("{release:?}")),
        ("suits", rule_ids(rules, &[*suits])),
        ("needs", needs(rules, first)),
        ("gives", capability_ids(rules, gives)),
        ("proves", capability_ids(rules, proves)),
        ("using", perhaps(rules, using.as_ref())),
        ("cautions", rule_ids(rules, cautions)),
        ("strains", perhaps(rules, strains.as_ref())),
        ("line", line.to_string()),
        ("free", free.to_string()),
        ("home", home.to_string()),
        ("confidence", format!("{confidence:?}")),
        ("local", local.to_string()),
        ("sources", source_ids(rules, sources)),
        ("review_by", review_by.iso()),
        ("read_on", read_on(catalogue, id)),
    ];
    let [vi, en] = catalogue.cards.each_ref().map(|cards| cards.platforms.get(at));
    let mut own = item("platform", id, plain, json!(vi), json!(en));
    let variants = vi.map(|card| card.variants.as_slice()).unwrap_or_default();
    conditions(&mut own, rules, variants.iter().map(|variant| &variant.when));
    name(&mut own, catalogue.cards.each_ref().map(|cards| cards.names.get(at)));
    own
}

fn obligation(catalogue: &Catalogue, at: usize, entry: &Obligation) -> Item {
    let rules = &catalogue.rules;
    let Obligation { id, kinds, due: when_due, from, until, until_rolls, in_hand, done_with, first_when, sources, review_by } =
        entry;
    let kinds = kinds.iter().map(|case| format!("{} when {}", case.kind.id(), says(rules, &case.when)));
    let day = |day: &Option<Date>| day.map(Date::iso).unwrap_or_default();
    let plain = [
        ("kinds", kinds.collect::<Vec<_>>().join("; ")),
        ("due", due(when_due)),
        ("applies-from", day(from)),
        ("until", day(until)),
        ("until_rolls", until_rolls.to_string()),
        ("in_hand", perhaps(rules, in_hand.as_ref())),
        ("done_with", platform_ids(rules, done_with)),
        ("first_when", perhaps(rules, first_when.as_ref())),
        ("sources", source_ids(rules, sources)),
        ("review_by", review_by.iso()),
        ("read_on", read_on(catalogue, id)),
    ];
    let [vi, en] = catalogue.cards.each_ref().map(|cards| cards.obligations.get(at));
    item("obligation", id, plain, json!(vi), json!(en))
}

fn name(item: &mut Item, names: [Option<&String>; 2]) {
    item.fields.insert("name".into(), Field::Text(names.map(|name| name.cloned().unwrap_or_default())));
}

fn conditions<'a>(item: &mut Item, rules: &Rules, conditions: impl Iterator<Item = &'a Condition>) {
    for (at, when) in conditions.enumerate() {
        item.fields.insert(format!("variants[{at}].when"), Field::Plain(says(rules, when)));
    }
}

fn read_on(catalogue: &Catalogue, id: &str) -> String {
    let own = |key: &str| key == id || key.strip_suffix(id).is_some_and(|before| before.ends_with('.'));
    let review = catalogue.reviews.iter().find(|review| own(&review.key));
    review.and_then(|review| review.read_on).map(Date::iso).unwrap_or_default()
}
