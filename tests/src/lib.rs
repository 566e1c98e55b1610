//! The harness of the browser tests: real browsers on a profile that survives them, and the site on a local server.
//!
//! A journey is an async function over a [`Browser`]; [`journey!`] makes it a test in each browser. When one fails, a
//! picture, the page, what its console said and what the server was asked are kept: see `evidence.rs`.

mod accessibility;
mod assessing;
mod browser;
mod capabilities;
mod driver;
mod eavesdropper;
mod engine;
mod evidence;
mod hostile;
mod hosts;
mod keyboard;
mod overlap;
mod page;
mod pages;
mod ports;
mod processes;
mod random;
mod spare;
mod tabs;
mod traces;

pub use assessing::title;
pub use browser::Browser;
pub use eavesdropper::{Eavesdropper, Heard};
pub use engine::Engine;
pub use fantoccini::{elements::Element, key::Key};
pub use hostile::{HOSTILE, hostile_assessment};
pub use hosts::{BELOW, Host};
pub use page::eventually;
pub use pages::PAGES;
pub use random::{Random, number};
pub use serde_json::{Value, json};
pub use spare::browser as any_browser;
pub use static_server::StaticServer;

use std::{
    collections::BTreeSet,
    env, fs,
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    path::{Path, PathBuf},
    sync::Mutex,
    time::Duration,
};
use tempfile::TempDir;

/// No journey takes longer; a browser that hangs must not hang the tests.
fn limit() -> Duration {
    Duration::from_secs(number("STAGE_ZERO_LIMIT", 400))
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

/// The site with a script that runs before everything else, and the folder that it is in.
pub fn site_with(script: &str) -> (TempDir, StaticServer) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    copy_folder(&dist(), folder.path());
    let page = folder.path().join("index.html");
    let text = fs::read_to_string(&page).expect("the page can be read");
    let start = "<script type=module";
    let with_script = text.replacen(start, &format!("<script src=./before.js></script>{start}"), 1);
    fs::write(&page, with_script).expect("the page can be written");
    remove_compressed(&page);
    fs::write(folder.path().join("before.js"), script).expect("the folder can be written");
    let site = serve(folder.path().to_owned());
    (folder, site)
}

/// Removes the compressed forms of a file, which would be sent in its place. A site that is made to be looked at has none.
pub fn remove_compressed(file: &Path) {
    for ending in ["br", "gz"] {
        fs::remove_file(format!("{}.{ending}", file.display())).ok();
    }
}

/// A folder of `tests/fixtures/` on a port of its own.
pub fn fixture(name: &str) -> StaticServer {
    serve(Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(name))
}

/// The folder beside it with what is handed to hosts.
pub fn release() -> PathBuf {
    dist().join("../release")
}

/// Copies a folder with all that is in it but links: that of a profile says which browser runs on it, and none does on a copy.
pub fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("the copy's folder can be made");
    for entry in fs::read_dir(from).expect("the folder can be read").flatten() {
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        match entry.file_type().expect("the folder can be read") {
            kind if kind.is_dir() => copy_folder(&path, &target),
            kind if kind.is_file() => drop(fs::copy(&path, &target).expect("the file can be copied")),
            _ => {}
        }
    }
}

/// A folder on a port that no folder had before it: a browser may have kept something of that.
pub fn serve(folder: PathBuf) -> StaticServer {
    static HAD: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());
    let start = || StaticServer::start(folder.clone(), 0).expect("a free port on the loopback address");
    let is_new = |server: &StaticServer| HAD.lock().expect("nobody panics with it").insert(server.address());
    let mut server = start();
    while !is_new(&server) {
        server = start();
    }
    match evidence::folder() {
        Some(evidence) => server.logging_to(&evidence.join("server.log")),
        None => server,
    }
}

/// Makes tests of a journey: `name::chromium`, `name::firefox` and `name::webkit`; or some of them, with the reason.
///
/// ```ignore
/// journey!(an_answer_is_kept);
/// journey!(a_full_disk_is_survived, only chromium: "no other driver can fill it");
/// journey!(nothing_is_stored, only chromium: "no other can forbid it", in e2e::Browser::start_without_storage);
/// ```
#[macro_export]
macro_rules! journey {
    ($name:ident) => {
        $crate::journey!($name, only chromium firefox webkit: "wherever people are");
    };
    ($name:ident, only $($browser:ident)+: $why:literal) => {
        $crate::journey!($name, only $($browser)+: $why, in $crate::any_browser);
    };
    ($name:ident, only $($browser:ident)+: $why:literal, in $start:path) => {
        mod $name {
            $(#[test]
            fn $browser() {
                let place = concat!(module_path!(), "::", stringify!($browser));
                $crate::run($start($crate::Engine::named(stringify!($browser))), place, super::$name);
            })+
        }
    };
}

/// Runs a journey in a browser that is started for it; its place is the path of the test.
pub fn run(starting: impl Future<Output = Browser>, place: &str, journey: impl AsyncFnOnce(&mut Browser)) {
    // The program's own name is no part of the journey's.
    let name = place.split_once("::").map_or(place, |(_, name)| name);
    spare::begin(name);
    let runtime = spare::runtime();
    let started = catch_unwind(AssertUnwindSafe(|| runtime.block_on(starting)));
    let mut browser = started.unwrap_or_else(|panic| {
        runtime.block_on(spare::end(name, "failed"));
        resume_unwind(panic)
    });
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        runtime.block_on(async {
            let finished = tokio::time::timeout(limit(), journey(&mut browser)).await;
            assert!(finished.is_ok(), "the journey was not over after {} s", limit().as_secs());
        });
    }));
    if let Err(panic) = outcome {
        runtime.block_on(evidence::keep(&browser, name));
        drop(browser);
        runtime.block_on(spare::end(name, "failed"));
        resume_unwind(panic);
    }
    let closed = runtime.block_on(async { tokio::time::timeout(limit(), spare::keep(browser, name)).await });
    assert!(closed.is_ok(), "the browser was not closed after {} s", limit().as_secs());
}
