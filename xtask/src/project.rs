//! Where things are in this project, and how its folders are walked.

use crate::failure::{Failure, Result};
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// The folder of the whole workspace.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the workspace")
}

/// What a static host serves.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// What is handed to hosts: the site as one ZIP and as one file.
pub fn release() -> PathBuf {
    root().join("release")
}

/// What a host writes in it about themselves, at the top of the site.
pub const HOSTS_FILE: &str = "site.json";

/// The folder of the site with the pages to read.
pub const READING: &str = "read";

/// The path of the compressed form of a file.
pub fn beside(file: &Path, ending: &str) -> PathBuf {
    let mut path = file.as_os_str().to_owned();
    path.push(".");
    path.push(ending);
    path.into()
}

/// What is made before the site is bundled; `index.html` names it, so it does not follow CARGO_TARGET_DIR.
pub fn generated() -> PathBuf {
    root().join("target/site")
}

/// All files under a folder, or the file itself, sorted; nothing where there is nothing.
pub fn files(path: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    collect(path, &mut found).map_err(Failure::file(path))?;
    found.sort();
    Ok(found)
}

fn collect(path: &Path, found: &mut Vec<PathBuf>) -> io::Result<()> {
    if path.is_dir() {
        for entry in fs::read_dir(path)? {
            collect(&entry?.path(), found)?;
        }
    } else if path.is_file() {
        found.push(path.to_owned());
    }
    Ok(())
}

/// Reads a file.
pub fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).map_err(Failure::file(path))
}

/// A file as text.
pub fn text(path: &Path) -> Result<String> {
    fs::read_to_string(path).map_err(Failure::file(path))
}

/// Writes a file whose content differs from what is there; a file that is equal keeps its time.
pub fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    if fs::read(path).is_ok_and(|present| present == bytes) {
        return Ok(());
    }
    fs::write(path, bytes).map_err(Failure::file(path))
}

/// Makes a folder with all its parents.
pub fn make_folder(path: &Path) -> Result<()> {
    fs::create_dir_all(path).map_err(Failure::file(path))
}
