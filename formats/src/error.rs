//! Why a file could not be made.

/// Why a file could not be made. Nothing was changed, and no half a file was given out.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The library that writes the format refused; a person can send this message on, and choose another format.
    #[error("the {format} file could not be made: {reason}")]
    Refused {
        /// The format, such as `xlsx`.
        format: &'static str,
        /// What the library says.
        reason: String,
    },
    /// The extract leaves out what the format consists of.
    #[error("the extract leaves out what a {format} file consists of; choose more parts or another format")]
    LeftOut {
        /// The format, such as `soa-csv`.
        format: &'static str,
    },
    /// The format can't be made by this version.
    #[error("this version can't make {format} files; choose another format")]
    NotYet {
        /// The format, such as `pdf`.
        format: &'static str,
    },
}
