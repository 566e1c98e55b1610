//! Nothing leaves: every request of a whole journey with all exports is heard, whichever part of the page or of the
//! browser makes it.

use e2e::{Browser, Eavesdropper, Engine, Heard, PAGES, eventually, json, run, site};
use std::{
    collections::BTreeSet,
    fs,
    time::{Duration, Instant},
};

/// What the person types into every field; it occurs in no file of the site.
const TYPED: &str = "Quuxford-41-secret";
/// Where browsers ask for what they need themselves, at times of their own.
const OF_BROWSERS: [&str; 9] = [
    ".mozilla.com",
    ".mozilla.org",
    ".mozilla.net",
    ".firefox.com",
    ".mozaws.net",
    ".google.com",
    ".googleapis.com",
    ".gvt1.com",
    // The search engine of Debian's Chromium.
    ".duckduckgo.com",
];

mod a_whole_journey_with_every_export_sends_nothing {
    #[test]
    fn chromium() {
        super::hears(super::Engine::Chromium, concat!(module_path!(), "::chromium"));
    }
    #[test]
    fn firefox() {
        super::hears(super::Engine::Firefox, concat!(module_path!(), "::firefox"));
    }
}

fn hears(engine: Engine, place: &str) {
    let site = site();
    let ear = Eavesdropper::start(&site.address());
    let browser = Browser::start_through(engine, ear.address());
    run(browser, place, async |browser| {
        let origin = site.address();
        browser.open(&origin).await;
        browser.start_assessment().await;
        let typed = journey(browser).await;
        assert!(typed > 60, "only {typed} fields were typed into");
        let made = exports(browser).await;
        assert!(made > 8, "only {made} files were made");
        let first = all_sent(browser, &ear).await;
        let own = of_pages(first);
        assert!(own.len() > 4, "the program and its files were heard: {own:?}");
        for heard in &own {
            is_for_a_file_of_the_site(heard, &origin);
        }

        // Everything is loaded now, so from here on there is nothing to ask for.
        journey(browser).await;
        browser.go("#/report").await;
        exports(browser).await;
        browser.saved().await;
        let mut later: Vec<_> = of_pages(all_sent(browser, &ear).await).into_iter().map(|heard| heard.line).collect();
        // A browser may ask at any time whether there is a new version: by the name of one file.
        later.retain(|line| *line != format!("GET {origin}service.js"));
        assert_eq!(later, Vec::<String>::new(), "sent after all was loaded");

        assert_eq!(browser.eval("return document.cookie", &[]).await, json!(""));
        for address in browser.requests().await {
            assert!(address.starts_with(&origin) || address.starts_with("blob:"), "{address}");
        }
        assert_eq!(browser.console_errors().await, Vec::<String>::new());
    });
}

/// Types into every field of every page, answers, reads explanations, decides and keeps a snapshot.
async fn journey(browser: &Browser) -> u64 {
    let mut typed = 0;
    for route in PAGES {
        browser.rests_at(route).await;
        let script = "for (const id of ['explain', 'note-open', 'add-risk', 'add-own']) {
                const button = document.querySelector(`main [data-testid=${id}]`);
                if (button && button.getAttribute('aria-expanded') !== 'true') button.click();
            }
            for (const radio of ['answer', 'excluded', 'status-draft'])
                document.querySelector(`main [data-testid=${radio}]`)?.click()";
        browser.eval(script, &[]).await;
        browser.rests().await;
        typed += browser.fill_everything(TYPED).await;
        for button in ["keep-snapshot", "copy-brief", "make-copy"] {
            if let Some(button) = browser.all(button).await.first() {
                browser.click_on(button, "what makes something of it").await;
            }
        }
    }
    browser.saved().await;
    typed
}

/// Makes every file that the report page offers, and says how many those were.
async fn exports(browser: &Browser) -> usize {
    for file in fs::read_dir(browser.downloads()).expect("the folder of downloads").flatten() {
        fs::remove_file(file.path()).expect("a download can be removed");
    }
    browser.rests_at("#/report").await;
    let script =
        "return [...document.querySelectorAll('main [data-testid^=download-]')].map((it) => it.dataset.testid)";
    let offered = browser.eval(script, &[]).await;
    let offered: Vec<_> = offered.as_array().into_iter().flatten().filter_map(|id| id.as_str()).collect();
    let mut made = BTreeSet::new();
    for format in &offered {
        browser.click(format).await;
        let deadline = Instant::now() + Duration::from_secs(90);
        loop {
            let files = fs::read_dir(browser.downloads()).expect("the folder of downloads").flatten();
            let names: BTreeSet<_> =
                files.filter(|it| it.metadata().is_ok_and(|file| file.len() > 0)).map(|it| it.file_name()).collect();
            let whole = names
                .iter()
                .all(|name| !["crdownload", "part", "tmp"].iter().any(|end| name.to_string_lossy().ends_with(end)));
            if whole && names.len() > made.len() {
                made = names;
                break;
            }
            assert!(Instant::now() < deadline, "{format} makes no file; there are {made:?}");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
    assert_eq!(made.len(), offered.len(), "a file for each of {offered:?}");
    made.len()
}

/// What was sent until now: the service worker has fetched all of its files, and a request made now was heard too.
async fn all_sent(browser: &Browser, ear: &Eavesdropper) -> Vec<Heard> {
    const LAST: &str = "robots.txt?the-last";
    let kept = "return navigator.serviceWorker.ready.then(({ active }) => active.state)";
    browser.becomes("the service worker", kept, &[], &json!("activated")).await;
    // The service worker answers GET alone.
    browser.eval("return fetch(arguments[0], { method: 'HEAD' }).then(() => null)", &[json!(LAST)]).await;
    let mut all = Vec::new();
    eventually("the last request", async || {
        all.extend(ear.heard());
        all.iter().any(|heard| heard.line.contains(LAST)).then_some(())
    })
    .await;
    all.retain(|heard| !heard.line.contains(LAST));
    all
}

/// Without what browsers ask for themselves.
fn of_pages(all: Vec<Heard>) -> Vec<Heard> {
    let is_page = |heard: &Heard| {
        let host = heard.line.split(' ').nth(1).unwrap_or_default();
        let host = host.trim_start_matches("http://").split(['/', ':']).next().unwrap_or_default();
        !OF_BROWSERS.iter().any(|end| host.ends_with(end))
    };
    all.into_iter().filter(is_page).collect()
}

fn is_for_a_file_of_the_site(heard: &Heard, origin: &str) {
    let Heard { line, head, body, response } = heard;
    let path = line.strip_prefix("GET ").and_then(|address| address.strip_prefix(origin));
    let path = path.unwrap_or_else(|| panic!("'{line}' asks for no file of the site"));
    assert!(!path.contains(['?', '#']), "'{line}' says more than which file");
    assert!(e2e::dist().join(path).exists(), "'{line}' asks for a file that the site does not have");
    assert_eq!(body, "", "'{line}' has a body");
    assert!(!line.contains(TYPED) && !head.contains(TYPED), "'{line}' says what was typed");
    let has = |lines: &str, name: &str| lines.lines().any(|line| line.to_lowercase().starts_with(name));
    assert!(!has(head, "cookie:") && !has(response, "set-cookie:"), "'{line}' has a cookie");
}
