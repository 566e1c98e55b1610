//! The headings that a document can start from.

use super::body::Body;
use super::frame::Frame;
use crate::Error;
use readiness::catalogue::Word;
use readiness::report::model::Cell;
use readiness::{Catalogue, Date};

/// The headings of one of the documents that the standard asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skeleton<'a> {
    /// Whose document it is; empty if the person has not said.
    pub organisation: &'a str,
    /// Its name and its headings as Markdown: `# `, `## ` and `### `.
    pub markdown: &'a str,
    /// The day on which it is made.
    pub today: Date,
}

pub(crate) fn skeleton(catalogue: &Catalogue, skeleton: &Skeleton<'_>) -> Result<Vec<u8>, Error> {
    let mut lines = skeleton.markdown.lines().filter(|line| !line.trim().is_empty());
    let title = lines.next().unwrap_or_default().trim_start_matches("# ");
    let organisation = skeleton.organisation.trim();
    let mut body = Body::new(catalogue);
    body.paragraph("Title", title);
    if !organisation.is_empty() {
        body.paragraph("Subtitle", organisation);
    }
    let blank =
        [Word::FilesSkeletonVersion, Word::ReportOwner, Word::FilesSkeletonApprovedBy, Word::FilesSkeletonApprovedOn];
    body.facts(&blank.map(|word| (catalogue.word(word).to_owned(), Cell::Words(String::new()))));
    for line in lines {
        let (style, text) = match line.strip_prefix("### ") {
            Some(text) => ("Heading2", text),
            None => ("Heading1", line.trim_start_matches("## ")),
        };
        body.paragraph(style, text);
        body.paragraph("Hint", catalogue.word(Word::FilesSkeletonHint));
    }
    let title = if organisation.is_empty() { title.to_owned() } else { format!("{title}: {organisation}") };
    Frame { title: &title, organisation, footer: &skeleton.today.to_string(), day: skeleton.today, catalogue }
        .package(body.finish(false))
}
