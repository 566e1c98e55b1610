//! What is kept of a journey that failed: a picture of the page, its markup, and what the console said.

use crate::Browser;
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Writes the evidence to `target/e2e/`. It must not fail itself, or it would hide why the journey did.
pub async fn keep(browser: &Browser, name: &str) {
    if !browser.is_open() {
        return;
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/e2e");
    let file = |ending: &str| -> PathBuf { folder.join(format!("{name}-{}.{ending}", browser.kind().name())) };
    let client = browser.client();
    let written = fs::create_dir_all(&folder).is_ok()
        && client.screenshot().await.is_ok_and(|picture| fs::write(file("png"), picture).is_ok())
        && client.source().await.is_ok_and(|page| fs::write(file("html"), page).is_ok());
    let address = browser.address().await;
    if written {
        eprintln!("At {address}; picture and page are in {}", file("png").display());
        let errors = browser.console_errors().await;
        eprintln!("The console said: {}", if errors.is_empty() { "nothing".into() } else { errors.join("\n") });
    } else {
        eprintln!("At {address}; the browser does not answer any more, so there is no picture");
    }
}
