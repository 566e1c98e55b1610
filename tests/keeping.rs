//! What a person did stays done: through undo and redo, in the list of assessments, and when the power goes.

use e2e::{Browser, Key, Value, journey, json, site};

journey!(what_was_saved_is_there_after_the_browser_was_killed);
async fn what_was_saved_is_there_after_the_browser_was_killed(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.start_assessment().await;
    browser.fill("organisation-name", "Blackout Ltd").await;
    browser.saved().await;
    browser.kill();
    browser.open_again().await;
    browser.open(&format!("{}#/organisation", site.address())).await;
    browser.sees_value("", "organisation-name", "Blackout Ltd").await;
    for (round, (item, level)) in [("7.2-a", 0), ("7.2-b", 3), ("7.2-c", 4)].into_iter().enumerate() {
        browser.go("#/clauses/7.2").await;
        browser.answer(item, level).await;
        browser.explain(item, &format!("Round {round}"), "Training log").await;
        browser.saved().await;

        browser.kill();
        browser.open_again().await;
        browser.open(&site.address()).await;
        browser.sees("answered-count", &(round + 1).to_string()).await;
        let file = browser.exported().await;
        let answer = &file["answers"][item];
        assert_eq!(
            (&answer["note"], &answer["evidence"]),
            (&json!(format!("Round {round}")), &json!(["Training log"]))
        );
        assert_eq!(file["profile"]["organisation"], "Blackout Ltd");
        browser.go("#/clauses/7.2").await;
        browser.sees_answer(item, Some(level)).await;
    }
}

journey!(changes_are_taken_back_and_made_again);
async fn changes_are_taken_back_and_made_again(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.start_assessment().await;
    browser.go("#/clauses/4.1").await;
    browser.answer("4.1-issues", 1).await;
    browser.answer("4.1-issues", 3).await;
    browser.answer("4.1-climate", 2).await;
    browser.explain("4.1-climate", "Flood risk at the river site", "Context register").await;
    browser.saved().await;
    let done = content(browser.exported().await);

    // Typing in one field is one step; a click on the heading leaves the text fields, where the browser has its own undo.
    browser.go("#/clauses/4.1").await;
    browser.find_in("4.1-issues", "answer").await;
    leave_the_fields(browser).await;
    undo(browser).await;
    undo(browser).await;
    browser.sees_answer("4.1-climate", Some(2)).await;
    undo(browser).await;
    browser.sees_answer("4.1-climate", None).await;
    browser.sees_answer("4.1-issues", Some(3)).await;
    undo(browser).await;
    browser.sees_answer("4.1-issues", Some(1)).await;
    undo(browser).await;
    browser.sees_answer("4.1-issues", None).await;
    browser.saved().await;
    let undone = browser.exported().await;
    assert_eq!(undone["answers"]["4.1-issues"]["level"], Value::Null);
    assert!(undone["answers"]["4.1-climate"]["note"].as_str().unwrap_or_default().is_empty(), "{undone}");

    browser.go("#/clauses/4.1").await;
    browser.find_in("4.1-issues", "answer").await;
    leave_the_fields(browser).await;
    for _ in 0..5 {
        browser.press(&format!("{}{}z", char::from(Key::Control), char::from(Key::Shift))).await;
    }
    browser.sees_answer("4.1-climate", Some(2)).await;
    browser.saved().await;
    assert_eq!(content(browser.exported().await), done);
    browser.reload().await;
    assert_eq!(content(browser.exported().await), done, "and it was stored");
}

journey!(changes_are_taken_back_in_their_order_whichever_page_they_were_made_on);
async fn changes_are_taken_back_in_their_order_whichever_page_they_were_made_on(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.start_assessment().await;
    // The questions are in one program, documents and controls in the other.
    browser.go("#/clauses/4.4").await;
    browser.answer("4.4-isms", 2).await;
    browser.go("#/controls").await;
    browser.click_in("A.5.1", "excluded").await;
    browser.go("#/clauses/4.4").await;
    browser.answer("4.4-isms", 4).await;
    browser.saved().await;
    let done = content(browser.exported().await);

    browser.go("#/controls").await;
    browser.find_in("A.5.1", "excluded").await;
    leave_the_fields(browser).await;
    undo(browser).await;
    undo(browser).await;
    let excluded = "return document.querySelector('[data-item-id=\"A.5.1\"] [data-testid=excluded]').checked";
    browser.becomes("whether A.5.1 is excluded", excluded, &[], &json!(false)).await;
    browser.go("#/clauses/4.4").await;
    browser.sees_answer("4.4-isms", Some(2)).await;
    leave_the_fields(browser).await;
    undo(browser).await;
    browser.sees_answer("4.4-isms", None).await;
    browser.saved().await;
    assert_eq!(browser.exported().await["controls"], json!({}), "nothing is left of a decision that was taken back");

    for _ in 0..3 {
        leave_the_fields(browser).await;
        browser.press(&format!("{}{}z", char::from(Key::Control), char::from(Key::Shift))).await;
    }
    browser.saved().await;
    assert_eq!(content(browser.exported().await), done);
}

journey!(accepted_suggestions_are_taken_back_at_once);
async fn accepted_suggestions_are_taken_back_at_once(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.start_assessment().await;
    browser.go("#/controls").await;
    browser.click_in("A.8.30", "excluded").await;
    browser.fill_in("A.8.30", "justification", "Nobody develops for us.").await;
    browser.saved().await;
    let before = content(browser.exported().await);
    browser.go("#/controls").await;
    browser.click("accept-suggestions").await;
    browser.click("notice-action").await;
    browser.find("accept-suggestions").await;
    browser.saved().await;
    assert_eq!(content(browser.exported().await), before);
}

journey!(assessments_are_created_renamed_duplicated_deleted_and_put_back);
async fn assessments_are_created_renamed_duplicated_deleted_and_put_back(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.start_assessment().await;
    browser.fill("organisation-name", "First Ltd").await;
    browser.go("#/assessments").await;
    browser.click_in_entry("First Ltd", "rename").await;
    // The field has the focus and its text is selected: one types and presses enter.
    browser.find("rename-field").await;
    browser.press(&format!("First{}", char::from(Key::Enter))).await;
    browser.sees_assessments(&["First"]).await;

    browser.start_assessment().await;
    browser.sees_value("", "organisation-name", "").await;
    browser.go("#/clauses/10.1").await;
    browser.answer("10.1-improvement", 2).await;
    browser.saved().await;
    let second = browser.exported().await;
    browser.go("#/assessments").await;
    browser.click_in_entry("First", "duplicate").await;
    browser.sees_assessments(&["First", "First (copy)", "My assessment"]).await;
    assert_eq!(browser.exported().await, second, "the copy is not opened");

    browser.open_by_title("First (copy)").await;
    let copy = browser.exported().await;
    assert_eq!(copy["profile"]["organisation"], "First Ltd");
    browser.go("#/assessments").await;
    browser.deletes("First (copy)").await;
    browser.sees_assessments(&["First", "My assessment"]).await;
    browser.click("notice-action").await;
    browser.sees_assessments(&["First", "First (copy)", "My assessment"]).await;
    assert_eq!(browser.exported().await, copy, "what was open is open again, with all that it had");

    browser.go("#/assessments").await;
    browser.deletes("First").await;
    browser.sees_assessments(&["First (copy)", "My assessment"]).await;
    browser.reload().await;
    browser.sees_assessments(&["First (copy)", "My assessment"]).await;
    browser.open_by_title("My assessment").await;
    assert_eq!(browser.exported().await, second);
}

async fn leave_the_fields(browser: &Browser) {
    browser.eval("document.querySelector('h1').focus()", &[]).await;
}

async fn undo(browser: &Browser) {
    browser.press(&format!("{}z", char::from(Key::Control))).await;
}

/// An export without its moments: taking back and making again are changes too.
fn content(mut file: Value) -> Value {
    file["updated"] = Value::Null;
    for answer in file["answers"].as_object_mut().expect("answers").values_mut() {
        answer["updated"] = Value::Null;
    }
    file
}
