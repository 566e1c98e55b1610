//! Puts a brotli and a gzip form beside each file of the site, for hosts that serve what is compressed already.

use crate::{
    beside::{each, processors},
    failure::{Failure, Result},
    project,
};
use flate2::{Compression, write::GzEncoder};
use std::{cmp::Reverse, ffi::OsStr, io::Write, path::Path};

/// What is worth compressing; pictures and fonts are compressed already.
const KINDS: &[&str] = &["css", "html", "js", "json", "md", "svg", "txt", "wasm", "webmanifest", "xml"];

/// Compresses every file of the folder that shrinks by it, but the one that the host writes: what lies beside that would
/// be served in its place.
pub fn folder(folder: &Path) -> Result<()> {
    let mut files = project::files(folder)?;
    files.retain(|file| {
        let kind = file.extension().and_then(OsStr::to_str);
        *file != folder.join(project::HOSTS_FILE) && kind.is_some_and(|kind| KINDS.contains(&kind))
    });
    files.sort_by_cached_key(|file| Reverse(file.metadata().map_or(0, |about| about.len())));
    each(files, processors(), |file| compress(&file)).into_iter().collect()
}

fn compress(file: &Path) -> Result<()> {
    let bytes = project::read(file)?;
    for (ending, compressed) in [("br", brotli(&bytes)?), ("gz", gzip(&bytes)?)] {
        if compressed.len() < bytes.len() {
            project::write(&project::beside(file, ending), &compressed)?;
        }
    }
    Ok(())
}

fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let parameters =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 24, size_hint: bytes.len(), ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut compressed, &parameters)
        .map_err(Failure::file(Path::new("brotli")))?;
    Ok(compressed)
}

/// Deterministic: the header carries neither name nor time.
pub fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).map_err(Failure::file(Path::new("gzip")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn both_forms_give_the_file_back() {
        let text = "Information security objectives are set. ".repeat(200).into_bytes();
        let mut from_gzip = Vec::new();
        flate2::read::GzDecoder::new(&gzip(&text).unwrap()[..]).read_to_end(&mut from_gzip).unwrap();
        let mut from_brotli = Vec::new();
        brotli::BrotliDecompress(&mut &brotli(&text).unwrap()[..], &mut from_brotli).unwrap();
        assert!(from_gzip == text && from_brotli == text);
    }

    #[test]
    fn compressing_twice_gives_the_same_bytes() {
        let text = b"the scope is kept as a document".repeat(50);
        assert_eq!(gzip(&text).unwrap(), gzip(&text).unwrap());
        assert_eq!(brotli(&text).unwrap(), brotli(&text).unwrap());
    }
}
