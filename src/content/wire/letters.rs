//! One byte for a letter. Vietnamese has 134 letters beyond ASCII, each two or three bytes of UTF-8; brotli packs texts of one
//! byte a letter 5 % smaller (measured on the cards). Each part brings its own list, so that another language needs no change
//! here.

use alloc::{string::String, vec::Vec};

/// Ends a text.
pub const END: u8 = 0;
/// The next three bytes are a letter that is not in the list, lowest byte first.
pub const RARE: u8 = 1;
/// The first byte that means a letter of the list; below it stands ASCII.
const FIRST: u8 = 0x80;

/// The letters beyond ASCII of a part, at most 128.
pub struct Letters(Vec<char>);

impl Letters {
    /// From the list as it is stored.
    pub fn new(list: &str) -> Letters {
        // Not `collect`: it brings code of its own for letters (0.3 KB of wasm).
        let mut letters = Vec::new();
        for letter in list.chars() {
            letters.push(letter);
        }
        Letters(letters)
    }

    /// The letter of a byte; `None` for one that stands for none.
    fn letter(&self, byte: u8) -> Option<char> {
        if byte < FIRST { Some(char::from(byte)) } else { self.0.get(usize::from(byte - FIRST)).copied() }
    }

    /// The next text and what follows it; `None` when it is damaged.
    pub fn read<'a>(&self, bytes: &'a [u8]) -> Option<(String, &'a [u8])> {
        let mut text = String::new();
        let mut rest = bytes;
        loop {
            let (first, after) = rest.split_first()?;
            rest = after;
            text.push(match *first {
                END => return Some((text, rest)),
                RARE => {
                    let (code, after) = rest.split_first_chunk::<3>()?;
                    rest = after;
                    char::from_u32(u32::from_le_bytes([code[0], code[1], code[2], 0]))?
                }
                byte => self.letter(byte)?,
            });
        }
    }

    /// The letters that texts use most, as the list is stored: most used first, so that the same texts give the same list.
    #[cfg(any(not(target_arch = "wasm32"), feature = "overlay"))]
    pub fn of(texts: &[String]) -> String {
        let mut uses = alloc::collections::BTreeMap::<char, usize>::new();
        for letter in texts.iter().flat_map(|text| text.chars()).filter(|letter| !letter.is_ascii()) {
            *uses.entry(letter).or_default() += 1;
        }
        let mut letters: Vec<(char, usize)> = uses.into_iter().collect();
        letters.sort_by_key(|(_, uses)| core::cmp::Reverse(*uses));
        letters.truncate(usize::from(u8::MAX - FIRST) + 1);
        letters.into_iter().map(|(letter, _)| letter).collect()
    }

    /// Writes a text and its end.
    #[cfg(any(not(target_arch = "wasm32"), feature = "overlay"))]
    pub fn write(&self, text: &str, to: &mut Vec<u8>) {
        for letter in text.chars() {
            match self.0.iter().position(|known| *known == letter) {
                Some(at) => to.push(FIRST + at as u8),
                None if letter.is_ascii() && ![END, RARE].contains(&(letter as u8)) => to.push(letter as u8),
                None => {
                    to.push(RARE);
                    to.extend(&u32::from(letter).to_le_bytes()[..3]);
                }
            }
        }
        to.push(END);
    }
}
