//! First versions of the papers that an auditor asks for, drafted from the answers.
//!
//! What a draft says is content (`content/*/drafts/`): sentences with places that are filled from the assessment, and
//! paragraphs that are left out where the answers say so. What the answers don't say stands there as a visible
//! [`Gap`], in brackets; nothing is made up. Text that a person wrote for a document stands in a section of its own, so
//! that a draft that is made again changes only what is derived.

mod changes;
mod format;
mod origin;
mod place;
mod plan;
mod records;
mod table;
mod template;
#[cfg(test)]
mod tests;
mod writer;

pub use changes::{Change, Redraft, changes, compare};
pub use format::DraftFormat;
pub use origin::Origin;
pub use template::{Template, is_called_for};

use crate::assessment::{Assessment, Soa};
use crate::catalogue::{Catalogue, DocumentId, Word};
use crate::date::Date;
use crate::report::markdown;
use crate::report::model::{Block, Cell, Section, Table};
use writer::Writer;

/// A first version of a paper.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// Its id: that of the document, such as `doc-scope`, or of rules, such as `rule-access`.
    pub id: &'static str,
    /// Its title.
    pub title: String,
    /// Whose it is; empty if the person has not said.
    pub organisation: String,
    /// The day for which it was made.
    pub today: Date,
    /// What it says.
    pub sections: Vec<Section>,
    /// What the answers don't say, in the order in which it stands there.
    pub gaps: Vec<Gap>,
    /// From which answers it comes.
    pub origins: Vec<Origin>,
}

/// Something that the answers don't say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// What is missing, as it stands in the draft between brackets.
    pub text: String,
    /// What would have to be answered; none where no answer can fill it.
    pub about: Vec<Origin>,
}

/// All drafts for an assessment: of the documents that are asked for and of the rules whose controls are not all
/// excluded, in the order of the standard.
pub fn all(catalogue: &Catalogue, assessment: &Assessment, today: Date) -> Vec<Draft> {
    Template::all(catalogue.language)
        .into_iter()
        .filter(|template| template.is_wanted(catalogue, assessment))
        .map(|template| Draft::new(catalogue, assessment, &template, today))
        .collect()
}

/// The draft of an id, wanted or not; `None` if there is none.
pub fn of(catalogue: &Catalogue, assessment: &Assessment, id: &str, today: Date) -> Option<Draft> {
    let template = Template::all(catalogue.language).into_iter().find(|template| template.id == id)?;
    Some(Draft::new(catalogue, assessment, &template, today))
}

/// A name for the file of all drafts without an ending, such as `acme-ltd-drafts-2026-11-24`.
pub fn file_name(assessment: &Assessment, today: Date) -> String {
    crate::report::file_name_of(assessment.profile.organisation.trim(), "drafts", today)
}

impl Draft {
    fn new(catalogue: &Catalogue, assessment: &Assessment, template: &Template, today: Date) -> Self {
        let mut writer = Writer::new(catalogue, assessment, template, today);
        writer.write(table::block);
        let own = template.document(catalogue).and_then(|id| assessment.documents.get(&id));
        if let Some(text) = own.map(|entry| entry.own_text.trim()).filter(|text| !text.is_empty()) {
            let paragraphs = text.split("\n\n").map(|part| Block::Text(part.trim().to_owned()));
            writer.section("draft", catalogue.word(Word::DraftOwn).to_owned(), paragraphs.collect());
        }
        approval(&mut writer, template);
        let (mut sections, gaps, origins) = writer.end();
        sections.push(Section {
            id: "draft",
            heading: catalogue.word(Word::DraftOrigin).to_owned(),
            blocks: vec![Block::List(origin::lines(catalogue, assessment, &origins))],
        });
        let organisation = assessment.profile.organisation.trim().to_owned();
        Self { id: template.id, title: template.title.to_owned(), organisation, today, sections, gaps, origins }
    }

    /// The name of its file without an ending, such as `scope` or `rule-access`.
    pub fn file_name(&self) -> &'static str {
        self.id.trim_start_matches("doc-")
    }

    /// What stands at the foot of each page: what it is, and when it was made.
    pub fn footer(&self, catalogue: &Catalogue) -> String {
        let version = crate::report::VERSION;
        catalogue.tell(Word::DraftFooter, [("version", version.to_owned()), ("date", self.today.to_string())])
    }

    /// What it says, line by line, without any marks.
    fn lines(&self, catalogue: &Catalogue) -> Vec<String> {
        let mut lines = vec![self.title.clone()];
        for section in &self.sections {
            lines.push(section.heading.clone());
            for block in section.in_words() {
                match block {
                    Block::List(points) => lines.extend(points.iter().cloned()),
                    Block::Table(table) => lines.extend(table.rows.iter().map(|row| {
                        let cells = row.iter().map(|cell| cell.plain(catalogue, "; "));
                        cells
                            .map(|cell| cell.trim().to_owned())
                            .filter(|cell| !cell.is_empty())
                            .collect::<Vec<_>>()
                            .join(" | ")
                    })),
                    Block::Text(text) => lines.push(text.clone()),
                    other => debug_assert!(false, "no draft has {other:?}"),
                }
            }
        }
        let lines = lines.iter().flat_map(|line| line.lines());
        lines.map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
    }

    /// It as Markdown.
    pub fn to_markdown(&self, catalogue: &Catalogue) -> String {
        let mut text = String::new();
        markdown::heading(&mut text, 1, &self.title);
        if !self.organisation.is_empty() {
            markdown::paragraph(&mut text, &self.organisation);
        }
        markdown::paragraph(&mut text, catalogue.word(Word::DraftLead));
        for section in &self.sections {
            markdown::heading(&mut text, 2, &section.heading);
            section.in_words().iter().for_each(|block| markdown::block(&mut text, catalogue, block));
        }
        markdown::paragraph(&mut text, &self.footer(catalogue));
        text
    }
}

/// The versions that there are, and lines to approve on.
fn approval(writer: &mut Writer<'_>, template: &Template) {
    let (catalogue, assessment) = (writer.catalogue, writer.assessment);
    let columns = [
        ("version", Word::FilesSkeletonVersion),
        ("date", Word::DraftDate),
        ("change", Word::DraftChange),
        ("owner", Word::ReportOwner),
    ];
    let mut versions = Table::new(catalogue, "versions", catalogue.word(Word::DraftVersions), columns);
    let id = template.document(catalogue);
    let entry = id.and_then(|id| assessment.documents.get(&id)).cloned().unwrap_or_default();
    if !entry.reference.trim().is_empty() || entry.reviewed.is_some() {
        writer.origins_of(id.map(Origin::from));
        let known = Cell::Words(catalogue.word(Word::DraftKnown).to_owned());
        versions.rows.push(vec![
            Cell::said(&entry.reference),
            Cell::date(entry.reviewed),
            known,
            Cell::said(&entry.owner),
        ]);
    }
    let owner = writer.filled(&template.owner(catalogue.word(Word::DraftGapOwner)));
    versions.rows.push(vec![
        Cell::Words(catalogue.word(Word::DraftVersion).to_owned()),
        Cell::Date(writer.today),
        Cell::Words(catalogue.word(Word::DraftMade).to_owned()),
        Cell::Words(owner),
    ]);
    let columns = [
        ("name", Word::FilesSkeletonApprovedBy),
        ("signature", Word::ReportSignature),
        ("reviewed", Word::FilesSkeletonApprovedOn),
    ];
    let mut lines = Table::new(catalogue, "approval", catalogue.word(Word::ReportApproval), columns);
    let is_soa = id.is_some() && id == catalogue.parse_document("doc-soa") && assessment.soa != Soa::default();
    let place = if is_soa { "soa.by" } else { "" };
    let by = writer.filled(&format!("{{{place}?{}}}", catalogue.word(Word::DraftGapApproval)));
    // There is room to write; a column in which nothing stands would be left out.
    let room = || Cell::Words(" ".to_owned());
    lines.rows.push(vec![Cell::Words(format!("{by}\n\n")), room(), room()]);
    let heading = catalogue.word(Word::DraftApproval).to_owned();
    writer.section("draft", heading, vec![Block::Table(versions), Block::Table(lines)]);
}

impl From<DocumentId> for Origin {
    fn from(id: DocumentId) -> Self {
        Self::Item(id.into())
    }
}
