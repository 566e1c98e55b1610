//! Another language: chosen by a link, kept, spoken by pages and reports, and left again.

use e2e::{Browser, Kind, journey, json, site};
use std::fs;

journey!(a_person_reads_answers_and_reports_in_german_and_goes_back_to_english);
async fn a_person_reads_answers_and_reports_in_german_and_goes_back_to_english(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.start_assessment().await;
    browser.go("#/clauses/4.3").await;
    browser.find_in("4.3-document", "answer").await;
    browser.click("language-de").await;
    speaks(browser, "de", "4.3 Was Ihr ISMS umfasst").await;
    assert!(browser.address().await.ends_with("?lang=de#/clauses/4.3"), "the link leads to the same page");
    browser.answer("4.3-document", 3).await;
    browser.saved().await;

    browser.click_in("4.3-document", "explain").await;
    browser.find_in("4.3-document", "guidance").await;
    let languages = "return [...document.querySelectorAll('[data-item-id=\"4.3-document\"] [lang]')].map(e => e.lang)
        .every(lang => lang === 'en') && document.body.textContent.includes('Was es bedeutet')";
    browser.becomes("whether only English guidance says that it is", languages, &[], &json!(true)).await;

    browser.go("#/results").await;
    heads(browser, "Ergebnisse").await;
    browser.go("#/report").await;
    heads(browser, "Bericht und Dateien").await;
    browser.click("download-html").await;
    let report = fs::read_to_string(browser.downloaded(".html").await).expect("the report can be read");
    assert!(report.contains("<html lang=\"de\">") && report.contains("Der Geltungsbereich ist aufgeschrieben"));

    // Kept, whatever the address says about it.
    browser.open(&format!("{}#/clauses/4.3", site.address())).await;
    speaks(browser, "de", "4.3 Was Ihr ISMS umfasst").await;
    browser.sees_answer("4.3-document", Some(3)).await;
    browser.click("language-en").await;
    speaks(browser, "en", "4.3 What your ISMS covers").await;
    browser.sees_answer("4.3-document", Some(3)).await;
    browser.open(&site.address()).await;
    speaks(browser, "en", "Find out how ready you are for ISO 27001").await;
    assert_eq!(browser.console_errors().await, Vec::<String>::new());
}

journey!(a_page_from_right_to_left_fits_into_a_narrow_window);
async fn a_page_from_right_to_left_fits_into_a_narrow_window(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.open_example("manufacturer").await;
    match browser.kind() {
        Kind::Chromium => {
            let narrow = json!({ "width": 320, "height": 640, "deviceScaleFactor": 1, "mobile": false });
            browser.devtools("Emulation.setDeviceMetricsOverride", narrow).await;
        }
        // As narrow as its window gets.
        Kind::Firefox => browser.client().set_window_size(320, 640).await.expect("the window gets narrow"),
    }
    browser.eval("document.documentElement.dir = 'rtl'", &[]).await;
    for (route, part) in [
        ("#/", "[data-testid=start]"),
        ("#/organisation", "[data-testid=people]"),
        ("#/clauses", "[data-testid=nav]"),
        ("#/clauses/6.1.3", "[data-testid=answer]"),
        ("#/documents", "[data-testid=document]"),
        ("#/controls", "[data-testid=excluded]"),
        ("#/risks", "[data-testid=risk]"),
        ("#/results", "[data-testid=finding]"),
        ("#/plan", "[data-testid=action]"),
        ("#/report", "[data-testid=download-html]"),
        ("#/learn/method", "article h2"),
    ] {
        browser.go(route).await;
        let there = "return !!document.querySelector(arguments[0])";
        browser.becomes(&format!("whether {route} is there"), there, &[json!(part)], &json!(true)).await;
        let wide = "const root = document.documentElement; return root.scrollWidth - root.clientWidth";
        browser.becomes(&format!("what {route} has too much of width"), wide, &[], &json!(0)).await;
    }
}

/// The page speaks a language, and its heading says so.
async fn speaks(browser: &Browser, language: &str, heading: &str) {
    let script = "return document.documentElement.lang";
    browser.becomes("the language", script, &[], &json!(language)).await;
    heads(browser, heading).await;
}

async fn heads(browser: &Browser, heading: &str) {
    let script =
        "return document.querySelector('#more:not([hidden]) h1, main > h1, main > * > h1')?.textContent.trim()";
    browser.becomes("the heading", script, &[], &json!(heading)).await;
}
