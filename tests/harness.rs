//! The harness itself, on a small page: whoever trusts a journey must be able to trust what drives it.

use e2e::{Browser, eventually, fixture, journey};
use std::fs;

journey!(a_saved_note_survives_closing_the_browser);
async fn a_saved_note_survives_closing_the_browser(browser: &mut Browser) {
    let page = fixture("kept-page");
    browser.open(&page.address()).await;
    browser.sees("kept", "nothing").await;
    browser.fill("note", "asset inventory").await;
    browser.click("save").await;
    browser.sees("state", "Saved").await;

    browser.close().await;
    browser.open_again().await;
    browser.open(&page.address()).await;
    browser.sees("kept", "asset inventory").await;
}

journey!(a_saved_note_survives_a_killed_browser);
async fn a_saved_note_survives_a_killed_browser(browser: &mut Browser) {
    let page = fixture("kept-page");
    browser.open(&page.address()).await;
    browser.sees("state", "Ready").await;
    browser.fill("note", "supplier agreements").await;
    browser.click("save").await;
    browser.sees("state", "Saved").await;

    browser.kill();
    browser.open_again().await;
    browser.open(&page.address()).await;
    browser.sees("kept", "supplier agreements").await;
}

journey!(a_download_lands_in_the_folder_and_can_be_opened_again);
async fn a_download_lands_in_the_folder_and_can_be_opened_again(browser: &mut Browser) {
    let page = fixture("kept-page");
    browser.open(&page.address()).await;
    browser.sees("state", "Ready").await;
    browser.fill("note", "backup policy").await;
    browser.click("save").await;
    browser.sees("state", "Saved").await;
    browser.click("download").await;
    let file = browser.downloaded("note").await;
    assert_eq!(fs::read_to_string(&file).unwrap(), "backup policy");

    browser.clear_site_data(&page.address()).await;
    browser.open(&page.address()).await;
    browser.sees("kept", "nothing").await;
    browser.fill("open", &file.display().to_string()).await;
    browser.sees("kept", "backup policy").await;
}

journey!(an_error_of_the_page_is_seen_in_the_console);
async fn an_error_of_the_page_is_seen_in_the_console(browser: &mut Browser) {
    let page = fixture("kept-page");
    browser.open(&page.address()).await;
    browser.sees("state", "Ready").await;
    assert_eq!(browser.console_errors().await, Vec::<String>::new());
    browser.click("fail").await;
    // Some print it a little later.
    let errors = eventually("an error", async || {
        Some(browser.console_errors().await.join("\n")).filter(|errors| !errors.is_empty())
    });
    let errors = errors.await;
    assert!(errors.contains("failed on purpose"), "the console says '{errors}'");
}
