//! Reports that went through the programs that people have: the assessment is found in all of them, and only what is the
//! very file still counts as that.

use super::{made, sample, source};
use formats::{Format, UnpackError, check, open};
use readiness::extract::Preset;
use readiness::report::verify::{Answer, Verified};
use readiness::{Assessment, Catalogue};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// A folder of its own, with a report in it and the assessment that it carries.
fn report(test: &str, format: Format) -> (PathBuf, PathBuf, Assessment) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("the folder for tests takes folders");
    let catalogue = Catalogue::english();
    let assessment = sample("consultancy", &catalogue).extract(&catalogue, Preset::Customer.left_out());
    let file = folder.join(format!("report.{}", format.ending()));
    fs::write(&file, made(format, &source(&catalogue, &assessment))).expect("it takes files");
    (folder, file, assessment)
}

pub fn run(folder: &Path, program: impl AsRef<Path>, arguments: &[&str]) {
    let program = program.as_ref();
    let output = Command::new(program).args(arguments).current_dir(folder).output();
    let output =
        output.unwrap_or_else(|error| panic!("{}: {error}; 'cargo xtask test' installs it", program.display()));
    // qpdf and ocrmypdf end with 3 and 10 where they have a remark.
    let trouble = String::from_utf8_lossy(&output.stderr);
    assert!(matches!(output.status.code(), Some(0 | 3 | 10)), "{} {arguments:?}: {trouble}", program.display());
}

/// Where set-up puts what comes from PyPI and npm.
pub fn cache() -> PathBuf {
    let folder = |name| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    folder("STAGE_ZERO_CACHE")
        .or_else(|| folder("XDG_CACHE_HOME").map(|base| base.join("stage-zero")))
        .or_else(|| folder("HOME").map(|home| home.join(".cache/stage-zero")))
        .expect("a home")
}

pub fn script(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files").join(name).display().to_string()
}

/// What a check finds in a file, which still carries the assessment.
fn found(file: &Path, assessment: &Assessment) -> Verified {
    let bytes = fs::read(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let checked = check(&bytes, &Catalogue::english());
    let checked = checked.unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    assert_eq!(&checked.assessment, assessment, "{}", file.display());
    checked.verified
}

#[test]
fn a_pdf_that_a_program_has_saved_anew_still_carries_the_assessment_and_says_nothing_worse() {
    let (folder, _, assessment) = report("saved-anew", Format::Pdf);
    let python = cache().join("python/bin/python");
    let (ours, library) = (script("resave.py"), cache().join("npm/test/node_modules/pdf-lib").display().to_string());
    let programs: [(&str, &Path, &[&str]); 9] = [
        ("linearised", "qpdf".as_ref(), &["--linearize", "report.pdf", "linearised.pdf"]),
        ("streams", "qpdf".as_ref(), &["--object-streams=generate", "report.pdf", "streams.pdf"]),
        ("encrypted", "qpdf".as_ref(), &["--encrypt", "", "owner", "256", "--", "report.pdf", "encrypted.pdf"]),
        ("gs", "gs".as_ref(), &["-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pdfwrite", "-o", "gs.pdf", "report.pdf"]),
        ("ocr", "ocrmypdf".as_ref(), &["--skip-text", "--output-type", "pdf", "report.pdf", "ocr.pdf"]),
        ("pikepdf", &python, &[&ours, "pikepdf", "report.pdf", "pikepdf.pdf"]),
        ("pypdf", &python, &[&ours, "whole", "report.pdf", "pypdf.pdf"]),
        ("pdf-lib", "node".as_ref(), &[&script("resave.mjs"), &library, "report.pdf", "pdf-lib.pdf"]),
        ("password", "qpdf".as_ref(), &["--encrypt", "user", "owner", "256", "--", "report.pdf", "password.pdf"]),
    ];
    for (name, program, arguments) in programs {
        run(&folder, program, arguments);
        let file = folder.join(format!("{name}.pdf"));
        if name == "password" {
            let refused = open(&fs::read(file).expect("it was written"), &Catalogue::english());
            assert_eq!(refused, Err(UnpackError::PdfPassword));
            continue;
        }
        let verified = found(&file, &assessment);
        assert_eq!(verified.answer, Answer::Carries, "{name}: {verified:?}");
        assert_eq!(verified.added, Vec::<String>::new(), "{name}");
        // Some draw each page anew, which says nothing about any of them.
        assert!(verified.differences.iter().all(|it| it.place == "every page"), "{name}: {verified:?}");
    }
}

#[test]
fn what_readers_of_a_pdf_see_attached_is_what_counts() {
    let (folder, _, assessment) = report("attached", Format::Pdf);
    let python = cache().join("python/bin/python");
    for how in ["swapped", "twice"] {
        run(&folder, &python, &[&script("resave.py"), how, "report.pdf", &format!("{how}.pdf")]);
    }
    let swapped = fs::read(folder.join("swapped.pdf")).expect("it was written");
    let swapped = check(&swapped, &Catalogue::english()).expect("an assessment is attached");
    assert_eq!(
        swapped.assessment.profile.organisation,
        assessment.profile.organisation.replace("Fenbrook", "Fenbrick")
    );
    assert_eq!(swapped.verified.answer, Answer::Contradicts, "its result is about the other one");
    // The first one in the list of attachments.
    let twice = found(&folder.join("twice.pdf"), &assessment);
    assert_eq!(twice.answer, Answer::Carries);
    assert!(twice.differences.iter().any(|it| it.says.starts_with("two attachments")), "{twice:?}");
}

#[test]
fn a_pdf_that_was_signed_or_commented_on_is_as_made_with_that_added() {
    let (folder, _, assessment) = report("added", Format::Pdf);
    for (how, added) in [("sign", "1 signature"), ("comment", "1 comment or form field on its pages")] {
        let file = folder.join(format!("{how}.pdf"));
        run(
            &folder,
            cache().join("python/bin/python"),
            &[&script("resave.py"), how, "report.pdf", &format!("{how}.pdf")],
        );
        let verified = found(&file, &assessment);
        assert_eq!((verified.answer, verified.added), (Answer::Added, vec![added.to_owned()]), "{how}");
        assert_eq!(verified.differences, [], "{how}");
    }
}

#[test]
fn an_archive_that_was_packed_anew_is_as_made() {
    let (folder, archive, assessment) = report("packed-anew", Format::Zip);
    run(&folder, "unzip", &["-q", "report.zip", "-d", "inside"]);
    run(&folder, "zip", &["-q", "-r", "zip.zip", "inside"]);
    run(&folder, "7z", &["a", "-bd", "-tzip", "7z.zip", "inside"]);
    run(&folder, "7z", &["x", "-bd", "-oagain", "zip.zip"]);
    run(&folder, "zip", &["-q", "-j", "-0", "-r", "stored.zip", "again"]);
    fs::rename(archive, folder.join("very.zip")).expect("it can be renamed");
    for name in ["very", "zip", "7z", "stored"] {
        let verified = found(&folder.join(format!("{name}.zip")), &assessment);
        assert_eq!(verified.answer, Answer::AsMade, "{name}: {verified:?}");
    }
    for (name, arguments, refused) in [
        ("lzma", "-mm=LZMA", UnpackError::Packing("LZMA".to_owned())),
        ("bzip2", "-mm=BZip2", UnpackError::Packing("bzip2".to_owned())),
        ("deflate64", "-mm=Deflate64", UnpackError::Packing("Deflate64".to_owned())),
        ("secret", "-psecret", UnpackError::ZipPassword),
    ] {
        let file = format!("{name}.zip");
        run(&folder, "7z", &["a", "-bd", "-tzip", arguments, &file, "inside"]);
        let bytes = fs::read(folder.join(&file)).expect("it was written");
        assert_eq!(open(&bytes, &Catalogue::english()).map(drop), Err(refused), "{name}");
    }
}
