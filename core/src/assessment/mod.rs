//! What a person said: the only thing that is ever stored.

mod apply;
mod audit;
mod control;
mod document;
mod edit;
mod entries;
mod entry;
mod evidence;
mod field;
mod id;
mod item;
mod item_ref;
mod nonconformity;
mod numbers;
mod part;
mod pieces;
mod portion;
mod profile;
mod result;
mod risk;
mod scale;
mod shared;
mod soa;
mod tasks;
mod value;

pub use audit::{AuditEdit, InternalAudit, ManagementReview, ManagementReviewEdit, Sample, Sampled};
pub use control::{
    ControlEdit, ControlEntry, CustomControl, CustomEdit, Decided, Decision, Reason, Reasons, RunBy, RunByEdit, Runs,
};
pub use document::{DocumentEdit, DocumentEntry, DocumentStatus};
pub use edit::Edit;
pub use entries::Entries;
pub(crate) use entry::tables;
pub use evidence::{Beyond, Evidence, Fingerprint};
pub use field::{Field, Leave, Next, Table};
pub use id::Id;
pub use item::{Answer, AnswerEdit, Item, ItemEdit, Level};
pub use nonconformity::{FoundIn, Graded, Nonconformity, NonconformityEdit};
pub use numbers::{LastNumbers, Series};
pub use part::Part;
pub use pieces::{Piece, Pieces};
pub use portion::{Portion, Portions};
pub use profile::{Contact, ContactEdit, Profile, ProfileEdit, QuoteDetail, QuoteDetails};
pub use result::{AuditResult, SampleResult};
pub use risk::{Accepted, AcceptedEdit, Harm, Harms, Residual, ResidualEdit, Risk, RiskEdit, Treatment};
pub use scale::{RiskScales, Scale};
pub use shared::Shared;
pub use soa::{Soa, SoaEdit};
pub use tasks::{OwnPlan, OwnPlanEdit, Task, Tasks};
pub use value::{Choice, Entry, FieldValue, Kind, Slot};

use crate::catalogue::{
    AuditId, Catalogue, ControlId, CustomId, DocumentId, FactId, ManagementReviewId, Mandatory, NonconformityId,
    RequirementId, RiskId, Word,
};
use crate::date::Timestamp;
use serde_json::Value;

/// One self-assessment of one organisation.
///
/// Reading is free; a change is an [`Edit`] given to [`Assessment::apply`].
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Assessment {
    /// A unique id, made when the assessment is created.
    pub id: Id,
    /// The person's name for it, such as 'Acme 2027 certification'.
    pub title: String,
    /// When it was created.
    pub created: Timestamp,
    /// When it was last changed.
    pub updated: Timestamp,
    /// Whether it is one of the examples that the site offers, or grew out of one: of a firm that does not exist.
    pub example: bool,
    /// Who the organisation is.
    pub profile: Profile,
    /// Yes/no answers about the organisation; a missing one is unanswered.
    pub facts: Entries<FactId, bool>,
    /// Answers to requirements; a missing one is open.
    pub answers: Entries<RequirementId, Answer>,
    /// The register of documents.
    pub documents: Entries<DocumentId, DocumentEntry>,
    /// Decisions about controls, of Annex A and of the organisation's own.
    pub controls: Entries<ControlId, ControlEntry>,
    /// Controls of the organisation's own.
    pub custom_controls: Entries<CustomId, CustomControl>,
    /// What heads the Statement of Applicability.
    pub soa: Soa,
    /// The risk register.
    pub risks: Entries<RiskId, Risk>,
    /// The register of nonconformities.
    pub nonconformities: Entries<NonconformityId, Nonconformity>,
    /// Internal audits.
    pub internal_audits: Entries<AuditId, InternalAudit>,
    /// Management reviews.
    pub management_reviews: Entries<ManagementReviewId, ManagementReview>,
    /// What it adds to the action plan.
    pub plan: OwnPlan,
    /// The last numbers that were given.
    pub last_numbers: LastNumbers,
    /// What it knows of copies of it.
    pub shared: Shared,
    /// What the answers know nothing of: unknown ids and fields of a newer version, the mark of an extract
    /// ([`crate::extract`]) and reviews ([`crate::review`]). Written back on export.
    pub unknown: Value,
}

impl Assessment {
    /// An empty assessment.
    pub fn new(id: Id, title: impl Into<String>, now: Timestamp) -> Self {
        Self { id, title: title.into(), created: now.clone(), updated: now, ..Self::default() }
    }

    /// What a person calls it: the title that they gave it, or else the organisation's name.
    pub fn name(&self, catalogue: &Catalogue) -> &str {
        let organisation = self.profile.organisation.trim();
        if organisation.is_empty() || self.title != catalogue.word(Word::HomeNewTitle) {
            &self.title
        } else {
            organisation
        }
    }

    /// Whether anything was said that belongs to the way through.
    pub fn is_begun(&self) -> bool {
        !self.answers.is_empty()
            || !self.controls.is_empty()
            || !self.documents.is_empty()
            || !self.facts.is_empty()
            || !self.profile.organisation.is_empty()
    }

    /// The level of a requirement; `None` while it is open.
    pub fn level(&self, id: RequirementId) -> Option<Level> {
        self.answers.get(&id)?.item.level
    }

    /// A new assessment that goes on from this one. Profile, owners, notes, decisions and risks stay. Levels, statuses
    /// and evidence stay if `keep`, else they are open again, and so are the dates by which something was due.
    #[must_use]
    pub fn next_cycle(&self, id: Id, title: impl Into<String>, now: Timestamp, keep: bool) -> Self {
        let mut next = Self { id, title: title.into(), created: now.clone(), updated: now, ..self.clone() };
        next.shared = Shared::default();
        // What others said is about the answers of the last one.
        let reviews =
            next.unknown["reviews"].as_object().into_iter().flatten().map(|(id, _)| Edit::Review(id.clone(), None));
        let forget = Edit::Batch(reviews.collect());
        let moment = next.updated.clone();
        next.apply(&forget, &moment);
        if !keep {
            next.open_again();
        }
        next
    }

    /// Opens the fields that a new cycle begins without.
    fn open_again(&mut self) {
        for part in self.parts() {
            for field in part.fields().filter(|field| field.next == Next::Opens) {
                if let Some(entry) = self.entry_mut(part) {
                    entry.set(field.at, &field.kind.unsaid());
                }
            }
        }
    }

    /// Whether somebody did not know what to answer: the requirement is open, and is to be found out.
    pub fn is_unsure(&self, id: RequirementId) -> bool {
        self.answers.get(&id).is_some_and(|answer| answer.unsure && answer.item.level.is_none())
    }

    /// The edit that answers a requirement with a level, or takes the answer back; or that says, with `unsure`, that the
    /// person does not know. Each takes the place of the other.
    pub fn answering(&self, id: RequirementId, level: Option<Level>, unsure: bool) -> Edit {
        let edit = Edit::answer(id).level(level);
        match self.answers.get(&id).is_some_and(|answer| answer.unsure) == unsure {
            true => edit,
            false => Edit::Batch(vec![edit, Edit::only_answer(id).unsure(unsure)]),
        }
    }

    /// How many requirements have an answer.
    pub fn answered(&self) -> usize {
        self.answers.values().filter(|answer| answer.item.level.is_some()).count()
    }

    /// What was decided about a control.
    pub fn decision(&self, id: ControlId) -> &Decision {
        self.controls.get(&id).map_or(&Decision::Undecided, |entry| &entry.decision)
    }

    /// The status of a document; `None` while nothing was said about it.
    pub fn document_status(&self, id: DocumentId) -> Option<DocumentStatus> {
        self.documents.get(&id)?.status
    }

    /// Whether a document is asked for: one that depends on a control is, once that control applies; one that the
    /// organisation itself judges necessary is not.
    pub fn needs(&self, mandatory: Mandatory) -> bool {
        match mandatory {
            Mandatory::Always => true,
            Mandatory::Own => false,
            Mandatory::WhenApplicable(control) => self.decision(control).is_applicable(),
        }
    }

    /// Whether nobody asks for a document as things are: its control is excluded. That the organisation needs none of its
    /// own, nobody says by saying nothing.
    pub fn is_spared(&self, mandatory: Mandatory) -> bool {
        match mandatory {
            Mandatory::Always | Mandatory::Own => false,
            Mandatory::WhenApplicable(control) => self.decision(control).is_excluded(),
        }
    }

    /// The risks that a control treats.
    pub fn risks_of(&self, id: ControlId) -> impl Iterator<Item = (RiskId, &Risk)> {
        let linked = self.controls.get(&id).map_or(&[][..], |entry| &entry.risks);
        linked.iter().filter_map(|risk| Some((*risk, self.risks.get(risk)?)))
    }
}
