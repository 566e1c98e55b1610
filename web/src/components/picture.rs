//! Pictures of the core, as elements of the page.

use readiness::markup::Node;
use yew::prelude::*;
use yew::virtual_dom::{VTag, VText};

/// Turns a picture into elements. The tree holds text and attributes only, never markup.
pub fn picture(node: &Node) -> Html {
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
