//! The parts of the file around the text: header, footer, properties, and the list of all parts.

use super::text::{ACROSS, DECLARATION, UPRIGHT, W, paragraph, run};
use super::{styles, value};
use crate::{Error, look, zip};
use readiness::catalogue::Word;
use readiness::markup::Node;
use readiness::{Catalogue, Date};

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const TYPES: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// The parts that the text refers to: id, file and kind. Headers and footers are two each, since pages lie two ways.
const PARTS: [(&str, &str, &str); 7] = [
    ("rId1", "styles", "styles"),
    ("rId2", "numbering", "numbering"),
    ("rId3", "header1", "header"),
    ("rId4", "header2", "header"),
    ("rId5", "footer1", "footer"),
    ("rId6", "footer2", "footer"),
    ("rId7", "settings", "settings"),
];

/// What the reader's program counts, and what stands in its place in the words until then: letters of nobody, since what is
/// not seen does not come through a catalogue.
const COUNTED: [(char, &str); 2] = [('\u{e000}', " PAGE "), ('\u{e001}', " NUMPAGES ")];

/// What a document says on every page, and about itself.
pub(super) struct Frame<'a> {
    pub(super) title: &'a str,
    pub(super) organisation: &'a str,
    pub(super) footer: &'a str,
    pub(super) day: Date,
    pub(super) catalogue: &'a Catalogue,
}

impl Frame<'_> {
    /// The whole file.
    pub(super) fn package(&self, body: Node) -> Result<Vec<u8>, Error> {
        let document = root("w:document").child(body);
        let files = [
            ("[Content_Types].xml", content_types()),
            ("_rels/.rels", relations()),
            ("docProps/core.xml", xml(&self.properties())),
            ("word/document.xml", xml(&document)),
            ("word/_rels/document.xml.rels", document_relations()),
            ("word/styles.xml", styles::sheet(self.catalogue.word(Word::ReportLocale))),
            ("word/numbering.xml", numbering()),
            ("word/settings.xml", settings()),
            ("word/header1.xml", xml(&self.header(UPRIGHT))),
            ("word/header2.xml", xml(&self.header(ACROSS))),
            ("word/footer1.xml", xml(&self.footer(UPRIGHT))),
            ("word/footer2.xml", xml(&self.footer(ACROSS))),
        ];
        let files = files.map(|(name, text)| (name.to_owned(), text.into_bytes()));
        zip::package(&files, self.day).map_err(|reason| Error::Refused { format: "docx", reason })
    }

    fn properties(&self) -> Node {
        let day = |name| Node::new(name).with("xsi:type", "dcterms:W3CDTF").text(format!("{}T00:00:00Z", self.day));
        Node::new("cp:coreProperties")
            .with("xmlns:cp", format!("{PACKAGE}/metadata/core-properties"))
            .with("xmlns:dc", "http://purl.org/dc/elements/1.1/")
            .with("xmlns:dcterms", "http://purl.org/dc/terms/")
            .with("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
            .child(Node::new("dc:title").text(self.title))
            .child(Node::new("dc:creator").text(self.organisation))
            .child(day("dcterms:created"))
            .child(day("dcterms:modified"))
    }

    fn header(&self, width: u32) -> Node {
        let name = run(self.title);
        root("w:hdr").child(with_tab(paragraph("Header", [name]), width, "bottom"))
    }

    fn footer(&self, width: u32) -> Node {
        let [page, pages] = COUNTED.map(|(mark, _)| mark.to_string());
        let page = self.catalogue.say(Word::FilesPage, &[("page", &page), ("pages", &pages)]);
        let mut runs = vec![run(self.footer), Node::new("w:r").child(Node::new("w:tab"))];
        let mut rest = &*page;
        while let Some((at, mark, field)) =
            COUNTED.iter().filter_map(|(m, field)| Some((rest.find(*m)?, *m, *field))).min()
        {
            runs.push(run(&rest[..at]));
            runs.push(Node::new("w:fldSimple").with("w:instr", field).child(run("1")));
            rest = &rest[at + mark.len_utf8()..];
        }
        runs.push(run(rest));
        root("w:ftr").child(with_tab(paragraph("Footer", runs), width, "top"))
    }
}

/// The paragraph with a line at one side and a tab at the right margin.
fn with_tab(mut paragraph: Node, width: u32, side: &str) -> Node {
    let side = if side == "top" { "w:top" } else { "w:bottom" };
    let line = Node::new(side)
        .with("w:val", "single")
        .with("w:sz", "4")
        .with("w:space", "4")
        .with("w:color", look::hex(look::BORDER));
    let tab = Node::new("w:tab").with("w:val", "right").with("w:pos", width.to_string());
    let properties = &mut paragraph.children[0].children;
    properties.push(Node::new("w:pBdr").child(line));
    properties.push(Node::new("w:tabs").child(tab));
    paragraph
}

fn root(name: &'static str) -> Node {
    Node::new(name).with("xmlns:w", W).with("xmlns:r", OFFICE)
}

fn xml(node: &Node) -> String {
    format!("{DECLARATION}{node}")
}

fn content_types() -> String {
    let part = |name: &str, kind: &str| {
        let part = Node::new("Override").with("PartName", name);
        part.with("ContentType", kind)
    };
    let default = |ending: &str, kind: &str| Node::new("Default").with("Extension", ending).with("ContentType", kind);
    let parts = PARTS.map(|(_, file, kind)| part(&format!("/word/{file}.xml"), &format!("{TYPES}.{kind}+xml")));
    let types = Node::new("Types")
        .with("xmlns", format!("{PACKAGE}/content-types"))
        .child(default("rels", "application/vnd.openxmlformats-package.relationships+xml"))
        .child(default("xml", "application/xml"))
        .child(part("/word/document.xml", &format!("{TYPES}.document.main+xml")))
        .child(part("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"))
        .children(parts);
    xml(&types)
}

fn relation(id: &str, kind: String, target: String) -> Node {
    Node::new("Relationship").with("Id", id).with("Type", kind).with("Target", target)
}

fn relations() -> String {
    let list = Node::new("Relationships")
        .with("xmlns", format!("{PACKAGE}/relationships"))
        .child(relation("rId1", format!("{OFFICE}/officeDocument"), "word/document.xml".into()))
        .child(relation(
            "rId2",
            format!("{PACKAGE}/relationships/metadata/core-properties"),
            "docProps/core.xml".into(),
        ));
    xml(&list)
}

fn document_relations() -> String {
    let parts = PARTS.map(|(id, file, kind)| relation(id, format!("{OFFICE}/{kind}"), format!("{file}.xml")));
    xml(&Node::new("Relationships").with("xmlns", format!("{PACKAGE}/relationships")).children(parts))
}

/// One list: dots.
fn numbering() -> String {
    let indent = Node::new("w:ind").with("w:left", "360").with("w:hanging", "260");
    let level = Node::new("w:lvl")
        .with("w:ilvl", "0")
        .child(value("w:start", "1"))
        .child(value("w:numFmt", "bullet"))
        .child(value("w:lvlText", "•"))
        .child(value("w:lvlJc", "left"))
        .child(Node::new("w:pPr").child(indent));
    let kind =
        Node::new("w:abstractNum").with("w:abstractNumId", "0").child(value("w:multiLevelType", "hybridMultilevel"));
    let list = Node::new("w:num").with("w:numId", "1").child(value("w:abstractNumId", "0"));
    xml(&root("w:numbering").child(kind.child(level)).child(list))
}

fn settings() -> String {
    let mode = Node::new("w:compatSetting")
        .with("w:name", "compatibilityMode")
        .with("w:uri", "http://schemas.microsoft.com/office/word")
        .with("w:val", "15");
    let settings = root("w:settings").child(value("w:defaultTabStop", "720"));
    xml(&settings.child(Node::new("w:compat").child(mode)))
}
