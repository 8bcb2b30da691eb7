//! The npm package as one file: sorted, without times, users and rights of this machine, so that the same files make the same
//! bytes.

use crate::fault::{self, Outcome};
use crate::project::files_below;
use flate2::{Compression, GzBuilder};
use std::fs;
use std::io::{self, Write};
use std::path::Path;
use tar::{Builder, EntryType, Header};

/// The time that npm gives its own packages: some programs take 1970 for a mistake.
const TIME: u64 = 499_162_500;

/// All files below a folder, under `package/`, as npm expects them.
pub fn packed(folder: &Path) -> Outcome<Vec<u8>> {
    let mut files = Vec::new();
    for name in files_below(folder)? {
        let path = folder.join(&name);
        files.push((name, fs::read(&path).map_err(|error| fault::file("read", &path, &error))?));
    }
    written(&files).map_err(|error| format!("The npm package cannot be packed: {error}."))
}

fn written(files: &[(String, Vec<u8>)]) -> io::Result<Vec<u8>> {
    let mut tar = Builder::new(Vec::new());
    for (name, bytes) in files {
        let mut header = Header::new_ustar();
        header.set_entry_type(EntryType::Regular);
        header.set_mode(0o644);
        header.set_uid(0);
        header.set_gid(0);
        header.set_mtime(TIME);
        header.set_size(bytes.len() as u64);
        tar.append_data(&mut header, format!("package/{name}"), bytes.as_slice())?;
    }
    let mut gzip = GzBuilder::new().mtime(0).operating_system(255).write(Vec::new(), Compression::best());
    gzip.write_all(&tar.into_inner()?)?;
    gzip.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::read::GzDecoder;

    #[test]
    fn the_same_files_make_the_same_bytes() {
        let files = [("a.js".to_owned(), b"1".to_vec()), ("b/c.js".to_owned(), b"2".to_vec())];
        let one = written(&files).unwrap_or_default();
        assert!(!one.is_empty() && written(&files).is_ok_and(|other| other == one));
        let mut archive = tar::Archive::new(GzDecoder::new(one.as_slice()));
        let names: Vec<String> = archive
            .entries()
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| format!("{} {:?}", entry.path().unwrap_or_default().display(), entry.header().uid().ok()))
            .collect();
        assert_eq!(names, ["package/a.js Some(0)", "package/b/c.js Some(0)"]);
    }
}
