//! The report as a PDF, for archives (PDF/A-3a) and for those who listen to it (PDF/UA-1), with the assessment inside.
//!
//! First everything is put onto pages (`flow`, `block`, `table`, `picture`, `cover`), as a [`drawing`] with its
//! structure; then krilla writes that (`paint`). Nothing in it depends on a clock or on chance.

mod block;
mod cover;
mod drawing;
mod face;
mod flow;
mod paint;
mod picture;
mod style;
mod table;
mod text;

use crate::paper::Paper;
use crate::{Error, Source};
use face::Faces;
use flow::Flow;
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::embed::{AssociationKind, EmbeddedFile, MimeType};
use krilla::metadata::{DateTime, Metadata, PageLayout};
use krilla::{Document, SerializeSettings};
use readiness::catalogue::Word;
use readiness::report::VERSION;
use readiness::{Date, Report};

/// The name of the attached assessment file.
pub(crate) const ASSESSMENT: &str = "stage-zero-assessment.json";
/// The name of the attached result.
pub(crate) const RESULT: &str = "stage-zero-result.json";

/// Makes the report.
pub(crate) fn report(source: &Source<'_>) -> Result<Vec<u8>, Error> {
    let report = &source.report;
    let files = [
        (
            ASSESSMENT,
            Word::ReportAttachedAssessment,
            AssociationKind::Source,
            source.assessment.to_file(source.catalogue),
        ),
        (RESULT, Word::ReportAttachedResult, AssociationKind::Data, report.carried_result().to_string()),
    ];
    write(report, files.into())
}

/// Makes the Statement of Applicability alone. Nothing is attached to it: it goes to people who are to see no more.
pub(crate) fn soa(source: &Source<'_>) -> Result<Vec<u8>, Error> {
    write(&Report::statement(source.catalogue, source.assessment, &source.outcome), Vec::new())
}

/// A file that is attached: its name, what it is, how it belongs to the document, and its text.
type Attached = (&'static str, Word, AssociationKind, String);

fn write(report: &Report<'_>, files: Vec<Attached>) -> Result<Vec<u8>, Error> {
    let refused = |reason: String| Error::Refused { format: "pdf", reason };
    let odd = || refused("a page or a font is not as it has to be".to_owned());
    let faces = Faces::read().ok_or_else(odd)?;
    let paper = Paper::of(report.catalogue);
    let mut flow = Flow::new(&faces, paper);
    cover::cover(&mut flow, report);
    let entries = cover::contents(&mut flow, report);
    for (index, section) in report.sections.iter().enumerate() {
        block::section(&mut flow, report.catalogue, index + 1, section);
    }
    cover::fill(&mut flow, &entries);
    cover::running(&mut flow, report);

    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A3_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|_| odd())?;
    let mut document = Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
    paint::paint(&mut document, &faces, &flow.drawing, paper, report.catalogue.language).ok_or_else(odd)?;
    document.set_metadata(metadata(report));
    for (name, description, association_kind, data) in files {
        document.embed_file(EmbeddedFile {
            path: name.to_owned(),
            mime_type: MimeType::new("application/json"),
            description: Some(report.catalogue.word(description).to_owned()),
            association_kind,
            data: data.into_bytes().into(),
            modification_date: Some(midnight(report.today)),
            compress: Some(true),
            location: None,
        });
    }
    document.finish().map(without_suspects).map_err(|error| refused(error.to_string()))
}

fn metadata(report: &Report<'_>) -> Metadata {
    let authors = Some(text::clean(&report.organisation)).filter(|name| !name.is_empty());
    Metadata::new()
        .title(text::clean(&report.title()).replace('\n', " "))
        .description(report.heading().to_owned())
        .authors(authors.into_iter().collect())
        .language(report.catalogue.language.to_owned())
        .creator(format!("Stage Zero {VERSION}"))
        .producer(format!("Stage Zero {VERSION}"))
        .creation_date(midnight(report.today))
        .document_id(report.digest.clone())
        .page_layout(PageLayout::OneColumn)
}

/// The beginning of the day that a report is made for: PDF wants a moment.
fn midnight(date: Date) -> DateTime {
    let (year, month, day) = date.parts();
    // PDF has four digits for a year.
    let year = u16::try_from(year).ok().filter(|year| *year <= 9_999).unwrap_or_default();
    DateTime::new(year).month(month).day(day).hour(0).minute(0).second(0).utc_offset_hour(0).utc_offset_minute(0)
}

/// Takes out what says that no mark is doubtful: that is so without saying, and poppler takes it for a mistake.
fn without_suspects(mut pdf: Vec<u8>) -> Vec<u8> {
    const BEFORE: &[u8] = b"/MarkInfo<</Marked true";
    const SAID: &[u8] = b"/Suspects false";
    let wanted = [BEFORE, SAID].concat();
    if let Some(at) = pdf.windows(wanted.len()).rposition(|window| window == wanted) {
        // Spaces, so that everything stays where the table of objects says.
        pdf[at + BEFORE.len()..at + wanted.len()].fill(b' ');
    }
    pdf
}
