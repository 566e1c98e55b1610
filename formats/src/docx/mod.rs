//! Documents for a word processor, to be read, printed and gone on with.
//!
//! They are written by hand: WordprocessingML is a small language as far as a report needs it, and the crate that there
//! is for it weighs 193 kB of brotli in the worker, which the PDF needs.

mod body;
mod frame;
mod skeleton;
mod styles;
mod table;

pub use skeleton::Skeleton;
pub(crate) use skeleton::skeleton;

use crate::{Error, Source};
use body::Body;
use readiness::catalogue::Word;
use readiness::markup::Node;
use readiness::report::model::{Cell, Section};

/// The whole report.
pub(crate) fn report(source: &Source<'_>) -> Result<Vec<u8>, Error> {
    let report = &source.report;
    let heading = format!("{} {}", report.heading(), report.subheading());
    document(source, &report.title(), &heading, &report.sections.iter().collect::<Vec<_>>(), &report.cover)
}

/// The Statement of Applicability alone.
pub(crate) fn soa(source: &Source<'_>) -> Result<Vec<u8>, Error> {
    let sections: Vec<_> = source.report.sections.iter().filter(|section| section.id == "soa").collect();
    let word = |word| source.catalogue.word(word);
    let title = source.catalogue.say(Word::ReportSoaTitle, &[("organisation", name(source))]);
    let heading = format!("{} {}", word(Word::ReportSoaHeading), word(Word::ReportSoaSubheading));
    // Whoever asks for this document need not see how ready the organisation is.
    let verdicts = [Word::ReportStageOneColumn, Word::ReportStageTwoColumn].map(word);
    let mut cover = source.report.cover.clone();
    cover.retain(|(name, _)| !verdicts.contains(&&**name));
    document(source, &title, &heading, &sections, &cover)
}

fn name<'a>(source: &'a Source<'_>) -> &'a str {
    match source.report.organisation.as_str() {
        "" => source.catalogue.word(Word::ReportNoOrganisation),
        name => name,
    }
}

fn document(
    source: &Source<'_>,
    title: &str,
    heading: &str,
    sections: &[&Section],
    cover: &[(String, Cell)],
) -> Result<Vec<u8>, Error> {
    let (catalogue, whole) = (source.catalogue, sections.len() > 1);
    let mut body = Body::new(catalogue);
    body.paragraph("Kicker", catalogue.word(Word::ReportKicker));
    body.paragraph("Title", title);
    body.paragraph("Subtitle", heading);
    body.facts(cover);
    body.paragraph("Hint", catalogue.word(Word::ReportSelfAssessed));
    if whole {
        body.contents(sections.iter().map(|section| (section.id, &*section.heading)));
    }
    // Wide tables have pages of their own, across; what is before them ends a part of the document.
    let mut across = false;
    for (index, section) in sections.iter().enumerate() {
        let is_wide = matches!(section.id, "soa" | "answers" | "risks");
        match (index == 0 || is_wide != across, is_wide && !whole) {
            (true, false) => body.end_part(across),
            (true, true) => body.end_part(false),
            _ if whole && matches!(section.id, "findings" | "documents") => body.page_break(),
            _ => {}
        }
        across = is_wide;
        body.section(index + 1, section, whole);
        for block in section.in_words() {
            body.block(block, across);
        }
    }
    let footer = catalogue.say(
        Word::ReportFooter,
        &[("version", readiness::report::VERSION), ("date", &*source.report.today.to_string())],
    );
    let parts =
        frame::Frame { title, organisation: name(source), footer: &footer, day: source.report.today, catalogue };
    parts.package(body.finish(across))
}

/// An element of WordprocessingML with a value.
fn value(name: &'static str, value: impl Into<String>) -> Node {
    Node::new(name).with("w:val", value)
}
