//! Documents for a word processor, to be read, printed and gone on with.
//!
//! They are written by hand: WordprocessingML is a small language as far as a report needs it, and the crate that there
//! is for it weighs 193 kB of brotli in the worker, which the PDF needs.

mod body;
mod frame;
mod styles;
mod table;
mod text;

use crate::{Error, Format, Source};
use body::Body;
use readiness::catalogue::Word;
use readiness::draft::Draft;
use readiness::markup::Node;
use readiness::owner::Owner;
use readiness::report::model::{Block, Cell, Section};
use readiness::{Catalogue, Date, Report};

/// The whole report.
pub(crate) fn report(source: &Source<'_>) -> Result<Vec<u8>, Error> {
    let report = &source.report;
    Document {
        kicker: Some(source.catalogue.word(Word::ReportKicker)),
        title: &report.title(),
        subtitle: &format!("{} {}", report.heading(), report.subheading()),
        cover: &report.cover,
        hint: report.caveat(),
        sections: &report.sections,
        whole: true,
    }
    .write(source)
}

/// The Statement of Applicability alone.
pub(crate) fn soa(source: &Source<'_>) -> Result<Vec<u8>, Error> {
    let report = Report::statement(source.catalogue, source.assessment, &source.outcome);
    Document {
        kicker: None,
        title: &report.title(),
        subtitle: &format!("{} {}", report.heading(), report.subheading()),
        cover: &report.cover,
        hint: report.caveat(),
        sections: &report.sections,
        whole: false,
    }
    .write(source)
}

/// One page for who runs the firm. Whoever may not see what is likely to be written up gets none.
pub(crate) fn owner(source: &Source<'_>) -> Result<Vec<u8>, Error> {
    let catalogue = source.catalogue;
    let Some(plan) = &source.plan else { return Err(Error::LeftOut { format: Format::Owner.name() }) };
    let owner = Owner::new(catalogue, source.assessment, &source.outcome, plan);
    let date = (catalogue.word(Word::ReportDate).to_owned(), Cell::Date(source.report.today));
    Document {
        kicker: None,
        title: catalogue.word(Word::OwnerTitle),
        subtitle: name(source),
        cover: &[date],
        hint: source.report.caveat(),
        sections: &owner.sections(catalogue),
        whole: false,
    }
    .write(source)
}

fn name<'a>(source: &'a Source<'_>) -> &'a str {
    match source.report.organisation.as_str() {
        "" => source.catalogue.word(Word::ReportNoOrganisation),
        name => name,
    }
}

/// A first version of a paper that an auditor asks for.
pub(crate) fn draft(catalogue: &Catalogue, draft: &Draft) -> Result<Vec<u8>, Error> {
    let document = Document {
        kicker: None,
        title: &draft.title,
        subtitle: &draft.organisation,
        cover: &[],
        hint: catalogue.word(Word::DraftLead),
        sections: &draft.sections,
        whole: false,
    };
    document.made(catalogue, &draft.organisation, &draft.footer(catalogue), draft.today)
}

/// What a document consists of.
struct Document<'a> {
    kicker: Option<&'a str>,
    title: &'a str,
    subtitle: &'a str,
    cover: &'a [(String, Cell)],
    hint: &'a str,
    sections: &'a [Section],
    /// Whether it is long: with contents, numbered sections, and a page for its cover.
    whole: bool,
}

impl Document<'_> {
    /// With what stands at the foot of each page of a report.
    fn write(&self, source: &Source<'_>) -> Result<Vec<u8>, Error> {
        let made = [("version", readiness::report::VERSION), ("date", &*source.report.today.to_string())];
        let footer = source.catalogue.say(Word::ReportFooter, &made);
        self.made(source.catalogue, name(source), &footer, source.report.today)
    }

    fn made(&self, catalogue: &Catalogue, organisation: &str, footer: &str, day: Date) -> Result<Vec<u8>, Error> {
        let mut body = Body::new(catalogue);
        if let Some(kicker) = self.kicker {
            body.paragraph("Kicker", kicker);
        }
        body.paragraph("Title", self.title);
        body.paragraph("Subtitle", self.subtitle);
        if !self.cover.is_empty() {
            body.facts(self.cover);
        }
        body.paragraph("Hint", self.hint);
        if self.whole {
            body.contents(self.sections.iter().map(|section| (section.id, &*section.heading)));
        }
        // Wide tables have pages of their own, across; what is before them ends a part of the document.
        let mut across = false;
        for (index, section) in self.sections.iter().enumerate() {
            let is_wide = matches!(section.id, "soa" | "answers" | "risks" | "audits");
            if is_wide != across || (index == 0 && self.whole) {
                body.end_part(across);
            } else if matches!(section.id, "findings" | "documents") {
                body.page_break();
            }
            across = is_wide;
            body.section(index + 1, section, self.whole);
            let blocks = section.in_words();
            for (index, block) in blocks.iter().enumerate() {
                body.block(block, across);
                let leads = matches!(block, Block::Text(_) | Block::Hint(_));
                if leads && !matches!(blocks.get(index + 1), None | Some(Block::Heading(_))) {
                    body.keep_with_next();
                }
            }
        }
        let parts = frame::Frame { title: self.title, organisation, footer, day, catalogue };
        parts.package(body.finish(across))
    }
}

/// An element of WordprocessingML with a value.
fn value(name: &'static str, value: impl Into<String>) -> Node {
    Node::new(name).with("w:val", value)
}
