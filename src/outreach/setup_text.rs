//! Date and place of a session as the fragment of a link, so that another phone opens with them filled in. A fragment is never sent
//! to a server.

use super::Setup;
use super::limits::setup as looked_at;
use crate::text::listed;
use alloc::{borrow::ToOwned, string::String, vec::Vec};
use base64::prelude::{BASE64_URL_SAFE_NO_PAD, Engine};

/// Name and version: the letters before the text.
const START: &str = "buoi1.";
/// Between the fields; nobody types it.
const BETWEEN: char = '\u{1f}';
/// The most letters that are looked at.
const MOST: usize = 2000;

/// The fragment.
pub fn setup_text(setup: &Setup) -> String {
    let plain = |text: &str| text.replace(BETWEEN, " ");
    let fields = [&setup.session_date, &setup.province_code, &setup.commune, &setup.village, &setup.host].map(|text| plain(text));
    let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
    START.to_owned() + &BASE64_URL_SAFE_NO_PAD.encode(listed(&fields, "\u{1f}"))
}

/// Reads a fragment; `None` for anything else.
pub fn setup_from_text(text: &str) -> Option<Setup> {
    if text.len() > MOST {
        return None;
    }
    let bytes = BASE64_URL_SAFE_NO_PAD.decode(text.strip_prefix(START)?).ok()?;
    let fields = String::from_utf8(bytes).ok()?;
    let [session_date, province_code, commune, village, host] = fields.split(BETWEEN).collect::<Vec<&str>>().try_into().ok()?;
    let setup = Setup {
        session_date: session_date.to_owned(),
        province_code: province_code.to_owned(),
        commune: commune.to_owned(),
        village: village.to_owned(),
        host: host.to_owned(),
    };
    looked_at(&setup, "").ok()?;
    Some(setup)
}
