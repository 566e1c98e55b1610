//! Pictures of the core, as elements of the page.

use readiness::markup::Node;
use yew::prelude::*;
use yew::virtual_dom::{VTag, VText};

/// A picture in a frame that scrolls where the window is narrower.
pub fn framed(node: &Node) -> Html {
    // What has no links inside takes the focus itself; else nobody could scroll it with the keyboard.
    let still = node.attribute("role") == Some("img");
    let name = node.children.first().and_then(|title| title.text.clone()).filter(|_| still);
    html! {
        <div class="scroll" tabindex={still.then_some("0")} role={still.then_some("group")} aria-label={name}>{ picture(node) }</div>
    }
}

/// Turns a picture into elements. The tree holds text and attributes only, never markup.
fn picture(node: &Node) -> Html {
    let mut tag = VTag::new(node.name);
    for (name, value) in &node.attributes {
        tag.add_attribute(name, value.clone());
    }
    if let Some(text) = &node.text {
        tag.add_child(VText::new(text.clone()).into());
    }
    tag.add_children(node.children.iter().map(picture));
    tag.into()
}
