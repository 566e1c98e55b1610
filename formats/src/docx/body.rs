//! What a document says, paragraph by paragraph.

use super::text::{ACROSS, Styled, UPRIGHT, paragraph, run, toned};
use super::{table, value};
use crate::paper::Paper;
use readiness::Catalogue;
use readiness::catalogue::Word;
use readiness::figures;
use readiness::markup::Node;
use readiness::report::model::{Block, Cell, Section, VerdictBlock};

/// The body of a document, as it grows.
pub(super) struct Body<'a> {
    catalogue: &'a Catalogue,
    nodes: Vec<Node>,
}

impl<'a> Body<'a> {
    pub(super) fn new(catalogue: &'a Catalogue) -> Self {
        Self { catalogue, nodes: vec![] }
    }

    pub(super) fn paragraph(&mut self, style: &'static str, text: &str) {
        self.nodes.push(paragraph(style, [run(text)]));
    }

    /// Keeps the last paragraph on the page of what follows: what leads up to a table says nothing without it.
    pub(super) fn keep_with_next(&mut self) {
        if let Some(properties) = self.nodes.last_mut().and_then(|paragraph| paragraph.children.first_mut()) {
            properties.children.push(Node::new("w:keepNext"));
        }
    }

    pub(super) fn page_break(&mut self) {
        let line = Node::new("w:r").child(Node::new("w:br").with("w:type", "page"));
        self.nodes.push(paragraph("Normal", [line]));
    }

    /// Ends a part whose pages lie upright or across.
    pub(super) fn end_part(&mut self, across: bool) {
        let properties = Node::new("w:pPr").child(value("w:pStyle", "End")).child(page(self.catalogue, across));
        self.nodes.push(Node::new("w:p").child(properties));
    }

    /// A heading; the table of contents leads to one that is numbered.
    pub(super) fn section(&mut self, number: usize, section: &Section, numbered: bool) {
        if !numbered {
            return self.paragraph("Heading1", &section.heading);
        }
        let id = number.to_string();
        let start = Node::new("w:bookmarkStart").with("w:id", id.clone()).with("w:name", bookmark(section.id));
        let end = Node::new("w:bookmarkEnd").with("w:id", id);
        let heading = format!("{number}. {}", section.heading);
        self.nodes.push(paragraph("Heading1", [start, run(&heading), end]));
    }

    /// The table of contents: a field that a word processor can make anew, with page numbers; until then, its entries
    /// lead to their sections.
    pub(super) fn contents<'s>(&mut self, sections: impl Iterator<Item = (&'static str, &'s str)>) {
        self.paragraph("ContentsHeading", self.catalogue.word(Word::ReportContents));
        let mark = |kind| Node::new("w:r").child(Node::new("w:fldChar").with("w:fldCharType", kind));
        let code = Node::new("w:instrText").with("xml:space", "preserve").text(" TOC \\o \"1-1\" \\h \\z \\u ");
        let mut before = vec![mark("begin"), Node::new("w:r").child(code), mark("separate")];
        for (index, (id, heading)) in sections.enumerate() {
            let link = Node::new("w:hyperlink").with("w:anchor", bookmark(id)).with("w:history", "1");
            let link = link.child(run(&format!("{}. {heading}", index + 1)));
            self.nodes.push(paragraph("TOC1", before.drain(..).chain([link])));
        }
        self.nodes.push(paragraph("End", [mark("end")]));
    }

    pub(super) fn block(&mut self, block: &Block, across: bool) {
        let width = if across { ACROSS } else { UPRIGHT };
        match block {
            Block::Heading(text) => self.paragraph("Heading2", text),
            Block::Text(text) | Block::Check { bare: text, .. } => self.paragraph("Normal", text),
            Block::Hint(text) => self.paragraph("Hint", text),
            Block::Said(text) => self.paragraph("Quote", text),
            Block::List(items) => self.list(items),
            Block::Facts(rows) => self.facts(rows),
            Block::Verdict(it) => self.verdict(it),
            Block::Table(it) => {
                self.paragraph("Caption", &it.caption);
                self.nodes.push(table::table(self.catalogue, it, width));
                self.nodes.push(paragraph("End", []));
            }
            Block::Picture(_) => {}
        }
    }

    pub(super) fn facts(&mut self, rows: &[(String, Cell)]) {
        self.nodes.push(table::facts(self.catalogue, rows));
        self.nodes.push(paragraph("End", []));
    }

    fn list(&mut self, items: &[String]) {
        self.nodes.extend(items.iter().map(|item| paragraph("ListBullet", [run(item)])));
        self.nodes.push(paragraph("End", []));
    }

    fn verdict(&mut self, it: &VerdictBlock) {
        self.paragraph("Heading2", &it.stage);
        let figure = format!(
            "   {} {}",
            self.catalogue.word(Word::ReportReadinessIs),
            figures::interval(self.catalogue, it.readiness)
        );
        let verdict = match &it.verdict {
            Cell::Mark(tone, text) => toned(text, *tone),
            cell => run(&cell.plain(self.catalogue, " ")),
        };
        let quiet = run(&figure).styled(Node::new("w:rPr").child(value("w:sz", "20")));
        self.nodes.push(paragraph("Verdict", [verdict, quiet]));
        self.paragraph("Normal", &it.lead);
        self.list(&it.between);
    }

    /// The whole body; its last part lies upright or across.
    pub(super) fn finish(mut self, across: bool) -> Node {
        self.nodes.push(page(self.catalogue, across));
        Node::new("w:body").children(self.nodes)
    }
}

fn bookmark(id: &str) -> String {
    format!("_Toc_{id}")
}

/// A page of the language's paper, with header and footer.
fn page(catalogue: &Catalogue, across: bool) -> Node {
    let (short, long) = Paper::of(catalogue).twentieths();
    let sized =
        |width: u32, height: u32| Node::new("w:pgSz").with("w:w", width.to_string()).with("w:h", height.to_string());
    let size = if across { sized(long, short).with("w:orient", "landscape") } else { sized(short, long) };
    let side = if across { (long - ACROSS) / 2 } else { (short - UPRIGHT) / 2 }.to_string();
    let margins = [
        ("w:top", "1304"),
        ("w:right", &*side),
        ("w:bottom", "1134"),
        ("w:left", &*side),
        ("w:header", "624"),
        ("w:footer", "510"),
        ("w:gutter", "0"),
    ];
    let margins =
        margins.into_iter().fold(Node::new("w:pgMar"), |node, (name, value)| node.with(name, value.to_owned()));
    let refer = |name, id| Node::new(name).with("w:type", "default").with("r:id", id);
    let (header, footer) = if across { ("rId4", "rId6") } else { ("rId3", "rId5") };
    Node::new("w:sectPr")
        .child(refer("w:headerReference", header))
        .child(refer("w:footerReference", footer))
        .child(size)
        .child(margins)
}
