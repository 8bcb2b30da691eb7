//! Changes in the sources, gathered until it is quiet for a moment, with what they ask for.

use crate::fault::Outcome;
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

/// Editors write a file in several steps; this long after the last one a change counts as done.
const QUIET: Duration = Duration::from_millis(100);
const FOLDERS: [&str; 4] = ["src", "www", "public", "catalogue"];
const FILES: [&str; 2] = ["Cargo.toml", "Cargo.lock"];

/// One or more changes that came together.
pub struct Change {
    /// One of the changed paths, for the message.
    pub path: String,
    /// Whether the wasm must be compiled again; pages and content are packed without.
    pub needs_wasm: bool,
}

/// A running watch.
pub struct Changes {
    root: PathBuf,
    paths: Receiver<PathBuf>,
    /// Watching ends when this is dropped.
    _watcher: RecommendedWatcher,
}

/// Begins to watch the sources.
pub fn start(root: &Path) -> Outcome<Changes> {
    let (sender, paths) = mpsc::channel();
    let failed = |error: notify::Error| {
        format!("The folders cannot be watched ({error}): on Linux raise fs.inotify.max_user_watches, then run this again.")
    };
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        let Ok(event) = event else { return };
        if matches!(event.kind, EventKind::Access(_)) {
            return;
        }
        for path in event.paths {
            let _ = sender.send(path);
        }
    })
    .map_err(failed)?;
    for folder in FOLDERS.iter().map(|name| root.join(name)).filter(|folder| folder.is_dir()) {
        watcher.watch(&folder, RecursiveMode::Recursive).map_err(failed)?;
    }
    // The root itself, not its subfolders: an editor may replace a file, and a watch on the file would then be lost.
    watcher.watch(root, RecursiveMode::NonRecursive).map_err(failed)?;
    Ok(Changes { root: root.to_path_buf(), paths, _watcher: watcher })
}

impl Changes {
    /// Waits for the next change; `None` when watching has ended.
    pub fn next(&self) -> Option<Change> {
        loop {
            let mut change = self.judge(&self.paths.recv().ok()?);
            while let Ok(path) = self.paths.recv_timeout(QUIET) {
                let more = self.judge(&path);
                change = match (change, more) {
                    // The last name is the file itself; the first is often an editor's temporary one.
                    (Some(first), Some(more)) => Some(Change { needs_wasm: first.needs_wasm || more.needs_wasm, ..more }),
                    (first, more) => first.or(more),
                };
            }
            if change.is_some() {
                return change;
            }
        }
    }

    fn judge(&self, path: &Path) -> Option<Change> {
        let relative = path.strip_prefix(&self.root).ok()?;
        let name = relative.file_name()?.to_string_lossy();
        // Swap files of editors come and go with every key stroke.
        if name.starts_with('.')
            || name.ends_with('~')
            || name.ends_with(".swp")
            || name.bytes().all(|byte| byte.is_ascii_digit())
        {
            return None;
        }
        let first = relative.iter().next()?.to_string_lossy();
        let needs_wasm = first == "src" || FILES.contains(&&*first);
        (needs_wasm || FOLDERS.contains(&&*first)).then(|| Change { path: super::shown(&self.root, path), needs_wasm })
    }
}
