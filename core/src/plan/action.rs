//! One action: what to do, by whom, until when, and how much it is.

use super::{Due, Phase, Unlocks};
use crate::assessment::{Assessment, Item};
use crate::catalogue::{Catalogue, ControlId, DocumentId, RequirementId, Word};
use crate::date::Date;
use crate::findings::{self, Finding, Grade, Place, Rule};
use crate::item_ref::ItemRef;
use crate::wording;

/// One thing to do.
#[derive(Debug, Clone, PartialEq)]
pub struct Action {
    /// What it is.
    pub what: What,
    /// When in the building of an ISMS it belongs.
    pub phase: Phase,
    /// Who looks after the items behind it; nobody yet if empty.
    pub owners: Vec<String>,
    /// Until when; `None` without a target date and a due date of its own.
    pub due: Option<Due>,
    /// How much work it is likely to be.
    pub effort: Effort,
    /// What can go on once it is done.
    pub unlocks: Unlocks,
}

/// What an action does.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum What {
    /// Answers an open requirement.
    Answer(RequirementId),
    /// Says something about a document that the standard asks for.
    Register(DocumentId),
    /// Decides the controls of Annex A, so many of them, of which none is decided yet.
    Decide(usize),
    /// Resolves a likely finding.
    Resolve(Finding),
}

/// How much work something is likely to be in a small firm.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Effort {
    /// An hour or two.
    Small,
    /// Some days.
    Medium,
    /// Some weeks.
    Large,
}

impl Effort {
    /// All efforts, from the smallest.
    pub const ALL: [Self; 3] = [Self::Small, Self::Medium, Self::Large];

    /// What a person reads.
    pub fn label(self, catalogue: &Catalogue) -> &'static str {
        catalogue.word(match self {
            Self::Small => Word::EffortSmall,
            Self::Medium => Word::EffortMedium,
            Self::Large => Word::EffortLarge,
        })
    }
}

impl Action {
    /// Whether it is due, by a date of its own, after the target date.
    pub fn is_late(&self, target: Date) -> bool {
        self.due.is_some_and(|due| due.day > target)
    }

    /// What it is about: a sub-clause, a requirement, a document or a control.
    pub fn title(&self, catalogue: &Catalogue, assessment: &Assessment) -> String {
        let item = |item| wording::item(catalogue, assessment, item);
        match &self.what {
            What::Answer(id) => item((*id).into()),
            What::Register(id) => item((*id).into()),
            What::Decide(_) => catalogue.word(Word::PlanAnnex).to_owned(),
            What::Resolve(finding) => match finding.place {
                _ if finding.rule == Rule::SoaIncomplete => catalogue.word(Word::PlanAnnex).to_owned(),
                Place::Subclause(index) if !finding.rule.is_about_one_item() => wording::place(catalogue, index),
                _ => item(finding.items[0]),
            },
        }
    }

    /// What to do, in a sentence.
    pub fn task(&self, catalogue: &Catalogue, assessment: &Assessment) -> String {
        match &self.what {
            What::Answer(_) => catalogue.word(Word::PlanAnswer).to_owned(),
            What::Register(_) => catalogue.word(Word::PlanRegister).to_owned(),
            What::Decide(n) => catalogue.tell(Word::PlanDecide, [("n", n.to_string())]),
            What::Resolve(finding) => findings::resolve(finding, catalogue, assessment),
        }
    }

    /// A name that stays the same while the action is to be done, such as `partial-4.1-climate`.
    pub fn key(&self, catalogue: &Catalogue) -> String {
        match &self.what {
            What::Answer(id) => format!("answer-{}", id.name(catalogue)),
            What::Register(id) => format!("register-{}", id.name(catalogue)),
            What::Decide(_) => "decide".to_owned(),
            What::Resolve(finding) => {
                let name = match finding.rule.is_about_one_item() {
                    true => finding.items[0].name(catalogue),
                    false => finding.place.name(catalogue),
                };
                format!("{}-{name}", finding.rule.name())
            }
        }
    }
}

impl What {
    /// The items behind it.
    pub fn items(&self) -> Vec<ItemRef> {
        match self {
            Self::Answer(id) => vec![(*id).into()],
            Self::Register(id) => vec![(*id).into()],
            Self::Decide(_) => Vec::new(),
            Self::Resolve(finding) => finding.items.clone(),
        }
    }

    pub(super) fn phase(&self, catalogue: &Catalogue) -> Phase {
        match self {
            Self::Answer(id) => Phase::of_requirement(catalogue, *id),
            Self::Register(id) => Phase::of_document(catalogue, *id),
            Self::Decide(_) => Phase::Applicability,
            Self::Resolve(finding) => match (finding.rule, finding.items[0]) {
                (Rule::SoaIncomplete, _) => Phase::Applicability,
                (_, ItemRef::Requirement(id)) => Phase::of_requirement(catalogue, id),
                (_, ItemRef::Document(id)) => Phase::of_document(catalogue, id),
                _ => Phase::Treatment,
            },
        }
    }

    /// Its position in the standard.
    pub(super) fn order(&self, catalogue: &Catalogue) -> (usize, Option<ControlId>) {
        match self {
            Self::Answer(id) => Place::Subclause(catalogue.requirement(*id).subclause).order(catalogue),
            Self::Register(id) => Place::Document(*id).order(catalogue),
            Self::Decide(_) => (catalogue.subclauses.len(), None),
            Self::Resolve(finding) => finding.place.order(catalogue),
        }
    }

    /// Who looks after the items behind it, each once.
    pub(super) fn owners(&self, assessment: &Assessment) -> Vec<String> {
        let mut owners: Vec<String> = Vec::new();
        for item in self.items() {
            let owner = match item {
                ItemRef::Document(id) => assessment.documents.get(&id).map_or("", |entry| &entry.owner),
                item => entry(assessment, item).map_or("", |entry| &entry.owner),
            };
            let owner = owner.trim();
            if !owner.is_empty() && !owners.iter().any(|known| known == owner) {
                owners.push(owner.to_owned());
            }
        }
        owners
    }

    /// The first due date among the items behind it.
    pub(super) fn own_due(&self, assessment: &Assessment) -> Option<Date> {
        self.items().into_iter().filter_map(|item| entry(assessment, item)?.due).min()
    }

    /// A whole sub-clause is large; a document to be written is medium, one to be finished is small; a requirement or
    /// a control goes by the levels that it still has to climb.
    pub(super) fn effort(&self, assessment: &Assessment) -> Effort {
        let Self::Resolve(finding) = self else {
            return if matches!(self, Self::Decide(_)) { Effort::Large } else { Effort::Small };
        };
        match finding.rule {
            Rule::Absent | Rule::Systemic => Effort::Large,
            Rule::SoaIncomplete if finding.grade == Grade::Major => Effort::Large,
            Rule::SoaIncomplete | Rule::DocumentMissing | Rule::ControlDocument => Effort::Medium,
            Rule::DocumentDraft | Rule::NoEvidence => Effort::Small,
            Rule::Partial | Rule::ControlGap => {
                let level = entry(assessment, finding.items[0]).and_then(|entry| entry.level);
                match level.map_or(0, |level| level.value()) {
                    0 => Effort::Large,
                    1 => Effort::Medium,
                    _ => Effort::Small,
                }
            }
        }
    }
}

fn entry(assessment: &Assessment, item: ItemRef) -> Option<&Item> {
    match item {
        ItemRef::Requirement(id) => assessment.answers.get(&id).map(|answer| &answer.item),
        ItemRef::Control(id) => assessment.controls.get(&id).map(|entry| &entry.item),
        _ => None,
    }
}
