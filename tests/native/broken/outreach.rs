//! The content of training sessions.

use super::Broken;
use buoc_so::content::Severity::{Error, Warning};

const WORDS: &str = "outreach/words.toml";
const SAFETY: &str = "outreach/safety.toml";
const BRING: &str = "outreach/bring.toml";
const CARDS: &str = "outreach/cards.toml";
const LISTS: &str = "outreach/lists.toml";
const PEOPLE: &str = "outreach/people.toml";
const PAPER: &str = "outreach/paper.toml";

/// Longer than any text of a session may be.
const LONG: &str = "id = \"device\"\nsay = { vi = \"Một câu. Một câu. Một câu. Một câu. Một câu. Một câu. Một câu. Một câu. Một câu. Một câu. \
Một câu. Một câu. Một câu. Một câu. Một câu. Một câu. Một câu. Một câu. Một câu. Một câu. Một câu. Một câu. Một câu. Một câu. \
Một câu. Một câu. Một câu. Một câu. Một câu. Một câu. Một câu. Một câu. Một câu. Một câu. Một câu. Một câu. Một câu. Một câu. \
Một câu. Một câu. Một câu. Một câu. Một câu. Một câu. Một câu. Một câu. Một câu. Một câu. Một câu. Một câu. Một câu. Một câu. ";

pub const OUTREACH: [Broken; 34] = [
    Broken(WORDS, "next-person = {", "next-persons = {", WORDS, "words.next-person", Error),
    Broken(
        WORDS,
        "next-person = {",
        "unheard-of = { vi = \"a\", en = \"a\" }\nnext-person = {",
        WORDS,
        "words.unheard-of",
        Error,
    ),
    Broken(WORDS, "[words]", "[word]", WORDS, "word", Error),
    Broken(SAFETY, "id = \"they-type\"", "id = \"no-secrets\"", SAFETY, "rule.no-secrets", Error),
    Broken(SAFETY, "en = \"Never ask", "fr = \"Never ask", SAFETY, "rule.no-secrets.text", Error),
    Broken(SAFETY, "Never ask anyone", "In order to be safe, never ask anyone", SAFETY, "rule.no-secrets.text", Warning),
    Broken(BRING, "id = \"phone\"", "id = \"The phone\"", BRING, "thing.The phone", Error),
    Broken(BRING, "icon = \"sim\"", "image = \"sim\"", BRING, "thing.sim", Error),
    Broken(CARDS, "id = \"device\"", "id = \"devices\"", CARDS, "card.devices", Error),
    Broken(CARDS, "id = \"device\"", "id = \"devices\"", CARDS, "card.device", Error),
    Broken(CARDS, "id = \"device\"", "id = \"audience\"", CARDS, "card.audience", Error),
    Broken(CARDS, "id = \"device\"\nsay = { vi = \"", LONG, CARDS, "card.device.say", Error),
    Broken(LISTS, "capability = \"vneid-2\"", "capability = \"vneid-9\"", LISTS, "blocker.no-vneid-2.capability", Error),
    Broken(LISTS, "area = \"safety\"", "area = \"sagety\"", LISTS, "blocker.fear-of-scams.area", Error),
    Broken(LISTS, "area = \"safety\"\n", "", LISTS, "blocker.fear-of-scams", Error),
    Broken(LISTS, "area = \"safety\"", "area = \"safety\"\ncapability = \"phone\"", LISTS, "blocker.fear-of-scams", Error),
    Broken(LISTS, "id = \"by_skill\"", "id = \"by_skills\"", LISTS, "metric", Error),
    Broken(LISTS, "id = \"village\"", "id = \"hamlet\"", LISTS, "column", Error),
    Broken(LISTS, "id = \"self-protection\"", "id = \"online-payment\"", LISTS, "skill.online-payment", Error),
    Broken(LISTS, "id = \"self-protection\"", "id = \"protection\"", "past-ids.toml", "skills", Error),
    Broken(LISTS, "id = \"weak-signal\"", "id = \"weak-signals\"", "past-ids.toml", "blockers", Warning),
    Broken(LISTS, "id = \"over-60\"", "id = \"over-65\"", "past-ids.toml", "ages", Error),
    Broken(PEOPLE, "device = \"basic-phone\"", "device = \"phone\"", PEOPLE, "person.ba-tam.answers.device", Error),
    Broken(PEOPLE, "money = [\"cash\"]", "money = [\"cash\", \"bank\"]", PEOPLE, "person.ba-tam.answers.money", Error),
    Broken(PEOPLE, "money = [\"cash\"]", "money = \"cash\"", PEOPLE, "person.ba-tam.answers.money", Error),
    Broken(PEOPLE, "money = [\"cash\"]", "monney = [\"cash\"]", PEOPLE, "person.ba-tam.answers.monney", Error),
    Broken(PEOPLE, "money = [\"cash\"]\n", "", PEOPLE, "person.ba-tam.answers.money", Error),
    Broken(PEOPLE, "money = [\"cash\"]", "money = [\"cash\"]\nsize = \"10-50\"", PEOPLE, "person.ba-tam.answers.size", Error),
    Broken(PEOPLE, "needs = [\"health\", \"pay\"]", "needs = [\"farm\"]", PEOPLE, "person.ba-tam.answers.needs", Error),
    Broken(PEOPLE, "id = \"chi-lua\"", "id = \"ba-tam\"", PEOPLE, "person.ba-tam", Error),
    Broken(PAPER, "overleaf = \"farm-extra\"", "overleaf = \"farm-extras\"", PAPER, "overleaf", Error),
    Broken(PAPER, "id = \"needs.farm\"", "id = \"needs.farms\"", PAPER, "whom.needs.farms", Error),
    Broken(PAPER, "id = \"channels\"", "id = \"channel\"", PAPER, "whom.channel", Error),
    Broken(PAPER, "destroy = {", "destroys = {", PAPER, "destroys", Error),
];
