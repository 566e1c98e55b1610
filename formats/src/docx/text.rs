//! Paragraphs and runs, of which everything in a document is made.

use super::value;
use crate::look;
use readiness::markup::Node;
use readiness::report::model::Tone;

/// What every part of the file begins with.
pub(super) const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
/// The namespace of WordprocessingML.
pub(super) const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The width between the margins, in twentieths of a point: of paper upright and across. Wider paper has wider margins.
pub(super) const UPRIGHT: u32 = 9638;
/// As [`UPRIGHT`].
pub(super) const ACROSS: u32 = 14570;

/// A run that looks in a way of its own.
pub(super) trait Styled {
    fn styled(self, properties: Node) -> Self;
}

impl Styled for Node {
    fn styled(mut self, properties: Node) -> Self {
        self.children.insert(0, properties);
        self
    }
}

/// A paragraph in a style.
pub(super) fn paragraph(style: &'static str, runs: impl IntoIterator<Item = Node>) -> Node {
    let properties = Node::new("w:pPr").child(value("w:pStyle", style));
    Node::new("w:p").child(properties).children(runs)
}

/// A text; its lines stay lines.
pub(super) fn run(text: &str) -> Node {
    let mut run = Node::new("w:r");
    for (index, line) in text.replace("\r\n", "\n").split(['\n', '\r']).enumerate() {
        if index > 0 {
            run.children.push(Node::new("w:cr"));
        }
        run.children.push(Node::new("w:t").with("xml:space", "preserve").text(line));
    }
    run
}

/// A mark in the colour of its tone. The words say the same.
pub(super) fn toned(text: &str, tone: Tone) -> Node {
    run(text).styled(Node::new("w:rPr").child(Node::new("w:b")).child(value("w:color", look::hex(look::tone(tone).0))))
}
