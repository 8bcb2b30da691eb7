//! The only reader of content. [`unpack`] reads packed bytes (all rings); `author` reads the TOML files that content staff
//! edit and makes the bytes (never part of the wasm). May not: be imported by `engine` or `model`.

mod packed;
mod wire;
#[cfg(not(target_arch = "wasm32"))]
pub use packed::pack_outreach;
#[cfg(any(not(target_arch = "wasm32"), feature = "outreach"))]
pub use packed::unpack_outreach;
pub use packed::{Part, UnpackError, unpack_cards, unpack_rules, unpack_words};
#[cfg(any(not(target_arch = "wasm32"), feature = "overlay"))]
pub use packed::{pack_cards, pack_rules, pack_words};

#[cfg(not(target_arch = "wasm32"))]
mod author;
#[cfg(not(target_arch = "wasm32"))]
pub use author::{Catalogue, Finding, Found, HandbookWords, PAGE, PageWords, PaperWords, Severity, ToVerify, cases, load};
