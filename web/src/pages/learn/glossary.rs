//! The glossary, and the links to it.

use super::names::items;
use crate::components::guidance_item;
use yew::prelude::*;

/// All terms with their meanings.
pub fn terms(text: &str) -> Html {
    let also = |id: &str| {
        let mut lines = text.lines().skip_while(|line| line.strip_prefix("@\t") != Some(id)).skip(1);
        let also = lines.by_ref().take_while(|line| !line.starts_with('@')).find_map(|line| line.strip_prefix("a\t"));
        also.map(|also| html! { <>{ " " }<span class="hint">{ also.replace(';', ", ") }</span></> })
    };
    let term = |(id, title): (&str, String)| {
        html! {
            <div id={id.to_owned()} class="point" tabindex="-1" data-testid="term">
                <dt><dfn>{ title }</dfn>{ for also(id) }</dt>
                <dd>{ guidance_item(text, id, "h3") }</dd>
            </div>
        }
    };
    html! { <dl>{ for items(text).map(term) }</dl> }
}

/// A chunk with a link to a term only where the whole of it mentions the term first: each item links its own first
/// mention, since it may be shown alone. `seen` are the terms that the page has mentioned before.
pub fn first_mentions(chunk: &str, seen: &mut Vec<String>) -> String {
    let mut text = String::with_capacity(chunk.len());
    let mut rest = chunk;
    while let Some((before, mention)) = rest.split_once('\u{8}') {
        text.push_str(before);
        let (inside, after) = mention.split_once('\u{7}').unwrap_or((mention, ""));
        let (id, word) = inside.split_once('\u{6}').unwrap_or(("", inside));
        if seen.iter().any(|known| known == id) {
            text.push_str(word);
        } else {
            seen.push(id.to_owned());
            text.extend(["\u{8}", inside, "\u{7}"]);
        }
        rest = after;
    }
    text.push_str(rest);
    text
}
