//! Packed parts of the catalogue: schema number first, then the part, then its texts and numbers ([`super::wire`]).
//! Language-free rules, and per language the words of the first questions and the cards.

#[cfg(any(not(target_arch = "wasm32"), feature = "overlay"))]
use super::wire::Writer;
use super::wire::{Reader, Wire};
#[cfg(any(not(target_arch = "wasm32"), feature = "outreach"))]
use crate::model::OutreachWords;
use crate::model::{Cards, Rules, SCHEMA, Words};
#[cfg(any(not(target_arch = "wasm32"), feature = "overlay"))]
use alloc::vec::Vec;

/// Which part of the catalogue a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Part {
    /// [`Rules`].
    Rules = 1,
    /// [`Words`].
    Words = 2,
    /// [`Cards`].
    Cards = 3,
    /// `OutreachWords`.
    #[cfg(any(not(target_arch = "wasm32"), feature = "outreach"))]
    Outreach = 4,
}

/// Why bytes are not a part of a catalogue that this program can read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnpackError {
    /// Made for another version of the program; the schema found.
    Schema(u16),
    /// Another part, cut off, or not a catalogue at all.
    Damaged,
}

#[cfg(any(not(target_arch = "wasm32"), feature = "overlay"))]
fn pack(part: Part, value: &impl Wire) -> Vec<u8> {
    let mut bytes = Vec::from(SCHEMA.to_le_bytes());
    bytes.push(part as u8);
    let mut writer = Writer::default();
    value.write(&mut writer);
    writer.finish(&mut bytes);
    bytes
}

fn unpack<T: Wire>(part: Part, bytes: &[u8]) -> Result<T, UnpackError> {
    let [low, high, kind, body @ ..] = bytes else { return Err(UnpackError::Damaged) };
    let schema = u16::from_le_bytes([*low, *high]);
    if schema != SCHEMA {
        return Err(UnpackError::Schema(schema));
    }
    if *kind != part as u8 {
        return Err(UnpackError::Damaged);
    }
    let mut reader = Reader::new(body);
    let value = T::read(&mut reader);
    if reader.finished() { Ok(value) } else { Err(UnpackError::Damaged) }
}

/// Packs the rules.
#[cfg(any(not(target_arch = "wasm32"), feature = "overlay"))]
pub fn pack_rules(rules: &Rules) -> Vec<u8> {
    pack(Part::Rules, rules)
}

/// Packs the words of one language.
#[cfg(any(not(target_arch = "wasm32"), feature = "overlay"))]
pub fn pack_words(words: &Words) -> Vec<u8> {
    pack(Part::Words, words)
}

/// Packs the cards of one language.
#[cfg(any(not(target_arch = "wasm32"), feature = "overlay"))]
pub fn pack_cards(cards: &Cards) -> Vec<u8> {
    pack(Part::Cards, cards)
}

/// Packs the words of training sessions of one language.
#[cfg(not(target_arch = "wasm32"))]
pub fn pack_outreach(words: &OutreachWords) -> Vec<u8> {
    pack(Part::Outreach, words)
}

/// Reads packed rules.
///
/// # Errors
/// See [`UnpackError`].
pub fn unpack_rules(bytes: &[u8]) -> Result<Rules, UnpackError> {
    unpack(Part::Rules, bytes)
}

/// Reads packed words.
///
/// # Errors
/// See [`UnpackError`].
pub fn unpack_words(bytes: &[u8]) -> Result<Words, UnpackError> {
    unpack(Part::Words, bytes)
}

/// Reads packed cards.
///
/// # Errors
/// See [`UnpackError`].
pub fn unpack_cards(bytes: &[u8]) -> Result<Cards, UnpackError> {
    unpack(Part::Cards, bytes)
}

/// Reads packed words of training sessions.
///
/// # Errors
/// See [`UnpackError`].
#[cfg(any(not(target_arch = "wasm32"), feature = "outreach"))]
pub fn unpack_outreach(bytes: &[u8]) -> Result<OutreachWords, UnpackError> {
    unpack(Part::Outreach, bytes)
}
