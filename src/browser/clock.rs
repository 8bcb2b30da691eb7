//! The device's date.

use js_sys::Date;

/// Days since 1970-01-01 in Viet Nam (UTC+7, no summer time), whatever time zone the device is set to.
pub fn days_in_viet_nam() -> i32 {
    let milliseconds = Date::now() + 7.0 * 3_600_000.0;
    (milliseconds / 86_400_000.0) as i32
}

/// The time of day in Viet Nam: hours and minutes.
#[cfg(feature = "outreach")]
pub fn time_in_viet_nam() -> (u32, u32) {
    let minutes = ((Date::now() / 60_000.0) as i64 + 7 * 60).rem_euclid(24 * 60) as u32;
    (minutes / 60, minutes % 60)
}
