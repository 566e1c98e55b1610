//! Likely findings: what an auditor would probably write up. One file a rule, under the rule's name in the method, with
//! all that is the rule's own; [`RULES`] lists them.
//!
//! The words always hedge: grading is an auditor's judgement (ISO/IEC 17021-1, 3.12 and 3.13). As in an audit report, a
//! rule makes one finding at most for a sub-clause or a document, however many items are behind it.

mod absent;
mod answered;
mod control_document;
mod control_gap;
mod document_draft;
mod document_missing;
mod facts;
mod grade;
mod no_evidence;
mod partial;
mod place;
pub(crate) mod remedy;
mod soa_incomplete;
mod systemic;
mod treatment_not_implemented;
mod unproven_record;

pub use grade::{Effort, Grade};
pub use place::Place;

pub(crate) use absent::ABSENT;
pub(crate) use document_draft::DOCUMENT_DRAFT;
pub(crate) use document_missing::DOCUMENT_MISSING;
pub(crate) use soa_incomplete::{MOSTLY_DECIDED, SOA_INCOMPLETE};

use crate::assessment::{Assessment, Edit};
use crate::catalogue::{Catalogue, ItemRef, Word};
use crate::date::Date;
use crate::standing::Standing;
use answered::Answered;
use facts::Facts;

/// All rules, in the order of the method.
pub static RULES: [&Rule; 11] = [
    &absent::ABSENT,
    &systemic::SYSTEMIC,
    &partial::PARTIAL,
    &unproven_record::UNPROVEN_RECORD,
    &document_missing::DOCUMENT_MISSING,
    &document_draft::DOCUMENT_DRAFT,
    &control_document::CONTROL_DOCUMENT,
    &soa_incomplete::SOA_INCOMPLETE,
    &treatment_not_implemented::TREATMENT_NOT_IMPLEMENTED,
    &control_gap::CONTROL_GAP,
    &no_evidence::NO_EVIDENCE,
];

/// A rule of the method.
pub struct Rule {
    /// Its name in the method and in files, such as `document_missing`.
    pub name: &'static str,
    /// What a person reads, in a few words.
    label: Word,
    /// All findings of the rule, in the order of the standard.
    find: fn(&Grounds<'_>) -> Vec<Finding>,
    /// Why a finding is there, in one sentence with the person's own facts.
    why: fn(&Facts<'_>) -> String,
    /// What would resolve it, in a sentence or a few.
    resolve: fn(&Facts<'_>) -> String,
    /// How much work that is likely to be in a small firm.
    effort: fn(&Facts<'_>) -> Effort,
    /// The fewest items of a finding that, each resolved, make it go away or, if it is a major, make it none.
    fewest: fn(&Standing<'_>, &Finding) -> Vec<ItemRef>,
    /// What has to be done about those, as it stands between two verdicts: `{n}`, `{items}` and `{place}`.
    between: Word,
    /// The edits that resolve one item of a finding: a simulation, see [`crate::what_if`].
    remedy: fn(&Catalogue, &Assessment, ItemRef) -> Vec<Edit>,
}

impl Rule {
    /// What a person reads, in a few words.
    pub fn label(&self, catalogue: &Catalogue) -> &'static str {
        catalogue.word(self.label)
    }

    /// What has to be done about some items of its findings.
    pub(crate) fn between(&self) -> Word {
        self.between
    }

    /// The edits that resolve one item of a finding.
    pub(crate) fn remedy(&self, catalogue: &Catalogue, assessment: &Assessment, item: ItemRef) -> Vec<Edit> {
        (self.remedy)(catalogue, assessment, item)
    }
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Eq for Rule {}

impl std::hash::Hash for Rule {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.name.hash(state);
    }
}

impl std::fmt::Debug for Rule {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

/// One likely finding.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Finding {
    /// The rule that found it.
    pub rule: &'static Rule,
    /// How an auditor would likely grade it.
    pub grade: Grade,
    /// Where in the standard it belongs.
    pub place: Place,
    /// The items behind it, in the order of the standard; never empty.
    pub items: Vec<ItemRef>,
}

impl Finding {
    /// Whether two states of an assessment speak of the same finding: the same rule and grade at the same place.
    pub fn is_same(&self, other: &Self) -> bool {
        self.identity() == other.identity()
    }

    /// What tells one finding from another; see [`Finding::is_same`].
    pub fn identity(&self) -> (&'static Rule, Grade, Place) {
        (self.rule, self.grade, self.place)
    }

    /// How much work resolving it is likely to be.
    pub fn effort(&self, catalogue: &Catalogue, assessment: &Assessment) -> Effort {
        (self.rule.effort)(&Facts { finding: self, catalogue, assessment })
    }

    /// The fewest of its items that, each resolved, lift it.
    pub(crate) fn fewest(&self, standing: &Standing<'_>) -> Vec<ItemRef> {
        (self.rule.fewest)(standing, self)
    }
}

/// Why a finding is there, in one sentence with the person's own facts.
pub fn why(finding: &Finding, catalogue: &Catalogue, assessment: &Assessment) -> String {
    (finding.rule.why)(&Facts { finding, catalogue, assessment })
}

/// What would resolve a finding, in the words that the catalogue has for it.
pub fn resolve(finding: &Finding, catalogue: &Catalogue, assessment: &Assessment) -> String {
    (finding.rule.resolve)(&Facts { finding, catalogue, assessment })
}

/// What rules look at.
struct Grounds<'a> {
    standing: &'a Standing<'a>,
    /// The answered items of each sub-clause.
    answered: Vec<Answered>,
    today: Date,
}

/// All likely findings, in the order of the standard; those of one place in the order of the rules.
pub fn all(standing: &Standing<'_>, today: Date) -> Vec<Finding> {
    let subclauses = 0..standing.catalogue.subclauses.len();
    let answered = subclauses.map(|subclause| Answered::of(standing, subclause)).collect();
    let grounds = Grounds { standing, answered, today };
    let mut findings: Vec<_> = RULES.iter().flat_map(|rule| (rule.find)(&grounds)).collect();
    findings.sort_by_cached_key(|finding| finding.place.order(standing.catalogue));
    findings
}

/// All items of a finding: for rules of which each item has to be resolved.
fn all_items(_: &Standing<'_>, finding: &Finding) -> Vec<ItemRef> {
    finding.items.clone()
}
