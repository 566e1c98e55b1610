//! Documents against what is said of them.

use super::*;

#[test]
fn a_document_in_practice_that_is_missing() {
    let with = |level: &str, status: &str| {
        found(
            json!({ "answers": answers(&[("4.3-document", level)]), "documents": { "doc-scope": { "status": status } } }),
        )
    };
    assert_eq!(with("operating", "missing"), ["document-missing: 4.3-document doc-scope"]);
    assert_eq!(with("evidenced", "missing"), ["document-missing: 4.3-document doc-scope"]);
    assert_eq!(with("defined", "missing"), NONE);
    assert_eq!(with("operating", "draft"), NONE);
    // Nothing was said about the document.
    assert_eq!(found(json!({ "answers": answers(&[("4.3-document", "operating")]) })), NONE);
}

#[test]
fn one_contradiction_a_document_names_all_its_requirements() {
    let sections = json!({
        "answers": answers(&[("5.2-a", "operating"), ("5.2-b", "defined"), ("5.2-e", "evidenced")]),
        "documents": { "doc-policy": { "status": "missing" } },
    });
    assert_eq!(found(sections), ["document-missing: 5.2-a 5.2-e doc-policy"]);
}

#[test]
fn an_approved_document_of_which_nothing_exists() {
    let with = |level: &str, status: &str| {
        found(
            json!({ "answers": answers(&[("6.2-g", level)]), "documents": { "doc-objectives": { "status": status } } }),
        )
    };
    assert_eq!(with("not_started", "approved"), ["document-approved: doc-objectives 6.2-g"]);
    assert_eq!(with("planned", "approved"), NONE);
    assert_eq!(with("not_started", "draft"), NONE);
    // The requirement is open.
    assert_eq!(found(json!({ "documents": { "doc-objectives": { "status": "approved" } } })), NONE);
    // One of several is no contradiction: an approved policy may lack a commitment.
    let sections = json!({
        "answers": answers(&[("5.2-a", "operating"), ("5.2-d", "not_started")]),
        "documents": { "doc-policy": { "status": "approved" } },
    });
    assert_eq!(found(sections), NONE);
}

#[test]
fn the_required_documents_exist_but_one_is_missing() {
    let with = |level: &str, document: &str| {
        found(json!({ "answers": answers(&[("7.5.1-a", level)]), "documents": { document: { "status": "missing" } } }))
    };
    assert_eq!(with("operating", "doc-external"), ["documents-required: 7.5.1-a doc-external"]);
    assert_eq!(with("defined", "doc-external"), NONE);
    // The agreements are required only while A.6.6 applies.
    assert_eq!(with("operating", "doc-nda"), NONE);
}

#[test]
fn a_policy_that_reaches_people_but_is_missing() {
    let with = |level: &str, status: &str| {
        found(json!({ "answers": answers(&[("5.2-f", level)]), "documents": { "doc-policy": { "status": status } } }))
    };
    assert_eq!(with("operating", "missing"), ["policy-communicated: 5.2-f doc-policy"]);
    assert_eq!(with("operating", "draft"), NONE);
    assert_eq!(with("defined", "missing"), NONE);
}
