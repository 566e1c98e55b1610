//! The columns of the table: each with its name, its type, what it means, and where it comes from.

use super::Cell;
use readiness::assessment::DocumentStatus;
use readiness::audit_time::{AuditDays, AuditTime};
use readiness::file::digest;
use readiness::findings::{Grade, RULES, Rule};
use readiness::scoring::Stage;
use readiness::{Assessment, Catalogue, Outcome};
use std::sync::LazyLock;

/// What a row is made from.
pub struct Row<'a> {
    pub catalogue: &'a Catalogue,
    pub assessment: &'a Assessment,
    pub outcome: &'a Outcome,
    pub file: String,
}

/// The type of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Text,
    /// A whole number; in Parquet, INT32.
    Whole,
    /// A number with a fraction; in Parquet, DOUBLE.
    Decimal,
    /// A day; in Parquet, DATE.
    Day,
}

/// A column.
pub struct Column {
    pub name: &'static str,
    pub kind: Kind,
    /// What it means; `docs/portfolio.md` says so.
    #[cfg_attr(not(test), allow(dead_code, reason = "only the test that compares the page reads it"))]
    pub about: &'static str,
    value: Value,
}

/// Where the cells of a column come from.
enum Value {
    Of(fn(&Row<'_>) -> Cell),
    /// How many findings there are of a rule.
    Findings(&'static Rule),
}

impl Column {
    /// Its cell in a row.
    pub fn cell(&self, row: &Row<'_>) -> Cell {
        match self.value {
            Value::Of(value) => value(row),
            Value::Findings(rule) => {
                number(Some(row.outcome.findings.iter().filter(|finding| finding.rule == rule).count()))
            }
        }
    }

    fn of(rule: &'static Rule) -> Self {
        let about = "how many findings there are of this rule of the method; of some there is never more than one";
        Self { name: rule.name, kind: Kind::Whole, about, value: Value::Findings(rule) }
    }
}

/// All columns, in order: those of the rules are in the middle.
pub static COLUMNS: LazyLock<Vec<Column>> =
    LazyLock::new(|| before().into_iter().chain(RULES.map(Column::of)).chain(after()).collect());

macro_rules! columns {
    ($list:ident: $($name:literal $kind:ident $about:literal => $value:expr;)+) => {
        fn $list() -> Vec<Column> {
            vec![$(Column { name: $name, kind: Kind::$kind, about: $about, value: Value::Of($value) }),+]
        }
    };
}

columns! {
    before:
    "file" Text "the file, as it was found" => |row| text(&row.file);
    "organisation" Text "the organisation's name" => |row| text(&row.assessment.profile.organisation);
    "title" Text "the organisation's name for the assessment" => |row| text(&row.assessment.title);
    "id" Text "the id of the assessment; copies of one assessment share it" => |row| text(&row.assessment.id);
    "digest" Text "SHA-256 of the assessment in canonical form, as reports print it" =>
        |row| Cell::Text(digest(&row.assessment.to_value(row.catalogue)));
    "updated" Day "the day of the last change" => |row| row.assessment.updated.day().map_or(Cell::Empty, Cell::Day);
    "today" Day "the day for which everything was derived" => |row| Cell::Day(row.outcome.today);
    "sector" Text "what the organisation does" => |row| text(&row.assessment.profile.sector);
    "country" Text "the country of its seat" => |row| text(&row.assessment.profile.country);
    "people" Whole "people under its control" => |row| number(row.assessment.profile.people);
    "sites" Whole "sites in scope" => |row| number(row.assessment.profile.sites);
    "target_date" Day "when it wants to be certified" =>
        |row| row.assessment.profile.target_date.map_or(Cell::Empty, Cell::Day);
    "days_to_target" Whole "days from today to that date; negative once it has passed" =>
        |row| number(row.assessment.profile.target_date.map(|day| day.days_since(row.outcome.today)));
    "audit_days" Decimal "gross auditor days to start from, not a quote" =>
        |row| days(row, AuditTime::initial);
    "three_year_days" Decimal "the same for the initial audit and two surveillance audits" =>
        |row| days(row, AuditTime::three_years);
    "answered" Whole "requirements with an answer" => |row| number(Some(row.outcome.answered));
    "requirements" Whole "requirements there are" => |row| number(Some(row.outcome.items));
    "stage1_verdict" Text "`open`, `not_ready`, `nearly` or `ready` for stage 1" => |row| verdict(row, Stage::One);
    "stage1_low" Whole "readiness for stage 1 in tenths of a percent, open requirements counted as unmet" =>
        |row| number(Some(row.outcome.readiness.one.low.value()));
    "stage1_high" Whole "the same, open requirements counted as met" =>
        |row| number(Some(row.outcome.readiness.one.high.value()));
    "stage2_verdict" Text "`open`, `not_ready`, `nearly` or `ready` for stage 2" => |row| verdict(row, Stage::Two);
    "stage2_low" Whole "readiness for stage 2 in tenths of a percent, open requirements counted as unmet" =>
        |row| number(Some(row.outcome.readiness.two.low.value()));
    "stage2_high" Whole "the same, open requirements counted as met" =>
        |row| number(Some(row.outcome.readiness.two.high.value()));
    "clause4_stage2_low" Whole "`stage2_low` of clause 4 alone" => |row| clause(row, 0);
    "clause5_stage2_low" Whole "`stage2_low` of clause 5 alone" => |row| clause(row, 1);
    "clause6_stage2_low" Whole "`stage2_low` of clause 6 alone" => |row| clause(row, 2);
    "clause7_stage2_low" Whole "`stage2_low` of clause 7 alone" => |row| clause(row, 3);
    "clause8_stage2_low" Whole "`stage2_low` of clause 8 alone" => |row| clause(row, 4);
    "clause9_stage2_low" Whole "`stage2_low` of clause 9 alone" => |row| clause(row, 5);
    "clause10_stage2_low" Whole "`stage2_low` of clause 10 alone" => |row| clause(row, 6);
    "majors" Whole "likely major nonconformities" => |row| graded(row, Grade::Major);
    "minors" Whole "likely minor nonconformities" => |row| graded(row, Grade::Minor);
    "opportunities" Whole "opportunities for improvement" => |row| graded(row, Grade::Opportunity);
}

columns! {
    after:
    "points" Whole "points to check, which may well be right" => |row| number(Some(row.outcome.points.len()));
    "contradictions" Whole "answers that contradict each other" => |row| number(Some(row.outcome.contradictions.len()));
    "soa_decided" Whole "controls of Annex A that are decided" => |row| number(Some(row.outcome.soa.decided));
    "soa_justified" Whole "controls of Annex A that are decided and justified" =>
        |row| number(Some(row.outcome.soa.justified));
    "soa_complete" Whole "how complete the Statement of Applicability is, in tenths of a percent" =>
        |row| number(Some(row.outcome.soa.complete.value()));
    "soa_implementation" Whole "how far the applicable controls are in place, in tenths of a percent" =>
        |row| number(Some(row.outcome.soa.implementation.value()));
    "documents_approved" Whole "documents of the register that are approved" => approved;
    "risks" Whole "risks in the register" => |row| number(Some(row.assessment.risks.len()));
}

fn text(text: &str) -> Cell {
    if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) }
}

fn number(number: Option<impl TryInto<i32>>) -> Cell {
    number.and_then(|number| number.try_into().ok()).map_or(Cell::Empty, Cell::Whole)
}

fn verdict(row: &Row<'_>, stage: Stage) -> Cell {
    text(row.outcome.judgement.get(stage).verdict.name())
}

fn clause(row: &Row<'_>, index: usize) -> Cell {
    number(row.outcome.clauses.get(index).map(|clause| clause.two.low.value()))
}

fn graded(row: &Row<'_>, grade: Grade) -> Cell {
    number(Some(row.outcome.graded(grade).count()))
}

fn days(row: &Row<'_>, days: fn(AuditTime) -> AuditDays) -> Cell {
    let half_days = row.outcome.audit_time.map(|time| days(time).half_days());
    half_days.map_or(Cell::Empty, |half_days| Cell::Decimal(f64::from(half_days) / 2.0))
}

fn approved(row: &Row<'_>) -> Cell {
    let approved = |status| status == Some(DocumentStatus::Approved);
    number(Some(row.assessment.documents.values().filter(|document| approved(document.status)).count()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_about_the_table_explains_every_column() {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/portfolio.md");
        let page = std::fs::read_to_string(&path).expect("docs/portfolio.md");
        let (before, _) = page.split_once("| column |").expect("a table");
        let kind = |kind| match kind {
            Kind::Text => "text",
            Kind::Whole => "whole number",
            Kind::Decimal => "decimal",
            Kind::Day => "day",
        };
        let row = |column: &Column| format!("| `{}` | {} | {} |\n", column.name, kind(column.kind), column.about);
        let rows: String = COLUMNS.iter().map(row).collect();
        let expected = format!("{before}| column | type | what it is |\n|---|---|---|\n{rows}");
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::write(&path, &expected).expect("docs/portfolio.md");
        }
        let page = std::fs::read_to_string(&path).expect("docs/portfolio.md");
        assert_eq!(page, expected, "UPDATE_GOLDEN=1 writes it anew");
    }

    #[test]
    fn each_column_has_a_name_of_its_own() {
        let mut names: Vec<_> = COLUMNS.iter().map(|column| column.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), COLUMNS.len());
    }
}
