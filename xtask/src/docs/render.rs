//! Markdown to the HTML of a page. HTML of its own is refused, links lead to known pages of the site or to a part of the same
//! document: a link that leads nowhere fails the build.

use super::ALL;
use crate::handbook::escape;
use buoc_so::text::Lang;
use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

/// Pages of the site that documents may name, with or without a query.
const SITE: [&str; 5] = ["index.html", "cam-nang.html", "cam-nang-en.html", "embed.html", "embed-en.html"];

/// A document in parts.
pub struct Parts {
    /// The first heading, as text.
    pub title: String,
    /// What stands before it.
    pub ways: String,
    /// From it on.
    pub main: String,
}

/// The parts of a source; the reason when it holds what it must not.
pub fn parts(lang: Lang, source: &str) -> Result<Parts, String> {
    let raw: Vec<Event<'_>> = Parser::new_ext(source, Options::ENABLE_TABLES).collect();
    let wanted: Vec<String> = linked(&raw).collect();
    let title = title(&raw).ok_or("there is no heading of the first level")?;
    let events = raw.into_iter().map(|event| fit(lang, event)).collect::<Result<Vec<_>, _>>()?;
    let top = Event::Start(heading(HeadingLevel::H1, None));
    let at = events.iter().position(|event| *event == top).unwrap_or_default();
    let (ways, main) = events.split_at(at);
    let (main, places) = numbered(main);
    if let Some(place) = wanted.iter().find(|place| !places.contains(place)) {
        return Err(format!("the link #{place} leads nowhere; parts are s1 to s{}", places.len()));
    }
    Ok(Parts { title, ways: written(ways.iter().cloned()), main: written(main.into_iter()) })
}

/// The first heading of the first level, as text.
fn title(events: &[Event<'_>]) -> Option<String> {
    let at = events.iter().position(|event| *event == Event::Start(heading(HeadingLevel::H1, None)))?;
    let inside = events[at..].iter().take_while(|event| !matches!(event, Event::End(TagEnd::Heading(_))));
    Some(
        inside.filter_map(|event| if let Event::Text(text) | Event::Code(text) = event { Some(&**text) } else { None }).collect(),
    )
}

/// Parts of the second level get the names s1, s2 …, the same in every language.
fn numbered<'a>(events: &[Event<'a>]) -> (Vec<Event<'a>>, Vec<String>) {
    let mut places = Vec::new();
    let second = Event::Start(heading(HeadingLevel::H2, None));
    let named = events.iter().map(|event| {
        if *event != second {
            return event.clone();
        }
        places.push(format!("s{}", places.len() + 1));
        Event::Start(heading(HeadingLevel::H2, places.last().cloned()))
    });
    (named.collect(), places)
}

fn heading<'a>(level: HeadingLevel, id: Option<String>) -> Tag<'a> {
    Tag::Heading { level, id: id.map(CowStr::from), classes: Vec::new(), attrs: Vec::new() }
}

/// The places that links inside the document name.
fn linked(events: &[Event<'_>]) -> impl Iterator<Item = String> {
    events.iter().filter_map(|event| match event {
        Event::Start(Tag::Link { dest_url, .. }) => dest_url.strip_prefix('#').map(str::to_owned),
        _ => None,
    })
}

/// An event as it goes into the page.
fn fit<'a>(lang: Lang, event: Event<'a>) -> Result<Event<'a>, String> {
    match event {
        Event::Html(html) | Event::InlineHtml(html) => Err(format!("write Markdown, not HTML: {}", html.trim())),
        Event::Start(Tag::Image { dest_url, .. }) => Err(format!("pictures are not built into the page: {dest_url}")),
        Event::Start(Tag::Link { dest_url, .. }) => Ok(Event::Html(link(lang, &dest_url)?.into())),
        Event::End(TagEnd::Link) => Ok(Event::Html("</a>".into())),
        // Browser translation must leave code alone.
        Event::Start(Tag::CodeBlock(_)) => Ok(Event::Html("<pre translate=\"no\"><code>".into())),
        Event::End(TagEnd::CodeBlock) => Ok(Event::Html("</code></pre>\n".into())),
        Event::Code(code) => Ok(Event::Html(format!("<code translate=\"no\">{}</code>", escape(&code)).into())),
        other => Ok(other),
    }
}

/// The start of a link. One to another language says so.
fn link(lang: Lang, to: &str) -> Result<String, String> {
    let page = to.split(['?', '#']).next().unwrap_or_default();
    let known = ALL.into_iter().find(|document| document.source() == to);
    match known {
        Some(document) if document.lang != lang => {
            let code = document.lang.code();
            Ok(format!("<a href=\"{}\" lang=\"{code}\" hreflang=\"{code}\">", document.page()))
        }
        Some(document) => Ok(format!("<a href=\"{}\">", document.page())),
        None if to.starts_with('#') || SITE.contains(&page) => Ok(format!("<a href=\"{}\">", escape(to))),
        None => Err(format!("the link {to} leads to no page of the site")),
    }
}

fn written<'a>(events: impl Iterator<Item = Event<'a>>) -> String {
    let mut out = String::new();
    html::push_html(&mut out, events);
    out
}
