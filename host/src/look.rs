//! A host's colours: whether they are told apart well enough, what follows from them, and the style sheet of both.

use crate::colour::{BLACK, Colour, WHITE};
use crate::fields::{Field, Problems};
use crate::scheme::{DARK, LIGHT, Scheme};
use crate::settings::Part;
use std::fmt::Write;

/// What text needs (WCAG 2.2, 1.4.3).
const OF_TEXT: f64 = 4.5;
/// What the edge of a button or a mark needs (WCAG 2.2, 1.4.11).
const OF_EDGES: f64 = 3.0;

/// The names of the colours of a look.
pub const COLOURS: [&str; 5] = ["accent", "on_accent", "link", "header", "on_header"];

/// What a host chose for one look, as far as it can be used.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Chosen {
    /// Of buttons and marks, and of the text on them.
    accent: Option<(Colour, Colour)>,
    link: Option<Colour>,
    /// Of the header, and of the text on it.
    header: Option<(Colour, Colour)>,
}

/// Whether there is a logo, and whether it spells the name.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Logo {
    None,
    BesideName,
    WithName,
}

/// Colours for both looks.
#[derive(Debug, Default, PartialEq)]
pub struct Look {
    light: Chosen,
    dark: Chosen,
}

impl Look {
    /// Reads `colours`. What the dark look lacks follows from the light one.
    pub fn read(field: &Field<'_>, problems: &mut Problems) -> Self {
        let mut look = Self::default();
        for field in field.known(&[LIGHT.name, DARK.name], problems) {
            match field.name == DARK.name {
                true => look.dark = Chosen::read(&field, &DARK, problems),
                false => look.light = Chosen::read(&field, &LIGHT, problems),
            }
        }
        let Chosen { accent, link, header } = look.light;
        let by_night = |colour: Colour, ratio| colour.readable(&DARK.grounds(), ratio, WHITE);
        look.dark.accent = look.dark.accent.or_else(|| {
            // A button by night is as clear as text, since it is seen in the dark.
            let accent = by_night(accent?.0, OF_TEXT);
            Some((accent, accent.text_on()))
        });
        look.dark.link = look.dark.link.or_else(|| Some(by_night(link?, OF_TEXT)));
        look.dark.header = look.dark.header.or(header);
        look
    }

    /// The colours of the browser's own frame, light and dark; none without a header of the host's.
    pub fn frame(&self) -> Vec<String> {
        let of = |chosen: &Chosen, scheme: &Scheme| chosen.header.map_or(scheme.surface, |header| header.0).to_string();
        let ours = self.light.header.or(self.dark.header).is_none();
        if ours { Vec::new() } else { vec![of(&self.light, &LIGHT), of(&self.dark, &DARK)] }
    }

    /// The style sheet; empty if it would change nothing.
    pub fn style(&self, has_name: bool, logo: Logo, hidden: &[Part]) -> String {
        let mut style = String::new();
        let (light, dark) = (self.light.tokens(&LIGHT), self.dark.tokens(&DARK));
        if self.light.header.or(self.dark.header).is_some() {
            style.push_str(":root{--header:var(--surface);--on-header:var(--text)}");
        }
        if !light.is_empty() {
            let _ = write!(style, "@media print,(prefers-color-scheme:light){{:root{{{light}}}}}");
        }
        if !dark.is_empty() {
            let _ = write!(style, "@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}");
        }
        if self.light.header.or(self.dark.header).is_some() {
            style.push_str(HEADER);
        }
        if has_name {
            style.push_str(NAME);
        }
        if logo != Logo::None {
            style.push_str(LOGO);
        }
        if logo == Logo::WithName {
            style.push_str(NAME_IN_LOGO);
        }
        style.push_str(&hide(hidden));
        style
    }
}

/// A header of the host's: everything on it has the one colour that is read there.
const HEADER: &str = "\
.top{background:var(--header);color:var(--on-header);border-color:var(--header)}\
.top :is(.brand,.open-title,.save,.menu-button,.steps button){color:inherit}\
.top .steps button:hover{background:none}\
.top .menu-button,.top .brand::before{border-color:currentColor}\
.top .save[data-state]:not(:empty)::before{color:inherit}\
.top :focus-visible{outline-color:currentColor}\
.top .trouble{color:var(--text)}";

const LOGO: &str = "\
.brand:has(img)::before{display:none}\
.brand{gap:var(--space-3)}\
.brand img{flex:none;height:2.25rem;width:auto;max-width:15rem;object-fit:contain}\
@media (max-width:39.99rem){.brand{gap:var(--space-2)}.brand img{height:1.75rem;max-width:30vw}}";

/// A name of any length finds room beside the buttons of a telephone: two lines of it are seen.
const NAME: &str = "\
.brand{min-width:0;line-height:1.2}\
.brand span{min-width:0;overflow-wrap:anywhere}\
@media (max-width:39.99rem){.brand{font-size:var(--step--1)}\
.brand span{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden}}";

/// The logo shows the name to those who see; the others still hear it.
const NAME_IN_LOGO: &str = "\
.brand span{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}\
@media (max-width:39.99rem){.brand img{max-width:50vw}}";

/// Every link to a hidden part goes, wherever it stands, with the line that holds it.
fn hide(parts: &[Part]) -> String {
    let addresses: Vec<_> = parts.iter().filter_map(|part| part.address()).collect();
    if addresses.is_empty() {
        return String::new();
    }
    let links = addresses.iter().map(|address| format!("[href=\"{address}\"]")).collect::<Vec<_>>().join(",");
    format!("a:is({links}),#main>p:has(>a:is({links})),.menu li:has(>a:is({links})){{display:none}}")
}

impl Scheme {
    /// What text and links stand on.
    fn grounds(&self) -> [Colour; 3] {
        [self.page, self.surface, self.quiet]
    }
}

impl Chosen {
    fn read(field: &Field<'_>, scheme: &Scheme, problems: &mut Problems) -> Self {
        let fields = field.known(&COLOURS, problems);
        let named = |name: &str| fields.iter().find(|field| field.name == name);
        let pair = |name: &str, text_name: &str, problems: &mut Problems| {
            let Some(ground) = named(name) else {
                if let Some(alone) = named(text_name) {
                    problems.add(alone, format!("this is the text on {name}, which is not there: add {name}"));
                }
                return None;
            };
            let given = named(text_name).map(|field| colour(field, problems));
            let ground_colour = colour(ground, problems)?;
            let text = given.unwrap_or_else(|| Some(ground_colour.text_on()))?;
            Some((ground, ground_colour, text))
        };
        let accent = pair("accent", "on_accent", problems).filter(|(field, accent, text)| {
            let grounds = [scheme.page, scheme.surface];
            let better = accent.readable(&grounds, OF_EDGES, scheme.strong);
            enough(field, "the page", *accent, &grounds, OF_EDGES, &format!("{better} would do"), problems)
                && enough(field, "on_accent", *accent, &[*text], OF_TEXT, LEAVE_OUT_ON, problems)
        });
        let header = pair("header", "on_header", problems).filter(|(field, header, text)| {
            enough(field, "on_header", *header, &[*text], OF_TEXT, LEAVE_OUT_ON, problems)
        });
        let link = named("link").and_then(|field| {
            let link = colour(field, problems)?;
            let better = link.readable(&scheme.grounds(), OF_TEXT, scheme.strong);
            let what = format!("{better} would do");
            enough(field, "the page", link, &scheme.grounds(), OF_TEXT, &what, problems).then_some(link)
        });
        let colours = |(_, ground, text)| (ground, text);
        Self { accent: accent.map(colours), link, header: header.map(colours) }
    }

    /// The custom properties of the style sheet that follow from it.
    fn tokens(&self, scheme: &Scheme) -> String {
        let mut tokens = String::new();
        let mut set = |name: &str, colour: Colour| {
            let _ = write!(tokens, "--{name}:{colour};");
        };
        let link = self.link.or_else(|| Some(self.accent?.0.readable(&scheme.grounds(), OF_TEXT, scheme.strong)));
        if let Some((accent, text)) = self.accent {
            set("accent", accent);
            set("on-accent", text);
            // Away from the text on it, so that this is read at least as well.
            set(
                "accent-hover",
                accent.mixed(if text.contrast(WHITE) < text.contrast(BLACK) { BLACK } else { WHITE }, 0.2),
            );
            // Tinted as far as what stands on it is still read well.
            let texts = [scheme.text_quiet, link.unwrap_or(scheme.text)];
            let tints = [0.14, 0.1, 0.06, 0.03].map(|share| scheme.surface.mixed(accent, share));
            set(
                "info-surface",
                tints.into_iter().find(|it| it.worst_contrast(&texts) >= OF_TEXT).unwrap_or(scheme.surface),
            );
        }
        if let Some(link) = link {
            set("link", link);
        }
        if let Some((header, text)) = self.header {
            set("header", header);
            set("on-header", text);
        }
        tokens
    }
}

/// What to do about a text colour that can't be read on its ground.
const LEAVE_OUT_ON: &str = "leave the text's colour out, and black or white is taken, whichever is read better";

/// Whether a colour is told apart from others well enough; says so if it is not.
fn enough(
    field: &Field<'_>,
    from: &str,
    colour: Colour,
    others: &[Colour],
    ratio: f64,
    instead: &str,
    problems: &mut Problems,
) -> bool {
    let contrast = colour.worst_contrast(others);
    if contrast >= ratio {
        return true;
    }
    // Rounded down, or what fails could look as if it passed. Whole numbers: those with a fraction need a large table.
    let in_digits = |ratio: f64| ((ratio * 100.0) as u32 / 100, (ratio * 100.0) as u32 % 100);
    let ((found, cents), (whole, half)) = (in_digits(contrast), in_digits(ratio));
    problems.add(
        field,
        format!("{colour} has a contrast of {found}.{cents:02} to {from}, and {whole}.{half:02} is needed (WCAG 2.2): the standard colours are kept; {instead}"),
    );
    false
}

fn colour(field: &Field<'_>, problems: &mut Problems) -> Option<Colour> {
    let text = field.text(20, problems)?;
    let colour = Colour::parse(&text);
    if colour.is_none() {
        problems.add(field, format!("'{text}' is no colour: write # and six digits, such as #14508a"));
    }
    colour
}
