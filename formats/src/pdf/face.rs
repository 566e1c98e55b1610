//! The two fonts: which glyph a character has, how wide it is, how a pair is kerned.

use krilla::text::{Font, GlyphId, KrillaGlyph};
use skrifa::instance::{LocationRef, Size};
use skrifa::raw::TableProvider;
use skrifa::{FontRef, MetadataProvider, Tag};
use std::collections::HashMap;

/// Made by `formats/fonts/make.py`.
const REGULAR: &[u8] = include_bytes!("../../fonts/regular.ttf");
const STRONG: &[u8] = include_bytes!("../../fonts/semibold.ttf");
/// What stands for a character that the fonts lack: a box.
pub(super) const REPLACEMENT: char = '\u{fffd}';

/// How heavy a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    Strong,
}

/// Both fonts.
pub(super) struct Faces {
    regular: Face,
    strong: Face,
}

/// A font. All its widths are in thousandths of the size.
pub(super) struct Face {
    pub font: Font,
    glyphs: HashMap<char, (u16, i32)>,
    /// Kerning by the two glyphs, sorted.
    pairs: Vec<(u32, i32)>,
}

impl Faces {
    /// Reads them; `None` only if the program was built with something else in their place.
    pub fn read() -> Option<Self> {
        Some(Self { regular: Face::read(REGULAR)?, strong: Face::read(STRONG)? })
    }

    pub fn of(&self, weight: Weight) -> &Face {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Strong => &self.strong,
        }
    }
}

impl Face {
    fn read(bytes: &'static [u8]) -> Option<Self> {
        let font = FontRef::new(bytes).ok()?;
        let metrics = font.glyph_metrics(Size::unscaled(), LocationRef::default());
        let glyph = |(character, id): (u32, skrifa::GlyphId)| {
            let width = metrics.advance_width(id)? as i32;
            Some((char::from_u32(character)?, (u16::try_from(id.to_u32()).ok()?, width)))
        };
        let glyphs = font.charmap().mappings().filter_map(glyph).collect();
        let pairs = font.data_for_tag(Tag::new(b"kern")).map(|data| pairs(data.as_bytes())).unwrap_or_default();
        Some(Self { font: Font::new(bytes.into(), 0)?, glyphs, pairs })
    }

    fn glyph(&self, character: char) -> (u16, i32) {
        let known = self.glyphs.get(&character).or_else(|| self.glyphs.get(&REPLACEMENT));
        known.copied().unwrap_or((0, 500))
    }

    /// The width of a character after another one.
    pub fn advance(&self, before: Option<char>, character: char) -> i32 {
        let (glyph, width) = self.glyph(character);
        width + before.map_or(0, |before| self.kerning(self.glyph(before).0, glyph))
    }

    fn kerning(&self, left: u16, right: u16) -> i32 {
        let pair = u32::from(left) << 16 | u32::from(right);
        self.pairs.binary_search_by_key(&pair, |(known, _)| *known).map_or(0, |index| self.pairs[index].1)
    }

    /// The width of a text, in points.
    pub fn width(&self, text: &str, size: f32) -> f32 {
        let mut before = None;
        let width: i32 = text.chars().map(|character| self.advance(before.replace(character), character)).sum();
        width as f32 * size / 1000.0
    }

    /// The glyphs of a text.
    pub fn glyphs(&self, text: &str) -> Vec<KrillaGlyph> {
        let mut glyphs: Vec<KrillaGlyph> = Vec::with_capacity(text.len());
        let mut last = None;
        for (at, character) in text.char_indices() {
            let (id, width) = self.glyph(character);
            // Kerning narrows the glyph before.
            if let (Some(before), Some(left)) = (glyphs.last_mut(), last.replace(id)) {
                before.x_advance += self.kerning(left, id) as f32 / 1000.0;
            }
            glyphs.push(KrillaGlyph::new(
                GlyphId::new(id.into()),
                width as f32 / 1000.0,
                0.0,
                0.0,
                0.0,
                at..at + character.len_utf8(),
                None,
            ));
        }
        glyphs
    }
}

/// The pairs of a 'kern' table of format 0, which the font's maker wrote in order.
fn pairs(table: &[u8]) -> Vec<(u32, i32)> {
    const HEADER: usize = 18;
    let pair = |bytes: &[u8]| match *bytes {
        [a, b, c, d, e, f] => Some((u32::from_be_bytes([a, b, c, d]), i16::from_be_bytes([e, f]).into())),
        _ => None,
    };
    table.get(HEADER..).unwrap_or_default().chunks(6).filter_map(pair).collect()
}
