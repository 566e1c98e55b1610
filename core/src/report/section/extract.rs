//! What an extract lacks, before anything else: a reader must not take it for the whole.

use super::Source;
use crate::catalogue::Word;
use crate::report::model::{Block, Section};

pub(super) fn write(source: &Source<'_>) -> Option<Section> {
    let left_out = source.left_out;
    if left_out.is_empty() {
        return None;
    }
    let missing = left_out.iter().map(|portion| portion.label(source.catalogue).to_owned());
    let mut blocks = vec![Block::Text(source.word(Word::ReportExtractLead)), Block::List(missing.collect())];
    let withheld = [
        (left_out.supports_readiness(), Word::ReportExtractNoReadiness),
        (!left_out.supports_readiness() || left_out.supports_findings(), Word::ReportExtractNoFindings),
        (!left_out.supports_findings() || left_out.supports_contradictions(), Word::ReportExtractNoContradictions),
    ];
    blocks.extend(withheld.into_iter().filter(|(borne, _)| !borne).map(|(_, word)| Block::Text(source.word(word))));
    source.section("extract", Word::ReportExtract, blocks)
}
