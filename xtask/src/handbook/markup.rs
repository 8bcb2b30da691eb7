//! The one way from a text to HTML: elements take values, everything is escaped here, links go only where they may.

/// Text that is HTML already.
#[derive(Clone, Default)]
pub struct Markup(String);

/// Escapes a text for elements and for attributes in double quotes.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            sign => out.push(sign),
        }
    }
    out
}

impl Markup {
    /// A drawing made by `welcome::icon`, which takes names of drawings and no text.
    pub fn icon(name: &str) -> Markup {
        Markup(crate::welcome::icon(name, "i"))
    }

    /// A style sheet as it is: escaped it would be another one. Never holds a text of the catalogue.
    pub fn style(sheet: &str) -> Markup {
        Markup(format!("<style>{sheet}</style>"))
    }

    /// The HTML.
    pub fn into_string(self) -> String {
        self.0
    }

    /// Is there nothing?
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<&str> for Markup {
    fn from(text: &str) -> Markup {
        Markup(escape(text))
    }
}

impl From<&String> for Markup {
    fn from(text: &String) -> Markup {
        Markup(escape(text))
    }
}

impl From<String> for Markup {
    fn from(text: String) -> Markup {
        Markup(escape(&text))
    }
}

impl From<Element> for Markup {
    fn from(element: Element) -> Markup {
        let Element { tag, attributes, inner } = element;
        if VOID.contains(&tag) {
            return Markup(format!("<{tag}{attributes}>"));
        }
        // A line break where nobody sees it, so that two versions can be compared by eye.
        let end = if BLOCKS.contains(&tag) { "\n" } else { "" };
        Markup(format!("<{tag}{attributes}>{inner}</{tag}>{end}"))
    }
}

impl<T: Into<Markup>> From<Vec<T>> for Markup {
    fn from(list: Vec<T>) -> Markup {
        Markup(list.into_iter().map(|each| each.into().0).collect())
    }
}

impl<T: Into<Markup>> From<Option<T>> for Markup {
    fn from(one: Option<T>) -> Markup {
        one.map_or_else(Markup::default, Into::into)
    }
}

const VOID: [&str; 3] = ["meta", "input", "link"];
const BLOCKS: [&str; 5] = ["article", "section", "head", "header", "nav"];

/// An element that is being written.
pub struct Element {
    tag: &'static str,
    attributes: String,
    inner: String,
}

/// Starts an element; an empty class is none.
pub fn el(tag: &'static str, class: &str) -> Element {
    let element = Element { tag, attributes: String::new(), inner: String::new() };
    if class.is_empty() { element } else { element.attr("class", class) }
}

impl Element {
    /// Adds an attribute.
    pub fn attr(mut self, name: &'static str, value: &str) -> Element {
        self.attributes.push_str(&format!(" {name}=\"{}\"", escape(value)));
        self
    }

    /// Adds what stands inside.
    pub fn with(mut self, inner: impl Into<Markup>) -> Element {
        self.inner.push_str(&inner.into().0);
        self
    }
}

/// Where a link leads. There is no other way to write one.
pub enum Way<'a> {
    /// A place of the same page, by id.
    Here(&'a str),
    /// A telephone line, digits only.
    Call(&'a str),
    /// An address that begins with `https://`; any other is no link.
    Site(&'a str),
    /// A page beside this one.
    Page(&'a str),
}

/// A link.
pub fn link(way: &Way<'_>, class: &str, says: impl Into<Markup>) -> Element {
    let a = el("a", class);
    let a = match way {
        Way::Here(id) => a.attr("href", &format!("#{id}")),
        Way::Call(digits) => a.attr("href", &format!("tel:{digits}")),
        Way::Site(url) if url.starts_with("https://") => a.attr("href", url).attr("rel", "noopener noreferrer"),
        Way::Site(_) => el("span", class),
        Way::Page(file) => a.attr("href", file),
    };
    a.with(says)
}

/// A paragraph; nothing for no words.
pub fn para(class: &str, says: impl Into<Markup>) -> Option<Element> {
    let says = says.into();
    (!says.is_empty()).then(|| el("p", class).with(says))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_is_escaped_and_only_once() {
        let hostile = "<script>\"a\" & 'b'</script>";
        let page = Markup::from(el("p", hostile).attr("id", hostile).with(hostile)).into_string();
        assert!(!page.contains("<script") && !page.contains("\"a\"") && !page.contains("'b'"), "{page}");
        assert_eq!(page.matches("&lt;script&gt;&quot;a&quot; &amp; &#39;b&#39;").count(), 3, "{page}");
        assert_eq!(Markup::from(el("b", "").with(el("i", "").with("&"))).into_string(), "<b><i>&amp;</i></b>");
    }

    #[test]
    fn a_link_leads_where_it_may() {
        let written = |way: Way<'_>| Markup::from(link(&way, "", "x")).into_string();
        assert_eq!(written(Way::Site("https://a.vn")), "<a href=\"https://a.vn\" rel=\"noopener noreferrer\">x</a>");
        for bad in ["http://a.vn", "javascript:x", "//a.vn", "HTTPS:a"] {
            assert_eq!(written(Way::Site(bad)), "<span>x</span>");
        }
        assert_eq!(written(Way::Call("111")), "<a href=\"tel:111\">x</a>");
    }
}
