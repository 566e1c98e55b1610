//! What differs, in words.

use super::both::is_absent;
use crate::assessment::{
    Assessment, ControlChange, Decision, DocumentChange, DocumentStatus, Edit, ItemChange, Level, Part, ProfileChange,
    Risk, Scale,
};
use crate::catalogue::{Catalogue, ControlId, Word};
use crate::item_ref::ItemRef;
use crate::quote::Question;
use crate::wording;
use std::collections::BTreeSet;

/// A field that differs between two states.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// The edit that makes it what it is in the one.
    pub before: Edit,
    /// The edit that makes it what it is in the other.
    pub after: Edit,
}

/// All fields that differ between two states, in the order of the standard. What they know of copies is none of them.
pub fn differences(catalogue: &Catalogue, before: &Assessment, after: &Assessment) -> Vec<Difference> {
    let parts: BTreeSet<Part> = before.parts().into_iter().chain(after.parts()).collect();
    let fields = |state: &Assessment, part| state.fields(part, catalogue);
    parts
        .into_iter()
        .flat_map(|part| fields(before, part).into_iter().zip(fields(after, part)))
        .filter(|(before, after)| before != after)
        .map(|(before, after)| Difference { before, after })
        .collect()
}

/// What an edit of one field is about, if it is something that can be pointed at.
pub fn item(edit: &Edit) -> Option<ItemRef> {
    Some(match edit {
        Edit::Answer(id, _) => ItemRef::Requirement(*id),
        Edit::Document(id, _) => ItemRef::Document(*id),
        Edit::Control(id, _) => ItemRef::Control(*id),
        Edit::Custom(id, _) => ItemRef::Control(ControlId::Custom(*id)),
        Edit::Risk(id, _) => ItemRef::Risk(*id),
        Edit::Fact(id, _) => ItemRef::Fact(*id),
        Edit::Profile(ProfileChange::People(_)) => ItemRef::People,
        _ => return None,
    })
}

/// The name of what an edit of one field is about, such as `‘The scope is written down’ (4.3-document)`. Risks and
/// controls of one's own have the name that they have in the first of the states that knows them.
pub fn name(catalogue: &Catalogue, states: &[&Assessment], edit: &Edit) -> String {
    let known = |has: &dyn Fn(&Assessment) -> bool| states.iter().find(|state| has(state)).copied();
    let state = match edit {
        Edit::Risk(id, _) => known(&|state| state.risks.contains_key(id)),
        Edit::Custom(id, _) | Edit::Control(ControlId::Custom(id), _) => {
            known(&|state| state.custom_controls.contains_key(id))
        }
        _ => None,
    };
    let nobody = Assessment::default();
    match (edit, item(edit)) {
        (Edit::Profile(_), _) => catalogue.word(Word::ReportOrganisationHeading).to_owned(),
        (Edit::Rest(_), _) => catalogue.word(Word::MergeUnknown).to_owned(),
        (_, Some(item)) => wording::item(catalogue, state.unwrap_or(&nobody), item),
        (_, None) => catalogue.word(Word::ReportAssessment).to_owned(),
    }
}

/// What an edit of one field says: the name of the field and its value, an empty one where there is none. Records and
/// decisions have several.
pub fn said(catalogue: &Catalogue, edit: &Edit) -> Vec<(String, String)> {
    let word = |word: Word| catalogue.word(word).to_owned();
    let one = |name: Word, value: String| vec![(catalogue.word(name).to_owned(), value)];
    match edit {
        Edit::Title(title) => one(Word::ReportName, title.clone()),
        Edit::Profile(change) => vec![profile(catalogue, change)],
        Edit::Fact(_, fact) => one(Word::ReportAnswer, fact.map(|yes| yes_no(catalogue, yes)).unwrap_or_default()),
        Edit::Answer(_, change) | Edit::Control(_, ControlChange::Item(change)) => vec![item_change(catalogue, change)],
        Edit::Document(_, change) => vec![match change {
            DocumentChange::Status(status) => {
                (word(Word::ReportStatus), status.map(|it| document(catalogue, it)).unwrap_or_default())
            }
            DocumentChange::Reference(text) => (word(Word::ReportReference), text.clone()),
            DocumentChange::Owner(text) => (word(Word::ReportOwner), text.clone()),
            DocumentChange::Reviewed(day) => (word(Word::ReportReviewed), optional(*day)),
        }],
        Edit::Control(_, ControlChange::Risks(risks)) => one(Word::ReportRisksTreated, join(risks)),
        Edit::Control(_, ControlChange::Decision(decision)) => decided(catalogue, decision),
        Edit::Custom(_, control) => {
            let control = control.clone().unwrap_or_default();
            let removed = if is_absent(edit) { word(Word::MergeNotThere) } else { control.name };
            vec![(word(Word::ReportName), removed), (word(Word::OwnSource), control.source)]
        }
        Edit::Risk(_, None) => {
            let mut fields = risk(catalogue, &Risk::default());
            fields[0].1 = word(Word::MergeNotThere);
            fields
        }
        Edit::Risk(_, Some(it)) => risk(catalogue, it),
        Edit::Rest(rest) => one(Word::MergeUnknownField, if rest.is_null() { String::new() } else { rest.to_string() }),
        Edit::Includes(..) | Edit::Review(..) | Edit::Batch(_) => Vec::new(),
    }
}

impl Difference {
    /// What differs: the name of each field, its value in the one and in the other.
    pub fn said(&self, catalogue: &Catalogue) -> Vec<(String, String, String)> {
        let (before, after) = (said(catalogue, &self.before), said(catalogue, &self.after));
        let both = before.into_iter().zip(after).filter(|(before, after)| before != after);
        both.map(|((name, before), (_, after))| (name, before, after)).collect()
    }
}

fn profile(catalogue: &Catalogue, change: &ProfileChange) -> (String, String) {
    use ProfileChange as C;
    let name = match change {
        C::Organisation(_) => Word::OrganisationName,
        C::People(_) => Word::ReportPeople,
        C::Sites(_) => Word::ReportSites,
        C::Sector(_) => Word::ReportSector,
        C::Country(_) => Word::ReportCountry,
        C::Scope(_) => Word::ReportScope,
        C::TargetDate(_) => Word::ReportTargetDate,
        C::ContactName(_) => Word::OrganisationContactName,
        C::ContactEmail(_) => Word::OrganisationContactEmail,
        C::Quote(detail, _) => Question::Detail(*detail).word(),
        C::RiskStep(scale, step, text) => {
            let scale = if *scale == Scale::Likelihood { Word::ReportLikelihood } else { Word::ReportImpact };
            return (format!("{} {step}", catalogue.word(scale)), text.clone());
        }
    };
    let value = match change {
        C::Organisation(text) | C::Sector(text) | C::Country(text) | C::Scope(text) => text.clone(),
        C::ContactName(text) | C::ContactEmail(text) | C::Quote(_, text) | C::RiskStep(.., text) => text.clone(),
        C::People(number) | C::Sites(number) => optional(*number),
        C::TargetDate(day) => optional(*day),
    };
    (catalogue.word(name).to_owned(), value)
}

fn item_change(catalogue: &Catalogue, change: &ItemChange) -> (String, String) {
    let (name, value) = match change {
        ItemChange::Level(level) => (Word::ReportLevel, level.map(|it| level_name(catalogue, it)).unwrap_or_default()),
        ItemChange::Note(text) => (Word::ReportNote, text.clone()),
        ItemChange::Evidence(list) => (Word::ReportEvidence, list.join("\n")),
        ItemChange::Owner(text) => (Word::ReportOwner, text.clone()),
        ItemChange::Due(day) => (Word::ReportDue, optional(*day)),
    };
    (catalogue.word(name).to_owned(), value)
}

fn decided(catalogue: &Catalogue, decision: &Decision) -> Vec<(String, String)> {
    let kind = match decision {
        Decision::Undecided => String::new(),
        Decision::Applicable { .. } => catalogue.word(Word::ReportDecisionApplicable).to_owned(),
        Decision::Excluded { .. } => catalogue.word(Word::ReportDecisionExcluded).to_owned(),
    };
    let reasons: Vec<_> = decision.reasons().iter().map(|reason| reason.label(catalogue)).collect();
    let fields = [
        (Word::ReportDecision, kind),
        (Word::ReportReasons, reasons.join(", ")),
        (Word::ReportJustification, decision.justification().to_owned()),
    ];
    fields.map(|(name, value)| (catalogue.word(name).to_owned(), value)).into()
}

fn risk(catalogue: &Catalogue, risk: &Risk) -> Vec<(String, String)> {
    let treatment = risk.treatment.map(|treatment| treatment.label(catalogue));
    let accepted = if risk.residual_accepted { yes_no(catalogue, true) } else { String::new() };
    let fields = [
        (Word::ReportName, risk.title.clone()),
        (Word::ReportRiskOwner, risk.owner.clone()),
        (Word::ReportLikelihood, optional(risk.likelihood)),
        (Word::ReportImpact, optional(risk.impact)),
        (Word::ReportTreatment, treatment.unwrap_or_default().to_owned()),
        (Word::ReportAccepted, accepted),
    ];
    fields.map(|(name, value)| (catalogue.word(name).to_owned(), value)).into()
}

fn document(catalogue: &Catalogue, status: DocumentStatus) -> String {
    let word = match status {
        DocumentStatus::Missing => Word::ReportDocumentMissing,
        DocumentStatus::Draft => Word::ReportDocumentDraft,
        DocumentStatus::Approved => Word::ReportDocumentApproved,
    };
    catalogue.word(word).to_owned()
}

fn level_name(catalogue: &Catalogue, level: Level) -> String {
    level.label(catalogue).to_owned()
}

fn yes_no(catalogue: &Catalogue, yes: bool) -> String {
    catalogue.word(if yes { Word::ReportYes } else { Word::ReportNo }).to_owned()
}

fn optional(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

fn join(list: &[impl ToString]) -> String {
    list.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}
