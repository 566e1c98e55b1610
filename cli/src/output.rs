//! Writing files: what was there before is there until the new one is complete and safely on the disk.

use std::fs::{File, Metadata, OpenOptions, canonicalize, metadata};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// Why a file could not be written. What was there before is still there.
#[derive(Debug, thiserror::Error)]
#[error("{}: {source}", .file.display())]
pub struct OutputError {
    file: PathBuf,
    source: std::io::Error,
}

impl OutputError {
    /// What went wrong at a place.
    pub fn at(place: &Path, source: std::io::Error) -> Self {
        Self { file: place.to_owned(), source }
    }
}

/// A file that is being written beside its place, under a name that nobody can guess, and takes its place when it is
/// complete. Only its owner may read it, unless it replaces one that more could.
pub struct Output {
    /// As it was named.
    named: PathBuf,
    /// Where it goes and what is written; `None` if it is no ordinary file, which is written to and never replaced.
    beside: Option<(PathBuf, NamedTempFile)>,
}

impl Output {
    /// Begins to write a file. What a link means is written, not the link.
    pub fn create(named: &Path) -> Result<(Self, BufWriter<File>), OutputError> {
        let begin = || {
            let known = metadata(named).ok();
            if known.as_ref().is_some_and(|it| !it.is_file()) {
                return Ok((None, OpenOptions::new().write(true).open(named)?));
            }
            let place = meant(named)?;
            let folder = place.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."));
            let beside = tempfile::Builder::new().prefix(".stage-zero-").tempfile_in(folder)?;
            if let Some(known) = known {
                allow_as(beside.as_file(), &known)?;
            }
            let file = beside.as_file().try_clone()?;
            Ok((Some((place, beside)), file))
        };
        let (beside, file) = begin().map_err(|source| OutputError { file: named.to_owned(), source })?;
        Ok((Self { named: named.to_owned(), beside }, BufWriter::new(file)))
    }

    /// What went wrong, with the place.
    pub fn failure(&self, source: impl Into<std::io::Error>) -> OutputError {
        OutputError { file: self.named.clone(), source: source.into() }
    }

    /// Puts the complete file into its place.
    pub fn finish(self) -> Result<(), OutputError> {
        let Self { named, beside } = self;
        let Some((place, beside)) = beside else { return Ok(()) };
        let finished = beside.as_file().sync_all().and_then(|()| {
            beside.persist(&place)?;
            sync_folder(&place);
            Ok(())
        });
        finished.map_err(|source| OutputError { file: named, source })
    }
}

/// What a path means in the end, whether it is there or not.
fn meant(path: &Path) -> std::io::Result<PathBuf> {
    let mut place = path.to_owned();
    // As many links as a system follows.
    for _ in 0..40 {
        match std::fs::read_link(&place) {
            Ok(target) => place = place.parent().unwrap_or(Path::new("")).join(target),
            Err(_) if place.exists() => return canonicalize(place),
            Err(_) => return Ok(place),
        }
    }
    Err(std::io::Error::other("too many links, each to the next"))
}

/// Who may read and write the file that is replaced may do so with the new one.
fn allow_as(file: &File, known: &Metadata) -> std::io::Result<()> {
    if cfg!(unix) { file.set_permissions(known.permissions()) } else { Ok(()) }
}

/// A name is safe once its folder is. Not every system can say so, and the file itself is safe already.
fn sync_folder(place: &Path) {
    if let Some(folder) = place.parent().and_then(|folder| File::open(folder).ok()) {
        let _ = folder.sync_all();
    }
}

/// Writes a whole file.
pub fn write(place: &Path, content: &[u8]) -> Result<(), OutputError> {
    let (output, mut file) = Output::create(place)?;
    file.write_all(content).and_then(|()| file.flush()).map_err(|source| output.failure(source))?;
    drop(file);
    output.finish()
}

#[cfg(all(test, unix))]
mod tests {
    use super::write;
    use std::fs;
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::path::Path;
    use std::process::Command;

    fn mode(file: &Path) -> u32 {
        fs::metadata(file).expect("it is there").permissions().mode() & 0o777
    }

    #[test]
    fn a_new_file_is_private_and_one_that_is_replaced_keeps_who_may_read_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("report.html");
        write(&file, b"one").expect("written");
        assert_eq!(mode(&file), 0o600);
        fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).expect("allowed");
        write(&file, b"two").expect("written");
        assert_eq!((mode(&file), &*fs::read(&file).expect("read")), (0o644, &b"two"[..]));
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1, "nothing is left beside it");
    }

    #[test]
    fn a_link_stays_and_what_it_means_is_written() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        fs::create_dir(at("far")).expect("a folder");
        fs::write(at("far/there"), "before").expect("written");
        symlink("far/there", at("to-a-file")).expect("a link");
        symlink("far/not-yet", at("to-nothing")).expect("a link");
        symlink("round", at("round")).expect("a link");
        for (link, target) in [("to-a-file", "far/there"), ("to-nothing", "far/not-yet")] {
            write(&at(link), b"after").expect("written");
            assert!(at(link).is_symlink(), "{link}");
            assert_eq!(fs::read(at(target)).expect("read"), b"after");
        }
        assert!(write(&at("round"), b"x").is_err());
    }

    #[test]
    fn nobody_elses_file_beside_it_is_touched() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        fs::write(at("precious"), "mine").expect("written");
        symlink("precious", at("report.html.part")).expect("a link");
        write(&at("report.html"), b"after").expect("written");
        assert_eq!(fs::read(at("precious")).expect("read"), b"mine");
        assert!(at("report.html.part").is_symlink());
        fs::create_dir(at("folder")).expect("a folder");
        assert!(write(&at("folder"), b"x").is_err() && at("folder").is_dir());
    }

    #[test]
    fn a_pipe_is_written_to_and_stays_one() {
        let folder = tempfile::tempdir().expect("a folder");
        let pipe = folder.path().join("pipe");
        assert!(Command::new("mkfifo").arg(&pipe).status().is_ok_and(|it| it.success()), "mkfifo makes a pipe");
        let reader = std::thread::spawn({
            let pipe = pipe.clone();
            move || fs::read(pipe)
        });
        write(&pipe, b"through").expect("written");
        assert_eq!(reader.join().expect("it ends").expect("read"), b"through");
        assert!(!pipe.is_file() && pipe.exists());
        write(Path::new("/dev/null"), b"x").expect("written");
        assert!(!Path::new("/dev/null").is_file());
    }
}
