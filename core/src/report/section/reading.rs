//! How to read the report, and how to check it.

use super::{Source, level_name};
use crate::assessment::Level;
use crate::catalogue::{Catalogue, Kind, Requirement, Word};
use crate::report::model::{Block, Cell, Section, Table};
use crate::target::Stage;

/// Whether a requirement is of a kind.
type IsOfKind = fn(&Requirement, &Catalogue) -> bool;

/// What the table of targets tells apart: each requirement is of one of these kinds.
const KINDS: [(Word, IsOfKind); 5] = [
    (Word::ReportKindDecision, |it, _| {
        !it.is_carried_out_first() && matches!(it.kind, Kind::Decision | Kind::Document)
    }),
    (Word::ReportKindProcess, |it, _| !it.is_carried_out_first() && it.kind == Kind::Process),
    (Word::ReportKindRecord, |it, of| {
        !it.is_carried_out_first() && it.kind == Kind::Record && !it.is_of_audit_or_review(of)
    }),
    (Word::ReportKindReviewRecord, |it, of| it.kind == Kind::Record && it.is_of_audit_or_review(of)),
    (Word::ReportKindRisk, |it, _| it.is_carried_out_first()),
];

pub(super) fn write(source: &Source<'_>) -> Option<Section> {
    let columns = [
        ("kind", Word::ReportKind),
        ("stage-one", Word::ReportStageOneColumn),
        ("stage-two", Word::ReportStageTwoColumn),
    ];
    let mut targets = Table::new(source.catalogue, "targets", source.word(Word::ReportTargetsCaption), columns);
    targets.rows.extend(KINDS.map(|(word, is_of_kind)| {
        let requirements = || source.catalogue.requirements.iter().filter(|it| is_of_kind(it, source.catalogue));
        let target = |stage| {
            let levels = || requirements().map(|it| it.target(stage, source.catalogue));
            let one = levels().next().filter(|one| levels().all(|level| level == *one));
            one.map_or(source.word(Word::ReportTargetAsKind), |level| level_name(source.catalogue, level))
        };
        vec![Cell::Words(source.word(word)), Cell::Words(target(Stage::One)), Cell::Words(target(Stage::Two))]
    }));
    let text = |word| Block::Text(source.word(word));
    let mut blocks = vec![text(Word::ReportReadingLead), Block::Table(levels(source))];
    if source.left_out.supports_readiness() {
        blocks.extend([Block::Table(targets), text(Word::ReportReadingInterval)]);
    }
    if source.left_out.supports_findings() {
        blocks.extend([text(Word::ReportReadingVerdicts), text(Word::ReportReadingFindings)]);
    }
    blocks.extend([
        Block::Heading(source.word(Word::ReportCheck)),
        Block::Check {
            carrying: source.word(Word::ReportCheckLead),
            printed: source.word(Word::ReportCheckPrinted),
            bare: source.word(Word::ReportCheckElsewhere),
        },
        Block::Facts(vec![(source.word(Word::ReportDigest), Cell::Words(source.digest.to_owned()))]),
    ]);
    source.section("reading", Word::ReportReading, blocks)
}

/// What each level means.
pub(super) fn levels(source: &Source<'_>) -> Table {
    let columns = [("level", Word::ReportLevel), ("meaning", Word::ReportMeaning)];
    let mut levels = Table::new(source.catalogue, "levels", source.word(Word::ReportLevelsCaption), columns);
    levels.rows.extend(Level::ALL.map(|level| {
        let meaning = level.meaning(source.catalogue).to_owned();
        vec![Cell::Words(level_name(source.catalogue, level)), Cell::Words(meaning)]
    }));
    levels
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_requirement_is_of_one_kind_in_the_table_of_targets() {
        let catalogue = Catalogue::english();
        for requirement in &catalogue.requirements {
            let kinds = KINDS.iter().filter(|(_, is_of_kind)| is_of_kind(requirement, &catalogue)).count();
            assert_eq!(kinds, 1, "{}", requirement.id);
        }
        // All of a kind have one target for a stage, but for those that are carried out before stage 1.
        for (_, is_of_kind) in &KINDS[..4] {
            for stage in Stage::ALL {
                let mut levels: Vec<_> = catalogue
                    .requirements
                    .iter()
                    .filter(|it| is_of_kind(it, &catalogue))
                    .map(|it| it.target(stage, &catalogue))
                    .collect();
                levels.dedup();
                assert_eq!(levels.len(), 1, "{levels:?}");
            }
        }
    }
}
