//! Archives are as made by what is in them, however they were packed; where programs would find different things, they are not.

use super::check::{answer, found, small};
use super::{files, packed};
use formats::{Format, UnpackError, open};
use readiness::Catalogue;
use readiness::report::verify::Answer;
use std::io::{Cursor, Write};
use zip::{ZipWriter, write::SimpleFileOptions};

#[test]
fn an_archive_is_as_made_with_every_file_once_wherever_it_lies_and_litter_beside_it() {
    let made = files(&small(Format::Zip));
    let answered = |files: &[(String, Vec<u8>)]| found(&packed(files));
    let mut moved = made.clone();
    moved.reverse();
    for (name, _) in &mut moved {
        *name = format!("from Anna/{name}");
    }
    for litter in ["from Anna/.DS_Store", "Thumbs.db", "__MACOSX/from Anna/._report.html"] {
        moved.insert(0, (litter.to_owned(), b"\x00\x05\x16\x07 litter".to_vec()));
    }
    assert_eq!(answered(&moved).answer, Answer::AsMade);

    moved.push(("bonus.csv".to_owned(), b"stage2,ready".to_vec()));
    let more = answered(&moved);
    assert_eq!((more.answer, &more.added[..]), (Answer::Added, &["bonus.csv".to_owned()][..]));

    let fewer = answered(&made[1..]);
    assert_eq!((fewer.answer, &fewer.differences[0].place), (Answer::Carries, &made[0].0));

    for at in 0..made.len() {
        let mut forged = made.clone();
        // A space behind it changes neither the sense of a text nor the look of a document.
        forged[at].1.push(b' ');
        let verified = answered(&forged);
        assert_ne!(verified.answer, Answer::AsMade, "{}", made[at].0);
        let named = verified.differences.iter().map(|it| &it.place).chain(&verified.added);
        assert!(named.into_iter().any(|name| *name == made[at].0), "{}: {verified:?}", made[at].0);
    }
}

/// Where the directory of an archive begins and ends.
fn directory(bytes: &[u8]) -> (usize, usize) {
    let end = bytes.len() - 22;
    let start = u32::from_le_bytes(bytes[end + 16..end + 20].try_into().expect("four bytes"));
    (start as usize, end)
}

/// Bytes with others put in somewhere.
fn with(bytes: &[u8], at: usize, more: &[u8]) -> Vec<u8> {
    [&bytes[..at], more, &bytes[at..]].concat()
}

/// Bytes with a number of so many bytes changed.
fn counted(mut bytes: Vec<u8>, at: usize, length: usize, by: i64) -> Vec<u8> {
    let mut number = [0; 8];
    number[..length].copy_from_slice(&bytes[at..at + length]);
    let number = (i64::from_le_bytes(number) + by).to_le_bytes();
    bytes[at..at + length].copy_from_slice(&number[..length]);
    bytes
}

#[test]
fn an_archive_in_which_programs_find_different_things_is_not_as_made() {
    let honest = small(Format::Zip);
    let (start, end) = directory(&honest);
    let last = honest.windows(4).rposition(|it| it == b"PK\x01\x02").expect("a directory");
    let mut two_names = honest.clone();
    two_names[last + 46] ^= 1;
    let remark = counted(counted(with(&honest, end, b"ready!"), last + 32, 2, 6), end + 6 + 12, 4, 6);
    let of_files = |by| counted(counted(honest.clone(), end + 8, 2, by), end + 10, 2, by);
    let forgeries = [
        ("the directory says another name than the file itself", two_names),
        ("something before it", [&b"PK\x03\x04 and something before it"[..], &honest].concat()),
        ("a remark at its end", counted([&*honest, b"!"].concat(), honest.len() - 2, 2, 1)),
        ("a remark of a file", remark),
        ("a second directory", with(&honest, end, &honest[start..end])),
        ("something behind the directory", with(&honest, end, b"ready")),
        ("more files than are listed", of_files(-1)),
        ("fewer files than are listed", of_files(1)),
    ];
    for (what, forged) in forgeries {
        assert_ne!(answer(&forged), Ok(Answer::AsMade), "{what}");
    }
}

#[test]
fn an_archive_in_the_form_of_large_ones_is_as_made_where_both_forms_say_the_same() {
    let honest = small(Format::Zip);
    let (start, end) = directory(&honest);
    let count = u64::from(u16::from_le_bytes(honest[end + 10..end + 12].try_into().expect("two bytes")));
    let large = |count: u64, start: usize| {
        let sizes = [count, count, (end - start) as u64, start as u64].map(u64::to_le_bytes).concat();
        let long = [&b"PK\x06\x06"[..], &44_u64.to_le_bytes(), &[45, 0, 45, 0], &[0; 8], &sizes].concat();
        let locator = [&b"PK\x06\x07\0\0\0\0"[..], &(end as u64).to_le_bytes(), &[1, 0, 0, 0]].concat();
        let short = [&b"PK\x05\x06\0\0\0\0"[..], &[255; 12], &[0, 0]].concat();
        [&honest[..end], &long, &locator, &short].concat()
    };
    assert_eq!(answer(&large(count, start)), Ok(Answer::AsMade));
    assert_ne!(answer(&large(count + 1, start)), Ok(Answer::AsMade));
    let mut two = large(count, start);
    let short = two.len() - 22;
    two[short + 8..short + 20].copy_from_slice(&honest[end + 8..end + 20]);
    assert_eq!(answer(&two), Ok(Answer::AsMade), "the short form says the same");
    assert_ne!(answer(&counted(two, short + 16, 4, 1)), Ok(Answer::AsMade), "the short form says something else");
}

#[test]
fn a_forged_report_beside_the_true_one_is_told_of_wherever_it_lies() {
    let made = files(&small(Format::Zip));
    let (name, page) = made.iter().find(|(name, _)| name.ends_with(".html")).expect("a page");
    let forged = String::from_utf8(page.clone()).expect("text").replace("</style>", "td { display: none }</style>");
    for twin in ["a.html".to_owned(), format!("copy/{name}"), name.to_ascii_uppercase()] {
        for at in [0, made.len()] {
            let mut all = made.clone();
            all.insert(at, (twin.clone(), forged.clone().into_bytes()));
            let verified = found(&packed(&all));
            assert_eq!((verified.answer, &verified.added[..]), (Answer::Added, &[twin.clone()][..]), "{at}");
        }
    }
}

#[test]
fn a_page_is_told_of_whatever_name_it_has_in_an_archive() {
    for name in ["__MACOSX/report.html", "__MACOSX/._report.html", "report.html_", "sub/report.htm"] {
        let mut files = files(&small(Format::Zip));
        files.push((name.to_owned(), b"<!doctype html><p>Ready for stage 2".to_vec()));
        let mut forged = packed(&files);
        // As the name of a folder, which nothing should be in.
        let names: Vec<_> = (0..forged.len()).filter(|at| forged[*at..].starts_with(b"report.html_")).collect();
        names.into_iter().for_each(|at| forged[at + b"report.html".len()] = b'/');
        let verified = found(&forged);
        assert_eq!((verified.answer, verified.added.len()), (Answer::Added, 1), "{name}: {verified:?}");
    }
}

#[test]
fn an_archive_of_one_report_is_checked_as_that_report() {
    for format in [Format::Pdf, Format::Html, Format::Json] {
        let bytes = small(format);
        let one = |name: &str, bytes: &[u8]| vec![(name.to_owned(), bytes.to_vec())];
        let name = format!("Our report.{}", format.ending());
        let verified = found(&packed(&one(&name, &bytes)));
        assert_eq!((verified.answer, verified.format), (Answer::AsMade, Some(format)));
        let beside = [one(&name, &bytes), one("photo.jpg", b"\xff\xd8")].concat();
        let verified = found(&packed(&beside));
        assert_eq!((verified.answer, verified.added), (Answer::Added, vec!["photo.jpg".to_owned()]));
    }
}

#[test]
fn the_fingerprints_in_an_archive_are_what_sha256sum_checks() {
    let folder = super::office::folder("sums");
    let all = files(&small(Format::Zip));
    for (name, content) in &all {
        std::fs::write(folder.join(name), content).expect("written");
    }
    let mut command = std::process::Command::new("sha256sum");
    let output =
        command.args(["--check", "--strict", "SHA256SUMS"]).current_dir(&folder).output().expect("it is there");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}");
    assert_eq!(said.lines().count(), all.len() - 1, "every file but the list itself: {said}");
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
    assert_eq!(open(&bomb, &Catalogue::english()), Err(UnpackError::TooLong));
}
