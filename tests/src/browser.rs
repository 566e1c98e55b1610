//! A browser on a profile of its own: it can be closed or killed and opened again, and what it stored is still there.

use crate::{Engine, capabilities, copy_folder, driver::Driver};
use fantoccini::{Client, ClientBuilder, error::CmdError, wd::WindowHandle};
use hyper_util::client::legacy::connect::HttpConnector;
use std::{
    cell::{Cell, RefCell},
    fs,
    path::PathBuf,
};
use tempfile::TempDir;

/// A browser with one window; see [`crate::page`] for what one does with it.
pub struct Browser {
    engine: Engine,
    /// Whether sites may store something.
    storage: bool,
    /// The proxy for every address, this machine's own included.
    proxy: Option<String>,
    /// Profile, downloads and log; gone when the browser is dropped.
    folder: TempDir,
    running: Option<(Driver, Client)>,
    /// What Chromium's console has said since the browser was opened; its driver tells it only once.
    pub(crate) console: RefCell<Vec<String>>,
    /// How much of the log is of journeys before this one.
    pub(crate) log_begins: u64,
    /// Whether it was neither ended nor told anything since it was started that outlasts a tab.
    is_as_started: Cell<bool>,
    /// Its tabs, in the order in which they were first seen.
    pub(crate) tabs: RefCell<Vec<WindowHandle>>,
}

impl Browser {
    /// Starts a browser on a fresh profile.
    pub async fn start(engine: Engine) -> Self {
        Self::start_with(engine, true, None).await
    }

    /// Starts a browser that was told to let no site store anything.
    pub async fn start_without_storage(engine: Engine) -> Self {
        Self::start_with(engine, false, None).await
    }

    /// Starts a browser that sends all it sends through a proxy, such as `127.0.0.1:8080`.
    pub async fn start_through(engine: Engine, proxy: String) -> Self {
        Self::start_with(engine, true, Some(proxy)).await
    }

    async fn start_with(engine: Engine, storage: bool, proxy: Option<String>) -> Self {
        let mut browser = Self::in_new_folder(engine, storage, proxy);
        if engine == Engine::Firefox {
            copy_folder(&started_before().await, &browser.profile());
        }
        browser.open_again().await;
        browser.is_as_started.set(browser.storage && browser.proxy.is_none());
        browser
    }

    /// Whether the next journey finds it as it was when it was started, once it is renewed.
    pub(crate) fn is_as_started(&self) -> bool {
        self.is_as_started.get() && self.engine != Engine::WebKit
    }

    /// Says that the next journey would find something of this one in the browser, and so needs another one.
    pub(crate) fn spoil(&self) {
        self.is_as_started.set(false);
    }

    /// Makes it as it was when it was started, for another site: with one new tab, and without downloads.
    pub(crate) async fn renew(&mut self) -> Result<(), CmdError> {
        let client = self.client();
        let before = client.windows().await?;
        let tab = client.new_window(true).await?.handle;
        for window in before {
            client.switch_to_window(window).await?;
            client.close_window().await?;
        }
        client.switch_to_window(tab).await?;
        for download in fs::read_dir(self.downloads())?.flatten() {
            fs::remove_file(download.path())?;
        }
        self.console_errors().await;
        self.console.take();
        self.tabs.take();
        self.log_begins = fs::metadata(self.log())?.len();
        self.count_tabs().await;
        Ok(())
    }

    /// Makes its window as large as this, in pixels.
    pub async fn resize(&self, width: u32, height: u32) {
        self.spoil();
        self.client().set_window_size(width, height).await.expect("the window gets another size");
    }

    fn in_new_folder(engine: Engine, storage: bool, proxy: Option<String>) -> Self {
        let folder = tempfile::Builder::new().prefix("stage-zero-e2e-").tempdir().expect("a temporary folder");
        for part in ["profile", "downloads"] {
            std::fs::create_dir(folder.path().join(part)).expect("the temporary folder can be written");
        }
        let (console, tabs, is_as_started) = (RefCell::default(), RefCell::default(), Cell::new(false));
        Self { engine, storage, proxy, folder, running: None, console, log_begins: 0, is_as_started, tabs }
    }

    /// Which browser it is.
    pub fn engine(&self) -> Engine {
        self.engine
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
        self.spoil();
        if let Some((driver, client)) = self.running.take() {
            if self.engine == Engine::WebKit {
                // Its driver would kill it.
                for window in client.windows().await.expect("the browser has windows") {
                    client.switch_to_window(window).await.expect("the window is there");
                    client.close_window().await.expect("the window closes");
                }
                driver.outlives_browser();
            } else {
                client.close().await.expect("the browser closes");
            }
            driver.stop();
        }
    }

    /// Kills every process of the browser at once, as a crash or a power cut does; its profile stays.
    pub fn kill(&mut self) {
        self.spoil();
        if let Some((driver, _)) = self.running.take() {
            driver.kill_browser();
            driver.stop();
        }
    }

    /// Starts the browser on the profile of the one that was closed or killed.
    pub async fn open_again(&mut self) {
        assert!(self.running.is_none(), "the browser is still open");
        let driver = Driver::start(self.engine, self.folder.path(), &self.log());
        let proxy = self.proxy.as_deref();
        let capabilities = capabilities::of(self.engine, self.storage, proxy, self.folder.path());
        let mut builder = ClientBuilder::new(HttpConnector::new());
        let connected = builder.capabilities(capabilities).connect(&driver.address()).await;
        let client = connected.unwrap_or_else(|error| {
            driver.kill_browser();
            panic!("{} does not start: {error}", self.engine.name())
        });
        self.console.take();
        self.tabs.take();
        self.log_begins = 0;
        self.running = Some((driver, client));
        self.count_tabs().await;
    }

    /// What the driver, and in Firefox the browser too, has printed.
    pub(crate) fn log(&self) -> PathBuf {
        self.folder.path().join("driver.log")
    }
}

/// A profile with which Firefox was started once, on an empty page: with an empty one it works twice as long before it shows
/// anything. The first journey of a checkout makes it.
async fn started_before() -> PathBuf {
    let kept = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../target/firefox-profile"));
    if !kept.exists() {
        let mut browser = Browser::in_new_folder(Engine::Firefox, true, None);
        browser.open_again().await;
        browser.close().await;
        // Another journey may have done so meanwhile.
        let beside = kept.with_extension(std::process::id().to_string());
        copy_folder(&browser.profile(), &beside);
        if std::fs::rename(&beside, &kept).is_err() {
            std::fs::remove_dir_all(&beside).ok();
        }
    }
    kept
}

impl Drop for Browser {
    fn drop(&mut self) {
        self.kill();
    }
}
