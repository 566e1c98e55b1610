//! What programs read: the assessment file, and the assessment with its result.

use crate::Source;

pub(crate) fn assessment(source: &Source<'_>) -> Vec<u8> {
    source.assessment.to_file(source.catalogue).into_bytes()
}

pub(crate) fn report(source: &Source<'_>) -> Vec<u8> {
    readiness::shown::json(&format!("{:#}\n", source.report.to_value())).into_bytes()
}
