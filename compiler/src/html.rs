//! Blocks as HTML, for static pages.

use crate::block::{Block, Inline, ListItem};

/// Blocks as HTML; every text is escaped.
pub fn html(blocks: &[Block]) -> String {
    let block = |block: &Block| match block {
        Block::Heading(inlines) => format!("<h2>{}</h2>\n", inline_html(inlines)),
        Block::Paragraph(inlines) => format!("<p>{}</p>\n", inline_html(inlines)),
        Block::List(items) => format!("{}\n", list(items)),
    };
    blocks.iter().map(block).collect()
}

fn list(items: &[ListItem]) -> String {
    let point = |item: &ListItem| {
        let below = match item.children.as_slice() {
            [] => String::new(),
            children => list(children),
        };
        format!("<li>{}{below}</li>", inline_html(&item.inlines))
    };
    format!("<ul>{}</ul>", items.iter().map(point).collect::<String>())
}

fn inline_html(inlines: &[Inline]) -> String {
    let inline = |inline: &Inline| match inline {
        Inline::Text(text) => escaped(text),
        Inline::Strong(inner) => format!("<strong>{}</strong>", inline_html(inner)),
        Inline::Emphasis(inner) => format!("<em>{}</em>", inline_html(inner)),
        Inline::Code(text) => format!("<code>{}</code>", escaped(text)),
        Inline::Link { href, text } => {
            format!("<a href=\"{}\">{}</a>", escaped(href), escaped(text))
        }
    };
    inlines.iter().map(inline).collect()
}

/// A text as HTML shows it, in an element or in an attribute between quotes.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#39;")
}
