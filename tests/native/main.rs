//! Native tests of the pure ring: the content, the worked cases, the laws, the files that travel. Words are never asserted,
//! ids are. `cargo test --no-default-features --test native`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod answer_file;
mod bench;
mod broken;
mod cases;
mod common;
mod content;
mod due;
mod expiry;
mod flips;
mod laws;
mod maturity;
mod outreach;
mod overlay;
mod people;
mod reasons;
mod saved;
mod schema;
mod tally;
mod tidy;
mod view;
