//! Profiles of browsers, copied as a whole.

use std::{fs, io, path::Path};

/// Copies a profile into another folder, which is there. A link says which browser runs on a profile: none runs on the copy.
pub fn copy(from: &Path, to: &Path) {
    copied(from, to).unwrap_or_else(|error| panic!("the profile {} can't be copied: {error}", from.display()));
}

/// Keeps a copy of a profile in a folder, unless another journey has done so meanwhile.
pub fn keep(from: &Path, to: &Path) {
    let beside = tempfile::tempdir_in(to.parent().expect("a folder")).expect("the folder can be written").keep();
    copy(from, &beside);
    if fs::rename(&beside, to).is_err() {
        fs::remove_dir_all(&beside).ok();
    }
}

fn copied(from: &Path, to: &Path) -> io::Result<()> {
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (kind, there) = (entry.file_type()?, to.join(entry.file_name()));
        if kind.is_dir() {
            fs::create_dir(&there)?;
            copied(&entry.path(), &there)?;
        } else if kind.is_file() {
            fs::copy(entry.path(), there)?;
        }
    }
    Ok(())
}
