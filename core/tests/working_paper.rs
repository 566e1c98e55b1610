//! The working paper of an internal audit: what it looks at, where the evidence is said to be, and who may not look at it.

use crate::common::*;
use readiness::assessment::*;
use readiness::catalogue::{AuditId, RiskId};
use readiness::scoring::Stage;
use readiness::{Assessment, Edit, ItemRef, audits};
use serde_json::json;

fn ia() -> AuditId {
    AuditId::parse("IA1").expect("an id")
}

#[test]
fn a_sample_is_taken_by_risk() {
    let mut it = settled(Stage::Two);
    it.apply(&Edit::answer(requirement("9.2.2-c")).level(Some(Level::NotStarted)), &now());
    let risks = json!({ "risks": [
        { "id": "R1", "likelihood": 1, "impact": 1 }, { "id": "R2", "likelihood": 5, "impact": 5 },
    ] });
    it.risks = assessment(risks).risks;
    let (one, two) = (control("A.5.1"), control("A.8.13"));
    it.apply(&Edit::Link(two, RiskId::parse("R2").expect("an id"), true), &now());
    let sample = audits::suggest(&CATALOGUE, &it, &outcome(&it).findings);
    assert_eq!(
        sample.len(),
        CATALOGUE.subclauses.len() + 1,
        "one of each sub-clause, and the control of the gravest risk"
    );
    assert!(sample.contains(&requirement("9.2.2-c").into()), "what is likely a finding comes first");
    assert!(sample.contains(&two.into()) && !sample.contains(&one.into()));
}

#[test]
fn nobody_audits_their_own_work() {
    let it = audited();
    let owned = audits::owned_by_auditors(&CATALOGUE, &it, &it.internal_audits[&ia()]);
    let scope = CATALOGUE.parse_document("doc-scope").expect("a document");
    assert_eq!(owned, [ItemRef::from(requirement("9.2.2-b")), ItemRef::from(scope)]);
    let outcome = outcome(&it);
    let point = outcome.points.iter().find(|it| it.check.name == "auditor-owns").expect("a point");
    let why = readiness::checks::why(point, &CATALOGUE, &it);
    assert!(why.starts_with("An auditor of IA1 (All) looks after 2 of the items"), "{why}");
    let nameless = it.extract(&CATALOGUE, [Portion::Owners].into_iter().collect());
    assert!(audits::owned_by_auditors(&CATALOGUE, &nameless, &nameless.internal_audits[&ia()]).is_empty());
}

#[test]
fn a_new_audit_comes_with_its_working_paper() {
    let mut it = audited();
    it.apply(&Edit::profile().scope("All of the firm".to_owned()), &now());
    let (id, before) = (AuditId::parse("IA2").expect("an id"), it.clone());
    let undo = it.apply(&audits::begin(&CATALOGUE, &it, &outcome(&it).findings, id), &now());
    let audit = &it.internal_audits[&id];
    assert!(audit.criteria.starts_with("ISO/IEC 27001:2022") && audit.scope == "All of the firm");
    assert!(audit.sample.len() >= CATALOGUE.subclauses.len());
    assert!(
        audit.sample.iter().all(|it| it.result.is_none() && audits::clues(&CATALOGUE, &before, &it.item).is_some())
    );
    it.apply(&undo, &now());
    assert_eq!(it.internal_audits, before.internal_audits);
}

#[test]
fn whether_the_auditor_is_independent_is_one_sentence() {
    let mut it = audited();
    let said = |it: &Assessment| audits::independence(&CATALOGUE, it, &it.internal_audits[&ia()]);
    assert!(said(&it).expect("a sentence").starts_with("Who audits looks after 2 of these 4 items."));
    it.apply(&Edit::audit(ia()).auditors("Ruth Calder".to_owned()), &now());
    assert_eq!(said(&it).as_deref(), Some("Who audits looks after none of these 4 items."));
    it.apply(&Edit::audit(ia()).auditors(String::new()), &now());
    assert_eq!(said(&it), None, "nobody is named");
}

#[test]
fn what_audits_covered_is_told_or_what_the_last_one_says() {
    let line = |it: &Assessment| {
        let report = readiness::Report::new(&CATALOGUE, it, &outcome(it));
        report.cover.iter().find(|(name, _)| name.contains("audit covered")).map(|(_, it)| it.plain(&CATALOGUE, ""))
    };
    let mut it = audited();
    assert_eq!(line(&it).as_deref(), Some("All"));
    it.apply(&Edit::profile().audit_covered("Clauses 4 to 6".to_owned()), &now());
    assert_eq!(line(&it).as_deref(), Some("Clauses 4 to 6"));
}

#[test]
fn an_auditor_is_told_where_the_evidence_is_said_to_be() {
    let it = audited();
    let clues = |id| audits::clues(&CATALOGUE, &it, id);
    let issues = clues("4.1-issues").expect("an item");
    assert_eq!((issues.evidence, issues.owner), (vec!["Minutes of March".to_owned()], "Ada Byron".to_owned()));
    let document = clues("4.3-document").expect("an item").evidence;
    assert!(document.len() == 1 && document[0].ends_with(": Wiki, ISMS-1"), "{document:?}");
    assert_eq!(clues("gone"), None);
}
