//! Blocks and cells in HTML.

use crate::catalogue::{Catalogue, Word};
use crate::figures;
use crate::markup::Node;
use crate::report::model::{Block, Cell, Table, Tone, VerdictBlock};

pub(super) fn block(catalogue: &Catalogue, block: &Block) -> Node {
    match block {
        Block::Heading(text) => Node::new("h3").text(&**text),
        Block::Text(text) => Node::new("p").text(&**text),
        Block::Hint(text) => Node::new("p").class("hint").text(&**text),
        Block::Said(text) => Node::new("p").class("said block").with("dir", "auto").text(&**text),
        Block::List(texts) => list(texts),
        Block::Facts(rows) => facts(catalogue, rows),
        Block::Verdict(it) => verdict(catalogue, it),
        Block::Table(it) => table(catalogue, it),
        Block::Check { carrying, printed, .. } => Node::new("div")
            .child(Node::new("p").class("on-screen").text(&**carrying))
            .child(Node::new("p").class("on-paper").text(&**printed)),
        Block::Picture(picture) => Node::new("div").class("figure").child(picture.clone()),
    }
}

fn list(texts: &[String]) -> Node {
    Node::new("ul").children(texts.iter().map(|text| Node::new("li").text(&**text)))
}

pub(super) fn facts(catalogue: &Catalogue, rows: &[(String, Cell)]) -> Node {
    let rows = rows.iter().map(|(name, cell)| {
        let value = match cell {
            Cell::Empty => Node::new("dd").class("quiet").text(catalogue.word(Word::ReportNotGiven)),
            cell => content(catalogue, Node::new("dd"), cell),
        };
        Node::new("div").child(Node::new("dt").text(&**name)).child(value)
    });
    Node::new("dl").class("facts").children(rows)
}

fn verdict(catalogue: &Catalogue, it: &VerdictBlock) -> Node {
    let readiness = catalogue.word(Word::ReportReadinessIs);
    let figure = Node::new("p")
        .class("figure-line")
        .child(Node::new("span").class("quiet").text(format!("{readiness} ")))
        .child(Node::new("strong").text(figures::interval(catalogue, it.readiness)));
    let mut node = Node::new("div")
        .class("verdict")
        .child(Node::new("h3").text(&*it.stage))
        .child(content(catalogue, Node::new("p").class("judgement"), &it.verdict))
        .child(figure)
        .child(Node::new("p").text(&*it.lead));
    if !it.between.is_empty() {
        node.children.push(list(&it.between));
    }
    node
}

fn table(catalogue: &Catalogue, table: &Table) -> Node {
    let headings = table
        .columns
        .iter()
        .map(|column| Node::new("th").with("scope", "col").class(column.name).text(&*column.heading));
    let row = |row: &Vec<Cell>| {
        let cells = row.iter().zip(&table.columns).enumerate().map(|(index, (cell, column))| match index {
            0 => content(catalogue, Node::new("th").with("scope", "row"), cell),
            _ => content(catalogue, Node::new("td").with("data-label", &*column.heading), cell),
        });
        Node::new("tr").children(cells)
    };
    let groups = table.grouped().map(|(heading, rows)| {
        let heading = heading.map(|heading| {
            let span = table.columns.len().to_string();
            let cell = Node::new("th").with("scope", "rowgroup").with("colspan", span).text(heading);
            Node::new("tr").class("group").child(cell)
        });
        Node::new("tbody").children(heading).children(rows.iter().map(row))
    });
    Node::new("table")
        .class(table.kind)
        .child(Node::new("caption").text(&*table.caption))
        .child(Node::new("thead").child(Node::new("tr").children(headings)))
        .children(groups)
}

/// Puts a cell into an element.
fn content(catalogue: &Catalogue, node: Node, cell: &Cell) -> Node {
    match cell {
        Cell::Empty => node.class("empty"),
        Cell::Words(text) => node.text(&**text),
        Cell::Said(text) => node.class("said").with("dir", "auto").text(&**text),
        Cell::List(texts) => {
            let items = texts.iter().map(|text| Node::new("li").class("said").with("dir", "auto").text(&**text));
            node.child(Node::new("ul").children(items))
        }
        Cell::Number(_) | Cell::Date(_) | Cell::Share(_) | Cell::Interval(_) => {
            node.class("figure-cell").text(cell.plain(catalogue, ""))
        }
        Cell::Stack(cells) => node.children(cells.iter().map(|cell| content(catalogue, Node::new("div"), cell))),
        Cell::Mark(tone, text) => {
            let tone = match tone {
                Tone::Good => "mark good",
                Tone::Fair => "mark fair",
                Tone::Poor => "mark poor",
                Tone::Plain => "mark",
            };
            node.child(Node::new("span").class(tone).text(&**text))
        }
    }
}
