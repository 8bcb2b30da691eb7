//! The catalogue in one language, and the small sentences that several parts share. Knows no clock: every date that may pass
//! is printed.

use super::markup::{Element, Markup, Way, el, link};
use buoc_so::content::{Catalogue, HandbookWords};
use buoc_so::model::{Cards, Date, PlatformIx, Rules, SourceIx, Words};
use buoc_so::text::{Lang, fill, two_digits};
use buoc_so::view::Word;

/// What the handbook is written from.
pub struct Book<'a> {
    /// The language.
    pub lang: Lang,
    /// Everything without words.
    pub rules: &'a Rules,
    /// Words of questions.
    pub words: &'a Words,
    /// Words of cards.
    pub cards: &'a Cards,
    /// Words of the handbook.
    pub own: &'a HandbookWords,
    /// Version of the product.
    pub version: &'a str,
}

impl<'a> Book<'a> {
    /// The catalogue in one language.
    pub fn new(catalogue: &'a Catalogue, lang: Lang, version: &'a str) -> Book<'a> {
        let at = Lang::ALL.iter().position(|each| *each == lang).unwrap_or(0);
        Book {
            lang,
            rules: &catalogue.rules,
            words: &catalogue.words[at],
            cards: &catalogue.cards[at],
            own: &catalogue.handbook[at],
            version,
        }
    }

    /// A word of the interface.
    pub fn word(&self, word: Word) -> &'a str {
        word.of(self.words, self.cards)
    }

    /// The short name of a question.
    pub fn short(&self, question: usize) -> &'a str {
        self.words.questions.get(question).map_or("", |words| words.short.as_str())
    }

    /// The label of a choice.
    pub fn label(&self, question: usize, choice: usize) -> &'a str {
        let local = self.cards.choices.iter().find(|(place, _)| place.at() == question).map(|(_, choices)| choices);
        let choices = local.or_else(|| self.words.questions.get(question).map(|words| &words.choices));
        choices.and_then(|choices| choices.get(choice)).map_or("", |choice| choice.label.as_str())
    }

    /// "thứ Hai, 01/02/2027".
    pub fn day(&self, day: Date) -> String {
        let weekday = self.word(Word::Weekdays).split('|').nth(day.weekday()).unwrap_or("");
        format!("{weekday}, {}", day.day_first())
    }

    /// A day of every year.
    pub fn day_month(&self, day: u32, month: u32) -> String {
        let name = self.month(month);
        fill(&self.own.day_month, &[("day", &two_digits(day)), ("month", &two_digits(month)), ("name", name)])
    }

    /// The name of a month, 1 to 12.
    pub fn month(&self, month: u32) -> &'a str {
        self.word(Word::Months).split('|').nth(month as usize - 1).unwrap_or("")
    }

    /// "Nguồn: …. Thông tin đến …. Sau ngày …, thông tin này có thể đã cũ."
    pub fn source_line(&self, sources: &[SourceIx], as_of: &str, review_by: Date) -> Element {
        el("p", "src").with(format!("{} {}", self.sources(sources), self.dated(as_of, review_by)))
    }

    /// "Nguồn: …."
    pub fn sources(&self, sources: &[SourceIx]) -> String {
        let named = sources.iter().filter_map(|source| self.cards.sources.get(source.at())).map(|source| source.title.as_str());
        fill(self.word(Word::Sources), &[("what", &named.collect::<Vec<_>>().join("; "))])
    }

    /// "Thông tin đến …. Sau ngày …, thông tin này có thể đã cũ."
    pub fn dated(&self, as_of: &str, review_by: Date) -> String {
        let review = fill(&self.own.review, &[("date", &review_by.day_first())]);
        format!("{} {review}", fill(self.word(Word::AsOf), &[("date", as_of)]))
    }

    /// Names of platforms, each leading to its card; nothing for none.
    pub fn done_with(&self, platforms: &[PlatformIx]) -> Option<Element> {
        let one = |place: &PlatformIx| {
            let id = format!("p-{}", self.rules.platforms.get(place.at())?.id);
            Some(link(&Way::Here(&id), "", self.cards.names.get(place.at()).map_or("", String::as_str)))
        };
        let links: Vec<Element> = platforms.iter().filter_map(one).collect();
        if links.is_empty() {
            return None;
        }
        // The label is a part of the sentence: links in a sentence may be as low as its line.
        let mut says = el("p", "un").with(format!("{} ", self.own.done_with));
        for (at, link) in links.into_iter().enumerate() {
            says = says.with(if at == 0 { "" } else { "; " }).with(link);
        }
        Some(says)
    }
}

/// "Chi phí: Miễn phí." A label that asks keeps its question mark.
pub fn labelled(label: &str, says: impl Into<Markup>) -> Option<Element> {
    let says = says.into();
    let end = if label.ends_with(['?', ':', '.']) { " " } else { ": " };
    (!says.is_empty()).then(|| el("p", "un").with(el("b", "").with(label)).with(end).with(says))
}

/// A row of a list; the dot is for the eye only.
pub fn row(says: impl Into<Markup>) -> Element {
    el("li", "").with(el("span", "").attr("aria-hidden", "true").with("•\u{a0}")).with(el("span", "").with(says))
}

/// Steps in order.
pub fn steps(texts: &[String]) -> Element {
    el("ol", "steps").with(texts.iter().map(|text| el("li", "").with(text)).collect::<Vec<_>>())
}
