//! Counting at a training session (`domain/outreach.md`): what one person adds, the record of a session on one phone, many records as
//! one total, and the files in which they travel (contract section 7). No browser, no clock, no chance: the day, the time and the
//! name of a record are given by the caller. Knows no word of the interface.

mod book;
mod counts;
mod file;
mod interim;
mod limits;
mod person;
mod record;
mod setup_text;
mod tally_text;

pub use book::{Book, Change, total};
pub use counts::{Counts, Metric};
pub use file::{FORMAT, MOST_BYTES, tally_json};
pub use interim::*;
pub use limits::{TallyError, Trouble};
pub use person::{Done, person};
pub use record::{Record, Setup};
pub use setup_text::{setup_from_text, setup_text};
pub use tally_text::{QR_LIMIT, tally_text};

/// Reads counts in either form: a file, or one or several texts with whatever stands around them.
///
/// # Errors
/// The first thing wrong; nothing is read in part.
pub fn read_tally(bytes: &[u8]) -> Result<alloc::vec::Vec<Record>, TallyError> {
    let body = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii();
    if bytes.len() > MOST_BYTES {
        return Err(TallyError::large());
    }
    if body.starts_with(b"{") { file::read(body) } else { tally_text::read(body) }
}
