//! A page whose program can't run says in plain words what is missing and what to do, by script without a program, or
//! without any script at all. Nothing waits for an event that older browsers never send.

use e2e::{Browser, Value, copy_folder, dist, journey, json, release, remove_compressed, serve};
use std::{
    fs,
    path::{Path, PathBuf},
};
use tempfile::TempDir;

journey!(a_browser_without_webassembly_is_told_what_is_missing);
async fn a_browser_without_webassembly_is_told_what_is_missing(browser: &mut Browser) {
    let folder = with_script("delete window.WebAssembly");
    let site = serve(folder.path().to_owned());
    browser.open(&site.address()).await;
    says(browser, "webassembly", "WebAssembly").await;
    browser.open(&format!("{}?lang=de#/results", site.address())).await;
    says(browser, "webassembly", "Blockierungsmodus").await;
    assert!(browser.all("start").await.is_empty());
}

journey!(a_program_that_is_refused_is_told_as_such);
async fn a_program_that_is_refused_is_told_as_such(browser: &mut Browser) {
    let folder = changed(|page| page.replace(" 'wasm-unsafe-eval'", ""));
    let site = serve(folder.path().to_owned());
    browser.open(&site.address()).await;
    says(browser, "refused", "refused to run").await;
}

journey!(a_program_that_is_not_there_is_told_as_such);
async fn a_program_that_is_not_there_is_told_as_such(browser: &mut Browser) {
    let folder = changed(str::to_owned);
    remove(folder.path(), "stage-zero-", "wasm");
    let site = serve(folder.path().to_owned());
    browser.open(&site.address()).await;
    says(browser, "missing", "could not be loaded").await;
}

journey!(without_any_script_the_page_says_what_to_do_by_itself);
async fn without_any_script_the_page_says_what_to_do_by_itself(browser: &mut Browser) {
    let folder = changed(str::to_owned);
    // What a host shows that does not add the slash: all that the page asks for is looked for one folder above.
    fs::create_dir(folder.path().join("shown")).expect("a folder");
    fs::copy(folder.path().join("index.html"), folder.path().join("shown/tools.html")).expect("the page can be copied");
    let site = serve(folder.path().to_owned());
    browser.open(&format!("{}shown/tools.html", site.address())).await;
    says_by_itself(browser).await;
    remove(folder.path(), "start-", "js");
    browser.open(&site.address()).await;
    says_by_itself(browser).await;
}

journey!(one_file_says_what_its_browser_lacks);
async fn one_file_says_what_its_browser_lacks(browser: &mut Browser) {
    let file = release().join("stage-zero.html");
    let page = fs::read_to_string(file).expect("release/stage-zero.html; run `cargo xtask dist`");
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (lacks, why) in [("WebAssembly", "webassembly"), ("DecompressionStream", "unpack")] {
        let path = folder.path().join(format!("{why}.html"));
        // The page's own policy would not let this script run.
        let charset = "<meta charset=\"utf-8\">";
        let before = format!("{charset}<script>delete window.{lacks}</script>");
        let changed = page.replacen("Content-Security-Policy", "none", 1).replacen(charset, &before, 1);
        assert!(changed.contains(&before), "the page begins with its character set");
        fs::write(&path, changed).expect("the folder can be written");
        browser.open(&format!("file://{}", path.display())).await;
        says(browser, why, "").await;
    }
}

journey!(a_browser_that_tells_of_no_preloaded_module_loads_every_page);
async fn a_browser_that_tells_of_no_preloaded_module_loads_every_page(browser: &mut Browser) {
    // As Safari 16 and Firefox before 115 do it: they don't know the link, and tell of nothing.
    let older = "const supports = DOMTokenList.prototype.supports;
        DOMTokenList.prototype.supports = function (word) { return word !== 'modulepreload' && supports.call(this, word) };
        const set = Object.getOwnPropertyDescriptor(HTMLLinkElement.prototype, 'rel').set;
        Object.defineProperty(HTMLLinkElement.prototype, 'rel', { set(rel) { set.call(this, rel === 'modulepreload' ? 'unknown' : rel) } });
        delete AbortSignal.timeout";
    let folder = with_script(older);
    fs::write(folder.path().join("site.json"), r#"{ "name": "Harbour Certification" }"#)
        .expect("the file can be written");
    let site = serve(folder.path().to_owned());
    browser.open(&site.address()).await;
    browser.find("start").await;
    let name = "return document.querySelector('.brand span').textContent";
    browser.becomes("the host's name", name, &[], &json!("Harbour Certification")).await;
    browser.open_example("consultancy").await;
    let there = "return document.querySelector('#results, main h1') !== null && location.hash === '#/results'";
    browser.becomes("the results", there, &[], &json!(true)).await;
    assert_eq!(browser.console_errors().await, Vec::<String>::new());
}

/// A copy of the site whose page, and the policy that its host sends, were changed.
fn changed(change: impl Fn(&str) -> String) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    copy_folder(&dist(), folder.path());
    for name in ["index.html", "_headers"] {
        let path = folder.path().join(name);
        let text = fs::read_to_string(&path).expect("the file can be read");
        fs::write(&path, change(&text)).expect("the file can be written");
    }
    remove_compressed(&folder.path().join("index.html"));
    folder
}

/// A copy of the site that runs a script before everything else.
fn with_script(script: &str) -> TempDir {
    let folder =
        changed(|page| page.replacen("<script type=module", "<script src=./before.js></script><script type=module", 1));
    fs::write(folder.path().join("before.js"), script).expect("the folder can be written");
    folder
}

fn remove(folder: &Path, start: &str, kind: &str) {
    let all: Vec<PathBuf> =
        fs::read_dir(folder).expect("the folder can be read").flatten().map(|it| it.path()).collect();
    let is_it = |path: &&PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with(start) && name.contains(&format!(".{kind}"))
    };
    for path in all.iter().filter(is_it) {
        fs::remove_file(path).expect("the file can be removed");
    }
}

/// The page says why it can't start, in words that hold these, and the general advice is gone.
async fn says(browser: &Browser, why: &str, words: &str) {
    let script = "const box = document.querySelector('[data-testid=unable]');
        return box && [box.dataset.why, box.textContent.includes(arguments[0]), document.querySelector('.late') === null]";
    browser.becomes("what the page says", script, &[json!(words)], &json!([why, true, true])).await;
}

async fn says_by_itself(browser: &Browser) {
    let script = "const late = document.querySelector('.late');
        return late && getComputedStyle(late).visibility === 'visible' && late.checkVisibility()";
    browser.becomes("whether the page says what to do", script, &[], &Value::Bool(true)).await;
}
