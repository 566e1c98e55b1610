//! What `cargo xtask` shares with the bundler: where things are, how tools are run, several things at once, why something
//! stopped, and the content.

pub mod beside;
pub mod check_content;
pub mod compile;
pub mod failure;
pub mod guidance;
pub mod lean;
pub mod project;
pub mod toolbox;
