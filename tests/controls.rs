//! The long list of controls: each has its fields when one comes to it, and nobody misses the rest.

use e2e::{Browser, journey, json, site};

journey!(each_control_has_its_fields_when_one_comes_to_it);
async fn each_control_has_its_fields_when_one_comes_to_it(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.open_example("software-firm").await;
    browser.go("#/controls").await;
    let all = "return document.querySelectorAll('.control').length >= 93";
    browser.becomes("whether all are listed", all, &[], &json!(true)).await;
    let bare =
        "return [...document.querySelectorAll('.control')].filter((card) => !card.querySelector('fieldset')).length";
    let far = browser.eval(bare, &[]).await.as_u64();
    assert!(far.is_some_and(|far| far > 60), "{far:?} of them are far below the window");
    let whole = "return Boolean(document.getElementById(arguments[0]).querySelector('fieldset'))";
    for id in ["A.8.34", "A.6.8", "A.5.1", "A.7.7"] {
        browser.eval("document.getElementById(arguments[0]).scrollIntoView({ block: 'center' })", &[json!(id)]).await;
        browser.becomes(&format!("whether {id} is whole"), whole, &[json!(id)], &json!(true)).await;
    }
    // By a key from one to the next, which is in the window then.
    browser.eval("document.getElementById('A.7.7').focus()", &[]).await;
    for id in ["A.7.8", "A.7.9", "A.7.10", "A.7.11", "A.7.12", "A.7.13"] {
        browser.press("j").await;
        browser.becomes("where the focus is", "return document.activeElement.id", &[], &json!(id)).await;
        browser.becomes(&format!("whether {id} is whole"), whole, &[json!(id)], &json!(true)).await;
        let seen = "const { top, bottom } = document.getElementById(arguments[0]).getBoundingClientRect();
            return bottom > 0 && top < innerHeight";
        browser.becomes(&format!("whether {id} is in the window"), seen, &[json!(id)], &json!(true)).await;
    }
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
