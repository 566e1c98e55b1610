//! The harness of the browser tests: real browsers on a profile that survives them, and the site on a local server.
//!
//! A journey is an async function over a [`Browser`]; [`journey!`] makes it a test in Chromium and one in Firefox.
//! When one fails, the screenshot, the page and what the console said are kept in `target/e2e/`.

mod accessibility;
mod assessing;
mod browser;
mod driver;
mod eavesdropper;
mod evidence;
mod hostile;
mod hosts;
mod keyboard;
mod overlap;
mod page;
mod pages;
mod processes;
mod random;
#[path = "../../xtask/src/static_server/mod.rs"]
mod static_server;
mod tabs;
mod traces;

pub use assessing::title;
pub use browser::{Browser, Kind};
pub use eavesdropper::{Eavesdropper, Heard};
pub use fantoccini::{elements::Element, key::Key};
pub use hostile::{HOSTILE, hostile_assessment};
pub use hosts::{BELOW, Host};
pub use pages::PAGES;
pub use random::{Random, number};
pub use serde_json::{Value, json};
pub use static_server::StaticServer;

use std::{
    env,
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    path::{Path, PathBuf},
    time::Duration,
};

/// No journey takes longer; a browser that hangs must not hang the tests.
fn limit() -> Duration {
    Duration::from_secs(number("STAGE_ZERO_LIMIT", 600))
}

/// The built site on a port of its own.
pub fn site() -> StaticServer {
    serve(dist())
}

/// The folder of the built site: `$STAGE_ZERO_DIST`, or `dist/` at the top of the project.
pub fn dist() -> PathBuf {
    let dist = env::var_os("STAGE_ZERO_DIST")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../dist"), PathBuf::from);
    assert!(dist.join("index.html").is_file(), "no site in {}; run `cargo xtask dist` first", dist.display());
    dist
}

/// A folder of `tests/fixtures/` on a port of its own.
pub fn fixture(name: &str) -> StaticServer {
    serve(Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(name))
}

/// The folder beside it with what is handed to hosts.
pub fn release() -> PathBuf {
    dist().join("../release")
}

/// Copies a folder with all that is in it.
pub fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("the copy's folder can be made");
    for entry in std::fs::read_dir(from).expect("the folder can be read").flatten() {
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        match path.is_dir() {
            true => copy_folder(&path, &target),
            false => drop(std::fs::copy(&path, &target).expect("the file can be copied")),
        }
    }
}

/// A folder on a port of its own.
pub fn serve(folder: PathBuf) -> StaticServer {
    StaticServer::start(folder, 0).expect("a free port on the loopback address")
}

/// Makes two tests of a journey, `name::chromium` and `name::firefox`.
#[macro_export]
macro_rules! journey {
    ($name:ident) => {
        mod $name {
            #[test]
            fn chromium() {
                $crate::run($crate::Kind::Chromium, stringify!($name), super::$name);
            }
            #[test]
            fn firefox() {
                $crate::run($crate::Kind::Firefox, stringify!($name), super::$name);
            }
        }
    };
}

/// Runs a journey in a browser on a fresh profile.
pub fn run(kind: Kind, name: &str, journey: impl AsyncFnOnce(&mut Browser)) {
    run_in(Browser::start(kind), name, journey);
}

/// Runs a journey in a browser that was started in a way of its own.
pub fn run_in(starting: impl Future<Output = Browser>, name: &str, journey: impl AsyncFnOnce(&mut Browser)) {
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("a runtime");
    let mut browser = runtime.block_on(starting);
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        runtime.block_on(async {
            let finished = tokio::time::timeout(limit(), journey(&mut browser)).await;
            assert!(finished.is_ok(), "the journey was not over after {} s", limit().as_secs());
        });
    }));
    if let Err(panic) = outcome {
        runtime.block_on(evidence::keep(&browser, name));
        resume_unwind(panic);
    }
    runtime.block_on(browser.close());
}
