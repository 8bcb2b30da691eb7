//! The place of a session, as far as two people who type it mean the same.

use super::Setup;
use alloc::{string::String, vec::Vec};

/// Small letters, one blank between words. The queries of `docs/outreach` do the same.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<&str>>().join(" ").to_lowercase()
}

/// Province and commune without case and extra blanks.
pub fn commune(setup: &Setup) -> (String, String) {
    (setup.province_code.clone(), plain(&setup.commune))
}

/// Are two sessions in the same village? Case and extra blanks do not count.
pub fn same_place(one: &Setup, other: &Setup) -> bool {
    commune(one) == commune(other) && plain(&one.village) == plain(&other.village)
}
