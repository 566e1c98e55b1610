//! The files that can be handed over: what they hold, and what the programs of their receivers make of them.

mod age;
mod archives;
mod check;
mod ciso_assistant;
mod drafts;
mod extract;
mod hostile;
mod notes;
mod office;
mod oscal;
mod pdf;
mod planners;
mod requests;
mod resaved;
mod returned;

use formats::{Format, Source, make};
use readiness::{Assessment, Catalogue, Date};
use std::io::{Cursor, Read, Write};
use std::path::Path;
use zip::{CompressionMethod, ZipArchive, ZipWriter, write::SimpleFileOptions};

/// The names of the samples.
const SAMPLES: [&str; 3] = ["consultancy", "manufacturer", "software-firm"];

/// The assessment of a sample.
fn sample(name: &str, catalogue: &Catalogue) -> Assessment {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../tests/fixtures/samples/{name}.json"));
    Assessment::from_file(&std::fs::read_to_string(file).expect("the sample"), catalogue).expect("a valid sample")
}

/// What a file is made of, on the day of the samples.
fn source<'a>(catalogue: &'a Catalogue, assessment: &'a Assessment) -> Source<'a> {
    Source::new(catalogue, assessment, Date::parse("2026-11-24").expect("a day"))
}

/// The bytes of a file.
fn made(format: Format, source: &Source<'_>) -> Vec<u8> {
    make(format, source, &mut |_, _| {}).expect("a file")
}

/// The files of an archive.
fn files(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let count = archive.len();
    let mut file = |at| {
        let mut file = archive.by_index(at).expect("a file");
        let mut content = Vec::new();
        file.read_to_end(&mut content).expect("its content");
        (file.name().expect("a name").into_owned(), content)
    };
    (0..count).map(&mut file).collect()
}

/// Files packed as another program would.
fn packed(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        let method = if name.len() % 2 == 0 { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        zip.start_file(name.as_str(), SimpleFileOptions::default().compression_method(method)).expect("a file");
        zip.write_all(content).expect("room");
    }
    zip.finish().expect("an archive").into_inner()
}
