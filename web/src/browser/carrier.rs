//! What a file is that somebody chose: a text that this program reads, or something that another one takes apart first.

use readiness::file::{FileError, Limit};
use readiness::report;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;
use web_sys::js_sys::Uint8Array;

/// The largest file that is read at all, in bytes.
pub const LARGEST: f64 = Limit::REPORT.longest as f64;
/// How far into a file the mark of a PDF may stand.
const PDF_MARK_WITHIN: f64 = 1024.0;

/// What a file is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Carrier {
    /// An HTML report, a JSON report, an assessment or a review; or anything else, which nobody can make sense of.
    Text,
    /// A PDF or a ZIP file.
    Packed,
    /// A file that was locked with a passphrase.
    Locked,
    /// Longer than anything sensible.
    TooLarge,
    /// The browser could not read it, for example because it was moved meanwhile.
    Unreadable,
}

impl Carrier {
    /// Looks at a file.
    pub async fn of(file: &File) -> Self {
        if file.size() > LARGEST {
            return Self::TooLarge;
        }
        let Ok(start) = start(file).await else { return Self::Unreadable };
        let starts_with = |signs: &[&str]| signs.iter().any(|sign| start.starts_with(sign));
        if start.contains("%PDF-") || starts_with(&["PK\u{3}\u{4}", "PK\u{5}\u{6}"]) {
            Self::Packed
        } else if starts_with(&["age-encryption.org/"]) || start.trim_ascii_start().starts_with("-----BEGIN AGE") {
            Self::Locked
        } else {
            Self::Text
        }
    }
}

async fn start(file: &File) -> Result<String, JsValue> {
    let start = JsFuture::from(file.slice_with_f64_and_f64(0.0, PDF_MARK_WITHIN)?.text()).await?;
    Ok(start.as_string().unwrap_or_default())
}

/// What is in a file.
///
/// # Errors
/// When the browser can't read it.
pub async fn read_bytes(file: &File) -> Result<Uint8Array, JsValue> {
    Ok(Uint8Array::new(&JsFuture::from(file.array_buffer()).await?))
}

/// The text of a file, whatever encoding it is in.
///
/// # Errors
/// Why it is no text; `None` when the browser can't read it.
pub async fn read_text(file: &File) -> Result<String, Option<FileError>> {
    let bytes = read_bytes(file).await.map_err(|_| None)?.to_vec();
    report::decoded(&bytes).map(std::borrow::Cow::into_owned).map_err(Some)
}
