//! The colours of the standard site that a host's colours must be read on.

use crate::colour::{BLACK, Colour, WHITE};

/// One of the two looks of the site.
#[derive(Debug, Clone, Copy)]
pub struct Scheme {
    /// Its name in the file.
    pub name: &'static str,
    /// The background of the page.
    pub page: Colour,
    /// The background of cards, fields and the header.
    pub surface: Colour,
    /// A background that is set off quietly.
    pub quiet: Colour,
    /// Text, and where colours move to be read better.
    pub text: Colour,
    /// Text of less weight.
    pub text_quiet: Colour,
    /// Where to move a colour that is not told apart well enough.
    pub strong: Colour,
}

/// The look by day. A test holds both equal to the style sheet.
pub const LIGHT: Scheme = Scheme {
    name: "light",
    page: Colour::new(0xf6f7f9),
    surface: Colour::new(0xffffff),
    quiet: Colour::new(0xeef1f5),
    text: Colour::new(0x14181d),
    text_quiet: Colour::new(0x4b5563),
    strong: BLACK,
};

/// The look by night.
pub const DARK: Scheme = Scheme {
    name: "dark",
    page: Colour::new(0x14181d),
    surface: Colour::new(0x1c2229),
    quiet: Colour::new(0x262d36),
    text: Colour::new(0xeef1f5),
    text_quiet: Colour::new(0xb4bdc9),
    strong: WHITE,
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn these_are_the_colours_of_the_style_sheet() {
        let sheet = include_str!("../../web/styles/site.css");
        let mut blocks = sheet.split(":root {").skip(1).map(|block| block.split('}').next().unwrap_or_default());
        for scheme in [LIGHT, DARK] {
            let block = blocks.next().expect("light comes before dark");
            for (token, colour) in [
                ("--page", scheme.page),
                ("--surface", scheme.surface),
                ("--surface-quiet", scheme.quiet),
                ("--text", scheme.text),
                ("--text-quiet", scheme.text_quiet),
            ] {
                assert!(block.contains(&format!("{token}: {colour};")), "{}: {token} is not {colour}", scheme.name);
            }
        }
    }
}
