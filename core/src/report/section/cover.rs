//! The cover: who, what for, when, and which assessment exactly.

use crate::assessment::Assessment;
use crate::catalogue::{Catalogue, Word};
use crate::figures;
use crate::outcome::Outcome;
use crate::quote::Question;
use crate::report::model::Cell;
use crate::scoring::Stage;

pub(in crate::report) fn cover(
    catalogue: &Catalogue,
    assessment: &Assessment,
    outcome: &Outcome,
    digest: &str,
) -> Vec<(String, Cell)> {
    let profile = &assessment.profile;
    let number = |number: Option<u32>| number.map_or(Cell::Empty, |number| Cell::Number(number as usize));
    let contact = Question::Contact.answer(catalogue, assessment).unwrap_or_default();
    let verdict = |stage| {
        let readiness = figures::interval(catalogue, *outcome.readiness.get(stage));
        let verdict = outcome.judgement.get(stage).verdict.label(catalogue);
        Cell::Words(catalogue.say(Word::ReportVerdict, &[("verdict", verdict), ("readiness", &readiness)]))
    };
    let rows = [
        (Word::ReportStageOneColumn, verdict(Stage::One)),
        (Word::ReportStageTwoColumn, verdict(Stage::Two)),
        (Word::ReportAssessment, Cell::said(&assessment.title)),
        (Word::ReportSector, Cell::said(&profile.sector)),
        (Word::ReportCountry, Cell::said(&profile.country)),
        (Word::ReportPeople, number(profile.people)),
        (Word::ReportSites, number(profile.sites)),
        (Word::ReportContact, Cell::said(&contact)),
        (Word::ReportTargetDate, Cell::date(profile.target_date)),
        (Word::ReportDate, Cell::Date(outcome.today)),
        (Word::ReportLastChange, Cell::date(assessment.updated.day())),
        (Word::ReportDigest, Cell::Words(digest.to_owned())),
    ];
    rows.into_iter().map(|(name, cell)| (catalogue.word(name).to_owned(), cell)).collect()
}
