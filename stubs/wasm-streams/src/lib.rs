//! What `server_fn` (a part of Leptos that cannot be left out) names of wasm-streams, without doing anything. The real crate
//! exports functions to JavaScript, which nobody calls here and no linker may drop: 9.5 KB of wasm, 3.1 KB of brotli (measured).
//! Bước Số has no server and calls none of this.

use futures_util::stream::{Empty, empty};
use wasm_bindgen::JsValue;

/// A stream without an entry.
pub struct ReadableStream;

impl ReadableStream {
    /// Drops the stream.
    pub fn from_stream<S>(_: S) -> ReadableStream {
        ReadableStream
    }

    /// Drops the stream.
    pub fn from_raw(_: web_sys::ReadableStream) -> ReadableStream {
        ReadableStream
    }

    /// `null`.
    pub fn into_raw(self) -> JsValue {
        JsValue::NULL
    }

    /// A stream that ends at once.
    pub fn into_stream(self) -> Empty<Result<JsValue, JsValue>> {
        empty()
    }
}
