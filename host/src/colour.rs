//! Colours and how well they are told apart, as WCAG 2.2 counts it.

use std::fmt;

/// A colour in sRGB.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour([u8; 3]);

/// White.
pub const WHITE: Colour = Colour([255; 3]);
/// Black.
pub const BLACK: Colour = Colour([0; 3]);

impl Colour {
    /// Six digits of a hexadecimal number, `0x14508a`.
    pub const fn new(number: u32) -> Self {
        let [_, red, green, blue] = number.to_be_bytes();
        Self([red, green, blue])
    }

    /// Reads `#14508a` or `#158`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        let all_hex = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        let number = u32::from_str_radix(digits, 16).ok().filter(|_| all_hex)?;
        match digits.len() {
            6 => Some(Self::new(number)),
            3 => Some(Self([8, 4, 0].map(|shift| ((number >> shift & 0xf) * 0x11) as u8))),
            _ => None,
        }
    }

    /// The contrast between two colours, from 1 (the same) to 21 (black and white).
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// The smallest contrast to any of these.
    pub fn worst_contrast(self, others: &[Self]) -> f64 {
        others.iter().map(|other| self.contrast(*other)).fold(f64::INFINITY, f64::min)
    }

    fn luminance(self) -> f64 {
        let [red, green, blue] = self.0.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// This colour with a share of another, from 0 to 1.
    pub fn mixed(self, other: Self, share: f64) -> Self {
        let mut parts = self.0;
        for (part, other) in parts.iter_mut().zip(other.0) {
            *part = (f64::from(*part) * (1.0 - share) + f64::from(other) * share).round() as u8;
        }
        Self(parts)
    }

    /// The colour nearest to this one, on the way to another, that has at least this contrast to all of these.
    pub fn readable(self, on: &[Self], ratio: f64, towards: Self) -> Self {
        let steps = (0..=50).map(|step| self.mixed(towards, f64::from(step) / 50.0));
        steps.into_iter().find(|colour| colour.worst_contrast(on) >= ratio).unwrap_or(towards)
    }

    /// Black or white, whichever is read better on this colour; white where it is good enough.
    pub fn text_on(self) -> Self {
        if self.contrast(WHITE) >= 4.5 { WHITE } else { BLACK }
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(to, "#{red:02x}{green:02x}{blue:02x}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_what_the_guidelines_say_it_is() {
        assert_eq!(BLACK.contrast(WHITE), 21.0);
        // The grey that just passes on white, and the one that just does not.
        assert!(Colour::new(0x767676).contrast(WHITE) >= 4.5);
        assert!(Colour::new(0x777777).contrast(WHITE) < 4.5);
    }

    #[test]
    fn a_colour_is_three_or_six_digits_after_a_hash() {
        assert_eq!(Colour::parse("#158"), Colour::parse("#115588"));
        assert_eq!(Colour::parse("#0B6e4F").map(|it| it.to_string()).as_deref(), Some("#0b6e4f"));
        for wrong in ["", "#", "158", "#15", "#1558", "#11558g", "#+15588", "red", "rgb(1,2,3)", "#1155888"] {
            assert_eq!(Colour::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn every_colour_has_a_text_that_is_read_on_it() {
        for number in (0..0x1_000_000).step_by(0x10101 / 3) {
            let colour = Colour::new(number);
            assert!(colour.text_on().contrast(colour) >= 4.5, "{colour}");
        }
    }

    #[test]
    fn a_colour_is_changed_no_more_than_reading_it_needs() {
        let fine = Colour::new(0x14508a);
        assert_eq!(fine.readable(&[WHITE], 4.5, BLACK), fine);
        let made = Colour::new(0xff9933).readable(&[WHITE], 4.5, BLACK);
        assert!((4.5..5.2).contains(&made.contrast(WHITE)), "{made}");
    }
}
