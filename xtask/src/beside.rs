//! Several things at once.

use std::{sync::Mutex, thread};

/// Does something with each, so many at once, and gives what came of it, in any order. What takes longest should come first,
/// so that nothing long is left alone at the end.
///
/// # Panics
/// When it does with one of them.
pub fn each<T: Send, R: Send>(all: Vec<T>, at_once: usize, act: impl Fn(T) -> R + Sync) -> Vec<R> {
    let count = at_once.min(all.len());
    let waiting = Mutex::new(all.into_iter());
    let next = || waiting.lock().ok()?.next();
    let some = || std::iter::from_fn(next).map(&act).collect::<Vec<_>>();
    thread::scope(|scope| {
        let threads: Vec<_> = (0..count).map(|_| scope.spawn(some)).collect();
        threads.into_iter().flat_map(|thread| thread.join().expect("none panics")).collect()
    })
}

/// How many things this machine does at once.
pub fn processors() -> usize {
    thread::available_parallelism().map_or(2, usize::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_done_once_and_a_failure_is_told() {
        for count in [0, 1, 50] {
            let mut done = each((0..count).collect(), 3, |number| number * 2);
            done.sort_unstable();
            assert_eq!(done, (0..count).map(|number| number * 2).collect::<Vec<_>>());
        }
        let failing = |number| if number == 7 { Err("seven") } else { Ok(()) };
        assert_eq!(each((0..50).collect(), 3, failing).into_iter().collect::<Result<Vec<_>, _>>(), Err("seven"));
    }
}
