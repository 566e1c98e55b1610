//! The whole work with the keys alone: Tab, Enter, Space and the arrows.

use e2e::{Browser, Key, PAGES, Value, journey, json, site};
use std::fs;

journey!(a_person_without_a_mouse_gets_from_the_first_page_to_the_saved_report,
    only chromium firefox: "in this WebKit an arrow key leaves the first decision about a control as it is");
async fn a_person_without_a_mouse_gets_from_the_first_page_to_the_saved_report(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.find("start").await;
    browser.rests().await;

    // The first stop leads past the menu.
    browser.tab_to(".skip").await;
    let top = browser.eval("return document.activeElement.getBoundingClientRect().top", &[]).await;
    assert!(top.as_f64().is_some_and(|top| top >= 0.0), "the link is not in view: {top}");
    browser.key(Key::Enter).await;
    browser.becomes("the focus", "return document.activeElement.localName", &[], &json!("h1")).await;

    browser.tab_to("[data-testid=start]").await;
    browser.key(Key::Enter).await;
    browser.arrives_at_heading("#/quick").await;
    goes_by_menu(browser, "organisation").await;
    listens_to_the_state_of_saving(browser).await;
    browser.tab_to("[data-testid=organisation-name]").await;
    browser.types("Keys Ltd").await;
    browser.tab_to("[data-testid=people]").await;
    browser.types("7").await;
    browser.tab_to("[data-testid^=fact-develops_software-]").await;
    browser.key(Key::Up).await;
    browser.saved().await;
    hears_that_it_was_saved(browser).await;

    goes_by_menu(browser, "clauses").await;
    browser.tab_to("main a[href^='#/clauses/4.3']").await;
    browser.key(Key::Enter).await;
    browser.arrives_at_heading("#/clauses/4.3").await;
    browser.tab_to("[data-item-id='4.3-boundaries'] [data-field=level]").await;
    browser.key(' ').await;
    browser.sees_answer("4.3-boundaries", Some(0)).await;
    browser.key(Key::Down).await;
    browser.key(Key::Down).await;
    browser.sees_answer("4.3-boundaries", Some(2)).await;
    browser.tab_to("[data-item-id='4.3-boundaries'] [data-testid=note-open]").await;
    browser.key(Key::Enter).await;
    // The field that was opened has the focus.
    browser.becomes("the focus", "return document.activeElement.dataset.testid", &[], &json!("note")).await;
    browser.types("Written without a mouse").await;
    browser.saved().await;

    goes_by_menu(browser, "controls").await;
    browser.tab_to("[data-item-id='A.5.1'] [type=radio][data-choice]").await;
    browser.key(Key::Down).await;
    goes_by_menu(browser, "documents").await;
    browser.tab_to("[data-item-id=doc-scope] input[type=radio]").await;
    browser.key(Key::Down).await;
    browser.saved().await;

    goes_by_menu(browser, "results").await;
    goes_by_menu(browser, "report").await;
    // From what a certification body gets to everything.
    browser.tab_to("[data-testid=preset-certification-body]").await;
    for preset in ["preset-customer", "preset-everything"] {
        browser.key(Key::Down).await;
        let chosen = "return document.querySelector(`[data-testid=${arguments[0]}]`).checked";
        browser.becomes("the choice", chosen, &[json!(preset)], &json!(true)).await;
    }
    browser.tab_to("[data-testid=download-html]").await;
    browser.key(Key::Enter).await;
    let report = fs::read_to_string(browser.downloaded(".html").await).expect("the report can be read");
    for written in ["Keys Ltd", "Written without a mouse"] {
        assert!(report.contains(written), "the report says nothing of '{written}'");
    }
    // Nothing holds the focus back: the last link of the page is reached, and left again.
    browser.tab_to("[data-testid=language-de]").await;
    browser.tab_back_to("[data-testid=download-html]").await;

    let file = browser.exported().await;
    assert_eq!(file["answers"]["4.3-boundaries"]["level"], "defined");
    assert!(file["controls"]["A.5.1"]["decision"].is_string(), "{}", file["controls"]);
    assert!(file["documents"]["doc-scope"]["status"].is_string(), "{}", file["documents"]);
    assert_eq!(file["profile"]["people"], 7);
    assert_eq!(browser.console_errors().await, Vec::<String>::new());
}

journey!(the_heading_of_each_page_gets_the_focus_and_keeps_it);
async fn the_heading_of_each_page_gets_the_focus_and_keeps_it(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    // The start page of who has begun belongs to a part that has not come yet.
    browser.start_assessment().await;
    browser.go("#/clauses/4.1").await;
    browser.answer("4.1-climate", 2).await;
    browser.rests_at("#/").await;
    browser.becomes("the focus", "return document.activeElement.localName", &[], &json!("h1")).await;
    browser.open_example("software-firm").await;
    // Some of them name what is to be shown, and that gets it.
    for route in PAGES.into_iter().filter(|route| !route.contains("/doc-") && !route.contains("/A.")) {
        browser.rests_at(route).await;
        let focused = "return document.activeElement.localName";
        browser.becomes(&format!("the focus at {route}"), focused, &[], &json!("h1")).await;
    }
}

/// Goes to a page of the menu, which comes before the page, and arrives at its heading.
async fn goes_by_menu(browser: &Browser, view: &str) {
    browser.tab_back_to(&format!("[data-testid=nav][data-view='{view}']")).await;
    browser.key(Key::Enter).await;
    browser.arrives_at_heading(&format!("#/{view}")).await;
}

/// Keeps what the live region for saving says from now on, as a screen reader would read it out.
async fn listens_to_the_state_of_saving(browser: &Browser) {
    let script = "const region = document.querySelector('[data-testid=save-state][role=status]');
        window.readOut = [];
        new MutationObserver(() => window.readOut.push(region.textContent))
            .observe(region, { childList: true, characterData: true, subtree: true });
        return !!region";
    assert_eq!(browser.eval(script, &[]).await, json!(true), "a live region says whether all is saved");
}

async fn hears_that_it_was_saved(browser: &Browser) {
    let said: Value = browser.eval("return window.readOut", &[]).await;
    let said: Vec<_> = said.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    assert!(said.contains(&"Saved") && said.len() > 1, "the live region said {said:?}");
}
