//! Any static host: real servers, at the root and in a sub-folder, with our headers and without; and no server at all.

use e2e::{BELOW, Browser, Engine, Host, Value, copy_folder, dist, journey, json, release};

journey!(nginx_serves_the_site_at_its_root_and_in_a_folder);
async fn nginx_serves_the_site_at_its_root_and_in_a_folder(browser: &mut Browser) {
    let host = Host::nginx();
    works_at_both_places(browser, &host).await;
    sends_our_headers(browser, "gzip").await;
}

journey!(apache_serves_the_site_at_its_root_and_in_a_folder);
async fn apache_serves_the_site_at_its_root_and_in_a_folder(browser: &mut Browser) {
    let host = Host::apache();
    works_at_both_places(browser, &host).await;
    sends_our_headers(browser, "gzip").await;
}

journey!(caddy_serves_the_site_at_its_root_and_in_a_folder);
async fn caddy_serves_the_site_at_its_root_and_in_a_folder(browser: &mut Browser) {
    let host = Host::caddy();
    works_at_both_places(browser, &host).await;
    sends_our_headers(browser, "br").await;
}

journey!(a_host_without_headers_serves_the_site_at_its_root_and_in_a_folder);
async fn a_host_without_headers_serves_the_site_at_its_root_and_in_a_folder(browser: &mut Browser) {
    let host = Host::python();
    works_at_both_places(browser, &host).await;
    assert_eq!(header(browser, "./", "content-security-policy").await, Value::Null);
    forbids_scripts(browser).await;
}

journey!(cloudflare_pages_serves_the_site_again_and_again);
async fn cloudflare_pages_serves_the_site_again_and_again(browser: &mut Browser) {
    let host = Host::cloudflare_pages();
    works_at_both_places(browser, &host).await;
    let policy = header(browser, "./", "content-security-policy").await;
    assert!(policy.as_str().is_some_and(|policy| policy.contains("frame-ancestors 'none'")), "{policy}");
    opens_again_at_both_places(browser, host).await;
}

journey!(serve_serves_the_site_again_and_again);
async fn serve_serves_the_site_again_and_again(browser: &mut Browser) {
    let host = Host::serve();
    opens_again_at_both_places(browser, host).await;
}

journey!(who_can_open_the_site_no_more_since_a_redirect_was_kept_can_open_the_next_version);
async fn who_can_open_the_site_no_more_since_a_redirect_was_kept_can_open_the_next_version(browser: &mut Browser) {
    let host = Host::serve();
    // As earlier versions did it: whatever came was kept under its address, a redirected page as such.
    let earlier = "const named = 'stage-zero-0123456789abcdef';
        const page = new URL('index.html', registration.scope).href;
        const keep = async () => (await caches.open(named)).put(page, await fetch(page));
        addEventListener('install', (event) => event.waitUntil(keep()));
        addEventListener('activate', (event) => event.waitUntil(clients.claim()));
        addEventListener('fetch', (event) => {
            const { pathname } = new URL(event.request.url);
            const kept = async () => (await caches.open(named)).match(page);
            event.respondWith(pathname.endsWith('/') ? kept() : fetch(event.request));
        });";
    let service = host.folder().join("service.js");
    let ours = std::fs::read(&service).expect("the site has service.js");
    std::fs::write(&service, earlier).expect("the host can be written");
    let address = host.address("");
    browser.open(&address).await;
    browser.becomes("kept by the browser", KEPT_HERE, &[], &json!(true)).await;
    browser.open("about:blank").await;
    // The page can't be opened: the browser says so, or shows an error of its own.
    browser.client().goto(&address).await.ok();
    assert_eq!(browser.all("start").await.len(), 0, "the earlier version can't be opened again");
    std::fs::write(&service, ours).expect("the host can be written");
    let mut visits = 0;
    while browser.all("start").await.is_empty() {
        visits += 1;
        assert!(visits < 60, "the next version can't be opened either");
        browser.client().goto(&address).await.ok();
        tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    }
    println!("{}: free at visit {visits}", browser.engine().name());
    browser.becomes("kept by the browser", KEPT_HERE, &[], &json!(true)).await;
    let caches = browser.eval("return caches.keys()", &[]).await;
    assert!(!caches.to_string().contains("0123456789abcdef"), "nothing is left of the earlier version: {caches}");
    browser.open("about:blank").await;
    browser.open(&address).await;
    browser.find("start").await;
}

journey!(a_host_that_still_sends_the_headers_of_an_older_version_shows_the_site_as_it_looks);
async fn a_host_that_still_sends_the_headers_of_an_older_version_shows_the_site_as_it_looks(browser: &mut Browser) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    copy_folder(&dist(), folder.path());
    let headers = folder.path().join("_headers");
    let text = std::fs::read_to_string(&headers).expect("the site has _headers");
    let older = text.replace("style-src 'self' 'sha256-", "style-src 'self' 'sha256-0");
    assert_ne!(older, text, "the header names the page's style");
    std::fs::write(&headers, older).expect("the headers can be changed");
    let site = e2e::serve(folder.path().to_owned());
    browser.open(&site.address()).await;
    browser.find("start").await;
    let styled = "return getComputedStyle(document.querySelector('.top')).position";
    browser.becomes("its look", styled, &[], &json!("sticky")).await;
}

journey!(the_whole_site_is_one_file_that_opens_from_a_disk);
async fn the_whole_site_is_one_file_that_opens_from_a_disk(browser: &mut Browser) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("stage-zero.html");
    std::fs::copy(release().join("stage-zero.html"), &file).expect("release/stage-zero.html; run `cargo xtask dist`");
    browser.open(&format!("file://{}", file.display())).await;
    assert!(browser.text("from-file").await.contains("file"), "it says where it keeps things");
    answers_a_question_and_comes_back(browser).await;
    let address = browser.address().await;
    for request in browser.requests().await {
        assert!(request.starts_with("file:") || request.starts_with("blob:"), "{address} asked for {request}");
    }
    let before = browser.exported().await;
    browser.click("preset-everything").await;
    browser.click("download-html").await;
    let report = browser.downloaded(".html").await;
    // This one is made in a worker, which comes from the page too.
    browser.click("download-pdf").await;
    browser.downloaded(".pdf").await;
    browser.go("#/assessments").await;
    browser.fill("open-file", &report.display().to_string()).await;
    browser.arrives("#/results").await;
    assert_eq!(browser.exported().await["answers"], before["answers"], "the same after opening the report");
    browser.open_example("consultancy").await;
    assert_eq!(browser.console_errors().await, Vec::<String>::new());
    forbids_scripts(browser).await;
}

journey!(pages_to_read_need_no_program_and_lead_to_the_site_and_back);
async fn pages_to_read_need_no_program_and_lead_to_the_site_and_back(browser: &mut Browser) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    copy_folder(&dist(), folder.path());
    let site = e2e::serve(folder.path().to_owned());
    browser.open(&format!("{}read/clause-4.html", site.address())).await;
    for request in browser.requests().await {
        assert!(!request.ends_with(".wasm") && !request.ends_with(".js"), "{request}");
    }
    let styled = "return getComputedStyle(document.querySelector('.top')).display";
    browser.becomes("the look of the header", styled, &[], &json!("flex")).await;
    browser.eval("document.querySelector('article > p > a.button').click()", &[]).await;
    browser.arrives("#/learn/clause-4").await;
    browser
        .becomes("the page in the site", "return !!document.querySelector('main h1[tabindex]')", &[], &json!(true))
        .await;
    browser.go("#/learn").await;
    browser.click("plain-pages").await;
    browser.becomes("the list of pages", "return location.pathname", &[], &json!("/read/index.html")).await;
    assert_eq!(browser.console_errors().await, Vec::<String>::new());
}

journey!(a_first_visit_loads_few_files_and_a_later_one_only_asks_whether_the_page_is_new);
async fn a_first_visit_loads_few_files_and_a_later_one_only_asks_whether_the_page_is_new(browser: &mut Browser) {
    let site = e2e::site();
    browser.open(&site.address()).await;
    browser.find("start").await;
    // With what the first answer needs, which comes beside; a site in one part has no parts.
    let next = "const named = (what) => performance.getEntriesByType('resource').filter((it) => it.name.includes(what)).length;
        return named('-questions-') > 0 && named('/part-') !== 1";
    browser.becomes("what comes next", next, &[], &json!(true)).await;
    let loaded = browser.requests().await;
    assert!(loaded.len() <= 10, "besides the page, the first visit loads {loaded:?}");
    browser.open(&format!("{}read/index.html", site.address())).await;
    browser.open(&site.address()).await;
    browser.find("start").await;
    let sent =
        "return performance.getEntriesByType('resource').filter((it) => it.transferSize > 0).map((it) => it.name)";
    let file = json!([format!("{}site.json", site.address())]);
    // WebKit counts what comes from its own store, too.
    if browser.engine() != Engine::WebKit {
        let sent = browser.eval(sent, &[]).await;
        assert_eq!(sent, file, "what was kept is not loaded again; the host's file is asked for");
    }
    // Firefox counts a page that was 'not modified' as if it had come again.
    if browser.engine() == Engine::Chromium {
        let page = "return performance.getEntriesByType('navigation')[0].transferSize";
        let bytes = browser.eval(page, &[]).await;
        assert!(bytes.as_u64().is_some_and(|bytes| bytes < 1500), "the page costs {bytes} bytes");
    }
}

/// The site works at the root, in a folder, and where the slash was left out.
async fn works_at_both_places(browser: &Browser, host: &Host) {
    let below = format!("{BELOW}/");
    for place in ["", &*below] {
        let address = host.address(place);
        browser.open(&address).await;
        answers_a_question_and_comes_back(browser).await;
        for request in browser.requests().await {
            assert!(request.starts_with(&address), "at {address} the site asked for {request}");
        }
        browser.open(&format!("{address}read/clause-6.html")).await;
        browser.becomes("a heading", "return document.querySelectorAll('h1').length", &[], &json!(1)).await;
        browser.clear_site_data(&address).await;
    }
    browser.open(&host.address(BELOW)).await;
    browser.find("start").await;
    assert_eq!(browser.address().await, host.address(&below), "the host adds the slash");
}

/// Whether the browser has kept the site that is open, and answers from there: no other one above it.
const KEPT_HERE: &str = "const ours = navigator.serviceWorker.controller;
    return ours?.scriptURL === new URL('service.js', location.href).href && ours.state === 'activated'";

/// After a first visit at both places there is a second one, and one without the host. The copies know nothing of each
/// other.
async fn opens_again_at_both_places(browser: &Browser, host: Host) {
    let places = ["".to_owned(), format!("{BELOW}/")].map(|place| host.address(&place));
    for visit in ["the first", "the second"] {
        for place in &places {
            browser.open("about:blank").await;
            browser.open(place).await;
            browser.find("start").await;
            browser.becomes(&format!("kept at {visit} visit"), KEPT_HERE, &[], &json!(true)).await;
        }
    }
    drop(host);
    for place in &places {
        browser.open("about:blank").await;
        browser.open(place).await;
        answers(browser).await;
        // Firefox reloads past what is kept.
        let here = browser.address().await;
        browser.open("about:blank").await;
        browser.open(&here).await;
        goes_on(browser).await;
        // The browser looks for a newer version by itself, and says that nobody answers.
        let mut errors = browser.console_errors().await;
        errors.retain(|error| !error.contains("/service.js"));
        assert_eq!(errors, Vec::<String>::new());
    }
}

/// A short visit, of which nothing is said in the console.
async fn answers_a_question_and_comes_back(browser: &Browser) {
    answers(browser).await;
    browser.reload().await;
    goes_on(browser).await;
    assert_eq!(browser.console_errors().await, Vec::<String>::new());
}

/// One answer in a new assessment.
async fn answers(browser: &Browser) {
    browser.start_assessment().await;
    browser.fill("organisation-name", "Harbour Ltd").await;
    browser.go("#/clauses/4.3").await;
    browser.answer("4.3-a", 2).await;
    browser.saved().await;
}

/// What comes after coming back: the answer, and what the later parts and the guidance are needed for.
async fn goes_on(browser: &Browser) {
    browser.sees_answer("4.3-a", Some(2)).await;
    browser.go("#/learn/clause-4").await;
    let read = "return document.querySelectorAll('main article section').length > 5";
    browser.becomes("the guidance", read, &[], &json!(true)).await;
}

/// What we ask hosts for is what they send.
async fn sends_our_headers(browser: &Browser, encoding: &str) {
    let policy = header(browser, "./", "content-security-policy").await;
    assert!(policy.as_str().is_some_and(|policy| policy.contains("frame-ancestors 'none'")), "{policy}");
    allows_its_own_style_only(browser).await;
    for (name, value) in
        [("referrer-policy", "no-referrer"), ("x-content-type-options", "nosniff"), ("cache-control", "no-cache")]
    {
        assert_eq!(header(browser, "./", name).await, value, "{name}");
    }
    let script = browser.eval("return document.querySelector('script[src]').getAttribute('src')", &[]).await;
    let script = script.as_str().expect("a script");
    let kept = header(browser, script, "cache-control").await;
    assert!(kept.as_str().is_some_and(|value| value.contains("immutable")), "{script}: {kept}");
    // A site that is made to be looked at has no compressed forms.
    if dist().join("index.html.br").exists() {
        let sent = header(browser, script, "content-encoding").await;
        // WebKit takes Brotli over TLS alone.
        let encoding = if browser.engine() == Engine::WebKit { "gzip" } else { encoding };
        assert!(sent == encoding || sent == "br", "{script} comes as {sent}");
    }
    assert_eq!(
        header(browser, script, "content-type").await.as_str().map(|kind| kind.starts_with("text/javascript")),
        Some(true)
    );
}

/// The page looks as it should after one request: its style stands in it, allowed by its hash; no other style is.
async fn allows_its_own_style_only(browser: &Browser) {
    let script = "const style = document.createElement('style');
        style.textContent = 'body { outline-offset: 77px }';
        document.head.append(style);
        const links = document.querySelectorAll('link[rel=stylesheet][href*=site-]').length;
        return [getComputedStyle(document.body).outlineOffset === '77px', links];";
    assert_eq!(browser.eval(script, &[]).await, json!([false, 0]));
    assert!(is_styled(browser).await, "the style in the page is in force");
}

async fn is_styled(browser: &Browser) -> bool {
    browser.eval("return getComputedStyle(document.querySelector('.top')).position", &[]).await == "sticky"
}

async fn header(browser: &Browser, address: &str, name: &str) -> Value {
    let script =
        "return fetch(arguments[0], { method: 'HEAD' }).then((response) => response.headers.get(arguments[1]))";
    browser.eval(script, &[json!(address), json!(name)]).await
}

/// The page's own policy is in force: a script that somebody slips into it does not run.
async fn forbids_scripts(browser: &Browser) {
    let script = "const script = document.createElement('script');
        try { script.textContent = 'window.hit = 1'; } catch {}
        document.body.append(script);
        return window.hit ?? 0";
    assert_eq!(browser.eval(script, &[]).await, 0);
}
