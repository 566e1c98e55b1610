//! The site as one ZIP, to be unpacked on a host, and checksums to see that nothing changed on the way.

use crate::{
    failure::{Failure, Result},
    project,
    toolbox::Toolbox,
};
use sha2::{Digest, Sha256};
use std::{
    fmt::Write as _,
    io::{Cursor, Write as _},
    path::Path,
};
use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

/// Packs a folder; the same commit makes the same bytes: files are sorted and carry the commit's time.
pub fn write(folder: &Path, archive: &Path) -> Result<()> {
    project::write(archive, &packed(folder, time_of_sources(&Toolbox::open())?)?)
}

/// The time of the last commit, there where it was made; without one, now.
///
/// Web servers tell a new version of a file from an old one by time and length. The page of one version is as long as that
/// of another, so with a fixed time a browser would hear 'not modified' and keep the old one for good.
fn time_of_sources(tools: &Toolbox) -> Result<DateTime> {
    let form = "%Y %m %d %H %M %S";
    let committed = ["log", "-1", &format!("--date=format:{form}"), "--format=%cd"];
    let text = tools.ask("git", &committed).or_else(|| tools.ask("date", &["-u", &format!("+{form}")]));
    text.as_deref()
        .and_then(time)
        .ok_or_else(|| Failure::Missing { what: "the time of the last commit".into(), run: "git log -1".into() })
}

/// A time as six numbers, from the year to the second.
fn time(text: &str) -> Option<DateTime> {
    let numbers: Vec<u16> = text.split_whitespace().map(str::parse).collect::<std::result::Result<_, _>>().ok()?;
    let [year, rest @ ..] = &*numbers else { return None };
    let rest: Vec<u8> = rest.iter().map(|&number| u8::try_from(number)).collect::<std::result::Result<_, _>>().ok()?;
    let [month, day, hour, minute, second] = *rest else { return None };
    DateTime::from_date_and_time(*year, month, day, hour, minute, second).ok()
}

fn packed(folder: &Path, time: DateTime) -> Result<Vec<u8>> {
    let wrong = |error: zip::result::ZipError| Failure::Check(format!("the ZIP can't be written: {error}"));
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for file in project::files(folder)? {
        let compressed = file.extension().is_some_and(|kind| ["br", "gz", "png"].iter().any(|known| kind == *known));
        let method = if compressed { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        let options =
            SimpleFileOptions::default().compression_method(method).last_modified_time(time).unix_permissions(0o644);
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
fn sum(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn the_same_files_of_a_commit_make_the_same_archive_whenever_they_were_written() {
        let folder = std::env::temp_dir().join(format!("stage-zero-package-{}", std::process::id()));
        fs::create_dir_all(folder.join("read")).unwrap();
        fs::write(folder.join("read/a.html"), "a page").unwrap();
        fs::write(folder.join("_headers"), "/*").unwrap();
        let committed = time("2026 11 24 18 20 30").unwrap();
        let first = packed(&folder, committed).unwrap();
        fs::write(folder.join("read/a.html"), "a page").unwrap();
        let second = packed(&folder, committed).unwrap();
        let later = packed(&folder, time("2026 11 24 18 20 32").unwrap()).unwrap();
        fs::remove_dir_all(&folder).unwrap();
        assert!(first == second && first != later);
        let mut archive = zip::ZipArchive::new(Cursor::new(first)).unwrap();
        let names: Vec<_> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
        assert_eq!(names, ["_headers", "read/a.html"]);
        // Or the page of the next version would be 'not modified' to web servers.
        let page = archive.by_name("read/a.html").unwrap().last_modified().unwrap();
        assert_eq!(page, committed);
    }

    #[test]
    fn the_time_of_the_last_commit_is_known() {
        let time = time_of_sources(&Toolbox::open()).unwrap();
        assert!(time.year() >= 2026, "{time}");
        assert!(super::time("yesterday").is_none() && super::time("2026 13 1 0 0 0").is_none());
    }
}
