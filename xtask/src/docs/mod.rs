//! Documents for people who embed the tool: Markdown in `docs/embedding`, built into plain pages of the site without script.
//! What stands before the first heading are ways to other pages; the first heading is the title.

mod render;
#[cfg(test)]
mod tests;

use crate::fault::Outcome;
use crate::handbook::escape;
use crate::project::{Project, read};
use buoc_so::text::Lang;

/// What the pages add to the style of the tool.
pub const STYLE: &str = include_str!("style.css");

/// The folder of the sources.
const FOLDER: &str = "docs/embedding";

/// What a document is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Topic {
    /// How to embed, for web editors.
    Guide,
    /// What the tool needs and does, for a security officer.
    Security,
}

/// A document in one language.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Document {
    topic: Topic,
    lang: Lang,
}

const ALL: [Document; 4] = [
    Document { topic: Topic::Guide, lang: Lang::Vi },
    Document { topic: Topic::Guide, lang: Lang::En },
    Document { topic: Topic::Security, lang: Lang::Vi },
    Document { topic: Topic::Security, lang: Lang::En },
];

impl Document {
    /// Its source, as documents name each other.
    const fn source(self) -> &'static str {
        match (self.topic, self.lang) {
            (Topic::Guide, Lang::Vi) => "guide.vi.md",
            (Topic::Guide, Lang::En) => "guide.en.md",
            (Topic::Security, Lang::Vi) => "security.vi.md",
            (Topic::Security, Lang::En) => "security.en.md",
        }
    }

    /// Its page in the site.
    const fn page(self) -> &'static str {
        match (self.topic, self.lang) {
            (Topic::Guide, Lang::Vi) => "nhung.html",
            (Topic::Guide, Lang::En) => "nhung-en.html",
            (Topic::Security, Lang::Vi) => "an-toan.html",
            (Topic::Security, Lang::En) => "an-toan-en.html",
        }
    }

    /// For the style: one of them is to fit on one sheet of paper.
    const fn class(self) -> &'static str {
        match self.topic {
            Topic::Guide => "bs doc",
            Topic::Security => "bs doc sheet",
        }
    }
}

/// What the build fills in.
pub struct Facts<'a> {
    /// Version of the tool.
    pub version: &'a str,
    /// Day of the catalogue, as people read it.
    pub as_of: &'a str,
    /// Addresses of the style sheets.
    pub styles: [&'a str; 2],
}

/// All pages, by their names in the site.
pub fn pages(project: &Project, facts: &Facts<'_>) -> Outcome<Vec<(&'static str, String)>> {
    let folder = project.root.join(FOLDER);
    ALL.into_iter()
        .map(|document| Ok((document.page(), page(document, &read(&folder.join(document.source()))?, facts)?)))
        .collect()
}

/// A document as a page.
fn page(document: Document, source: &str, facts: &Facts<'_>) -> Outcome<String> {
    let source = source.replace("{{version}}", facts.version).replace("{{as-of}}", facts.as_of);
    let parts = render::parts(document.lang, &source).map_err(|reason| format!("{FOLDER}/{}: {reason}", document.source()))?;
    let (lang, class, title) = (document.lang.code(), document.class(), escape(&parts.title));
    let styles = facts.styles.map(|file| format!("<link rel=\"stylesheet\" href=\"{}\">\n", escape(file))).concat();
    // Nothing may run; nothing comes from elsewhere.
    Ok(format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n\
         <title>{title}</title>\n<link rel=\"icon\" href=\"icons/icon.svg\" type=\"image/svg+xml\">\n{styles}</head>\n<body>\n\
         <div class=\"{class}\" data-theme=\"auto\">\n<header class=\"top\"><nav class=\"wrap ways\">\n{}</nav></header>\n\
         <main class=\"wrap body\">\n{}</main>\n</div>\n</body>\n</html>\n",
        parts.ways, parts.main
    ))
}
