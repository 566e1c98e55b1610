//! Archives: what is in one by its directory, and which of its files carries the assessment.

use super::{MOST, UnpackError, directory, read_up_to, unpacked};
use readiness::file::FileError;
use readiness::report::Opened;
use readiness::{Catalogue, Format};
use std::io::Cursor;
use zip::{CompressionMethod, ZipArchive};

/// What may carry an assessment, the best first.
const CARRIERS: [&str; 5] = [".html", ".htm", ".report.json", ".pdf", ".json"];
/// More files than ours ever holds.
pub const MOST_FILES: usize = 100;
/// How that begins which a Mac puts beside a file (AppleDouble, RFC 1740).
const BESIDE: &[u8] = b"\x00\x05\x16\x07";
/// The ways of packing that people choose and that are not read here.
const PACKINGS: [(CompressionMethod, &str); 6] = [
    (CompressionMethod::DEFLATE64, "Deflate64"),
    (CompressionMethod::BZIP2, "bzip2"),
    (CompressionMethod::LZMA, "LZMA"),
    (CompressionMethod::ZSTD, "Zstandard"),
    (CompressionMethod::XZ, "XZ"),
    (CompressionMethod::PPMD, "PPMd"),
];

/// A file of an archive.
pub(crate) struct File {
    /// Its name, with the folders in which it lies.
    pub name: String,
    /// What is in it.
    pub content: Vec<u8>,
}

impl File {
    /// Its name without folders.
    pub fn base(&self) -> &str {
        self.name.rsplit(['/', '\\']).next().unwrap_or_default()
    }
}

/// What is in an archive, without folders and without what archivers and systems leave in it.
pub(crate) struct Archive {
    pub files: Vec<File>,
    /// Whether every program finds the same in it: each name once, each file under the same name in its own head and in
    /// the directory, and nothing that only one of the two has.
    pub is_plain: bool,
}

impl Archive {
    pub fn read(bytes: &[u8]) -> Result<Self, UnpackError> {
        Self::of(bytes, false)
    }

    /// A workbook or a document as the archive that it is.
    pub fn office(bytes: &[u8]) -> Result<Self, UnpackError> {
        Self::of(bytes, true)
    }

    fn of(bytes: &[u8], takes_office: bool) -> Result<Self, UnpackError> {
        // Before the directory is read, which takes some hundred bytes of memory for each file.
        if bytes.windows(4).filter(|window| *window == directory::RECORD).nth(2 * MOST_FILES).is_some() {
            return Err(UnpackError::TooManyFiles);
        }
        let damaged = |_| UnpackError::Damaged;
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
        if archive.len() > MOST_FILES {
            return Err(UnpackError::TooManyFiles);
        }
        let starts = archive.offset() == 0;
        let mut is_plain = starts && directory::is_whole(bytes) && archive.validate_header_consistency().is_ok();
        let mut left = MOST;
        let mut files = Vec::new();
        for index in 0..archive.len() {
            let about = archive.by_index_raw(index).map_err(damaged)?;
            let name = about.name().map_err(damaged)?.into_owned();
            if name == "[Content_Types].xml" && !takes_office {
                return Err(UnpackError::Office);
            }
            // Some programs show what is remarked of a file, and make a file of a folder that holds something.
            is_plain &= about.comment().is_empty();
            if about.is_dir() && about.size() == 0 {
                continue;
            }
            if about.encrypted() {
                return Err(UnpackError::ZipPassword);
            }
            let packing = about.compression();
            if ![CompressionMethod::Stored, CompressionMethod::Deflated].contains(&packing) {
                let known = PACKINGS.iter().find(|(method, _)| *method == packing);
                return Err(UnpackError::Packing(
                    known.map_or_else(|| packing.to_string(), |(_, name)| (*name).to_owned()),
                ));
            }
            if about.size() > left as u64 {
                return Err(UnpackError::TooLong);
            }
            drop(about);
            let file = archive.by_index(index).map_err(damaged)?;
            // What the archive says about the length is not believed.
            let content = read_up_to(left, file)?;
            left -= content.len();
            if !is_litter(&name) && !is_beside(&name, &content) {
                files.push(File { name, content });
            }
        }
        Ok(Self { files, is_plain })
    }

    /// Which of its files carries the assessment, what that is of ours, and what it carries.
    pub fn carrier(&self, catalogue: &Catalogue) -> Result<(usize, Format, Opened), UnpackError> {
        let mut problems = Vec::new();
        for ending in CARRIERS {
            let of_this_kind = self.files.iter().enumerate().filter(|(_, file)| {
                let name = file.name.to_ascii_lowercase();
                CARRIERS.into_iter().find(|ending| name.ends_with(ending)) == Some(ending)
            });
            for (at, file) in of_this_kind {
                // Not an archive in an archive: there is no end to those.
                if super::is_zip(&file.content) {
                    continue;
                }
                match unpacked(&file.content, catalogue) {
                    Ok(it) => return Ok((at, it.format, it.opened)),
                    Err(problem) => problems.push(problem),
                }
            }
        }
        // Pages and documents of somebody else may lie beside a report of ours that is damaged.
        let foreign =
            |it: &UnpackError| matches!(it, UnpackError::NoAttachment | UnpackError::File(FileError::NotAssessment));
        Err(problems.into_iter().find(|problem| !foreign(problem)).unwrap_or(UnpackError::NothingInside))
    }
}

/// Whether a file, by its name with its folders, is something that systems put beside what somebody chose.
pub fn is_litter(name: &str) -> bool {
    let base = name.rsplit(['/', '\\']).next().unwrap_or_default();
    [".DS_Store", "Thumbs.db", "desktop.ini"].contains(&base)
}

/// Whether a file is what a Mac packs beside each that somebody chose: anybody can give a page such a name.
fn is_beside(name: &str, content: &[u8]) -> bool {
    name.split(['/', '\\']).any(|part| part == "__MACOSX") && content.starts_with(BESIDE)
}
