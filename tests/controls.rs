//! The long list of controls: what is in the window comes first, and nobody misses the rest.

use e2e::{Browser, journey, json, site};

/// How many controls have no more than their heading yet.
const BARE: &str =
    "[...document.querySelectorAll('.control')].filter((card) => !card.querySelector('fieldset')).length";

journey!(every_control_is_whole_a_moment_after_the_page_was_opened);
async fn every_control_is_whole_a_moment_after_the_page_was_opened(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.open_example("software-firm").await;
    browser.go("#/controls").await;
    let all = "return document.querySelectorAll('.control').length >= 93";
    browser.becomes("whether all are listed", all, &[], &json!(true)).await;
    browser.becomes("how many are bare", &format!("return {BARE}"), &[], &json!(0)).await;
}

journey!(controls_are_listed_by_the_attributes_of_iso_27002);
async fn controls_are_listed_by_the_attributes_of_iso_27002(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.open_example("software-firm").await;
    browser.go("#/controls").await;
    browser.find("filter-text").await;
    browser.eval("document.querySelector('.filters details').open = true", &[]).await;
    let choose = async |attribute: &str, value: &str| {
        browser.find(attribute).await.select_by_value(value).await.expect("a value");
    };
    choose("capabilities", "continuity").await;
    let listed =
        "return [...document.querySelectorAll('section:not(:last-of-type) .control')].map((it) => it.id).join(' ')";
    let continuity = "A.5.29 A.5.30 A.5.37 A.8.6 A.8.13 A.8.14";
    browser.becomes("what is listed", listed, &[], &json!(continuity)).await;
    choose("types", "corrective").await;
    browser.becomes("what is listed", listed, &[], &json!("A.5.29 A.5.30 A.5.37 A.8.13")).await;
    choose("properties", "confidentiality").await;
    browser.becomes("what is listed", listed, &[], &json!("A.5.29 A.5.37")).await;
}

journey!(a_list_that_is_printed_at_once_is_printed_whole,
    only chromium firefox: "WebKit gives the page's own work its turn later than in two of its loop");
async fn a_list_that_is_printed_at_once_is_printed_whole(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.open_example("software-firm").await;
    let script = "return (async () => {
            const cards = () => [...document.querySelectorAll('.control')].filter((it) => it.querySelector('fieldset')).length;
            const first = new Promise((done) => {
                const look = (_, observer) => { if (cards()) { observer.disconnect(); done(cards()); } };
                new MutationObserver(look).observe(document.body, { subtree: true, childList: true });
            });
            location.hash = '#/controls';
            const before = await first;
            // Yew may have work to end first, before the print and after it.
            const rest = () => new Promise((done) => setTimeout(done));
            await rest();
            dispatchEvent(new Event('beforeprint'));
            for (let i = 0; i < 4; i++) await rest();
            return [before < 24, cards()];
        })()";
    // The firm has a control of its own, too.
    assert_eq!(browser.eval(script, &[]).await, json!([true, 94]), "few are there at first, and all in print");
}
