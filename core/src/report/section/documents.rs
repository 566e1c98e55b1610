//! The register of documents.

use super::Source;
use crate::assessment::{Assessment, DocumentStatus};
use crate::catalogue::{Catalogue, DocumentId, Word};
use crate::picture;
use crate::report::model::{Block, Cell, Section, Table, Tone};

pub(super) fn write(source: &Source<'_>) -> Option<Section> {
    let table = table(source.catalogue, source.assessment);
    let mut blocks = vec![
        Block::Text(source.word(Word::ReportDocumentsLead)),
        Block::Picture(picture::documents(source.catalogue, source.assessment)),
    ];
    blocks.extend(source.lacks(&table));
    blocks.push(source.short(table));
    source.section("documents", Word::ReportDocuments, blocks)
}

/// The register as a table: a row for each document, in order.
pub fn table(catalogue: &Catalogue, assessment: &Assessment) -> Table {
    let columns = [
        ("name", Word::ReportDocument),
        ("place", Word::ReportRequiredBy),
        ("status", Word::ReportStatus),
        ("reference", Word::ReportReference),
        ("owner", Word::ReportOwner),
        ("reviewed", Word::ReportReviewed),
    ];
    let mut table = Table::new(catalogue, "documents", catalogue.word(Word::ReportDocumentsCaption), columns);
    table.rows.extend(catalogue.document_ids().map(|id| {
        let document = catalogue.document(id);
        let entry = assessment.documents.get(&id).cloned().unwrap_or_default();
        vec![
            Cell::Words(document.name.to_owned()),
            Cell::Words(document.place.to_owned()),
            status(catalogue, assessment, id),
            Cell::said(&entry.reference),
            Cell::said(&entry.owner),
            Cell::date(entry.reviewed),
        ]
    }));
    table
}

pub(super) fn status(catalogue: &Catalogue, assessment: &Assessment, id: DocumentId) -> Cell {
    let tone = match assessment.document_status(id) {
        Some(DocumentStatus::Approved) => Tone::Good,
        Some(DocumentStatus::Draft) => Tone::Fair,
        Some(DocumentStatus::Missing) => Tone::Poor,
        None => Tone::Plain,
    };
    Cell::Mark(tone, assessment.document_state(catalogue, id).to_owned())
}
