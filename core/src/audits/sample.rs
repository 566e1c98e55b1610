//! What an internal audit looks at: a sample by risk, where the evidence is said to be, and who may not audit it.

use super::About;
use crate::assessment::{
    Assessment, AuditResult, Decision, Edit, Evidence, FoundIn, Graded, InternalAudit, Nonconformity, Part, Portion,
    Sample, Sampled, Series,
};
use crate::catalogue::{AuditId, Catalogue, ItemRef, Mandatory, NonconformityId, Word};
use crate::findings::{Finding, Grade};
use std::cmp::Reverse;

/// How many controls a suggested sample has, of those that treat the gravest risks.
const CONTROLS: usize = 8;

/// A sample by risk: of each sub-clause one requirement, first what is likely a finding, else what claims most; then the
/// controls that treat the gravest risks.
pub fn suggest(catalogue: &Catalogue, assessment: &Assessment, findings: &[Finding]) -> Vec<ItemRef> {
    let grade = |item: ItemRef| -> Option<Grade> {
        findings.iter().filter(|finding| finding.items.contains(&item)).map(|finding| finding.grade).min()
    };
    let mut sample: Vec<ItemRef> = Vec::new();
    for subclause in &catalogue.subclauses {
        let stake = |id: &_| {
            let grade = grade(ItemRef::Requirement(*id));
            (grade.is_none(), grade, Reverse(assessment.level(*id)))
        };
        sample
            .extend(catalogue.requirement_ids_in(subclause.requirements.clone()).min_by_key(stake).map(ItemRef::from));
    }
    let mut risks: Vec<_> = assessment
        .risks
        .iter()
        .map(|(id, risk)| (risk.likelihood.unwrap_or(0) * risk.impact.unwrap_or(0), *id))
        .collect();
    risks.sort_by_key(|(level, id)| (Reverse(*level), *id));
    let mut controls: Vec<ItemRef> = Vec::new();
    for (_, risk) in risks {
        let linked = assessment.controls.iter().filter(|(_, entry)| entry.risks.contains(&risk));
        for (control, entry) in linked {
            let applies = matches!(entry.decision, Decision::Applicable { .. });
            if applies && controls.len() < CONTROLS && !controls.contains(&(*control).into()) {
                controls.push((*control).into());
            }
        }
    }
    controls.sort();
    sample.extend(controls);
    sample
}

/// The edit that adds an internal audit with a working paper: what it is measured against, what the management system
/// covers, and a sample by risk. Whoever audits changes what does not fit.
pub fn begin(catalogue: &Catalogue, assessment: &Assessment, findings: &[Finding], id: AuditId) -> Edit {
    let names = suggest(catalogue, assessment, findings).into_iter().map(|item| Sampled::new(item.name(catalogue)));
    let edit = Edit::audit(id);
    Edit::Batch(vec![
        Edit::Add(Part::Audit(id)),
        edit.criteria(catalogue.word(Word::AuditUsual).to_owned()),
        edit.scope(assessment.profile.scope.trim().to_owned()),
        edit.sample(Sample::default().with(names)),
    ])
}

/// What helps to look at an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clues {
    /// What it is about.
    pub item: ItemRef,
    /// What to ask.
    pub question: String,
    /// Where the evidence is said to be, a line each.
    pub evidence: Vec<String>,
    /// Who looks after it; empty if nobody does.
    pub owner: String,
}

/// What helps to look at an item of a sample; `None` where its id is none of this catalogue.
pub fn clues(catalogue: &Catalogue, assessment: &Assessment, id: &str) -> Option<Clues> {
    let Some(About::Item(item)) = About::parse(catalogue, id) else { return None };
    let said = item.entry(assessment).map(|entry| &entry.evidence[..]).unwrap_or_default();
    let mut evidence: Vec<_> = said.iter().filter(|it| it.is_said()).map(Evidence::line).collect();
    let documents = catalogue.document_ids().filter(|id| match item {
        ItemRef::Requirement(requirement) => catalogue.document(*id).about.contains(&requirement),
        ItemRef::Control(control) => catalogue.document(*id).mandatory == Mandatory::WhenApplicable(control),
        item => item == ItemRef::Document(*id),
    });
    for id in documents {
        let reference = assessment.documents.get(&id).map_or("", |entry| entry.reference.trim());
        if !reference.is_empty() {
            evidence.push(format!("{}: {reference}", catalogue.document(id).name));
        }
    }
    let question = match item {
        ItemRef::Requirement(id) => catalogue.requirement(id).question.to_owned(),
        _ => catalogue.word(Word::AuditQuestion).to_owned(),
    };
    Some(Clues { item, question, evidence, owner: item.owner(assessment).unwrap_or_default().to_owned() })
}

/// What of an audit's sample an auditor looks after: nobody can audit their own work. Names are told apart by commas and
/// lines.
pub fn owned_by_auditors(catalogue: &Catalogue, assessment: &Assessment, audit: &InternalAudit) -> Vec<ItemRef> {
    // An extract without names has one word in place of all of them.
    if assessment.left_out().contains(Portion::Owners) {
        return Vec::new();
    }
    let names = |text: &str| -> Vec<String> {
        let names = text.split([',', ';', '/', '&', '\n']).map(str::trim).filter(|name| !name.is_empty());
        names.map(|name| name.chars().map(lower).collect()).collect()
    };
    let auditors = names(&audit.auditors);
    let items = audit.sample.iter().filter_map(|it| Some(clues(catalogue, assessment, &it.item)?.item));
    items
        .filter(|item| item.owner(assessment).is_some_and(|owner| names(owner).iter().any(|it| auditors.contains(it))))
        .collect()
}

/// Whether who audits is independent of the sample, in a sentence; `None` while nobody is named or nothing is chosen.
pub fn independence(catalogue: &Catalogue, assessment: &Assessment, audit: &InternalAudit) -> Option<String> {
    let (owned, all) = (owned_by_auditors(catalogue, assessment, audit).len(), audit.sample.len());
    let counts = [("n", owned.to_string()), ("all", all.to_string())];
    let is_known = !audit.auditors.trim().is_empty() && all > 0 && !assessment.left_out().contains(Portion::Owners);
    let word = if owned == 0 { Word::AuditsOwnsNone } else { Word::AuditsOwned };
    is_known.then(|| catalogue.tell(word, counts))
}

/// A letter in lower case, of those that names in Western Europe have: a table of all weighs 6 kB, and Results would wait
/// for it.
fn lower(letter: char) -> char {
    match letter {
        'À'..='Ö' | 'Ø'..='Þ' => char::from_u32(letter as u32 + 32).unwrap_or(letter),
        _ => letter.to_ascii_lowercase(),
    }
}

/// The grade with which something of a sample comes into the register; `None` where it conforms or was not looked at.
fn graded(result: Option<AuditResult>) -> Option<Graded> {
    match result? {
        AuditResult::Conforms => None,
        AuditResult::Major => Some(Graded::Major),
        AuditResult::Minor => Some(Graded::Minor),
        AuditResult::Opportunity => Some(Graded::Opportunity),
    }
}

/// What a person reads of a result, such as 'Conforms'.
pub fn result_label(catalogue: &Catalogue, result: Option<AuditResult>) -> &'static str {
    result.map_or(catalogue.word(Word::AuditNotLooked), |result| result.label(catalogue))
}

/// Where the register has what an audit found about an item.
pub fn registered(assessment: &Assessment, audit: AuditId, sampled: &Sampled) -> Option<NonconformityId> {
    let is_it = |one: &Nonconformity| {
        one.source == Some(FoundIn::InternalAudit)
            && one.reference.trim() == audit.to_string()
            && one.about == sampled.item
    };
    assessment.nonconformities.iter().find(|(_, one)| is_it(one)).map(|(id, _)| *id)
}

/// The edit that brings what an audit found about an item into the register; `None` where it found nothing, where it is
/// there, or where all numbers are given.
pub fn register(assessment: &Assessment, audit: AuditId, sampled: &Sampled) -> Option<Edit> {
    let (grade, of) = (graded(sampled.result)?, assessment.internal_audits.get(&audit)?);
    if registered(assessment, audit, sampled).is_some() {
        return None;
    }
    let Some(part @ Part::Nonconformity(id)) = assessment.next_of(Series::Nonconformities) else { return None };
    let edit = Edit::nonconformity(id);
    Some(Edit::Batch(vec![
        Edit::Add(part),
        edit.finding(sampled.seen.clone()),
        edit.source(Some(FoundIn::InternalAudit)),
        edit.grade(Some(grade)),
        edit.about(sampled.item.clone()),
        edit.reference(audit.to_string()),
        edit.found(of.date),
        edit.found_by(of.auditors.clone()),
    ]))
}
