//! What our ZIP file holds: above all the HTML report, which carries the assessment and can be checked.

use super::{MOST, UnpackError, read_up_to, utf8};
use std::io::Cursor;
use zip::ZipArchive;

/// What is looked for, the best first.
const WANTED: [&str; 3] = [".html", ".report.json", ".json"];
/// More files than ours ever holds.
pub const MOST_FILES: usize = 100;
/// How the record of each file begins in an archive's directory.
const RECORD: &[u8] = b"PK\x01\x02";

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

pub(super) fn text(bytes: &[u8]) -> Result<String, UnpackError> {
    let (mut archive, names) = opened(bytes)?;
    let wanted = WANTED.iter().find_map(|ending| names.iter().position(|name| name.ends_with(ending)));
    utf8(content(&mut archive, wanted.ok_or(UnpackError::NothingInside)?, MOST)?)
}

/// The names and contents of all files of an archive.
///
/// # Errors
/// When it is none, is damaged, or unpacks to more than [`MOST`].
pub fn files(bytes: &[u8]) -> Result<Vec<(String, Vec<u8>)>, UnpackError> {
    let (mut archive, names) = opened(bytes)?;
    let mut left = MOST;
    let mut files = Vec::new();
    for (index, name) in names.into_iter().enumerate() {
        let content = content(&mut archive, index, left)?;
        left -= content.len();
        files.push((name, content));
    }
    Ok(files)
}

fn opened(bytes: &[u8]) -> Result<(Archive<'_>, Vec<String>), UnpackError> {
    // Before the directory is read, which takes some hundred bytes of memory for each file.
    if bytes.windows(RECORD.len()).filter(|window| *window == RECORD).nth(2 * MOST_FILES).is_some() {
        return Err(UnpackError::TooManyFiles);
    }
    let mut archive = Archive::new(Cursor::new(bytes)).map_err(|_| UnpackError::Damaged)?;
    if archive.len() > MOST_FILES {
        return Err(UnpackError::TooManyFiles);
    }
    let mut names = Vec::new();
    for index in 0..archive.len() {
        let file = archive.by_index_raw(index).map_err(|_| UnpackError::Damaged)?;
        names.push(file.name().map_err(|_| UnpackError::Damaged)?.into_owned());
    }
    Ok((archive, names))
}

/// What a file holds, if that is no more than `most` bytes.
fn content(archive: &mut Archive<'_>, index: usize, most: usize) -> Result<Vec<u8>, UnpackError> {
    let file = archive.by_index(index).map_err(|_| UnpackError::Damaged)?;
    if file.size() > most as u64 {
        return Err(UnpackError::TooLong);
    }
    // What the archive says about the length is not believed.
    read_up_to(most, file)
}
