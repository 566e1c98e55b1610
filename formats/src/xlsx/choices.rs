//! Columns whose cells hold one of a few words: a list to choose from, and a colour for each word.

use readiness::Catalogue;
use readiness::assessment::{DocumentStatus, Level};
use readiness::catalogue::Word;
use readiness::report::level_name;
use readiness::report::model::Tone;
use readiness::review::Mark;

/// The words that a column of a table may hold, each with its tone; none if any text will do.
pub(super) fn of(catalogue: &Catalogue, kind: &str, column: &str) -> Vec<(String, Tone)> {
    let said =
        |words: &[(Word, Tone)]| words.iter().map(|(word, tone)| (catalogue.word(*word).to_owned(), *tone)).collect();
    match (kind, column) {
        (_, "decision") => said(&[
            (Word::ReportDecisionApplicable, Tone::Good),
            (Word::ReportDecisionExcluded, Tone::Plain),
            (Word::ReportDecisionUndecided, Tone::Poor),
        ]),
        (_, "implemented") => said(&[
            (Word::ReportImplementedYes, Tone::Good),
            (Word::ReportImplementedPartly, Tone::Fair),
            (Word::ReportImplementedNo, Tone::Poor),
            (Word::LevelNameOpen, Tone::Plain),
        ]),
        (_, "level") => {
            let levels = Level::ALL.map(|level| {
                let tone = match level {
                    Level::NotStarted | Level::Planned => Tone::Poor,
                    Level::Defined => Tone::Fair,
                    Level::Operating | Level::Evidenced => Tone::Good,
                };
                (level_name(catalogue, level), tone)
            });
            let open = (catalogue.word(Word::LevelNameOpen).to_owned(), Tone::Plain);
            levels.into_iter().chain([open]).collect()
        }
        ("documents", "status") => said(&[
            (Word::ReportDocumentApproved, Tone::Good),
            (Word::ReportRecordApproved, Tone::Good),
            (Word::ReportDocumentDraft, Tone::Fair),
            (Word::ReportRecordDraft, Tone::Fair),
            (Word::ReportDocumentMissing, Tone::Poor),
            (Word::ReportDocumentOpen, Tone::Plain),
            (Word::ReportDocumentUnneeded, Tone::Plain),
        ]),
        ("notes", "mark") => {
            let tones = [Tone::Good, Tone::Plain, Tone::Poor];
            Mark::ALL.into_iter().map(|it| it.label(catalogue).to_owned()).zip(tones).collect()
        }
        ("notes", "opinion") => {
            let levels = Level::ALL.map(|level| level_name(catalogue, level)).into_iter();
            let states = DocumentStatus::ALL.into_iter().map(|status| status.label(catalogue).to_owned());
            levels.chain(states).map(|word| (word, Tone::Plain)).collect()
        }
        ("risks", "treatment") => said(&[
            (Word::ReportTreatmentModify, Tone::Plain),
            (Word::ReportTreatmentRetain, Tone::Plain),
            (Word::ReportTreatmentAvoid, Tone::Plain),
            (Word::ReportTreatmentShare, Tone::Plain),
        ]),
        ("risks", "accepted") => said(&[(Word::ReportYes, Tone::Good), (Word::ReportNo, Tone::Plain)]),
        _ => vec![],
    }
}
