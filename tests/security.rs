//! Nobody gets in: what an attacker puts into a file, a field or an address stays text, and what is loaded is ours.

use e2e::{Browser, HOSTILE, PAGES, copy_folder, dist, hostile_assessment, journey, json, serve, site};
use fantoccini::Locator;
use std::{fs, path::Path};

journey!(an_assessment_full_of_scripts_and_markup_stays_text_on_every_page_and_in_its_report);
async fn an_assessment_full_of_scripts_and_markup_stays_text_on_every_page_and_in_its_report(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.watches_its_policy().await;
    open_hostile(browser).await;
    for route in PAGES {
        browser.go(route).await;
        browser.rests().await;
        for button in browser.all("note-open").await.iter().take(3) {
            browser.click_on(button, "note-open").await;
        }
        browser.is_only_text().await;
    }
    browser.kept_its_policy().await;

    browser.go("#/report").await;
    browser.click("preset-everything").await;
    browser.click("download-html").await;
    let report = browser.downloaded(".html").await;
    assert_eq!(browser.console_errors().await, Vec::<String>::new());
    browser.open(&format!("file://{}", report.display())).await;
    browser.is_only_text().await;
    let text = browser.eval("return document.body.textContent", &[]).await;
    assert!(text.as_str().is_some_and(|text| text.contains(HOSTILE[0])), "the report shows the text as it is");
    // Its policy forbids what a script inside it would do.
    let script = "const script = document.createElement('script');
        script.textContent = 'window.hit = 1';
        document.body.append(script);
        return [window.hit ?? 0, await fetch('https://stage-zero.invalid/').then(() => 'sent', () => 'refused')]";
    let outcome = browser.eval(&format!("return (async () => {{ {script} }})()"), &[]).await;
    assert_eq!(outcome, json!([0, "refused"]));
}

journey!(an_address_full_of_scripts_and_markup_opens_a_page_of_ours);
async fn an_address_full_of_scripts_and_markup_opens_a_page_of_ours(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.start_assessment().await;
    browser.watches_its_policy().await;
    for text in HOSTILE {
        let encoded: String = text.bytes().map(|byte| format!("%{byte:02X}")).collect();
        for place in ["#", "#/clauses/4.3?item=", "#/learn/", "#/learn/glossary?term=", "#/controls/", "#/documents/"] {
            for text in [text, &*encoded] {
                browser.go(&format!("{place}{text}")).await;
                browser.rests().await;
                browser.is_only_text().await;
            }
        }
    }
    browser.kept_its_policy().await;
    assert_eq!(browser.console_errors().await, Vec::<String>::new());
}

journey!(hostile_text_typed_into_every_field_is_kept_as_it_is);
async fn hostile_text_typed_into_every_field_is_kept_as_it_is(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    open_hostile(browser).await;
    browser.watches_its_policy().await;
    let mut filled = 0;
    for route in PAGES {
        browser.go(route).await;
        browser.rests().await;
        filled += browser.fill_everything(HOSTILE[0]).await;
        browser.rests().await;
        browser.is_only_text().await;
    }
    assert!(filled > 60, "only {filled} fields were typed into");
    browser.saved().await;
    browser.kept_its_policy().await;
    let kept = browser.exported().await.to_string();
    assert!(kept.matches("window.hit").count() > 60, "the text is in the assessment");
    assert_eq!(browser.console_errors().await, Vec::<String>::new());
}

journey!(a_part_of_the_program_that_was_tampered_with_does_not_run_and_can_be_tried_again);
async fn a_part_of_the_program_that_was_tampered_with_does_not_run_and_can_be_tried_again(browser: &mut Browser) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    copy_folder(&dist(), folder.path());
    let count = parts(folder.path(), |part| {
        // A section that means nothing: the program would run as before.
        fs::write(part, [&fs::read(part).expect("a part")[..], &[0, 2, 1, b'x']].concat()).expect("it can be changed");
    });
    assert!(count > 2, "the program has {count} parts");
    let changed = serve(folder.path().to_owned());
    browser.open(&format!("{}#/results", changed.address())).await;
    browser.find("not-loaded").await;
    browser.go("#/").await;
    browser.click("start").await;
    browser.find("notice-action").await;
    assert!(browser.all("quick-answer").await.is_empty(), "nothing of the part is shown");

    parts(folder.path(), |part| {
        fs::copy(dist().join(part.file_name().unwrap_or_default()), part).expect("it can be put back");
    });
    browser.click("notice-action").await;
    browser.find("quick-answer").await;
    browser.go("#/results").await;
    browser.find("verdict").await;
    assert!(browser.all("not-loaded").await.is_empty(), "it is here now");
}

/// Does something with each part of the program that comes later, and counts them. Their compressed forms go, or those
/// would be sent.
fn parts(site: &Path, mut change: impl FnMut(&Path)) -> usize {
    let files = fs::read_dir(site).expect("the site").flatten().map(|file| file.path());
    let of_parts =
        files.filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("part-")));
    let (compressed, parts): (Vec<_>, Vec<_>) =
        of_parts.partition(|path| path.extension().is_some_and(|kind| kind == "br" || kind == "gz"));
    compressed.iter().for_each(|path| fs::remove_file(path).expect("the copy can be changed"));
    parts.iter().for_each(|path| change(path));
    parts.len()
}

/// Opens the sample with hostile texts from a file.
async fn open_hostile(browser: &Browser) {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/samples/software-firm.json");
    let file = hostile_assessment(&fs::read_to_string(sample).expect("the sample"));
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("hostile.json");
    fs::write(&path, file.to_string()).expect("a file");
    browser.go("#/assessments").await;
    browser.fill("open-file", &path.display().to_string()).await;
    browser.arrives("#/results").await;
    // It says at length what it did not know, and stays until it is closed.
    let notice = browser.find("notice").await;
    let buttons = notice.find_all(Locator::Css("button")).await.expect("the page answers");
    browser.click_on(buttons.last().expect("a notice can be closed"), "close").await;
}
