//! What all pictures are made of.

use crate::markup::Node;

/// An empty picture: one image, with a name and a description.
pub(super) fn frame(id: &'static str, size: (i32, i32), title: String, description: String) -> Node {
    let (width, height) = size;
    let (title_id, description_id) = (format!("picture-{id}-title"), format!("picture-{id}-desc"));
    Node::new("svg")
        .with("xmlns", "http://www.w3.org/2000/svg")
        .class("picture")
        .with("role", "img")
        .with("aria-labelledby", format!("{title_id} {description_id}"))
        .with("viewBox", format!("0 0 {width} {height}"))
        .at("width", width)
        .at("height", height)
        .with("font-size", "13")
        .child(Node::new("title").with("id", title_id).text(title))
        .child(Node::new("desc").with("id", description_id).text(description))
}

/// A rectangle with a class and the colour that it has where no style sheet is.
pub(super) fn rect(at: (i32, i32), size: (i32, i32), class: &str, fill: &str) -> Node {
    Node::new("rect")
        .at("x", at.0)
        .at("y", at.1)
        .at("width", size.0)
        .at("height", size.1)
        .class(class)
        .with("fill", fill)
}

/// A straight line.
pub(super) fn line(from: (i32, i32), to: (i32, i32), class: &str) -> Node {
    Node::new("path")
        .with("d", format!("M{} {}L{} {}", from.0, from.1, to.0, to.1))
        .class(class)
        .with("stroke", "#7a8492")
        .with("fill", "none")
}

/// A text whose base line starts here.
pub(super) fn label(at: (i32, i32), text: impl Into<String>) -> Node {
    Node::new("text").at("x", at.0).at("y", at.1).with("fill", "currentColor").text(text)
}

/// A text around its middle.
pub(super) fn centred(at: (i32, i32), text: impl Into<String>) -> Node {
    label(at, text).with("text-anchor", "middle")
}

/// A pattern of slanted lines, for what may be but is not known.
pub(super) fn hatch(id: &'static str, class: &str, stroke: &str) -> Node {
    let line = Node::new("path").with("d", "M0 0V6").class(class).with("stroke", stroke).with("stroke-width", "3");
    Node::new("pattern")
        .with("id", id)
        .with("width", "6")
        .with("height", "6")
        .with("patternUnits", "userSpaceOnUse")
        .with("patternTransform", "rotate(45)")
        .child(line)
}
