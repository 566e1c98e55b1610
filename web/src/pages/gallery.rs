//! Every component in its named states, on one page, for whoever changes one: `#/gallery`, in debug builds only
//! (`cargo xtask serve --debug`). What stands on it is written for developers, so its words are here and not in content.

mod elements;
mod told;

use crate::components::heading;
use yew::prelude::*;

/// The mark by which the build's check finds this page, should it ever get into a release.
pub const MARK: &str = "components-in-their-states";

/// The page.
pub fn gallery() -> Html {
    html! {
        <div data-testid={MARK}>
            { heading("Components") }
            { elements::all() }
            { told::all() }
        </div>
    }
}

/// A component with its states.
fn part(name: &'static str, states: Html) -> Html {
    html! { <section data-testid="component"><h2>{ name }</h2>{ states }</section> }
}

/// One state, with its name above it.
fn state(name: &'static str, what: Html) -> Html {
    html! { <div class="card"><p class="hint"><code>{ name }</code></p><div>{ what }</div></div> }
}
