//! What went wrong, said at once.

use yew::prelude::*;

/// The problem in whole sentences, and what can be done, if there is more to it than that.
pub fn trouble(testid: &'static str, problem: impl Into<AttrValue>, ways: Html) -> Html {
    html! { <div class="trouble" role="alert" data-testid={testid}><p>{ problem.into() }</p>{ ways }</div> }
}
