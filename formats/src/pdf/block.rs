//! The blocks of a section.

use super::drawing::{Owner, Role};
use super::flow::{Column, Flow};
use super::style::{self, BODY, BORDER, CELL, HINT, LEFT, MEASURE, QUIET, STRONG_BORDER, WIDTH};
use super::text::lines;
use super::{picture, table};
use readiness::catalogue::{Catalogue, Word};
use readiness::figures;
use readiness::report::model::{Block, Cell, Section, VerdictBlock};

/// Sections that begin on a page of their own, unless half of the present one would stay empty.
const OWN_PAGE: [&str; 4] = ["readiness", "findings", "soa", "answers"];

pub(super) fn section(flow: &mut Flow<'_>, catalogue: &Catalogue, number: usize, section: &Section) {
    flow.within(Role::Section, |flow| {
        match OWN_PAGE.contains(&section.id) && flow.y > flow.bottom() / 2.0 {
            true => flow.break_page(),
            false => flow.space(22.0),
        }
        let heading = format!("{number}. {}", section.heading);
        flow.heading(&heading, 2, style::SECTION, opening(flow, &section.blocks, 110.0));
        for (index, it) in section.blocks.iter().enumerate() {
            if let Block::Heading(text) = it {
                flow.space(8.0);
                flow.heading(text, 3, style::HEADING, opening(flow, &section.blocks[index + 1..], 80.0));
            } else {
                block(flow, catalogue, it);
            }
        }
    });
}

/// How much room a heading wants below itself: it stays with its picture and the text before that, else with so much.
fn opening(flow: &Flow<'_>, blocks: &[Block], least: f32) -> f32 {
    let text = |block: &Block| match block {
        Block::Text(text) | Block::Hint(text) => {
            Some(lines(flow.faces, text, BODY, MEASURE).len() as f32 * BODY.leading + 7.0)
        }
        _ => None,
    };
    let texts: Vec<f32> = blocks.iter().map_while(text).collect();
    match blocks.get(texts.len()) {
        Some(Block::Picture(node)) => texts.iter().sum::<f32>() + picture::height(node, flow.bottom()),
        _ => least,
    }
}

fn block(flow: &mut Flow<'_>, catalogue: &Catalogue, block: &Block) {
    match block {
        Block::Heading(_) => {}
        Block::Text(text) | Block::Check { carrying: text, .. } => flow.paragraph(text, BODY),
        Block::Hint(text) => flow.paragraph(text, HINT),
        Block::Said(text) => said(flow, text),
        Block::List(texts) => flow.list(texts, LEFT, MEASURE),
        Block::Facts(rows) => facts(flow, catalogue, rows),
        Block::Verdict(it) => verdict(flow, catalogue, it),
        Block::Table(it) => table::table(flow, catalogue, it),
        Block::Picture(node) => picture::picture(flow, node),
    }
}

/// What the person wrote, with a bar beside it.
fn said(flow: &mut Flow<'_>, text: &str) {
    let (page, top) = (flow.page, flow.y);
    flow.text(Role::Quote, text, BODY, LEFT + 12.0, MEASURE - 12.0);
    bar(flow, (page, top), STRONG_BORDER);
    flow.space(7.0);
}

/// A bar at the left from a place down to the present one, on as many pages as lie between.
fn bar(flow: &mut Flow<'_>, from: (usize, f32), ink: style::Ink) {
    let (last, end) = (flow.page, flow.y);
    for page in from.0..=last {
        let top = if page == from.0 { from.1 } else { style::TOP };
        let bottom = if page == last { end } else { flow.bottom() };
        let area = [LEFT, top, LEFT + 2.5, bottom];
        let shape = super::drawing::Shape::Rect { area, radius: 0.0, fill: Some(ink), stroke: None };
        if bottom > top {
            flow.drawing.draw(page, Owner::Decoration, shape);
        }
    }
}

/// Names with what there is to say about each.
pub(super) fn facts(flow: &mut Flow<'_>, catalogue: &Catalogue, rows: &[(String, Cell)]) {
    const NAME: f32 = 165.0;
    let (name_style, value_style) = (BODY.inked(QUIET), BODY);
    flow.rule(LEFT, LEFT + WIDTH, 0.6, BORDER);
    flow.within(Role::List, |flow| {
        for (name, cell) in rows {
            flow.within(Role::Item, |flow| {
                let value = match cell {
                    Cell::Empty => {
                        let words = catalogue.word(Word::ReportNotGiven);
                        lines(flow.faces, words, value_style.inked(QUIET), WIDTH - NAME)
                    }
                    cell => table::cell(flow.faces, catalogue, cell, value_style, WIDTH - NAME),
                };
                let columns = vec![
                    Column {
                        x: LEFT,
                        owner: Owner::Element(flow.add(Role::Label)),
                        lines: lines(flow.faces, name, name_style, NAME - 12.0),
                    },
                    Column { x: LEFT + NAME, owner: Owner::Element(flow.add(Role::Body)), lines: value },
                ];
                flow.row(columns, 3.0, &mut |_| ());
                flow.rule(LEFT, LEFT + WIDTH, 0.6, BORDER);
            });
        }
    });
    flow.space(12.0);
}

/// A verdict and what stands between it and the next better one.
fn verdict(flow: &mut Flow<'_>, catalogue: &Catalogue, it: &VerdictBlock) {
    const INDENT: f32 = 16.0;
    let x = LEFT + INDENT;
    let ink = match &it.verdict {
        Cell::Mark(tone, _) => style::tone(*tone),
        _ => style::TEXT,
    };
    flow.keep(120.0);
    let from = (flow.page, flow.y);
    flow.y += 2.0;
    flow.text(Role::Heading(3, it.stage.clone()), &it.stage, CELL.strong().inked(QUIET), x, WIDTH - INDENT);
    flow.text(Role::Paragraph, &it.verdict.plain(catalogue, ""), style::JUDGEMENT.inked(ink), x, WIDTH - INDENT);
    let readiness = figures::interval(catalogue, it.readiness);
    let readiness = format!("{} {readiness}", catalogue.word(Word::ReportReadinessIs));
    flow.text(Role::Paragraph, &readiness, BODY.strong(), x, WIDTH - INDENT);
    flow.y += 5.0;
    flow.text(Role::Paragraph, &it.lead, BODY, x, MEASURE);
    flow.y += 3.0;
    flow.list(&it.between, x, MEASURE);
    bar(flow, from, ink);
    flow.space(14.0);
}
