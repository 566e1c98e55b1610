//! Whatever file an assessment leaves in, it opens again and is checked: as a PDF, in a ZIP file, locked.

use crate::guards::COUNT_WORKERS;
use e2e::{Browser, Key, journey, json, site, title};
use std::fs;
use std::path::Path;

/// A PDF of somebody else.
const BROCHURE: &[u8] = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n\
    2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n\
    trailer<</Root 1 0 R>>";
const WORDS: &str = "umbrella harvest copper lane";

journey!(every_carrying_file_brings_the_assessment_back);
async fn every_carrying_file_brings_the_assessment_back(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.open_example("consultancy").await;
    let before = browser.exported().await;
    for (format, ending) in [("pdf", ".pdf"), ("zip", ".zip")] {
        let file = browser.handed_over(format, ending).await;
        checks_out(browser, &file, None).await;
        browser.removes(&before).await;
        browser.fill("open-file", &file).await;
        browser.arrives("#/results").await;
        assert_eq!(browser.exported().await, before, "the same out of {ending}");
    }
    assert_eq!(browser.console_errors().await, Vec::<String>::new());
}

journey!(a_locked_report_opens_with_its_passphrase_and_with_no_other);
async fn a_locked_report_opens_with_its_passphrase_and_with_no_other(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.open_example("consultancy").await;
    let before = browser.exported().await;
    // One that a computer guesses is called short; four words are not, nor are many letters.
    let short = "This one is short: who has the file could guess it. Four random words are better.";
    browser.click("lock-open").await;
    browser.sees("lock-short", "").await;
    for (typed, hint) in [("harvest", short), ("our lane", short), ("x7rq-kd93-vmh2-pw", ""), (WORDS, "")] {
        browser.fill("passphrase", typed).await;
        browser.sees("lock-short", hint).await;
    }
    browser.sees("lock-on", "Both fields have to hold the same before a file can be saved.").await;
    browser.fill("passphrase-again", WORDS).await;
    browser.sees("lock-on", "Every file from this page will be locked. Its name ends in ‘.age’.").await;
    let file = browser.handed_over("html", ".html.age").await;
    let bytes = fs::read(&file).expect("the file can be read");
    assert!(bytes.starts_with(b"age-encryption.org/v1\n"), "it is in the age format");
    assert!(!bytes.windows(8).any(|part| part == b"<!DOCTYP" || part == b"answers\""), "and gives nothing away");
    checks_out(browser, &file, Some(WORDS)).await;

    browser.removes(&before).await;
    browser.fill("open-file", &file).await;
    // The focus is where the passphrase goes, and the keyboard is enough.
    has_focus(browser, "passphrase").await;
    browser.press(&format!("the wrong words{}", Key::Enter)).await;
    browser.find("passphrase-wrong").await;
    has_focus(browser, "passphrase").await;
    browser.sees_assessments(&[]).await;
    assert!(browser.address().await.ends_with("#/assessments"), "a wrong passphrase leads nowhere");
    browser.fill("passphrase", WORDS).await;
    browser.click("unlock").await;
    browser.arrives("#/results").await;
    assert_eq!(browser.exported().await, before, "the same out of the locked file");

    // Unlocking takes a while, and can be stopped.
    browser.go("#/assessments").await;
    browser.find("open-file").await;
    browser.eval(COUNT_WORKERS, &[]).await;
    browser.fill("open-file", &file).await;
    browser.fill("passphrase", WORDS).await;
    let is_hidden = "return document.querySelector('[data-testid=passphrase]').type === 'password'";
    browser.becomes("whether what is typed is hidden", is_hidden, &[], &json!(true)).await;
    browser.click("passphrase-show").await;
    browser.becomes("whether what is typed is hidden", is_hidden, &[], &json!(false)).await;
    browser.click("unlock").await;
    browser.click("opening-stop").await;
    browser.becomes("how many were started", "return window.started", &[], &json!(1)).await;
    assert!(browser.all("locked").await.is_empty());

    // Who does not open it is where they were.
    browser.go("#/assessments").await;
    browser.fill("open-file", &file).await;
    browser.click("unlock-not").await;
    assert!(browser.all("locked").await.is_empty());
    browser.sees_assessments(&[title(&before)]).await;
    assert_eq!(browser.console_errors().await, Vec::<String>::new());
}

journey!(a_file_that_carries_nothing_says_so_on_every_page);
async fn a_file_that_carries_nothing_says_so_on_every_page(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.open_example("consultancy").await;
    let before = browser.exported().await;
    for (page, field, problem) in [
        ("#/assessments", "open-file", "file-problem"),
        ("#/verify", "verify-file", "verify-problem"),
        ("#/colleagues", "copy-file", "copy-problem"),
        ("#/review", "review-file", "review-problem"),
    ] {
        for (name, content, says) in [
            ("brochure.pdf", BROCHURE, "the PDF carries no assessment"),
            ("photos.zip", &b"PK\x03\x04 and no more"[..], "damaged"),
        ] {
            browser.go("#/").await;
            browser.find("library").await;
            browser.go(page).await;
            browser.fill(field, &browser.written(name, content)).await;
            let said = browser.text(problem).await;
            assert!(said.contains(says) && said.contains("Nothing has changed"), "{page} about {name}: {said}");
            assert!(!said.contains("line 1"), "{page} about {name}: {said}");
        }
    }
    assert_eq!(browser.exported().await, before, "nothing has changed");
    assert_eq!(browser.console_errors().await, Vec::<String>::new());
}

pub trait HandsOver {
    /// Downloads the report page's file of this format, and gives the path under a name of its own.
    async fn handed_over(&self, format: &str, ending: &str) -> String;
}

impl HandsOver for Browser {
    async fn handed_over(&self, format: &str, ending: &str) -> String {
        self.click("preset-everything").await;
        self.click(&format!("download-{format}")).await;
        let file = self.downloaded(ending).await;
        // Out of the folder of downloads, so that later ones are not mistaken for it.
        let kept = self.downloads().with_file_name(format!("kept{ending}"));
        fs::rename(&file, &kept).expect("the download can be moved");
        kept.display().to_string()
    }
}

/// Opens a file on the page that checks reports, which finds nothing wrong.
async fn checks_out(browser: &Browser, file: &str, passphrase: Option<&str>) {
    browser.go("#/verify").await;
    browser.fill("verify-file", file).await;
    if let Some(words) = passphrase {
        browser.fill("passphrase", words).await;
        browser.click("unlock").await;
    }
    let name = Path::new(file).file_name().and_then(|name| name.to_str()).expect("a name");
    let found = "const it = document.querySelector('[data-testid=verified]');
        return it?.textContent.includes(arguments[0]) ? it.dataset.answer : null";
    browser.becomes(&format!("what is found in {name}"), found, &[json!(name)], &json!("as-made")).await;
}

async fn has_focus(browser: &Browser, id: &str) {
    let focused = "return document.activeElement?.dataset.testid";
    browser.becomes("what has the focus", focused, &[], &json!(id)).await;
}
