//! What whoever hosts the site says of themselves, in `site.json` beside `index.html`: their name, logo, colours, links,
//! and what the site is to show for them.
//!
//! [`read`] takes what is right and says of everything else what is wrong, in which line, and what to do. The same code
//! runs in the browser, where the rest still counts, and in `stage-zero site-check`. It touches nothing outside.
#![forbid(unsafe_code)]

mod address;
mod colour;
mod fields;
mod look;
mod problem;
mod read;
#[cfg(feature = "schema")]
pub mod schema;
mod scheme;
mod settings;

pub use problem::Problem;
pub use read::{LONGEST_FILE, Reading, read};
pub use settings::{Guidance, Part, Settings};

/// What the site is told of a file: its settings, and its problems as sentences, as JSON.
///
/// # Errors
/// Never for what [`read`] yields: all of it is text, flags and lists.
pub fn told(text: &str) -> serde_json::Result<String> {
    #[derive(serde::Serialize)]
    struct Told {
        #[serde(flatten)]
        settings: Settings,
        problems: Vec<String>,
    }
    let Reading { settings, problems } = read(text);
    serde_json::to_string(&Told { settings, problems: problems.iter().map(Problem::to_string).collect() })
}

/// Names of `content/` that a host can refer to.
pub mod known {
    include!(concat!(env!("OUT_DIR"), "/known.rs"));
}
