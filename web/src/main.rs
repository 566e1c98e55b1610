//! What the first view loads: see [`stage_zero::shell`].
#![forbid(unsafe_code)]

fn main() {
    stage_zero::shell();
}
