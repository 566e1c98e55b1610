//! The formats by name.

use readiness::extract::{Portion, Portions};

/// A file that can be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// The report as one HTML file, with the assessment inside.
    Html,
    /// The report as a PDF, with the assessment attached.
    Pdf,
    /// The report as a document for a word processor.
    Docx,
    /// The Statement of Applicability as such a document.
    SoaDocx,
    /// A workbook for a spreadsheet.
    Xlsx,
    /// The Statement of Applicability as a table.
    SoaCsv,
    /// All answers as a table.
    AnswersCsv,
    /// The action plan as a table.
    PlanCsv,
    /// What CISO Assistant imports as a compliance assessment.
    CisoAssistant,
    /// The report as Markdown.
    Markdown,
    /// The assessment file.
    Assessment,
    /// The assessment and the result side by side, for programs.
    Json,
    /// All of these in one file.
    Zip,
}

impl Format {
    /// All formats.
    pub const ALL: [Self; 13] = [
        Self::Html,
        Self::Pdf,
        Self::Docx,
        Self::SoaDocx,
        Self::Xlsx,
        Self::SoaCsv,
        Self::AnswersCsv,
        Self::PlanCsv,
        Self::CisoAssistant,
        Self::Markdown,
        Self::Assessment,
        Self::Json,
        Self::Zip,
    ];

    /// Its name where one is asked for, such as `soa-csv`.
    pub fn name(self) -> &'static str {
        self.about().0
    }

    /// The format of a name; `None` if there is none.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }

    /// How the name of the file ends, such as `soa.csv`.
    pub fn ending(self) -> &'static str {
        self.about().1
    }

    /// Its media type (RFC 6838).
    pub fn media_type(self) -> &'static str {
        self.about().2
    }

    /// Whether it can be made of an extract that leaves something out.
    pub fn can_do_without(self, left_out: Portions) -> bool {
        let lacks = |portion| left_out.contains(portion);
        match self {
            Self::SoaDocx | Self::SoaCsv => !lacks(Portion::Controls),
            Self::AnswersCsv => !lacks(Portion::Answers),
            Self::PlanCsv => left_out.bears_findings(),
            Self::CisoAssistant => !lacks(Portion::Answers) && !lacks(Portion::Controls),
            _ => true,
        }
    }

    fn about(self) -> (&'static str, &'static str, &'static str) {
        const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        match self {
            Self::Html => ("html", "html", "text/html"),
            Self::Pdf => ("pdf", "pdf", "application/pdf"),
            Self::Docx => ("docx", "docx", DOCX),
            Self::SoaDocx => ("soa-docx", "soa.docx", DOCX),
            Self::Xlsx => ("xlsx", "xlsx", XLSX),
            Self::SoaCsv => ("soa-csv", "soa.csv", "text/csv"),
            Self::AnswersCsv => ("answers-csv", "answers.csv", "text/csv"),
            Self::PlanCsv => ("plan-csv", "plan.csv", "text/csv"),
            Self::CisoAssistant => ("ciso-assistant", "ciso-assistant.csv", "text/csv"),
            Self::Markdown => ("md", "md", "text/markdown"),
            Self::Assessment => ("assessment", "json", "application/json"),
            Self::Json => ("json", "report.json", "application/json"),
            Self::Zip => ("zip", "zip", "application/zip"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Format;
    use std::collections::HashSet;

    #[test]
    fn every_format_is_found_by_its_name_and_ends_like_no_other() {
        for format in Format::ALL {
            assert_eq!(Format::from_name(format.name()), Some(format));
        }
        assert_eq!(Format::ALL.map(Format::ending).into_iter().collect::<HashSet<_>>().len(), Format::ALL.len());
        assert_eq!(Format::from_name("docm"), None);
    }
}
