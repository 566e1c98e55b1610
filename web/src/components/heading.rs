//! The heading of a page, which takes the focus when the page is opened.

use yew::prelude::*;

/// The one `h1` of a page.
pub fn heading(text: impl Into<AttrValue>) -> Html {
    html! { <h1 tabindex="-1">{ text.into() }</h1> }
}

/// The paragraph under it.
pub fn lead(text: impl Into<AttrValue>) -> Html {
    html! { <p class="lead">{ text.into() }</p> }
}
