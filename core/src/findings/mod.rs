//! Likely findings: what an auditor would probably write up. One file a rule, under the rule's name in the method.
//!
//! The words always hedge: grading is an auditor's judgement (ISO/IEC 17021-1, 3.12 and 3.13).

mod absent;
mod answered;
mod control_document;
mod control_gap;
mod document_draft;
mod document_missing;
mod no_evidence;
mod partial;
mod place;
mod rule;
mod soa_incomplete;
mod systemic;
mod words;

pub use place::Place;
pub use rule::{Grade, Rule};
pub use soa_incomplete::MAJOR_FROM;
pub use words::{resolve, why};

use crate::item_ref::ItemRef;
use crate::standing::Standing;
use answered::Answered;

/// One likely finding.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Finding {
    /// The rule that found it.
    pub rule: Rule,
    /// How an auditor would likely grade it.
    pub grade: Grade,
    /// Where in the standard it belongs.
    pub place: Place,
    /// The items behind it, in the order of the standard; never empty.
    pub items: Vec<ItemRef>,
}

impl Finding {
    /// Whether two states of an assessment speak of the same finding: the same rule and grade at the same place, and
    /// the same item where the rule finds one an item.
    pub fn is_same(&self, other: &Self) -> bool {
        self.identity() == other.identity()
    }

    /// What tells one finding from another; see [`Finding::is_same`].
    pub fn identity(&self) -> (Rule, Grade, Place, Option<ItemRef>) {
        let item = self.rule.is_about_one_item().then(|| self.items[0]);
        (self.rule, self.grade, self.place, item)
    }
}

/// All likely findings, in the order of the standard; those of one place in the order of the rules.
pub fn all(standing: &Standing<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for subclause in 0..standing.catalogue.subclauses.len() {
        let answered = Answered::of(standing, subclause);
        findings.extend(absent::find(&answered));
        findings.extend(systemic::find(&answered));
        findings.extend(partial::find(&answered));
        findings.extend(no_evidence::find(standing, &answered));
    }
    findings.extend(document_missing::find(standing));
    findings.extend(document_draft::find(standing));
    findings.extend(control_document::find(standing));
    findings.extend(soa_incomplete::find(standing));
    findings.extend(control_gap::find(standing));
    findings.sort_by_key(|finding| (finding.place.order(standing.catalogue), finding.rule, finding.items[0]));
    findings
}
