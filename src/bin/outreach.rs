//! The wasm of `outreach.html`: the tool with what outreach staff need around it at a training session. The exports are those of
//! [`buoc_so::embed`], with what feature `outreach` adds.
#![cfg_attr(target_arch = "wasm32", no_main)]

#[cfg(feature = "outreach")]
use buoc_so as _;

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    println!("Use `cargo xtask`.");
}
