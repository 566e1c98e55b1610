//! The files of folders, one after the other, in the order of their names.

use std::io::Error;
use std::path::{Path, PathBuf};

/// The endings of files that may be, or carry, an assessment.
pub const ENDINGS: [&str; 6] = ["json", "html", "htm", "pdf", "zip", "age"];

/// How many folders may be inside each other. Nobody sorts reports like that, and a system fails at some depth without
/// saying so.
const DEEPEST: usize = 100;

/// What is found on the way.
pub enum Found {
    /// A file to read.
    File(PathBuf),
    /// A file in a folder that is of another kind.
    Other(PathBuf),
    /// Something that can't be looked into.
    Trouble(PathBuf, Error),
}

/// Walks through files and folders. A file that was named is always read, whatever its ending.
pub struct Places {
    /// What is still to be looked at, the next one last, and in how many folders below one that was named.
    ahead: Vec<(PathBuf, usize)>,
}

impl Places {
    pub fn new(places: &[PathBuf]) -> Self {
        Self { ahead: places.iter().rev().map(|place| (place.clone(), 0)).collect() }
    }

    fn open(&mut self, folder: &Path, depth: usize) -> Result<(), Error> {
        if depth >= DEEPEST {
            return Err(Error::other(format!(
                "{DEEPEST} folders inside each other, and more: name the lowest one itself"
            )));
        }
        let mut inside: Vec<_> = std::fs::read_dir(folder)?
            .map(|entry| entry.map(|entry| (entry.path(), depth + 1)))
            .collect::<Result<_, _>>()?;
        inside.sort_unstable_by(|a, b| b.cmp(a));
        self.ahead.extend(inside);
        Ok(())
    }
}

impl Iterator for Places {
    type Item = Found;

    fn next(&mut self) -> Option<Found> {
        while let Some((place, depth)) = self.ahead.pop() {
            let named = depth == 0;
            let about = match std::fs::metadata(&place) {
                Ok(about) => about,
                // Whoever reads it says what is wrong with what was named.
                Err(_) if named => return Some(Found::File(place)),
                Err(error) => return Some(Found::Trouble(place, error)),
            };
            if !about.is_dir() {
                let ending = place.extension().and_then(|it| it.to_str()).unwrap_or_default().to_ascii_lowercase();
                let ours = named || ENDINGS.contains(&ending.as_str());
                // A pipe would keep us waiting for ever.
                if !named && !about.is_file() {
                    return Some(Found::Trouble(place, Error::other("this is no file")));
                }
                if !ours && formats::is_litter(&place.to_string_lossy()) {
                    continue;
                }
                return Some(if ours { Found::File(place) } else { Found::Other(place) });
            }
            // A link may lead round in a circle.
            if !named && place.is_symlink() {
                return Some(Found::Trouble(place, Error::other("this is a link to a folder; name the folder itself")));
            }
            if let Err(error) = self.open(&place, depth) {
                return Some(Found::Trouble(place, error));
            }
        }
        None
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::{Found, Places};
    use std::process::Command;

    #[test]
    fn a_pipe_in_a_folder_is_not_waited_for() {
        let folder = std::env::temp_dir().join(format!("stage-zero-places-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        std::fs::write(folder.join("b.json"), "{}").expect("a file");
        let made = Command::new("mkfifo").arg(folder.join("a.json")).status();
        assert!(made.is_ok_and(|status| status.success()), "mkfifo makes a pipe");
        let found: Vec<_> = Places::new(std::slice::from_ref(&folder)).collect();
        std::fs::remove_dir_all(&folder).expect("removed");
        assert!(matches!(&found[..], [Found::Trouble(..), Found::File(_)]));
    }

    #[test]
    fn a_chain_of_folders_that_is_too_deep_is_an_error_and_the_rest_is_read() {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("z.json"), "{}").expect("a file");
        std::fs::create_dir_all(folder.path().join("a/".repeat(150))).expect("folders");
        let found: Vec<_> = Places::new(&[folder.path().to_owned()]).collect();
        assert!(matches!(&found[..], [Found::Trouble(..), Found::File(_)]));
    }
}
