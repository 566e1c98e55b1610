//! Links of the content, which name places of the site, as links between the pages.

use content_compiler::{Block, Content, Inline, ListItem};

/// The page, and the place in it, that a link of the content means here.
pub fn href(content: &Content, href: &str) -> String {
    let Some(route) = href.strip_prefix("#/") else { return href.to_owned() };
    let (path, query) = route.split_once('?').unwrap_or((route, ""));
    let item = query.split('&').find_map(|pair| pair.split_once('=')).map(|(_, item)| item);
    match path.split_once('/') {
        Some(("clauses", id)) => requirement(item.unwrap_or(id)),
        Some(("controls", id)) => control(content, id),
        Some(("documents", id)) => format!("{id}.html"),
        Some(("learn", id)) => {
            let file = if content.pages.iter().any(|page| page.id == id) { learn(id) } else { format!("{id}.html") };
            item.map_or(file.clone(), |item| format!("{file}#{item}"))
        }
        // A place for answers: only the site has it.
        _ => format!("../{href}"),
    }
}

/// The file of a page of `learn/`.
pub fn learn(id: &str) -> String {
    format!("learn-{id}.html")
}

/// Where a requirement, or a sub-clause, stands.
pub fn requirement(id: &str) -> String {
    format!("clause-{}.html#{id}", id.split(['.', '-']).next().unwrap_or_default())
}

/// Where a control stands.
pub fn control(content: &Content, id: &str) -> String {
    let theme = content.themes.iter().find(|theme| theme.controls.iter().any(|control| control.id == id));
    theme.map_or_else(String::new, |theme| format!("theme-{}.html#{id}", theme.id))
}

/// Blocks whose links lead to the pages.
pub fn led(content: &Content, blocks: &[Block]) -> Vec<Block> {
    let block = |block: &Block| match block {
        Block::Heading(inlines) => Block::Heading(inlines_led(content, inlines)),
        Block::Paragraph(inlines) => Block::Paragraph(inlines_led(content, inlines)),
        Block::List(items) => Block::List(items_led(content, items)),
    };
    blocks.iter().map(block).collect()
}

fn items_led(content: &Content, items: &[ListItem]) -> Vec<ListItem> {
    let item = |item: &ListItem| ListItem {
        inlines: inlines_led(content, &item.inlines),
        children: items_led(content, &item.children),
    };
    items.iter().map(item).collect()
}

fn inlines_led(content: &Content, inlines: &[Inline]) -> Vec<Inline> {
    let inline = |inline: &Inline| match inline {
        Inline::Link { href: to, text } => Inline::Link { href: href(content, to), text: text.clone() },
        Inline::Strong(inner) => Inline::Strong(inlines_led(content, inner)),
        Inline::Emphasis(inner) => Inline::Emphasis(inlines_led(content, inner)),
        other => other.clone(),
    };
    inlines.iter().map(inline).collect()
}
