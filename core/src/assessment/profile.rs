//! Who the organisation is.

use super::field::{Leave, Next, record, said};
use super::{Edit, Field, FieldValue, Part, Portion, RiskScales};
use crate::catalogue::Word;
use crate::date::Date;

record! {
    /// The profile without its facts, which are kept by their ids.
    Profile from 0, edited by ProfileEdit: profile() of (Part::Profile) {
        /// The organisation's name.
        organisation: String = said(Word::OrganisationName, Leave::WithRecord, Next::Stays).always();
        /// How many people work under its control, employed or not.
        people: Option<u32> = said(Word::ReportPeople, Leave::Clear(Portion::Details), Next::Stays).always();
        /// How many people that is, counting part-time work pro rata.
        people_full_time: Option<u32> = said(Word::ReportPeopleFullTime, Leave::Clear(Portion::Details), Next::Stays);
        /// How many sites are in scope.
        sites: Option<u32> = said(Word::ReportSites, Leave::Clear(Portion::Details), Next::Stays).always();
        /// What it does, in a word or two.
        sector: String = said(Word::ReportSector, Leave::Clear(Portion::Details), Next::Stays).always();
        /// The country of its seat.
        country: String = said(Word::ReportCountry, Leave::Clear(Portion::Details), Next::Stays).always();
        /// The draft scope statement.
        scope: String = said(Word::ReportScope, Leave::WithRecord, Next::Stays).always();
        /// When it wants to be certified.
        target_date: Option<Date> = said(Word::ReportTargetDate, Leave::Clear(Portion::Dates), Next::Opens).always();
        /// Since when the ISMS is in operation.
        operating_since: Option<Date> = said(Word::ReportOperatingSince, Leave::Clear(Portion::Details), Next::Stays);
        /// What the last internal audit covered.
        audit_covered: String = said(Word::ReportAuditCovered, Leave::Clear(Portion::Details), Next::Opens);
        /// How many nonconformities are open.
        nonconformities_open: Option<u32> =
            said(Word::ReportNonconformitiesOpen, Leave::Clear(Portion::Details), Next::Opens);
        /// Who gave the answers.
        answered_by: String = said(Word::ReportAnsweredBy, Leave::Clear(Portion::Contacts), Next::Opens);
        /// When a risk may be accepted, in words (ISO/IEC 27001, 6.1.2 a).
        risk_criterion: String = said(Word::ReportRiskCriterion, Leave::Clear(Portion::Risks), Next::Stays);
    }
    with {
        /// Whom to ask.
        contact: Contact,
        /// What certification bodies ask beyond that before they quote.
        quote: QuoteDetails,
        /// What it calls the steps of its risk scales.
        risk_scales: RiskScales,
    }
}

impl Profile {
    /// How many people audit time is read from: part-time work counted pro rata, where that is known.
    pub fn people_for_audit(&self) -> Option<u32> {
        self.people_full_time.or(self.people)
    }
}

record! {
    /// Whom a certification body may ask.
    Contact from 16, edited by ContactEdit: contact() of (Part::Profile) {
        /// The person's name.
        name: String = said(Word::OrganisationContactName, Leave::Clear(Portion::Contacts), Next::Stays).always();
        /// The person's email address.
        email: String = said(Word::OrganisationContactEmail, Leave::Clear(Portion::Contacts), Next::Stays).always();
    }
}

record! {
    /// What certification bodies ask before they quote and nothing else in the profile says.
    QuoteDetails from 32 {
        /// Where each site is, and how many people work there (ISO/IEC 17021-1, 9.1.2).
        locations: String = said(Word::QuoteLocations, Leave::Clear(Portion::Details), Next::Stays);
        /// How people work in shifts.
        shifts: String = said(Word::QuoteShifts, Leave::Clear(Portion::Details), Next::Stays).always();
        /// The platforms and technologies in use.
        platforms: String = said(Word::QuotePlatforms, Leave::Clear(Portion::Details), Next::Stays).always();
        /// Processes that other organisations carry out.
        outsourced: String = said(Word::QuoteOutsourced, Leave::Clear(Portion::Details), Next::Stays).always();
        /// Certificates that the organisation holds already.
        certificates: String = said(Word::QuoteCertificates, Leave::Clear(Portion::Details), Next::Stays).always();
        /// The languages that people and documents speak.
        languages: String = said(Word::QuoteLanguages, Leave::Clear(Portion::Details), Next::Stays).always();
        /// Who helps from outside, so that the certification body can rule out a conflict.
        consultant: String = said(Word::QuoteConsultant, Leave::Clear(Portion::Contacts), Next::Stays).always();
        /// Number, version or date of the Statement of Applicability.
        soa_version: String = said(Word::QuoteSoaVersion, Leave::Clear(Portion::Details), Next::Stays).always();
        /// What auditors may not see of the ISMS (ISO/IEC 27006-1, 8.4).
        withheld: String = said(Word::QuoteWithheld, Leave::Clear(Portion::Details), Next::Stays);
        /// A new certification, or the transfer of a certificate (IAF MD 2).
        kind: String = said(Word::QuoteKind, Leave::Clear(Portion::Details), Next::Stays);
        /// People who do the same, which can shorten an audit (ISO/IEC 27006-1, annex C).
        identical: String = said(Word::QuoteIdentical, Leave::Clear(Portion::Details), Next::Stays);
        /// How many servers, workplaces and users there are (ISO/IEC 27006-1, annex C).
        systems: String = said(Word::QuoteSystems, Leave::Clear(Portion::Details), Next::Stays);
        /// Laws and regulators that bind the ISMS.
        duties: String = said(Word::QuoteDuties, Leave::Clear(Portion::Details), Next::Stays);
        /// Whether the audit is to be on site or remote.
        on_site: String = said(Word::QuoteOnSite, Leave::Clear(Portion::Details), Next::Stays);
        /// Which other management systems are to be audited with it.
        integrated: String = said(Word::QuoteIntegrated, Leave::Clear(Portion::Details), Next::Stays);
        /// Which accreditation the certificate is to have.
        accreditation: String = said(Word::QuoteAccreditation, Leave::Clear(Portion::Details), Next::Stays);
    }
}

/// A field of [`QuoteDetails`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the fields are described at `QuoteDetails`")]
pub enum QuoteDetail {
    Locations,
    Shifts,
    Platforms,
    Outsourced,
    Certificates,
    Languages,
    Consultant,
    SoaVersion,
    Withheld,
    Kind,
    Identical,
    Systems,
    Duties,
    OnSite,
    Integrated,
    Accreditation,
}

impl QuoteDetail {
    /// All fields.
    pub const ALL: [Self; 16] = [
        Self::Locations,
        Self::Shifts,
        Self::Platforms,
        Self::Outsourced,
        Self::Certificates,
        Self::Languages,
        Self::Consultant,
        Self::SoaVersion,
        Self::Withheld,
        Self::Kind,
        Self::Identical,
        Self::Systems,
        Self::Duties,
        Self::OnSite,
        Self::Integrated,
        Self::Accreditation,
    ];

    /// Its field.
    pub fn field(self) -> &'static Field {
        &QuoteDetails::FIELDS[self as usize]
    }

    /// Answers that many give, to choose from.
    pub fn usual(self) -> &'static [Word] {
        use Word::*;
        match self {
            Self::Shifts | Self::Outsourced | Self::Certificates | Self::Consultant | Self::Withheld => &[QuoteNone],
            Self::Identical | Self::Integrated => &[QuoteNone],
            Self::Kind => &[QuoteKindNew, QuoteKindTransfer],
            Self::OnSite => &[QuoteOnSiteSite, QuoteOnSiteRemote, QuoteOnSiteBoth],
            Self::Accreditation => &[QuoteAccreditationYes, QuoteAccreditationWhich],
            Self::Locations | Self::Platforms | Self::Languages | Self::SoaVersion | Self::Systems | Self::Duties => {
                &[]
            }
        }
    }
}

impl Edit {
    /// Says something that only the quote brief asks.
    pub fn quote(detail: QuoteDetail, text: String) -> Self {
        Self::Set(Part::Profile, detail.field(), FieldValue::Text(text))
    }
}

impl QuoteDetails {
    /// What was said about one of them.
    pub fn get(&self, detail: QuoteDetail) -> &str {
        match detail {
            QuoteDetail::Locations => &self.locations,
            QuoteDetail::Shifts => &self.shifts,
            QuoteDetail::Platforms => &self.platforms,
            QuoteDetail::Outsourced => &self.outsourced,
            QuoteDetail::Certificates => &self.certificates,
            QuoteDetail::Languages => &self.languages,
            QuoteDetail::Consultant => &self.consultant,
            QuoteDetail::SoaVersion => &self.soa_version,
            QuoteDetail::Withheld => &self.withheld,
            QuoteDetail::Kind => &self.kind,
            QuoteDetail::Identical => &self.identical,
            QuoteDetail::Systems => &self.systems,
            QuoteDetail::Duties => &self.duties,
            QuoteDetail::OnSite => &self.on_site,
            QuoteDetail::Integrated => &self.integrated,
            QuoteDetail::Accreditation => &self.accreditation,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{Assessment, Edit};
    use crate::{Catalogue, Timestamp};

    #[test]
    fn each_quote_detail_is_a_field_of_its_own_and_the_other_way_round() {
        assert_eq!(QuoteDetail::ALL.len(), QuoteDetails::FIELDS.len());
        let now = Timestamp::new("2026-11-24T10:00:00Z");
        let mut assessment = Assessment::new("1".parse().expect("an id"), "", now.clone());
        for detail in QuoteDetail::ALL {
            assessment.apply(&Edit::quote(detail, format!("{detail:?}")), &now);
        }
        let read = Assessment::from_file(&assessment.to_file(&Catalogue::english()), &Catalogue::english()).unwrap();
        for detail in QuoteDetail::ALL {
            assert_eq!(read.profile.quote.get(detail), format!("{detail:?}"));
        }
    }
}
