//! Putting text onto pages, one piece below the other.

use super::drawing::{Bookmark, Drawing, Element, Owner, Role, Shape};
use super::face::Faces;
use super::style::{self, BELOW, Ink, LEFT, MEASURE, Style, TOP};
use super::text::{Line, lines};
use crate::paper::Paper;

/// The pages so far, and where the next piece goes.
pub(super) struct Flow<'a> {
    pub faces: &'a Faces,
    pub drawing: Drawing,
    pub paper: Paper,
    /// The page that is being filled.
    pub page: usize,
    /// Where the next piece begins, from the top.
    pub y: f32,
    /// The element that the next piece belongs into.
    pub inside: Element,
}

/// A column of a row: where it stands, and what it says.
pub(super) struct Column {
    pub x: f32,
    pub owner: Owner,
    pub lines: Vec<Line>,
}

impl<'a> Flow<'a> {
    pub fn new(faces: &'a Faces, paper: Paper) -> Self {
        let drawing = Drawing { pages: vec![vec![]], elements: vec![(Role::Section, vec![])], ..Drawing::default() };
        Self { faces, drawing, paper, page: 0, y: TOP, inside: Element(0) }
    }

    /// Where what is said ends on each page.
    pub fn bottom(&self) -> f32 {
        self.paper.size.1 - BELOW
    }

    /// How much wider the paper is than what is drawn, on each side.
    pub fn side(&self) -> f32 {
        style::side(self.paper)
    }

    /// Puts what `fill` writes into an element of its own.
    pub fn within(&mut self, role: Role, fill: impl FnOnce(&mut Self)) {
        let outside = self.inside;
        self.inside = self.drawing.element(outside, role);
        fill(self);
        self.inside = outside;
    }

    pub fn add(&mut self, role: Role) -> Element {
        self.drawing.element(self.inside, role)
    }

    pub fn break_page(&mut self) {
        self.page += 1;
        self.drawing.pages.push(vec![]);
        self.y = TOP;
    }

    /// Begins a new page unless so much still fits. What fits on no page is begun anyway.
    pub fn keep(&mut self, height: f32) {
        if self.y + height > self.bottom() && self.y > TOP {
            self.break_page();
        }
    }

    pub fn space(&mut self, height: f32) {
        if self.y > TOP {
            self.y += height;
        }
    }

    pub fn draw(&mut self, owner: Owner, shape: Shape) {
        self.drawing.draw(self.page, owner, shape);
    }

    pub fn decorate(&mut self, area: [f32; 4], fill: Ink) {
        self.draw(Owner::Decoration, Shape::Rect { area, radius: 0.0, fill: Some(fill), stroke: None });
    }

    pub fn rule(&mut self, from: f32, to: f32, thickness: f32, ink: Ink) {
        self.decorate([from, self.y - thickness / 2.0, to, self.y + thickness / 2.0], ink);
    }

    /// Draws a line of text at the present height, and goes below it.
    pub fn line(&mut self, owner: Owner, x: f32, line: &Line) {
        let base = self.y + line.gap + line.style.leading / 2.0 + line.style.size * 0.33;
        if !line.text.trim().is_empty() {
            self.draw(owner, Shape::Text { at: (x, base), text: line.text.clone(), style: line.style });
        }
        self.y += line.height();
    }

    /// A text of one element, over as many pages as it takes; no line of it stands alone.
    pub fn text(&mut self, role: Role, text: &str, style: Style, x: f32, width: f32) {
        let lines = lines(self.faces, text, style, width);
        if lines.is_empty() {
            return;
        }
        let owner = Owner::Element(self.add(role));
        let count = lines.len();
        for (index, line) in lines.iter().enumerate() {
            let together = match index {
                0 if count <= 3 => count,
                0 => 2,
                _ if index + 2 == count => 2,
                _ => 1,
            };
            self.keep(line.height() * together as f32);
            self.line(owner, x, line);
        }
    }

    pub fn paragraph(&mut self, text: &str, style: Style) {
        self.text(Role::Paragraph, text, style, LEFT, MEASURE);
        self.space(7.0);
    }

    /// A heading that stays with what follows, and its bookmark.
    pub fn heading(&mut self, text: &str, level: u16, style: Style, follows: f32) {
        let height = lines(self.faces, text, style, style::WIDTH).len() as f32 * style.leading;
        self.keep(height + follows);
        let title = super::text::clean(text);
        let place = Bookmark { title: title.clone(), level: usize::from(level) - 1, page: self.page, top: self.y };
        self.drawing.places.push(place);
        self.text(Role::Heading(level, title), text, style, LEFT, style::WIDTH);
        self.y += style.leading * 0.4;
    }

    /// Sentences, each with a dot before it.
    pub fn list(&mut self, texts: &[String], x: f32, width: f32) {
        if texts.is_empty() {
            return;
        }
        self.within(Role::List, |flow| {
            for text in texts {
                flow.within(Role::Item, |flow| {
                    flow.keep(style::BODY.leading * 2.0);
                    let base = flow.y + style::BODY.leading / 2.0 + style::BODY.size * 0.33;
                    let dot = Owner::Element(flow.add(Role::Label));
                    flow.draw(dot, Shape::Text { at: (x + 2.0, base), text: "• ".into(), style: style::BODY });
                    flow.text(Role::Body, text, style::BODY, x + 12.0, width - 12.0);
                    flow.y += 2.0;
                });
            }
        });
        self.space(6.0);
    }

    /// A row of columns. It stays on one page if that leaves no large gap; else it goes on at the top of the next one,
    /// where `again` may repeat what stands above it.
    pub fn row(&mut self, mut columns: Vec<Column>, pad: f32, again: &mut dyn FnMut(&mut Self)) {
        const LARGEST_GAP: f32 = 200.0;
        let height = |lines: &[Line]| lines.iter().map(Line::height).sum::<f32>();
        loop {
            let all = columns.iter().map(|column| height(&column.lines)).fold(0.0, f32::max) + 2.0 * pad;
            let room = self.bottom() - self.y;
            if all > room && self.y > TOP && (all < LARGEST_GAP || room < 60.0) {
                self.break_page();
                again(self);
            }
            let top = self.y + pad;
            let mut end = top;
            let mut more = false;
            for column in &mut columns {
                self.y = top;
                let mut drawn = 0;
                for line in &column.lines {
                    if self.y + line.height() > self.bottom() - pad && self.y > top {
                        break;
                    }
                    self.line(column.owner, column.x, line);
                    drawn += 1;
                }
                end = end.max(self.y);
                column.lines.drain(..drawn);
                more |= !column.lines.is_empty();
            }
            self.y = end + pad;
            if !more {
                return;
            }
            self.break_page();
            again(self);
        }
    }
}
