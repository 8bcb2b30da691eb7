//! Words of the printable handbook. They never reach the wasm, so the list may be as long as it needs to be.

use super::file::Pair;
use crate::text::Lang;
use serde::Deserialize;
use std::{string::String, vec::Vec};

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// `[handbook]` of `interface.toml`.
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields, rename_all = "kebab-case")]
        pub struct HandbookFile { $($name: Pair,)* }

        /// What the handbook says in one language, apart from the catalogue itself.
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        pub struct HandbookWords {
            $($(#[$doc])* pub $name: String,)*
            /// Whom each rule is about, as a noun ("người bán hàng"), in the order of the rules; empty where nothing was written.
            pub whom: Vec<String>,
        }

        impl HandbookFile {
            /// The words in one language; `whom` comes with the rules.
            pub fn of(&self, lang: Lang) -> HandbookWords {
                HandbookWords { $($name: self.$name.of(lang),)* whom: Vec::new() }
            }
        }
    };
}

words! {
    /// Title.
    title,
    /// What it is, below the title.
    lead,
    /// Link to the tool with questions.
    open_tool,
    /// How to print it.
    print_hint,
    /// Heading: whom to ask.
    ask_title,
    /// Places that help, separated by `|`.
    ask_places,
    /// Heading: telephone lines.
    lines_title,
    /// How to call.
    lines_hint,
    /// Heading: safety.
    safe_title,
    /// Heading: version and date.
    edition_title,
    /// The last day it may be used, `{date}`.
    valid_until,
    /// What to do after that day.
    after_valid,
    /// Heading: table of contents.
    contents_title,
    /// Link back to it.
    to_contents,
    /// Heading: what is needed first.
    prepare_title,
    /// What this part is.
    prepare_lead,
    /// Why some platforms have no link.
    no_link,
    /// Title of a part with duties, `{whom}`.
    must_for,
    /// Title of a part with rights, `{whom}`.
    right_for,
    /// Title of a part with things to know, `{whom}`.
    know_for,
    /// The three kinds, separated by `|`: duty, right, thing to know.
    kinds,
    /// How to read several kinds of one entry.
    kinds_hint,
    /// For whom an entry is, `{whom}`.
    for_whom,
    /// Heading of a text for some people, `{whom}`.
    for_some,
    /// Everybody.
    everyone,
    /// An answer: `{question}`, `{answers}`.
    answer,
    /// The opposite of an answer: `{question}`, `{answers}`.
    answer_not,
    /// At least `{n}` of `{answers}` to `{question}`.
    at_least,
    /// Has `{what}`.
    has,
    /// Has not `{what}`.
    has_not,
    /// Everybody but `{whom}`.
    except,
    /// Not `{whom}`.
    not_whom,
    /// Between conditions that hold together.
    and,
    /// A day of every year: `{day}`, `{month}` in digits, `{name}` of the month.
    day_month,
    /// Due every year on `{days}`.
    due_yearly,
    /// Due every month on `{day}`.
    due_monthly,
    /// Due once on `{days}`.
    due_once,
    /// The last days while this handbook may be used, `{days}`.
    due_next,
    /// Applies until `{date}`.
    until,
    /// What it is done with.
    done_with,
    /// Past `{date}` it may be out of date.
    review,
    /// How to fill in the check.
    check_hint,
    /// Heading: sources.
    sources_title,
    /// What the sources are.
    sources_lead,
    /// Whom to tell about a mistake.
    report_how,
}
