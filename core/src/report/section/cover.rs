//! The cover: who, what for, when, and which assessment exactly.

use crate::assessment::{Assessment, Level, QuoteDetail};
use crate::audits;
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
    let moment = figures::moment(catalogue, &assessment.updated).map_or(Cell::Empty, Cell::Words);
    let reviewed = |id| assessment.documents.get(&catalogue.parse_document(id)?)?.reviewed;
    // What was registered says more than the register of documents and the profile.
    let audit = audits::last_audit(assessment, outcome.today).map(|(_, day)| day);
    // The programme may be looked at before any audit was held.
    let programme = || reviewed("doc-audit-programme").filter(|_| !is_never_audited(catalogue, assessment));
    let review = audits::last_review(assessment, outcome.today).map(|(_, day)| day);
    let registered = u32::try_from(audits::Count::of(assessment, outcome.today).open).ok();
    let registered = registered.filter(|_| !assessment.nonconformities.is_empty());
    let left_out = assessment.left_out();
    let has = |portion| !left_out.contains(portion);
    let (judged, details) = (left_out.supports_findings(), has(Portion::Details));
    let documents = has(Portion::Documents);
    let lacks = if left_out.is_empty() { Cell::Empty } else { Cell::Words(left_out.words(catalogue)) };
    let rows = [
        (judged, Word::ReportStageOneColumn, verdict(Stage::One)),
        (judged, Word::ReportStageTwoColumn, verdict(Stage::Two)),
        (!left_out.is_empty(), Word::ReportExtractLacks, lacks),
        (assessment.example, Word::ReportExample, Cell::Words(catalogue.word(Word::ReportExampleText).to_owned())),
        (true, Word::ReportAssessment, Cell::said(assessment.name(catalogue))),
        (details, Word::ReportSector, Cell::said(&profile.sector)),
        (details, Word::ReportCountry, Cell::said(&profile.country)),
        (details, Word::ReportPeople, number(profile.people)),
        (details && profile.people_full_time.is_some(), Word::ReportPeopleFullTime, number(profile.people_full_time)),
        (details, Word::ReportSites, number(profile.sites)),
        (has(Portion::Contacts), Word::ReportContact, Cell::said(&contact)),
        (has(Portion::Dates), Word::ReportTargetDate, day(profile.target_date)),
        (has(Portion::Contacts), Word::ReportAnsweredBy, Cell::said(&profile.answered_by)),
        (details, Word::ReportOperatingSince, day(profile.operating_since)),
        (documents, Word::ReportLastRiskAssessment, day(reviewed("doc-risk-assessment-results"))),
        (documents || audit.is_some(), Word::ReportLastAudit, day(audit.or_else(programme))),
        (details, Word::ReportAuditCovered, Cell::said(&audits::covered(assessment, outcome.today))),
        (
            documents || review.is_some(),
            Word::ReportLastReview,
            day(review.or_else(|| reviewed("doc-management-review"))),
        ),
        (
            details || registered.is_some(),
            Word::ReportNonconformitiesOpen,
            number(registered.or(profile.nonconformities_open)),
        ),
        (has(Portion::Controls), Word::ReportSoaLine, soa(catalogue, assessment)),
        (true, Word::ReportDate, day(Some(outcome.today))),
        (true, Word::ReportLastChange, moment),
        (true, Word::ReportDigest, Cell::Words(digest.to_owned())),
    ];
    let rows = rows.into_iter().filter(|(borne, ..)| *borne);
    rows.map(|(_, name, cell)| (catalogue.word(name).to_owned(), cell)).collect()
}

/// Whether the answers say that no internal audit was held yet.
fn is_never_audited(catalogue: &Catalogue, assessment: &Assessment) -> bool {
    let audits = catalogue.subclause("9.2.1").map_or(0..0, |index| catalogue.subclauses[index].requirements.clone());
    let levels = || catalogue.requirement_ids_in(audits.clone()).filter_map(|id| assessment.level(id));
    levels().next().is_some() && levels().all(|level| level < Level::Operating)
}

/// Which Statement of Applicability it is, and who approved it when, as far as that was said.
fn soa(catalogue: &Catalogue, assessment: &Assessment) -> Cell {
    let soa = &assessment.soa;
    let (version, by) = (soa.version.trim(), super::soa::approver(catalogue, assessment));
    match soa.approved {
        // The register of documents may say it.
        _ if version.is_empty() => {
            let known = Question::Detail(QuoteDetail::SoaVersion).answer(catalogue, assessment);
            Cell::said(&known.unwrap_or_default())
        }
        Some(day) => {
            let day = figures::date(catalogue, day);
            let word = if by.is_empty() { Word::ReportSoaApprovedOn } else { Word::ReportSoaVersionBy };
            Cell::Words(catalogue.say(word, &[("version", version), ("date", &day), ("by", by)]))
        }
        None => Cell::Words(catalogue.say(Word::ReportSoaVersionOnly, &[("version", version)])),
    }
}
