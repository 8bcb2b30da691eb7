//! SVG pieces. No outside resources: fonts are the reader's own, so widths are estimated on the wide side.

use crate::handbook::escape;
use std::fmt::Write;

/// The size of all text, in pixels.
pub const SIZE: f64 = 13.0;
/// From one line to the next.
pub const LINE: f64 = 18.0;

/// A text as it may stand in XML 1.0, which has no other control characters.
pub fn escaped(text: &str) -> String {
    escape(text).replace(char::is_control, " ")
}

/// How wide a line is at most. Sans-serif letters of 13 px are 7 px on average; 8 leaves room for other fonts.
pub fn width(text: &str) -> f64 {
    text.chars().count() as f64 * 8.0
}

/// Breaks a paragraph into lines that fit; a word that is too long is cut.
pub fn lines(text: &str, fits: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let mut word = word.to_owned();
        let longer = if line.is_empty() { word.clone() } else { format!("{line} {word}") };
        if width(&longer) <= fits {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(core::mem::take(&mut line));
        }
        while width(&word) > fits {
            let cut = word.char_indices().nth((fits / 8.0).max(1.0) as usize).map_or(word.len(), |(at, _)| at);
            let rest = word.split_off(cut);
            lines.push(core::mem::replace(&mut word, rest));
        }
        line = word;
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// A picture that grows.
#[derive(Default)]
pub struct Picture(String);

impl Picture {
    /// A rectangle with rounded corners.
    pub fn boxed(&mut self, (x, y): (f64, f64), (wide, high): (f64, f64), class: &str) {
        let _ = writeln!(self.0, r#"<rect class="{class}" x="{x}" y="{y}" width="{wide}" height="{high}" rx="6"/>"#);
    }

    /// One line of text; `y` is its base line.
    pub fn text(&mut self, (x, y): (f64, f64), class: &str, text: &str) {
        let _ = writeln!(self.0, r#"<text class="{class}" x="{x}" y="{y}">{}</text>"#, escaped(text));
    }

    /// A line through some points, with an arrow head at its end.
    pub fn arrow(&mut self, points: &[(f64, f64)], colour: &str) {
        let way: Vec<String> = points.iter().map(|(x, y)| format!("{x},{y}")).collect();
        let _ = writeln!(self.0, r#"<polyline class="way" stroke="{colour}" points="{}"/>"#, way.join(" "));
        if let Some((x, y)) = points.last() {
            // Pointing right or down, after the last leg.
            let down = points.len() > 1 && points.get(points.len() - 2).is_some_and(|(before, _)| before == x);
            let (one, other) = if down { ((-4.0, -8.0), (4.0, -8.0)) } else { ((-8.0, -4.0), (-8.0, 4.0)) };
            let _ = writeln!(
                self.0,
                r#"<path fill="{colour}" d="M{x},{y} l{},{} L{},{} z"/>"#,
                one.0,
                one.1,
                x + other.0,
                y + other.1
            );
        }
    }

    /// The whole file.
    pub fn finish(self, title: &str, (wide, high): (f64, f64)) -> String {
        let title = escaped(title);
        format!(
            r##"<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" viewBox="0 0 {wide} {high}" role="img">
<title>{title}</title>
<style>
text {{ font: {SIZE}px "DejaVu Sans", Arial, sans-serif; fill: #1b1b1b }}
.id {{ font-weight: bold }}
.title {{ font-size: 18px; font-weight: bold }}
.when {{ fill: #0b3d66 }}
.frame {{ fill: #eef4fa; stroke: #8aa7c4 }}
.question {{ fill: #ffffff; stroke: #1b1b1b }}
.way {{ fill: none; stroke-width: 1.5 }}
</style>
<rect width="{wide}" height="{high}" fill="#ffffff"/>
{}</svg>
"##,
            self.0
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_never_grow_too_wide_and_lose_nothing() {
        let text = "một hai ba bốn mười-hai-chữ-rất-dài ba";
        let broken = lines(text, 64.0);
        assert!(broken.iter().all(|line| width(line) <= 64.0), "{broken:?}");
        assert_eq!(broken.concat().replace(' ', ""), text.replace(' ', ""));
        assert_eq!(broken.first().map(String::as_str), Some("một hai"));
    }

    #[test]
    fn signs_of_xml_are_escaped() {
        assert_eq!(escaped("a<b & \"c\">\u{7}"), "a&lt;b &amp; &quot;c&quot;&gt; ");
    }
}
