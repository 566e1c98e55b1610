//! What the full outcome of a fully answered assessment costs in a browser, for the real catalogue and for ones that are
//! 10 and 100 times as large: `cargo xtask bench` runs it. It says so on the console, a line each: the size, the median
//! and the slowest in milliseconds.

#[cfg(target_arch = "wasm32")]
#[path = "../benches/large/answered.rs"]
mod answered;
#[cfg(target_arch = "wasm32")]
#[path = "../benches/large/larger.rs"]
mod larger;

#[cfg(target_arch = "wasm32")]
fn main() {
    use readiness::{Date, Outcome};
    use std::hint::black_box;
    let now = || web_sys::window().and_then(|window| window.performance()).map_or(0.0, |clock| clock.now());
    let today = Date::parse("2026-11-24").expect("a date");
    for times in [1, 10, 100] {
        let catalogue = answered::catalogue(times);
        let assessment = answered::answered(&catalogue);
        // The clock of a browser is coarse, so each time is that of several runs.
        let each = 100 / times;
        let mut taken: Vec<f64> = (0..25)
            .map(|_| {
                let start = now();
                for _ in 0..each {
                    black_box(Outcome::new(&catalogue, black_box(&assessment), today));
                }
                (now() - start) / each as f64
            })
            .collect();
        taken.sort_by(f64::total_cmp);
        let line = format!("outcome {times} {:.3} {:.3}", taken[taken.len() / 2], taken[taken.len() - 1]);
        web_sys::console::log_1(&line.into());
    }
    web_sys::console::log_1(&"outcome done".into());
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    println!("This is measured in a browser: cargo xtask bench.");
}
