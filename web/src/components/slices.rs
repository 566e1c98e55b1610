//! Long pages are drawn in slices: first what a window shows, the rest a moment later, and all of it before it is printed.

use super::use_printed;
use gloo_timers::callback::Timeout;
use yew::prelude::*;

/// How long the browser has for other work before the next slice, in milliseconds.
const PAUSE: u32 = 16;

/// How many pieces of `all` are drawn by now: the first ones when the page is opened, then so many more each time. Once all
/// are there, so is at once what is added.
#[hook]
pub fn use_slices(all: usize, first: usize, more: usize) -> usize {
    let up_to = move |some: usize| if some < all { some } else { usize::MAX };
    let drawn = use_state_eq(|| up_to(first));
    let (now, set) = (if use_printed() { usize::MAX } else { *drawn }, drawn.setter());
    use_effect_with((now, all), move |(now, _)| {
        let next = up_to(now.saturating_add(more));
        let timer = (*now < usize::MAX).then(|| Timeout::new(PAUSE, move || set.set(next)));
        move || drop(timer)
    });
    now
}
