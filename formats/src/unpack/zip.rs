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

pub(super) fn text(bytes: &[u8]) -> Result<String, UnpackError> {
    // Before the directory is read, which takes some hundred bytes of memory for each file.
    if bytes.windows(RECORD.len()).filter(|window| *window == RECORD).nth(2 * MOST_FILES).is_some() {
        return Err(UnpackError::TooManyFiles);
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| UnpackError::Damaged)?;
    if archive.len() > MOST_FILES {
        return Err(UnpackError::TooManyFiles);
    }
    let mut names = Vec::new();
    for index in 0..archive.len() {
        let file = archive.by_index_raw(index).map_err(|_| UnpackError::Damaged)?;
        names.push(file.name().map_err(|_| UnpackError::Damaged)?.into_owned());
    }
    let wanted = WANTED.iter().find_map(|ending| names.iter().position(|name| name.ends_with(ending)));
    let file = archive.by_index(wanted.ok_or(UnpackError::NothingInside)?).map_err(|_| UnpackError::Damaged)?;
    if file.size() > MOST as u64 {
        return Err(UnpackError::TooLong);
    }
    // What the archive says about the length is not believed.
    utf8(read_up_to(MOST, file)?)
}
