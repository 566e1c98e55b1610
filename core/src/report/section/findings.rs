//! Likely findings by grade, each with why it is there and what would resolve it.

use super::Source;
use crate::catalogue::Word;
use crate::findings::{self, Finding, Grade};
use crate::report::model::{Block, Cell, Section, Table};

pub(super) fn write(source: &Source<'_>) -> Option<Section> {
    let mut blocks = vec![source.hint(Word::ReportFindingsHedge)];
    for grade in Grade::ALL {
        let found: Vec<_> = source.outcome.graded(grade).collect();
        let heading = match grade {
            Grade::Major => Word::ReportMajors,
            Grade::Minor => Word::ReportMinors,
            Grade::Opportunity => Word::ReportOpportunities,
        };
        blocks.push(Block::Heading(source.word(heading)));
        blocks.push(match found.is_empty() {
            true => Block::Text(source.word(Word::ReportNoFindings)),
            false => Block::Table(table(source, grade, &found)),
        });
    }
    source.section("findings", Word::ReportFindings, blocks)
}

fn table(source: &Source<'_>, grade: Grade, found: &[&Finding]) -> Table {
    let (catalogue, assessment) = (source.catalogue, source.assessment);
    let columns = [
        ("place", Word::ReportWhere),
        ("rule", Word::ReportFinding),
        ("why", Word::ReportWhy),
        ("resolve", Word::ReportResolve),
    ];
    let caption = source.say(Word::ReportFindingsCaption, &[("grade", grade.label(catalogue))]);
    let mut table = Table::new(catalogue, "findings", caption, columns);
    table.rows.extend(found.iter().map(|finding| {
        vec![
            Cell::Words(finding.place.title(catalogue)),
            Cell::Words(finding.rule.label(catalogue).to_owned()),
            Cell::Words(findings::why(finding, catalogue, assessment)),
            Cell::Words(findings::resolve(finding, catalogue, assessment)),
        ]
    }));
    table
}
