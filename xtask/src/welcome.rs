//! The static first screen: the welcome screen of the app, written from the catalogue so that it is never written twice. It
//! has the same structure as `src/ui/screens/welcome.rs` draws, because the app takes its place without a jump.

use crate::handbook::escape;
use buoc_so::content::Catalogue;
use buoc_so::view::Word;

#[path = "../../src/ui/icons.rs"]
mod icons;

/// The title of the page, and its product and lead, as plain texts: what the page and its manifest are called.
pub fn names(catalogue: &Catalogue) -> [String; 3] {
    let word = |word: Word| word.of(&catalogue.words[0], &catalogue.cards[0]).to_owned();
    let product = word(Word::Product);
    [format!("{} – {product}", word(Word::WelcomeTitle)), product, word(Word::WelcomeLead)]
}

/// Fills `{{title}}`, `{{lead}}`, `{{welcome}}` and `{{guide}}` of the page with Vietnamese words, and the address at which the
/// site will stand, where it is known: pictures of link previews want a whole address.
pub fn render(catalogue: &Catalogue, address: Option<&str>, template: &str) -> String {
    let page = Page { catalogue };
    let [title, ..] = names(catalogue);
    let own = address.map(|address| format!("<meta property=\"og:url\" content=\"{}\">", escape(address)));
    template
        .replace("{{address}}", &escape(address.unwrap_or_default()))
        .replace("{{og-url}}", &own.unwrap_or_default())
        .replace("{{outreach-title}}", &escape(catalogue.page[0].say("outreach-title")))
        .replace("{{title}}", &escape(&title))
        .replace("{{lead}}", &page.word(Word::WelcomeLead))
        .replace("{{handbook-link}}", &escape(catalogue.page[0].say("handbook")))
        .replace("{{guide}}", &escape(catalogue.page[0].say("guide-text")))
        .replace("{{welcome}}", &page.welcome())
}

struct Page<'a> {
    catalogue: &'a Catalogue,
}

/// A drawing beside a word; nothing for a name that has none.
pub fn icon(name: &str, class: &str) -> String {
    let (stroke, fill) = icons::paths(name);
    if stroke.is_empty() && fill.is_empty() {
        return String::new();
    }
    let fill = if fill.is_empty() { String::new() } else { format!("<path class=\"f\" d=\"{fill}\"/>") };
    format!("<svg class=\"{class}\" viewBox=\"0 0 24 24\" aria-hidden=\"true\"><path d=\"{stroke}\"/>{fill}</svg>")
}

impl Page<'_> {
    fn word(&self, word: Word) -> String {
        escape(word.of(&self.catalogue.words[0], &self.catalogue.cards[0]))
    }

    fn welcome(&self) -> String {
        let fact = |drawing: &str, word: Word| format!("<li>{}{}</li>", icon(drawing, "i"), self.word(word));
        let date = self.word(Word::AsOf).replace("{date}", &self.catalogue.rules.as_of.day_first());
        format!(
            "<div class=\"bs\" data-static data-theme=\"auto\" lang=\"vi\">{top}<main data-screen=\"welcome\"><div class=\"band\"><div class=\"wrap\">\
             <h1 tabindex=\"-1\">{title}</h1><p class=\"lead\">{lead}</p><ul class=\"facts\">{time}{private}{skipping}</ul></div></div>\
             <div class=\"wrap body\"><div class=\"split\"><div class=\"w\">{question}\
             <p><button class=\"btn quiet wide\" type=\"button\" data-action=\"skip\">{skip}</button></p>\
             <div class=\"acts stick\"><button class=\"btn go\" type=\"button\" data-action=\"next\">\
             <span data-opening=\"{opening}\">{next}</span>{arrow}<span class=\"opening\" aria-hidden=\"true\">{opening}</span></button></div></div>\
             <div><p class=\"note\">{never}</p><p class=\"src\">{guidance} {privacy} {date}</p></div></div></div></main></div>",
            top = self.top(),
            title = self.word(Word::WelcomeTitle),
            lead = self.word(Word::WelcomeLead),
            time = fact("clock", Word::FactTime),
            private = fact("lock", Word::FactPrivate),
            skipping = fact("skip", Word::FactSkip),
            question = self.question(),
            skip = self.word(Word::Skip),
            opening = escape(self.catalogue.page[0].say("opening")),
            next = self.word(Word::Next),
            arrow = icon("act-next", "i r"),
            never = self.word(Word::NeverAsked),
            guidance = self.word(Word::OnlyGuidance),
            privacy = self.word(Word::Privacy),
        )
    }

    fn top(&self) -> String {
        let tool = |hook: &str, label: Word, text: &str, more: &str| {
            format!(
                "<button class=\"tool\" type=\"button\" data-action=\"{hook}\"{more} aria-label=\"{}\">{text}</button>",
                self.word(label)
            )
        };
        format!(
            "<header class=\"top\"><div class=\"wrap\"><span class=\"brand\"><svg viewBox=\"0 0 24 24\" aria-hidden=\"true\">\
             <path class=\"mk\" d=\"M2 22v-7h7V9h7V3h6v19z\"/><path class=\"mp\" d=\"M9.9 1.5h5v5h-5z\"/></svg>{}</span>{}{}</div></header>",
            self.word(Word::Product),
            tool("text-size", Word::TextSize, "Aa", ""),
            tool("language", Word::OtherLanguage, "EN", " lang=\"en\""),
        )
    }

    /// The first question of the catalogue as native radios.
    fn question(&self) -> String {
        let (Some(question), Some(words)) = (self.catalogue.rules.questions.first(), self.catalogue.words[0].questions.first())
        else {
            return String::new();
        };
        let id = &question.id;
        let rows: String = question
            .choices
            .iter()
            .zip(&words.choices)
            .map(|(choice, words)| {
                let hint = if words.hint.is_empty() { String::new() } else { format!("<small>{}</small>", escape(&words.hint)) };
                format!(
                    "<div class=\"opt\"><input type=\"radio\" id=\"{id}-{0}\" name=\"{id}\" value=\"{0}\"><label for=\"{id}-{0}\"><span>{1}{hint}</span>{2}</label></div>",
                    choice.id,
                    escape(&words.label),
                    icon(&choice.icon, "i"),
                )
            })
            .collect();
        format!(
            "<fieldset data-question=\"{id}\"><legend><h2 class=\"q\">{}</h2></legend><div class=\"opts\">{rows}</div></fieldset>",
            escape(&words.ask)
        )
    }
}
