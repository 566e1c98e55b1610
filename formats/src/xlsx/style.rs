//! How cells look, and how wide columns are.

use readiness::report::model::{Cell, Tone};
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// On every machine, or with a twin of the same widths.
const FONT: &str = "Arial";
/// The colour of headings and lines, as in every report.
pub(super) const ACCENT: Color = Color::RGB(0x001C_5D99);
const QUIET: Color = Color::RGB(0x0059_626D);
const LINE: Color = Color::RGB(0x00D4_D9DF);

pub(super) fn body() -> Format {
    Format::new()
        .set_font_name(FONT)
        .set_font_size(9)
        .set_align(FormatAlign::Top)
        .set_text_wrap()
        .set_border_bottom(FormatBorder::Thin)
        .set_border_bottom_color(LINE)
}

pub(super) fn strong() -> Format {
    body().set_bold()
}

pub(super) fn day() -> Format {
    body().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Left)
}

pub(super) fn share() -> Format {
    body().set_num_format("0.0 %").set_align(FormatAlign::Right)
}

/// A figure beside its name.
pub(super) fn left(cell: &Cell) -> Format {
    let format = match cell {
        Cell::Date(_) => day(),
        Cell::Share(_) => share(),
        _ => body(),
    };
    format.set_align(FormatAlign::Left)
}

pub(super) fn heading() -> Format {
    Format::new()
        .set_font_name(FONT)
        .set_font_size(9)
        .set_bold()
        .set_font_color(Color::White)
        .set_background_color(ACCENT)
        .set_align(FormatAlign::VerticalCenter)
        .set_text_wrap()
}

pub(super) fn title() -> Format {
    Format::new().set_font_name(FONT).set_font_size(18).set_bold().set_font_color(ACCENT)
}

pub(super) fn subtitle() -> Format {
    Format::new().set_font_name(FONT).set_font_size(12).set_bold()
}

pub(super) fn quiet() -> Format {
    Format::new().set_font_name(FONT).set_font_size(9).set_font_color(QUIET).set_text_wrap().set_align(FormatAlign::Top)
}

/// What a tone adds to a cell.
pub(super) fn tone(tone: Tone) -> Format {
    let format = Format::new().set_bold();
    match tone {
        Tone::Good => format.set_font_color(Color::RGB(0x001E_6B41)).set_background_color(Color::RGB(0x00E6_F3EB)),
        Tone::Fair => format.set_font_color(Color::RGB(0x007D_5200)).set_background_color(Color::RGB(0x00FB_F1DC)),
        Tone::Poor => format.set_font_color(Color::RGB(0x00A1_2A1C)).set_background_color(Color::RGB(0x00FB_E9E7)),
        Tone::Plain => format.set_font_color(QUIET),
    }
}

/// How high a row of so many lines is, in points.
pub(super) fn height(lines: usize) -> f64 {
    // No row may be higher.
    f64::from(u16::try_from(lines).unwrap_or(u16::MAX)).mul_add(12.0, 3.0).min(409.0)
}

/// How many lines a text takes in a column of a width: words wrap, and letters are not all alike.
pub(super) fn lines(text: &str, width: f64) -> usize {
    let room = (width * 1.08).max(1.0) as usize;
    text.split('\n').map(|line| line.chars().count().div_ceil(room).max(1)).sum()
}

/// The width of a column, in letters.
pub(super) fn width(kind: &str, column: &str) -> f64 {
    match (kind, column) {
        ("answers", "id") => 17.0,
        ("soa", "title") => 28.0,
        ("soa", "reasons") => 18.0,
        ("soa", "evidence" | "note") => 30.0,
        ("soa", "justification") => 34.0,
        ("plan", "phase") => 24.0,
        ("plan", "what") | (_, "title") => 34.0,
        ("plan", "effort") => 12.0,
        ("documents", "place") => 13.0,
        ("contradictions", "why") | ("quote", "answer") => 90.0,
        (_, "question") => 42.0,
        (_, "id") => 9.0,
        (_, "evidence" | "note" | "why" | "resolve" | "action") => 42.0,
        (_, "name" | "place") => 36.0,
        (_, "reference" | "unlocks" | "rule") => 26.0,
        (_, "due" | "reviewed" | "risks" | "decision") => 12.0,
        (_, "owner" | "treatment" | "level") => 16.0,
        _ => 14.0,
    }
}
