//! What a person said: the only thing that is ever stored.

mod control;
mod document;
mod edit;
mod entries;
mod item;
mod part;
mod profile;
mod risk;
mod scale;
mod shared;

pub use control::{ControlEntry, CustomControl, Decision, Reason, Reasons};
pub use document::{DocumentEntry, DocumentStatus};
pub use edit::{ControlChange, DocumentChange, Edit, ItemChange, ProfileChange};
pub use entries::Entries;
pub use item::{Answer, Item, Level};
pub use part::Part;
pub use profile::{Contact, Profile, QuoteDetail, QuoteDetails};
pub use risk::{Risk, Treatment};
pub use scale::{RiskScales, Scale};
pub use shared::Shared;

use crate::catalogue::{ControlId, CustomId, DocumentId, FactId, Mandatory, RequirementId, RiskId};
use crate::date::Timestamp;
use serde_json::Value;

/// One self-assessment of one organisation.
///
/// Reading is free; a change is an [`Edit`] given to [`Assessment::apply`].
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Assessment {
    /// A unique id, made when the assessment is created.
    pub id: String,
    /// The person's name for it, such as 'Acme 2027 certification'.
    pub title: String,
    /// When it was created.
    pub created: Timestamp,
    /// When it was last changed.
    pub updated: Timestamp,
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
    /// The risk register.
    pub risks: Entries<RiskId, Risk>,
    /// What it knows of copies of it.
    pub shared: Shared,
    /// What the answers know nothing of: unknown ids and fields of a newer version, the mark of an extract
    /// ([`crate::extract`]) and reviews ([`crate::review`]). Written back on export.
    pub rest: Value,
}

impl Assessment {
    /// An empty assessment.
    pub fn new(id: impl Into<String>, title: impl Into<String>, now: Timestamp) -> Self {
        Self { id: id.into(), title: title.into(), created: now.clone(), updated: now, ..Self::default() }
    }

    /// The level of a requirement; `None` while it is open.
    pub fn level(&self, id: RequirementId) -> Option<Level> {
        self.answers.get(&id)?.item.level
    }

    /// A new assessment that goes on from this one. Profile, owners, notes, decisions and risks stay. Levels, statuses
    /// and evidence stay if `keep`, else they are open again, and so are the dates by which something was due.
    #[must_use]
    pub fn next_cycle(&self, id: impl Into<String>, title: impl Into<String>, now: Timestamp, keep: bool) -> Self {
        let mut next = Self { id: id.into(), title: title.into(), created: now.clone(), updated: now, ..self.clone() };
        next.shared = Shared::default();
        // What others said is about the answers of the last one.
        let reviews =
            next.rest["reviews"].as_object().into_iter().flatten().map(|(id, _)| Edit::Review(id.clone(), None));
        let forget = Edit::Batch(reviews.collect());
        let moment = next.updated.clone();
        next.apply(&forget, &moment);
        if !keep {
            let answers = next.answers.values_mut().map(|answer| &mut answer.item);
            for item in answers.chain(next.controls.values_mut().map(|entry| &mut entry.item)) {
                (item.level, item.due) = (None, None);
                item.evidence.clear();
            }
            for document in next.documents.values_mut() {
                document.status = None;
            }
            for risk in next.risks.values_mut() {
                risk.residual_accepted = false;
            }
            next.profile.target_date = None;
        }
        next
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

    /// Whether a document is asked for: one that depends on a control is, once that control applies.
    pub fn needs(&self, mandatory: Mandatory) -> bool {
        match mandatory {
            Mandatory::Always => true,
            Mandatory::WhenApplicable(control) => self.decision(control).is_applicable(),
        }
    }

    /// The risks that a control treats.
    pub fn risks_of(&self, id: ControlId) -> impl Iterator<Item = (RiskId, &Risk)> {
        let linked = self.controls.get(&id).map_or(&[][..], |entry| &entry.risks);
        linked.iter().filter_map(|risk| Some((*risk, self.risks.get(risk)?)))
    }
}
