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
    for secret in secrets(&whole) {
        assert!(!report.contains(&secret), "'{secret}' has left");
    }
    // What is kept apart is whole, whatever was chosen.
    browser.click("download-assessment").await;
    let file = fs::read_to_string(browser.downloaded(".json").await).expect("the file can be read");
    assert_eq!(serde_json::from_str::<Value>(&file).expect("JSON")["answers"], whole["answers"]);
    assert!(report.contains("Statement of Applicability: Larkfield"));

    // Whoever opens it sees that it is an extract, and no figure that it does not bear.
    let path = browser.written("statement.html", &report);
    browser.go("#/assessments").await;
    browser.fill("open-file", &path).await;
    browser.click("clash-beside").await;
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
    browser.click("preset-everything").await;
    browser.click("download-html").await;
    let download = browser.downloaded(".html").await;
    let report = fs::read_to_string(&download).expect("the report can be read");
    // So that what is made anew below is not mistaken for it.
    fs::remove_file(download).expect("the download can be removed");

    browser.go("#/verify").await;
    is_checked(browser, "honest.html", &report, "as-made").await;
    assert!(browser.text("verified").await.contains("byte by byte"));
    assert!(browser.all("make-anew").await.is_empty(), "there is nothing to make anew");

    // Something behind its end, and the file as it was made out of it.
    is_checked(browser, "longer.html", &format!("{report}<p>Sent on by Anna"), "added").await;
    assert!(browser.text("added").await.contains("18 bytes"));
    browser.click("make-anew").await;
    let again = fs::read_to_string(browser.downloaded(".html").await).expect("the report can be read");
    assert!(again == report, "as it was made");

    // A figure that looks better in print, and a row that nobody sees.
    let printed = report.split_once("<script").expect("data").0;
    let at = printed.find("5.8 to 90.1\u{a0}%").expect("the figure of the sample");
    let forged = format!("{}85.8{}", &report[..at], &report[at + 3..]);
    is_checked(browser, "forged.html", &forged, "carries").await;
    let row = browser.text("difference").await;
    assert!(row.contains("85.8 to 90.1 %") && row.contains("5.8 to 90.1 %"), "{row}");
    let facts = "return [...document.querySelectorAll('[data-testid=verified] dd')].map((it) => it.textContent.trim())";
    let facts = browser.eval(facts, &[]).await;
    assert!(facts.as_array().is_some_and(|all| all.iter().all(|said| said != "")), "each says something: {facts}");
    assert_eq!(browser.text("yielded").await.matches("Too early to say").count(), 2, "a verdict for each stage");
    is_checked(browser, "hidden.html", &report.replacen("<tr>", "<tr hidden>", 1), "carries").await;
    assert!(browser.all("difference").await.is_empty(), "its texts are the same");

    // An answer that somebody raised in the data: everything that follows from it differs.
    let raised = report.replacen("\"level\":\"not_started\"", "\"level\":\"evidenced\"", 1);
    assert_ne!(raised, report);
    is_checked(browser, "raised.html", &raised, "contradicts").await;
    let digest = "return [...document.querySelectorAll('[data-testid=difference]')]
        .some((row) => row.textContent.includes('digest'))";
    browser.becomes("whether the wrong digest is named", digest, &[], &json!(true)).await;

    let scripts = report.find("<script").expect("data")..report.rfind("</script>").expect("its end");
    let without = format!("{}{}", &report[..scripts.start], &report[scripts.end..]);
    for (name, content, says) in [
        ("half.html", report[..report.len() / 2].to_owned(), "ends too early"),
        ("saved.html", without, "its data is gone"),
        ("report.pdf", "%PDF-1.7 and so on".to_owned(), "damaged"),
        ("diary.txt", "Dear diary".to_owned(), "not a Stage Zero file"),
    ] {
        browser.fill("verify-file", &browser.written(name, &content)).await;
        let problem =
            "return document.querySelector('[data-testid=verify-problem]')?.textContent.includes(arguments[0])";
        browser.becomes(&format!("what is wrong with {name}"), problem, &[json!(says)], &json!(true)).await;
    }
    assert_eq!(browser.console_errors().await, Vec::<String>::new());
}

async fn is_checked(browser: &Browser, name: &str, report: &str, answer: &str) {
    browser.fill("verify-file", &browser.written(name, report)).await;
    let found = "const it = document.querySelector('[data-testid=verified]');
        return it?.textContent.includes(arguments[0]) ? it.dataset.answer : null";
    browser.becomes(&format!("what is found in {name}"), found, &[json!(name)], &json!(answer)).await;
}
