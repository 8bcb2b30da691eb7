//! One capability of the browser a file. Everything here can be missing or refused: callers get an `Option` or a `bool` and
//! go on. Knows no word and no type of the catalogue.

#[cfg(feature = "outreach")]
pub mod chance;
pub mod clipboard;
pub mod clock;
#[cfg(feature = "outreach")]
pub mod database;
#[cfg(feature = "outreach")]
pub mod files;
pub mod history;
pub mod json;
#[cfg(feature = "outreach")]
pub mod leaving;
#[cfg(feature = "outreach")]
pub mod persistence;
pub mod picture;
pub mod print;
pub mod share;
pub mod speech;
pub mod storage;
