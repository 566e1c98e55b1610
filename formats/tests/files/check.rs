//! What was handed over is opened and checked again, whatever file it is in: only the very file is as it was made.

use super::{SAMPLES, made, sample, source};
use formats::age::{RANDOM, lock_with, unlock};
use formats::{Format, Source, UnpackError, check, open};
use readiness::catalogue::LANGUAGES;
use readiness::extract::Preset;
use readiness::file::FileError;
use readiness::report::verify::{Answer, Verified};
use readiness::{Assessment, Catalogue, Date, Timestamp};
use std::io::{Cursor, Read, Write};
use zip::{CompressionMethod, ZipArchive, ZipWriter, write::SimpleFileOptions};

/// The files that carry the assessment and print what it yields.
const REPORTS: [Format; 4] = [Format::Html, Format::Pdf, Format::Json, Format::Zip];

fn found(bytes: &[u8]) -> Verified {
    check(bytes, &Catalogue::english()).expect("an assessment can be read").verified
}

fn answer(bytes: &[u8]) -> Result<Answer, UnpackError> {
    check(bytes, &Catalogue::english()).map(|it| it.verified.answer)
}

/// A small report, so that it is made quickly.
fn small(format: Format) -> Vec<u8> {
    let catalogue = Catalogue::english();
    let whole = sample("consultancy", &catalogue);
    made(format, &source(&catalogue, &whole.extract(&catalogue, Preset::Customer.left_out())))
}

#[test]
fn every_output_of_every_sample_in_every_language_and_preset_is_as_it_was_made_locked_or_not() {
    for name in SAMPLES {
        for language in LANGUAGES {
            let catalogue = Catalogue::of(language);
            let whole = sample(name, &catalogue);
            for preset in Preset::ALL {
                let assessment = whole.extract(&catalogue, preset.left_out());
                let source = source(&catalogue, &assessment);
                // An archive takes as long as all others together.
                let archive = name == "consultancy" && preset != Preset::Everything;
                for format in REPORTS.into_iter().filter(|format| archive || *format != Format::Zip) {
                    let bytes = made(format, &source);
                    let locked = lock_with(&bytes, "four words", [7; RANDOM], 1);
                    let bytes = unlock(&locked, "four words").expect("the same bytes");
                    let checked = check(&bytes, &Catalogue::english()).expect("it carries one");
                    let verified = checked.verified;
                    assert_eq!(
                        verified.answer,
                        Answer::AsMade,
                        "{name} {} {preset:?} {}",
                        language.code,
                        format.name()
                    );
                    assert_eq!((&*verified.language, verified.left_out), (language.code, preset.left_out()));
                    assert_eq!(checked.assessment, assessment);
                }
            }
        }
    }
}

#[test]
fn an_assessment_file_carries_one_and_proves_nothing() {
    let verified = found(&small(Format::Assessment));
    assert_eq!((verified.answer, verified.format), (Answer::Carries, None));
}

/// Numbers that are the same in each run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % most as u64) as usize
    }
}

/// The bytes changed in one place: one put in, taken out or changed, a piece doubled, or what hides something.
fn changed(bytes: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut changed = bytes.to_vec();
    let at = dice.below(bytes.len());
    match dice.below(6) {
        0 => changed[at] ^= 1 << dice.below(8),
        1 => changed.insert(at, dice.below(256) as u8),
        2 => drop(changed.remove(at)),
        3 => changed[at] = changed[at].wrapping_add(1),
        4 => {
            let piece = bytes[at..bytes.len().min(at + 40)].to_vec();
            drop(changed.splice(at..at, piece));
        }
        _ => {
            let tag = bytes[at..].iter().position(|byte| *byte == b'>').map_or(at, |ahead| at + ahead);
            drop(changed.splice(tag..tag, *b" hidden"));
        }
    }
    changed
}

/// How often a thing is tried: more often where somebody has the time.
fn times(few: usize) -> usize {
    std::env::var("STAGE_ZERO_TIMES").ok().and_then(|times| times.parse().ok()).unwrap_or(1) * few
}

#[test]
fn no_change_of_any_byte_is_taken_for_what_was_made() {
    let mut dice = Dice(0x5eed);
    for (format, tries) in [(Format::Html, 200), (Format::Json, 100), (Format::Pdf, 40), (Format::Zip, 8)] {
        let bytes = small(format);
        for _ in 0..times(tries) {
            let changed = changed(&bytes, &mut dice);
            let answer = answer(&changed);
            let same = |text: &[u8]| serde_json::from_slice::<serde_json::Value>(text).ok();
            // Data is the same data with other spaces.
            let is_same =
                changed == bytes || format == Format::Json && same(&changed).is_some_and(|it| Some(it) == same(&bytes));
            let is_made = answer == Ok(Answer::AsMade);
            let is_packed_anew = is_made && format == Format::Zip && holds_the_same(&bytes, &changed);
            let at = bytes.iter().zip(&changed).position(|(one, other)| one != other).unwrap_or(bytes.len());
            let around =
                |all: &[u8]| String::from_utf8_lossy(&all[at.saturating_sub(60)..all.len().min(at + 60)]).into_owned();
            let (was, is) = (around(&bytes), around(&changed));
            assert!(!is_made || is_same || is_packed_anew, "{}: {was:?} became {is:?}", format.name());
        }
    }
}

/// Whether two archives hold the same files: when they were packed is no part of them.
fn holds_the_same(one: &[u8], other: &[u8]) -> bool {
    let files = |bytes: &[u8]| {
        let mut archive = ZipArchive::new(Cursor::new(bytes.to_vec())).expect("an archive");
        let all = (0..archive.len()).map(|at| {
            let mut content = Vec::new();
            let mut file = archive.by_index(at).expect("a file");
            file.read_to_end(&mut content).expect("whole");
            content
        });
        all.collect::<Vec<_>>()
    };
    files(one) == files(other)
}

#[test]
fn what_a_reader_would_see_otherwise_is_never_as_it_was_made() {
    let page = String::from_utf8(small(Format::Html)).expect("text");
    let row = page.find("<tr>").expect("a row");
    let forgeries = [
        format!("{}<tr hidden>{}", &page[..row], &page[row + 4..]),
        page.replacen("</head>", "<link rel=stylesheet href=\"data:text/css,td{display:none}\"></head>", 1),
        format!("{}<template>{}</template>{}", &page[..row], &page[row..row + 4], &page[row + 4..]),
        page.replace("</style>", "#soa { display: none }</style>"),
    ];
    for forged in forgeries {
        assert_eq!(answer(forged.as_bytes()), Ok(Answer::Carries));
    }
    let data = String::from_utf8(small(Format::Json)).expect("text");
    assert_eq!(answer(data.replacen('{', "{\"verdict\": \"ready\",", 1).as_bytes()), Ok(Answer::Carries));
    assert_eq!(answer(data.replacen('{', "{\"version\": 1,", 1).as_bytes()), Ok(Answer::Carries), "a name twice");
    assert_eq!(answer(data.replace("\n", "\r\n").as_bytes()), Ok(Answer::AsMade), "data is the same with other spaces");
}

#[test]
fn what_goes_on_behind_its_end_is_named() {
    for (format, tail) in [(Format::Html, "\n"), (Format::Pdf, "% sent on\n")] {
        let bytes = [&*small(format), tail.as_bytes()].concat();
        let verified = found(&bytes);
        assert_eq!(verified.answer, Answer::Added, "{}", format.name());
        assert!(verified.added[0].starts_with(&tail.len().to_string()), "{:?}", verified.added);
    }
}

#[test]
fn a_text_in_another_encoding_is_read_and_is_not_what_was_made() {
    let page = String::from_utf8(small(Format::Html)).expect("text");
    let wide: Vec<u8> = [0xfeff].into_iter().chain(page.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let verified = found(&wide);
    assert_eq!((verified.answer, verified.differences), (Answer::Carries, vec![]));
}

#[test]
fn a_report_of_another_version_names_it() {
    let page = String::from_utf8(small(Format::Html)).expect("text");
    let verified = found(page.replace("\"made_by\":\"", "\"made_by\":\"0.0.").as_bytes());
    assert_eq!(verified.answer, Answer::Carries);
    assert_eq!(verified.other_version, Some(format!("0.0.{}", readiness::report::VERSION)));
}

/// The files of an archive.
fn files(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut file = |at| {
        let mut file = archive.by_index(at).expect("a file");
        let mut content = Vec::new();
        file.read_to_end(&mut content).expect("its content");
        (file.name().expect("a name").into_owned(), content)
    };
    (0..file_count(bytes)).map(&mut file).collect()
}

fn file_count(bytes: &[u8]) -> usize {
    ZipArchive::new(Cursor::new(bytes)).expect("an archive").len()
}

fn packed(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        let method = if name.len() % 2 == 0 { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        zip.start_file(name.as_str(), SimpleFileOptions::default().compression_method(method)).expect("a file");
        zip.write_all(content).expect("room");
    }
    zip.finish().expect("an archive").into_inner()
}

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
        moved.insert(0, (litter.to_owned(), b"litter".to_vec()));
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

#[test]
fn an_archive_in_which_programs_find_different_things_is_not_as_made() {
    let honest = small(Format::Zip);
    // The directory of another name than the file itself has.
    let mut two_names = honest.clone();
    let at = two_names.windows(4).rposition(|it| it == b"PK\x01\x02").expect("a directory");
    two_names[at + 46] ^= 1;
    let mut before = b"PK\x03\x04 and something before it".to_vec();
    before.extend(&honest);
    let mut comment = honest.clone();
    let end = comment.len();
    comment[end - 2] = 1;
    comment.push(b'!');
    for forged in [two_names, before, comment] {
        assert_ne!(answer(&forged), Ok(Answer::AsMade));
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
fn what_can_t_be_read_says_why_and_what_to_do() {
    let says = |bytes: &[u8], words: &str| {
        let error = open(bytes, &Catalogue::english()).expect_err("it can't be read").to_string();
        assert!(error.contains(words), "{error}");
        assert_eq!(answer(bytes).map_err(|error| error.to_string()), Err(error));
    };
    let brochure =
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>";
    says(brochure, "the PDF carries no assessment");
    says(b"%PDF-1.4\n%%EOF", "damaged");
    says(b"PK\x03\x04 and no more", "damaged");
    says(&[0x89, 0xff, 0, 1], "not text");
    says(b"age-encryption.org/v1\n-> X", "locked");
    says(&small(Format::Xlsx), "workbook");
    says(&small(Format::Docx), "workbook");
    says(&packed(&[("photo.jpg".to_owned(), vec![0xff, 0xd8])]), "no report and no assessment");
    let pdf = small(Format::Pdf);
    assert!(open(&pdf[..pdf.len() / 2], &Catalogue::english()).is_err());
    assert_eq!(
        open(b"<meta charset=big5>\xa4\xa4", &Catalogue::english()),
        Err(UnpackError::File(FileError::Encoding { name: "big5".to_owned() }))
    );
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

#[test]
fn a_report_on_the_last_day_of_the_calendar_is_made_and_checked() {
    let catalogue = Catalogue::english();
    let assessment = Assessment::new("1".parse().expect("an id"), "", Timestamp::new("2026-11-01T00:00:00Z"));
    let source = Source::new(&catalogue, &assessment, Date::parse("9999-12-31").expect("a day"));
    let pdf = made(Format::Pdf, &source);
    assert!(pdf.windows(16).any(|it| it == b"D:99991231000000"));
    assert!(!pdf.windows(9).any(|it| it == b"/Suspects"), "poppler takes it for a mistake");
    assert_eq!(answer(&pdf), Ok(Answer::AsMade));
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
