//! How the parts of the catalogue are written and read. Numbers are written as postcard writes them; texts stand apart from
//! them, one after the other, a byte for a letter (see [`Letters`]). The reader is ours, because serde's visitors cost 40 KB of
//! wasm for these types and this costs 6; texts in a stream of their own cost 8 % less brotli than postcard's (both
//! measured). Native tests prove for the whole catalogue and for shapes it does not have that what is written is what is read,
//! and that no damage makes the reader stop or lie about success.

mod letters;
mod reader;
#[macro_use]
mod shapes;
#[cfg(any(not(target_arch = "wasm32"), feature = "outreach"))]
mod outreach;
#[cfg(any(not(target_arch = "wasm32"), feature = "overlay"))]
mod writer;

pub use reader::Reader;
#[cfg(any(not(target_arch = "wasm32"), feature = "overlay"))]
pub use writer::Writer;

/// Something that can be written and read.
pub trait Wire {
    /// Reads it; damage sets the reader's flag.
    fn read(from: &mut Reader<'_>) -> Self;
    /// Writes it.
    #[cfg(any(not(target_arch = "wasm32"), feature = "overlay"))]
    fn write(&self, to: &mut Writer);
}
