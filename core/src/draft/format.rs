//! What a draft can be made as.

/// What a draft can be made as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DraftFormat {
    /// A document for a word processor.
    Docx,
    /// Markdown.
    Markdown,
}

impl DraftFormat {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Docx, Self::Markdown];

    /// Its name where one is asked for, and how the name of a file ends.
    pub fn name(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Markdown => "md",
        }
    }

    /// The format of a name; `None` if there is none.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }

    /// Its media type (RFC 6838).
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Docx => crate::Format::Docx.media_type(),
            Self::Markdown => crate::Format::Markdown.media_type(),
        }
    }
}
