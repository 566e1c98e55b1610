//! Journeys that one process runs one after the other share browsers: starting one takes longer than a short journey. Each
//! journey serves a site of its own, so it has an origin of its own, and a tab of its own: it finds nothing of others.

use crate::{Browser, Engine, evidence, number};
use std::sync::{
    Mutex, OnceLock,
    atomic::{AtomicU64, Ordering},
};
use tokio::runtime::{Builder, Runtime};

/// The browser of the journey before.
static SPARE: Mutex<Option<Browser>> = Mutex::new(None);

/// How many journeys of this process have begun.
static BEGUN: AtomicU64 = AtomicU64::new(0);

/// The runtime of all journeys, since a browser's connection to its driver lives as long as that.
pub fn runtime() -> &'static Runtime {
    static RUNTIME: OnceLock<Runtime> = OnceLock::new();
    RUNTIME.get_or_init(|| Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("a runtime"))
}

/// A browser as it is when it was started: the one of the journey before, or a new one.
pub async fn browser(engine: Engine) -> Browser {
    if let Some(mut browser) = taken() {
        if browser.engine() == engine && browser.renew().await.is_ok() {
            return browser;
        }
        browser.kill();
    }
    Browser::start(engine).await
}

/// Ends a journey that passed: keeps its browser for the next one, or closes it as a person does.
pub async fn keep(mut browser: Browser, name: &str) {
    if browser.is_as_started() && !is_last() {
        *SPARE.lock().expect("nobody panics with it") = Some(browser);
    } else {
        browser.close().await;
    }
    end(name, "passed").await;
}

/// Ends a journey that was begun, and after the last one the browser that is kept.
pub async fn end(name: &str, how: &str) {
    evidence::end(name, how);
    if is_last()
        && let Some(mut browser) = taken()
    {
        browser.close().await;
    }
}

/// Begins a journey.
pub fn begin(name: &str) {
    BEGUN.fetch_add(1, Ordering::Relaxed);
    evidence::begin(name);
}

/// Whether no journey follows in this process. `cargo xtask test` says how many it runs; by hand they run beside each other,
/// each in a browser of its own.
fn is_last() -> bool {
    BEGUN.load(Ordering::Relaxed) >= number("STAGE_ZERO_TOGETHER", 1)
}

fn taken() -> Option<Browser> {
    SPARE.lock().expect("nobody panics with it").take()
}
