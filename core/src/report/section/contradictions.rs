//! Contradictions: before the findings, since answers that contradict each other can't be trusted.

use super::Source;
use crate::catalogue::Word;
use crate::contradictions;
use crate::item_ref::ItemRef;
use crate::report::model::{Block, Cell, Section, Table};

/// How many ids a row names before it says '+4'.
const NAMED: usize = 5;

pub(super) fn write(source: &Source<'_>) -> Option<Section> {
    let (catalogue, assessment) = (source.catalogue, source.assessment);
    let found = &source.outcome.contradictions;
    if found.is_empty() {
        let none = Block::Text(source.word(Word::ReportNoContradictions));
        return source.section("contradictions", Word::ReportContradictions, vec![none]);
    }
    let columns = [("place", Word::ReportBetween), ("why", Word::ReportWhatContradicts)];
    let mut table = Table::new(catalogue, "contradictions", source.word(Word::ReportContradictionsCaption), columns);
    table.rows.extend(found.iter().map(|contradiction| {
        // An id of the standard is a name; a fact and the number of people have only their questions.
        let name = |item: ItemRef| match item {
            ItemRef::Fact(_) | ItemRef::People => item.title(catalogue, assessment).to_owned(),
            item => item.name(catalogue).into_owned(),
        };
        let mut between: Vec<_> = contradiction.between().map(name).collect();
        between.dedup();
        let more = between.len().saturating_sub(NAMED);
        between.truncate(NAMED);
        if more > 0 {
            between.push(source.say(Word::PictureMore, &[("n", &more.to_string())]));
        }
        let why = contradictions::why(contradiction, catalogue, assessment);
        vec![Cell::Words(between.join("; ")), Cell::Words(why)]
    }));
    let blocks = vec![Block::Text(source.word(Word::ReportContradictionsLead)), Block::Table(table)];
    source.section("contradictions", Word::ReportContradictions, blocks)
}
