//! Files that are made beside the page: each is what the same assessment yields elsewhere, and the page stays free.

use e2e::{Browser, journey, json, site};
use formats::{Format, Source, make};
use readiness::{Assessment, Catalogue, Date};
use std::fs;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// The formats that are made beside the page, but for the file of everything.
const BESIDE: [Format; 8] = [
    Format::Pdf,
    Format::SoaPdf,
    Format::Docx,
    Format::SoaDocx,
    Format::Xlsx,
    Format::CisoAssistant,
    Format::Oscal,
    Format::Planners,
];

journey!(every_file_made_in_the_browser_is_the_one_that_the_assessment_yields);
async fn every_file_made_in_the_browser_is_the_one_that_the_assessment_yields(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.open_example("manufacturer").await;
    let catalogue = Catalogue::english();
    let file = browser.exported().await.to_string();
    let assessment = Assessment::from_file(&file, &catalogue).expect("the export is an assessment");
    for program in ["/worker-", "/rare-"] {
        assert!(!browser.requests().await.iter().any(|address| address.contains(program)), "nothing loads it early");
    }

    let today = browser.eval("return new Date().toLocaleDateString('sv')", &[]).await;
    let today = Date::parse(today.as_str().expect("a text")).expect("a day");
    let source = Source::new(&catalogue, &assessment, today);
    browser.click("preset-everything").await;
    for format in BESIDE.into_iter().chain([Format::Zip]) {
        browser.click(&format!("download-{}", format.name())).await;
        let file = browser.downloaded(&format!("{}.{}", today, format.ending())).await;
        let made = fs::read(&file).expect("the download can be read");
        let expected = make(format, &source, &mut |_, _| {}).expect("made");
        assert!(made == expected, "{} is byte for byte what it is elsewhere", format.name());
        fs::remove_file(&file).expect("the download can be removed");
    }
    assert_eq!(browser.console_errors().await, Vec::<String>::new());
}

journey!(making_a_file_is_stopped_at_a_click_and_can_be_begun_again);
async fn making_a_file_is_stopped_at_a_click_and_can_be_begun_again(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.open_example("consultancy").await;
    browser.go("#/report").await;
    browser.find("download-zip").await;
    // In one task, so that the file can't be ready before the click that stops it.
    let script = "document.querySelector('[data-testid=download-zip]').click();
        return new Promise((done) => {
            const stop = () => document.querySelector('[data-testid=making-stop]');
            const look = () => stop() ? done((stop().click(), true)) : requestAnimationFrame(look);
            look();
        })";
    assert_eq!(browser.eval(script, &[]).await, json!(true));
    let gone = "return document.querySelector('[data-testid=making]') === null";
    browser.becomes("whether it was stopped", gone, &[], &json!(true)).await;
    assert!(browser.all("notice").await.is_empty(), "no file is ready");
    browser.click("download-zip").await;
    browser.downloaded(".zip").await;
}

journey!(a_draft_says_what_the_answers_say_and_keeps_what_a_person_wrote_for_it);
async fn a_draft_says_what_the_answers_say_and_keeps_what_a_person_wrote_for_it(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.open_example("consultancy").await;
    browser.go("#/documents").await;
    browser.click_in("doc-scope", "document-open").await;
    browser.fill_in("doc-scope", "own-text", "Our flat in Bath is out.").await;
    browser.saved().await;
    browser.click_in("doc-scope", "draft-docx").await;
    let file = fs::read(browser.downloaded("scope.docx").await).expect("the download can be read");
    let text = parts(&file).into_iter().find(|(name, _)| name == "word/document.xml").expect("a document").1;
    let text = String::from_utf8(text).expect("text");
    for said in ["Fenbrook Advisory", "[which services, teams and sites", "Our flat in Bath is out."] {
        assert!(text.contains(said), "{said}: {text}");
    }
    browser.click_in("doc-scope", "draft-md").await;
    let file = fs::read_to_string(browser.downloaded("scope.md").await).expect("the download can be read");
    assert!(file.starts_with("# ISMS scope"), "{file}");
}

journey!(rules_are_drafted_and_drafts_tell_what_changed_since_a_snapshot);
async fn rules_are_drafted_and_drafts_tell_what_changed_since_a_snapshot(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.open_example("consultancy").await;
    browser.go("#/snapshots").await;
    browser.click("keep-snapshot").await;
    browser.find("snapshot").await;
    browser.go("#/documents").await;
    browser.click_in("rule-backup", "draft-md").await;
    let file = fs::read_to_string(browser.downloaded("rule-backup.md").await).expect("the download can be read");
    assert!(file.starts_with("# Rules for backup"), "{file}");
    browser.click("changed-snapshot").await;
    browser.find("changed-none").await;
    browser.click_in("doc-scope", "document-open").await;
    browser.fill_in("doc-scope", "own-text", "Our flat in Bath is out.").await;
    browser.saved().await;
    browser.click("changed-snapshot").await;
    let came = "return [...document.querySelectorAll('[data-testid=changed] ins')].map((line) => line.textContent)";
    let lines = json!(["What we add", "Our flat in Bath is out."]);
    browser.becomes("what the drafts say now", came, &[], &lines).await;
}

fn parts(package: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = ZipArchive::new(Cursor::new(package)).expect("a package");
    let parts = zip.len();
    let part = |index| {
        let mut file = zip.by_index(index).expect("it is listed");
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).expect("it is whole");
        (file.name().expect("a name").into_owned(), bytes)
    };
    (0..parts).map(part).collect()
}
