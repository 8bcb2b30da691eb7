//! Reading a part.

use super::letters::Letters;
use alloc::string::String;

/// A place in the bytes. After the first damage everything reads as empty and `bad` stays set.
pub struct Reader<'a> {
    numbers: &'a [u8],
    texts: &'a [u8],
    letters: Letters,
    /// Something was damaged.
    pub bad: bool,
    /// How deep the condition is that is being read.
    pub depth: u8,
}

impl<'a> Reader<'a> {
    /// Reads from the start.
    pub fn new(bytes: &'a [u8]) -> Reader<'a> {
        let mut reader = Reader { numbers: bytes, texts: &[], letters: Letters::new(""), bad: false, depth: 0 };
        match core::str::from_utf8(reader.block()) {
            Ok(list) => reader.letters = Letters::new(list),
            Err(_) => reader.bad = true,
        }
        reader.texts = reader.block();
        reader
    }

    /// Was all of it read, and nothing damaged?
    pub const fn finished(&self) -> bool {
        !self.bad && self.numbers.is_empty() && self.texts.is_empty()
    }

    /// So many bytes, with their number before them.
    fn block(&mut self) -> &'a [u8] {
        let count = self.count();
        let (block, rest) = self.numbers.split_at(count.min(self.numbers.len()));
        self.numbers = rest;
        block
    }

    /// A byte as it is.
    #[inline(never)]
    pub fn byte(&mut self) -> u8 {
        match self.numbers.split_first() {
            Some((first, rest)) => {
                self.numbers = rest;
                *first
            }
            None => {
                self.bad = true;
                0
            }
        }
    }

    /// A number of variable length: seven bits a byte, lowest first.
    #[inline(never)]
    pub fn number(&mut self) -> u64 {
        let mut number = 0;
        for shift in (0..70).step_by(7) {
            let byte = self.byte();
            number |= u64::from(byte & 0x7f) << shift.min(63);
            if byte & 0x80 == 0 {
                return number;
            }
        }
        self.bad = true;
        0
    }

    /// A number with a sign, folded: 0, -1, 1, -2 …
    pub fn signed(&mut self) -> i32 {
        let folded = self.number();
        ((folded >> 1) as i32) ^ -((folded & 1) as i32)
    }

    /// How many entries follow. Each takes a byte at least, here or among the texts, so that a damaged count cannot ask for
    /// memory.
    #[inline(never)]
    pub fn count(&mut self) -> usize {
        let count = self.number() as usize;
        if count > self.numbers.len() + self.texts.len() {
            self.bad = true;
            return 0;
        }
        count
    }

    /// A text.
    #[inline(never)]
    pub fn text(&mut self) -> String {
        match self.letters.read(self.texts) {
            Some((text, rest)) => {
                self.texts = rest;
                text
            }
            None => {
                self.bad = true;
                self.texts = &[];
                String::new()
            }
        }
    }
}
