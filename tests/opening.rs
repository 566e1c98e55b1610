//! The built site as it opens, before anyone does anything.

use e2e::{Browser, journey, json, site};

journey!(the_site_opens_without_an_error_and_asks_no_other_host);
async fn the_site_opens_without_an_error_and_asks_no_other_host(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    let has_heading = "return document.querySelector('h1') !== null";
    browser.becomes("a heading", has_heading, &[], &json!(true)).await;
    for address in browser.requests().await {
        assert!(address.starts_with(&site.address()), "the site asked for {address}");
    }
    assert_eq!(browser.console_errors().await, Vec::<String>::new());
}
