//! What pages leave behind them: requests, downloads, stored data, messages in the console.

use crate::{
    Browser, Engine,
    page::{PATIENCE, PAUSE},
};
use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::{Value, json};
use std::{
    fs,
    path::{Path, PathBuf},
    time::Instant,
};
use url::Url;

/// Where Chromium's driver takes commands of its own protocol.
const PROTOCOL: &str = "goog/cdp/execute";

impl Browser {
    /// The addresses of everything that the page has loaded since it was opened.
    pub async fn requests(&self) -> Vec<String> {
        let names = self.eval("return performance.getEntriesByType('resource').map((entry) => entry.name)", &[]).await;
        names.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
    }

    /// Waits for a download whose name contains the given part, and gives its path.
    pub async fn downloaded(&self, part: &str) -> PathBuf {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let files = fs::read_dir(self.downloads()).into_iter().flatten().flatten().map(|entry| entry.path());
            if let Some(file) = files.filter(|file| is_whole(file)).find(|file| name(file).contains(part)) {
                return file;
            }
            assert!(Instant::now() < deadline, "no download with '{part}' in its name");
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// The file that Chromium's IndexedDB is writing to, of the site at this address.
    ///
    /// # Panics
    /// When there is none.
    pub fn database_log(&self, address: &str) -> PathBuf {
        let port = address.trim_end_matches('/').rsplit(':').next().expect("an address with a port");
        let database = format!("_{port}.indexeddb.leveldb");
        let files = |folder: &Path| fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
        let all = files(&self.profile().join("Default/IndexedDB"));
        let databases = all.filter(|path| name(path).ends_with(&database));
        let logs = databases.flat_map(|folder| files(&folder).collect::<Vec<_>>());
        logs.filter(|file| name(file).ends_with(".log")).max().expect("Chromium keeps a log")
    }

    /// Removes all that a site has stored, as 'clear site data' does. Leaves a page without scripts.
    pub async fn clear_site_data(&self, address: &str) {
        if self.engine() == Engine::Chromium {
            self.eval("sessionStorage.clear()", &[]).await;
            self.open("about:blank").await;
            let everything = json!({ "origin": address.trim_end_matches('/'), "storageTypes": "all" });
            self.command(PROTOCOL, json!({ "cmd": "Storage.clearDataForOrigin", "params": everything })).await;
            return;
        }
        self.open(&format!("{address}no-such-page")).await;
        let script = "localStorage.clear(); sessionStorage.clear();
            for (const { name } of await indexedDB.databases()) {
                await new Promise((resolve, reject) => {
                    const request = indexedDB.deleteDatabase(name);
                    request.onsuccess = resolve;
                    request.onerror = request.onblocked = () => reject(new Error(name + ' is still open'));
                });
            }
            for (const key of await caches.keys()) await caches.delete(key);
            for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();";
        self.eval(&format!("return (async () => {{ {script} }})()"), &[]).await;
    }

    /// What went wrong in the pages since the browser was opened, as its console says it: in Firefox the errors that no
    /// page has caught, in Chromium also those that a page or the browser reported.
    pub async fn console_errors(&self) -> Vec<String> {
        match self.engine() {
            Engine::Chromium => {
                self.read_console().await;
                self.console.borrow().clone()
            }
            // Its own parts use the console too, so only what no page has caught counts.
            Engine::Firefox => self.logged(|line| line.contains("JavaScript error: http")),
            Engine::WebKit => self.logged(|line| {
                // It shows a plain text with a style of its own, which the policy forbids.
                line.contains(": CONSOLE") && line.contains(" ERROR ") && !line.contains("/no-such-page:")
            }),
        }
    }

    /// Lines of the log that the driver and its browser have written in this journey.
    fn logged(&self, counts: impl Fn(&str) -> bool) -> Vec<String> {
        let log = fs::read(self.log()).unwrap_or_default();
        let begins = usize::try_from(self.log_begins).map_or(log.len(), |begins| begins.min(log.len()));
        String::from_utf8_lossy(&log[begins..]).lines().filter(|line| counts(line)).map(str::to_owned).collect()
    }

    /// What the page has warned of in its console since it was last asked; only Chromium's driver tells.
    pub async fn console_warnings(&self) -> Option<Vec<String>> {
        if self.engine() == Engine::Chromium { Some(self.read_console().await) } else { None }
    }

    /// Reads what is new in Chromium's console: keeps the errors, and gives the warnings.
    async fn read_console(&self) -> Vec<String> {
        let entries = self.command("se/log", json!({ "type": "browser" })).await;
        let of = |level: &str| {
            let entries = entries.as_array().into_iter().flatten().filter(|entry| entry["level"] == level);
            entries.map(|entry| entry["message"].to_string()).collect::<Vec<_>>()
        };
        self.console.borrow_mut().extend(of("SEVERE"));
        of("WARNING")
    }

    /// A command of Chromium's own protocol, such as `Network.emulateNetworkConditions`.
    pub async fn devtools(&self, method: &str, parameters: Value) -> Value {
        self.spoil();
        self.command(PROTOCOL, json!({ "cmd": method, "params": parameters })).await
    }

    async fn command(&self, path: &'static str, body: Value) -> Value {
        let result = self.client().issue_cmd(VendorCommand { path, body }).await;
        result.unwrap_or_else(|error| panic!("the driver refuses {path}: {error}"))
    }
}

fn name(file: &Path) -> String {
    file.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// Browsers write a download under a name of its own, or leave the final one empty until all is there.
fn is_whole(file: &Path) -> bool {
    let unfinished = file.extension().is_some_and(|kind| kind == "crdownload" || kind == "part" || kind == "tmp");
    !unfinished && !name(file).starts_with('.') && file.metadata().is_ok_and(|metadata| metadata.len() > 0)
}

/// A command below the session that WebDriver itself does not have.
#[derive(Debug)]
struct VendorCommand {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for VendorCommand {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _url: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.to_string()))
    }
}
