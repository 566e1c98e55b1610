//! Choices of what to leave out that fit a kind of receiver.

use crate::assessment::{Portion, Portions};

/// A choice that fits a kind of receiver.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Preset {
    /// All that a verdict rests on, without notes, names of owners and reviews.
    CertificationBody,
    /// The Statement of Applicability and nothing else.
    Customer,
    /// The whole assessment.
    Everything,
}

impl Preset {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::CertificationBody, Self::Customer, Self::Everything];

    /// Its name, such as `customer`.
    pub fn name(self) -> &'static str {
        match self {
            Self::CertificationBody => "certification-body",
            Self::Customer => "customer",
            Self::Everything => "everything",
        }
    }

    /// What it leaves out.
    pub fn left_out(self) -> Portions {
        match self {
            Self::CertificationBody => Portions::from_iter([Portion::Notes, Portion::Owners, Portion::Reviews]),
            Self::Customer => Portion::ALL.into_iter().filter(|portion| *portion != Portion::Controls).collect(),
            Self::Everything => Portions::default(),
        }
    }
}
