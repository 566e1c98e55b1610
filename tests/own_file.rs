//! A file of the person's own that the page writes: every change is in it, what others write into it is taken in or asked
//! about, and nothing is written without permission.

use crate::guards::COUNT_WORKERS;
use e2e::{Browser, Value, journey, json, site_with};

/// A picker that gives a file of the browser's own folder for the site, and a browser that asks again for permission.
const PICKER: &str = "window.showSaveFilePicker = async () =>
        (await navigator.storage.getDirectory()).getFileHandle('acme.json', { create: true });
    FileSystemHandle.prototype.queryPermission = async () => (sessionStorage.asleep ? 'prompt' : 'granted');
    FileSystemHandle.prototype.requestPermission = async () => {
        delete sessionStorage.asleep;
        return 'granted';
    };
    window.inFile = async () => {
        const handle = await window.showSaveFilePicker();
        return JSON.parse((await (await handle.getFile()).text()) || 'null');
    };
    window.elsewhere = async (sector, more) => {
        const file = await window.inFile();
        file.profile.sector = sector;
        if (more) file.more = Array(more).fill(Array(1000).fill(0));
        const stream = await (await window.showSaveFilePicker()).createWritable();
        await stream.write(JSON.stringify(file));
        await stream.close();
        dispatchEvent(new Event('focus'));
    };";

journey!(every_change_is_in_the_person_s_own_file_and_what_others_write_there_is_not_overwritten,
    only chromium: "no other browser lets a page write a file");
async fn every_change_is_in_the_person_s_own_file_and_what_others_write_there_is_not_overwritten(
    browser: &mut Browser,
) {
    let (_folder, site) = site_with(PICKER);
    follows_in_own_file(browser, &site.address()).await;
    holds(browser, "organisation", &json!("Acme")).await;
    assert_eq!(in_file(browser).await, browser.exported().await);

    // Somebody else writes something that nobody here has touched: it comes in by itself.
    browser.go("#/organisation").await;
    browser.eval("return window.elsewhere('Software')", &[]).await;
    browser.sees_value("", "sector", "Software").await;
    browser.sees("own-file-mark", "here and in acme.json").await;
    assert_eq!(in_file(browser).await, browser.exported().await);

    // Both write the same: the file stays as it is until the person has decided.
    browser.go("#/organisation").await;
    browser.find("sector").await;
    browser.eval("return window.elsewhere('Farming').then(() => { window.isElsewhere = true })", &[]).await;
    browser.sees_value("", "sector", "Farming").await;
    browser.fill("sector", "Mining").await;
    browser.eval("return window.elsewhere('Fishing')", &[]).await;
    browser.click("own-file-asks").await;
    browser.arrives("#/colleagues").await;
    holds(browser, "sector", &json!("Fishing")).await;
    browser.click("take-yours").await;
    browser.click("bring-in").await;
    browser.sees("own-file-mark", "here and in acme.json").await;
    holds(browser, "sector", &json!("Mining")).await;

    // After a restart the browser asks again: until then nothing is written.
    browser.eval("sessionStorage.asleep = '1'", &[]).await;
    browser.reload().await;
    browser.find("own-file-allow").await;
    browser.go("#/organisation").await;
    browser.fill("sector", "Baking").await;
    browser.saved().await;
    holds(browser, "sector", &json!("Mining")).await;
    browser.click("own-file-allow").await;
    browser.sees("own-file-mark", "here and in acme.json").await;
    holds(browser, "sector", &json!("Baking")).await;

    // What is no assessment is left as it is.
    browser
        .eval(
            "return window.showSaveFilePicker().then(async (handle) => {
        const stream = await handle.createWritable();
        await stream.write('[\"a shopping list\"]');
        await stream.close();
        dispatchEvent(new Event('focus'));
    })",
            &[],
        )
        .await;
    browser.click("own-file-trouble").await;
    browser.find("own-file-state").await;
    assert_eq!(in_file(browser).await, json!(["a shopping list"]));
    browser.click("own-file-stop").await;
    let marks = "return document.querySelectorAll('[data-testid^=own-file-]').length";
    browser.becomes("what is left of it", marks, &[], &json!(1)).await;
}

journey!(what_somebody_has_written_at_length_is_read_beside_the_page_and_can_be_stopped,
    only chromium: "no other browser lets a page write a file");
async fn what_somebody_has_written_at_length_is_read_beside_the_page_and_can_be_stopped(browser: &mut Browser) {
    let (_folder, site) = site_with(PICKER);
    follows_in_own_file(browser, &site.address()).await;
    browser.eval(COUNT_WORKERS, &[]).await;
    browser.eval("return window.elsewhere('Farming', 100)", &[]).await;
    browser.click("own-file-stop-reading").await;
    browser.sees("own-file-allow", "Read acme.json again").await;

    // What was not read is not written over.
    browser.go("#/organisation").await;
    browser.sees_value("", "sector", "").await;
    browser.fill("organisation-name", "Acme Ltd").await;
    browser.saved().await;
    browser.eval("dispatchEvent(new Event('focus'))", &[]).await;
    browser.sees("own-file-allow", "Read acme.json again").await;
    holds(browser, "organisation", &json!("Acme")).await;

    browser.click("own-file-allow").await;
    browser.sees_value("", "sector", "Farming").await;
    browser.sees("own-file-mark", "here and in acme.json").await;
    browser.becomes("how many were started", "return window.started", &[], &json!(2)).await;
    let file = in_file(browser).await;
    assert_eq!(file, browser.exported().await);
    assert_eq!((&file["profile"]["organisation"], &file["more"][99][999]), (&json!("Acme Ltd"), &json!(0)));
    assert_eq!(browser.console_errors().await, Vec::<String>::new());
}

async fn in_file(browser: &Browser) -> Value {
    browser.eval("return window.inFile()", &[]).await
}

/// Waits until a field of the profile in the file holds something.
async fn holds(browser: &Browser, field: &str, expected: &Value) {
    let script = "return window.inFile().then((file) => file?.profile?.[arguments[0]] ?? null)";
    browser
        .becomes(
            &format!("'{field}' in the file"),
            &script.replace("arguments[0]", &format!("'{field}'")),
            &[],
            expected,
        )
        .await;
}

/// Begins an assessment of Acme that a file of the person's own follows.
async fn follows_in_own_file(browser: &Browser, address: &str) {
    browser.open(address).await;
    browser.start_assessment().await;
    browser.fill("organisation-name", "Acme").await;
    browser.saved().await;
    browser.go("#/data").await;
    browser.click("own-file-choose").await;
    browser.sees("own-file-mark", "here and in acme.json").await;
}
