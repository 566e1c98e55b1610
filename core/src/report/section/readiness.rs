//! Readiness by clause and by sub-clause, as a picture and as tables.

use super::Source;
use crate::catalogue::Word;
use crate::extract::Portion;
use crate::outcome::PerStage;
use crate::picture::{Bars, controls_heat, intervals, requirements_heat};
use crate::report::model::{Block, Cell, Section, Table};
use crate::scoring::Interval;
use std::ops::Range;

pub(super) fn write(source: &Source<'_>) -> Option<Section> {
    let (catalogue, outcome) = (source.catalogue, source.outcome);
    let overall = || source.word(Word::ReportOverall);
    let name = |id: &str, title: &str| format!("{id} {title}");
    let mut bars = vec![Bars { label: overall(), stages: outcome.readiness }];
    let mut clauses = table(source, Word::ReportClauses, Word::ReportClause);
    clauses.rows.push(row(source, overall(), 0..catalogue.requirements.len(), outcome.readiness));
    for (clause, stages) in catalogue.clauses.iter().zip(&outcome.clauses) {
        let label = name(clause.id, clause.title);
        clauses.rows.push(row(source, label.clone(), catalogue.requirements_of(clause), *stages));
        bars.push(Bars { label, stages: *stages });
    }
    let mut subclauses = table(source, Word::ReportSubclauses, Word::ReportSubclause);
    for (subclause, stages) in catalogue.subclauses.iter().zip(&outcome.subclauses) {
        let label = name(subclause.id, subclause.title);
        subclauses.rows.push(row(source, label, subclause.requirements.clone(), *stages));
    }
    let mut blocks = vec![
        Block::Text(source.word(Word::ReportIntervals)),
        Block::Picture(intervals(catalogue, &bars)),
        Block::Table(clauses),
        Block::Table(subclauses),
    ];
    // The short one first: it has room under the table, while the other takes a page.
    if !source.left_out.contains(Portion::Controls) {
        blocks.push(Block::Heading(source.word(Word::ReportEveryControl)));
        blocks.push(Block::Picture(controls_heat(catalogue, source.assessment)));
    }
    blocks.push(Block::Heading(source.word(Word::ReportEveryRequirement)));
    blocks.push(Block::Picture(requirements_heat(catalogue, source.assessment)));
    source.section("readiness", Word::ReportReadiness, blocks)
}

fn table(source: &Source<'_>, caption: Word, first: Word) -> Table {
    let columns = [
        ("place", first),
        ("answered", Word::ReportAnsweredColumn),
        ("stage-one", Word::ReportStageOneColumn),
        ("stage-two", Word::ReportStageTwoColumn),
    ];
    Table::new(source.catalogue, "readiness", source.word(caption), columns)
}

fn row(source: &Source<'_>, label: String, requirements: Range<usize>, stages: PerStage<Interval>) -> Vec<Cell> {
    let of = requirements.len();
    let ids = source.catalogue.requirement_ids_in(requirements);
    let answered = ids.filter(|id| source.assessment.level(*id).is_some()).count();
    vec![Cell::Words(label), source.count(answered, of), Cell::Interval(stages.one), Cell::Interval(stages.two)]
}
