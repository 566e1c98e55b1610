//! All files in one, and the package that a document for a word processor is.

use crate::{Error, Format, Source, usual};
use readiness::{Date, Told};
use sha2::{Digest, Sha256};
use std::io::{Cursor, Write};
use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

/// The file that lists the others by their fingerprints, as `sha256sum` writes and checks it.
pub(crate) const SUMS: &str = "SHA256SUMS";

/// Every format of the program for reports under its own name, and their fingerprints.
pub(crate) fn everything(source: &Source<'_>, progress: &mut dyn FnMut(usize, usize)) -> Result<Vec<u8>, Error> {
    let formats: Vec<_> = Format::in_the_zip(source.report.left_out).collect();
    let name = source.report.file_name();
    let (mut files, mut missing) = (Vec::new(), String::new());
    for (done, format) in formats.iter().enumerate() {
        progress(done, formats.len());
        // One that can't be made takes none of the others along; a file says which is missing, and why.
        match usual(*format, source, &mut |_, _| {}) {
            Ok(bytes) => files.push((format!("{name}.{}", format.ending()), bytes)),
            Err(error) => missing.push_str(&(error.told(source.catalogue) + "\n")),
        }
    }
    files.push((SUMS.to_owned(), sums(&files)));
    if !missing.is_empty() {
        files.push((format!("{name}-missing.txt"), missing.into_bytes()));
    }
    package(&files, source.report.today).map_err(|reason| Error::Refused { format: "zip", reason })
}

/// The fingerprints of files, a line each.
pub(crate) fn sums(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let line = |(name, content): &(String, Vec<u8>)| {
        let sum: String = Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect();
        format!("{sum}  {name}\n")
    };
    files.iter().map(line).collect::<String>().into_bytes()
}

/// Puts files into one. All have the report's day, so that the same files make the same bytes.
pub(crate) fn package(files: &[(String, Vec<u8>)], day: Date) -> Result<Vec<u8>, String> {
    let (year, month, date) = day.parts();
    let day = u16::try_from(year).ok().and_then(|year| DateTime::from_date_and_time(year, month, date, 0, 0, 0).ok());
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(day.unwrap_or_default());
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        zip.start_file(name.as_str(), options).map_err(|error| error.to_string())?;
        zip.write_all(content).map_err(|error| error.to_string())?;
    }
    zip.finish().map(Cursor::into_inner).map_err(|error| error.to_string())
}
