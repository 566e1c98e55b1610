//! Readiness for an ISO/IEC 27001:2022 certification, derived from what a person answers.
//!
//! Data flows one way: a [`Catalogue`] (what the standard asks) and an [`Assessment`] (what a person said, changed
//! only by [`Edit`]s) go in; everything else is computed from them by pure functions. The crate touches no clock, no
//! file and no browser: they come in as parameters.
#![forbid(unsafe_code)]

pub mod agenda;
pub mod applicability;
pub mod assessment;
pub mod attributes;
pub mod audit_time;
pub mod audits;
pub mod catalogue;
pub mod checks;
pub mod compare;
pub mod csv;
pub mod date;
pub mod draft;
pub mod evidence;
pub mod extract;
pub mod figures;
pub mod file;
pub mod findings;
pub mod format;
pub mod job;
pub mod markup;
pub mod merge;
pub mod outcome;
pub mod owner;
pub mod picture;
pub mod plan;
pub mod quick;
pub mod quote;
pub mod report;
pub mod requests;
pub mod review;
#[cfg(feature = "schema")]
pub mod schema;
pub mod scoring;
pub mod search;
pub mod services;
pub mod shown;
pub mod standing;
pub mod starter;
pub mod step;
pub mod target;
mod told;
pub mod treatment;
pub mod verdict;
pub mod way;
pub mod what_if;
mod wording;

pub use assessment::{Assessment, Edit, Id};
pub use catalogue::{Catalogue, ItemRef, Word};
pub use date::{Date, Timestamp};
pub use format::Format;
pub use outcome::Outcome;
pub use plan::Plan;
pub use report::Report;
pub use told::Told;
