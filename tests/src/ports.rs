//! Free ports for programs that can't take one by themselves.

use std::{
    net::TcpListener,
    process,
    sync::atomic::{AtomicU16, Ordering},
};

/// Below those that the system gives to whoever asks for any, so that nobody takes it before it is used.
const FIRST: u16 = 10_000;
const COUNT: u16 = 20_000;

/// A port that nobody listens to. Journeys run side by side, each a process: each begins to look at another place.
pub fn free() -> u16 {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    let start = process::id().wrapping_mul(17);
    for _ in 0..COUNT {
        let place = start.wrapping_add(u32::from(NEXT.fetch_add(1, Ordering::Relaxed))) % u32::from(COUNT);
        let port = FIRST + u16::try_from(place).expect("below the count");
        if TcpListener::bind(("127.0.0.1", port)).is_ok() {
            return port;
        }
    }
    panic!("no port is free between {FIRST} and {}", FIRST + COUNT)
}
