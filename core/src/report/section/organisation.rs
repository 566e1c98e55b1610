//! The organisation: its scope, and the facts that the suggestions rest on.

use super::Source;
use crate::catalogue::Word;
use crate::extract::Portion;
use crate::report::model::{Block, Cell, Section, Table};

pub(super) fn write(source: &Source<'_>) -> Option<Section> {
    let columns = [("question", Word::ReportQuestion), ("answer", Word::ReportAnswer)];
    let mut table = Table::new(source.catalogue, "facts", source.word(Word::ReportFactsCaption), columns);
    table.rows.extend(source.catalogue.fact_ids().map(|id| {
        let answer = match source.assessment.facts.get(&id) {
            Some(true) => Word::ReportYes,
            Some(false) => Word::ReportNo,
            None => Word::ReportUnanswered,
        };
        vec![Cell::Words(source.catalogue.fact(id).question.to_owned()), Cell::Words(source.word(answer))]
    }));
    let heading = |word| Block::Heading(source.word(word));
    let mut blocks = vec![heading(Word::ReportScope), scope(source)];
    if !source.left_out.contains(Portion::Details) {
        blocks.extend([heading(Word::ReportFacts), Block::Table(table)]);
    }
    source.section("organisation", Word::ReportOrganisationHeading, blocks)
}

/// The scope statement, or that there is none.
pub(super) fn scope(source: &Source<'_>) -> Block {
    match source.assessment.profile.scope.trim() {
        "" => source.hint(Word::ReportNoScope),
        scope => Block::Said(scope.to_owned()),
    }
}
