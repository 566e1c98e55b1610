//! Review and return: a shared report goes to a reviewer, and their words come back to each item.

use e2e::{Browser, Value, journey, json, site};
use std::fs;
use std::path::PathBuf;

journey!(a_review_goes_out_and_comes_back);
async fn a_review_goes_out_and_comes_back(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.open_example("consultancy").await;
    let before = browser.exported().await;
    browser.click("preset-everything").await;
    browser.click("download-html").await;
    let report = taken(browser, ".html", "report.html").await;

    // The reviewer, on a machine of their own.
    browser.clear_site_data(&site.address()).await;
    browser.open(&site.address()).await;
    browser.go("#/verify").await;
    browser.fill("verify-file", &report.display().to_string()).await;
    browser.click("open-reviewer").await;
    browser.arrives("#/review").await;
    browser.fill("reviewer-name", "Orla Byrne").await;
    browser.click_in("4.1-climate", "mark-disagree").await;
    choose(browser, "4.1-climate", "defined").await;
    browser.fill_in("4.1-climate", "comment", "The minutes of March <b>cover</b> this").await;
    browser.click_in("4.2-a", "mark-question").await;
    browser.fill_in("4.2-a", "comment", "Are insurers among them?").await;
    counts(browser, "0 agreed, 1 question, 1 disagreed").await;
    browser.saved().await;
    let theirs = browser.text("beside").await.replace("With your levels", "With the reviewer’s levels");

    // What they wrote is theirs after a reload, too; the answers are as they were sent.
    browser.reload().await;
    counts(browser, "0 agreed, 1 question, 1 disagreed").await;
    browser.sees_value("4.2-a", "comment", "Are insurers among them?").await;
    browser.click("save-review").await;
    let path = taken(browser, "-review-", "review.json").await;
    let review: Value =
        serde_json::from_str(&fs::read_to_string(&path).expect("the review can be read")).expect("JSON");
    assert_eq!(review["format"], "stage-zero-review");
    assert_eq!(review["about"]["id"], before["id"]);
    assert_eq!(review["remarks"]["answers"]["4.1-climate"]["level"], "defined");
    assert_eq!(browser.exported().await["answers"], before["answers"]);

    // A review is no assessment, and says where it belongs.
    browser.go("#/assessments").await;
    browser.fill("open-file", &path.display().to_string()).await;
    assert!(browser.find("file-problem").await.text().await.expect("text").contains("This is a review"));

    // Back at the organisation.
    browser.clear_site_data(&site.address()).await;
    browser.open(&site.address()).await;
    browser.open_example("consultancy").await;
    browser.go("#/review").await;
    browser.fill("review-file", &path.display().to_string()).await;
    fits(browser, "about exactly the answers").await;
    assert_eq!(browser.all_in("4.1-climate", "their-comment").await.len(), 1);
    assert_eq!(browser.text("beside").await, theirs, "both see the same readiness side by side");
    browser.fill_in("4.2-a", "reply", "Yes, since May").await;
    browser.saved().await;
    assert_eq!(browser.exported().await["answers"], before["answers"], "a review changes no answer");

    // Adopting one changes that answer, and can be taken back and made again.
    browser.go("#/review").await;
    browser.click_in("4.1-climate", "adopt").await;
    fits(browser, "has changed since the review").await;
    browser.click("notice-action").await;
    let now = "return document.querySelector('[data-item-id=\"4.1-climate\"] [data-testid=now]')?.textContent";
    browser.becomes("the answer, taken back", now, &[], &json!("Not started")).await;
    level_is(browser, &before["answers"]["4.1-climate"]["level"]).await;
    browser.go("#/review").await;
    browser.click("adopt-all").await;
    level_is(browser, &json!("defined")).await;

    // The clause page leads to what was said, and the report keeps both sides' words apart.
    browser.go("#/clauses/4.1").await;
    browser.click_in("4.1-climate", "reviewed").await;
    browser.arrives("#/review?item=4.1-climate").await;
    browser.go("#/report").await;
    browser.click("preset-everything").await;
    browser.click("download-html").await;
    let report = fs::read_to_string(taken(browser, ".html", "own.html").await).expect("the report can be read");
    for said in ["Orla Byrne", "The minutes of March &lt;b&gt;cover&lt;/b&gt; this", "Yes, since May"] {
        assert!(report.contains(said), "{said}");
    }
    browser.go("#/report").await;
    browser.click("preset-certification-body").await;
    browser.click("download-html").await;
    let extract = fs::read_to_string(taken(browser, ".html", "extract.html").await).expect("the report can be read");
    assert!(!extract.contains("Orla Byrne"), "a review leaves only if it is chosen");
    assert_eq!(browser.console_errors().await, Vec::<String>::new());
}

journey!(a_review_of_something_else_is_not_taken_for_this);
async fn a_review_of_something_else_is_not_taken_for_this(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.open_example("manufacturer").await;
    browser.go("#/review").await;
    let review = json!({
        "format": "stage-zero-review", "version": 1, "id": "r", "about": { "id": "elsewhere", "title": "Another firm" },
        "reviewer": { "name": "A" }, "remarks": { "answers": { "4.1-issues": { "mark": "agree" }, "11.9-x": { "mark": "agree" } } },
    });
    for (name, content, says) in [
        ("half.json", "{\"format\": \"stage-zero-review\"", "ends too early"),
        ("assessment.json", "{\"format\": \"stage-zero-assessment\"}", "not a review"),
    ] {
        browser.fill("review-file", &browser.written(name, content)).await;
        let problem =
            "return document.querySelector('[data-testid=review-problem]')?.textContent.includes(arguments[0])";
        browser.becomes(&format!("what is wrong with {name}"), problem, &[json!(says)], &json!(true)).await;
    }
    browser.fill("review-file", &browser.written("other.json", review.to_string())).await;
    assert!(browser.find("review-other").await.text().await.expect("text").contains("Another firm"));
    browser.click("review-anyway").await;
    fits(browser, "about another assessment").await;
    assert!(browser.text("received").await.contains("11.9-x"), "what this version does not know is named");
    browser.click("remove-review").await;
    browser.click("notice-action").await;
    fits(browser, "about another assessment").await;
    assert_eq!(browser.console_errors().await, Vec::<String>::new());
}

/// Takes a download out of the browser's folder, so that the next one is not mistaken for it.
async fn taken(browser: &Browser, name: &str, kept: &str) -> PathBuf {
    let path = browser.downloads().with_file_name(kept);
    fs::rename(browser.downloaded(name).await, &path).expect("the download can be moved");
    path
}

async fn choose(browser: &Browser, item: &str, level: &str) {
    let script = "const field = document.querySelector(`[data-item-id=\"${arguments[0]}\"] [data-testid=opinion]`);
        if (!field) return null;
        field.value = arguments[1];
        field.dispatchEvent(new Event('change', { bubbles: true }));
        return field.value";
    browser.becomes("the reviewer's level", script, &[json!(item), json!(level)], &json!(level)).await;
}

async fn counts(browser: &Browser, expected: &str) {
    let script = "return document.querySelector('[data-testid=review-counts]')?.textContent";
    browser.becomes("the counts of the review", script, &[], &json!(expected)).await;
}

async fn fits(browser: &Browser, expected: &str) {
    let script = "return document.querySelector('[data-testid=fit]')?.textContent.includes(arguments[0])";
    browser.becomes("whether it says how the review fits", script, &[json!(expected)], &json!(true)).await;
}

async fn level_is(browser: &Browser, expected: &Value) {
    browser.saved().await;
    assert_eq!(browser.exported().await["answers"]["4.1-climate"]["level"], *expected);
    browser.go("#/review").await;
    browser.find("fit").await;
}
