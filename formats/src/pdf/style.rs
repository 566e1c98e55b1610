//! Sizes, in points. They are those of the HTML report on paper.

use super::face::Weight;
pub(super) use crate::look::{ACCENT, BORDER, Ink, QUIET, SHADE, STRONG_BORDER, TEXT};
use crate::paper::Paper;
use readiness::report::model::Tone;

/// How wide a page is: that of A4. Wider paper has wider margins.
pub(super) const PAGE: f32 = 595.28;
pub(super) const LEFT: f32 = 45.0;
pub(super) const RIGHT: f32 = PAGE - 45.0;
pub(super) const TOP: f32 = 64.0;
/// How much wider paper is than what is drawn, on each side.
pub(super) fn side(paper: Paper) -> f32 {
    (paper.size.0 - PAGE).max(0.0) / 2.0
}

/// From the end of what is said to that of the page.
pub(super) const BELOW: f32 = 58.0;
pub(super) const WIDTH: f32 = RIGHT - LEFT;
/// How wide running text is at most: longer lines are hard to read.
pub(super) const MEASURE: f32 = 430.0;

/// How text looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Style {
    pub size: f32,
    /// From one base line to the next.
    pub leading: f32,
    pub weight: Weight,
    pub ink: Ink,
}

impl Style {
    const fn new(size: f32, leading: f32, weight: Weight, ink: Ink) -> Self {
        Self { size, leading, weight, ink }
    }

    pub const fn inked(self, ink: Ink) -> Self {
        Self { ink, ..self }
    }

    pub const fn strong(self) -> Self {
        Self { weight: Weight::Strong, ..self }
    }
}

pub(super) const BODY: Style = Style::new(9.5, 13.5, Weight::Regular, TEXT);
pub(super) const HINT: Style = Style::new(9.0, 12.5, Weight::Regular, QUIET);
pub(super) const TITLE: Style = Style::new(27.0, 32.0, Weight::Strong, TEXT);
pub(super) const KICKER: Style = Style::new(10.5, 14.0, Weight::Strong, ACCENT);
pub(super) const ORGANISATION: Style = Style::new(17.0, 22.0, Weight::Regular, TEXT);
pub(super) const SUBHEADING: Style = Style::new(12.0, 16.0, Weight::Regular, QUIET);
pub(super) const SECTION: Style = Style::new(16.0, 20.0, Weight::Strong, TEXT);
pub(super) const HEADING: Style = Style::new(11.5, 15.0, Weight::Strong, TEXT);
pub(super) const JUDGEMENT: Style = Style::new(16.0, 20.0, Weight::Strong, TEXT);
pub(super) const CELL: Style = Style::new(8.0, 10.8, Weight::Regular, TEXT);
pub(super) const COLUMN: Style = Style::new(8.0, 10.8, Weight::Strong, QUIET);
pub(super) const CAPTION: Style = Style::new(9.0, 12.5, Weight::Strong, TEXT);
pub(super) const RUNNING: Style = Style::new(8.0, 10.0, Weight::Regular, QUIET);

/// The colour of a mark: what is neither good nor bad is text.
pub(super) fn tone(tone: Tone) -> Ink {
    match tone {
        Tone::Plain => TEXT,
        tone => crate::look::tone(tone).0,
    }
}
