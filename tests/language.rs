//! Another language: chosen by a link, kept, spoken by pages and reports, and left again.

use e2e::{Browser, Engine, PAGES, journey, json, site};
use std::fs;

/// What a page says in a language.
struct Said {
    code: &'static str,
    subclause: &'static str,
    /// The last words of an explanation.
    explanation: &'static str,
    results: &'static str,
    report: &'static str,
    /// A requirement, as the report names it.
    requirement: &'static str,
}

journey!(a_person_reads_answers_and_reports_in_german_and_goes_back_to_english);
async fn a_person_reads_answers_and_reports_in_german_and_goes_back_to_english(browser: &mut Browser) {
    let german = Said {
        code: "de",
        subclause: "4.3 Was Ihr ISMS umfasst",
        explanation: "Drei Wortlaute sind in Gebrauch",
        results: "Ergebnisse",
        report: "Bericht und Dateien",
        requirement: "Der Geltungsbereich ist aufgeschrieben",
    };
    is_whole(browser, &german).await;
}

journey!(a_person_reads_answers_and_reports_in_spanish_and_goes_back_to_english);
async fn a_person_reads_answers_and_reports_in_spanish_and_goes_back_to_english(browser: &mut Browser) {
    let spanish = Said {
        code: "es",
        subclause: "4.3 Qué abarca su SGSI",
        explanation: "Hay tres textos en uso",
        results: "Resultados",
        report: "Informe y archivos",
        requirement: "El alcance está por escrito",
    };
    is_whole(browser, &spanish).await;
}

/// Goes through the site in a language and back to English: answers, explanations, results and a report.
async fn is_whole(browser: &Browser, said: &Said) {
    let Said { code, subclause, .. } = said;
    let site = site();
    browser.open(&site.address()).await;
    browser.start_assessment().await;
    browser.go("#/clauses/4.3").await;
    browser.find_in("4.3-document", "answer").await;
    browser.click(&format!("language-{code}")).await;
    speaks(browser, code, subclause).await;
    let address = browser.address().await;
    assert!(address.ends_with(&format!("?lang={code}#/clauses/4.3")), "the link leads to the same page: {address}");
    browser.answer("4.3-document", 3).await;
    browser.saved().await;

    browser.click_in("4.3-document", "explain").await;
    browser.find_in("4.3-document", "guidance").await;
    let whole = "const item = document.querySelector('[data-item-id=\"4.3-document\"]');
        return !item.querySelector('[lang]') && item.textContent.includes(arguments[0])";
    browser.becomes("whether all of the explanation is in it", whole, &[json!(said.explanation)], &json!(true)).await;

    browser.go("#/results").await;
    heads(browser, said.results).await;
    browser.go("#/report").await;
    heads(browser, said.report).await;
    browser.click("preset-everything").await;
    browser.click("download-html").await;
    let report = fs::read_to_string(browser.downloaded(".html").await).expect("the report can be read");
    assert!(report.contains(&format!("<html lang=\"{code}\">")) && report.contains(said.requirement));

    // Kept, whatever the address says about it.
    browser.open(&format!("{}#/clauses/4.3", site.address())).await;
    speaks(browser, code, subclause).await;
    browser.sees_answer("4.3-document", Some(3)).await;
    browser.click("language-en").await;
    speaks(browser, "en", "4.3 What your ISMS covers").await;
    browser.sees_answer("4.3-document", Some(3)).await;
    browser.open(&site.address()).await;
    speaks(browser, "en", "My assessment: where you stand").await;
    assert_eq!(browser.console_errors().await, Vec::<String>::new());
}

journey!(a_page_from_right_to_left_fits_into_a_narrow_window);
async fn a_page_from_right_to_left_fits_into_a_narrow_window(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.open_example("manufacturer").await;
    match browser.engine() {
        Engine::Chromium => {
            let narrow = json!({ "width": 320, "height": 640, "deviceScaleFactor": 1, "mobile": false });
            browser.devtools("Emulation.setDeviceMetricsOverride", narrow).await;
        }
        // As narrow as its window gets.
        Engine::Firefox | Engine::WebKit => browser.resize(320, 640).await,
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

journey!(the_menu_fits_a_desk_whichever_page_is_open_in_each_language,
    only chromium: "its protocol alone sets the height");
async fn the_menu_fits_a_desk_whichever_page_is_open_in_each_language(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.open_example("manufacturer").await;
    let desk = json!({ "width": 1280, "height": 800, "deviceScaleFactor": 1, "mobile": false });
    browser.devtools("Emulation.setDeviceMetricsOverride", desk).await;
    let mut found = Vec::new();
    for code in ["en", "en-US", "de", "es"] {
        browser.open(&format!("{}?lang={code}#/results", site.address())).await;
        browser.becomes("the language", "return document.documentElement.lang", &[], &json!(code)).await;
        for route in PAGES {
            browser.rests_at(route).await;
            let hidden = "const menu = document.querySelector('.menu'); return menu.scrollHeight - menu.clientHeight";
            let hidden = browser.eval(hidden, &[]).await;
            if hidden != json!(0) {
                found.push(format!("{route} in {code}: {hidden} pixels"));
            }
        }
    }
    assert!(found.is_empty(), "the menu does not fit:\n{}", found.join("\n"));
}

/// The page speaks a language, and its heading says so.
async fn speaks(browser: &Browser, language: &str, heading: &str) {
    let script = "return document.documentElement.lang";
    browser.becomes("the language", script, &[], &json!(language)).await;
    heads(browser, heading).await;
}

async fn heads(browser: &Browser, heading: &str) {
    let script = "return document.querySelector('main h1')?.textContent.trim()";
    browser.becomes("the heading", script, &[], &json!(heading)).await;
}
