//! One action: a row of the plan, with all that there is to do about one thing.

use super::{About, Phase, Unlocks, What};
use crate::assessment::{Assessment, Edit, Part};
use crate::catalogue::{Catalogue, ItemRef, Word};
use crate::date::Date;
use crate::findings::{Effort, Grade};
use crate::wording;
use std::borrow::Cow;

/// Until when an action is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Due {
    /// The day.
    pub day: Date,
    /// Whether a person set it, rather than the plan.
    pub own: bool,
}

/// A row of the plan: what there is to do about one thing in one phase.
#[derive(Debug, Clone, PartialEq)]
pub struct Action {
    /// What it is about.
    pub about: About,
    /// When in the building of an ISMS it belongs.
    pub phase: Phase,
    /// What there is to do, in the order of the standard; never empty.
    pub what: Vec<What>,
    /// Who looks after the items behind it; nobody yet if empty.
    pub owners: Vec<String>,
    /// Until when; `None` without a target date and a due date of its own.
    pub due: Option<Due>,
    /// How much work it is likely to be: that of its largest piece.
    pub effort: Effort,
    /// What can go on once it is done.
    pub unlocks: Unlocks,
}

impl Action {
    /// Whether it is due, by a date of its own, after the target date.
    pub fn is_late(&self, target: Date) -> bool {
        self.due.is_some_and(|due| due.day > target)
    }

    /// Whether somebody has begun to see to it: it has an owner, or a date of its own.
    pub fn is_taken(&self) -> bool {
        !self.owners.is_empty() || self.due.is_some_and(|due| due.own)
    }

    /// What to do, a verb first.
    pub fn title(&self, catalogue: &Catalogue, assessment: &Assessment) -> String {
        let all = |is: fn(&What) -> bool| self.what.iter().all(is);
        let said = |word| catalogue.tell(word, [("n", self.count()), ("about", self.place(catalogue))]);
        let resolves = self.what.iter().any(|what| matches!(what, What::Resolve(_)));
        match self.about {
            About::Decisions if resolves => catalogue.word(Word::PlanHeadStatement).to_owned(),
            About::Decisions if matches!(self.what[0], What::Decide(_)) => self.what[0].words(catalogue, assessment),
            About::Theme(_) if resolves => said(Word::PlanHeadControls),
            About::Theme(_) => said(Word::PlanHeadRate),
            // What is there only lacks its proof, unless something is open beside it.
            About::Subclause(_) if self.grade() == Some(Grade::Opportunity) => {
                let is_open = self.what.iter().any(|what| matches!(what, What::Answer(_)));
                said(if is_open { Word::PlanHeadAnswer } else { Word::PlanHeadEvidence })
            }
            About::ControlDocuments if resolves => said(Word::PlanHeadDocuments),
            About::Subclause(_) if resolves && self.is_treatment_plan(catalogue) => {
                catalogue.word(Word::PlanHeadTreatmentPlan).to_owned()
            }
            About::Subclause(index) if resolves => catalogue.subclauses[index].todo.to_owned(),
            About::Nonconformity(id) => {
                catalogue.tell(Word::PlanHeadCorrect, [("item", wording::item(catalogue, assessment, id.into()))])
            }
            _ if all(|what| matches!(what, What::FindOut(_))) => said(Word::PlanHeadFindOut),
            _ if all(|what| matches!(what, What::Register(_))) => said(Word::PlanHeadRegister),
            _ => said(Word::PlanHeadAnswer),
        }
    }

    /// What it is about: a sub-clause with its title, a theme of Annex A.
    pub fn place(&self, catalogue: &Catalogue) -> String {
        match self.about {
            About::Subclause(index) if self.is_treatment_plan(catalogue) => {
                wording::part(catalogue, index, catalogue.word(Word::PlanTreatmentPlan))
            }
            About::Subclause(index) => wording::place(catalogue, index),
            About::Theme(index) => catalogue
                .themes
                .get(index)
                .map_or(catalogue.word(Word::PlanOwnControls), |theme| theme.title)
                .to_owned(),
            About::Decisions | About::ControlDocuments => catalogue.word(Word::PlanAnnex).to_owned(),
            About::Nonconformity(_) => catalogue.word(Word::RegisterTitle).to_owned(),
        }
    }

    /// Whether it is the end of 6.1.3, which has a row of its own: it comes after the Statement of Applicability.
    fn is_treatment_plan(&self, catalogue: &Catalogue) -> bool {
        let about = |index: usize| catalogue.subclauses[index].id == "6.1.3";
        self.phase == Phase::Treatment && matches!(self.about, About::Subclause(index) if about(index))
    }

    /// Its pieces, a sentence or a few each: what is open in one, then what would resolve each finding.
    pub fn steps(&self, catalogue: &Catalogue, assessment: &Assessment) -> Vec<String> {
        let open: Vec<_> = self.what.iter().filter(|what| matches!(what, What::Answer(_))).collect();
        let items = wording::items(catalogue, assessment, open.iter().flat_map(|what| what.items()));
        let answer = catalogue.tell(Word::PlanAnswer, [("n", open.len().to_string()), ("items", items)]);
        let others = self.what.iter().filter(|what| !matches!(what, What::Answer(_)));
        let others = others.map(|what| what.words(catalogue, assessment));
        (!open.is_empty()).then_some(answer).into_iter().chain(others).collect()
    }

    /// The gravest of its likely findings.
    pub fn grade(&self) -> Option<Grade> {
        let grades = self.what.iter().filter_map(|what| match what {
            What::Resolve(finding) => Some(finding.grade),
            _ => None,
        });
        grades.min()
    }

    /// The items behind it, each once.
    pub fn items(&self) -> Vec<ItemRef> {
        let mut items: Vec<_> = self.what.iter().flat_map(What::items).collect();
        items.sort();
        items.dedup();
        items
    }

    /// How many items are behind it, for a sentence: of the documents of controls, the documents.
    fn count(&self) -> String {
        let counts = |item: &ItemRef| self.about != About::ControlDocuments || matches!(item, ItemRef::Document(_));
        self.items().iter().filter(|item| counts(item)).count().to_string()
    }

    /// A name that stays the same while the action is to be done, such as `scope-4.1`.
    pub fn key(&self, catalogue: &Catalogue) -> String {
        let about = match self.about {
            About::Subclause(index) => catalogue.subclauses[index].id.into(),
            About::Decisions => "decisions".into(),
            About::Theme(index) => catalogue.themes.get(index).map_or("own", |theme| theme.id).into(),
            About::ControlDocuments => "documents".into(),
            About::Nonconformity(id) => Cow::from(id.to_string()),
        };
        format!("{}-{about}", self.phase.name())
    }

    /// Gives all of it to somebody, or to nobody.
    pub fn give_to(&self, owner: &str) -> Edit {
        let edits = self.items().into_iter().filter_map(|item| match item {
            ItemRef::Document(id) => Some(Edit::document(id).owner(owner.to_owned())),
            ItemRef::Nonconformity(id) => Some(Edit::nonconformity(id).owner(owner.to_owned())),
            item => Some(Edit::item(part(item)?).owner(owner.to_owned())),
        });
        Edit::Batch(edits.collect())
    }

    /// Gives all of it a day, or takes its days back; `None` where nothing of it can have one.
    pub fn put_off_to(&self, due: Option<Date>) -> Option<Edit> {
        let edits = self.items().into_iter().filter_map(|item| match item {
            ItemRef::Nonconformity(id) => Some(Edit::nonconformity(id).due(due)),
            item => Some(Edit::item(part(item)?).due(due)),
        });
        let edits: Vec<_> = edits.collect();
        (!edits.is_empty()).then_some(Edit::Batch(edits))
    }
}

/// The part of an item that can have a due date.
fn part(item: ItemRef) -> Option<Part> {
    match item {
        ItemRef::Requirement(id) => Some(Part::Answer(id)),
        ItemRef::Control(id) => Some(Part::Control(id)),
        _ => None,
    }
}
