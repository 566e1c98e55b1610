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
        settles(browser).await;
        for button in browser.all("note-open").await.iter().take(3) {
            browser.click_on(button, "note-open").await;
        }
        browser.is_only_text().await;
    }
    browser.kept_its_policy().await;

    browser.go("#/report").await;
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
                settles(browser).await;
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
        settles(browser).await;
        filled += browser.fill_everything(HOSTILE[0]).await;
        settles(browser).await;
        browser.is_only_text().await;
    }
    assert!(filled > 60, "only {filled} fields were typed into");
    browser.saved().await;
    browser.kept_its_policy().await;
    let kept = browser.exported().await.to_string();
    assert!(kept.matches("window.hit").count() > 60, "the text is in the assessment");
    assert_eq!(browser.console_errors().await, Vec::<String>::new());
}

journey!(a_script_or_program_that_was_tampered_with_does_not_run);
async fn a_script_or_program_that_was_tampered_with_does_not_run(browser: &mut Browser) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    copy_folder(&dist(), folder.path());
    for file in fs::read_dir(folder.path()).expect("the copy").flatten() {
        let name = file.file_name().to_string_lossy().into_owned();
        // Else the compressed form would be sent.
        if name.starts_with("more-") && (name.ends_with(".br") || name.ends_with(".gz")) {
            fs::remove_file(file.path()).expect("the copy can be changed");
        }
        if name.starts_with("more-") && name.ends_with(".js") {
            let script = fs::read_to_string(file.path()).expect("a script");
            fs::write(file.path(), format!("window.hit=1;{script}")).expect("the copy can be changed");
        }
    }
    let changed = serve(folder.path().to_owned());
    browser.open(&changed.address()).await;
    browser.find("start").await;
    browser.go("#/learn").await;
    let says_so = "const status = [...document.querySelectorAll('main [role=status]')].map((it) => it.textContent);
        return status.some((text) => text.includes('could not')) && !document.querySelector('#more h1') && !window.hit";
    browser.becomes("the page that could not be loaded", says_so, &[], &json!(true)).await;
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

/// Waits until the page has its heading and is no longer loading.
async fn settles(browser: &Browser) {
    tokio::time::sleep(std::time::Duration::from_millis(250)).await;
    browser.becomes("a heading", "return !!document.querySelector('main h1')", &[], &json!(true)).await;
}
