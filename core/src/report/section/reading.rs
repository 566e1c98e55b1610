//! How to read the report, and how to check it.

use super::{Source, level_name};
use crate::assessment::Level;
use crate::catalogue::Word;
use crate::report::model::{Block, Cell, Section, Table};

pub(super) fn write(source: &Source<'_>) -> Option<Section> {
    let columns = [
        ("kind", Word::ReportKind),
        ("stage-one", Word::ReportStageOneColumn),
        ("stage-two", Word::ReportStageTwoColumn),
    ];
    let mut targets = Table::new(source.catalogue, "targets", source.word(Word::ReportTargetsCaption), columns);
    let kinds = [
        (Word::ReportKindOrdinary, Level::Defined, Level::Operating),
        (Word::ReportKindRecord, Level::Planned, Level::Evidenced),
        (Word::ReportKindReview, Level::Defined, Level::Operating),
        (Word::ReportKindReviewRecord, Level::Defined, Level::Evidenced),
    ];
    targets.rows.extend(kinds.map(|(kind, one, two)| {
        let name = |level| Cell::Words(level_name(source.catalogue, level));
        vec![Cell::Words(source.word(kind)), name(one), name(two)]
    }));
    let text = |word| Block::Text(source.word(word));
    let mut blocks = vec![text(Word::ReportReadingLead), Block::Table(levels(source))];
    if source.left_out.bears_readiness() {
        blocks.extend([Block::Table(targets), text(Word::ReportReadingInterval)]);
    }
    if source.left_out.bears_findings() {
        blocks.extend([text(Word::ReportReadingVerdicts), text(Word::ReportReadingFindings)]);
    }
    blocks.extend([
        Block::Heading(source.word(Word::ReportCheck)),
        Block::Check { carrying: source.word(Word::ReportCheckLead), bare: source.word(Word::ReportCheckElsewhere) },
        Block::Facts(vec![(source.word(Word::ReportDigest), Cell::Words(source.digest.to_owned()))]),
    ]);
    source.section("reading", Word::ReportReading, blocks)
}

/// What each level means.
pub(super) fn levels(source: &Source<'_>) -> Table {
    let columns = [("level", Word::ReportLevel), ("meaning", Word::ReportMeaning)];
    let mut levels = Table::new(source.catalogue, "levels", source.word(Word::ReportLevelsCaption), columns);
    levels.rows.extend(Level::ALL.map(|level| {
        let meaning = level.label(source.catalogue).to_owned();
        vec![Cell::Words(level_name(source.catalogue, level)), Cell::Words(meaning)]
    }));
    levels
}
