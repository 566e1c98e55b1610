//! What our ZIP file holds: above all the HTML report, which carries the assessment and can be checked.

use super::{MOST, UnpackError, utf8};
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// What is looked for, the best first.
const WANTED: [&str; 3] = [".html", ".report.json", ".json"];
/// More files than ours ever holds.
const MOST_FILES: usize = 100;

pub(super) fn text(bytes: &[u8]) -> Result<String, UnpackError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| UnpackError::Damaged)?;
    if archive.len() > MOST_FILES {
        return Err(UnpackError::NothingInside);
    }
    let mut names = Vec::new();
    for index in 0..archive.len() {
        let file = archive.by_index_raw(index).map_err(|_| UnpackError::Damaged)?;
        names.push(file.name().map_err(|_| UnpackError::Damaged)?.into_owned());
    }
    let wanted = WANTED.iter().find_map(|ending| names.iter().position(|name| name.ends_with(ending)));
    let mut file = archive.by_index(wanted.ok_or(UnpackError::NothingInside)?).map_err(|_| UnpackError::Damaged)?;
    let mut content = Vec::new();
    // What the archive says about the length is not believed.
    let read = file.by_ref().take(MOST as u64 + 1).read_to_end(&mut content);
    match read {
        Ok(length) if length > MOST => Err(UnpackError::TooLong),
        Ok(_) => utf8(content),
        Err(_) => Err(UnpackError::Damaged),
    }
}
