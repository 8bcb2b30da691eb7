//! Reading the packed bytes. The wire format is postcard's and the tools write it with postcard; reading is done here,
//! because serde's visitors cost 40 KB of wasm for these types and this costs 6 (measured). A native test proves for the whole
//! catalogue that both readers give the same, and that no damage makes this one stop or lie about success.

use crate::model::*;
use alloc::{boxed::Box, string::String, vec::Vec};

/// A place in the bytes. After the first damage everything reads as empty and `bad` stays set.
pub struct Reader<'a> {
    bytes: &'a [u8],
    bad: bool,
    depth: u8,
}

/// The deepest nesting of conditions.
const DEEPEST: u8 = 32;

impl<'a> Reader<'a> {
    /// Reads from the start.
    pub const fn new(bytes: &'a [u8]) -> Reader<'a> {
        Reader { bytes, bad: false, depth: 0 }
    }

    /// Was all of it read, and nothing damaged?
    pub const fn finished(&self) -> bool {
        !self.bad && self.bytes.is_empty()
    }

    #[inline(never)]
    fn byte(&mut self) -> u8 {
        match self.bytes.split_first() {
            Some((first, rest)) => {
                self.bytes = rest;
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
    fn number(&mut self) -> u64 {
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
    fn signed(&mut self) -> i32 {
        let folded = self.number();
        ((folded >> 1) as i32) ^ -((folded & 1) as i32)
    }

    /// How many entries follow. Each takes a byte at least, so that a damaged count cannot ask for memory.
    #[inline(never)]
    fn count(&mut self) -> usize {
        let count = self.number() as usize;
        if count > self.bytes.len() {
            self.bad = true;
            return 0;
        }
        count
    }

    #[inline(never)]
    fn text(&mut self) -> String {
        let count = self.count();
        let (text, rest) = self.bytes.split_at(count.min(self.bytes.len()));
        self.bytes = rest;
        match core::str::from_utf8(text) {
            Ok(text) => String::from(text),
            Err(_) => {
                self.bad = true;
                String::new()
            }
        }
    }
}

/// Something that can be read.
pub trait Wire {
    /// Reads it; damage sets the reader's flag.
    fn read(from: &mut Reader<'_>) -> Self;
}

impl Wire for String {
    fn read(from: &mut Reader<'_>) -> Self {
        from.text()
    }
}

impl<T: Wire> Wire for Vec<T> {
    #[inline(never)]
    fn read(from: &mut Reader<'_>) -> Self {
        let count = from.count();
        let mut list = Vec::with_capacity(count);
        for _ in 0..count {
            if from.bad {
                break;
            }
            list.push(T::read(from));
        }
        list
    }
}

impl<T: Wire> Wire for Option<T> {
    fn read(from: &mut Reader<'_>) -> Self {
        match from.byte() {
            0 => None,
            1 => Some(T::read(from)),
            _ => {
                from.bad = true;
                None
            }
        }
    }
}

impl<A: Wire, B: Wire> Wire for (A, B) {
    fn read(from: &mut Reader<'_>) -> Self {
        (A::read(from), B::read(from))
    }
}

impl Wire for Condition {
    #[inline(never)]
    fn read(from: &mut Reader<'_>) -> Self {
        if from.depth >= DEEPEST {
            from.bad = true;
        }
        if from.bad {
            return Condition::Always;
        }
        from.depth += 1;
        let condition = match from.number() {
            0 => Condition::Always,
            1 => Condition::Is(Wire::read(from), from.number()),
            2 => Condition::Said(Wire::read(from), from.number()),
            3 => Condition::AtLeast(Wire::read(from), from.number(), from.byte()),
            4 => Condition::Has(Wire::read(from)),
            5 => Condition::Rule(Wire::read(from)),
            6 => Condition::All(Wire::read(from)),
            7 => Condition::Any(Wire::read(from)),
            8 => Condition::Not(Box::new(Wire::read(from))),
            _ => {
                from.bad = true;
                Condition::Always
            }
        };
        from.depth -= 1;
        condition
    }
}

impl Wire for Due {
    fn read(from: &mut Reader<'_>) -> Self {
        match from.number() {
            0 => Due::None,
            1 => Due::Yearly(Wire::read(from)),
            2 => Due::Monthly(from.byte()),
            3 => Due::Once(Wire::read(from)),
            _ => {
                from.bad = true;
                Due::None
            }
        }
    }
}

macro_rules! plain {
    ($($kind:ty: $from:ident => $read:expr;)*) => {$(
        impl Wire for $kind {
            fn read($from: &mut Reader<'_>) -> Self {
                $read
            }
        }
    )*};
}

impl Wire for bool {
    fn read(from: &mut Reader<'_>) -> Self {
        let byte = from.byte();
        if byte > 1 {
            from.bad = true;
        }
        byte == 1
    }
}

plain! {
    u8: from => from.byte();
    i16: from => from.signed() as i16;
    i32: from => from.signed();
    u64: from => from.number();
    Date: from => Date::from_days(from.signed());
    QuestionIx: from => QuestionIx(from.byte());
    AreaIx: from => AreaIx(from.byte());
    CapabilityIx: from => CapabilityIx(from.byte());
    RuleIx: from => RuleIx(from.number() as u16);
    PlatformIx: from => PlatformIx(from.number() as u16);
    SourceIx: from => SourceIx(from.number() as u16);
}

/// Enums without contents, in the order in which they are declared.
macro_rules! choice {
    ($($kind:ident { $($name:ident),* };)*) => {$(
        impl Wire for $kind {
            fn read(from: &mut Reader<'_>) -> Self {
                let all = [$($kind::$name),*];
                let at = from.number() as usize;
                if at >= all.len() {
                    from.bad = true;
                }
                all[at.min(all.len() - 1)]
            }
        }
    )*};
}

choice! {
    Release { Show, ShowNameOnly, Hold };
    Confidence { V1, V2, V3, K, U };
    Kind { Must, Right, Know };
}

/// Records, field by field in the order in which they are declared.
macro_rules! record {
    ($($kind:ident { $($field:ident),* $(,)? })*) => {$(
        impl Wire for $kind {
            fn read(from: &mut Reader<'_>) -> Self {
                $kind { $($field: Wire::read(from)),* }
            }
        }
    )*};
}

record! {
    Area { id }
    Need { any, when }
    Rule { id, when, sources }
    KindCase { kind, when }
    Choice { id, areas, areas_when, offered, icon }
    Question { id, several, most, always, local, when, choices, unknown, shared, exclusive }
    Capability { id, yes, paper, step, step_when_unknown, requires, first_when, card, icon }
    Platform {
        id, area, release, suits, needs, gives, proves, using, cautions, strains, line, free, home, confidence, local, sources, review_by,
    }
    Obligation { id, kinds, due, from, until, until_rolls, in_hand, done_with, first_when, sources, review_by }
    Points {
        prerequisite, duty_soon, duty, area, ready, free, home, unsure, strains, soon_days, first_cards, first_per_area,
    }
    Rules {
        version, as_of, valid_until, questions, areas, capabilities, rules, platforms, obligations, holidays, points, sources,
        no_phone_when, phone_like,
    }
    Words { interface, questions, areas, platforms, capabilities }
    QuestionWords { ask, ask_other, short, hint, why, choices }
    ChoiceWords { label, hint, also }
    AreaWords { name, empty }
    Cards { platforms, obligations, capabilities, rules, sources }
    PlatformCard {
        operator, does, cost, steps, find, beware, without, bring, link, hotline, as_of, variants,
    }
    PlatformVariant { when, does, steps, also }
    Hotline { digits, shown, note }
    ObligationCard { title, text, law, from, moment, as_of }
    CapabilityCard { title, how, when_there, variants }
    StepVariant { when, title, how }
    RuleWords { yes, no }
    SourceWords { title, date }
}
