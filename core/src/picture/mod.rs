//! Pictures of an assessment, as small trees of SVG that the site and the reports share.
//!
//! Each has a title and a description for those who don't see it, and a table beside it that says the same. A level is
//! never told by colour alone: there is a digit, a sign or a pattern with it. Colours are plain attributes, so that a
//! picture looks right on its own, and classes, so that a style sheet can do better: [`STYLE`] does, for light and dark.

mod documents;
mod frame;
mod heat;
mod intervals;
mod risk_grid;
mod trend;

pub use crate::markup::Node;
pub use documents::documents;
pub use heat::{LOOKS, Look, Row, Square, control_rows, controls_heat, requirement_rows, requirements_heat};
pub use intervals::{Bars, intervals};
pub use risk_grid::{risk_grid, risk_shade};
pub use trend::{TrendPoint, trend};

/// A style sheet for all pictures. Colours come from the page's own properties where it sets them.
pub const STYLE: &str = include_str!("style.css");
