//! All pages but the first ones: see [`stage_zero::rest`].
#![forbid(unsafe_code)]

fn main() {
    stage_zero::rest();
}
