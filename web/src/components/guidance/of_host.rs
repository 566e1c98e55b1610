//! What the host of the site says about an item, beside our guidance and marked as theirs.

use crate::browser::host;
use crate::text::{say, t};
use readiness::catalogue::Word;
use yew::prelude::*;

/// Whose words these are.
fn whose() -> String {
    let name = host::says("name");
    if name.is_empty() { t(Word::GuidanceOfUnnamed).to_owned() } else { say(Word::GuidanceOfHost, &[("name", &name)]) }
}

/// Their words about an item, with a heading of a level such as `h4`; nothing where they say nothing.
pub fn of_host(id: &str, heading: &'static str) -> Html {
    let said = |name| host::guidance(id, name);
    let (text, link) = (said("text"), said("link"));
    if text.is_empty() && link.is_empty() {
        return html! {};
    }
    let name = Some(said("link_name")).filter(|name| !name.is_empty()).unwrap_or_else(|| link.clone());
    html! {
        <section class="card reminder" data-testid="host-guidance">
            <@{heading}>{ whose() }</@>
            { for text.lines().map(|line| html! { <p>{ line.to_owned() }</p> }) }
            if !link.is_empty() { <p><a href={link} target="_blank" rel="noopener">{ name }</a></p> }
        </section>
    }
}
