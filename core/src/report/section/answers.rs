//! Every requirement with its answer, the open ones too.

use super::{Source, evidence_lines, level, without_left_out};
use crate::assessment::Assessment;
use crate::catalogue::{Catalogue, RequirementId, Word};
use crate::extract::Portion;
use crate::report::model::{Block, Cell, Section, Table};
use crate::scoring::Stage;

pub(super) fn write(source: &Source<'_>) -> Option<Section> {
    let catalogue = source.catalogue;
    let mut blocks = vec![Block::Text(source.word(Word::ReportAnswersLead))];
    blocks.extend(source.lacks(&empty(catalogue, "")));
    for clause in &catalogue.clauses {
        let mut table = empty(catalogue, &format!("{} {}", clause.id, clause.title));
        for subclause in &catalogue.subclauses[clause.subclauses.clone()] {
            table.group(format!("{} {}", subclause.id, subclause.title));
            let ids = catalogue.requirement_ids_in(subclause.requirements.clone());
            table.rows.extend(ids.map(|id| row(catalogue, source.assessment, id)));
        }
        blocks.push(source.short(table));
    }
    source.section("answers", Word::ReportAnswers, blocks)
}

/// All answers as one table, with a column for each thing.
pub fn table(catalogue: &Catalogue, assessment: &Assessment) -> Table {
    let mut table = empty(catalogue, catalogue.word(Word::ReportAnswers));
    let left_out = assessment.left_out();
    // An open row would say that nothing was answered.
    if !left_out.contains(Portion::Answers) {
        table.rows.extend(catalogue.requirement_ids().map(|id| row(catalogue, assessment, id)));
    }
    without_left_out(table, left_out)
}

fn empty(catalogue: &Catalogue, caption: &str) -> Table {
    let columns = [
        ("id", Word::ReportRequirement),
        ("title", Word::ReportName),
        ("level", Word::ReportLevel),
        ("evidence", Word::ReportEvidence),
        ("note", Word::ReportNote),
        ("owner", Word::ReportOwner),
        ("due", Word::ReportDue),
    ];
    Table::new(catalogue, "answers", caption, columns)
}

fn row(catalogue: &Catalogue, assessment: &Assessment, id: RequirementId) -> Vec<Cell> {
    let requirement = catalogue.requirement(id);
    let item = assessment.answers.get(&id).map(|answer| answer.item.clone()).unwrap_or_default();
    vec![
        Cell::Words(requirement.id.to_owned()),
        Cell::Words(requirement.title.to_owned()),
        level(catalogue, item.level, requirement.target(Stage::Two, catalogue)),
        Cell::list(&evidence_lines(&item)),
        Cell::said(&item.note),
        Cell::said(&item.owner),
        Cell::date(item.due),
    ]
}
