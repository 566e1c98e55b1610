//! What must hold for every reader, whatever it is given. Each function here takes any bytes; it panics where a reader
//! breaks its promise, and that is what the fuzzer looks for. The corpora in `corpora/` are replayed by the tests.
#![forbid(unsafe_code)]

mod address;
mod assessment;
mod content;
mod packed;
mod review;
mod site;
mod workbook;

pub use address::address;
pub use assessment::{assessment, report, verify};
pub use content::content;
pub use packed::{age, pdf, zip};
pub use review::review;
pub use site::site;
pub use workbook::{requests, workbook};

use readiness::{Catalogue, Told};

/// What takes any bytes, and panics where a reader breaks its promise.
pub type Holds = fn(&[u8]);

/// Every reader by the name of its folder in `corpora/`.
///
/// The packs of `content/` are made by the build, and come from the same
/// host as the program that reads them. The command line reads a folder file by file, each by one of these.
pub const READERS: &[(&str, Holds)] = &[
    ("assessment", assessment),
    ("review", review),
    ("report", report),
    ("verify", verify),
    ("pdf", pdf),
    ("zip", zip),
    ("age", age),
    ("content", content),
    ("address", address),
    ("site", site),
    ("workbook", workbook),
    ("requests", requests),
];

fn catalogue() -> &'static Catalogue {
    thread_local! {
        static CATALOGUE: &'static Catalogue = Box::leak(Box::new(Catalogue::english()));
    }
    CATALOGUE.with(|catalogue| *catalogue)
}

/// Whoever is refused is told why, in no more than somebody would read.
fn says(error: &dyn Told) {
    let message = error.told(catalogue());
    assert!((10..10_000).contains(&message.len()), "{message}");
}
