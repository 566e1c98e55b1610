//! Shown inside another site, as docs/embedding.md says: what that site hears, and what it never does.

use e2e::{Browser, StaticServer, Value, copy_folder, dist, eventually, journey, json, serve};
use std::{fs, path::Path};
use tempfile::TempDir;

/// The address that stands in the documentation for the site's.
const SITE: &str = "https://stage-zero.example";
/// Keeps all messages that come to a page.
const RECORDER: &str = "<link rel=icon href='data:,'><script>window.heard = []; addEventListener('message', ({ origin, data }) => heard.push({ origin, data }))</script>";

journey!(a_named_page_hears_how_far_a_person_is_and_nothing_that_they_wrote);
async fn a_named_page_hears_how_far_a_person_is_and_nothing_that_they_wrote(browser: &mut Browser) {
    let embedding = Embedding::new(&example(0), |parent| Some(vec![parent.to_owned()]));
    embedding.open(browser).await;
    browser.start_assessment().await;
    browser.fill("organisation-name", "Harbour Secrets Ltd").await;
    browser.go("#/clauses/4.3").await;
    browser.answer("4.3-a", 2).await;
    browser.explain("4.3-a", "Our vault is open", "Shelf 17").await;
    browser.answer("4.3-b", 0).await;
    browser.saved().await;
    browser.go("#/report").await;
    for format in ["html", "pdf"] {
        browser.click(&format!("download-{format}")).await;
        browser.downloaded(&format!(".{format}")).await;
    }
    leave(browser).await;

    let last = "return heard.filter(({ data }) => data.type === 'exported').map(({ data }) => data.format)";
    browser.becomes("the formats", last, &[], &json!(["html", "pdf"])).await;
    let heard = browser.eval("return heard", &[]).await;
    let heard = heard.as_array().expect("a list");
    for message in heard {
        assert_eq!(message["origin"], embedding.origin(), "{message}");
        assert_eq!((&message["data"]["source"], &message["data"]["interface"]), (&json!("stage-zero"), &json!(1)));
        let mut fields: Vec<_> = message["data"].as_object().expect("an object").keys().map(String::as_str).collect();
        fields.retain(|field| !["source", "interface", "type"].contains(field));
        let kind = message["data"]["type"].as_str().expect("a type");
        let allowed = match kind {
            "ready" => "site",
            "height" => "height",
            "progress" => "percent",
            "exported" => "format",
            _ => panic!("{message}"),
        };
        assert_eq!(fields, [allowed], "{message}");
        let value = &message["data"][allowed];
        match kind {
            "ready" => assert_eq!(value, env!("CARGO_PKG_VERSION")),
            "height" => assert!(value.as_u64().is_some_and(|height| (200..100_000).contains(&height)), "{message}"),
            _ => {}
        }
    }
    let all = json!(heard).to_string();
    for written in ["Harbour", "vault", "Shelf", "4.3-"] {
        assert!(!all.contains(written), "{written} is in {all}");
    }
    // Two of 146 are 1.4 percent.
    let percents: Vec<_> = heard.iter().filter_map(|it| it["data"]["percent"].as_u64()).collect();
    assert_eq!(percents, [0, 1], "each is told once");
    assert_eq!(heard.iter().filter(|it| it["data"]["type"] == "ready").count(), 1);
    browser.becomes("the bar", "return document.querySelector('#answered').value", &[], &json!(1)).await;
    let news = "return document.querySelector('#news').textContent";
    browser.becomes("the news", news, &[], &json!("A report was saved (pdf).")).await;
    assert_eq!(browser.address().await, embedding.address(), "the page around the frame stays");
    assert_eq!(browser.console_errors().await, Vec::<String>::new());
}

journey!(the_frame_is_as_high_as_its_page_but_no_higher_than_the_window);
async fn the_frame_is_as_high_as_its_page_but_no_higher_than_the_window(browser: &mut Browser) {
    let embedding = Embedding::new(&example(0), |parent| Some(vec![parent.to_owned()]));
    embedding.open(browser).await;
    browser.go("#/learn/clause-6").await;
    let height = "return Math.ceil(document.body.getBoundingClientRect().height)";
    let scrolls = "return document.documentElement.scrollHeight > innerHeight";
    browser.becomes("whether a long page scrolls in the frame", scrolls, &[], &json!(true)).await;
    leave(browser).await;
    let at_most = "return document.querySelector('iframe').clientHeight === innerHeight";
    browser.becomes("as high as the window", at_most, &[], &json!(true)).await;

    // A page that takes whatever height it is told, as some will: the frame must not chase its own height.
    let obey = "addEventListener('message', ({ data }) => {
        if (data.height) document.querySelector('iframe').height = data.height;
    })";
    browser.eval(obey, &[]).await;
    hello(browser, "stage-zero").await;
    enter(browser).await;
    for route in ["#/clauses", "#/", "#/learn", "#/report"] {
        browser.rests_at(route).await;
        browser.becomes("whether it scrolls", scrolls, &[], &json!(false)).await;
        let inside = browser.eval(height, &[]).await;
        leave(browser).await;
        let told = "return heard.filter(({ data }) => data.height).at(-1).data.height";
        browser.becomes(&format!("the last height that was told, on {route}"), told, &[], &inside).await;
        enter(browser).await;
    }
    leave(browser).await;
    let count = browser.eval("return heard.filter(({ data }) => data.height).length", &[]).await;
    assert!(count.as_u64().is_some_and(|count| count < 60), "{count} messages of height for five pages");
}

journey!(whoever_is_not_named_hears_nothing);
async fn whoever_is_not_named_hears_nothing(browser: &mut Browser) {
    type Names = fn(&str) -> Option<Vec<String>>;
    let nobody: [Names; 4] = [
        |_| None,
        |_| Some(Vec::new()),
        |_| Some(vec!["https://elsewhere.example".into()]),
        // Neither a star nor an address is an origin.
        |parent| Some(vec!["*".into(), "/".into(), format!("{parent}/")]),
    ];
    for names in nobody {
        let embedding = Embedding::new(&example(0), names);
        embedding.open(browser).await;
        browser.find("own-window").await;
        browser.start_assessment().await;
        browser.go("#/clauses/4.3").await;
        browser.answer("4.3-a", 2).await;
        browser.sees("answered-count", "1").await;
        leave(browser).await;
        hello(browser, "stage-zero").await;
        answers_after_all(browser).await;
        assert_eq!(browser.eval("return heard", &[]).await, json!([]));
    }
}

journey!(a_page_whose_script_comes_late_asks_for_what_it_missed);
async fn a_page_whose_script_comes_late_asks_for_what_it_missed(browser: &mut Browser) {
    let embedding =
        Embedding::new(&example(0), |parent| Some(vec!["https://elsewhere.example".into(), parent.to_owned()]));
    embedding.open(browser).await;
    leave(browser).await;
    // A page that still grows tells its height more than once.
    let heard = "return [...new Set(heard.map(({ data }) => data.type))].sort()";
    let all = json!(["height", "progress", "ready"]);
    browser.becomes("what is told by itself", heard, &[], &all).await;
    browser.eval("window.heard.length = 0", &[]).await;
    hello(browser, "stage-zero").await;
    browser.becomes("what is told again", heard, &[], &all).await;
    browser.eval("window.heard.length = 0", &[]).await;
    hello(browser, "some-other-program").await;
    answers_after_all(browser).await;
    let answers = "return heard.filter(({ data }) => data.type === 'ready')";
    assert_eq!(browser.eval(answers, &[]).await, json!([]), "other messages are not for us");
}

journey!(the_headers_forbid_framing_until_a_host_allows_it);
async fn the_headers_forbid_framing_until_a_host_allows_it(browser: &mut Browser) {
    let embedding = Embedding::new(&example(0), |parent| Some(vec![parent.to_owned()]));
    fs::copy(dist().join("_headers"), embedding.www.path().join("_headers")).expect("the headers are there");
    let strict = serve(embedding.www.path().to_owned());
    browser.open(&embedding.address()).await;
    let loads = "return new Promise((done) => {
        const frame = document.querySelector('iframe');
        frame.addEventListener('load', done, { once: true });
        frame.src = arguments[0];
    })";
    browser.eval(loads, &[json!(strict.address())]).await;
    enter(browser).await;
    assert_eq!(browser.eval("return document.querySelector('#app')", &[]).await, Value::Null, "nothing is shown");
}

journey!(who_was_there_before_sees_the_frame_once_the_host_allows_it);
async fn who_was_there_before_sees_the_frame_once_the_host_allows_it(browser: &mut Browser) {
    let (www, page) = (temporary(), temporary());
    copy_folder(&dist(), www.path());
    let site = serve(www.path().to_owned());
    let address = site.address();
    let frame = format!("<!doctype html><link rel=icon href='data:,'><iframe src={address}></iframe>");
    fs::write(page.path().join("index.html"), frame).expect("our folder");
    let parent = serve(page.path().to_owned());
    browser.open(&address).await;
    // Another origin of the same site, so that frame and window share what the browser keeps.
    let kept = "return navigator.serviceWorker.controller?.state";
    browser.becomes("the worker that keeps the site", kept, &[], &json!("activated")).await;

    // Right from one address to another, WebKit at times shows an empty frame.
    browser.open("about:blank").await;
    drop(site);
    let origin = parent.address().trim_end_matches('/').to_owned();
    change(&www.path().join("_headers"), "frame-ancestors 'none'", &format!("frame-ancestors {origin}"));
    let port = address.trim_end_matches('/').rsplit(':').next().and_then(|port| port.parse().ok()).expect("a port");
    let _site = again(www.path(), port).await;
    browser.open(&parent.address()).await;
    enter(browser).await;
    browser.find("own-window").await;
}

journey!(work_in_the_frame_is_its_own_and_goes_to_a_window_as_a_file);
async fn work_in_the_frame_is_its_own_and_goes_to_a_window_as_a_file(browser: &mut Browser) {
    // The second frame of the documentation is the one with `sandbox`.
    let embedding = Embedding::new(&example(1), |parent| Some(vec![parent.to_owned()]));
    embedding.open(browser).await;
    browser.start_assessment().await;
    // What stands just below the frame is there for who goes on by keys.
    browser.go("#/controls").await;
    let below = "const cards = [...document.querySelectorAll('.item')];
        return !!cards.find((card) => card.getBoundingClientRect().top > innerHeight)?.querySelector('input')";
    browser.becomes("the fields of the next control", below, &[], &json!(true)).await;
    browser.go("#/clauses/4.3").await;
    browser.answer("4.3-a", 3).await;
    browser.saved().await;
    load_again(browser).await;
    browser.sees_answer("4.3-a", Some(3)).await;
    browser.go("#/report").await;
    browser.click("download-html").await;
    let report = browser.downloaded(".html").await;

    // That it was saved is said above the lower end of the frame.
    browser.eval("document.querySelector('[data-testid=notice] .quiet')?.click()", &[]).await;
    browser.click("own-window").await;
    eventually("a window of its own", async || (browser.count_tabs().await > 1).then_some(())).await;
    browser.go_to_tab(1).await;
    let place = json!(format!("{}#/report", embedding.site.address()));
    browser.becomes("the place", "return location.href", &[], &place).await;
    browser.go("#/assessments").await;
    browser.find("open-file").await;
    browser.sees_assessments(&[]).await;
    browser.fill("open-file", &report.display().to_string()).await;
    browser.arrives("#/results").await;
    browser.sees("answered-count", "1").await;
    assert_eq!(browser.all("own-window").await.len(), 0, "it is in its own window");
    browser.go_to_tab(0).await;
    assert_eq!(browser.address().await, embedding.address(), "the page around the frame stays");
}

/// The site, and another one whose page shows it.
struct Embedding {
    www: TempDir,
    _page: TempDir,
    site: StaticServer,
    parent: StaticServer,
}

impl Embedding {
    /// Both sites; `names` says which origins the host of the first one names, given that of the second.
    fn new(page: &str, names: impl FnOnce(&str) -> Option<Vec<String>>) -> Self {
        let (www, folder) = (temporary(), temporary());
        let parent = serve(folder.path().to_owned());
        let origin = other_site(&parent);
        let origin = origin.trim_end_matches('/');
        copy_folder(&dist(), www.path());
        change(&www.path().join("_headers"), "frame-ancestors 'none'", &format!("frame-ancestors {origin}"));
        if let Some(names) = names(origin) {
            name(www.path(), &names);
        }
        let site = serve(www.path().to_owned());
        let page =
            page.replace(&format!("{SITE}/"), &site.address()).replace(SITE, site.address().trim_end_matches('/'));
        let html = page.replacen("<meta charset=\"utf-8\">", &format!("<meta charset=\"utf-8\">{RECORDER}"), 1);
        fs::write(folder.path().join("index.html"), html).expect("the page can be written");
        Self { www, _page: folder, site, parent }
    }

    /// Opens the page and goes into its frame, as soon as there is something.
    async fn open(&self, browser: &Browser) {
        browser.open(&self.address()).await;
        enter(browser).await;
        browser.find("own-window").await;
    }

    /// The address of the page around the frame.
    fn address(&self) -> String {
        other_site(&self.parent)
    }

    /// The origin of the site in the frame.
    fn origin(&self) -> String {
        self.site.address().trim_end_matches('/').to_owned()
    }
}

/// The folder at the port of a server that has just ended, as soon as that is free.
async fn again(folder: &Path, port: u16) -> StaticServer {
    eventually("the same port", async || StaticServer::start(folder.to_owned(), port).ok()).await
}

fn temporary() -> TempDir {
    tempfile::tempdir().expect("a temporary folder")
}

/// To browsers, `localhost` and `127.0.0.1` are two sites, not only two origins.
fn other_site(server: &StaticServer) -> String {
    server.address().replace("127.0.0.1", "localhost")
}

/// A page of the documentation: the first is a whole one, the second only has the frame.
fn example(number: usize) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/embedding.md");
    let text = fs::read_to_string(path).expect("docs/embedding.md can be read");
    let block = text.split("```html\n").nth(number + 1).and_then(|rest| rest.split("```").next()).expect("an example");
    if block.contains("<meta charset") {
        block.to_owned()
    } else {
        format!("<!doctype html><meta charset=\"utf-8\">{block}")
    }
}

/// Has the host of the site name the origins that hear of it.
fn name(www: &Path, parents: &[String]) {
    fs::write(www.join("site.json"), json!({ "embed": { "parents": parents } }).to_string()).expect("our folder");
}

fn change(file: &Path, old: &str, new: &str) {
    let text = fs::read_to_string(file).expect("the file can be read");
    assert!(text.contains(old), "{} has no {old}", file.display());
    fs::write(file, text.replacen(old, new, 1)).expect("the file can be written");
}

/// Says hello to the frame, as the script of the page around it does.
async fn hello(browser: &Browser, source: &str) {
    let script = "const frame = document.querySelector('iframe');
        frame.contentWindow.postMessage({ source: arguments[0], type: 'hello' }, new URL(frame.src).origin)";
    browser.eval(script, &[json!(source)]).await;
}

/// Waits until the frame has answered all that it was told before this: messages come one after the other.
async fn answers_after_all(browser: &Browser) {
    enter(browser).await;
    let answer = "addEventListener('message', ({ data, source }) => {
        if (data !== 'the last') return;
        requestAnimationFrame(() => setTimeout(() => source.postMessage('the last', '*')));
    })";
    browser.eval(answer, &[]).await;
    leave(browser).await;
    let asks = "return new Promise((done) => {
        addEventListener('message', ({ data }) => data === 'the last' && done());
        document.querySelector('iframe').contentWindow.postMessage('the last', '*');
    }).then(() => { window.heard = heard.filter(({ data }) => data !== 'the last') })";
    browser.eval(asks, &[]).await;
}

async fn enter(browser: &Browser) {
    browser.client().enter_frame(0).await.expect("there is a frame");
}

/// Loads what is in the frame again, and waits for it: the old page can be clicked for a moment longer.
async fn load_again(browser: &Browser) {
    leave(browser).await;
    let listen = "const frame = document.querySelector('iframe');
        frame.addEventListener('load', () => { frame.dataset.loaded = 'again' })";
    browser.eval(listen, &[]).await;
    enter(browser).await;
    browser.eval("location.reload()", &[]).await;
    leave(browser).await;
    let loaded = "return document.querySelector('iframe').dataset.loaded ?? null";
    browser.becomes("what is in the frame", loaded, &[], &json!("again")).await;
    enter(browser).await;
}

async fn leave(browser: &Browser) {
    browser.client().enter_parent_frame().await.expect("there is a page around the frame");
}
