//! Every requirement with its answer, the open ones too.

use super::{Source, level};
use crate::assessment::Assessment;
use crate::catalogue::{Catalogue, RequirementId, Word};
use crate::extract::Portion;
use crate::report::model::{Block, Cell, Section, Table};
use crate::scoring::Stage;

pub(super) fn write(source: &Source<'_>) -> Option<Section> {
    let catalogue = source.catalogue;
    let mut blocks = vec![Block::Text(source.word(Word::ReportAnswersLead))];
    let columns = [
        ("id", Word::ReportRequirement),
        ("title", Word::ReportName),
        ("level", Word::ReportLevel),
        ("evidence", Word::ReportEvidenceAndNote),
        ("owner", Word::ReportOwnerAndDue),
    ];
    for clause in &catalogue.clauses {
        let mut table = Table::new(catalogue, "answers", format!("{} {}", clause.id, clause.title), columns);
        for subclause in &catalogue.subclauses[clause.subclauses.clone()] {
            table.group(format!("{} {}", subclause.id, subclause.title));
            for id in catalogue.requirement_ids_in(subclause.requirements.clone()) {
                let [id, title, level, evidence, note, owner, due] = row(catalogue, source.assessment, id);
                table.rows.push(vec![id, title, level, Cell::stack([evidence, note]), Cell::stack([owner, due])]);
            }
        }
        blocks.push(Block::Table(table));
    }
    source.section("answers", Word::ReportAnswers, blocks)
}

/// All answers as one table, with a column for each thing.
pub fn table(catalogue: &Catalogue, assessment: &Assessment) -> Table {
    let columns = [
        ("id", Word::ReportRequirement),
        ("title", Word::ReportName),
        ("level", Word::ReportLevel),
        ("evidence", Word::ReportEvidence),
        ("note", Word::ReportNote),
        ("owner", Word::ReportOwner),
        ("due", Word::ReportDue),
    ];
    let mut table = Table::new(catalogue, "answers", catalogue.word(Word::ReportAnswers), columns);
    // An open row would say that nothing was answered.
    if !assessment.left_out().contains(Portion::Answers) {
        table.rows.extend(catalogue.requirement_ids().map(|id| row(catalogue, assessment, id).into()));
    }
    table
}

fn row(catalogue: &Catalogue, assessment: &Assessment, id: RequirementId) -> [Cell; 7] {
    let requirement = catalogue.requirement(id);
    let item = assessment.answers.get(&id).map(|answer| answer.item.clone()).unwrap_or_default();
    [
        Cell::Words(requirement.id.to_owned()),
        Cell::Words(requirement.title.to_owned()),
        level(catalogue, item.level, requirement.target(Stage::Two, catalogue)),
        Cell::list(&item.evidence),
        Cell::said(&item.note),
        Cell::said(&item.owner),
        Cell::date(item.due),
    ]
}
