//! A verdict as a mark.

use crate::text::catalogue;
use readiness::verdict::Verdict;
use yew::prelude::*;

/// The mark of a verdict. Its words say all that its colour does.
pub fn verdict_tag(verdict: Verdict) -> Html {
    let class = match verdict {
        Verdict::Open => "none",
        Verdict::NotReady => "bad",
        Verdict::Nearly => "warn",
        Verdict::Ready => "good",
    };
    html! { <span class={classes!("tag", class)}>{ verdict.label(catalogue()) }</span> }
}
