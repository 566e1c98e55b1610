//! The whole way of a new person: from the first page to a report that brings everything back.

use e2e::{Browser, journey, json, site};

/// Every requirement of clause 4, by page.
const CLAUSE_4: [(&str, &[&str]); 4] = [
    ("4.1", &["4.1-issues", "4.1-climate"]),
    ("4.2", &["4.2-a", "4.2-b", "4.2-c"]),
    ("4.3", &["4.3-boundaries", "4.3-a", "4.3-b", "4.3-c", "4.3-document"]),
    ("4.4", &["4.4-isms"]),
];
/// Some of each other clause, by page.
const OTHERS: [(&str, &[&str]); 8] = [
    ("5.1", &["5.1-a", "5.1-h"]),
    ("5.2", &["5.2-e"]),
    ("6.1.2", &["6.1.2-a1", "6.1.2-document"]),
    ("6.1.3", &["6.1.3-d-exclusion"]),
    ("7.2", &["7.2-d"]),
    ("8.1", &["8.1-document"]),
    ("9.2.2", &["9.2.2-programme", "9.2.2-document"]),
    ("10.2", &["10.2-f"]),
];
/// What the organisation says about itself, by field.
const PROFILE: [(&str, &str); 9] = [
    ("organisation-name", "Fjord & Söhne Ltd"),
    ("people", "9"),
    ("sites", "2"),
    ("sector", "Marine software"),
    ("country", "IE"),
    ("scope", "Design, operation and support of the \"Pilot\" chart service\nfrom Cork and from home"),
    ("target-date", "2027-06-30"),
    ("contact-name", "Orla Byrne"),
    ("contact-email", "orla@fjord.example"),
];
const EXCLUSIONS: [(&str, &str); 2] = [
    ("A.8.30", "We write all software ourselves; no development is outsourced."),
    ("A.7.12", "We run no cables of our own: both rooms are served by the landlord's network."),
];

journey!(a_new_person_answers_comes_back_and_restores_everything_from_the_report);
async fn a_new_person_answers_comes_back_and_restores_everything_from_the_report(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.start_assessment().await;
    fill_in_the_organisation(browser).await;
    answer_questions(browser).await;
    decide_about_controls(browser).await;
    register_documents(browser).await;
    browser.sees("answered-count", "22").await;
    let before = browser.exported().await;
    says_what_was_typed(&before);

    browser.close().await;
    browser.open_again().await;
    browser.open(&site.address()).await;
    shows_everything(browser).await;
    assert_eq!(browser.exported().await, before, "the same after closing the browser");

    browser.click("preset-everything").await;
    browser.click("download-html").await;
    let report = browser.downloaded(".html").await;
    browser.clear_site_data(&site.address()).await;
    browser.open(&site.address()).await;
    browser.find("start").await;
    assert!(browser.all("continue").await.is_empty(), "nothing is left to go on with");
    browser.go("#/assessments").await;
    browser.find("example-consultancy").await;
    browser.sees_assessments(&[]).await;

    browser.fill("open-file", &report.display().to_string()).await;
    browser.arrives("#/results").await;
    assert_eq!(browser.exported().await, before, "the same after opening the report");
    shows_everything(browser).await;
    browser.reload().await;
    assert_eq!(browser.exported().await, before, "the same after it was stored again");
    assert_eq!(browser.console_errors().await, Vec::<String>::new());
}

async fn fill_in_the_organisation(browser: &Browser) {
    for (field, text) in PROFILE {
        browser.fill(field, text).await;
    }
    for (fact, answer) in [("develops_software", "yes"), ("outsources_development", "no"), ("own_cabling", "no")] {
        browser.click(&format!("fact-{fact}-{answer}")).await;
    }
    browser.saved().await;
}

async fn answer_questions(browser: &Browser) {
    let mut level = 0;
    for (page, items) in CLAUSE_4.into_iter().chain(OTHERS) {
        browser.go(&format!("#/clauses/{page}")).await;
        for item in items {
            browser.answer(item, level % 5).await;
            level += 1;
        }
        let first = items[0];
        browser.explain(first, &note(first), &evidence(first)).await;
        browser.saved().await;
    }
    browser.go("#/clauses/4.4").await;
    browser.find_in("4.4-isms", "answer").await;
    assert_eq!(browser.all("item").await.len(), 1, "4.4 has one item");
}

async fn decide_about_controls(browser: &Browser) {
    browser.go("#/controls").await;
    for (control, justification) in EXCLUSIONS {
        browser.click_in(control, "excluded").await;
        browser.fill_in(control, "justification", justification).await;
    }
    browser.click("accept-suggestions").await;
    browser.find("notice-action").await;
    browser.answer("A.5.1", 3).await;
    browser.explain("A.5.1", &note("A.5.1"), &evidence("A.5.1")).await;
    browser.saved().await;
}

async fn register_documents(browser: &Browser) {
    browser.go("#/documents").await;
    for (document, status) in [("doc-scope", "approved"), ("doc-policy", "draft"), ("doc-soa", "missing")] {
        browser.click_in(document, &format!("status-{status}")).await;
    }
    browser.click_in("doc-scope", "document-open").await;
    browser.fill_in("doc-scope", "reference", "ISMS-01, version 3").await;
    browser.fill_in("doc-scope", "owner", "Orla Byrne").await;
    browser.fill_in("doc-scope", "reviewed", "2026-10-01").await;
    browser.saved().await;
}

/// The export holds what was typed, so that equal exports mean something.
fn says_what_was_typed(file: &e2e::Value) {
    let profile = &file["profile"];
    for (field, name) in [("organisation-name", "organisation"), ("scope", "scope"), ("target-date", "target_date")] {
        let typed = PROFILE.iter().find(|(known, _)| *known == field).map(|(_, text)| *text);
        assert_eq!(profile[name].as_str(), typed);
    }
    assert_eq!((&profile["people"], &profile["sites"]), (&json!(9), &json!(2)));
    assert_eq!(profile["contact"], json!({ "name": "Orla Byrne", "email": "orla@fjord.example" }));
    let facts = json!({ "develops_software": true, "outsources_development": false, "own_cabling": false });
    assert_eq!(profile["facts"], facts);

    let names = ["not_started", "planned", "defined", "operating", "evidenced"];
    let items = CLAUSE_4.into_iter().chain(OTHERS).flat_map(|(_, items)| items);
    for (index, item) in items.enumerate() {
        assert_eq!(file["answers"][item]["level"], names[index % 5], "{item}");
    }
    for (_, items) in CLAUSE_4.into_iter().chain(OTHERS) {
        let answer = &file["answers"][items[0]];
        assert_eq!((&answer["note"], &answer["evidence"]), (&json!(note(items[0])), &json!([evidence(items[0])])));
    }
    for (control, justification) in EXCLUSIONS {
        assert_eq!(file["controls"][control]["decision"], "excluded");
        assert_eq!(file["controls"][control]["justification"], justification);
    }
    let decided = file["controls"].as_object().expect("a list of controls");
    assert!(decided.len() > 50, "the suggestions were accepted: {} are decided", decided.len());
    let scope = json!({ "status": "approved", "reference": "ISMS-01, version 3", "owner": "Orla Byrne", "reviewed": "2026-10-01" });
    assert_eq!(file["documents"]["doc-scope"], scope);
    assert_eq!(file["documents"]["doc-soa"]["status"], "missing");
}

/// The pages show it too, not only the export.
async fn shows_everything(browser: &Browser) {
    browser.sees("answered-count", "22").await;
    browser.go("#/organisation").await;
    for (field, text) in PROFILE {
        browser.sees_value("", field, text).await;
    }
    browser.go("#/clauses/4.3").await;
    for (item, level) in [("4.3-boundaries", 0), ("4.3-a", 1), ("4.3-document", 4)] {
        browser.sees_answer(item, Some(level)).await;
    }
    browser.click_in("4.3-boundaries", "note-open").await;
    browser.sees_value("4.3-boundaries", "note", &note("4.3-boundaries")).await;
    browser.sees_value("4.3-boundaries", "evidence", &evidence("4.3-boundaries")).await;
    browser.go("#/controls").await;
    for (control, justification) in EXCLUSIONS {
        browser.sees_value(control, "justification", justification).await;
    }
    browser.go("#/documents").await;
    browser.sees_value("doc-scope", "reference", "ISMS-01, version 3").await;
}

fn note(item: &str) -> String {
    format!("About {item}: 'reviewed' by <Zoë>, 50 % done; =1+1")
}

fn evidence(item: &str) -> String {
    format!("Register {item} → sheet 2")
}
