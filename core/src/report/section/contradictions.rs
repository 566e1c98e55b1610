//! Contradictions, and points to check: before the findings, since answers that contradict each other can't be trusted.

use super::Source;
use crate::catalogue::{ItemRef, Word};
use crate::checks::{self, Mismatch};
use crate::report::model::{Block, Cell, Section, Table};

/// How many ids a row names before it says '+4'.
const NAMED: usize = 5;

pub(super) fn write(source: &Source<'_>) -> Option<Section> {
    let outcome = source.outcome;
    let mut blocks = match outcome.contradictions.is_empty() {
        true => vec![Block::Text(source.word(Word::ReportNoContradictions))],
        false => vec![
            Block::Text(source.word(Word::ReportContradictionsLead)),
            Block::Table(table(source, "contradictions", Word::ReportContradictionsCaption, &outcome.contradictions)),
        ],
    };
    if !outcome.points.is_empty() {
        blocks.push(Block::Heading(source.word(Word::ReportPoints)));
        blocks.push(Block::Text(source.word(Word::ReportPointsLead)));
        blocks.push(Block::Table(table(source, "points", Word::ReportPointsCaption, &outcome.points)));
    }
    source.section("contradictions", Word::ReportContradictions, blocks)
}

fn table(source: &Source<'_>, name: &'static str, caption: Word, mismatches: &[Mismatch]) -> Table {
    let (catalogue, assessment) = (source.catalogue, source.assessment);
    let what = if name == "points" { Word::ReportWhy } else { Word::ReportWhatContradicts };
    let columns = [("place", Word::ReportBetween), ("why", what)];
    let mut table = Table::new(catalogue, name, source.word(caption), columns);
    table.rows.extend(mismatches.iter().map(|mismatch| {
        // An id of the standard is a name; a fact and the number of people have only their questions.
        let name = |item: ItemRef| match item {
            ItemRef::Fact(_) | ItemRef::People => item.title(catalogue, assessment).to_owned(),
            item => item.name(catalogue).into_owned(),
        };
        let mut between: Vec<_> = mismatch.between().map(name).collect();
        between.dedup();
        let more = between.len().saturating_sub(NAMED);
        between.truncate(NAMED);
        if more > 0 {
            between.push(source.say(Word::PictureMore, &[("n", &more.to_string())]));
        }
        vec![Cell::Words(between.join("; ")), Cell::Words(checks::why(mismatch, catalogue, assessment))]
    }));
    table
}
