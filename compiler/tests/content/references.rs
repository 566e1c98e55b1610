//! References that lead nowhere.

use crate::sandbox::Sandbox;

const REQUIREMENTS: &str = "en/requirements/4.3.md";

#[test]
fn a_link_leads_to_an_item() {
    for (link, message) in [
        ("4.3-nowhere", "there is no requirement '4.3-nowhere'"),
        ("A.5.99", "there is no control 'A.5.99'"),
        ("doc-none", "there is no document 'doc-none'"),
        ("learn/nothing", "there is no page 'learn/nothing'"),
    ] {
        Sandbox::whole()
            .replace(REQUIREMENTS, "The cloud is left out.", &format!("See [this]({link})."))
            .has(&[&format!("en/requirements/4.3.md:34: {message}")]);
    }
}

#[test]
fn a_link_is_an_id_or_https() {
    for link in ["http://example.org", "#/documents", "mailto:a@example.org", "javascript:alert(1)", "https://"] {
        let message = format!(
            "en/requirements/4.3.md:34: the link '{link}' leads nowhere: \
             write the id of an item, 'learn/…' or 'https://…'"
        );
        Sandbox::whole()
            .replace(REQUIREMENTS, "The cloud is left out.", &format!("See [this]({link})."))
            .has(&[&message]);
    }
}

#[test]
fn the_items_that_a_requirement_leans_on_exist() {
    Sandbox::whole()
        .replace(REQUIREMENTS, "documents: doc-scope", "documents: doc-none")
        .replace(REQUIREMENTS, "controls: A.5.10 A.5.2", "controls: A.5.10 A.9.9")
        .replace(REQUIREMENTS, "requirements: 4.3-boundaries", "requirements: 4.3-none")
        .has(&[
            "en/requirements/4.3.md:39: there is no document 'doc-none'",
            "en/requirements/4.3.md:40: there is no control 'A.9.9'",
            "en/requirements/4.3.md:41: there is no requirement '4.3-none'",
        ]);
}

#[test]
fn an_item_is_leant_on_once() {
    Sandbox::whole()
        .replace(REQUIREMENTS, "controls: A.5.10 A.5.2", "controls: A.5.2 A.5.2")
        .has(&["en/requirements/4.3.md:40: 'A.5.2' is there twice"]);
}

#[test]
fn the_facts_of_a_control_exist() {
    Sandbox::whole()
        .replace("en/controls/A.5.2.md", "remote_work or", "remote_walk or")
        .has(&["en/controls/A.5.2.md:6: there is no fact 'remote_walk'"]);
}

#[test]
fn the_document_of_a_control_exists() {
    let problems = Sandbox::whole()
        .replace("en/controls/A.5.10.md", "document: doc-acceptable-use", "document: doc-none")
        .problems("en");
    assert!(problems.contains(&"en/controls/A.5.10.md:7: there is no document 'doc-none'".to_owned()), "{problems:?}");
}

#[test]
fn what_a_document_is_about_and_with_what_it_is_mandatory_exists() {
    Sandbox::whole()
        .replace("en/documents/doc-scope.md", "about: 4.3-document", "about: 4.3-none")
        .has(&["en/documents/doc-scope.md:9: there is no requirement '4.3-none'"]);
    let problems = Sandbox::whole()
        .replace("en/documents/doc-acceptable-use.md", "mandatory: A.5.10", "mandatory: A.5.99")
        .problems("en");
    assert!(problems.contains(&"en/documents/doc-acceptable-use.md:5: there is no control 'A.5.99'".to_owned()));
}
