//! What one does not know, and what proves that something is done: 'I don't know', evidence with a file's fingerprint.

use e2e::{Browser, journey, json, site};
use std::io::{Cursor, Write};
use zip::{ZipWriter, write::SimpleFileOptions};

journey!(whoever_does_not_know_reads_on_at_once_and_finds_it_on_a_list_and_in_the_plan);
async fn whoever_does_not_know_reads_on_at_once_and_finds_it_on_a_list_and_in_the_plan(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.start_assessment().await;
    browser.go("#/clauses/4.3").await;
    browser.click_in("4.3-boundaries", "unsure").await;
    browser.find_in("4.3-boundaries", "guidance").await;
    browser.sees_answer("4.3-boundaries", None).await;
    // The same with a key; a level takes its place, and a key takes that back.
    browser.eval("document.querySelector('[data-item-id=\"4.3-document\"]').focus()", &[]).await;
    browser.press("2").await;
    browser.sees_answer("4.3-document", Some(1)).await;
    browser.press("0").await;
    browser.sees_answer("4.3-document", None).await;
    browser.find_in("4.3-document", "guidance").await;
    browser.click_in("4.3-boundaries", "unsure").await;
    browser.go("#/controls/A.5.7").await;
    browser.click_in("A.5.7", "unsure").await;
    browser.find_in("A.5.7", "guidance").await;
    browser.saved().await;

    browser.go("#/clauses").await;
    let listed = "return [...document.querySelectorAll('[data-testid=find-out] li a')].map((it) => it.hash)";
    let expected = json!(["#/clauses/4.3?item=4.3-boundaries", "#/clauses/4.3?item=4.3-document", "#/controls/A.5.7"]);
    browser.becomes("what is to be found out", listed, &[], &expected).await;
    let file = browser.exported().await;
    assert_eq!(file["answers"]["4.3-document"]["unsure"], true);
    assert!(file["answers"]["4.3-document"]["level"].is_null());
    assert_eq!(file["controls"]["A.5.7"]["unsure"], true);
    assert_eq!(browser.console_errors().await, Vec::<String>::new());
}

journey!(a_fingerprint_taken_here_tells_whether_a_file_beside_the_report_is_the_same);
async fn a_fingerprint_taken_here_tells_whether_a_file_beside_the_report_is_the_same(browser: &mut Browser) {
    let site = site();
    let (minutes, other) =
        (browser.written("minutes.txt", "what was said"), browser.written("other.txt", "what was not"));
    browser.open(&site.address()).await;
    browser.start_assessment().await;
    browser.go("#/clauses/4.1").await;
    browser.explain("4.1-issues", "", "Minutes").await;
    browser.click_in("4.1-issues", "evidence-more").await;
    browser.fill_in("4.1-issues", "evidence-where", "Shared folder").await;
    browser.fill_in("4.1-issues", "evidence-file", &minutes).await;
    browser.find_in("4.1-issues", "fingerprint").await;
    browser.saved().await;
    let file = browser.exported().await;
    let evidence = &file["answers"]["4.1-issues"]["evidence"][0];
    assert_eq!((&evidence["what"], &evidence["where"]), (&json!("Minutes"), &json!("Shared folder")));
    assert_eq!((&evidence["file"]["name"], &evidence["file"]["size"]), (&json!("minutes.txt"), &json!(13)));

    // The report that is offered first leaves evidence out; this one is whole.
    let whole = browser.written("whole.json", file.to_string());
    browser.go("#/verify").await;
    browser.fill("verify-file", &whole).await;
    browser.find("evidence-check").await;
    let answers = "return [...document.querySelectorAll('[data-testid=evidence-row]')].map((it) => it.dataset.answer)";
    browser.written("minutes.txt", "what was said later");
    browser.fill("evidence-given", &minutes).await;
    browser.becomes("the first", answers, &[], &json!(["changed"])).await;
    assert!(browser.all("evidence-missing").await.is_empty(), "it was given, and its row says what is wrong with it");
    browser.fill("evidence-given", &other).await;
    browser.becomes("both", answers, &[], &json!(["changed", "not-named"])).await;
    browser.written("minutes.txt", "what was said");
    browser.fill("evidence-given", &minutes).await;
    browser.becomes("three", answers, &[], &json!(["changed", "not-named", "as-named"])).await;
    // Old programs write the ending in capitals.
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file("minutes.txt", SimpleFileOptions::default()).expect("a file");
    archive.write_all(b"what was said").expect("room");
    let packed = browser.written("MINUTES.ZIP", archive.finish().expect("an archive").into_inner());
    browser.fill("evidence-given", &packed).await;
    browser.becomes("what is packed", answers, &[], &json!(["changed", "not-named", "as-named", "as-named"])).await;
    assert_eq!(browser.console_errors().await, Vec::<String>::new());
}
