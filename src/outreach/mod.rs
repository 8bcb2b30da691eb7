//! Counting at a training session (`domain/outreach.md`): what one person adds, the record of a session on one phone, many records as
//! one total, and the files in which they travel (contract section 7). No browser, no clock, no chance: the day, the time and the
//! name of a record are given by the caller. Knows no word of the interface.

mod book;
mod compare;
mod counts;
mod csv;
mod file;
mod limits;
mod person;
mod place;
mod public;
mod quarter;
mod record;
mod setup_text;
mod tally_text;
mod topics;

pub use book::{Book, Change, total};
pub use compare::{Row, compare};
pub use counts::{Counts, Metric};
pub use csv::{Columns, LONG, csv, wide_csv};
pub use file::{FORMAT, MOST_BYTES, tally_json};
pub use limits::{MOST_RECORDS, TallyError, Trouble};
pub use person::{Done, person};
pub use place::{commune, same_place};
pub use public::{Cell, Published};
pub use quarter::{Quarter, totals_by};
pub use record::{Record, Setup};
pub use setup_text::{setup_from_text, setup_text};
pub use tally_text::{QR_LIMIT, tally_text};
pub use topics::{Opens, Topic, topics};

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
