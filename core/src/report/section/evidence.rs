//! The files that are named as evidence, with their fingerprints.

use super::Source;
use crate::catalogue::Word;
use crate::evidence::files;
use crate::report::model::{Block, Cell, Section, Table};

pub(super) fn write(source: &Source<'_>) -> Option<Section> {
    let columns = [
        ("name", Word::EvidenceFile),
        ("title", Word::ReportEvidence),
        ("place", Word::EvidenceFor),
        ("size", Word::EvidenceSize),
        ("sha256", Word::EvidenceFingerprint),
    ];
    let mut table = Table::new(source.catalogue, "evidence", source.word(Word::EvidenceFiles), columns);
    table.rows.extend(files(source.assessment).map(|(item, evidence)| {
        vec![
            Cell::said(&evidence.file.name),
            Cell::said(&evidence.what),
            Cell::Words(item.name(source.catalogue).into_owned()),
            evidence.file.size.map_or(Cell::Empty, |size| Cell::Number(size as usize)),
            Cell::Said(evidence.file.sha256.clone()),
        ]
    }));
    if table.rows.is_empty() {
        return None;
    }
    source.section("evidence", Word::EvidenceFiles, vec![source.hint(Word::EvidenceFilesLead), Block::Table(table)])
}
