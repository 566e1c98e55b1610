//! Small trees of elements: pictures and reports are made of them.
//!
//! What a person wrote gets into a document only as the text or an attribute of a [`Node`], and both are escaped in the
//! one place where a tree is written. The site turns the same trees into its own elements.

use crate::shown;
use std::fmt;

/// An element: its text comes before its children.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Node {
    /// The name of the element, such as `rect` or `td`.
    pub name: &'static str,
    /// Its attributes, in order.
    pub attributes: Vec<(&'static str, String)>,
    /// The elements inside it.
    pub children: Vec<Node>,
    /// The text at its start.
    pub text: Option<String>,
}

impl Node {
    /// An empty element.
    pub fn new(name: &'static str) -> Self {
        Self { name, ..Self::default() }
    }

    /// The same element with an attribute.
    #[must_use]
    pub fn with(mut self, attribute: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((attribute, value.into()));
        self
    }

    /// The same element with a whole number as an attribute.
    #[must_use]
    pub fn at(self, attribute: &'static str, value: i32) -> Self {
        self.with(attribute, value.to_string())
    }

    /// The same element with a class.
    #[must_use]
    pub fn class(self, class: impl Into<String>) -> Self {
        self.with("class", class)
    }

    /// The same element with a text.
    #[must_use]
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.text = Some(text.into());
        self
    }

    /// The same element with one more child.
    #[must_use]
    pub fn child(mut self, child: Self) -> Self {
        self.children.push(child);
        self
    }

    /// The same element with more children.
    #[must_use]
    pub fn children(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        self.children.extend(children);
        self
    }

    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
    }

    /// Writes the tree as markup that is both HTML and XML, but for the elements of HTML that have no end.
    pub fn write(&self, to: &mut String) {
        to.push('<');
        to.push_str(self.name);
        for (name, value) in &self.attributes {
            to.push(' ');
            to.push_str(name);
            to.push_str("=\"");
            escape(value, to);
            to.push('"');
        }
        to.push('>');
        if matches!(self.name, "br" | "col" | "hr" | "link" | "meta") {
            to.push('\n');
            return;
        }
        // With a text of its own an element is no mere holder, and a new line could be seen.
        if LINES_INSIDE.contains(&self.name) && self.text.is_none() {
            to.push('\n');
        }
        if let Some(text) = &self.text {
            escape(text, to);
        }
        for child in &self.children {
            child.write(to);
        }
        to.push_str("</");
        to.push_str(self.name);
        to.push('>');
        if LINE_AFTER.contains(&self.name) || LINES_INSIDE.contains(&self.name) {
            to.push('\n');
        }
    }
}

/// Elements whose end is followed by a new line, where white space means nothing: a changed report differs in few lines.
const LINE_AFTER: [&str; 17] =
    ["a", "caption", "dd", "dt", "g", "h1", "h2", "h3", "h4", "li", "p", "rect", "td", "text", "th", "title", "desc"];
/// Elements that hold only others.
const LINES_INSIDE: [&str; 18] = [
    "article", "body", "div", "dl", "footer", "head", "header", "html", "main", "nav", "ol", "section", "svg", "table",
    "tbody", "thead", "tr", "ul",
];

impl fmt::Display for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::new();
        self.write(&mut text);
        f.write_str(&text)
    }
}

/// Escapes a text for content and for attributes. What is not seen is shown ([`shown`]), so that it does no harm.
pub(crate) fn escape(text: &str, to: &mut String) {
    for character in text.chars() {
        match character {
            '&' => to.push_str("&amp;"),
            '<' => to.push_str("&lt;"),
            '>' => to.push_str("&gt;"),
            '"' => to.push_str("&quot;"),
            '\'' => to.push_str("&#39;"),
            '\r' => {}
            _ => shown::push(character, to),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_person_wrote_stays_text() {
        let node = Node::new("b").with("title", "\"><script>").text("<img src=x onerror='a()'>&\u{0}\u{202e}");
        assert_eq!(
            node.to_string(),
            "<b title=\"&quot;&gt;&lt;script&gt;\">&lt;img src=x onerror=&#39;a()&#39;&gt;&amp;\u{fffd}[U+202E]</b>"
        );
    }
}
