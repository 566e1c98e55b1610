//! A browser on a profile of its own: it can be closed or killed and opened again, and what it stored is still there.

use crate::{driver::Driver, processes};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::{
    cell::RefCell,
    path::{Path, PathBuf},
};
use tempfile::TempDir;

/// The browsers that we test in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Chromium, driven by chromedriver.
    Chromium,
    /// Firefox, driven by geckodriver.
    Firefox,
}

impl Kind {
    /// The browser's name in lower case.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
        }
    }
}

/// A browser with one window; see [`crate::page`] for what one does with it.
pub struct Browser {
    kind: Kind,
    /// Whether sites may store something.
    storage: bool,
    /// The proxy for every address, this machine's own included.
    proxy: Option<String>,
    /// Profile, downloads and log; gone when the browser is dropped.
    folder: TempDir,
    running: Option<(Driver, Client)>,
    /// What Chromium's console has said since the browser was opened; its driver tells it only once.
    pub(crate) console: RefCell<Vec<String>>,
}

impl Browser {
    /// Starts a browser on a fresh profile.
    pub async fn start(kind: Kind) -> Self {
        Self::start_with(kind, true, None).await
    }

    /// Starts a browser that was told to let no site store anything.
    pub async fn start_without_storage(kind: Kind) -> Self {
        Self::start_with(kind, false, None).await
    }

    /// Starts a browser that sends all it sends through a proxy, such as `127.0.0.1:8080`.
    pub async fn start_through(kind: Kind, proxy: String) -> Self {
        Self::start_with(kind, true, Some(proxy)).await
    }

    async fn start_with(kind: Kind, storage: bool, proxy: Option<String>) -> Self {
        let folder = tempfile::Builder::new().prefix("stage-zero-e2e-").tempdir().expect("a temporary folder");
        for part in ["profile", "downloads"] {
            std::fs::create_dir(folder.path().join(part)).expect("the temporary folder can be written");
        }
        let mut browser = Self { kind, storage, proxy, folder, running: None, console: RefCell::default() };
        browser.open_again().await;
        browser
    }

    /// Which browser it is.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Whether it runs.
    pub fn is_open(&self) -> bool {
        self.running.is_some()
    }

    /// The folder that downloads go to.
    pub fn downloads(&self) -> PathBuf {
        self.folder.path().join("downloads")
    }

    pub(crate) fn profile(&self) -> PathBuf {
        self.folder.path().join("profile")
    }

    /// The driver of the running browser's window.
    ///
    /// # Panics
    /// When the browser was closed and not opened again.
    pub fn client(&self) -> &Client {
        &self.running.as_ref().expect("the browser is open").1
    }

    /// Closes the browser as a person does; its profile stays.
    pub async fn close(&mut self) {
        if let Some((driver, client)) = self.running.take() {
            client.close().await.expect("the browser closes");
            driver.stop();
        }
    }

    /// Kills every process of the browser at once, as a crash or a power cut does; its profile stays.
    pub fn kill(&mut self) {
        if let Some((driver, _)) = self.running.take() {
            processes::kill_descendants(driver.id());
            driver.stop();
        }
    }

    /// Starts the browser on the profile of the one that was closed or killed.
    pub async fn open_again(&mut self) {
        assert!(self.running.is_none(), "the browser is still open");
        let driver = Driver::start(self.kind, &self.log());
        let mut wanted = capabilities(self.kind, self.storage, self.folder.path());
        if let Some(proxy) = &self.proxy {
            send_through(proxy, self.kind, &mut wanted);
        }
        let Value::Object(capabilities) = wanted else { unreachable!() };
        let mut builder = ClientBuilder::new(HttpConnector::new());
        let connected = builder.capabilities(capabilities).connect(&driver.address()).await;
        let client = connected.unwrap_or_else(|error| panic!("{} does not start: {error}", self.kind.name()));
        self.console.take();
        self.running = Some((driver, client));
    }

    /// What the driver, and in Firefox the browser too, has printed.
    pub(crate) fn log(&self) -> PathBuf {
        self.folder.path().join("driver.log")
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        self.kill();
    }
}

fn capabilities(kind: Kind, storage: bool, folder: &Path) -> Value {
    let profile = folder.join("profile").display().to_string();
    let downloads = folder.join("downloads").display().to_string();
    let timeouts = json!({ "pageLoad": 60_000, "script": 60_000 });
    match kind {
        Kind::Chromium => json!({
            "timeouts": timeouts,
            "goog:loggingPrefs": { "browser": "ALL" },
            "goog:chromeOptions": {
                "args": [
                    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
                    "--disable-component-update", "--disable-sync", "--disable-breakpad", "--no-first-run",
                    "--window-size=1280,900", "--lang=en", format!("--user-data-dir={profile}"),
                ],
                "prefs": {
                    "download.default_directory": downloads,
                    "download.prompt_for_download": false,
                    "profile.default_content_setting_values.cookies": if storage { 1 } else { 2 },
                },
            },
        }),
        Kind::Firefox => json!({
            "timeouts": timeouts,
            "moz:firefoxOptions": {
                "args": ["-headless", "-profile", profile],
                "env": { "MOZ_HEADLESS_WIDTH": "1280", "MOZ_HEADLESS_HEIGHT": "900" },
                "prefs": {
                    "browser.download.folderList": 2,
                    "browser.download.dir": downloads,
                    // Its list of downloads would take the focus.
                    "browser.download.alwaysOpenPanel": false,
                    "browser.download.always_ask_before_handling_new_types": false,
                    "intl.accept_languages": "en",
                    "network.cookie.cookieBehavior": if storage { 5 } else { 2 },
                    "toolkit.telemetry.enabled": false,
                    "datareporting.policy.dataSubmissionEnabled": false,
                },
            },
        }),
    }
}

/// Has the browser use a proxy for everything: without being told so, both go to this machine directly.
fn send_through(proxy: &str, kind: Kind, capabilities: &mut Value) {
    let (host, port) = proxy.rsplit_once(':').expect("a host and a port");
    let port: u16 = port.parse().expect("a port");
    match kind {
        Kind::Chromium => {
            let arguments = capabilities["goog:chromeOptions"]["args"].as_array_mut().expect("arguments");
            arguments.push(format!("--proxy-server=http://{proxy}").into());
            arguments.push("--proxy-bypass-list=<-loopback>".into());
        }
        Kind::Firefox => {
            let preferences = &mut capabilities["moz:firefoxOptions"]["prefs"];
            preferences["network.proxy.type"] = json!(1);
            for scheme in ["http", "ssl"] {
                preferences[format!("network.proxy.{scheme}")] = json!(host);
                preferences[format!("network.proxy.{scheme}_port")] = json!(port);
            }
            preferences["network.proxy.no_proxies_on"] = json!("");
            preferences["network.proxy.allow_hijacking_localhost"] = json!(true);
        }
    }
}
