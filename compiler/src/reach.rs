//! How much of a language comes when.

/// How far a pack reaches: what it has, the ones before it don't lack.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// What is there, and what kind it is of: no text.
    Structure,
    /// That, and what the first view shows.
    FirstView,
    /// That, and what the first questions need.
    Questions,
    /// That, and what judging needs.
    Results,
    /// Everything.
    #[default]
    Whole,
}
