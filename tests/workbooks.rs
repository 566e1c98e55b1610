//! Workbooks that somebody has filled in, and an auditor's list of requests: chosen on the site, read beside the page.

use crate::carriers::HandsOver;
use e2e::{Browser, journey, json, site};
use std::fs;
use std::io::{Cursor, Read, Write};
use zip::{ZipArchive, ZipWriter, write::SimpleFileOptions};

/// The note of a control in the sample, and a cell that somebody spoils.
const NOTE: &str = "Use the bank's portal for all bank papers.";

/// The workbook of the open assessment, filled in: another note, a level that is none, and an auditor's words.
async fn filled_in(browser: &Browser) -> String {
    let file = browser.handed_over("xlsx", ".xlsx").await;
    let mut from = ZipArchive::new(Cursor::new(fs::read(file).expect("the workbook"))).expect("a package");
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    let sheets = from.file_names().filter(|name| name.as_ref().is_ok_and(|it| it.contains("sheets/sheet"))).count();
    for index in 0..from.len() {
        let mut part = from.by_index(index).expect("a part");
        let (name, mut text) = (part.name().expect("a name").into_owned(), String::new());
        part.read_to_string(&mut text).expect("a text");
        text = text.replace(NOTE, "Theirs").replace("<si><t>1 Planned</t></si>", "<si><t>Nearly</t></si>");
        // The last sheet is the one for notes; in its sixth column stand the auditor's words.
        if name.ends_with(&format!("sheet{sheets}.xml")) {
            let start = text.find("<c r=\"F2\"").expect("a cell");
            let end = start + text[start..].find("/>").expect("an empty one") + 2;
            text.replace_range(start..end, "<c r=\"F2\" t=\"inlineStr\"><is><t>Who saw this?</t></is></c>");
        }
        to.start_file(name, SimpleFileOptions::default()).expect("begun");
        to.write_all(text.as_bytes()).expect("written");
    }
    let path = browser.downloads().with_file_name("filled-in.xlsx");
    fs::write(&path, to.finish().expect("an archive").into_inner()).expect("it can be written");
    path.display().to_string()
}

journey!(a_filled_in_workbook_comes_in_through_the_comparison);
async fn a_filled_in_workbook_comes_in_through_the_comparison(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.open_example("consultancy").await;
    let before = browser.exported().await;
    let workbook = filled_in(browser).await;
    let brings = async |page: &str, field: &str| {
        browser.go(page).await;
        browser.fill(field, &workbook).await;
        browser.arrives("#/colleagues").await;
        browser.sees("comes", "1 change comes in by itself").await;
        browser.sees("asks", "0 questions for you").await;
        assert!(browser.text("by-itself").await.contains("Theirs"));
        let wrong = browser.text("wrong-cells").await;
        assert!(wrong.contains("Statement of Applicability, I") && wrong.contains("none of the words"), "{wrong}");
        assert_eq!(browser.exported().await["controls"], before["controls"], "nothing has changed yet");
    };
    brings("#/assessments", "open-file").await;
    brings("#/colleagues", "copy-file").await;
    browser.go("#/colleagues").await;
    browser.fill("copy-file", &workbook).await;
    browser.click("bring-in").await;
    browser.find("notice-action").await;
    browser.saved().await;
    let after = browser.exported().await;
    assert_eq!(after["controls"]["A.5.14"]["note"], "Theirs");
    assert_eq!(after["answers"], before["answers"]);

    // What an auditor noted is kept as a review, when somebody says so.
    browser.go("#/colleagues").await;
    browser.fill("copy-file", &workbook).await;
    browser.find("nothing-new").await;
    assert!(browser.text("notes").await.contains("about 1 item"));
    browser.click("keep-notes").await;
    browser.arrives("#/review").await;
    browser.sees("their-comment", "Who saw this?").await;
    browser.saved().await;
    assert_eq!(browser.exported().await["answers"], before["answers"], "and no answer changes");
    assert_eq!(browser.console_errors().await, Vec::<String>::new());
}

journey!(a_workbook_of_another_assessment_or_of_none_says_so);
async fn a_workbook_of_another_assessment_or_of_none_says_so(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.open_example("manufacturer").await;
    browser.go("#/report").await;
    let other = browser.handed_over("xlsx", ".xlsx").await;
    browser.open_example("consultancy").await;
    let before = browser.exported().await;
    let locked = browser.written("locked.xlsx", "\u{0}no workbook");
    for (file, problem) in [(&*other, "made from another assessment"), (&locked, "no workbook")] {
        browser.go("#/data").await;
        browser.find("backup").await;
        browser.go("#/colleagues").await;
        browser.fill("copy-file", file).await;
        let said = browser.text("copy-problem").await;
        assert!(said.contains(problem), "{said}");
    }
    assert_eq!(browser.exported().await, before);
}

journey!(a_list_of_requests_comes_back_with_what_there_is_on_each);
async fn a_list_of_requests_comes_back_with_what_there_is_on_each(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.open_example("consultancy").await;
    let list = browser.written("list.csv", "No.;Request;Clause\n1;Rules for sending;A.5.14\n2;The office cat;\n");
    browser.go("#/review").await;
    browser.fill("requests-file", &list).await;
    browser.sees("requests-counts", "2 requests, 1 of them to be matched").await;
    let table = browser.text("requests-table").await;
    for said in ["A.5.14 Information transfer", NOTE, "The office cat", "To be matched"] {
        assert!(table.contains(said), "{said} is not in {table}");
    }
    browser.click("requests-csv").await;
    let csv = browser.downloaded("-requests-").await;
    assert!(csv.extension().is_some_and(|ending| ending == "csv"), "{csv:?}");
    let text = fs::read_to_string(&csv).expect("a text");
    assert!(text.starts_with("No.,Request,Clause,") && text.contains(NOTE), "{text}");
    fs::remove_file(csv).expect("it can be removed");
    browser.click("requests-xlsx").await;
    let workbook = browser.downloaded("-requests-").await;
    assert!(fs::read(&workbook).expect("a file").starts_with(b"PK"));

    // What came back can be sent again, and is a list too.
    browser.fill("requests-file", &workbook.display().to_string()).await;
    browser.sees("requests-counts", "2 requests, 1 of them to be matched").await;
    browser.fill("requests-file", &browser.written("none.csv", "Dear auditor")).await;
    assert!(browser.text("requests-problem").await.contains("no headings with rows under them"));
    let errors = browser.eval("return document.querySelectorAll('[data-testid=requests-table]').length", &[]).await;
    assert_eq!(errors, json!(0), "no table stands beside a problem");
    assert_eq!(browser.console_errors().await, Vec::<String>::new());
}
