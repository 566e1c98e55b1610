//! Assessment files, and the reports that carry one.

use crate::{catalogue, says};
use formats::check;
use readiness::file::FileError;
use readiness::job::Handed;
use readiness::report::{self, Report, verify::Answer};
use readiness::{Assessment, Date, Outcome};

/// Any text is refused with a message, or it is an assessment: then it is written as it was read, and everything that
/// is derived from it can be derived.
pub fn assessment(input: &[u8]) {
    let Ok(text) = str::from_utf8(input) else { return };
    opened(Assessment::from_file(text, catalogue()));
}

/// The same for a report, in which the assessment is only a part.
pub fn report(input: &[u8]) {
    let Ok(text) = str::from_utf8(input) else { return };
    opened(report::open(text, catalogue()).map(|it| it.assessment));
}

/// Checking a report answers, whatever stands in it.
pub fn verify(input: &[u8]) {
    if let Err(error) = check(input, catalogue()) {
        says(&error);
    }
}

fn opened(read: Result<Assessment, FileError>) {
    let assessment = match read {
        Ok(assessment) => assessment,
        Err(error) => return says(&error),
    };
    let catalogue = catalogue();
    let file = assessment.to_file(catalogue);
    let again = Assessment::from_file(&file, catalogue).expect("what was written is read");
    assert_eq!(again.to_file(catalogue), file, "it is written as it was read");
    let (mut arrived, records) = Handed::of(&assessment, catalogue).arrive();
    for (place, text) in records {
        arrived.set_record(&place, &text, catalogue).expect("it was read already");
    }
    assert_eq!(arrived.to_file(catalogue), file, "what is handed over arrives as it is");

    let today = Date::parse("2026-11-24").expect("a date");
    let outcome = Outcome::new(catalogue, &assessment, today);
    let report = Report::new(catalogue, &assessment, &outcome);
    let html = report.to_html();
    let checked = check(html.as_bytes(), catalogue).expect("a report can be checked");
    assert_eq!(checked.assessment.to_file(catalogue), file, "a report carries the very assessment");
    assert_eq!(checked.verified.answer, Answer::AsMade, "{:?}", checked.verified.differences);
    assert!(!report.to_markdown().is_empty());
}
