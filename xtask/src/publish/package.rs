//! The site as one ZIP, to be unpacked on a host, and checksums to see that nothing changed on the way.

use crate::{
    failure::{Failure, Result},
    project,
};
use sha2::{Digest, Sha256};
use std::{
    fmt::Write as _,
    io::{Cursor, Write as _},
    path::Path,
};
use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

/// Packs a folder; the same files make the same bytes: they are sorted and carry no time of their own.
pub fn write(folder: &Path, archive: &Path) -> Result<()> {
    project::write(archive, &packed(folder)?)
}

fn packed(folder: &Path) -> Result<Vec<u8>> {
    let wrong = |error: zip::result::ZipError| Failure::Check(format!("the ZIP can't be written: {error}"));
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for file in project::files(folder)? {
        let compressed = file.extension().is_some_and(|kind| ["br", "gz", "png"].iter().any(|known| kind == *known));
        let method = if compressed { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        let name = file.strip_prefix(folder).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        zip.start_file(name, options).map_err(wrong)?;
        zip.write_all(&project::read(&file)?).map_err(Failure::file(&file))?;
    }
    Ok(zip.finish().map_err(wrong)?.into_inner())
}

/// Writes `checksums.txt`, as `sha256sum --check` reads it.
pub fn checksums(folder: &Path) -> Result<()> {
    let list = folder.join("checksums.txt");
    let mut text = String::new();
    for file in project::files(folder)?.iter().filter(|file| **file != list) {
        let name = file.strip_prefix(folder).unwrap_or(file).display();
        let _ = writeln!(text, "{}  {name}", sum(&project::read(file)?));
    }
    project::write(&list, text.as_bytes())
}

/// SHA-256 in hexadecimal.
pub fn sum(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn the_same_files_make_the_same_archive_whenever_they_were_written() {
        let folder = std::env::temp_dir().join(format!("stage-zero-package-{}", std::process::id()));
        fs::create_dir_all(folder.join("read")).unwrap();
        fs::write(folder.join("read/a.html"), "a page").unwrap();
        fs::write(folder.join("_headers"), "/*").unwrap();
        let first = packed(&folder).unwrap();
        fs::write(folder.join("read/a.html"), "a page").unwrap();
        let second = packed(&folder).unwrap();
        fs::remove_dir_all(&folder).unwrap();
        assert!(first == second);
        let archive = zip::ZipArchive::new(Cursor::new(first)).unwrap();
        let names: Vec<_> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
        assert_eq!(names, ["_headers", "read/a.html"]);
    }
}
