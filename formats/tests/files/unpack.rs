//! What was handed over is opened and checked again, whatever file it is in.

use super::{made, sample, source};
use formats::{CheckError, Format, UnpackError, check, unpack};
use readiness::{Catalogue, report};
use std::io::{Cursor, Read, Write};
use zip::{ZipArchive, ZipWriter, write::SimpleFileOptions};

#[test]
fn every_carrying_file_gives_the_assessment_back_and_checks_out() {
    let catalogue = Catalogue::english();
    let assessment = sample("consultancy", &catalogue);
    for format in [Format::Pdf, Format::Zip, Format::Html, Format::Json, Format::Assessment] {
        let bytes = made(format, &source(&catalogue, &assessment));
        let text = unpack(&bytes).expect("it is ours");
        assert_eq!(report::open(&text, &catalogue).expect("it carries one"), assessment, "{}", format.name());
        if format != Format::Assessment {
            let verified = check(&bytes, &catalogue).expect("it is a report");
            assert!(verified.differences.is_empty() && verified.to_the_letter, "{} {verified:?}", format.name());
        }
    }
}

#[test]
fn a_pdf_whose_page_or_data_was_changed_is_found_out() {
    let catalogue = Catalogue::english();
    let assessment = sample("consultancy", &catalogue);
    let honest = made(Format::Pdf, &source(&catalogue, &assessment));
    // The pages of a firm that says it is better, around the assessment of the one that is not.
    let mut better = assessment.clone();
    better.profile.organisation = "Another name".to_owned();
    let other = made(Format::Pdf, &source(&catalogue, &better));
    let start = |bytes: &[u8]| {
        let at = bytes.windows(18).rposition(|it| it == b"/Type/EmbeddedFile").expect("an attachment");
        bytes[..at].windows(5).rposition(|it| it == b" obj\n").expect("its object")
    };
    let appended = |bytes: &[u8], from: &[u8]| {
        // As a program that changes a PDF does: the new objects at the end, over the old ones.
        let mut forged = bytes.to_vec();
        for name in ["stage-zero-assessment.json", "stage-zero-result.json"] {
            let key = format!("/F({name})/UF({name})/EF<</F ");
            let find = |bytes: &[u8]| bytes.windows(key.len()).position(|it| it == key.as_bytes()).expect("listed");
            let number = |bytes: &[u8]| {
                let rest = &bytes[find(bytes) + key.len()..];
                String::from_utf8(rest.iter().copied().take_while(u8::is_ascii_digit).collect()).expect("digits")
            };
            let object = format!("\n{} 0 obj", number(from));
            let at = from.windows(object.len()).rposition(|it| it == object.as_bytes()).expect("there");
            let end = from[at..].windows(7).position(|it| it == b"endobj\n").expect("its end");
            let body = &from[at + object.len()..at + end + 7];
            forged.extend(format!("\n{} 0 obj", number(bytes)).bytes());
            forged.extend(body);
        }
        forged
    };
    assert!(start(&honest) > 0);
    let verified = check(&appended(&other, &honest), &catalogue).expect("it is a report");
    assert!(!verified.to_the_letter);
    assert_eq!(verified.differences[0].place, "page 1", "{:?}", verified.differences);
}

#[test]
fn a_zip_in_which_any_file_was_changed_or_added_is_found_out() {
    let catalogue = Catalogue::english();
    let honest = made(Format::Zip, &source(&catalogue, &sample("consultancy", &catalogue)));
    let mut archive = ZipArchive::new(Cursor::new(&honest)).expect("an archive");
    let mut files = Vec::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).expect("a file");
        let mut content = Vec::new();
        file.read_to_end(&mut content).expect("its content");
        files.push((file.name().expect("a name").into_owned(), content));
    }
    let packed = |files: &[(String, Vec<u8>)]| {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in files {
            zip.start_file(name.as_str(), SimpleFileOptions::default()).expect("a file");
            zip.write_all(content).expect("room");
        }
        zip.finish().expect("an archive").into_inner()
    };
    let checked = |files: &[(String, Vec<u8>)]| check(&packed(files), &catalogue).expect("it holds a report");
    let again = checked(&files);
    assert!(again.to_the_letter && again.differences.is_empty(), "packed by another program: {again:?}");
    for index in 0..files.len() {
        let (name, content) = &files[index];
        let mut forged = files.clone();
        // A space behind it changes neither the sense of a text nor the look of a document.
        forged[index].1.push(b' ');
        let verified = checked(&forged);
        assert!(!verified.to_the_letter, "{name}");
        let named = verified.differences.iter().any(|difference| difference.place == *name);
        assert!(named || name.ends_with(".html"), "{name}: {verified:?}");
        if name.ends_with(".html") {
            // Its name on something else, and an honest one before it.
            forged.insert(0, ("a.html".to_owned(), content.clone()));
            assert_eq!(checked(&forged).differences[0].place, *name);
        }
    }
    files.push(("bonus.csv".to_owned(), b"stage2,ready".to_vec()));
    assert_eq!(checked(&files).differences[0].place, "bonus.csv");
}

#[test]
fn a_changed_byte_is_seen() {
    let catalogue = Catalogue::english();
    let mut bytes = made(Format::Pdf, &source(&catalogue, &sample("consultancy", &catalogue)));
    let middle = bytes.len() / 3;
    bytes[middle] ^= 1;
    // A damaged page differs; a damaged mark elsewhere is at least not to the letter.
    let verified = check(&bytes, &catalogue).expect("its attachments are whole");
    assert!(!verified.to_the_letter);
}

#[test]
fn what_is_not_ours_says_what_to_do() {
    let catalogue = Catalogue::english();
    assert_eq!(unpack(b"%PDF-1.4\n%%EOF"), Err(UnpackError::NoAttachment));
    assert_eq!(unpack(b"PK\x03\x04 and no more"), Err(UnpackError::Damaged));
    assert_eq!(unpack(&[0xff, 0xfe, 0, 1]), Err(UnpackError::NotText));
    assert!(matches!(check(b"age-encryption.org/v1\n-> X", &catalogue), Err(CheckError::Unpack(UnpackError::Locked))));
    let cut = made(Format::Pdf, &source(&catalogue, &sample("consultancy", &catalogue)));
    assert!(unpack(&cut[..cut.len() / 2]).is_err());
}

#[test]
fn a_small_archive_that_unpacks_to_a_huge_file_is_refused() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("report.html", SimpleFileOptions::default()).expect("a file");
    let block = vec![b' '; 1_000_000];
    for _ in 0..82 {
        zip.write_all(&block).expect("room");
    }
    let bomb = zip.finish().expect("an archive").into_inner();
    assert!(bomb.len() < 1_000_000);
    assert_eq!(unpack(&bomb), Err(UnpackError::TooLong));
}
