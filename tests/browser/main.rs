//! Tests in a real browser: the widget as `embed.js` mounts it, part by part. Words are not asserted; ids, roles and hooks
//! are. `cargo xtask test` packs the catalogue and names the folder in `BUOC_SO_PACK`.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod expiry;
mod keeping;
mod life;
mod page;
mod questions;
mod results;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
