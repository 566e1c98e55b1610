//! Chance that can be repeated: the same seed, the same choices.

use std::env;

/// A sequence of choices (xorshift, 64 bits).
pub struct Random(u64);

impl Random {
    /// The sequence of `$STAGE_ZERO_SEED`, or of a fixed seed. Says which one, so that a failure can be repeated.
    pub fn of_this_run() -> Self {
        let seed = number("STAGE_ZERO_SEED", 20_261_124);
        println!("seed {seed}");
        // The generator has no use for zero.
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// One of the numbers from 0 to `end - 1`.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from((self.0 >> 11) % end as u64).expect("it is below a usize")
    }

    /// One of the things of a list.
    pub fn one_of<'list, T>(&mut self, list: &'list [T]) -> &'list T {
        &list[self.below(list.len())]
    }
}

/// A number that `cargo xtask torture` sets for a run, or the one of the short form.
pub fn number(variable: &str, short: u64) -> u64 {
    let set = env::var(variable).ok();
    set.map_or(short, |text| text.parse().unwrap_or_else(|_| panic!("{variable} is '{text}', which is no number")))
}
