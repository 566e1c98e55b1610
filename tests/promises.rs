//! What the page says about what it keeps is true in every browser: how long it lasts, what is there, what a field takes.

use crate::typing::opens;
use e2e::{Browser, Value, copy_folder, dist, journey, json, remove_compressed, serve, site, site_with};
use std::fs;

journey!(a_browser_that_forgets_after_seven_days_is_said_to_and_reminds_of_a_copy_before);
async fn a_browser_that_forgets_after_seven_days_is_said_to_and_reminds_of_a_copy_before(browser: &mut Browser) {
    let (_folder, site) = site_with(
        "const vendor = location.search.includes('other') ? 'Google Inc.' : 'Apple Computer, Inc.';
        Object.defineProperty(navigator, 'vendor', { get: () => vendor });
        if (navigator.storage) navigator.storage.persisted = navigator.storage.persist = async () => false",
    );
    browser.open(&site.address()).await;
    assert!(browser.text("forgets").await.contains("seven days"), "the start page says so");
    browser.start_assessment().await;
    browser.go("#/clauses/4.4").await;
    browser.answer("4.4-isms", 2).await;
    browser.saved().await;
    browser.find("forgets-mark").await;
    browser.click("forgets-mark").await;
    browser.arrives("#/data").await;
    browser.find("persistent").await;
    // No button that can't work: WebKitGTK can't be asked.
    let can_be_asked = browser.eval("return Boolean(navigator.storage)", &[]).await;
    assert_eq!(json!(!browser.all("ask-persistent").await.is_empty()), can_be_asked);
    browser.click("calendar").await;
    let entry = fs::read_to_string(browser.downloaded(".ics").await).expect("the entry can be read");
    assert!(entry.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && entry.contains("INTERVAL=5"), "{entry}");
    assert!(entry.split("\r\n").all(|line| line.len() <= 75), "{entry}");

    // Six days without a copy: time where the browser forgets, and not yet where it does not.
    noted(browser, "taken", -6).await;
    browser.open(&format!("{}?again=1#/results", site.address())).await;
    browser.find("reminder").await;
    browser.open(&format!("{}?other=1#/results", site.address())).await;
    // The first view has a title before there is a program.
    browser.saved().await;
    assert!(browser.all("reminder").await.is_empty() && browser.all("forgets-mark").await.is_empty());
    // A clock that was a year ahead when a copy was taken silences nothing.
    noted(browser, "taken", 365).await;
    noted(browser, "created", -30).await;
    browser.open(&format!("{}?other=2#/results", site.address())).await;
    browser.find("reminder").await;
}

/// Sets what is noted about the open assessment to some days from now.
async fn noted(browser: &Browser, what: &str, days: i64) {
    let script = "const [what, days] = arguments;
        return new Promise((go) => {
            const id = sessionStorage['stage-zero-open'];
            const moment = new Date(Date.now() + days * 86_400_000).toISOString();
            const open = indexedDB.open('stage-zero');
            open.onsuccess = () => {
                const change = open.result.transaction(['assessments', 'settings'], 'readwrite');
                if (what === 'created') {
                    const heads = change.objectStore('assessments');
                    heads.get(id).onsuccess = ({ target }) => heads.put(JSON.stringify({ ...JSON.parse(target.result), created: moment }), id);
                } else change.objectStore('settings').put(moment, `${what}/${id}`);
                change.oncomplete = () => { open.result.close(); go(null) };
            };
        })";
    browser.eval(script, &[json!(what), json!(days)]).await;
}

journey!(who_keeps_nothing_is_told_what_was_kept_before);
async fn who_keeps_nothing_is_told_what_was_kept_before(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.open_example("consultancy").await;
    browser.open_example("manufacturer").await;
    browser.saved().await;
    browser.go("#/").await;
    browser.click("start-unkept").await;
    browser.arrives("#/quick").await;
    browser.go("#/data").await;
    let listed = "return document.querySelectorAll('[data-testid=stored-before] li').length";
    browser.becomes("what was stored before", listed, &[], &json!(2)).await;
    browser.eval("window.before = true; window.onbeforeunload = null", &[]).await;
    browser.click("remove-all").await;
    browser.click("remove-all-sure").await;
    browser.becomes("whether the page was loaded again", "return window.before ?? null", &[], &Value::Null).await;
    browser.go("#/data").await;
    browser.find("backup-none").await;
}

journey!(a_date_is_what_the_person_meant_or_the_field_says_what_is_wrong);
async fn a_date_is_what_the_person_meant_or_the_field_says_what_is_wrong(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.start_assessment().await;
    for (typed, stored) in [("0027-06-01", "2027-06-01"), ("1850-06-01", ""), ("2028-02-29", "2028-02-29")] {
        browser.fill("target-date", typed).await;
        browser.eval("document.querySelector('h1').focus()", &[]).await;
        let wrong = "return document.querySelector('.mistyped')?.textContent.length > 0";
        browser.becomes("whether the field says what is wrong", wrong, &[], &json!(stored.is_empty())).await;
        if !stored.is_empty() {
            browser.sees_value("", "target-date", stored).await;
            browser.saved().await;
            assert_eq!(browser.exported().await["profile"]["target_date"], stored);
            browser.go("#/organisation").await;
            browser.find("target-date").await;
        }
    }
}

journey!(a_day_is_the_person_s_own, only chromium: "its protocol alone sets the time zone");
async fn a_day_is_the_person_s_own(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.start_assessment().await;
    browser.fill("organisation-name", "Around the world").await;
    browser.saved().await;
    let shown = "const form = { day: 'numeric', month: 'long', year: 'numeric' };
        const day = new Date().toLocaleDateString('en-GB', form);
        return document.querySelector('[data-testid=assessment]')?.textContent.includes(day) ?? false";
    // Whenever this runs, it is another day than in UTC in one of the two.
    for zone in ["Pacific/Kiritimati", "Pacific/Pago_Pago"] {
        browser.devtools("Emulation.setTimezoneOverride", json!({ "timezoneId": zone })).await;
        browser.open(&format!("{}?at={zone}#/assessments", site.address())).await;
        browser.becomes(&format!("whether it is the day in {zone}"), shown, &[], &json!(true)).await;
    }
}

journey!(lines_that_are_pasted_become_an_entry_each);
async fn lines_that_are_pasted_become_an_entry_each(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.start_assessment().await;
    browser.go("#/clauses/4.4").await;
    browser.click_in("4.4-isms", "note-open").await;
    browser.find_in("4.4-isms", "evidence").await;
    // A list from elsewhere. An event that a script makes carries its text in Chromium only, so it is copied and pasted.
    let list = "window.confirm = () => true;
        const list = document.createElement('textarea');
        list.id = 'list';
        list.value = Array.from({ length: 60 }, (_, n) => `Record ${n + 1}`).join('\\n');
        document.querySelector('main').append(list);
        list.select()";
    browser.eval(list, &[]).await;
    browser.key_with_control('c').await;
    let field = "document.getElementById('list').remove();
        document.querySelector('[data-item-id=\"4.4-isms\"] [data-testid=evidence]').focus()";
    browser.eval(field, &[]).await;
    browser.key_with_control('v').await;
    browser.sees_value("4.4-isms", "evidence", "Record 1").await;
    browser.saved().await;
    let answer = &browser.exported().await["answers"]["4.4-isms"];
    assert_eq!(answer["evidence"].as_array().map(Vec::len), Some(60), "{}", answer["evidence"]);
    assert_eq!(answer["evidence"][59], "Record 60");
}

journey!(a_text_that_no_file_has_room_for_is_refused_with_the_limit_and_what_was_there_stays);
async fn a_text_that_no_file_has_room_for_is_refused_with_the_limit_and_what_was_there_stays(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.start_assessment().await;
    browser.go("#/clauses/4.4").await;
    browser.click_in("4.4-isms", "note-open").await;
    browser.fill_in("4.4-isms", "note", "What was there").await;
    browser.saved().await;
    // As a paste does it.
    let paste = "const note = document.querySelector('[data-item-id=\"4.4-isms\"] [data-testid=note]');
        note.value = 'x'.repeat(arguments[0]);
        note.dispatchEvent(new InputEvent('input', { bubbles: true }))";
    browser.eval(paste, &[json!(100_001)]).await;
    let refused = browser.text("notice").await;
    assert!(refused.contains("100000") && refused.contains("4.4-isms"), "{refused}");
    assert_eq!(browser.exported().await["answers"]["4.4-isms"]["note"], "What was there");
    browser.go("#/clauses/4.4").await;
    opens(browser, "4.4-isms", "note").await;
    browser.eval(paste, &[json!(100_000)]).await;
    browser.saved().await;
    let note = &browser.exported().await["answers"]["4.4-isms"]["note"];
    assert_eq!(note.as_str().map(str::len), Some(100_000));
}

journey!(a_site_that_its_host_took_away_says_so);
async fn a_site_that_its_host_took_away_says_so(browser: &mut Browser) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    copy_folder(&dist(), folder.path());
    let site = serve(folder.path().to_owned());
    browser.open(&site.address()).await;
    let kept = "return navigator.serviceWorker.controller?.state === 'activated'";
    browser.becomes("kept by the browser", kept, &[], &json!(true)).await;
    assert!(browser.all("gone").await.is_empty());
    for name in ["service.js", "index.html"] {
        let file = folder.path().join(name);
        fs::remove_file(&file).expect("the file can be removed");
        remove_compressed(&file);
    }
    browser.open("about:blank").await;
    browser.open(&site.address()).await;
    assert!(browser.text("gone").await.contains("no longer"), "the page says that it is a copy");
}
