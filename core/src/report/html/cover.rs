//! The cover and the list of contents.

use super::block::facts;
use crate::catalogue::Word;
use crate::markup::Node;
use crate::report::Report;

pub(super) fn cover(report: &Report<'_>) -> Node {
    let word = |word| report.catalogue.word(word);
    let name = match report.organisation.as_str() {
        "" => Node::new("p").class("organisation quiet").text(word(Word::ReportNoOrganisation)),
        name => Node::new("p").class("organisation").with("dir", "auto").text(name),
    };
    Node::new("header")
        .class("cover")
        .child(Node::new("p").class("kicker").text(word(Word::ReportKicker)))
        .child(name)
        .child(Node::new("h1").text(report.heading()))
        .child(Node::new("p").class("subheading").text(report.subheading()))
        .child(facts(report.catalogue, &report.cover))
        .child(Node::new("p").class("hint").text(report.caveat()))
}

pub(super) fn contents(report: &Report<'_>) -> Node {
    let entries = report.sections.iter().map(|section| {
        let link = Node::new("a").with("href", format!("#{}", section.id)).text(&*section.heading);
        Node::new("li").child(link)
    });
    Node::new("nav")
        .class("contents")
        .with("aria-labelledby", "contents-heading")
        .child(Node::new("h2").with("id", "contents-heading").text(report.catalogue.word(Word::ReportContents)))
        .child(Node::new("ol").children(entries))
}
