//! The text of a report, whatever file carries it.

use super::read_text;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

/// The largest file that is read at all, in bytes: twice the longest assessment, and what a report prints of it.
const LARGEST: f64 = 80_000_000.0;

/// What a file is that carries no text that could be read here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Carrier {
    /// Longer than anything sensible.
    TooLarge,
    /// The browser could not read it, for example because it was moved meanwhile.
    Unreadable,
    /// A PDF, a ZIP archive or an encrypted file: another program has to take it apart first.
    Packed,
}

/// The text of an HTML report, a JSON report, an assessment or a review.
///
/// # Errors
/// See [`Carrier`].
pub async fn carried_text(file: &File) -> Result<String, Carrier> {
    if file.size() > LARGEST {
        return Err(Carrier::TooLarge);
    }
    let start = file.slice_with_f64_and_f64(0.0, 32.0).map_err(|_| Carrier::Unreadable)?;
    let start = JsFuture::from(start.text()).await.map_err(|_| Carrier::Unreadable)?;
    let start = start.as_string().unwrap_or_default();
    if ["%PDF", "PK\u{3}\u{4}", "age-encryption.org", "-----BEGIN AGE"].iter().any(|packed| start.starts_with(packed)) {
        return Err(Carrier::Packed);
    }
    read_text(file).await.map_err(|_| Carrier::Unreadable)
}
