//! How cells look.

use crate::look;
use readiness::Catalogue;
use readiness::catalogue::Word;
use readiness::report::model::{Cell, Tone};
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// On every machine, or with a twin of the same widths.
const FONT: &str = "Arial";
/// The colour of headings and lines, as in every report.
pub(super) const ACCENT: Color = colour(look::ACCENT);
const QUIET: Color = colour(look::QUIET);

/// A colour as workbooks have it.
pub(super) const fn colour([red, green, blue]: look::Ink) -> Color {
    Color::RGB(u32::from_be_bytes([0, red, green, blue]))
}

pub(super) fn body() -> Format {
    Format::new()
        .set_font_name(FONT)
        .set_font_size(9)
        .set_align(FormatAlign::Top)
        .set_text_wrap()
        .set_border_bottom(FormatBorder::Thin)
        .set_border_bottom_color(colour(look::BORDER))
}

pub(super) fn strong() -> Format {
    body().set_bold()
}

pub(super) fn day() -> Format {
    body().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Left)
}

/// A share, with its sign as the language writes it; a space in a format is a plain one.
pub(super) fn share(catalogue: &Catalogue) -> Format {
    let written = catalogue.say(Word::ReportPercent, &[("n", "0.0")]).replace(|it: char| !it.is_ascii(), " ");
    body().set_num_format(written).set_align(FormatAlign::Right)
}

/// A figure beside its name.
pub(super) fn left(catalogue: &Catalogue, cell: &Cell) -> Format {
    let format = match cell {
        Cell::Date(_) => day(),
        Cell::Share(_) => share(catalogue),
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
    let (ink, behind) = look::tone(tone);
    let format = Format::new().set_bold().set_font_color(colour(ink));
    match behind {
        Some(behind) => format.set_background_color(colour(behind)),
        None => format,
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
