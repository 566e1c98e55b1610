//! The report as Markdown.

use crate::Source;

pub(crate) fn report(source: &Source<'_>) -> Vec<u8> {
    source.report.to_markdown().into_bytes()
}
