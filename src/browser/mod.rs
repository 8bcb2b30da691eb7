//! One capability of the browser a file. Everything here can be missing or refused: callers get an `Option` or a `bool` and
//! go on. Knows no word and no type of the catalogue.

pub mod clipboard;
pub mod clock;
pub mod history;
pub mod json;
pub mod picture;
pub mod print;
pub mod share;
pub mod speech;
pub mod storage;
