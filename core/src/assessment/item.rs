//! What requirements and controls have in common: how far they are, and what shows it.

use super::field::{Leave, Next, kept, record, said};
use super::value::choice;
use super::{Edit, Evidence, Part, Portion};
use crate::catalogue::{Catalogue, RequirementId, Word};
use crate::date::{Date, Timestamp};

choice! {
    /// How far something is.
    Level {
        /// Nothing exists yet.
        NotStarted = "not_started", LevelNameNotStarted;
        /// Agreed or drafted, not decided.
        Planned = "planned", LevelNamePlanned;
        /// Decided and, where needed, written down.
        Defined = "defined", LevelNameDefined;
        /// Done in practice.
        Operating = "operating", LevelNameOperating;
        /// Done in practice, and records prove it.
        Evidenced = "evidenced", LevelNameEvidenced;
    }
}

impl Level {
    /// Its value, 0 to 4.
    pub fn value(self) -> u8 {
        self as u8
    }

    /// What it means, beside its name.
    pub fn meaning(self, catalogue: &Catalogue) -> &'static str {
        catalogue.word(match self {
            Self::NotStarted => Word::LevelNotStarted,
            Self::Planned => Word::LevelPlanned,
            Self::Defined => Word::LevelDefined,
            Self::Operating => Word::LevelOperating,
            Self::Evidenced => Word::LevelEvidenced,
        })
    }
}

record! {
    /// The state of a requirement or a control.
    Item from 0, edited by ItemEdit: item(part: Part) of (part) {
        /// How far it is; `None` is open.
        level: Option<Level> = said(Word::ReportLevel, Leave::WithRecord, Next::Opens).always();
        /// The person's own note.
        note: String = said(Word::ReportNote, Leave::Clear(Portion::Notes), Next::Stays).always();
        /// What shows it.
        evidence: Vec<Evidence> = said(Word::ReportEvidence, Leave::Withhold(Portion::Evidence), Next::Opens).always();
        /// Who looks after it.
        owner: String = said(Word::ReportOwner, Leave::Withhold(Portion::Owners), Next::Stays).always();
        /// When it is to be done.
        due: Option<Date> = said(Word::ReportDue, Leave::Clear(Portion::Dates), Next::Opens).always();
    }
}

impl Edit {
    /// Says something about a requirement that controls have too.
    pub fn answer(id: RequirementId) -> ItemEdit {
        ItemEdit(Part::Answer(id))
    }
}

impl Item {
    /// Whether at least one piece of evidence says what it is.
    pub fn has_evidence(&self) -> bool {
        self.evidence.iter().any(Evidence::is_said)
    }
}

record! {
    /// The answer to a requirement.
    Answer from 16, edited by AnswerEdit: only_answer(id: RequirementId) of (Part::Answer(id)) {
        /// When it was last changed.
        updated: Timestamp = kept().always();
        /// Whether the person does not know: an open answer that is to be found out.
        unsure: bool = said(Word::ReportUnsure, Leave::WithRecord, Next::Opens);
    }
    with {
        /// Level, note, evidence, owner and due date.
        item: Item,
    }
}
