//! The report as one HTML file.

use crate::Source;

pub(crate) fn report(source: &Source<'_>) -> Vec<u8> {
    source.report.to_html().into_bytes()
}
