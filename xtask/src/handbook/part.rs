//! A numbered part of the handbook. Paper has no links, so the table of contents and the headings carry the same number.

use super::markup::{Element, Markup, Way, el, link};

/// A part with its place in the table of contents.
pub struct Part {
    id: String,
    title: String,
    icon: Markup,
    body: Vec<Markup>,
}

impl Part {
    /// An empty part.
    pub fn new(id: &str, title: &str) -> Part {
        Part { id: id.to_owned(), title: title.to_owned(), icon: Markup::default(), body: Vec::new() }
    }

    /// Gives it a drawing.
    pub fn icon(mut self, name: &str) -> Part {
        self.icon = Markup::icon(name);
        self
    }

    /// Adds what stands in it.
    pub fn with(mut self, more: impl Into<Markup>) -> Part {
        self.body.push(more.into());
        self
    }
}

/// The table of contents.
pub fn contents(parts: &[Part]) -> Element {
    let entry =
        |(at, part): (usize, &Part)| el("li", "").with(link(&Way::Here(&part.id), "", format!("{}. {}", at + 1, part.title)));
    el("div", "more").with(el("ul", "").with(parts.iter().enumerate().map(entry).collect::<Vec<_>>()))
}

/// All parts, each with a way back to the contents.
pub fn sections(parts: Vec<Part>, contents_id: &str, back: &str) -> Vec<Element> {
    let section = |(at, part): (usize, Part)| {
        let Part { id, title, icon, body } = part;
        let heading = el("h2", "").with(icon).with(format!(" {}. {title}", at + 1));
        let back = el("p", "back").with(link(&Way::Here(contents_id), "btn quiet", back));
        el("section", "").attr("id", &id).with(heading).with(body).with(back)
    };
    parts.into_iter().enumerate().map(section).collect()
}
