//! Random names. `crypto.randomUUID` came after Chromium 80.

use wasm_bindgen::JsCast;

/// Twenty letters and digits that nobody else has.
pub fn name() -> String {
    const SIGNS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
    let mut bytes = [0_u8; 20];
    let crypto = js_sys::Reflect::get(&js_sys::global(), &"crypto".into())
        .ok()
        .and_then(|crypto| crypto.dyn_into::<web_sys::Crypto>().ok());
    let filled = crypto.is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if !filled {
        // No engine that runs this lacks it; a name from the clock is better than none.
        let now = js_sys::Date::now() * 4096.0 + js_sys::Math::random() * 4096.0;
        bytes.iter_mut().enumerate().for_each(|(at, byte)| *byte = (now / f64::powi(32.0, at as i32)) as u64 as u8);
    }
    bytes.iter().map(|byte| char::from(SIGNS[usize::from(byte % 32)])).collect()
}
