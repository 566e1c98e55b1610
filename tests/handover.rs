//! Handing over, and the receiver's side: what leaves is chosen, and a report is checked by whoever gets it.

use e2e::{Browser, Value, journey, json, site};
use std::fs;

journey!(a_customer_gets_the_statement_of_applicability_and_nothing_else);
async fn a_customer_gets_the_statement_of_applicability_and_nothing_else(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.open_example("software-firm").await;
    let whole = browser.exported().await;
    browser.click("preset-customer").await;
    let leaving = "return document.querySelector('[data-testid=leaving]')?.textContent";
    browser.becomes("what leaves", leaving, &[], &json!("94 decisions about controls")).await;
    assert!(browser.text("staying").await.contains("65 notes"));
    assert!(browser.all("download-answers-csv").await.is_empty(), "answers that are left out are not offered");

    browser.click("download-html").await;
    let report = fs::read_to_string(browser.downloaded(".html").await).expect("the report can be read");
    browser.click("download-json").await;
    let file = fs::read_to_string(browser.downloaded(".json").await).expect("the file can be read");
    for secret in secrets(&whole) {
        assert!(!report.contains(&secret) && !file.contains(&secret), "'{secret}' has left");
    }
    let file: Value = serde_json::from_str(&file).expect("JSON");
    assert_eq!(file["answers"], json!({}));
    assert!(file["left_out"].as_array().is_some_and(|names| names.contains(&json!("notes"))));
    assert!(report.contains("Statement of Applicability: Larkfield"));

    // Whoever opens it sees that it is an extract, and no figure that it does not bear.
    let path = browser.written("statement.html", &report);
    browser.go("#/assessments").await;
    browser.fill("open-file", &path).await;
    browser.arrives("#/results").await;
    browser.find("extract").await;
    assert!(browser.all("contradictions").await.is_empty());
    assert_eq!(browser.console_errors().await, Vec::<String>::new());
}

/// Notes, names and addresses of an assessment, long enough to be nobody else's.
fn secrets(file: &Value) -> Vec<String> {
    let answers = file["answers"].as_object().expect("answers").values();
    let mut secrets: Vec<_> = answers.flat_map(|it| [&it["note"], &it["evidence"][0], &it["owner"]]).cloned().collect();
    secrets.push(file["profile"]["contact"]["email"].clone());
    secrets.extend(file["risks"].as_array().expect("risks").iter().map(|risk| risk["title"].clone()));
    let texts = secrets.iter().filter_map(Value::as_str).filter(|text| text.len() > 8);
    texts.map(str::to_owned).collect()
}

journey!(the_receiver_of_a_report_checks_it);
async fn the_receiver_of_a_report_checks_it(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.open_example("consultancy").await;
    browser.go("#/report").await;
    browser.click("download-html").await;
    let report = fs::read_to_string(browser.downloaded(".html").await).expect("the report can be read");

    browser.go("#/verify").await;
    is_checked(browser, "honest.html", &report, "0").await;
    assert!(browser.text("verified").await.contains("to the letter"));

    // A figure that looks better in print.
    let printed = report.split_once("<script").expect("data").0;
    let at = printed.find("5.8 to 90.1 %").expect("the figure of the sample");
    let forged = format!("{}85.8{}", &report[..at], &report[at + 3..]);
    is_checked(browser, "forged.html", &forged, "1").await;
    let row = browser.text("difference").await;
    assert!(row.contains("85.8 to 90.1 %") && row.contains("5.8 to 90.1 %"), "{row}");

    // An answer that somebody raised in the data: everything that follows from it differs.
    let raised = report.replacen("\"level\":\"not_started\"", "\"level\":\"evidenced\"", 1);
    assert_ne!(raised, report);
    browser.fill("verify-file", &browser.written("raised.html", &raised)).await;
    let digest = "return [...document.querySelectorAll('[data-testid=difference]')]
        .some((row) => row.textContent.includes('digest'))";
    browser.becomes("whether the wrong digest is named", digest, &[], &json!(true)).await;

    for (name, content, says) in [
        ("half.html", report[..report.len() / 2].to_owned(), "ends too early"),
        ("report.pdf", "%PDF-1.7 and so on".to_owned(), "PDF"),
        ("diary.txt", "Dear diary".to_owned(), "not a Stage Zero file"),
    ] {
        browser.fill("verify-file", &browser.written(name, &content)).await;
        let problem =
            "return document.querySelector('[data-testid=verify-problem]')?.textContent.includes(arguments[0])";
        browser.becomes(&format!("what is wrong with {name}"), problem, &[json!(says)], &json!(true)).await;
    }
    assert_eq!(browser.console_errors().await, Vec::<String>::new());
}

async fn is_checked(browser: &Browser, name: &str, report: &str, differences: &str) {
    browser.fill("verify-file", &browser.written(name, report)).await;
    let found = "const it = document.querySelector('[data-testid=verified]');
        return it?.textContent.includes(arguments[0]) ? it.dataset.differences : null";
    browser.becomes(&format!("how {name} differs"), found, &[json!(name)], &json!(differences)).await;
}
