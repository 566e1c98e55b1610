//! What was handed over is opened and checked again, whatever file it is in: only the very file is as it was made.

use super::{SAMPLES, files, made, packed, sample, source};
use formats::age::{RANDOM, lock_with, unlock};
use formats::{Format, Source, UnpackError, check, open};
use readiness::catalogue::{LANGUAGES, Language};
use readiness::extract::Preset;
use readiness::file::FileError;
use readiness::report::verify::{Answer, Verified};
use readiness::{Assessment, Catalogue, Date, Timestamp};
use std::collections::BTreeMap;

/// The files that carry the assessment and print what it yields.
const REPORTS: [Format; 4] = [Format::Html, Format::Pdf, Format::Json, Format::Zip];

pub fn found(bytes: &[u8]) -> Verified {
    check(bytes, &Catalogue::english()).expect("an assessment can be read").verified
}

pub fn answer(bytes: &[u8]) -> Result<Answer, UnpackError> {
    check(bytes, &Catalogue::english()).map(|it| it.verified.answer)
}

/// A small report, so that it is made quickly.
pub fn small(format: Format) -> Vec<u8> {
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

/// The reports that are changed, and how often: a small one, or `STAGE_ZERO_CHANGES` tells how often each of all there are.
fn to_change() -> (Vec<(&'static str, &'static str, Preset)>, Option<usize>) {
    match std::env::var("STAGE_ZERO_CHANGES").ok().and_then(|times| times.parse().ok()) {
        None => (vec![("consultancy", "en", Preset::Customer)], None),
        times => {
            let languages = || LANGUAGES.iter().flat_map(|it| Preset::ALL.map(|preset| (it.code, preset)));
            let all = |name| languages().map(move |(language, preset)| (name, language, preset));
            (SAMPLES.into_iter().flat_map(all).collect(), times)
        }
    }
}

#[test]
fn no_change_of_any_byte_is_taken_for_what_was_made() {
    let mut dice = Dice(0x5eed);
    let (reports, times) = to_change();
    let mut answers = BTreeMap::<_, usize>::new();
    for (name, language, preset) in reports {
        let catalogue = Catalogue::of(Language::of(language).expect("a language"));
        let assessment = sample(name, &catalogue).extract(&catalogue, preset.left_out());
        for (format, few) in [(Format::Html, 200), (Format::Json, 100), (Format::Pdf, 40), (Format::Zip, 8)] {
            let bytes = made(format, &source(&catalogue, &assessment));
            let locked = lock_with(&bytes, "four words", [7; RANDOM], 1);
            for _ in 0..times.unwrap_or(few) {
                let forged = changed(&bytes, &mut dice);
                let answer = answer(&forged);
                *answers.entry(answer.as_ref().map_or("can't be read", |it| it.name())).or_default() += 1;
                if answer == Ok(Answer::AsMade) {
                    assert!(says_the_same(format, &bytes, &forged), "{}: {}", format.name(), first(&bytes, &forged));
                }
                let forged = changed(&locked, &mut dice);
                let opened = unlock(&forged, "four words").is_ok_and(|it| it == bytes);
                assert!(forged == locked || !opened, "{}", first(&locked, &forged));
            }
        }
    }
    println!("{answers:?}, and as many that were locked");
}

/// Whether what was changed is no change for anybody: data with other spaces, or an archive that was packed later.
fn says_the_same(format: Format, one: &[u8], other: &[u8]) -> bool {
    let data = |text: &[u8]| serde_json::from_slice::<serde_json::Value>(text).ok();
    match format {
        Format::Json => data(one) == data(other),
        Format::Zip => files(one) == files(other),
        _ => one == other,
    }
}

/// What stands around the first place where two files differ.
fn first(one: &[u8], other: &[u8]) -> String {
    let at = one.iter().zip(other).position(|(one, other)| one != other).unwrap_or(one.len());
    let around =
        |all: &[u8]| format!("{:?}", String::from_utf8_lossy(&all[at.saturating_sub(60)..all.len().min(at + 60)]));
    format!("{} became {}", around(one), around(other))
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
    // What has no value can say something all the same.
    let (list, record) = (data.rfind('[').expect("a list") + 1, data.rfind('{').expect("a record") + 1);
    for (at, more) in [(1, "\"certified by a body\": null,"), (record, "\"ready\": null,"), (list, "null,")] {
        let forged = [&data[..at], more, &data[at..]].concat();
        assert!(matches!(answer(forged.as_bytes()), Ok(Answer::Carries | Answer::Contradicts)), "{more}");
    }
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
    says(b"7z\xbc\xaf\x27\x1c\0\x04", "packed with 7z");
    says(b"\x1f\x8b\x08\0 and more", "packed with gzip");
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
fn a_report_on_the_last_day_of_the_calendar_is_made_and_checked() {
    let catalogue = Catalogue::english();
    let assessment = Assessment::new("1".parse().expect("an id"), "", Timestamp::new("2026-11-01T00:00:00Z"));
    let source = Source::new(&catalogue, &assessment, Date::parse("9999-12-31").expect("a day"));
    let pdf = made(Format::Pdf, &source);
    assert!(pdf.windows(16).any(|it| it == b"D:99991231000000"));
    assert!(!pdf.windows(9).any(|it| it == b"/Suspects"), "poppler takes it for a mistake");
    assert_eq!(answer(&pdf), Ok(Answer::AsMade));
}
