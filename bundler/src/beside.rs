//! Several things at once: as many as there are processors.

use crate::failure::{Failure, Result};
use std::{sync::Mutex, thread};

/// Does something with each, and gives what came of it, in any order. What takes longest should come first, so that nothing
/// long is left alone at the end.
pub fn each<T: Send, R: Send>(all: Vec<T>, act: impl Fn(T) -> Result<R> + Sync) -> Result<Vec<R>> {
    let waiting = Mutex::new(all.into_iter());
    let next = || waiting.lock().ok()?.next();
    let some = || std::iter::from_fn(next).map(&act).collect::<Result<Vec<_>>>();
    let count = thread::available_parallelism().map_or(1, usize::from);
    let done: Result<Vec<_>> = thread::scope(|scope| {
        let threads: Vec<_> = (0..count).map(|_| scope.spawn(some)).collect();
        let joined = |thread: thread::ScopedJoinHandle<'_, Result<_>>| {
            thread.join().map_err(|_| Failure::Check("a step of the build has stopped".into()))?
        };
        threads.into_iter().map(joined).collect()
    });
    Ok(done?.into_iter().flatten().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_done_once_and_a_failure_is_told() {
        let mut done = each((0..50).collect(), |number| Ok(number * 2)).unwrap();
        done.sort_unstable();
        assert_eq!(done, (0..50).map(|number| number * 2).collect::<Vec<_>>());
        let failing = |number| if number == 7 { Err(Failure::Check("seven".into())) } else { Ok(()) };
        assert!(each((0..50).collect(), failing).unwrap_err().to_string().contains("seven"));
    }
}
