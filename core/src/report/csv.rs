//! The Statement of Applicability and the answers as CSV.

use super::section;
use crate::assessment::Assessment;
use crate::catalogue::Catalogue;
use crate::csv;

/// The Statement of Applicability: a row for each control.
pub fn soa(catalogue: &Catalogue, assessment: &Assessment) -> String {
    csv::of(catalogue, &section::soa::table(catalogue, assessment))
}

/// The answers: a row for each requirement, the open ones too.
pub fn answers(catalogue: &Catalogue, assessment: &Assessment) -> String {
    csv::of(catalogue, &section::answers::table(catalogue, assessment))
}
