//! The cover: who, what for, when, and which assessment exactly.

use crate::assessment::Assessment;
use crate::catalogue::{Catalogue, Word};
use crate::date::Date;
use crate::extract::Portion;
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
    let day = |date: Option<Date>| date.map_or(Cell::Empty, |date| Cell::Words(figures::date(catalogue, date)));
    let left_out = assessment.left_out();
    let has = |portion| !left_out.contains(portion);
    let (judged, details) = (left_out.bears_findings(), has(Portion::Details));
    let lacks = if left_out.is_empty() { Cell::Empty } else { Cell::Words(left_out.words(catalogue)) };
    let rows = [
        (judged, Word::ReportStageOneColumn, verdict(Stage::One)),
        (judged, Word::ReportStageTwoColumn, verdict(Stage::Two)),
        (!left_out.is_empty(), Word::ReportExtractLacks, lacks),
        (true, Word::ReportAssessment, Cell::said(&assessment.title)),
        (details, Word::ReportSector, Cell::said(&profile.sector)),
        (details, Word::ReportCountry, Cell::said(&profile.country)),
        (details, Word::ReportPeople, number(profile.people)),
        (details, Word::ReportSites, number(profile.sites)),
        (has(Portion::Contacts), Word::ReportContact, Cell::said(&contact)),
        (has(Portion::Dates), Word::ReportTargetDate, day(profile.target_date)),
        (true, Word::ReportDate, day(Some(outcome.today))),
        (true, Word::ReportLastChange, day(assessment.updated.day())),
        (true, Word::ReportDigest, Cell::Words(digest.to_owned())),
    ];
    let rows = rows.into_iter().filter(|(borne, ..)| *borne);
    rows.map(|(_, name, cell)| (catalogue.word(name).to_owned(), cell)).collect()
}
