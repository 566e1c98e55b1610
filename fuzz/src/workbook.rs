//! Workbooks that come back, and lists of requests.

use crate::{catalogue, says};
use formats::{MOST_PROBLEMS, Source, requests as answered, returned};
use readiness::merge::{Choice, Merge};
use readiness::review::Review;
use readiness::{Assessment, Date, Edit};
use std::io::{Cursor, Write};
use zip::{ZipWriter, write::SimpleFileOptions};

/// The input as a workbook, and a workbook that holds it: what is between bytes 255 is, in turn, a sheet, the shared
/// strings, the styles and what is said of the file, since no fuzzer would find what unpacks to something sensible. It is
/// refused with a message; or what comes back is an assessment that can be kept, compared and brought in, and notes are a
/// review that can be read.
pub fn workbook(input: &[u8]) {
    for bytes in [input.to_vec(), packed(input)] {
        brought_in(&bytes);
    }
}

/// The input as a list of requests, and as a workbook with one: it is refused with a message, or each of its rows gets as
/// many cells as there are columns.
pub fn requests(input: &[u8]) {
    let ours = ours();
    let source = Source::new(catalogue(), &ours, Date::parse("2026-11-24").expect("a date"));
    for bytes in [input.to_vec(), packed(input)] {
        match answered(&bytes, &source) {
            Ok(it) => {
                let table = it.answers.table;
                assert!(!table.rows.is_empty() && it.answers.open <= table.rows.len());
                assert!(table.rows.iter().all(|row| row.len() == table.columns.len()));
                assert!(it.xlsx.starts_with(b"PK") && it.csv.ends_with("\r\n"));
            }
            Err(error) => says(&error),
        }
    }
}

fn brought_in(bytes: &[u8]) {
    let ours = ours();
    let returned = match returned(bytes, &ours) {
        Ok(returned) => returned,
        Err(error) => return says(&error),
    };
    assert!(returned.problems.len() <= MOST_PROBLEMS);
    returned.problems.iter().for_each(|problem| drop(problem.to_string()));
    returned.remarks.iter().for_each(|remark| drop(remark.to_string()));
    let file = returned.theirs.to_file(catalogue());
    assert_eq!(Assessment::from_file(&file, catalogue()).as_ref(), Ok(&returned.theirs), "it can be kept");
    let merge = Merge::new(catalogue(), &returned.ancestors.each_ref(), &[&ours, &returned.theirs]);
    let theirs = merge.conflicts.iter().map(|it| it.option_of(1).map_or(Choice::Present, Choice::Option));
    let edit = merge.edit(&[&ours, &returned.theirs], &theirs.collect::<Vec<_>>());
    assert_eq!(ours.check(&edit, catalogue()), Ok(()), "it can be brought in");
    if let Some(review) = returned.review {
        let read = Review::from_file(&review.to_file(catalogue()), catalogue());
        assert_eq!(read, Ok(review), "it is read as it was written");
    }
}

/// An assessment to which something can come back.
fn ours() -> Assessment {
    let now = readiness::Timestamp::new("2026-11-24T09:00:00Z");
    let mut ours = Assessment::new("a".parse().expect("an id"), "", now.clone());
    for (id, note) in [("4.1-issues", "Ours"), ("4.1-climate", "")] {
        let id = catalogue().parse_requirement(id).expect("an id");
        ours.apply(&Edit::answer(id).note(note.to_owned()), &now);
    }
    ours
}

fn packed(input: &[u8]) -> Vec<u8> {
    const RELATED: &str =
        "<a><b Id='w' Type='/officeDocument' Target='x/w'/><b Id='c' Type='/core-properties' Target='c'/></a>";
    const OF_BOOK: &str = "<a><b Id='s' Type='/worksheet' Target='s'/><b Id='t' Type='/sharedStrings' Target='t'/>\
        <b Id='y' Type='/styles' Target='y'/></a>";
    const BOOK: &str = "<workbook><sheets><sheet name='S' r:id='s'/></sheets></workbook>";
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let mut add = |name: &str, content: &[u8]| {
        archive.start_file(name, SimpleFileOptions::default()).expect("a file");
        archive.write_all(content).expect("room in memory");
    };
    add("_rels/.rels", RELATED.as_bytes());
    add("x/w", BOOK.as_bytes());
    add("x/_rels/w.rels", OF_BOOK.as_bytes());
    let mut pieces = input.split(|byte| *byte == 255);
    for name in ["x/s", "x/t", "x/y", "c"] {
        add(name, pieces.next().unwrap_or(b"<a/>"));
    }
    archive.finish().expect("an archive").into_inner()
}
