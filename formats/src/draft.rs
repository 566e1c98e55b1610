//! First versions of the papers that an auditor asks for: a file each, or all of them in one.

use crate::{Error, docx, zip};
use readiness::draft::{Draft, DraftFormat};
use readiness::{Catalogue, Date};

/// Makes the file of a draft.
///
/// # Errors
/// See [`Error`].
pub fn draft(catalogue: &Catalogue, draft: &Draft, format: DraftFormat) -> Result<Vec<u8>, Error> {
    match format {
        DraftFormat::Docx => docx::draft(catalogue, draft),
        DraftFormat::Markdown => Ok(draft.to_markdown(catalogue).into_bytes()),
    }
}

/// Puts the files of drafts into one. `progress` is told how many of how many are done.
///
/// # Errors
/// See [`Error`].
pub fn drafts(
    catalogue: &Catalogue,
    drafts: &[Draft],
    format: DraftFormat,
    today: Date,
    progress: &mut dyn FnMut(usize, usize),
) -> Result<Vec<u8>, Error> {
    let mut files = Vec::with_capacity(drafts.len());
    for (done, it) in drafts.iter().enumerate() {
        progress(done, drafts.len());
        files.push((format!("{}.{}", it.file_name(), format.name()), draft(catalogue, it, format)?));
    }
    zip::package(&files, today).map_err(|reason| Error::Refused { format: "zip", reason })
}
