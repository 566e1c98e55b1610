//! All tests of the core, in one program, which is linked once: a file or folder here is one of its modules.

mod audits;
mod checks;
mod common;
mod compare;
mod cost_page;
mod extract;
mod fields;
mod findings;
mod findings_properties;
mod merge;
mod method_page;
mod packs;
mod pictures;
mod plan;
mod plan_done;
mod properties;
mod quick;
mod reading;
mod report;
mod review;
mod sample;
mod samples;
mod search;
mod tasks;
mod verdicts;
mod working_paper;
