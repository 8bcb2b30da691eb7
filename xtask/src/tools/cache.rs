//! The cache: one folder per tool and version, with a marker that is written last, so that a half-done install is done
//! again.

use crate::fault::{self, Outcome};
use crate::process;
use crate::project::{clear, write};
use std::cell::Cell;
use std::env;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

const MARKER: &str = ".installed";
/// The longest that one install may take: Trunk on a slow machine, with room.
const LIMIT: Duration = Duration::from_secs(60 * 60);

/// The folder of all installed tools.
pub struct Cache {
    folder: PathBuf,
    /// Held while something is installed: two runs must not fill the same folder.
    lock: Cell<Option<File>>,
}

impl Cache {
    /// `$BUOC_SO_CACHE`, else `$XDG_CACHE_HOME/buoc-so`, else `~/.cache/buoc-so`.
    pub fn open() -> Outcome<Cache> {
        let set = |name| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
        let folder = set("BUOC_SO_CACHE")
            .or_else(|| set("XDG_CACHE_HOME").map(|base| base.join("buoc-so")))
            .or_else(|| set("HOME").or_else(|| set("USERPROFILE")).map(|home| home.join(".cache").join("buoc-so")))
            .ok_or("There is no home folder for the tools: set BUOC_SO_CACHE to a folder with 3 GB of room.")?;
        let folder = std::path::absolute(&folder).map_err(|error| fault::file("find", &folder, &error))?;
        fs::create_dir_all(&folder).map_err(|error| fault::file("make", &folder, &error))?;
        Ok(Cache { folder, lock: Cell::new(None) })
    }

    /// Where a tool is or will be.
    pub fn folder(&self, tool: &str) -> PathBuf {
        self.folder.join(tool)
    }

    /// Whether a tool was installed to the end.
    pub fn has(&self, tool: &str) -> bool {
        self.folder(tool).join(MARKER).is_file()
    }

    /// Marks a tool that is complete already, such as one that a person put there by hand.
    pub fn mark(&self, tool: &str) -> Outcome {
        write(&self.folder(tool).join(MARKER), b"")
    }

    /// Installs a tool unless it is there: `takes` says how long that may be, `steps` fills the folder that it is given.
    pub fn install(&self, tool: &str, takes: &str, steps: impl FnOnce(&Path) -> Outcome) -> Outcome<PathBuf> {
        let folder = self.folder(tool);
        if self.has(tool) {
            return Ok(folder);
        }
        self.wait_for_others()?;
        if self.has(tool) {
            return Ok(folder);
        }
        eprintln!("Installing {tool} (once; {takes}) …");
        let started = Instant::now();
        clear(&folder)?;
        fs::create_dir_all(&folder).map_err(|error| fault::file("make", &folder, &error))?;
        let done = steps(&folder);
        // Asked of the disk itself: npm reports success on a full one, and a full one has no room for a log that says so.
        if !has_room(&folder) {
            return Err(fault::disk_full());
        }
        done.map_err(|sentence| format!("{tool} could not be installed. {sentence}"))?;
        self.mark(tool)?;
        eprintln!("  {tool} is there after {} s", started.elapsed().as_secs());
        Ok(folder)
    }

    /// Runs one command of an install; what it writes goes into a log beside the tools.
    pub fn step(&self, tool: &str, command: &mut Command) -> Outcome {
        process::quiet(command, LIMIT, &self.folder.join("log").join(format!("{tool}.log")))
    }

    fn wait_for_others(&self) -> Outcome {
        let held = self.lock.take();
        if held.is_some() {
            self.lock.set(held);
            return Ok(());
        }
        let path = self.folder.join("lock");
        let file = File::create(&path).map_err(|error| fault::file("write", &path, &error))?;
        if file.try_lock().is_err() {
            eprintln!("Another `cargo xtask` is installing tools; waiting for it …");
            file.lock().map_err(|error| fault::file("lock", &path, &error))?;
        }
        self.lock.set(Some(file));
        Ok(())
    }
}

/// Whether there is room for one more megabyte.
fn has_room(folder: &Path) -> bool {
    let probe = folder.join(".room");
    let written = fs::write(&probe, vec![0; 1 << 20]).is_ok();
    let _ = fs::remove_file(&probe);
    written
}
