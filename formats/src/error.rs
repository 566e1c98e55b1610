//! Why a file could not be made.

/// Why a file could not be made. Nothing was changed, and no half a file was given out.
#[derive(Debug)]
pub enum Error {
    /// The library that writes the format refused; a person can send this message on, and choose another format.
    Refused {
        /// The format, such as `xlsx`.
        format: &'static str,
        /// What the library says.
        reason: String,
    },
    /// The other program makes it: only a mistake of ours asks this one.
    Elsewhere {
        /// The format, such as `oscal`.
        format: &'static str,
    },
    /// The extract leaves out what the format consists of.
    LeftOut {
        /// The format, such as `soa-csv`.
        format: &'static str,
    },
}
