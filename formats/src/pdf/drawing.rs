//! What is on the pages, and the structure that it belongs to, before it is a PDF.

use super::style::{Ink, Style};

/// An element of the structure: a position in [`Drawing::elements`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Element(pub usize);

/// What an element is to those who listen to the page.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Role {
    Section,
    Heading(u16, String),
    Paragraph,
    /// What the person wrote.
    Quote,
    List,
    Item,
    Label,
    Body,
    Contents,
    Entry,
    Link,
    Table,
    Caption,
    Head,
    Rows,
    Row,
    ColumnHeader,
    RowHeader,
    /// The heading of a group of rows, over so many columns.
    GroupHeader(u32),
    Cell,
    /// A picture: what it shows, its page, and left, top, right and bottom.
    Figure(String, usize, [f32; 4]),
}

/// To what a piece of a page belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Owner {
    Element(Element),
    /// The line at the top of the page.
    Header,
    /// The line at its end.
    Footer,
    /// Said elsewhere, or saying nothing: lines, shades, repeated headings.
    Decoration,
}

/// A mark on a page. Coordinates are in points from the top left.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Shape {
    /// A text whose base line starts here.
    Text { at: (f32, f32), text: String, style: Style },
    /// The same, turned a quarter to the left.
    Upright { at: (f32, f32), text: String, style: Style },
    /// A rectangle with round corners.
    Rect { area: [f32; 4], radius: f32, fill: Option<Ink>, stroke: Option<Ink> },
    /// A rectangle of slanted lines.
    Hatch { area: [f32; 4], ink: Ink, step: f32 },
    /// Straight lines from point to point.
    Lines { points: Vec<(f32, f32)>, ink: Ink, width: f32, dash: bool },
}

/// What a link leads to, and what stands in the outline.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Bookmark {
    pub title: String,
    /// 1 for a section, 2 for a heading in it.
    pub level: usize,
    pub page: usize,
    pub top: f32,
}

/// A link to a [`Bookmark`].
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Link {
    pub page: usize,
    pub area: [f32; 4],
    pub element: Element,
    pub place: usize,
}

/// All pages.
#[derive(Debug, Default)]
pub(super) struct Drawing {
    pub pages: Vec<Vec<(Owner, Shape)>>,
    /// Each element's role and the elements inside it. The first is the root.
    pub elements: Vec<(Role, Vec<Element>)>,
    pub places: Vec<Bookmark>,
    pub links: Vec<Link>,
}

impl Drawing {
    /// A new element inside another one.
    pub fn element(&mut self, parent: Element, role: Role) -> Element {
        let element = Element(self.elements.len());
        self.elements.push((role, vec![]));
        self.elements[parent.0].1.push(element);
        element
    }

    pub fn draw(&mut self, page: usize, owner: Owner, shape: Shape) {
        self.pages[page].push((owner, shape));
    }
}
