//! The shapes of the catalogue on the wire: for each type what is written and what is read, side by side.

#[cfg(any(not(target_arch = "wasm32"), feature = "overlay"))]
use super::Writer;
use super::{Reader, Wire};
use crate::model::*;
use alloc::{boxed::Box, string::String, vec::Vec};

/// The deepest nesting of conditions.
const DEEPEST: u8 = 32;

impl Wire for String {
    fn read(from: &mut Reader<'_>) -> Self {
        from.text()
    }
    #[cfg(any(not(target_arch = "wasm32"), feature = "overlay"))]
    fn write(&self, to: &mut Writer) {
        to.text(self);
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
    #[cfg(any(not(target_arch = "wasm32"), feature = "overlay"))]
    fn write(&self, to: &mut Writer) {
        to.number(self.len() as u64);
        self.iter().for_each(|entry| entry.write(to));
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
    #[cfg(any(not(target_arch = "wasm32"), feature = "overlay"))]
    fn write(&self, to: &mut Writer) {
        to.byte(u8::from(self.is_some()));
        self.iter().for_each(|value| value.write(to));
    }
}

impl<A: Wire, B: Wire> Wire for (A, B) {
    fn read(from: &mut Reader<'_>) -> Self {
        (A::read(from), B::read(from))
    }
    #[cfg(any(not(target_arch = "wasm32"), feature = "overlay"))]
    fn write(&self, to: &mut Writer) {
        self.0.write(to);
        self.1.write(to);
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
    #[cfg(any(not(target_arch = "wasm32"), feature = "overlay"))]
    fn write(&self, to: &mut Writer) {
        match self {
            Condition::Always => to.number(0),
            Condition::Is(question, mask) => said(to, 1, *question, *mask),
            Condition::Said(question, mask) => said(to, 2, *question, *mask),
            Condition::AtLeast(question, mask, count) => {
                said(to, 3, *question, *mask);
                to.byte(*count);
            }
            Condition::Has(capability) => {
                to.number(4);
                capability.write(to);
            }
            Condition::Rule(rule) => {
                to.number(5);
                rule.write(to);
            }
            Condition::All(parts) => {
                to.number(6);
                parts.write(to);
            }
            Condition::Any(parts) => {
                to.number(7);
                parts.write(to);
            }
            Condition::Not(inner) => {
                to.number(8);
                inner.write(to);
            }
        }
    }
}

#[cfg(any(not(target_arch = "wasm32"), feature = "overlay"))]
fn said(to: &mut Writer, variant: u64, question: QuestionIx, mask: Mask) {
    to.number(variant);
    question.write(to);
    to.number(mask);
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
    #[cfg(any(not(target_arch = "wasm32"), feature = "overlay"))]
    fn write(&self, to: &mut Writer) {
        match self {
            Due::None => to.number(0),
            Due::Yearly(days) => {
                to.number(1);
                days.write(to);
            }
            Due::Monthly(day) => {
                to.number(2);
                to.byte(*day);
            }
            Due::Once(day) => {
                to.number(3);
                day.write(to);
            }
        }
    }
}

macro_rules! plain {
    ($($kind:ty: $from:ident => $read:expr, $to:ident, $value:ident => $write:expr;)*) => {$(
        impl Wire for $kind {
            fn read($from: &mut Reader<'_>) -> Self {
                $read
            }
            #[cfg(any(not(target_arch = "wasm32"), feature = "overlay"))]
            fn write(&self, $to: &mut Writer) {
                let $value = *self;
                $write;
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
    #[cfg(any(not(target_arch = "wasm32"), feature = "overlay"))]
    fn write(&self, to: &mut Writer) {
        to.byte(u8::from(*self));
    }
}

plain! {
    u8: from => from.byte(), to, value => to.byte(value);
    i16: from => from.signed() as i16, to, value => to.signed(value.into());
    i32: from => from.signed(), to, value => to.signed(value);
    u64: from => from.number(), to, value => to.number(value);
    Date: from => Date::from_days(from.signed()), to, value => to.signed(value.days());
    QuestionIx: from => QuestionIx(from.byte()), to, value => to.byte(value.0);
    AreaIx: from => AreaIx(from.byte()), to, value => to.byte(value.0);
    CapabilityIx: from => CapabilityIx(from.byte()), to, value => to.byte(value.0);
    RuleIx: from => RuleIx(from.number() as u16), to, value => to.number(value.0.into());
    PlatformIx: from => PlatformIx(from.number() as u16), to, value => to.number(value.0.into());
    SourceIx: from => SourceIx(from.number() as u16), to, value => to.number(value.0.into());
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
            #[cfg(any(not(target_arch = "wasm32"), feature = "overlay"))]
            fn write(&self, to: &mut Writer) {
                to.number(*self as u64);
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
            #[cfg(any(not(target_arch = "wasm32"), feature = "overlay"))]
            fn write(&self, to: &mut Writer) {
                $(self.$field.write(to);)*
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
    Words { interface, questions }
    QuestionWords { ask, ask_other, short, hint, why, choices }
    ChoiceWords { label, hint, also }
    AreaWords { name, empty }
    Cards { interface, choices, areas, names, capability_names, platforms, obligations, capabilities, rules, sources, listings, check }
    Check { when, title, lead, note, sources, as_of, review_by, groups, bands }
    CheckGroup { id, name, items }
    CheckItem { id, ask, several, choices, have, step, platforms }
    CheckChoice { id, label, points }
    Band { from, name }
    Listing { id, when, title, lead, platforms, sources, as_of, review_by, entries }
    ListingEntry { id, when, have, title, text, platforms }
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
