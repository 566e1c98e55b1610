//! Decisions about controls: the Statement of Applicability is made of them.

use super::field::{Leave, Next, record, said};
use super::item::{Item, ItemEdit};
use super::value::{choice, choices};
use super::{Edit, Entry, Field, FieldValue, Kind, Part, Portion, Slot};
use crate::catalogue::{ControlId, CustomId, RiskId, Word};
use crate::shown::is_blank;

choice! {
    /// Why a control is included.
    Reason {
        /// It treats a risk.
        Risk = "risk", ReportReasonRisk;
        /// A law or regulation asks for it.
        Legal = "legal", ReportReasonLegal;
        /// A contract asks for it.
        Contractual = "contractual", ReportReasonContractual;
        /// The business wants it.
        Business = "business", ReportReasonBusiness;
    }
}

choices! {
    /// A set of reasons, in the order of [`Reason::ALL`].
    Reasons of Reason
}

choice! {
    /// A decision without its reasons and its words.
    Decided {
        /// It applies.
        Applicable = "applicable", ReportDecisionApplicable;
        /// It does not apply.
        Excluded = "excluded", ReportDecisionExcluded;
    }
}

/// What was decided about a control. Nothing is ever excluded by itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Decision {
    /// Not yet decided.
    #[default]
    Undecided,
    /// It applies, for at least one reason once the entry is complete.
    Applicable {
        /// Why it is included.
        reasons: Reasons,
        /// More about why, in words.
        justification: String,
    },
    /// It does not apply.
    Excluded {
        /// Why not, in words; must not be empty once the entry is complete.
        justification: String,
    },
}

impl Decision {
    /// What was decided, without reasons and words; `None` while nothing was.
    pub fn decided(&self) -> Option<Decided> {
        match self {
            Self::Undecided => None,
            Self::Applicable { .. } => Some(Decided::Applicable),
            Self::Excluded { .. } => Some(Decided::Excluded),
        }
    }

    /// Whether it was decided that the control applies.
    pub fn is_applicable(&self) -> bool {
        matches!(self, Self::Applicable { .. })
    }

    /// Whether it was decided that the control is excluded.
    pub fn is_excluded(&self) -> bool {
        matches!(self, Self::Excluded { .. })
    }

    /// Whether anything was decided.
    pub fn is_decided(&self) -> bool {
        !matches!(self, Self::Undecided)
    }

    /// The words that justify it; empty where there are none.
    pub fn justification(&self) -> &str {
        match self {
            Self::Undecided => "",
            Self::Applicable { justification, .. } | Self::Excluded { justification } => justification,
        }
    }

    /// The reasons for an inclusion; none otherwise.
    pub fn reasons(&self) -> Reasons {
        match self {
            Self::Applicable { reasons, .. } => *reasons,
            _ => Reasons::default(),
        }
    }
}

/// All that was said about a control.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ControlEntry {
    /// Whether it applies.
    pub decision: Decision,
    /// How far it is implemented, and what shows it.
    pub item: Item,
    /// The risks that it treats.
    pub risks: Vec<RiskId>,
    /// Who else runs it.
    pub run_by: RunBy,
    /// Whether the person does not know if it applies: an undecided control that is to be found out.
    pub unsure: bool,
}

choice! {
    /// How much of a control somebody else runs.
    Runs {
        /// All of it.
        Inherited = "inherited", ReportRunInherited;
        /// A part; the rest stays here.
        Shared = "shared", ReportRunShared;
    }
}

record! {
    /// Somebody else who runs a control, such as a provider.
    RunBy from 32, edited by RunByEdit: run_by(id: ControlId) of (Part::Control(id)) {
        /// Who.
        name: String = said(Word::ReportRunBy, Leave::WithRecord, Next::Stays);
        /// How much of it.
        how: Option<Runs> = said(Word::ReportRunHow, Leave::WithRecord, Next::Stays);
    }
}

/// The number of the first field of a [`ControlEntry`] that is not one of its [`Item`].
const FIRST: u8 = 16;

impl ControlEntry {
    /// Its own fields, in order. Decision, reasons and words are three fields of one [`Decision`]: reasons exist only where
    /// it applies, words only where something was decided, and 'I don't know' only until then.
    pub const FIELDS: &'static [Field] = &[
        said(Word::ReportDecision, Leave::WithRecord, Next::Stays).joint().field(
            FIRST,
            "decision",
            <Option<Decided> as Slot>::KIND,
            "Whether it applies.",
        ),
        said(Word::ReportReasons, Leave::WithRecord, Next::Stays).joint().always().field(
            FIRST + 1,
            "reasons",
            Reasons::KIND,
            "Why it is included.",
        ),
        said(Word::ReportJustification, Leave::WithRecord, Next::Stays).joint().always().field(
            FIRST + 2,
            "justification",
            Kind::Text,
            "Why it is included or excluded, in words.",
        ),
        said(Word::ReportRisksTreated, Leave::Clear(Portion::Risks), Next::Stays).always().field(
            FIRST + 3,
            "risks",
            Kind::Risks,
            "The risks that it treats.",
        ),
        said(Word::ReportUnsure, Leave::WithRecord, Next::Opens).joint().field(
            FIRST + 4,
            "unsure",
            Kind::Flag,
            "Whether the person does not know if it applies: an undecided control that is to be found out.",
        ),
    ];

    /// Whether it is to be found out if it applies.
    pub fn is_unsure(&self) -> bool {
        self.unsure && !self.decision.is_decided()
    }

    /// Whether the decision has what an auditor asks of it: words for what is excluded; for what is included a law, a
    /// contract, a risk that is linked, or words. That the business wants it, or that some risk does, says too little.
    pub fn is_justified(&self) -> bool {
        let reasons = self.decision.reasons();
        let words = || !is_blank(self.decision.justification());
        match self.decision {
            Decision::Undecided => false,
            Decision::Applicable { .. } => {
                let by_risk = reasons.contains(Reason::Risk) && !self.risks.is_empty();
                let by_duty = reasons.contains(Reason::Legal) || reasons.contains(Reason::Contractual);
                by_duty || by_risk || (!reasons.is_empty() && words())
            }
            Decision::Excluded { .. } => words(),
        }
    }
}

impl Entry for ControlEntry {
    fn get(&self, at: u8) -> Option<FieldValue> {
        match at.wrapping_sub(FIRST) {
            0 => Some(self.decision.decided().get()),
            1 => Some(self.decision.reasons().get()),
            2 => Some(FieldValue::Text(self.decision.justification().to_owned())),
            3 => Some(self.risks.get()),
            4 => Some(self.unsure.get()),
            _ => self.item.get(at).or_else(|| self.run_by.get(at)),
        }
    }

    fn set(&mut self, at: u8, value: &FieldValue) {
        match at.wrapping_sub(FIRST) {
            0 => {
                let (mut decided, reasons) = (self.decision.decided(), self.decision.reasons());
                decided.set(value);
                let justification = self.decision.justification().to_owned();
                self.decision = match decided {
                    None => Decision::Undecided,
                    Some(Decided::Applicable) => Decision::Applicable { reasons, justification },
                    Some(Decided::Excluded) => Decision::Excluded { justification },
                };
            }
            1 => {
                if let Decision::Applicable { reasons, .. } = &mut self.decision {
                    reasons.set(value);
                }
            }
            2 => {
                if let Decision::Applicable { justification, .. } | Decision::Excluded { justification } =
                    &mut self.decision
                {
                    justification.set(value);
                }
            }
            3 => self.risks.set(value),
            4 => self.unsure.set(value),
            _ => {
                self.item.set(at, value);
                self.run_by.set(at, value);
            }
        }
    }
}

/// Makes the edits of the fields of a [`ControlEntry`].
#[derive(Debug, Clone, Copy)]
pub struct ControlEdit(Part);

impl Edit {
    /// Makes an edit of a field of a [`ControlEntry`].
    pub fn control(id: ControlId) -> ControlEdit {
        ControlEdit(Part::Control(id))
    }
}

impl ControlEdit {
    /// Whether it applies, with the reasons and the words.
    pub fn decision(self, decision: &Decision) -> Edit {
        self.joint(&ControlEntry { decision: decision.clone(), ..ControlEntry::default() })
    }

    /// That the person does not know if it applies: nothing is decided then.
    pub fn unsure(self) -> Edit {
        self.joint(&ControlEntry { unsure: true, ..ControlEntry::default() })
    }

    fn joint(self, entry: &ControlEntry) -> Edit {
        let joint = ControlEntry::FIELDS.iter().filter(|field| field.joint);
        Edit::Batch(joint.filter_map(|field| Some(Edit::Set(self.0, field, entry.get(field.at)?))).collect())
    }

    /// Why it is included.
    pub fn reasons(self, reasons: Reasons) -> Edit {
        Edit::Set(self.0, &ControlEntry::FIELDS[1], reasons.get())
    }

    /// Why it is included or excluded, in words.
    pub fn justification(self, words: String) -> Edit {
        Edit::Set(self.0, &ControlEntry::FIELDS[2], FieldValue::Text(words))
    }

    /// The risks that it treats.
    pub fn risks(self, risks: Vec<RiskId>) -> Edit {
        Edit::Set(self.0, &ControlEntry::FIELDS[3], FieldValue::Risks(risks))
    }

    /// How far it is, and what shows it.
    pub fn item(self) -> ItemEdit {
        ItemEdit(self.0)
    }
}

record! {
    /// A control that is not in Annex A.
    CustomControl from 0, edited by CustomEdit: custom(id: CustomId) of (Part::Custom(id)) {
        /// Its name.
        name: String = said(Word::ReportName, Leave::WithRecord, Next::Stays).always();
        /// Where it comes from, such as `own` or another standard.
        source: String = said(Word::OwnSource, Leave::WithRecord, Next::Stays).always();
    }
}
