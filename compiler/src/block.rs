//! Blocks of text, as Markdown is parsed to.

/// A block of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading inside a reading page.
    Heading(Vec<Inline>),
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list with dashes.
    List(Vec<ListItem>),
}

/// A point of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListItem {
    /// Its text.
    pub inlines: Vec<Inline>,
    /// The points below it; they have none themselves.
    pub children: Vec<ListItem>,
}

/// A run of text inside a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Plain text.
    Text(String),
    /// `**strong**`
    Strong(Vec<Inline>),
    /// `*emphasis*`
    Emphasis(Vec<Inline>),
    /// `` `code` ``
    Code(String),
    /// A link to an item (a hash route) or outside (https).
    Link {
        /// `#/controls/A.5.19` or `https://…`
        href: String,
        /// Its text, always plain.
        text: String,
    },
}

/// The text of inlines without their marks.
pub fn plain(inlines: &[Inline]) -> String {
    inlines
        .iter()
        .map(|inline| match inline {
            Inline::Text(text) | Inline::Code(text) | Inline::Link { text, .. } => text.clone(),
            Inline::Strong(inner) | Inline::Emphasis(inner) => plain(inner),
        })
        .collect()
}
