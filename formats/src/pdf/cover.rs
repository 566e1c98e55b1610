//! The cover, the contents, and the lines at the top and the end of every page.

use super::block::facts;
use super::drawing::{Element, Link, Owner, Role, Shape};
use super::flow::Flow;
use super::style::{self, ACCENT, BODY, BORDER, CELL, HINT, LEFT, PAGE, QUIET, RIGHT, RUNNING, WIDTH};
use super::text::{cut, lines};
use readiness::Report;
use readiness::catalogue::Word;
use readiness::figures;
use readiness::report::model::{Block, Cell, VerdictBlock};

pub(super) fn cover(flow: &mut Flow<'_>, report: &Report<'_>) {
    let word = |word| report.catalogue.word(word);
    flow.decorate([-flow.side(), 0.0, PAGE + flow.side(), 7.0], ACCENT);
    flow.y = 70.0;
    if report.is_about_readiness() {
        flow.text(Role::Paragraph, word(Word::ReportKicker), style::KICKER, LEFT, WIDTH);
    }
    flow.y += 34.0;
    match report.organisation.as_str() {
        "" => {
            let unnamed = style::ORGANISATION.inked(QUIET);
            flow.text(Role::Paragraph, word(Word::ReportNoOrganisation), unnamed, LEFT, WIDTH);
        }
        name => flow.text(Role::Paragraph, name, style::ORGANISATION, LEFT, WIDTH),
    }
    let heading = report.heading();
    flow.text(Role::Heading(1, heading.to_owned()), heading, style::TITLE, LEFT, WIDTH);
    flow.y += 2.0;
    flow.text(Role::Paragraph, report.subheading(), style::SUBHEADING, LEFT, WIDTH);
    flow.y += 26.0;
    let verdicts = report.sections.iter().flat_map(|section| &section.blocks);
    let verdicts: Vec<_> =
        verdicts.filter_map(|it| if let Block::Verdict(it) = it { Some(it) } else { None }).collect();
    let mut rows = &*report.cover;
    // The cards say what these rows say.
    if let [one, two] = *verdicts {
        cards(flow, report, [one, two]);
        rows = rows.get(2..).unwrap_or_default();
    }
    facts(flow, report.catalogue, rows);
    flow.paragraph(report.caveat(), HINT);
}

/// The two verdicts beside each other.
fn cards(flow: &mut Flow<'_>, report: &Report<'_>, verdicts: [&VerdictBlock; 2]) {
    const GAP: f32 = 14.0;
    const INSET: f32 = 14.0;
    let width = (WIDTH - GAP) / 2.0;
    let top = flow.y;
    let mut end = top;
    let names = [Word::ReportStageOneColumn, Word::ReportStageTwoColumn].map(|name| report.catalogue.word(name));
    for ((verdict, name), index) in verdicts.into_iter().zip(names).zip(0u8..) {
        let x = LEFT + f32::from(index) * (width + GAP);
        let ink = match &verdict.verdict {
            Cell::Mark(tone, _) => style::tone(*tone),
            _ => style::TEXT,
        };
        flow.y = top;
        flow.decorate([x, top, x + width, top + 74.0], style::SHADE);
        flow.decorate([x, top, x + 3.0, top + 74.0], ink);
        flow.y += 10.0;
        let inside = width - 2.0 * INSET;
        flow.text(Role::Paragraph, name, CELL.strong().inked(QUIET), x + INSET, inside);
        let judgement = verdict.verdict.plain(report.catalogue, "");
        flow.text(Role::Paragraph, &judgement, style::JUDGEMENT.inked(ink), x + INSET, inside);
        flow.y += 2.0;
        let readiness = figures::interval(report.catalogue, verdict.readiness);
        let readiness = format!("{} {readiness}", report.catalogue.word(Word::ReportReadinessIs));
        flow.text(Role::Paragraph, &readiness, BODY, x + INSET, inside);
        end = end.max(flow.y);
    }
    flow.y = end.max(top + 74.0) + 20.0;
}

/// A line of the contents, whose page is known later.
pub(super) struct Entry {
    page: usize,
    base: f32,
    element: Element,
}

/// The contents: the pages are written by [`fill`], once they are known.
pub(super) fn contents(flow: &mut Flow<'_>, report: &Report<'_>) -> Vec<Entry> {
    let heading = report.catalogue.word(Word::ReportContents);
    let leading = BODY.leading + 2.0;
    flow.keep(style::HEADING.leading + leading * report.sections.len() as f32 + 10.0);
    flow.space(6.0);
    flow.text(Role::Heading(2, heading.to_owned()), heading, style::HEADING, LEFT, WIDTH);
    flow.y += 4.0;
    let mut entries = Vec::new();
    flow.within(Role::Contents, |flow| {
        for (index, section) in report.sections.iter().enumerate() {
            let outside = flow.add(Role::Entry);
            let element = flow.drawing.element(outside, Role::Link);
            let text = format!("{}. {} ", index + 1, section.heading);
            for line in lines(flow.faces, &text, BODY.inked(ACCENT), WIDTH - 40.0) {
                let base = flow.y + leading / 2.0 + BODY.size * 0.33;
                let at = (LEFT, base);
                flow.draw(
                    Owner::Element(element),
                    Shape::Text { at, text: format!("{} ", line.text), style: line.style },
                );
                entries.push(Entry { page: flow.page, base, element });
                flow.y += leading;
            }
        }
    });
    entries
}

/// Writes the page of each section into the contents, and makes them links.
pub(super) fn fill(flow: &mut Flow<'_>, entries: &[Entry]) {
    let sections = flow.drawing.places.iter().enumerate().filter(|(_, place)| place.level == 1);
    let sections: Vec<_> = sections.map(|(index, place)| (index, place.page)).collect();
    for (entry, (place, page)) in entries.iter().zip(sections) {
        let text = (page + 1).to_string();
        let width = flow.faces.of(BODY.weight).width(&text, BODY.size);
        let at = (RIGHT - width, entry.base);
        flow.drawing.draw(entry.page, Owner::Element(entry.element), Shape::Text { at, text, style: BODY });
        let area = [LEFT, entry.base - 10.5, RIGHT, entry.base + 3.5];
        flow.drawing.links.push(Link { page: entry.page, area, element: entry.element, place });
    }
}

/// The lines at the top and the end of every page.
pub(super) fn running(flow: &mut Flow<'_>, report: &Report<'_>) {
    let faces = flow.faces;
    let (all, height) = (flow.drawing.pages.len(), flow.paper.size.1);
    let made = [("version", readiness::report::VERSION), ("date", &*report.today.to_string())];
    let made = report.catalogue.say(Word::ReportFooter, &made);
    let made = cut(faces, &made, RUNNING.weight, RUNNING.size, WIDTH - 70.0);
    let title = cut(faces, &report.title(), RUNNING.weight, RUNNING.size, WIDTH - 90.0);
    let date = report.today.to_string();
    let right = |text: &str| RIGHT - faces.of(RUNNING.weight).width(text, RUNNING.size);
    for page in 0..all {
        let mut write = |owner, x, y, text: &str| {
            flow.drawing.draw(page, owner, Shape::Text { at: (x, y), text: text.to_owned(), style: RUNNING });
        };
        if page > 0 {
            write(Owner::Header, LEFT, 38.0, &title);
            write(Owner::Header, right(&date), 38.0, &date);
        }
        let number = [("n", &*(page + 1).to_string()), ("m", &*all.to_string())];
        let number = report.catalogue.say(Word::ReportPage, &number);
        write(Owner::Footer, LEFT, height - 32.0, &made);
        write(Owner::Footer, right(&number), height - 32.0, &number);
        let mut rule = |y: f32| {
            let area = [LEFT, y, RIGHT, y + 0.6];
            let shape = Shape::Rect { area, radius: 0.0, fill: Some(BORDER), stroke: None };
            flow.drawing.draw(page, Owner::Decoration, shape);
        };
        if page > 0 {
            rule(45.0);
        }
        rule(height - 44.0);
    }
}
