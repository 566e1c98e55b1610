//! The register of documents.

use super::Source;
use crate::assessment::DocumentStatus;
use crate::catalogue::{DocumentId, Mandatory, Word};
use crate::picture;
use crate::report::model::{Block, Cell, Section, Table, Tone};

pub(super) fn write(source: &Source<'_>) -> Option<Section> {
    let columns = [
        ("name", Word::ReportDocument),
        ("place", Word::ReportRequiredBy),
        ("status", Word::ReportStatus),
        ("reference", Word::ReportReference),
        ("owner", Word::ReportOwner),
        ("reviewed", Word::ReportReviewed),
    ];
    let mut table = Table::new(source.catalogue, "documents", source.word(Word::ReportDocumentsCaption), columns);
    table.rows.extend(source.catalogue.document_ids().map(|id| {
        let document = source.catalogue.document(id);
        let entry = source.assessment.documents.get(&id).cloned().unwrap_or_default();
        vec![
            Cell::Words(document.name.to_owned()),
            Cell::Words(document.place.to_owned()),
            status(source, id),
            Cell::said(&entry.reference),
            Cell::said(&entry.owner),
            Cell::date(entry.reviewed),
        ]
    }));
    let mut blocks = vec![
        Block::Text(source.word(Word::ReportDocumentsLead)),
        Block::Picture(picture::documents(source.catalogue, source.assessment, None)),
    ];
    blocks.extend(source.lacks(&table));
    blocks.push(source.short(table));
    source.section("documents", Word::ReportDocuments, blocks)
}

fn status(source: &Source<'_>, id: DocumentId) -> Cell {
    let (tone, word) = match source.assessment.document_status(id) {
        Some(DocumentStatus::Approved) => (Tone::Good, Word::ReportDocumentApproved),
        Some(DocumentStatus::Draft) => (Tone::Fair, Word::ReportDocumentDraft),
        Some(DocumentStatus::Missing) => (Tone::Poor, Word::ReportDocumentMissing),
        None => match source.catalogue.document(id).mandatory {
            Mandatory::WhenApplicable(control) if source.assessment.decision(control).is_excluded() => {
                (Tone::Plain, Word::ReportDocumentUnneeded)
            }
            _ => (Tone::Plain, Word::ReportDocumentOpen),
        },
    };
    Cell::Mark(tone, source.word(word))
}
