//! Failures as one sentence that says what to do.

use std::io;
use std::path::Path;

/// What every step gives back: a value, or the sentence that the person reads.
pub type Outcome<T = ()> = Result<T, String>;

/// The sentence for a file operation that failed: `doing` is a verb such as "write".
pub fn file(doing: &str, path: &Path, error: &io::Error) -> String {
    let path = path.display();
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => disk_full(),
        io::ErrorKind::PermissionDenied => {
            format!("No permission to {doing} {path}: change its owner or its permissions, then run this again.")
        }
        io::ErrorKind::NotFound => format!("Cannot {doing} {path}: it does not exist."),
        io::ErrorKind::ReadOnlyFilesystem => format!("Cannot {doing} {path}: the file system is read-only."),
        _ => format!("Cannot {doing} {path}: {error}."),
    }
}

/// The sentence for a full disk, whoever noticed it.
pub fn disk_full() -> String {
    "The disk is full: free about 3 GB (or point BUOC_SO_CACHE and CARGO_TARGET_DIR at another disk) and run this again."
        .to_owned()
}

/// Looks in what a failed tool wrote for the two causes that need their own sentence: no network and a full disk.
pub fn known_cause(output: &str) -> Option<String> {
    const DISK: [&str; 3] = ["no space left on device", "enospc", "disk quota exceeded"];
    const NETWORK: [&str; 14] = [
        "could not resolve host",
        "couldn't resolve host",
        "could not connect to server",
        "temporary failure resolving",
        "temporary failure in name resolution",
        "enotfound",
        "eai_again",
        "econnrefused",
        "etimedout",
        "network is unreachable",
        "failed to connect",
        "spurious network error",
        "dns error",
        "unable to update registry",
    ];
    let output = output.to_lowercase();
    if DISK.iter().any(|sign| output.contains(sign)) {
        Some(disk_full())
    } else if NETWORK.iter().any(|sign| output.contains(sign)) {
        Some("The network or a package registry cannot be reached: connect this machine and run this again.".into())
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn network_and_disk_have_their_own_sentence() {
        let sentence = |text| known_cause(text).unwrap_or_default();
        assert!(sentence("npm error code EAI_AGAIN").contains("network"));
        assert!(sentence("error: No space left on device (os error 28)").contains("disk is full"));
        assert!(sentence("E: Temporary failure resolving 'x'").contains("network"));
        assert_eq!(known_cause("error[E0308]: mismatched types"), None);
    }
}
