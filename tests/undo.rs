//! What was done can be taken back where one works: by buttons that are always there, and from each message that says
//! what was removed or replaced.

use e2e::{Browser, Key, Value, journey, json, site};

journey!(undo_and_redo_are_buttons_that_know_whether_there_is_something_to_do);
async fn undo_and_redo_are_buttons_that_know_whether_there_is_something_to_do(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.find("start").await;
    assert!(browser.all("undo").await.is_empty(), "nothing is open, so nothing can be taken back");
    browser.start_assessment().await;
    can(browser, false, false).await;
    browser.go("#/clauses/4.4").await;
    // The button stays where it is while something is being saved.
    let watch = "window.places = new Set();
        const look = () => {
            const button = document.querySelector('[data-testid=undo]');
            if (button) window.places.add(button.getBoundingClientRect().left);
            requestAnimationFrame(look);
        };
        look()";
    browser.eval(watch, &[]).await;
    browser.answer("4.4-isms", 2).await;
    browser.saved().await;
    browser.becomes("where the button was", "return window.places.size", &[], &json!(1)).await;
    can(browser, true, false).await;
    // The next change is on a page of a later part.
    browser.go("#/controls").await;
    browser.click_in("A.5.1", "excluded").await;
    browser.go("#/clauses/4.4").await;
    browser.click("undo").await;
    can(browser, true, true).await;
    browser.click("undo").await;
    browser.sees_answer("4.4-isms", None).await;
    can(browser, false, true).await;
    browser.click("redo").await;
    browser.sees_answer("4.4-isms", Some(2)).await;
    browser.click("redo").await;
    can(browser, true, false).await;
    browser.saved().await;
    let file = browser.exported().await;
    assert_eq!(file["controls"]["A.5.1"]["decision"], "excluded");
    // The message offers the way back too.
    browser.go("#/clauses/4.4").await;
    browser.click("undo").await;
    browser.click("notice-action").await;
    can(browser, true, false).await;
    browser.reload().await;
    browser.find("undo").await;
    can(browser, false, false).await;
}

journey!(what_is_taken_back_is_named_with_its_place_and_asked_about_where_another_tab_wrote_later);
async fn what_is_taken_back_is_named_with_its_place_and_asked_about_where_another_tab_wrote_later(
    browser: &mut Browser,
) {
    let site = site();
    browser.open(&site.address()).await;
    browser.start_assessment().await;
    browser.go("#/controls/A.5.9").await;
    browser.click_in("A.5.9", "applicable").await;
    browser.click_in("A.5.9", "note-open").await;
    browser.fill_in("A.5.9", "owner", "Ann").await;
    browser.go("#/organisation").await;
    browser.find("organisation-name").await;
    browser.click("undo").await;
    let what = browser.text("notice-link").await;
    assert!(what.starts_with("Owner of A.5.9 ("), "{what}");
    browser.click("notice-link").await;
    browser.arrives("#/controls/A.5.9").await;
    browser.click("redo").await;
    assert_eq!(browser.text("notice-link").await, what);
    browser.saved().await;

    // Another tab writes later, and what it wrote is shown before anything of it is taken back.
    browser.open_in_new_tab(&format!("{}#/controls/A.5.9", site.address())).await;
    browser.click_in("A.5.9", "note-open").await;
    browser.fill_in("A.5.9", "owner", "Bob").await;
    browser.saved().await;
    browser.go_to_tab(0).await;
    browser.go("#/controls/A.5.9").await;
    if browser.all_in("A.5.9", "owner").await.is_empty() {
        browser.click_in("A.5.9", "note-open").await;
    }
    browser.sees_value("A.5.9", "owner", "Bob").await;
    browser.click("undo").await;
    let asks = browser.text("notice").await;
    assert!(asks.contains("Owner of A.5.9") && asks.contains("‘Bob’"), "{asks}");
    browser.sees_value("A.5.9", "owner", "Bob").await;
    browser.click("notice-action").await;
    browser.sees_value("A.5.9", "owner", "").await;
}

journey!(a_removed_risk_comes_back_beside_the_one_that_another_tab_has_made_meanwhile);
async fn a_removed_risk_comes_back_beside_the_one_that_another_tab_has_made_meanwhile(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.start_assessment().await;
    browser.go("#/risks").await;
    adds_a_risk(browser, "R1", "Flood").await;
    browser.open_in_new_tab(&format!("{}#/risks", site.address())).await;
    browser.find_in("R1", "risk-open").await;

    browser.go_to_tab(0).await;
    browser.click_in("R1", "risk-remove").await;
    browser.saved().await;
    browser.go_to_tab(1).await;
    let shown = "return document.querySelectorAll('[data-testid=risk]').length";
    browser.becomes("the number of risks", shown, &[], &json!(0)).await;
    // The number of the one that was removed is not given again.
    adds_a_risk(browser, "R2", "Fire").await;

    browser.go_to_tab(0).await;
    browser.find_in("R2", "risk-open").await;
    browser.click("undo").await;
    browser.sees_value("R1", "risk-title", "Flood").await;
    browser.saved().await;
    browser.go_to_tab(1).await;
    browser.sees_value("R1", "risk-title", "Flood").await;
    browser.sees_value("R2", "risk-title", "Fire").await;
    adds_a_risk(browser, "R3", "Frost").await;
    let titles = |file: Value| -> Vec<_> {
        let risks = file["risks"].as_array().expect("risks").iter();
        risks.map(|risk| format!("{} {}", risk["id"], risk["title"]).replace('"', "")).collect()
    };
    let all = ["R1 Flood", "R2 Fire", "R3 Frost"];
    assert_eq!(titles(browser.exported().await), all);

    // Made again, the removal takes the one risk, and its number is still no other's.
    browser.go_to_tab(0).await;
    browser.go("#/risks").await;
    browser.find_in("R3", "risk-open").await;
    browser.click("redo").await;
    browser.saved().await;
    assert_eq!(titles(browser.exported().await), all[1..]);
    browser.go("#/risks").await;
    adds_a_risk(browser, "R4", "Theft").await;
}

/// Adds a risk, which gets this number.
async fn adds_a_risk(browser: &Browser, number: &str, title: &str) {
    browser.click("add-risk").await;
    browser.fill_in(number, "risk-title", title).await;
    browser.saved().await;
}

/// Begins an assessment, adds a risk and removes it, which a message offers to take back.
async fn removes_a_risk(browser: &mut Browser) {
    browser.start_assessment().await;
    browser.go("#/risks").await;
    browser.click("add-risk").await;
    browser.click("risk-remove").await;
    browser.find("notice-action").await;
}

journey!(a_message_offers_to_take_back_only_the_last_change);
async fn a_message_offers_to_take_back_only_the_last_change(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    removes_a_risk(browser).await;
    // A change on another page comes after it.
    browser.go("#/clauses/4.4").await;
    browser.answer("4.4-isms", 2).await;
    let messages = "return document.querySelectorAll('[data-testid=notice]').length";
    browser.becomes("the number of messages", messages, &[], &json!(0)).await;
}

journey!(a_message_leaves_with_the_page_that_it_is_about);
async fn a_message_leaves_with_the_page_that_it_is_about(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    removes_a_risk(browser).await;
    // Longer than a page changes by itself after what was done there.
    browser.comes_after(std::time::Duration::from_millis(1500)).await;
    assert_eq!(browser.all("notice").await.len(), 1, "what can be taken back stays on its page");
    browser.go("#/controls").await;
    let messages = "return document.querySelectorAll('[data-testid=notice]').length";
    browser.becomes("the number of messages", messages, &[], &json!(0)).await;

    browser.go("#/report").await;
    browser.click("download-assessment").await;
    browser.find("notice").await;
    // Its time rests for whoever is there.
    let time = "return document.querySelector('.passing').getAnimations()[0].playState";
    for (act, goes) in [("focus", "paused"), ("blur", "running")] {
        browser.eval(&format!("document.querySelector('.passing button').{act}()"), &[]).await;
        browser.becomes("the time of the message", time, &[], &json!(goes)).await;
    }
    browser.becomes("the number of messages", messages, &[], &json!(0)).await;
}

journey!(whatever_is_removed_comes_back_from_the_message_that_says_so);
async fn whatever_is_removed_comes_back_from_the_message_that_says_so(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.start_assessment().await;
    browser.go("#/clauses/4.4").await;
    browser.explain("4.4-isms", "", "Handbook").await;
    browser.go("#/controls").await;
    browser.click_in("A.8.30", "excluded").await;
    browser.fill_in("A.8.30", "justification", "Nobody develops for us.").await;
    browser.click("add-own").await;
    browser.go("#/risks").await;
    browser.click("add-risk").await;
    browser.saved().await;
    let before = content(browser.exported().await);

    browser.go("#/risks").await;
    browser.click("risk-open").await;
    browser.click("risk-remove").await;
    taken_back(browser, "[data-testid=risk]", &before).await;
    browser.go("#/controls").await;
    browser.click("own-remove").await;
    taken_back(browser, "[data-testid=own-remove]", &before).await;
    browser.go("#/controls").await;
    browser.click_in("A.8.30", "applicable").await;
    taken_back(browser, "[data-item-id=\"A.8.30\"] [data-testid=excluded]:checked", &before).await;
    browser.go("#/clauses/4.4").await;
    if browser.all("remove-evidence").await.is_empty() {
        browser.click_in("4.4-isms", "note-open").await;
    }
    browser.click_in("4.4-isms", "remove-evidence").await;
    taken_back(browser, "[data-testid=remove-evidence]", &before).await;
}

journey!(a_new_name_a_removed_state_and_the_next_cycle_are_taken_back);
async fn a_new_name_a_removed_state_and_the_next_cycle_are_taken_back(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.start_assessment().await;
    browser.fill("organisation-name", "Larch Ltd").await;
    browser.saved().await;
    browser.go("#/assessments").await;
    browser.click_in_entry("Larch Ltd", "rename").await;
    browser.find("rename-field").await;
    browser.press(&format!("Larch{}", char::from(Key::Enter))).await;
    browser.sees_assessments(&["Larch"]).await;
    browser.click("notice-action").await;
    browser.sees_assessments(&["Larch Ltd"]).await;

    browser.go("#/snapshots").await;
    browser.fill("snapshot-label", "Spring").await;
    browser.click("keep-snapshot").await;
    browser.click("remove-snapshot").await;
    browser.click("notice-action").await;
    browser.find("snapshot").await;
    let before = content(browser.exported().await);
    browser.go("#/snapshots").await;
    browser.click("next-reset").await;
    browser.click("notice-action").await;
    listed(browser, 1).await;
    assert_eq!(content(browser.exported().await), before, "what was open is open again");
    // Left alone, the next cycle stays.
    browser.go("#/snapshots").await;
    browser.click("next-reset").await;
    browser.find("notice-action").await;
    listed(browser, 2).await;
}

/// Waits until the two buttons say whether there is something to take back, and to make again.
async fn can(browser: &Browser, back: bool, forward: bool) {
    let script = "return ['undo', 'redo'].map((id) =>
        document.querySelector(`[data-testid=${id}]`)?.getAttribute('aria-disabled') === 'false')";
    browser.becomes("what can be taken back and made again", script, &[], &json!([back, forward])).await;
}

/// Waits until the list has this number of assessments.
async fn listed(browser: &Browser, number: usize) {
    browser.go("#/assessments").await;
    let script = "return document.querySelectorAll('[data-testid=assessment]').length";
    browser.becomes("the number of assessments", script, &[], &json!(number)).await;
}

/// Waits until something is gone, takes the message at its word, and finds everything as it was.
async fn taken_back(browser: &Browser, gone: &str, before: &Value) {
    let script = "return document.querySelector(arguments[0]) === null";
    browser.becomes(&format!("whether {gone} is gone"), script, &[json!(gone)], &json!(true)).await;
    browser.click("notice-action").await;
    browser.saved().await;
    assert_eq!(content(browser.exported().await), *before);
}

/// An export without its moments: taking back is a change too.
fn content(mut file: Value) -> Value {
    file["updated"] = Value::Null;
    for answer in file["answers"].as_object_mut().expect("answers").values_mut() {
        answer["updated"] = Value::Null;
    }
    file
}
