//! The risk register.

use super::field::{Leave, Next, record, said};
use super::value::{choice, choices};
use super::{Part, Portion};
use crate::catalogue::{RiskId, Word};
use crate::date::Date;

choice! {
    /// What is done about a risk.
    Treatment {
        /// Controls make it smaller.
        Modify = "modify", ReportTreatmentModify;
        /// It is accepted as it is.
        Retain = "retain", ReportTreatmentRetain;
        /// What causes it is given up.
        Avoid = "avoid", ReportTreatmentAvoid;
        /// Somebody else carries part of it.
        Share = "share", ReportTreatmentShare;
    }
}

choice! {
    /// What a risk can harm about information.
    Harm {
        /// Somebody learns what is not for them.
        Confidentiality = "confidentiality", ReportConfidentiality;
        /// It is no longer right or whole.
        Integrity = "integrity", ReportIntegrity;
        /// It is not there when it is needed.
        Availability = "availability", ReportAvailability;
    }
}

choices! {
    /// What a risk harms, in the order of [`Harm::ALL`].
    Harms of Harm
}

record! {
    /// One risk.
    Risk from 0, edited by RiskEdit: risk(id: RiskId) of (Part::Risk(id)) {
        /// What could happen.
        title: String = said(Word::ReportName, Leave::WithRecord, Next::Stays).always();
        /// The risk owner.
        owner: String = said(Word::ReportRiskOwner, Leave::Withhold(Portion::Owners), Next::Stays).always();
        /// What it harms: confidentiality, integrity, availability.
        affects: Harms = said(Word::ReportAffects, Leave::WithRecord, Next::Stays);
        /// How likely it is, 1 to 5.
        likelihood: Option<u8> = said(Word::ReportLikelihood, Leave::WithRecord, Next::Stays).always();
        /// How bad it would be, 1 to 5.
        impact: Option<u8> = said(Word::ReportImpact, Leave::WithRecord, Next::Stays).always();
        /// What is done about it.
        treatment: Option<Treatment> = said(Word::ReportTreatment, Leave::WithRecord, Next::Stays).always();
        /// Whether the risk owner has accepted what remains.
        residual_accepted: bool = said(Word::ReportAccepted, Leave::WithRecord, Next::Opens).always();
    }
    with {
        /// How likely and how bad what remains would be, once it is treated.
        residual: Residual,
        /// Who accepted what remains, and when.
        accepted: Accepted,
    }
}

record! {
    /// What remains of a risk once it is treated.
    Residual from 16, edited by ResidualEdit: residual(id: RiskId) of (Part::Risk(id)) {
        /// How likely it is then, 1 to 5.
        likelihood: Option<u8> = said(Word::ReportResidualLikelihood, Leave::WithRecord, Next::Stays);
        /// How bad it would be then, 1 to 5.
        impact: Option<u8> = said(Word::ReportResidualImpact, Leave::WithRecord, Next::Stays);
    }
}

record! {
    /// That what remains of a risk was accepted.
    Accepted from 32, edited by AcceptedEdit: accepted(id: RiskId) of (Part::Risk(id)) {
        /// The day.
        date: Option<Date> = said(Word::ReportAcceptedOn, Leave::WithRecord, Next::Opens);
        /// By whom.
        by: String = said(Word::ReportAcceptedBy, Leave::Withhold(Portion::Owners), Next::Opens);
    }
}

impl Risk {
    /// Whether what remains was accepted: as a yes, or with a day, which says more.
    pub fn is_accepted(&self) -> bool {
        self.residual_accepted || self.accepted.date.is_some()
    }

    /// Whether what remains of it is still to be accepted. A risk that is avoided leaves nothing to accept.
    pub fn awaits_acceptance(&self) -> bool {
        self.treatment != Some(Treatment::Avoid) && !self.is_accepted()
    }
}
