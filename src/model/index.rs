//! Places in the lists of the catalogue. Ids are strings in files and numbers in memory.

use serde::{Deserialize, Serialize};

macro_rules! index {
    ($($(#[$doc:meta])* $name:ident($inner:ty);)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(pub $inner);
        impl $name {
            /// The place as a number for indexing.
            pub const fn at(self) -> usize {
                self.0 as usize
            }
            /// The place of the `at`-th entry. The loader refuses catalogues that do not fit.
            pub const fn from_at(at: usize) -> Self {
                Self(at as $inner)
            }
        }
    )*};
}

index! {
    /// Place of a question in content order.
    QuestionIx(u8);
    /// Place of an area.
    AreaIx(u8);
    /// Place of a capability.
    CapabilityIx(u8);
    /// Place of a named rule.
    RuleIx(u16);
    /// Place of a platform in catalogue order.
    PlatformIx(u16);
    /// Place of an obligation in catalogue order.
    ObligationIx(u16);
    /// Place of a source.
    SourceIx(u16);
}
