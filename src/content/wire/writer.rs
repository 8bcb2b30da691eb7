//! Writing a part: only the tools do.

use super::letters::Letters;
use alloc::{string::String, vec::Vec};

/// Collects numbers and texts.
#[derive(Default)]
pub struct Writer {
    numbers: Vec<u8>,
    texts: Vec<String>,
}

impl Writer {
    /// A byte as it is.
    pub fn byte(&mut self, byte: u8) {
        self.numbers.push(byte);
    }

    /// A number of variable length: seven bits a byte, lowest first.
    pub fn number(&mut self, number: u64) {
        into(&mut self.numbers, number);
    }

    /// A number with a sign, folded: 0, -1, 1, -2 …
    pub fn signed(&mut self, number: i32) {
        self.number(u64::from(((number << 1) ^ (number >> 31)) as u32));
    }

    /// A text.
    pub fn text(&mut self, text: &str) {
        self.texts.push(text.into());
    }

    /// Everything: the letters, the texts, the numbers, with the length of the first two before them.
    pub fn finish(self, to: &mut Vec<u8>) {
        let list = Letters::of(&self.texts);
        let letters = Letters::new(&list);
        let mut texts = Vec::new();
        self.texts.iter().for_each(|text| letters.write(text, &mut texts));
        for block in [list.as_bytes(), &texts] {
            into(to, block.len() as u64);
            to.extend(block);
        }
        to.extend(self.numbers);
    }
}

fn into(bytes: &mut Vec<u8>, mut number: u64) {
    while number > 0x7f {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}
