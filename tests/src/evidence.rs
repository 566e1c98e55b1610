//! What is kept of a journey that failed: a picture of the page, its markup, what its console said, the log of the
//! driver, and beside them what the server was asked.

use crate::Browser;
use std::{
    env, fs,
    path::{Path, PathBuf},
    sync::Mutex,
    time::Duration,
};
use tokio::time::timeout;

/// How long a browser may take to tell what it shows.
const PATIENCE: Duration = Duration::from_secs(20);

/// What journeys leave, a folder each; `cargo xtask test` says where, and then runs one after the other in a process.
static FOLDER: Mutex<Option<PathBuf>> = Mutex::new(None);

/// Begins a journey: `typing::a_text_is_kept::firefox` leaves what it leaves in `firefox/typing.a_text_is_kept`.
pub fn begin(name: &str) {
    println!("journey begins: {name}");
    let Some(all) = env::var_os("STAGE_ZERO_EVIDENCE") else { return };
    let (journey, browser) = name.rsplit_once("::").unwrap_or((name, ""));
    let folder = Path::new(&all).join(browser).join(journey.replace("::", "."));
    fs::create_dir_all(&folder).expect("the folder of evidence can be made");
    *FOLDER.lock().expect("nobody panics with it") = Some(folder);
}

/// Ends it, and says how.
pub fn end(name: &str, how: &str) {
    println!("journey {how}: {name}");
}

/// The folder for this journey's evidence, if `cargo xtask test` runs it.
pub fn folder() -> Option<PathBuf> {
    FOLDER.lock().expect("nobody panics with it").clone()
}

/// Writes the evidence. It must not fail itself, or it would hide why the journey did.
pub async fn keep(browser: &Browser, name: &str) {
    if !browser.is_open() {
        return;
    }
    let by_hand = || {
        let all = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/e2e");
        all.join(name.replace("::", "."))
    };
    let folder = folder().unwrap_or_else(by_hand);
    fs::create_dir_all(&folder).ok();
    fs::copy(browser.log(), folder.join("driver.log")).ok();
    if timeout(PATIENCE, of_page(browser, &folder)).await.is_err() {
        eprintln!("the browser does not answer any more, so something is missing in {}", folder.display());
    }
}

/// What only the browser can tell. The picture comes last: WebKit's driver waits for one of a page that nobody sees.
async fn of_page(browser: &Browser, folder: &Path) {
    eprintln!("At {}; picture and page are in {}", browser.address().await, folder.display());
    let errors = browser.console_errors().await;
    let said = if errors.is_empty() { "nothing".into() } else { errors.join("\n") };
    fs::write(folder.join("console.txt"), &said).ok();
    eprintln!("The console said: {said}");
    if let Ok(page) = browser.client().source().await {
        fs::write(folder.join("page.html"), page).ok();
    }
    if let Ok(picture) = browser.client().screenshot().await {
        fs::write(folder.join("page.png"), picture).ok();
    }
}
