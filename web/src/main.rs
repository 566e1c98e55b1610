//! The site's program: see [`stage_zero::start`].
#![forbid(unsafe_code)]

fn main() {
    stage_zero::start();
}
