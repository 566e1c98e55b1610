//! What CISO Assistant imports: a workbook for each of its types, and a page with the commands.
//!
//! Tables and values are those that its importer took at version 3.20.8 (`backend/data_wizard/views.py`); names are in English
//! there, whatever language the texts speak. It takes no file that links one type with another but by the ids that stand here.

mod audit;
mod observations;
mod page;
mod tables;
mod workbook;

use crate::{Error, Format, Source, zip};

/// All of it as one ZIP.
pub(crate) fn pack(source: &Source<'_>) -> Result<Vec<u8>, Error> {
    let refused = |reason| Error::Refused { format: Format::CisoAssistant.name(), reason };
    let workbooks = [
        ("applied-controls", tables::applied_controls(source)),
        ("policies", tables::policies(source)),
        ("evidences", tables::evidences(source)),
        ("compliance-assessment", audit::assessment(source)),
        ("findings", tables::findings(source)),
        ("risks", tables::risks(source)),
    ];
    let mut files = Vec::new();
    for (name, sheet) in workbooks {
        // Its importer takes no table without a row.
        if sheet.rows.is_empty() {
            continue;
        }
        let bytes = workbook::write(&sheet, source.report.today).map_err(|error| refused(error.to_string()))?;
        files.push((format!("{name}.xlsx"), bytes));
    }
    files.push(("README.md".to_owned(), page::write(source, &files).into_bytes()));
    zip::package(&files, source.report.today).map_err(refused)
}
