//! Tables: their first row is repeated on every page, and no row is torn apart.

use super::text::{UPRIGHT, paragraph, run, toned};
use super::value;
use crate::look;
use readiness::Catalogue;
use readiness::catalogue::Word;
use readiness::markup::Node;
use readiness::report::model::{Cell, Table};

/// A table of the report.
pub(super) fn table(catalogue: &Catalogue, table: &Table, width: u32) -> Node {
    let widths = widths(table, width);
    let headings = table
        .columns
        .iter()
        .zip(&widths)
        .map(|(column, width)| cell(*width, Some(look::ACCENT), [paragraph("TableHead", [run(&column.heading)])]));
    let mut node = start("Grid", &widths, true).child(row(true, headings));
    for (heading, rows) in table.grouped() {
        if let Some(heading) = heading {
            node.children.push(group(heading, &widths));
        }
        for cells in rows {
            let cells = cells.iter().zip(&widths).enumerate().map(|(index, (it, width))| {
                let is_name = index == 0 && !matches!(table.kind, "facts" | "quote");
                let style = if is_name { "TableFirst" } else { "TableText" };
                cell(*width, None, content(catalogue, style, it))
            });
            node.children.push(row(false, cells));
        }
    }
    node
}

/// Names with what there is to say about each.
pub(super) fn facts(catalogue: &Catalogue, rows: &[(String, Cell)]) -> Node {
    let widths = [3200, UPRIGHT - 3200];
    let rows = rows.iter().map(|(name, it)| {
        let said = match it {
            Cell::Empty => vec![paragraph("TableText", [run(catalogue.word(Word::ReportNotGiven))])],
            it => content(catalogue, "TableText", it),
        };
        row(false, [cell(widths[0], None, [paragraph("TableFirst", [run(name)])]), cell(widths[1], None, said)])
    });
    start("Grid", &widths, false).children(rows)
}

/// The start of a table: whether its first row is one of headings; where not, its first column is one of names.
fn start(style: &'static str, widths: &[u32], has_headings: bool) -> Node {
    let size = |name, width: u32| Node::new(name).with("w:w", width.to_string()).with("w:type", "dxa");
    let (sum, row, column) = if has_headings { ("0620", "1", "0") } else { ("0680", "0", "1") };
    let look = Node::new("w:tblLook").with("w:val", sum).with("w:firstRow", row).with("w:firstColumn", column);
    let properties = Node::new("w:tblPr")
        .child(value("w:tblStyle", style))
        .child(size("w:tblW", widths.iter().sum()))
        .child(Node::new("w:tblLayout").with("w:type", "fixed"))
        .child(look.with("w:noHBand", "1").with("w:noVBand", "1"));
    let grid = widths.iter().map(|width| Node::new("w:gridCol").with("w:w", width.to_string()));
    Node::new("w:tbl").child(properties).child(Node::new("w:tblGrid").children(grid))
}

fn row(is_heading: bool, cells: impl IntoIterator<Item = Node>) -> Node {
    let mut properties = Node::new("w:trPr").child(Node::new("w:cantSplit"));
    if is_heading {
        properties.children.push(Node::new("w:tblHeader"));
    }
    Node::new("w:tr").child(properties).children(cells)
}

fn cell(width: u32, shade: Option<look::Ink>, content: impl IntoIterator<Item = Node>) -> Node {
    let size = Node::new("w:tcW").with("w:w", width.to_string()).with("w:type", "dxa");
    let shade = shade
        .map(|fill| Node::new("w:shd").with("w:val", "clear").with("w:color", "auto").with("w:fill", look::hex(fill)));
    Node::new("w:tc").child(Node::new("w:tcPr").child(size).children(shade)).children(content)
}

/// The heading of a group, over all columns.
fn group(heading: &str, widths: &[u32]) -> Node {
    let mut cell = cell(widths.iter().sum(), Some(look::GROUP), [paragraph("TableGroup", [run(heading)])]);
    cell.children[0].children.insert(1, value("w:gridSpan", widths.len().to_string()));
    row(false, [cell])
}

/// What a cell says, a paragraph for each thing; a cell without any must have one all the same.
fn content(catalogue: &Catalogue, style: &'static str, cell: &Cell) -> Vec<Node> {
    match cell {
        Cell::List(texts) => texts.iter().map(|text| paragraph(style, [run(text)])).collect(),
        Cell::Stack(cells) => cells.iter().flat_map(|cell| content(catalogue, style, cell)).collect(),
        Cell::Mark(tone, text) => vec![paragraph(style, [toned(text, *tone)])],
        Cell::Empty => vec![paragraph(style, [])],
        cell => vec![paragraph(style, [run(&cell.plain(catalogue, " "))])],
    }
}

/// The widths of the columns by what they hold.
fn widths(table: &Table, width: u32) -> Vec<u32> {
    let mut widths: Vec<u32> = look::shares(table).iter().map(|share| (share * width as f32 / 100.0) as u32).collect();
    widths[0] += width - widths.iter().sum::<u32>();
    widths
}
