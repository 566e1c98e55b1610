//! The HTML report: one self-contained file that reads well on screen, on paper and with scripts off.
//!
//! It runs nothing and loads nothing, and its own Content-Security-Policy says so. Everything is a [`Node`], which is
//! escaped when it is written; the style sheet and the data it carries are the only raw parts, and they are ours.

mod block;
mod cover;

use super::embedded::{ASSESSMENT_ELEMENT, RESULT_ELEMENT, carry};
use super::model::Section;
use super::{Report, VERSION};
use crate::catalogue::Word;
use crate::figures;
use crate::markup::Node;
use crate::picture;
use sha2::{Digest, Sha256};

const STYLE: &str = include_str!("style.css");

impl Report<'_> {
    /// The report as one HTML file.
    pub fn to_html(&self) -> String {
        let paper = format!("size: {}", self.catalogue.word(Word::ReportPaper));
        let style = format!("{}{}", STYLE.replace("size: A4", &paper), picture::STYLE);
        let mut html = String::with_capacity(400_000);
        html.push_str("<!doctype html>\n<html lang=\"");
        crate::markup::escape(self.catalogue.language, &mut html);
        html.push_str("\">\n<head>\n");
        for meta in self.head(&style) {
            meta.write(&mut html);
        }
        html.push_str("<style>");
        html.push_str(&style);
        html.push_str("</style>\n</head>\n<body>\n");
        cover::cover(self).write(&mut html);
        cover::contents(self).write(&mut html);
        let sections = self.sections.iter().enumerate().map(|(index, it)| self.section(index + 1, it));
        Node::new("main").children(sections).write(&mut html);
        let made = [("version", VERSION), ("date", &*figures::date(self.catalogue, self.today))];
        let made = Node::new("p").text(self.catalogue.say(Word::ReportFooter, &made));
        Node::new("footer").child(made).write(&mut html);
        carry(ASSESSMENT_ELEMENT, &self.assessment, &mut html);
        carry(RESULT_ELEMENT, &self.carried_result(), &mut html);
        html.push_str("</body>\n</html>\n");
        html
    }

    fn head(&self, style: &str) -> Vec<Node> {
        let hash = base64(&Sha256::digest(style));
        let policy = format!(
            "default-src 'none'; style-src 'sha256-{hash}'; img-src data:; base-uri 'none'; form-action 'none'"
        );
        let named = |name, content: &str| Node::new("meta").with("name", name).with("content", content);
        vec![
            Node::new("meta").with("charset", "utf-8"),
            Node::new("meta").with("http-equiv", "Content-Security-Policy").with("content", policy),
            named("viewport", "width=device-width, initial-scale=1"),
            named("color-scheme", "light dark"),
            named("robots", "noindex"),
            named("generator", &format!("Stage Zero {VERSION}")),
            Node::new("title").text(self.title()),
        ]
    }

    fn section(&self, number: usize, section: &Section) -> Node {
        let heading = format!("{number}. {}", section.heading);
        let id = format!("{}-heading", section.id);
        Node::new("section")
            .with("id", section.id)
            .with("aria-labelledby", id.clone())
            .child(Node::new("h2").with("id", id).text(heading))
            .children(section.blocks.iter().map(|block| block::block(self.catalogue, block)))
    }
}

/// Base64 with padding, as Content-Security-Policy wants its hashes.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for group in bytes.chunks(3) {
        let three = [group[0], group.get(1).copied().unwrap_or(0), group.get(2).copied().unwrap_or(0)];
        let bits = u32::from_be_bytes([0, three[0], three[1], three[2]]);
        for position in 0..4 {
            let letter = LETTERS[(bits >> (18 - 6 * position) & 63) as usize];
            text.push(if position > group.len() { '=' } else { char::from(letter) });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::base64;

    #[test]
    fn hashes_are_written_in_base64() {
        assert_eq!(base64(b"any carnal pleas"), "YW55IGNhcm5hbCBwbGVhcw==");
        assert_eq!(base64(b"any carnal pleasu"), "YW55IGNhcm5hbCBwbGVhc3U=");
        assert_eq!(base64(b"any carnal pleasur"), "YW55IGNhcm5hbCBwbGVhc3Vy");
        assert_eq!(base64(&[255, 254]), "//4=");
    }
}
