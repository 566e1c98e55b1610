//! Earlier versions: what was there before a stretch of work, a restoration or a deletion can be had back.

use e2e::{Browser, Value, journey, json, site};
use std::fs;

journey!(what_was_there_before_a_stretch_of_work_can_be_restored);
async fn what_was_there_before_a_stretch_of_work_can_be_restored(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.open_example("consultancy").await;
    let before = browser.exported().await;
    browser.go("#/clauses/4.4").await;
    browser.answer("4.4-isms", 0).await;
    browser.explain("4.4-isms", "Answered by mistake", "None").await;
    browser.saved().await;
    let after = browser.exported().await;
    assert_ne!(before, after);

    browser.go("#/data").await;
    sees_versions(browser, 1).await;
    browser.click("download-version").await;
    let file = browser.downloaded("stage-zero").await;
    let kept: Value = serde_json::from_str(&fs::read_to_string(&file).expect("the file")).expect("JSON");
    fs::remove_file(file).expect("the download can be removed");
    assert_eq!(kept, before, "a version is a file like any other");

    browser.click("restore").await;
    browser.find("notice-action").await;
    assert_eq!(browser.exported().await, before);
    browser.go("#/data").await;
    sees_versions(browser, 2).await;
    browser.click("restore").await;
    browser.find("notice-action").await;
    assert_eq!(browser.exported().await, after, "and so was what it replaced");

    browser.go("#/data").await;
    sees_versions(browser, 2).await;
    browser.click_nth("restore", 1).await;
    browser.click("notice-action").await;
    browser.go("#/clauses/4.4").await;
    browser.sees_answer("4.4-isms", Some(0)).await;
    browser.saved().await;
    browser.reload().await;
    assert_eq!(browser.exported().await, after, "a restoration can be taken back, and that is stored");
}

journey!(a_deleted_assessment_can_be_restored_days_later_until_its_versions_are_removed);
async fn a_deleted_assessment_can_be_restored_days_later_until_its_versions_are_removed(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.start_assessment().await;
    browser.fill("organisation-name", "Phoenix Ltd").await;
    browser.saved().await;
    let before = browser.exported().await;
    browser.go("#/assessments").await;
    browser.deletes("Phoenix Ltd").await;
    browser.find("notice-action").await;
    browser.reload().await;
    browser.go("#/data").await;
    browser.find("versions-of").await;
    browser.click("restore").await;
    browser.find("notice-action").await;
    browser.open_by_title("Phoenix Ltd").await;
    assert_eq!(browser.exported().await, before);

    browser.go("#/assessments").await;
    browser.deletes("Phoenix Ltd").await;
    browser.find("notice-action").await;
    browser.go("#/data").await;
    browser.click("remove-versions").await;
    sees_versions(browser, 0).await;
    browser.click("notice-action").await;
    browser.find("restore").await;
    browser.click("remove-versions").await;
    sees_versions(browser, 0).await;
    browser.reload().await;
    browser.find("backup-none").await;
    sees_versions(browser, 0).await;
}

journey!(only_the_last_ten_versions_are_kept);
async fn only_the_last_ten_versions_are_kept(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.open_example("consultancy").await;
    browser.go("#/clauses/4.4").await;
    for round in 0..12 {
        browser.answer("4.4-isms", round % 5).await;
        browser.saved().await;
        browser.go("#/data").await;
        browser.find("restore").await;
        // The newest: each restoration keeps what it replaces.
        browser.click("restore").await;
        browser.find("notice-action").await;
        browser.go("#/clauses/4.4").await;
        browser.find_in("4.4-isms", "answer").await;
    }
    browser.go("#/data").await;
    sees_versions(browser, 10).await;
}

journey!(removing_everything_leaves_nothing);
async fn removing_everything_leaves_nothing(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.open_example("consultancy").await;
    browser.go("#/clauses/4.4").await;
    browser.answer("4.4-isms", 0).await;
    browser.saved().await;
    let strange = "localStorage.setItem('stage-zero-test', '1'); localStorage.setItem('of-another-site', '1');
        return caches.open('stage-zero-test').then(() => true)";
    browser.eval(strange, &[]).await;
    browser.go("#/data").await;
    browser.find("restore").await;
    browser.eval("window.before = true", &[]).await;
    browser.click("remove-all").await;
    browser.click("remove-all-sure").await;
    browser.becomes("whether the page was loaded again", "return window.before ?? null", &[], &Value::Null).await;
    browser.find("backup-none").await;
    let left = "return (async () => {
        const open = indexedDB.open('stage-zero');
        const database = await new Promise((resolve) => { open.onsuccess = () => resolve(open.result) });
        let records = 0;
        for (const store of database.objectStoreNames) {
            const count = database.transaction(store).objectStore(store).count();
            records += await new Promise((resolve) => { count.onsuccess = () => resolve(count.result) });
        }
        database.close();
        const workers = await navigator.serviceWorker.getRegistrations();
        return [records, Object.keys(localStorage), Object.keys(sessionStorage), await caches.keys(), workers.length];
    })()";
    browser.becomes("what is left", left, &[], &json!([0, ["of-another-site"], [], [], 0])).await;
    // Other visits have the site kept two seconds after their start.
    browser.comes_after(std::time::Duration::from_millis(2_500)).await;
    assert_eq!(browser.eval(left, &[]).await, json!([0, ["of-another-site"], [], [], 0]), "and nothing comes back");

    // What a worker that was being set up has kept meanwhile goes too, once the page that had begun it is gone.
    let late =
        "const policy = window.trustedTypes?.createPolicy('stage-zero-offline', { createScriptURL: (name) => name });
        const script = policy ? policy.createScriptURL('./service.js') : './service.js';
        return navigator.serviceWorker.register(script).then(() => caches.open('stage-zero-late')).then(() => true)";
    browser.eval(late, &[]).await;
    browser.reload().await;
    browser.becomes("what is left", left, &[], &json!([0, ["of-another-site"], [], [], 0])).await;

    // Who has begun again, and goes back to that page, loses nothing by it.
    browser.go("#/").await;
    browser.start_assessment().await;
    browser.eval("localStorage.setItem('stage-zero-test', '1')", &[]).await;
    let back = "if (history.state !== 'removed') history.back(); return [history.state, location.hash]";
    browser.becomes("the page before", back, &[], &json!(["removed", "#/data"])).await;
    browser.find("remove-all").await;
    browser.comes_after(std::time::Duration::from_millis(500)).await;
    assert_eq!(browser.eval("return localStorage.getItem('stage-zero-test')", &[]).await, json!("1"));
}

async fn sees_versions(browser: &Browser, expected: usize) {
    let script = "return document.querySelectorAll('[data-testid=version]').length";
    browser.becomes("the number of versions", script, &[], &json!(expected)).await;
}
