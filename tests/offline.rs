//! After one visit the site needs no network, and a new version takes over only when the person says so.

use e2e::{Browser, StaticServer, copy_folder, dist, journey, json, serve, site};
use std::{fs, path::Path};

/// Whether the browser has kept the site and answers from there.
const KEPT: &str =
    "return navigator.serviceWorker.controller !== null && navigator.serviceWorker.controller.state === 'activated'";

journey!(after_one_visit_everything_works_without_a_network);
async fn after_one_visit_everything_works_without_a_network(browser: &mut Browser) {
    let site = site();
    let address = site.address();
    browser.open(&address).await;
    browser.becomes("kept by the browser", KEPT, &[], &json!(true)).await;
    drop(site);

    // Not a reload, by which the driver passes by the service worker in Firefox.
    browser.open("about:blank").await;
    browser.open(&address).await;
    browser.start_assessment().await;
    browser.go("#/clauses/4.1").await;
    browser.answer("4.1-issues", 3).await;
    browser.saved().await;
    browser.click_in("4.1-issues", "explain").await;
    browser
        .becomes(
            "the explanation",
            "return (document.querySelector('[data-testid=guidance]')?.textContent.length ?? 0) > 200",
            &[],
            &json!(true),
        )
        .await;
    for page in ["controls", "documents", "results", "plan", "quote", "learn", "learn/method"] {
        browser.go(&format!("#/{page}")).await;
        let there = "return location.hash.slice(2) === arguments[0] && document.querySelector('#more h1') !== null";
        browser.becomes("the page", there, &[json!(page)], &json!(true)).await;
    }
    browser.go("#/report").await;
    browser.click("download-html").await;
    let report = fs::read_to_string(browser.downloaded(".html").await).expect("the report can be read");
    assert!(report.contains("4.1-issues"), "the report has the answer");
}

journey!(a_new_version_waits_until_the_person_takes_it);
async fn a_new_version_waits_until_the_person_takes_it(browser: &mut Browser) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    copy_folder(&dist(), folder.path());
    let server: StaticServer = serve(folder.path().to_owned());
    browser.open(&server.address()).await;
    browser.becomes("kept by the browser", KEPT, &[], &json!(true)).await;
    browser.start_assessment().await;
    let title = "return document.title";
    let before = browser.eval(title, &[]).await;

    publish(folder.path(), "<title>", "<title>New: ");
    browser.eval("navigator.serviceWorker.getRegistration().then((it) => it.update())", &[]).await;
    browser.find("update").await;
    // As a person does it: the driver's own reload passes by the service worker in Firefox.
    browser.eval("window.isOld = true; location.reload()", &[]).await;
    browser.becomes("reloaded", "return window.isOld === undefined", &[], &json!(true)).await;
    browser.go("#/clauses/4.1").await;
    browser.find_in("4.1-issues", "answer").await;
    let marker = "return document.querySelector('meta[name=generation]') !== null";
    assert_eq!(browser.eval(marker, &[]).await, json!(false), "the old version goes on");
    assert!(before.as_str().is_some_and(|title| !title.starts_with("New: ")));

    browser.answer("4.1-issues", 2).await;
    browser.saved().await;
    browser.click("update").await;
    browser.becomes("the new version", marker, &[], &json!(true)).await;
    browser.sees_answer("4.1-issues", Some(2)).await;
}

/// Puts a new version in the place of the one that is served: another page, and a service worker that says so.
fn publish(folder: &Path, old: &str, new: &str) {
    let change = |name: &str, old: &str, new: &str| {
        let path = folder.join(name);
        let text = fs::read_to_string(&path).expect("the file can be read");
        assert!(text.contains(old), "{name} has {old}");
        fs::write(&path, text.replacen(old, new, 1)).expect("the file can be written");
        for ending in ["br", "gz"] {
            fs::remove_file(folder.join(format!("{name}.{ending}"))).expect("the compressed form can be removed");
        }
    };
    change("index.html", old, &format!("<meta name=generation content=new>{new}"));
    change("service.js", "=\"stage-zero-", "=\"stage-zero-new-");
}
