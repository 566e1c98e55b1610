//! Tables: their columns, their rows, and their heads, which every page repeats.

use super::drawing::{Element, Owner, Role};
use super::face::Faces;
use super::flow::{Column, Flow};
use super::style::{self, BORDER, CAPTION, CELL, COLUMN, LEFT, RIGHT, SHADE, STRONG_BORDER, Style, WIDTH};
use super::text::{Line, lines, spaced};
use crate::look::shares;
use readiness::catalogue::Catalogue;
use readiness::report::model::{Cell, Table};

const GUTTER: f32 = 7.0;
const PAD: f32 = 2.6;
/// The same of a row in which somebody signs by hand.
const ROOM_TO_SIGN: f32 = 14.0;

/// Where the columns stand, and how wide they are without the gutter.
struct Grid(Vec<(f32, f32)>);

pub(super) fn table(flow: &mut Flow<'_>, catalogue: &Catalogue, table: &Table) {
    let grid = Grid::new(table);
    let caption = lines(flow.faces, &table.caption, CAPTION, WIDTH);
    let caption_height: f32 = caption.iter().map(Line::height).sum();
    flow.space(2.0);
    flow.keep(caption_height + 90.0);
    flow.within(Role::Table, |flow| {
        let owner = Owner::Element(flow.add(Role::Caption));
        for line in &caption {
            flow.keep(line.height());
            flow.line(owner, LEFT, line);
        }
        flow.y += 2.0;
        let whole = flow.inside;
        let head = flow.drawing.element(whole, Role::Head);
        let row = flow.drawing.element(head, Role::Row);
        let headers = table.columns.iter().map(|_| flow.drawing.element(row, Role::ColumnHeader)).collect::<Vec<_>>();
        draw_head(flow, table, &grid, |column| Owner::Element(headers[column]));
        let rows = flow.drawing.element(whole, Role::Rows);
        for (heading, group) in table.grouped() {
            if let Some(heading) = heading {
                draw_group(flow, table, &grid, rows, heading);
            }
            for cells in group {
                draw_row(flow, catalogue, table, &grid, rows, cells);
            }
        }
    });
    flow.space(14.0);
}

impl Grid {
    fn new(table: &Table) -> Self {
        let mut x = LEFT;
        let column = |share: f32| {
            let width = share * WIDTH / 100.0;
            let at = (x, width - GUTTER);
            x += width;
            at
        };
        Self(shares(table).into_iter().map(column).collect())
    }
}

fn draw_head(flow: &mut Flow<'_>, table: &Table, grid: &Grid, owner: impl Fn(usize) -> Owner) {
    let columns = table.columns.iter().zip(&grid.0).enumerate().map(|(index, (column, (x, width)))| Column {
        x: *x,
        owner: owner(index),
        lines: lines(flow.faces, &column.heading, COLUMN, *width),
    });
    let columns = columns.collect();
    flow.row(columns, PAD, &mut |_| ());
    flow.rule(LEFT, RIGHT, 1.0, STRONG_BORDER);
}

/// The head once more, at the top of a page; who listens to the table has heard it.
fn repeat_head(flow: &mut Flow<'_>, table: &Table, grid: &Grid) {
    draw_head(flow, table, grid, |_| Owner::Decoration);
}

fn draw_group(flow: &mut Flow<'_>, table: &Table, grid: &Grid, rows: Element, heading: &str) {
    let row = flow.drawing.element(rows, Role::Row);
    let span = u32::try_from(table.columns.len()).unwrap_or(1);
    let owner = Owner::Element(flow.drawing.element(row, Role::GroupHeader(span)));
    let lines = lines(flow.faces, heading, CELL.strong(), WIDTH);
    let height = lines.iter().map(Line::height).sum::<f32>() + 2.0 * PAD;
    if flow.y + height + 45.0 > flow.bottom() {
        flow.break_page();
        repeat_head(flow, table, grid);
    }
    flow.decorate([LEFT, flow.y + 0.5, RIGHT, flow.y + height], SHADE);
    flow.row(vec![Column { x: LEFT + 3.0, owner, lines }], PAD, &mut |_| ());
    flow.rule(LEFT, RIGHT, 0.6, BORDER);
}

fn draw_row(flow: &mut Flow<'_>, catalogue: &Catalogue, table: &Table, grid: &Grid, rows: Element, cells: &[Cell]) {
    let row = flow.drawing.element(rows, Role::Row);
    let plain_header = matches!(table.kind, "facts" | "quote");
    let pad = if table.kind == "approval" { ROOM_TO_SIGN } else { PAD };
    let mut columns = Vec::with_capacity(cells.len());
    for (index, (content, (x, width))) in cells.iter().zip(&grid.0).enumerate() {
        let (role, style) = match index {
            0 if plain_header => (Role::RowHeader, CELL),
            0 => (Role::RowHeader, CELL.strong()),
            _ => (Role::Cell, CELL),
        };
        let owner = Owner::Element(flow.drawing.element(row, role));
        columns.push(Column { x: *x, owner, lines: cell(flow.faces, catalogue, content, style, *width) });
    }
    flow.row(columns, pad, &mut |flow| repeat_head(flow, table, grid));
    flow.rule(LEFT, RIGHT, 0.6, BORDER);
}

/// The lines of a cell.
pub(super) fn cell(faces: &Faces, catalogue: &Catalogue, cell: &Cell, style: Style, width: f32) -> Vec<Line> {
    match cell {
        Cell::List(texts) => spaced(texts.iter().map(|text| lines(faces, text, style, width)), 1.5),
        Cell::Stack(cells) => spaced(cells.iter().map(|it| self::cell(faces, catalogue, it, style, width)), 2.5),
        Cell::Mark(tone, text) => lines(faces, text, style.strong().inked(style::tone(*tone)), width),
        cell => lines(faces, &cell.plain(catalogue, ""), style, width),
    }
}
