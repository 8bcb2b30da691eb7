//! Bước Số: which digital platforms a person in Viet Nam could use, what the law asks of them, what to do first.
//!
//! Two rings. The pure ring has no browser, no clock, no storage: [`text`] languages, [`model`] plain types, [`engine`]
//! answers to verdicts, [`content`] catalogue files to model, [`overlay`] what a province adds to it, [`session`] what the person does, [`view`] what each screen
//! says. The browser ring (feature `web`) is thin: `browser` one capability a file, `ui` Leptos screens, `embed` the
//! exports. The map with its invariants is ARCHITECTURE.md.

extern crate alloc;

pub mod content;
pub mod engine;
pub mod model;
#[cfg(any(not(target_arch = "wasm32"), feature = "outreach"))]
pub mod outreach;
#[cfg(any(not(target_arch = "wasm32"), feature = "overlay"))]
pub mod overlay;
pub mod session;
pub mod text;
pub mod view;

#[cfg(feature = "web")]
mod browser;
#[cfg(feature = "web")]
pub mod embed;
#[cfg(feature = "web")]
mod ui;
