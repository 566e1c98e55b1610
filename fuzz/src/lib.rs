//! What must hold for every reader, whatever it is given. Each function here takes any bytes; it panics where a reader
//! breaks its promise, and that is what the fuzzer looks for. The corpora in `corpora/` are replayed by the tests.
#![forbid(unsafe_code)]

mod address;
mod assessment;
mod content;

pub use address::address;
pub use assessment::{assessment, report, verify};
pub use content::content;

/// What takes any bytes, and panics where a reader breaks its promise.
pub type Holds = fn(&[u8]);

/// Every reader by the name of its folder in `corpora/`.
pub const READERS: &[(&str, Holds)] =
    &[("assessment", assessment), ("report", report), ("verify", verify), ("content", content), ("address", address)];
