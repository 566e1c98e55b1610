//! The guards of `docs/guards.md`, each with an input that does no harm: what it answers in every browser, and on the command
//! line.

use crate::files::is_refused;
use e2e::{Browser, journey, json, site};
use std::fs;
use std::io::{Cursor, Write};
use std::process::Command;
use zip::{ZipWriter, write::SimpleFileOptions};

/// What opens no file of these.
const WORDS: &str = "umbrella harvest copper lane";

/// What is refused: the name of a file, what is in it, and words of the answer.
fn refused() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let with = |name: &str, value: e2e::Value| {
        let mut file = json!({ "format": "stage-zero-assessment", "version": 1, "catalogue": "iso27001-2022-amd1" });
        file["id"] = json!("a");
        file[name] = value;
        file.to_string().into_bytes()
    };
    let nested = (0..40).fold(json!([]), |inner, _| json!([inner]));
    let values = (0..300).map(|_| json!(vec![0; 1_000])).collect();
    vec![
        ("an id that ends in a part of another.json", with("id", json!("a/answers")), "an id of 1 to 64 letters"),
        ("a megabyte of signs.html", format!("<p>{}</p>", "&".repeat(1_000_000)).into(), "not a Stage Zero assessment"),
        ("lists in lists.json", with("more", nested), "lists inside each other"),
        ("many values.json", with("more", values), "200000 values"),
        ("a long list.json", with("more", json!(vec![0; 2_001])), "2000 entries"),
        ("a long text.json", with("title", json!("a".repeat(100_001))), "100000 characters"),
        ("a long name.json", with(&"n".repeat(201), json!(0)), "200 characters"),
        ("many files.zip", archive(), "100 files"),
        ("names in a circle.pdf", circle(), "carries no assessment"),
    ]
}

/// An archive of more files than are read.
fn archive() -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..101 {
        zip.start_file(format!("{at}.txt"), SimpleFileOptions::default()).expect("begun");
        zip.write_all(b"x").expect("written");
    }
    zip.finish().expect("an archive").into_inner()
}

/// A PDF whose tree of names leads round to itself, many times over.
fn circle() -> Vec<u8> {
    let kids = "3 0 R ".repeat(20_000);
    format!(
        "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles 3 0 R>>>>endobj\n\
         2 0 obj<</Type/Pages/Kids[4 0 R]/Count 1>>endobj\n3 0 obj<</Names[]/Kids[{kids}]>>endobj\n\
         4 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>"
    )
    .into()
}

/// A locked file that asks for more work than anybody has time for.
fn greedy() -> Vec<u8> {
    let (salt, key) = ("A".repeat(22), "A".repeat(43));
    format!("age-encryption.org/v1\n-> scrypt {salt} 40\n{key}\n--- {key}\n{}", "x".repeat(48)).into()
}

/// What the command line says about a file that it refuses.
fn said_by_the_command(file: &str, passphrase: &str) -> String {
    let folder = std::env::current_exe().expect("this program");
    let program = folder.ancestors().nth(2).expect("its folder").join("stage-zero");
    let output = Command::new(&program).args(["assess", file, "--passphrase-file", passphrase]).output();
    let output = output.unwrap_or_else(|error| panic!("{}: {error}", program.display()));
    assert_eq!(output.status.code(), Some(2), "{file}");
    String::from_utf8(output.stderr).expect("text")
}

journey!(each_guard_answers_to_what_does_no_harm);
async fn each_guard_answers_to_what_does_no_harm(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    let passphrase = browser.written("passphrase.txt", WORDS);
    for (name, content, says) in refused() {
        is_refused(browser, name, &content, says).await;
        let said = said_by_the_command(&browser.written(name, &content), &passphrase);
        assert!(said.contains(says), "{name}: {said}");
    }
    let greedy = browser.written("greedy.age", greedy());
    assert!(said_by_the_command(&greedy, &passphrase).contains("2^40"));
    browser.go("#/assessments").await;
    browser.fill("open-file", &greedy).await;
    browser.fill("passphrase", WORDS).await;
    browser.click("unlock").await;
    let says = "return document.querySelector('[data-testid=file-problem]')?.textContent.includes('2^40') ?? false";
    browser.becomes("whether so much work is refused", says, &[], &json!(true)).await;
    browser.sees_assessments(&[]).await;

    // What is let in stays what it is.
    let note = "a;=1+1 **bold** //evil.example";
    let file = json!({ "format": "stage-zero-assessment", "version": 1, "catalogue": "iso27001-2022-amd1", "id": "a",
        "title": "turned \u{202e}round", "answers": { "4.1-issues": { "level": "defined", "note": note } } });
    browser.fill("open-file", &browser.written("odd.json", file.to_string())).await;
    browser.arrives("#/results").await;
    browser.go("#/report").await;
    browser.click("preset-everything").await;
    for (format, ending, says) in [
        ("answers-csv", ".answers.csv", "a;'=1+1 **bold**"),
        ("md", ".md", "a;=1+1 \\*\\*bold\\*\\*"),
        ("html", ".html", "a;=1+1 **bold** //evil.example"),
    ] {
        browser.click(&format!("download-{format}")).await;
        let made = fs::read_to_string(browser.downloaded(ending).await).expect("text");
        assert!(made.contains(says), "{ending}: {}", made.lines().find(|line| line.contains("=1+1")).unwrap_or("none"));
        assert!(!made.contains('\u{202e}'), "{ending}");
    }
    browser.go("#/assessments").await;
    browser.sees_assessments(&["turned [U+202E]round"]).await;
    assert_eq!(browser.console_errors().await, Vec::<String>::new());
}

/// Counts the workers that the page starts, of which the first one never comes to an answer.
pub const COUNT_WORKERS: &str = "const start = window.stageZeroWorker;
    window.started = 0;
    window.stageZeroWorker = (name) => {
        window.started += 1;
        const worker = start(name);
        if (window.started === 1) Object.defineProperty(worker, 'onmessage', { set() {} });
        return worker;
    };";

/// The same at length, and another one.
fn long(mut file: e2e::Value) -> e2e::Value {
    file["id"] = json!("long");
    file["title"] = json!("A long one");
    file["more"] = (0..100).map(|_| json!(vec![0; 1_000])).collect();
    file
}

journey!(a_long_text_is_read_beside_the_page_and_can_be_stopped);
async fn a_long_text_is_read_beside_the_page_and_can_be_stopped(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.open_example("consultancy").await;
    let file = long(browser.exported().await);
    browser.go("#/assessments").await;
    browser.find("open-file").await;
    browser.eval(COUNT_WORKERS, &[]).await;
    let path = browser.written("long.json", file.to_string());
    browser.fill("open-file", &path).await;
    browser.click("opening-stop").await;
    browser.becomes("how many were started", "return window.started", &[], &json!(1)).await;
    assert!(browser.all("opening").await.is_empty(), "it has stopped");
    browser.fill("open-file", &path).await;
    browser.arrives("#/results").await;
    browser.becomes("how many were started", "return window.started", &[], &json!(2)).await;
    assert_eq!(browser.exported().await, file, "all of it is there");
    // A short text needs none of that.
    browser.go("#/assessments").await;
    is_refused(browser, "short.json", b"{}", "not a Stage Zero assessment").await;
    browser.becomes("how many were started", "return window.started", &[], &json!(2)).await;
    assert_eq!(browser.console_errors().await, Vec::<String>::new());
}

/// Lets the page rest after every step, as if each had taken long. Something is then clicked at the first moment at which the
/// page is free once it is there; what stops the reading, once all was read beside the page. In Firefox a script of a journey
/// has a `Date` of its own, over that of the window.
const CLICK_BETWEEN_STEPS: &str = "let moment = Date.now();
    window.Date.now = () => moment += 1000;
    const start = window.stageZeroWorker;
    window.stageZeroWorker = (name) => {
        const worker = start(name);
        worker.addEventListener('message', ({ data }) => { if (data[0] === 'opened') window.has_arrived = true; look(); });
        return worker;
    };
    window.click_between_steps = (testid) => {
        window.clicked = 0;
        window.has_arrived = false;
        window.wanted = testid;
    };
    const look = () => {
        const button = document.querySelector(`[data-testid=${window.wanted}]`);
        if (!button || window.clicked || window.wanted === 'opening-stop' && !window.has_arrived) return;
        window.clicked = 1;
        setTimeout(() => { window.clicked = 2; button.click(); });
    };
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true });";

journey!(what_was_read_comes_in_step_by_step_and_can_still_be_stopped);
async fn what_was_read_comes_in_step_by_step_and_can_still_be_stopped(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.open_example("consultancy").await;
    let ours = browser.exported().await;
    let title = ours["title"].as_str().expect("a title");
    let is_clicked = async |browser: &Browser| {
        browser.becomes("whether it was clicked", "return window.clicked", &[], &json!(2)).await;
    };
    browser.go("#/assessments").await;
    browser.find("open-file").await;
    browser.eval(CLICK_BETWEEN_STEPS, &[]).await;

    // The program beside the page is done: only the page itself could go on now.
    browser.eval("window.click_between_steps('opening-stop')", &[]).await;
    let file = long(ours.clone());
    let path = browser.written("long.json", file.to_string());
    browser.fill("open-file", &path).await;
    is_clicked(browser).await;
    assert!(browser.all("opening").await.is_empty(), "it has stopped");
    browser.sees_assessments(&[title]).await;
    browser.fill("open-file", &path).await;
    browser.arrives("#/results").await;
    assert_eq!(browser.exported().await, file, "all of it is there");

    // Comparing as well.
    let mut copy = file.clone();
    copy["answers"]["4.1-issues"]["note"] = json!("Another note");
    copy["something"] = json!("more ".repeat(10_000));
    let path = browser.written("copy.json", copy.to_string());
    browser.go("#/colleagues").await;
    browser.find("copy-file").await;
    browser.eval("window.click_between_steps('comparing-stop')", &[]).await;
    browser.fill("copy-file", &path).await;
    is_clicked(browser).await;
    browser.find("copy-file").await;
    assert!(browser.all("comparing").await.is_empty(), "it has stopped");
    browser.fill("copy-file", &path).await;
    browser.find("comparison").await;
    // Nobody reads all of a long text there.
    let longest =
        "return Math.max(...[...document.querySelectorAll('.said')].map((it) => it.textContent.length)) < 3000";
    browser.becomes("whether what is long is cut", longest, &[], &json!(true)).await;
    browser.click("leave").await;

    // And a review: what is wrong with a long one is found beside the page.
    let review = |mark: &str| {
        let remark = json!({ "mark": mark, "comment": "words ".repeat(15_000) });
        let remarks = json!({ "answers": { "4.1-issues": remark } });
        let about = json!({ "id": "long" });
        json!({ "format": "stage-zero-review", "version": 1, "id": "r", "about": about, "remarks": remarks })
            .to_string()
    };
    browser.go("#/review").await;
    browser.fill("review-file", &browser.written("wrong.json", review("perhaps"))).await;
    let problem = browser.text("review-problem").await;
    assert!(problem.contains("This file was not opened") && problem.contains("4.1-issues"), "{problem}");
    browser.fill("review-file", &browser.written("review.json", review("question"))).await;
    browser.find("received").await;
    assert_eq!(browser.console_errors().await, Vec::<String>::new());
}
