//! Sizes, in points, and colours. They are those of the HTML report on paper.

use super::face::Weight;
use readiness::report::model::Tone;

/// A4.
pub(super) const PAGE: (f32, f32) = (595.28, 841.89);
pub(super) const LEFT: f32 = 45.0;
pub(super) const RIGHT: f32 = PAGE.0 - 45.0;
pub(super) const TOP: f32 = 64.0;
pub(super) const BOTTOM: f32 = PAGE.1 - 58.0;
pub(super) const WIDTH: f32 = RIGHT - LEFT;
/// How wide running text is at most: longer lines are hard to read.
pub(super) const MEASURE: f32 = 430.0;

/// Red, green, blue.
pub(super) type Ink = [u8; 3];
pub(super) const TEXT: Ink = [0x1b, 0x1f, 0x24];
pub(super) const QUIET: Ink = [0x59, 0x62, 0x6d];
pub(super) const BORDER: Ink = [0xd4, 0xd9, 0xdf];
pub(super) const STRONG_BORDER: Ink = [0x7a, 0x84, 0x92];
pub(super) const ACCENT: Ink = [0x1c, 0x5d, 0x99];
pub(super) const SHADE: Ink = [0xf4, 0xf6, 0xf8];

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

/// The colour of a mark.
pub(super) fn tone(tone: Tone) -> Ink {
    match tone {
        Tone::Good => [0x1e, 0x6b, 0x41],
        Tone::Fair => [0x7d, 0x52, 0x00],
        Tone::Poor => [0xa1, 0x2a, 0x1c],
        Tone::Plain => TEXT,
    }
}

/// The share of a table that a column takes, in percent; `None` for an equal part of what is left.
pub(super) fn share(table: &str, column: &str) -> Option<f32> {
    Some(match (table, column) {
        ("answers", "id") => 15.0,
        ("answers", "title") => 24.0,
        ("answers", "level") => 12.0,
        ("answers", "owner") => 15.0,
        ("soa", "id") => 8.5,
        ("soa", "title") => 18.0,
        ("soa", "decision") => 10.5,
        ("soa", "reasons") => 21.0,
        ("soa", "level") => 13.0,
        ("soa", "owner") => 11.5,
        ("findings", "place") => 20.0,
        ("findings", "rule") => 17.0,
        ("contradictions", "place") => 28.0,
        ("documents", "name") => 31.0,
        ("documents", "place") => 11.0,
        ("documents", "status") => 12.0,
        ("documents", "owner") => 14.0,
        ("documents", "reviewed") => 11.0,
        ("risks", "id") => 5.0,
        ("risks", "title") => 22.0,
        ("risks", "owner") => 12.0,
        ("risks", "likelihood") => 10.0,
        ("risks", "impact") => 9.0,
        ("risks", "treatment") => 11.0,
        ("risks", "accepted") => 10.0,
        ("quote", "question") => 35.0,
        ("facts", "answer") => 16.0,
        ("levels", "level") => 25.0,
        ("targets", "kind") => 46.0,
        ("readiness", "place") => 46.0,
        _ => return None,
    })
}
