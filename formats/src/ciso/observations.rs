//! What is said about a row, in Markdown: its cells with their names, then what an auditor would likely find.
//!
//! A single line break is no break in Markdown, so each thing is a point of a list.

use crate::Source;
use readiness::findings::{self, Finding};
use readiness::report::{escape_lines, model};

/// A point for each cell that says something, under the name of its column.
pub fn points(source: &Source<'_>, table: &model::Table, row: &[model::Cell], columns: &[&str]) -> Vec<String> {
    let cells = table.columns.iter().zip(row).filter(|(column, _)| columns.contains(&column.name));
    let points = cells.filter_map(|(column, cell)| {
        let text = cell.plain(source.catalogue, "\n");
        (!text.trim().is_empty()).then(|| point(&column.heading, &text))
    });
    points.collect()
}

/// A point for each likely finding: its grade, and why it is there.
pub fn likely<'a>(source: &Source<'_>, all: impl IntoIterator<Item = &'a Finding>) -> Vec<String> {
    let (catalogue, assessment) = (source.catalogue, source.assessment);
    let point = |it: &Finding| point(it.grade.label(catalogue), &findings::why(it, catalogue, assessment));
    all.into_iter().map(point).collect()
}

/// A point under a name. Further lines of it are lines in it.
fn point(name: &str, text: &str) -> String {
    format!("- **{}:** {}", escape_lines(name, " "), escape_lines(text, "  \n  "))
}
