//! A program that stops in the middle is survived: what is stored can be taken away as files, and a reload goes on.

use e2e::{Browser, PAGES, Value, journey, json, site};
use std::fs;

journey!(a_panic_in_any_page_leaves_a_page_that_hands_over_what_is_stored);
async fn a_panic_in_any_page_leaves_a_page_that_hands_over_what_is_stored(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.open_example("consultancy").await;
    opens_one_with_odd_names(browser).await;
    for page in PAGES {
        make_a_change(browser).await;
        browser.go(page).await;
        arrives_with_its_heading(browser, page).await;
        provoke_panic(browser).await;
        browser.find("recovery-download").await;
        assert_eq!(browser.all("save-state").await.len(), 0, "nothing is left of the page {page}");
        browser.eval("window.before = true", &[]).await;
        browser.click(if page == "#/" { "recovery-home" } else { "recovery-reload" }).await;
        browser.becomes("whether it was loaded again", "return window.before ?? null", &[], &Value::Null).await;
        browser.find("save-state").await;
    }
    make_a_change(browser).await;
    let before = browser.exported().await;
    // Another page: what the export has said is still on this one, and would only change its text.
    browser.go("#/clauses").await;
    arrives_with_its_heading(browser, "#/clauses").await;
    provoke_panic(browser).await;
    browser.click("recovery-download").await;
    let file = browser.downloaded(".json").await;
    let kept: Value = serde_json::from_str(&fs::read_to_string(&file).expect("the file")).expect("JSON");
    assert_eq!(kept["answers"], before["answers"]);
    browser.click("recovery-reload").await;
    browser.find("save-state").await;
    browser.go("#/data").await;
    browser.click("remove-all").await;
    browser.eval("window.before = true", &[]).await;
    browser.click("remove-all-sure").await;
    browser.becomes("whether it was loaded again", "return window.before ?? null", &[], &Value::Null).await;
    browser.find("backup-none").await;
    browser.go("#/assessments").await;
    browser.fill("open-file", &file.display().to_string()).await;
    browser.arrives("#/results").await;
    assert_eq!(browser.exported().await, before, "the file of the recovery view is the assessment");
}

journey!(a_trap_without_a_panic_is_survived_too,
    only chromium webkit: "what Firefox's driver runs traps beside the page, with an error that is none of its own");
async fn a_trap_without_a_panic_is_survived_too(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.find("start").await;
    // A real one: the smallest program whose start is `unreachable`, in place of running out of memory.
    let bytes = json!([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 8, 1, 0, 10, 5, 1, 3, 0, 0, 11]);
    let script = "setTimeout(() => new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(arguments[0]))))";
    browser.eval(script, &[bytes]).await;
    browser.find("recovery").await;
    browser.eval("location.hash = '#/results'", &[]).await;
    browser.find("recovery-reload").await;
}

/// Opens an assessment whose file has fields that scripts trip over; its id is the first of all.
async fn opens_one_with_odd_names(browser: &Browser) {
    let mut file = browser.exported().await;
    file["id"] = json!("0-odd");
    file["constructor"] = json!("of nothing");
    file["__proto__"] = json!({ "answers": {} });
    file["profile"]["__proto__"] = json!("of nobody");
    browser.go("#/assessments").await;
    browser.fill("open-file", &browser.written("odd.json", file.to_string().as_bytes())).await;
    browser.arrives("#/results").await;
}

/// Something that can be taken back, so that the key for it has something to say on the page.
async fn make_a_change(browser: &Browser) {
    browser.go("#/clauses/4.4").await;
    browser.find_in("4.4-isms", "answer").await;
    browser.eval("document.querySelectorAll('[data-testid=answer] input:not(:checked)')[0].click()", &[]).await;
    browser.saved().await;
}

/// The title of the page is set on arrival, by the program whose page it is. Where one question is asked at a time, the
/// heading is that of its sub-clause.
async fn arrives_with_its_heading(browser: &Browser, page: &str) {
    let script = "const heading = [...document.querySelectorAll('main h1')].find((it) => it.checkVisibility());
        return heading !== undefined && (arguments[0] === '#/ask' || document.title.startsWith(heading.textContent.trim().slice(0, 9)))";
    browser.becomes(&format!("whether {page} is there"), script, &[json!(page)], &json!(true)).await;
}

/// The browser refuses to put one more element into the page, and Yew gives up with a panic: the offer of a new version is
/// the next one. Nothing that is stored changes by it.
async fn provoke_panic(browser: &Browser) {
    let script = "Node.prototype.insertBefore = () => { throw new Error('refused on purpose') };
        dispatchEvent(new Event('stage-zero-update'))";
    browser.eval(script, &[]).await;
    browser.find("recovery").await;
}
