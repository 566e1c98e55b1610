//! Trouble with the browser's storage: each kind gives a plain state of the page, keeps what is in memory, and offers
//! the download.

use e2e::{Browser, Engine, Value, journey, json, site};
use std::fs;

/// What browsers call private or forbidden: there is no database for us.
async fn works_in_memory(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.start_assessment().await;
    browser.find("storage-trouble").await;
    browser.fill("organisation-name", "Ephemeral Ltd").await;
    browser.go("#/clauses/4.4").await;
    browser.answer("4.4-isms", 3).await;
    browser.sees("answered-count", "1").await;
    let file = taken_away(browser).await;
    assert_eq!(file["profile"]["organisation"], "Ephemeral Ltd");
    assert_eq!(file["answers"]["4.4-isms"]["level"], "operating");
}

journey!(where_sites_may_store_nothing_work_goes_on_in_memory,
    only chromium firefox: "the other driver has no such setting", in e2e::Browser::start_without_storage);
async fn where_sites_may_store_nothing_work_goes_on_in_memory(browser: &mut Browser) {
    works_in_memory(browser).await;
}

journey!(where_the_database_is_forbidden_work_goes_on_in_memory,
    only chromium: "the other drivers have no way to take the database away from a page");
async fn where_the_database_is_forbidden_work_goes_on_in_memory(browser: &mut Browser) {
    let script =
        "Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('', 'SecurityError') } })";
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await;
    works_in_memory(browser).await;
    assert_eq!(browser.console_errors().await, Vec::<String>::new());
}

journey!(when_the_storage_is_full_work_is_kept_in_the_page_until_there_is_room,
    only chromium: "no other browser lets its driver set a site's share of the disk while it runs");
async fn when_the_storage_is_full_work_is_kept_in_the_page_until_there_is_room(browser: &mut Browser) {
    let site = site();
    let origin = site.address().trim_end_matches('/').to_owned();
    let quota = |size: u64| json!({ "origin": origin, "quotaSize": size });
    browser.devtools("Storage.overrideQuotaForOrigin", quota(1)).await;
    browser.open(&site.address()).await;
    browser.start_assessment().await;
    browser.find("storage-trouble").await;
    browser.go("#/clauses/4.4").await;
    browser.answer("4.4-isms", 2).await;
    browser.sees("answered-count", "1").await;
    assert_eq!(taken_away(browser).await["answers"]["4.4-isms"]["level"], "defined");
    browser.answer("4.4-isms", 4).await;
    browser.devtools("Storage.overrideQuotaForOrigin", quota(100_000_000)).await;
    browser.click("try-again").await;
    browser.saved().await;
    browser.reload().await;
    browser.sees_answer("4.4-isms", Some(4)).await;
}

journey!(a_tab_gives_way_to_a_newer_version_of_the_site_and_writes_nothing_more);
async fn a_tab_gives_way_to_a_newer_version_of_the_site_and_writes_nothing_more(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.start_assessment().await;
    browser.go("#/clauses/4.4").await;
    browser.answer("4.4-isms", 1).await;
    browser.saved().await;
    // Another tab, with a page of the same origin, is the newer version: it changes the schema.
    browser.open_in_new_tab(&format!("{}no-such-page", site.address())).await;
    let upgrade = "return new Promise((go, no) => {
        const open = indexedDB.open('stage-zero', 7);
        open.onupgradeneeded = () => open.result.createObjectStore('of-the-future');
        open.onsuccess = () => { open.result.close(); go('changed') };
        open.onerror = open.onblocked = () => no(new Error('the old tab does not give way'));
    })";
    assert_eq!(browser.eval(upgrade, &[]).await, "changed");
    let before = records(browser).await;

    browser.go_to_tab(0).await;
    browser.find("reload").await;
    browser.answer("4.4-isms", 4).await;
    browser.sees("answered-count", "1").await;
    assert_eq!(taken_away(browser).await["answers"]["4.4-isms"]["level"], "evidenced");
    assert_eq!(browser.all("try-again").await.len(), 0, "nothing here writes into the newer schema");
    browser.go_to_tab(1).await;
    assert_eq!(records(browser).await, before, "and nothing has");

    // Old code that comes from a cache finds the newer database.
    browser.go_to_tab(0).await;
    browser.open(&site.address()).await;
    browser.find("reload").await;
}

journey!(a_database_that_never_answers_is_said_so_and_work_goes_on_in_memory);
async fn a_database_that_never_answers_is_said_so_and_work_goes_on_in_memory(browser: &mut Browser) {
    let site = site();
    // A page of the same origin holds an older database and gives way to nobody, so the browser lets the others wait.
    browser.open(&format!("{}no-such-page", site.address())).await;
    let hold = "return new Promise((go, no) => {
        const open = indexedDB.open('stage-zero', 1);
        open.onsuccess = () => { window.held = open.result; go('held') };
        open.onerror = no;
    })";
    assert_eq!(browser.eval(hold, &[]).await, "held");

    browser.open_in_new_tab(&site.address()).await;
    browser.start_assessment().await;
    let said = browser.text("storage-trouble").await;
    assert!(said.contains("does not answer"), "{said}");
    browser.go("#/clauses/4.4").await;
    browser.answer("4.4-isms", 3).await;
    browser.sees("answered-count", "1").await;
    assert_eq!(taken_away(browser).await["answers"]["4.4-isms"]["level"], "operating");

    browser.go_to_tab(0).await;
    browser.eval("window.held.close(); return null", &[]).await;
    browser.go_to_tab(1).await;
    is_stored_at_last(browser).await;
}

journey!(what_is_stored_opens_as_soon_as_the_database_answers_again);
async fn what_is_stored_opens_as_soon_as_the_database_answers_again(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.start_assessment().await;
    browser.fill("organisation-name", "Patience Ltd").await;
    browser.saved().await;
    // A page of the same origin is at changing the database, and in the end does not.
    browser.open(&format!("{}no-such-page", site.address())).await;
    let hold = "const open = indexedDB.open('stage-zero', 99);
        return new Promise((go) => {
            open.onupgradeneeded = () => {
                const store = open.transaction.objectStore('settings');
                const on = () => window.isFree ? open.transaction.abort() : (store.get('').onsuccess = on);
                on();
                go('held');
            };
        })";
    assert_eq!(browser.eval(hold, &[]).await, "held");

    browser.open_in_new_tab(&format!("{}#/organisation", site.address())).await;
    let said = browser.text("storage-trouble").await;
    assert!(said.contains("does not answer"), "{said}");
    assert!(browser.all("save-file").await.is_empty(), "nothing is open that could be downloaded");
    browser.go_to_tab(0).await;
    browser.eval("window.isFree = true", &[]).await;
    browser.go_to_tab(1).await;
    browser.click("try-again").await;
    browser.sees_value("", "organisation-name", "Patience Ltd").await;
    browser.saved().await;
}

journey!(a_damaged_record_is_named_and_hides_nothing_else);
async fn a_damaged_record_is_named_and_hides_nothing_else(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.open_example("consultancy").await;
    let before = browser.exported().await;
    let damage = "const [which] = arguments;
        return new Promise((go, no) => {
            const open = indexedDB.open('stage-zero');
            open.onsuccess = () => {
                const writing = open.result.transaction([which[0]], 'readwrite');
                const store = writing.objectStore(which[0]);
                store.getAllKeys().onsuccess = ({ target }) =>
                    store.put('{\"level\": \"opera', target.result.find((key) => key.endsWith(which[1])));
                writing.oncomplete = () => { open.result.close(); go('damaged') };
                writing.onabort = no;
            };
        })";
    assert_eq!(browser.eval(damage, &[json!(["parts", "/answers/4.2-a"])]).await, "damaged");
    browser.reload().await;
    let notice = browser.text("notice").await;
    assert!(notice.contains("4.2-a"), "it says which: {notice}");
    let mut expected = before.clone();
    expected["answers"].as_object_mut().expect("answers").remove("4.2-a");
    assert_eq!(browser.exported().await, expected);

    // Even where title and moments are damaged, the assessment is listed and can be opened.
    assert_eq!(browser.eval(damage, &[json!(["assessments", ""])]).await, "damaged");
    browser.reload().await;
    browser.go("#/assessments").await;
    browser.find("assessment").await;
    assert_eq!(browser.exported().await["answers"], expected["answers"]);
}

journey!(when_storage_is_cleared_under_an_open_tab_its_work_can_be_stored_again);
async fn when_storage_is_cleared_under_an_open_tab_its_work_can_be_stored_again(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.open_example("consultancy").await;
    browser.go("#/clauses/4.4").await;
    browser.find_in("4.4-isms", "answer").await;
    browser.open_in_new_tab(&format!("{}no-such-page", site.address())).await;
    browser.clear_site_data(&site.address()).await;
    browser.go_to_tab(0).await;
    browser.find("storage-trouble").await;
    browser.answer("4.4-isms", 4).await;
    browser.find("storage-trouble").await;
    let file = taken_away(browser).await;
    assert_eq!(file["answers"]["4.4-isms"]["level"], "evidenced");
    browser.click("try-again").await;
    browser.saved().await;
    browser.reload().await;
    browser.sees_answer("4.4-isms", Some(4)).await;
    assert_eq!(browser.exported().await["answers"], file["answers"]);
}

journey!(a_write_that_the_browser_gives_up_is_not_called_saved);
async fn a_write_that_the_browser_gives_up_is_not_called_saved(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.start_assessment().await;
    browser.go("#/clauses/4.4").await;
    browser.answer("4.4-isms", 1).await;
    browser.saved().await;
    let give_up = "window.begin = IDBDatabase.prototype.transaction;
        IDBDatabase.prototype.transaction = function (...given) {
            const transaction = window.begin.apply(this, given);
            if (given[1] === 'readwrite') {
                transaction.objectStore(given[0][0]).count().onsuccess = () => transaction.abort();
            }
            return transaction;
        }";
    browser.eval(give_up, &[]).await;
    browser.answer("4.4-isms", 3).await;
    browser.find("storage-trouble").await;
    assert_eq!(taken_away(browser).await["answers"]["4.4-isms"]["level"], "operating");
    browser.eval("IDBDatabase.prototype.transaction = window.begin", &[]).await;
    is_stored_at_last(browser).await;
}

journey!(a_session_that_keeps_nothing_leaves_nothing_and_warns_before_it_is_left);
async fn a_session_that_keeps_nothing_leaves_nothing_and_warns_before_it_is_left(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.click("start-unkept").await;
    browser.find("storage-trouble").await;
    // What is told of it stays while a change is tried: nobody clicks beside what has just moved.
    let watch = "const told = document.querySelector('[data-testid=storage-trouble]');
        new MutationObserver(() => { window.wentAway ||= !told.isConnected })
            .observe(document.body, { childList: true, subtree: true })";
    browser.eval(watch, &[]).await;
    browser.go("#/organisation").await;
    browser.fill("organisation-name", "Library Desk Ltd").await;
    browser.go("#/clauses/4.4").await;
    browser.answer("4.4-isms", 3).await;
    browser.sees("answered-count", "1").await;
    assert_eq!(browser.eval("return window.wentAway === true", &[]).await, false, "it stays where it is");
    let leaving = "return !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))";
    assert_eq!(browser.eval(leaving, &[]).await, true, "it would ask before it is left");
    browser.go("#/results").await;
    browser.go("#/organisation").await;
    browser.sees_value("", "organisation-name", "Library Desk Ltd").await;
    // No page says that something is kept.
    browser.go("#/data").await;
    browser.find("download-stored").await;
    for place in ["persistent", "versions", "remove-all"] {
        assert!(browser.all(place).await.is_empty(), "{place} is about what is kept");
    }
    browser.go("#/assessments").await;
    browser.find("unkept").await;
    let file = taken_away(browser).await;
    assert_eq!(file["answers"]["4.4-isms"]["level"], "operating");
    assert_eq!(browser.eval(leaving, &[]).await, false, "what was taken away is not lost");
    assert_eq!(records(browser).await, json!(0));
    let web_storage = "return [Object.keys(localStorage), Object.keys(sessionStorage)]";
    assert_eq!(browser.eval(web_storage, &[]).await, json!([[], []]));
    browser.reload().await;
    browser.find("save-state").await;
    browser.go("#/assessments").await;
    browser.find("start").await;
    browser.sees_assessments(&[]).await;
}

journey!(a_week_of_work_without_a_copy_is_mentioned_once_a_week);
async fn a_week_of_work_without_a_copy_is_mentioned_once_a_week(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.open_example("consultancy").await;
    browser.go("#/clauses/4.4").await;
    browser.answer("4.4-isms", 1).await;
    browser.saved().await;
    let visit = async |expected: usize| {
        browser.reload().await;
        browser.go("#/results").await;
        browser.find("verdict").await;
        records(browser).await;
        let shown = "return document.querySelectorAll('[data-testid=reminder]').length";
        browser.becomes("the number of reminders", shown, &[], &json!(expected)).await;
    };
    visit(0).await;
    // A browser that forgets after a week is spoken of earlier.
    let recent = if browser.engine() == Engine::WebKit { 4 } else { 6 };
    assert_eq!(last_copy_was(browser, recent).await, "set");
    visit(0).await;
    assert_eq!(last_copy_was(browser, 9).await, "set");
    visit(1).await;
    browser.click("reminder-later").await;
    records(browser).await;
    visit(0).await;
    // A report that opens again is a copy, too; one that leaves something out is none.
    for (preset, expected) in [("customer", 1), ("everything", 0)] {
        assert_eq!(last_copy_was(browser, 9).await, "set");
        visit(1).await;
        browser.go("#/report").await;
        browser.click(&format!("preset-{preset}")).await;
        browser.click("download-pdf").await;
        let file = browser.downloaded(".pdf").await;
        std::fs::remove_file(file).expect("the download can be removed");
        records(browser).await;
        visit(expected).await;
    }
    assert_eq!(last_copy_was(browser, 9).await, "set");
    visit(1).await;
    browser.click("reminder-take").await;
    browser.downloaded(".json").await;
    records(browser).await;
    visit(0).await;
}

/// Moves the last copy and the last reminder to some days ago.
async fn last_copy_was(browser: &Browser, days: u32) -> Value {
    let script = "const [days] = arguments;
        return new Promise((go, no) => {
            const open = indexedDB.open('stage-zero');
            open.onsuccess = () => {
                const writing = open.result.transaction('settings', 'readwrite');
                const settings = writing.objectStore('settings');
                const moment = new Date(Date.now() - days * 86_400_000).toISOString();
                settings.getAllKeys().onsuccess = ({ target }) => target.result
                    .filter((key) => /^(taken|reminded)/.test(key)).forEach((key) => settings.put(moment, key));
                writing.oncomplete = () => { open.result.close(); go('set') };
                writing.onabort = no;
            };
        })";
    browser.eval(script, &[json!(days)]).await
}

/// The open assessment, as the button beside the trouble hands it over.
async fn taken_away(browser: &Browser) -> Value {
    browser.click("save-file").await;
    let file = browser.downloaded(".json").await;
    let text = fs::read_to_string(&file).expect("the download can be read");
    fs::remove_file(&file).expect("the download can be removed");
    serde_json::from_str(&text).expect("it is JSON")
}

/// Everything in the database, as one text for each assessment and part; 0 if there is nothing.
async fn records(browser: &Browser) -> Value {
    let script = "return new Promise((go, no) => {
        const open = indexedDB.open('stage-zero');
        open.onsuccess = () => {
            // Settings too, so that it comes after what is written there just now.
            const reading = open.result.transaction(['assessments', 'parts', 'settings']);
            const all = ['assessments', 'parts'].map((store) => reading.objectStore(store).getAll());
            reading.oncomplete = () => {
                const found = all.flatMap((request) => request.result);
                open.result.close();
                go(found.length ? found : 0);
            };
        };
        open.onerror = no;
    })";
    browser.eval(script, &[]).await
}

/// Tried again, the answer that could not be stored is.
async fn is_stored_at_last(browser: &Browser) {
    browser.click("try-again").await;
    browser.saved().await;
    browser.reload().await;
    browser.sees_answer("4.4-isms", Some(3)).await;
}
