//! What can be wrong with a file.

/// Why a file could not be read. Nothing has changed when one of these comes back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileError {
    /// Longer than its [`Limit`](super::Limit).
    TooLong {
        /// Its length in megabytes, rounded down.
        megabytes: usize,
        /// How long it may be, in megabytes.
        most: usize,
    },
    /// Deeper than its [`Limit`](super::Limit).
    TooDeep {
        /// How many there may be.
        most: usize,
    },
    /// More values than its [`Limit`](super::Limit).
    TooMany {
        /// How many there may be.
        most: usize,
    },
    /// JSON that stops in the middle.
    Truncated {
        /// Where it ends.
        line: usize,
    },
    /// Not JSON at all.
    NotJson {
        /// The line of the first problem.
        line: usize,
        /// The column of the first problem.
        column: usize,
    },
    /// JSON, but not ours.
    NotAssessment,
    /// An HTML report of ours from which the data is gone: a browser or a mail program saved it anew.
    WithoutData,
    /// No text at all.
    NotText,
    /// A page in an encoding that is not read here.
    Encoding {
        /// Which one it declares.
        name: String,
    },
    /// A page that a browser or a mail program saved together with all that it shows (RFC 2557).
    Mhtml,
    /// Written by a newer version.
    Newer {
        /// The version of the file.
        version: u64,
    },
    /// An assessment against something else.
    OtherCatalogue {
        /// What it is about.
        catalogue: String,
    },
    /// A field has a value that it can't have.
    Value {
        /// Where: the section, the id, the field.
        place: String,
        /// What is wrong with it.
        misfit: Misfit,
    },
}

/// What is wrong with a value: something that it is, or what is expected instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Misfit {
    /// An id that its list does not have.
    UnknownId(String),
    /// An id that its list has already.
    Twice(String),
    /// A text longer than [`LONGEST_TEXT`](super::LONGEST_TEXT).
    LongText,
    /// A name longer than [`LONGEST_NAME`](super::LONGEST_NAME).
    LongName,
    /// A list longer than [`MOST_ENTRIES`](super::MOST_ENTRIES).
    ManyEntries,
    /// A record is expected.
    Record,
    /// A list of entries is expected.
    Entries,
    /// A text is expected.
    Text,
    /// An [`Id`](crate::assessment::Id) is expected.
    Id,
    /// A list of texts is expected.
    Texts,
    /// A list of at most so many texts is expected.
    FewTexts(usize),
    /// A whole number up to this is expected.
    Number(u32),
    /// True or false is expected.
    Flag,
    /// A date is expected.
    Day,
    /// One of these names is expected.
    OneOf(String),
    /// Ids of risks are expected.
    Risks,
}
