//! The wasm: the exports of [`buoc_so::embed`] and nothing else. A binary, because Cargo optimises across crates only where
//! it makes no `rlib` of the same target. Natively there is nothing to run: the command line is `cargo xtask`.
#![cfg_attr(target_arch = "wasm32", no_main)]

#[cfg(feature = "web")]
use buoc_so as _;

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    println!("Use `cargo xtask`.");
}
