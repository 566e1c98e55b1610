//! Two people work on copies of one assessment, each in a browser of their own, and bring them together.

use e2e::{Browser, Key, Value, journey, json, site};
use std::{
    fs,
    path::{Path, PathBuf},
};

journey!(a_copy_goes_to_a_colleague_and_comes_back_without_loss);
async fn a_copy_goes_to_a_colleague_and_comes_back_without_loss(anna: &mut Browser) {
    let site = site();
    let mut ben = Browser::start(anna.engine()).await;
    for browser in [&*anna, &ben] {
        browser.open(&site.address()).await;
    }
    anna.open_example("consultancy").await;
    let copy = hands_over(anna, "Ben").await;
    receives(&ben, &copy).await;

    // Ben answers what is open, and both change the same.
    ben.go("#/clauses/4.4").await;
    ben.answer("4.4-isms", 3).await;
    ben.go("#/clauses/4.1").await;
    ben.answer("4.1-issues", 4).await;
    ben.saved().await;
    anna.go("#/clauses/4.1").await;
    anna.answer("4.1-issues", 2).await;
    anna.answer("4.1-climate", 1).await;
    anna.saved().await;
    let before = anna.exported().await;
    let back = hands_over(&ben, "Anna").await;

    brings(anna, &back).await;
    anna.sees("comes", "1 change comes in by itself").await;
    anna.sees("asks", "1 question for you").await;
    assert!(anna.text("by-itself").await.contains("4.4-isms"));
    assert!(anna.text("comparison").await.contains("Ben"), "the copy is called by the name that Anna gave it");
    let question = anna.text("question").await;
    for words in ["4.1-issues", "Defined", "Evidenced", "Before: "] {
        assert!(question.contains(words), "'{words}' in: {question}");
    }
    // Nothing happens before it is decided.
    anna.click("bring-in").await;
    anna.find("undecided").await;
    // The focus is at the question now, and a key answers it: yours comes first, theirs is the next.
    let focused = "return document.activeElement?.dataset.testid";
    anna.becomes("what has the focus", focused, &[], &json!("take-yours")).await;
    anna.press(&Key::Down.to_string()).await;
    let decided = "return document.querySelector('[data-testid=take-theirs]')?.checked";
    anna.becomes("whether Ben's answer is chosen", decided, &[], &json!(true)).await;
    anna.click("bring-in").await;
    anna.find("notice-action").await;
    anna.saved().await;
    anna.go("#/clauses/4.1").await;
    anna.sees_answer("4.1-issues", Some(4)).await;
    anna.sees_answer("4.1-climate", Some(1)).await;
    anna.go("#/clauses/4.4").await;
    anna.sees_answer("4.4-isms", Some(3)).await;

    // One key takes all of it back, and makes it again.
    let levels =
        |file: &Value| ["4.1-issues", "4.1-climate", "4.4-isms"].map(|id| file["answers"][id]["level"].clone());
    let merged = anna.exported().await;
    anna.press(&format!("{}z{}", Key::Control, Key::Null)).await;
    anna.find("notice").await;
    anna.saved().await;
    assert_eq!(levels(&anna.exported().await), levels(&before), "undone in one step");
    anna.press(&format!("{}y{}", Key::Control, Key::Null)).await;
    anna.find("notice").await;
    anna.saved().await;
    assert_eq!(levels(&anna.exported().await), levels(&merged));

    // Bringing the same copy in again changes nothing, also after the page was loaded again.
    anna.reload().await;
    brings(anna, &back).await;
    anna.find("nothing-new").await;
    // And the state before is among the earlier versions.
    anna.go("#/data").await;
    anna.find("restore").await;

    // Ben opens what Anna has made of it from the list. Nothing is asked twice.
    let both = hands_over(anna, "Ben").await;
    ben.go("#/assessments").await;
    ben.fill("open-file", &both.display().to_string()).await;
    ben.arrives("#/colleagues").await;
    ben.sees("asks", "0 questions for you").await;
    ben.click("bring-in").await;
    ben.find("notice-action").await;
    ben.saved().await;
    assert_eq!(levels(&ben.exported().await), levels(&merged));
    for browser in [&*anna, &ben] {
        assert_eq!(browser.console_errors().await, Vec::<String>::new());
    }
    ben.close().await;
}

journey!(a_file_that_is_no_copy_is_refused_and_an_unknown_copy_is_asked_about);
async fn a_file_that_is_no_copy_is_refused_and_an_unknown_copy_is_asked_about(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.open_example("manufacturer").await;
    let other = browser.exported().await;
    browser.open_example("consultancy").await;
    let ours = browser.exported().await;
    let refused = async |name: &str, file: &Value, expected: &str| {
        browser.go("#/data").await;
        browser.find("backup").await;
        browser.go("#/colleagues").await;
        browser.fill("copy-file", &browser.written(name, file.to_string())).await;
        let problem = browser.text("copy-problem").await;
        assert!(problem.contains(expected), "{problem}");
    };
    refused("other.json", &other, "is not a copy of").await;
    let mut extract = ours.clone();
    extract["left_out"] = json!(["notes"]);
    refused("extract.json", &extract, "This is an extract").await;
    refused("letter.json", &json!("Dear Anna"), "was not opened").await;

    // The same id, but no state in common that this browser knows: everything that differs is asked about.
    let mut theirs = ours.clone();
    theirs["answers"]["4.1-issues"]["level"] = json!("evidenced");
    theirs["answers"]["4.4-isms"] = json!({ "level": "operating" });
    browser.fill("copy-file", &browser.written("theirs.json", theirs.to_string())).await;
    browser.find("no-ancestor").await;
    browser.click("take-yours").await;
    browser.click("bring-in").await;
    browser.find("notice-action").await;
    browser.saved().await;
    let merged = browser.exported().await;
    assert_eq!(merged["answers"]["4.1-issues"]["level"], ours["answers"]["4.1-issues"]["level"]);
    assert_eq!(browser.console_errors().await, Vec::<String>::new());
}

/// Makes a copy for a colleague and gives its file, outside the folder of downloads.
async fn hands_over(browser: &Browser, to: &str) -> PathBuf {
    browser.go("#/colleagues").await;
    browser.fill("copy-for", to).await;
    browser.click("make-copy").await;
    let file = browser.downloaded(to).await;
    let place = browser.downloads().with_file_name(format!("for-{to}.json"));
    fs::rename(&file, &place).expect("the copy can be moved");
    browser.saved().await;
    place
}

/// Opens a copy as an assessment of one's own.
async fn receives(browser: &Browser, copy: &Path) {
    browser.go("#/assessments").await;
    browser.fill("open-file", &copy.display().to_string()).await;
    browser.arrives("#/results").await;
    browser.saved().await;
}

/// Brings a copy in, on the page for it.
async fn brings(browser: &Browser, copy: &Path) {
    browser.go("#/colleagues").await;
    browser.fill("copy-file", &copy.display().to_string()).await;
    browser.find("comparison").await;
}

journey!(a_file_that_one_saved_oneself_is_no_stranger);
async fn a_file_that_one_saved_oneself_is_no_stranger(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.start_assessment().await;
    for (level, way) in ["the report", "the palette", "the page for your data", "the recovery view"].iter().enumerate()
    {
        browser.go("#/clauses/4.4").await;
        browser.answer("4.4-isms", level).await;
        browser.saved().await;
        match *way {
            "the report" => {
                browser.go("#/report").await;
                browser.click("download-assessment").await;
            }
            "the palette" => {
                browser.click("find").await;
                let focus = "return document.activeElement.dataset.testid";
                browser.becomes("the focus", focus, &[], &json!("palette-field")).await;
                browser.press("download my work").await;
                let chosen = "return document.querySelector('[role=option][aria-selected=true]')?.textContent.startsWith('Download my work')";
                browser.becomes("whether it is the chosen entry", chosen, &[], &json!(true)).await;
                browser.press(&Key::Enter.to_string()).await;
            }
            "the page for your data" => {
                browser.go("#/data").await;
                browser.click("download-stored").await;
            }
            _ => {
                browser.eval("dispatchEvent(new Event('stage-zero-panic'))", &[]).await;
                browser.click("recovery-download").await;
            }
        }
        let file = browser.downloaded(".json").await;
        browser.becomes("how many states are known", KNOWN, &[], &json!(level + 1)).await;
        if *way == "the recovery view" {
            browser.click("recovery-reload").await;
            browser.find("save-state").await;
        }
        browser.go("#/clauses/4.4").await;
        browser.answer("4.4-isms", 4).await;
        browser.saved().await;
        browser.go("#/colleagues").await;
        browser.fill("copy-file", &file.display().to_string()).await;
        browser.find("nothing-new").await;
        assert!(browser.all("no-ancestor").await.is_empty(), "{way}: it is an earlier state of this assessment");
        fs::remove_file(&file).expect("the download can be removed");
    }
}

/// How many states of assessments are kept because they left as files.
const KNOWN: &str = "return new Promise((go) => {
    const open = indexedDB.open('stage-zero');
    open.onsuccess = () => {
        const keys = open.result.transaction('copies').objectStore('copies').getAllKeys();
        keys.onsuccess = () => { open.result.close(); go(keys.result.length) };
    };
})";
