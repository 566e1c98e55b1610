//! After one visit the site needs no network, and a new version takes over only when the person says so.

use crate::typing::opens;
use e2e::{
    Browser, StaticServer, copy_folder, dist, eventually, journey, json, remove_compressed, serve, site, site_with,
};
use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
    time::Duration,
};

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
        let there =
            "return location.hash.slice(2) === arguments[0] && document.querySelector('main h1[tabindex]') !== null";
        browser.becomes("the page", there, &[json!(page)], &json!(true)).await;
    }
    browser.go("#/report").await;
    browser.click("preset-everything").await;
    browser.click("download-html").await;
    let report = fs::read_to_string(browser.downloaded(".html").await).expect("the report can be read");
    assert!(report.contains("4.1-issues"), "the report has the answer");
}

journey!(what_makes_files_is_kept_once_there_is_work_to_make_them_of);
async fn what_makes_files_is_kept_once_there_is_work_to_make_them_of(browser: &mut Browser) {
    let site = site();
    let address = site.address();
    browser.open(&address).await;
    browser.becomes("kept by the browser", KEPT, &[], &json!(true)).await;
    assert!(!browser.eval(KEPT_PATHS, &[]).await.to_string().contains("worker-"), "nobody has begun");
    browser.start_assessment().await;
    browser.go("#/clauses/4.1").await;
    let kept = KEPT_PATHS.replace("return paths.sort()", "return paths.some((path) => /^worker-.*wasm/.test(path))");
    browser.becomes("the program kept", &kept, &[], &json!(true)).await;
    drop(site);
    browser.open("about:blank").await;
    browser.open(&format!("{address}#/report")).await;
    browser.click("preset-everything").await;
    browser.click("download-pdf").await;
    browser.downloaded(".pdf").await;
}

journey!(what_only_few_want_is_kept_once_it_was_used);
async fn what_only_few_want_is_kept_once_it_was_used(browser: &mut Browser) {
    let server: StaticServer = serve(dist());
    let (address, port) = (server.address(), port_of(&server));
    browser.open(&address).await;
    browser.becomes("kept by the browser", KEPT, &[], &json!(true)).await;
    browser.open_example("consultancy").await;
    let kept = |program: &str| {
        KEPT_PATHS.replace("paths.sort()", &format!("paths.some((path) => /^{program}-.*wasm/.test(path))"))
    };
    browser.becomes("the program kept", &kept("worker"), &[], &json!(true)).await;
    assert_eq!(browser.eval(&kept("rare"), &[]).await, json!(false), "nobody has used it");
    drop(server);
    let make = async |browser: &mut Browser| {
        browser.open("about:blank").await;
        browser.open(&format!("{address}#/report")).await;
        browser.click("preset-everything").await;
        browser.click("download-oscal").await;
    };
    make(browser).await;
    assert!(browser.text("making-problem").await.contains("online"), "it says what to do");

    // The one before lets go of it in a thread of its own.
    let server = eventually("the same port", async || StaticServer::start(dist(), port).ok()).await;
    browser.click("download-oscal").await;
    fs::remove_file(browser.downloaded(".oscal.zip").await).expect("the download can be removed");
    drop(server);
    make(browser).await;
    browser.downloaded(".oscal.zip").await;
}

journey!(where_data_are_saved_nothing_is_loaded_ahead);
async fn where_data_are_saved_nothing_is_loaded_ahead(browser: &mut Browser) {
    let saves = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })";
    let (_folder, site) = site_with(saves);
    browser.open(&site.address()).await;
    browser.find("start").await;
    let first_view = browser.requests().await.len();
    // Later than the part that comes next, and than what keeps the site.
    browser.comes_after(Duration::from_secs(3)).await;
    assert_eq!(browser.requests().await.len(), first_view, "{:?}", browser.requests().await);
    let registered = "return navigator.serviceWorker.getRegistration().then((it) => it !== undefined)";
    assert_eq!(browser.eval(registered, &[]).await, json!(false), "nothing is kept");
    // What is opened comes.
    browser.start_assessment().await;
    browser.go("#/results").await;
    browser.find("verdict").await;
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
    // It waits for what was typed a moment before.
    browser.click_in("4.1-issues", "note-open").await;
    browser.fill_in("4.1-issues", "note", "Typed at the last moment").await;
    browser.click("update").await;
    browser.becomes("the new version", marker, &[], &json!(true)).await;
    browser.sees_answer("4.1-issues", Some(2)).await;
    opens(browser, "4.1-issues", "note").await;
    browser.sees_value("4.1-issues", "note", "Typed at the last moment").await;
}

journey!(only_what_is_the_sites_is_kept);
async fn only_what_is_the_sites_is_kept(browser: &mut Browser) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    copy_folder(&dist(), folder.path());
    let write = |name: &str, text: &[u8]| fs::write(folder.path().join(name), text).expect("the file can be written");
    let icon = fs::read(folder.path().join(named(folder.path(), "icon-192"))).expect("the icon can be read");
    write("site.json", br#"{ "name": "Harbour Certification", "logo": "logo.png" }"#);
    for name in ["logo.png", "other.png"] {
        write(name, &icon);
    }
    write("notes.txt", b"Private notes of the same host");
    let server: StaticServer = serve(folder.path().to_owned());
    browser.open(&server.address()).await;
    browser.becomes("kept by the browser", KEPT, &[], &json!(true)).await;
    // Through the service worker, which has the page by now.
    let fetched = "return Promise.all(['notes.txt', 'other.png', 'read/index.html'].map((name) => fetch(name)))
        .then(() => new Promise((go) => {
            const image = Object.assign(new Image(), { src: 'other.png', onload: go, onerror: go });
            document.body.append(image);
        }))
        .then(() => null)";
    browser.eval(fetched, &[]).await;
    let kept = browser.eval(KEPT_PATHS, &[]).await;
    let kept: Vec<_> = kept.as_array().expect("a list").iter().filter_map(|path| path.as_str()).collect();
    for name in ["site.json", "logo.png", "index.html"] {
        assert!(kept.contains(&name), "{name} is kept: {kept:?}");
    }
    for name in ["notes.txt", "other.png", "read/index.html", "service.js", ""] {
        assert!(!kept.contains(&name), "{name} is none of the site's: {kept:?}");
    }

    // What must not be stored is not: the host's file has a rule from now on.
    let rules = fs::read_to_string(folder.path().join("_headers")).expect("the site has _headers");
    write("_headers", format!("{rules}/site.json\n  Cache-Control: no-store\n").as_bytes());
    let port = port_of(&server);
    drop(server);
    // The one before lets go of it in a thread of its own.
    let server = eventually("the same port", async || StaticServer::start(folder.path().to_owned(), port).ok()).await;
    browser.open("about:blank").await;
    browser.open(&server.address()).await;
    browser.find("start").await;
    let has = "return caches.match('site.json').then((it) => it !== undefined)";
    browser.becomes("whether the host's file is kept", has, &[], &json!(false)).await;
}

journey!(what_lies_in_another_cache_is_looked_at_before_it_is_kept);
async fn what_lies_in_another_cache_is_looked_at_before_it_is_kept(browser: &mut Browser) {
    let site = site();
    let address = site.address();
    let start = named(&dist(), "start-");
    // A page that keeps nothing by itself; whoever else is on this host could leave the same.
    browser.open(&format!("{address}read/index.html")).await;
    let left = "const [address, path] = arguments;
        const script = new Response('window.hit = true', { headers: { 'Content-Type': 'text/javascript' } });
        return caches.open('stage-zero-0123456789abcdef /').then((it) => it.put(address + path, script)).then(() => null)";
    browser.eval(left, &[json!(address), json!(start)]).await;
    browser.open(&address).await;
    browser.becomes("kept by the browser", KEPT, &[], &json!(true)).await;
    let is_left =
        "return caches.match(arguments[0]).then((it) => it.text()).then((text) => text.includes('window.hit'))";
    browser.becomes("whether that is kept", is_left, &[json!(format!("{address}{start}"))], &json!(false)).await;
    drop(site);
    browser.open("about:blank").await;
    browser.open(&address).await;
    browser.find("start").await;
    assert_eq!(browser.eval("return window.hit ?? null", &[]).await, json!(null));
}

journey!(what_a_portal_answers_replaces_nothing);
async fn what_a_portal_answers_replaces_nothing(browser: &mut Browser) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    copy_folder(&dist(), folder.path());
    let icon = folder.path().join(named(folder.path(), "icon-192"));
    fs::copy(icon, folder.path().join("logo.png")).expect("the icon can be copied");
    fs::write(folder.path().join("site.json"), r#"{ "name": "Harbour Certification", "logo": "logo.png" }"#)
        .expect("the file can be written");
    let server: StaticServer = serve(folder.path().to_owned());
    let (address, port) = (server.address(), port_of(&server));
    browser.open(&address).await;
    browser.becomes("kept by the browser", KEPT, &[], &json!(true)).await;
    let logo = "return document.querySelector('.brand img')?.naturalWidth > 0";
    browser.becomes("the logo", logo, &[], &json!(true)).await;
    let before = browser.eval(KEPT_PATHS, &[]).await;
    drop(server);

    let portal = Portal::start(port);
    for _ in 0..2 {
        browser.open("about:blank").await;
        browser.open(&address).await;
        browser.find("start").await;
        browser.becomes("the host's logo", logo, &[], &json!(true)).await;
        let update = "return navigator.serviceWorker.getRegistration().then((it) => it.update()).catch(() => null).then(() => null)";
        browser.eval(update, &[]).await;
    }
    drop(portal);
    assert_eq!(browser.eval(KEPT_PATHS, &[]).await, before, "the same is kept");
    browser.open("about:blank").await;
    browser.open(&address).await;
    browser.becomes("the logo, without a network", logo, &[], &json!(true)).await;
}

journey!(two_copies_on_one_host_live_side_by_side);
async fn two_copies_on_one_host_live_side_by_side(browser: &mut Browser) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for copy in ["a", "b"] {
        copy_folder(&dist(), &folder.path().join(copy));
    }
    let server: StaticServer = serve(folder.path().to_owned());
    let [a, b] = ["a", "b"].map(|copy| format!("{}{copy}/", server.address()));
    for address in [&a, &b] {
        browser.open(address).await;
        browser.becomes("kept by the browser", KEPT, &[], &json!(true)).await;
    }
    let both = json!(["/a/", "/a/", "/b/", "/b/"]);
    browser.becomes("whose files are kept", FOLDERS, &[], &both).await;

    // Their assessments are the same: storage belongs to the host.
    browser.start_assessment().await;
    browser.fill("organisation-name", "Harbour Ltd").await;
    browser.saved().await;
    browser.open_in_new_tab(&a).await;
    browser.open_by_title("Harbour Ltd").await;
    browser.go("#/clauses/4.1").await;
    browser.answer("4.1-issues", 2).await;
    browser.saved().await;
    browser.go_to_tab(0).await;
    browser.go("#/clauses/4.1").await;
    browser.sees_answer("4.1-issues", Some(2)).await;

    // A new version of the one is none of the other's.
    publish(&folder.path().join("b"), "<title>", "<title>New: ");
    browser.eval("navigator.serviceWorker.getRegistration().then((it) => it.update())", &[]).await;
    browser.click("update").await;
    let is_new = "return document.querySelector('meta[name=generation]') !== null";
    browser.becomes("whether it is the new version", is_new, &[], &json!(true)).await;
    browser.sees_answer("4.1-issues", Some(2)).await;
    browser.becomes("whose files are kept", FOLDERS, &[], &both).await;
    browser.go_to_tab(1).await;
    assert!(browser.all("update").await.is_empty(), "nothing is offered to the other one");

    // Who removes everything in the one removes its files, and what both have stored, but not the other's files.
    browser.go("#/data").await;
    browser.click("remove-all").await;
    browser.eval("window.isOld = true", &[]).await;
    browser.click("remove-all-sure").await;
    browser.becomes("whether the page was loaded again", "return window.isOld ?? null", &[], &json!(null)).await;
    browser.find("backup-none").await;
    browser.becomes("whose files are kept", FOLDERS, &[], &json!(["/b/", "/b/"])).await;
    drop(server);
    browser.open("about:blank").await;
    browser.open(&format!("{b}#/assessments")).await;
    browser.becomes("whether it is the new version", is_new, &[], &json!(true)).await;
    browser.find("start").await;
    browser.sees_assessments(&[]).await;
}

/// The folders whose files are kept, once for each cache.
const FOLDERS: &str = "return caches.keys().then((names) => names.map((name) => name.split(' ')[1]).sort())";

/// What answers a page of its own to everything, as in a hotel.
struct Portal(std::process::Child);

impl Portal {
    fn start(port: u16) -> Self {
        let script = "import http.server, sys\n\
            class Portal(http.server.BaseHTTPRequestHandler):\n\
            \x20   def do_GET(self):\n\
            \x20       page = b'<!doctype html><title>Welcome</title><p>Please accept our terms.'\n\
            \x20       self.send_response(200)\n\
            \x20       self.send_header('Content-Type', 'text/html')\n\
            \x20       self.send_header('Content-Length', str(len(page)))\n\
            \x20       self.end_headers()\n\
            \x20       self.wfile.write(page)\n\
            http.server.ThreadingHTTPServer.allow_reuse_address = True\n\
            http.server.ThreadingHTTPServer(('127.0.0.1', int(sys.argv[1])), Portal).serve_forever()";
        let process = Command::new("python3")
            .args(["-c", script, &port.to_string()])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("python3 starts");
        let portal = Self(process);
        while std::net::TcpStream::connect(("127.0.0.1", port)).is_err() {
            std::thread::sleep(Duration::from_millis(30));
        }
        portal
    }
}

impl Drop for Portal {
    fn drop(&mut self) {
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

/// The paths of all that is kept.
const KEPT_PATHS: &str = "return (async () => {
    const paths = [];
    for (const name of await caches.keys()) {
        for (const { url } of await (await caches.open(name)).keys()) paths.push(url.slice(new URL('./', location.href).href.length));
    }
    return paths.sort();
})()";

fn port_of(server: &StaticServer) -> u16 {
    server.address().trim_end_matches('/').rsplit(':').next().and_then(|port| port.parse().ok()).expect("a port")
}

/// The file of the site whose name begins so, but for its compressed forms.
fn named(folder: &Path, start: &str) -> String {
    let files = fs::read_dir(folder).expect("the folder can be read").flatten();
    let mut names = files.map(|file| file.file_name().to_string_lossy().into_owned());
    names.find(|name| name.starts_with(start) && !name.ends_with(".br") && !name.ends_with(".gz")).expect("such a file")
}

/// Puts a new version in the place of the one that is served: another page, and a service worker that says so.
fn publish(folder: &Path, old: &str, new: &str) {
    let change = |name: &str, old: &str, new: &str| {
        let path = folder.join(name);
        let text = fs::read_to_string(&path).expect("the file can be read");
        assert!(text.contains(old), "{name} has {old}");
        fs::write(&path, text.replacen(old, new, 1)).expect("the file can be written");
        remove_compressed(&path);
    };
    change("index.html", old, &format!("<meta name=generation content=new>{new}"));
    change("service.js", "=\"stage-zero-", "=\"stage-zero-new-");
}
