//! The files that can be handed over: a row for each, read by the page that offers them, by the command line, by the
//! program that makes them and by the tests of the documentation. How one is made is in the crate `formats`.

use crate::catalogue::Word;
use crate::extract::{Portion, Portions};

/// A file that can be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// The report as one HTML file, with the assessment inside.
    Html,
    /// The report as a PDF, with the assessment attached.
    Pdf,
    /// The report as a document for a word processor.
    Docx,
    /// The Statement of Applicability as a PDF, with room for signatures.
    SoaPdf,
    /// The Statement of Applicability as a document for a word processor.
    SoaDocx,
    /// A workbook for a spreadsheet.
    Xlsx,
    /// The Statement of Applicability as a table.
    SoaCsv,
    /// All answers as a table.
    AnswersCsv,
    /// The action plan as a table.
    PlanCsv,
    /// The report as Markdown.
    Markdown,
    /// The assessment file.
    Assessment,
    /// The assessment and the result side by side, for programs.
    Json,
    /// All others in one file, but for what only few want, see [`Format::program`].
    Zip,
    /// What CISO Assistant imports: a workbook for each type, and a page with the commands.
    CisoAssistant,
    /// One page for who runs the firm, as a document for a word processor.
    Owner,
    /// Six documents in OSCAL, for programs of auditors and authorities.
    Oscal,
    /// The action plan as tables for programs that keep lists of tasks.
    Planners,
}

/// A program that works beside the page. Each is loaded when the first job for it comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Program {
    /// The one for reports: it makes them, opens and checks them.
    Worker,
    /// The one for what only few want.
    Rare,
}

impl Program {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Worker, Self::Rare];

    /// By which the page's script knows it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Worker => "worker",
            Self::Rare => "rare",
        }
    }
}

/// What a person wants a file for: the report page offers them in these groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// To send it to somebody.
    Send,
    /// To work with it in another program.
    Work,
    /// To keep it, or to go on elsewhere.
    Keep,
    /// To go on in a program that the other formats are not for.
    Other,
}

impl Purpose {
    /// All purposes, in the order of the page.
    pub const ALL: [Self; 4] = [Self::Send, Self::Work, Self::Keep, Self::Other];

    /// Its heading.
    pub fn heading(self) -> Word {
        match self {
            Self::Send => Word::ExportToSend,
            Self::Work => Word::ExportToWork,
            Self::Keep => Word::ExportToKeep,
            Self::Other => Word::ExportToOther,
        }
    }
}

/// All that is known of a format without making it.
struct Row {
    format: Format,
    name: &'static str,
    ending: &'static str,
    media_type: &'static str,
    /// Whether the assessment can be opened again out of it.
    opens: bool,
    /// What makes it in the site: the rare ones are a program of their own.
    program: Program,
    /// An extract without one of these has nothing to fill it with.
    needs: &'static [Portion],
    /// Where the report page offers it, under which name, and what it says about it.
    offer: Option<(Purpose, Word, Word)>,
}

const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The formats, in the order in which the page offers them; each stands where the list of [`Format`] has it.
#[rustfmt::skip]
const TABLE: [Row; 17] = {
    use Format::*;
    use Purpose::{Keep, Other, Send, Work};
    const SOA: &[Portion] = &[Portion::Controls];
    const ANSWERS: &[Portion] = &[Portion::Answers];
    // What the plan lacks would seem to be still to do.
    const PLAN: &[Portion] = &[Portion::Answers, Portion::Controls, Portion::Documents];
    // What likely findings are made of: without, they would be fewer than there are.
    const FINDINGS: &[Portion] = &[Portion::Answers, Portion::Controls, Portion::Documents, Portion::Dates];
    const fn row(
        format: Format, name: &'static str, ending: &'static str, media_type: &'static str, opens: bool,
        needs: &'static [Portion], offer: Option<(Purpose, Word, Word)>,
    ) -> Row {
        Row { format, name, ending, media_type, opens, program: Program::Worker, needs, offer }
    }
    const fn rare(
        format: Format, name: &'static str, ending: &'static str, media_type: &'static str,
        needs: &'static [Portion], offer: Option<(Purpose, Word, Word)>,
    ) -> Row {
        Row { format, name, ending, media_type, opens: false, program: Program::Rare, needs, offer }
    }
    [
        row(Html, "html", "html", "text/html", true, &[], Some((Send, Word::ExportHtml, Word::ExportHtmlAbout))),
        row(Pdf, "pdf", "pdf", "application/pdf", true, &[], Some((Send, Word::ExportPdf, Word::ExportPdfAbout))),
        row(Docx, "docx", "docx", DOCX, false, &[], Some((Send, Word::ExportDocx, Word::ExportDocxAbout))),
        row(SoaPdf, "soa-pdf", "soa.pdf", "application/pdf", false, SOA, Some((Send, Word::ExportSoaPdf, Word::ExportSoaPdfAbout))),
        row(SoaDocx, "soa-docx", "soa.docx", DOCX, false, SOA, Some((Send, Word::ExportSoaDocx, Word::ExportSoaDocxAbout))),
        row(Xlsx, "xlsx", "xlsx", XLSX, false, &[], Some((Work, Word::ExportXlsx, Word::ExportXlsxAbout))),
        row(SoaCsv, "soa-csv", "soa.csv", "text/csv", false, SOA, Some((Work, Word::ExportSoa, Word::ExportSoaAbout))),
        row(AnswersCsv, "answers-csv", "answers.csv", "text/csv", false, ANSWERS, Some((Work, Word::ExportAnswers, Word::ExportAnswersAbout))),
        row(PlanCsv, "plan-csv", "plan.csv", "text/csv", false, PLAN, None),
        row(Markdown, "md", "md", "text/markdown", false, &[], Some((Work, Word::ExportMarkdown, Word::ExportMarkdownAbout))),
        row(Assessment, "assessment", "json", "application/json", true, &[], Some((Keep, Word::ExportJson, Word::ExportJsonAbout))),
        row(Json, "json", "report.json", "application/json", true, &[], None),
        row(Zip, "zip", "zip", "application/zip", true, &[], Some((Keep, Word::ExportZip, Word::ExportZipAbout))),
        rare(CisoAssistant, "ciso-assistant", "ciso-assistant.zip", "application/zip", FINDINGS, Some((Other, Word::ExportCiso, Word::ExportCisoAbout))),
        row(Owner, "owner", "owner.docx", DOCX, false, PLAN, Some((Send, Word::ExportOwner, Word::ExportOwnerAbout))),
        rare(Oscal, "oscal", "oscal.zip", "application/zip", FINDINGS, Some((Other, Word::ExportOscal, Word::ExportOscalAbout))),
        rare(Planners, "planners", "planners.zip", "application/zip", FINDINGS, Some((Other, Word::ExportPlanners, Word::ExportPlannersAbout))),
    ]
};

impl Format {
    /// All formats.
    pub const ALL: [Self; TABLE.len()] = {
        let mut all = [Self::Html; TABLE.len()];
        let mut at = 0;
        while at < all.len() {
            all[at] = TABLE[at].format;
            at += 1;
        }
        all
    };

    fn row(self) -> &'static Row {
        &TABLE[self as usize]
    }

    /// Its name where one is asked for, such as `soa-csv`.
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// The format of a name; `None` if there is none.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }

    /// How the name of the file ends, such as `soa.csv`.
    pub fn ending(self) -> &'static str {
        self.row().ending
    }

    /// Its media type (RFC 6838).
    pub fn media_type(self) -> &'static str {
        self.row().media_type
    }

    /// Whether the assessment can be opened again out of it: then it is a copy to fall back on.
    pub fn opens_again(self) -> bool {
        self.row().opens
    }

    /// The program that makes it in the site. What the first one makes, it can check, and the ZIP holds it.
    pub fn program(self) -> Program {
        self.row().program
    }

    /// What the file of everything holds, where this is left out.
    pub fn in_the_zip(left_out: Portions) -> impl Iterator<Item = Self> {
        let held = move |format: &Self| {
            *format != Self::Zip && format.program() == Program::Worker && format.can_do_without(left_out)
        };
        Self::ALL.into_iter().filter(held)
    }

    /// Whether it can be made of an extract that leaves something out.
    pub fn can_do_without(self, left_out: Portions) -> bool {
        !self.row().needs.iter().any(|portion| left_out.contains(*portion))
    }

    /// What the report page says about it: its name, and what it is good for. `None` where another page offers it.
    pub fn offer(self) -> Option<(Purpose, Word, Word)> {
        self.row().offer
    }
}

#[cfg(test)]
mod tests {
    use super::{Format, TABLE};
    use std::collections::HashSet;

    #[test]
    fn every_format_has_its_row_is_found_by_its_name_and_ends_like_no_other() {
        for format in Format::ALL {
            assert_eq!(TABLE[format as usize].format, format);
            assert_eq!(Format::from_name(format.name()), Some(format));
        }
        assert_eq!(Format::ALL.map(Format::ending).into_iter().collect::<HashSet<_>>().len(), Format::ALL.len());
        assert_eq!(Format::from_name("docm"), None);
    }

    #[test]
    fn the_page_for_those_who_embed_the_site_names_what_the_report_page_offers() {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/embedding.md");
        let page = std::fs::read_to_string(&path).expect("docs/embedding.md");
        let row = page.lines().find(|line| line.starts_with("| `exported` |")).expect("the event");
        let offered = Format::ALL.into_iter().filter(|it| it.offer().is_some());
        let names: Vec<_> = offered.map(|format| format!("`{}`", format.name())).collect();
        let (last, others) = names.split_last().expect("formats");
        let named = format!("`format`: {} or {last}", others.join(", "));
        let expected = page.replace(row.split(" | ").nth(1).expect("what it tells"), &named);
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::write(&path, &expected).expect("docs/embedding.md");
            return;
        }
        assert_eq!(page, expected, "UPDATE_GOLDEN=1 writes it anew");
    }
}
