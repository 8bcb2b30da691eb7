//! Contrast of two colours as WCAG 2.2 reckons it.

/// The least contrast between a text and what is behind it (WCAG 2.2, 1.4.3).
pub const LEAST: f64 = 4.5;

/// Red, green and blue of `#rrggbb`; `None` for anything else.
pub fn rgb(text: &str) -> Option<[u8; 3]> {
    let digits =
        text.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
    let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    Some([part(0)?, part(2)?, part(4)?])
}

fn luminance(colour: [u8; 3]) -> f64 {
    let [red, green, blue] = colour.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// The contrast, from 1 to 21.
pub fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_pairs() {
        let of = |one, other| rgb(one).zip(rgb(other)).map(|(one, other)| (contrast(one, other) * 100.0).round());
        assert_eq!(of("#000000", "#FFFFFF"), Some(2100.0));
        assert_eq!(of("#767676", "#ffffff"), Some(454.0));
        assert_eq!(of("#777777", "#ffffff"), Some(448.0));
        assert_eq!(rgb("#12345"), None);
        assert_eq!(rgb("#12345ă"), None);
    }
}
