//! What each stage of a certification audit asks of a requirement, as the level that meets it in full.

use crate::assessment::Level;
use crate::catalogue::{Catalogue, Kind, Requirement};

/// The two parts of an initial certification audit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// Stage 1: documents and readiness.
    One,
    /// Stage 2: implementation and effectiveness.
    Two,
}

impl Stage {
    /// Both stages.
    pub const ALL: [Self; 2] = [Self::One, Self::Two];
}

/// Whether a sub-clause is about internal audit or management review: 9.2.1 to 9.3.3.
pub(crate) fn is_audit_or_review(subclause: &str) -> bool {
    matches!(subclause.as_bytes(), [b'9', b'.', b'2' | b'3', ..])
}

impl Requirement {
    /// Whether it has to be carried out before stage 1, and not only decided: a risk assessment, and the controls that it
    /// calls for (ISO/IEC 17021-1, 9.3.1.2.2).
    pub(crate) fn is_carried_out_first(&self) -> bool {
        let assessed = matches!(self.id, "6.1.2-c1" | "6.1.2-d1" | "6.1.2-d2" | "6.1.2-d3" | "6.1.2-e1" | "6.1.2-e2");
        assessed || matches!(self.id, "6.1.3-a" | "6.1.3-c" | "8.2-perform" | "8.2-document")
    }

    /// Whether it is about internal audit or management review.
    pub(crate) fn is_of_audit_or_review(&self, catalogue: &Catalogue) -> bool {
        is_audit_or_review(catalogue.subclauses[self.subclause].id)
    }

    /// The level that an item needs to meet a stage in full.
    pub fn target(&self, stage: Stage, catalogue: &Catalogue) -> Level {
        match (stage, self.kind) {
            (Stage::One, _) if self.is_carried_out_first() => Level::Operating,
            // Internal audit and management review are planned before stage 1.
            (Stage::One, _) if self.is_of_audit_or_review(catalogue) => Level::Defined,
            (Stage::One, Kind::Record) => Level::Planned,
            (Stage::One, _) | (Stage::Two, Kind::Decision | Kind::Document) => Level::Defined,
            (Stage::Two, Kind::Process) => Level::Operating,
            (Stage::Two, Kind::Record) => Level::Evidenced,
        }
    }

    /// What a level looks like here; empty for the two that need no words, and where the catalogue has none.
    pub fn looks_like(&self, level: Level) -> &'static str {
        let [defined, operating, evidenced] = self.levels;
        match level {
            Level::NotStarted | Level::Planned => "",
            Level::Defined => defined,
            Level::Operating => operating,
            Level::Evidenced => evidenced,
        }
    }

    /// The level below which an answered item falls well short of what stage 2 looks for.
    pub fn passable(&self) -> Level {
        match self.kind {
            Kind::Decision | Kind::Document => Level::Defined,
            Kind::Process | Kind::Record => Level::Operating,
        }
    }
}
