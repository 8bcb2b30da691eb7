//! Overlays `buoc-so-overlay/1` (contract section 7): what a province adds to the catalogue, as data. An overlay adds and hides, and
//! never changes a text of the catalogue: what it adds to a platform stands beside the text and says whose it is.
//!
//! The wasm of the tool has none of this: it opens packed parts of a catalogue, and a second, small wasm (`src/bin/overlay.rs`) makes
//! them out of the packed parts and the overlay. `cargo xtask overlay` reads, checks and compares with the same code.

mod check;
mod colour;
mod file;
mod merge;
mod read;

pub use check::{Finding, Ground, Severity, check, fingerprint};
pub use file::{Colours, Contact, FORMAT, Logo, Note, Origin, Overlay, Own, Text};
pub use merge::{Sentences, hidden, merge_cards, merge_rules};
pub use read::{MOST_BYTES, MOST_DEPTH, OverlayError, read};
