//! The Statement of Applicability as a document of its own: what a certificate refers to, and what a customer asks for.
//! Whoever reads it need not see how ready the organisation is.

use super::{Source, documents, organisation, reading, soa};
use crate::assessment::{Assessment, QuoteDetail};
use crate::catalogue::{Catalogue, Word};
use crate::extract::Portion;
use crate::outcome::Outcome;
use crate::quote::Question;
use crate::report::model::{Block, Cell, Section, Table};

/// What its cover says of it: version and status, from the quote brief and the register of documents.
pub fn cover(catalogue: &Catalogue, assessment: &Assessment) -> Vec<(String, Cell)> {
    let left_out = assessment.left_out();
    let Some(id) = catalogue.parse_document("doc-soa") else { return vec![] };
    let entry = assessment.documents.get(&id).cloned().unwrap_or_default();
    let mut rows = Vec::new();
    // Without evidence, the register's own reference is left out too.
    let is_known = !assessment.profile.quote.soa_version.trim().is_empty() || !left_out.contains(Portion::Evidence);
    let version = Question::Detail(QuoteDetail::SoaVersion).answer(catalogue, assessment).filter(|_| is_known);
    match soa::heading(catalogue, assessment) {
        Some(heading) => rows.extend(heading),
        None => rows.push((Word::FilesSkeletonVersion, Cell::said(&version.unwrap_or_default()))),
    }
    if !left_out.contains(Portion::Documents) {
        rows.push((Word::ReportStatus, documents::status(catalogue, assessment, id)));
        rows.push((Word::ReportReviewed, Cell::date(entry.reviewed)));
    }
    let rows = rows.into_iter().filter(|(_, cell)| *cell != Cell::Empty);
    rows.map(|(word, cell)| (catalogue.word(word).to_owned(), cell)).collect()
}

/// Whether a line of a report's cover is about how ready the organisation is, or said by this one already.
pub fn is_of_readiness(catalogue: &Catalogue, name: &str) -> bool {
    let lines = [
        Word::ReportStageOneColumn,
        Word::ReportStageTwoColumn,
        Word::ReportTargetDate,
        Word::ReportOperatingSince,
        Word::ReportLastRiskAssessment,
        Word::ReportLastAudit,
        Word::ReportAuditCovered,
        Word::ReportLastReview,
        Word::ReportNonconformitiesOpen,
        Word::ReportSoaLine,
    ];
    lines.into_iter().any(|word| catalogue.word(word) == name)
}

/// Its sections: the scope with a place to sign, the statement, and what its levels and risks mean.
pub fn sections(catalogue: &Catalogue, assessment: &Assessment, outcome: &Outcome) -> Vec<Section> {
    let source = Source { catalogue, assessment, outcome, digest: "", left_out: assessment.left_out() };
    let scope = vec![organisation::scope(&source), Block::Table(approval(catalogue, assessment))];
    let mut key = vec![Block::Table(reading::levels(&source))];
    key.extend((!assessment.risks.is_empty()).then(|| Block::Table(risks(catalogue, assessment))));
    let sections = [
        source.section("organisation", Word::ReportScope, scope),
        soa::write(&source),
        source.section("reading", Word::ReportSoaKey, key),
    ];
    sections.into_iter().flatten().collect()
}

/// Lines to sign on, by hand.
fn approval(catalogue: &Catalogue, assessment: &Assessment) -> Table {
    let columns = [
        ("name", Word::FilesSkeletonApprovedBy),
        ("signature", Word::ReportSignature),
        ("reviewed", Word::FilesSkeletonApprovedOn),
    ];
    let mut table = Table::new(catalogue, "approval", catalogue.word(Word::ReportApproval), columns);
    for name in [soa::approver(catalogue, assessment), ""] {
        table.rows.push(vec![Cell::Words(format!("{name}\n\n")), Cell::Empty, Cell::Empty]);
    }
    table
}

fn risks(catalogue: &Catalogue, assessment: &Assessment) -> Table {
    let columns = [("id", Word::ReportRisk), ("title", Word::ReportName)];
    let mut table = Table::new(catalogue, "key", catalogue.word(Word::ReportSoaRisks), columns);
    table
        .rows
        .extend(assessment.risks.iter().map(|(id, risk)| vec![Cell::Words(id.to_string()), Cell::said(&risk.title)]));
    table
}
