//! The words of the outreach screens by name. The texts stand in `catalogue/outreach/words.toml`; the loader names every word that
//! is missing there or that nobody uses.

use crate::model::OutreachWords;
use alloc::string::String;

macro_rules! words {
    ($($name:ident = $key:literal,)*) => {
        /// A word or sentence of the outreach screens.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs)]
        pub enum OutreachWord { $($name,)* }
        impl OutreachWord {
            /// All words, in the order of the packed list.
            pub const ALL: &'static [OutreachWord] = &[$(OutreachWord::$name,)*];
            /// The key in `words.toml`.
            #[cfg(not(target_arch = "wasm32"))]
            pub const fn key(self) -> &'static str {
                match self { $(OutreachWord::$name => $key,)* }
            }
        }
    };
}

impl OutreachWord {
    /// Its text; empty where the part does not hold it.
    pub fn of(self, words: &OutreachWords) -> &str {
        words.interface.get(self as usize).map_or("", String::as_str)
    }
}

words! {
    SessionTitle = "session-title",
    SafetyTitle = "safety-title",
    SafetyRead = "safety-read",
    BringTitle = "bring-title",
    PracticeTitle = "practice-title",
    PracticeMark = "practice-mark",
    NextPerson = "next-person",
    HelperSay = "helper-say",
    HelperAvoid = "helper-avoid",
}
