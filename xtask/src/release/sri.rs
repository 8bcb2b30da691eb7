//! `SRI.txt`: what an editor pastes who wants the one version that never changes.

use crate::fault::{self, Outcome};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha384};
use std::fs;
use std::path::Path;

/// The words around the lines.
const PAGE: &str = include_str!("sri.txt");

/// The lines for the script of this version, if the site has a folder for it.
pub fn lines(site: &Path, version: &str, address: Option<&str>) -> Outcome<Option<String>> {
    let file = format!("v{version}/embed.js");
    let path = site.join(&file);
    if !path.is_file() {
        return Ok(None);
    }
    let bytes = fs::read(&path).map_err(|error| fault::file("read", &path, &error))?;
    let address = address.unwrap_or("https://HOST/PATH/");
    let hash = integrity(&bytes);
    Ok(Some(PAGE.replace("{{hash}}", &hash).replace("{{file}}", &file).replace("{{address}}", address)))
}

/// The value of `integrity`.
fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::{clear, write};

    #[test]
    fn the_lines_are_there_when_the_script_is() {
        let site = std::env::temp_dir().join(format!("buoc-so-sri-{}", std::process::id()));
        assert_eq!(lines(&site, "1.2.3", None), Ok(None));
        assert_eq!(write(&site.join("v1.2.3/embed.js"), b"abc"), Ok(()));
        let text = lines(&site, "1.2.3", None).ok().flatten().unwrap_or_default();
        // The example of FIPS 180 for SHA-384.
        let hash = "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn";
        assert!(text.contains(&format!("integrity=\"{hash}\"")) && text.contains("crossorigin=\"anonymous\""));
        assert!(text.contains("https://HOST/PATH/v1.2.3/embed.js") && !text.contains("{{"));
        assert_eq!(clear(&site), Ok(()));
    }
}
