//! The report as JSON: the assessment and what was derived from it, side by side.

use super::Report;
use serde_json::{Value, json};

/// The `format` of a JSON report.
pub const REPORT_FORMAT: &str = "stage-zero-report";

impl Report<'_> {
    /// The report as one JSON document.
    pub fn to_value(&self) -> Value {
        json!({
            "format": REPORT_FORMAT, "version": 1, "language": self.catalogue.language,
            "assessment": self.assessment, "result": self.carried_result(),
        })
    }
}
