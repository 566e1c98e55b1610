//! Who the organisation is.

use super::RiskScales;
use crate::date::Date;
use serde::{Deserialize, Serialize};

/// The profile without its facts, which are kept by their ids.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Profile {
    /// The organisation's name.
    pub organisation: String,
    /// How many people work under its control, employed or not.
    pub people: Option<u32>,
    /// How many sites are in scope.
    pub sites: Option<u32>,
    /// What it does, in a word or two.
    pub sector: String,
    /// The country of its seat.
    pub country: String,
    /// The draft scope statement.
    pub scope: String,
    /// When it wants to be certified.
    pub target_date: Option<Date>,
    /// Whom to ask.
    pub contact: Contact,
    /// What certification bodies ask beyond that before they quote.
    #[serde(skip_serializing_if = "QuoteDetails::is_empty")]
    pub quote: QuoteDetails,
    /// What it calls the steps of its risk scales.
    #[serde(skip_serializing_if = "RiskScales::is_empty")]
    pub risk_scales: RiskScales,
}

/// Whom a certification body may ask.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Contact {
    /// The person's name.
    pub name: String,
    /// The person's email address.
    pub email: String,
}

/// What certification bodies ask before they quote and nothing else in the profile says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct QuoteDetails {
    /// Where each site is, and how many people work there (ISO/IEC 17021-1, 9.1.2).
    #[serde(skip_serializing_if = "String::is_empty")]
    pub locations: String,
    /// How people work in shifts.
    pub shifts: String,
    /// The platforms and technologies in use.
    pub platforms: String,
    /// Processes that other organisations carry out.
    pub outsourced: String,
    /// Certificates that the organisation holds already.
    pub certificates: String,
    /// The languages that people and documents speak.
    pub languages: String,
    /// Who helps from outside, so that the certification body can rule out a conflict.
    pub consultant: String,
    /// Number, version or date of the Statement of Applicability.
    pub soa_version: String,
    /// What auditors may not see of the ISMS (ISO/IEC 27006-1, 8.4).
    #[serde(skip_serializing_if = "String::is_empty")]
    pub withheld: String,
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
}

impl QuoteDetail {
    /// All fields.
    pub const ALL: [Self; 9] = [
        Self::Locations,
        Self::Shifts,
        Self::Platforms,
        Self::Outsourced,
        Self::Certificates,
        Self::Languages,
        Self::Consultant,
        Self::SoaVersion,
        Self::Withheld,
    ];
}

impl QuoteDetails {
    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

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
        }
    }

    pub(super) fn place(&mut self, detail: QuoteDetail) -> &mut String {
        match detail {
            QuoteDetail::Locations => &mut self.locations,
            QuoteDetail::Shifts => &mut self.shifts,
            QuoteDetail::Platforms => &mut self.platforms,
            QuoteDetail::Outsourced => &mut self.outsourced,
            QuoteDetail::Certificates => &mut self.certificates,
            QuoteDetail::Languages => &mut self.languages,
            QuoteDetail::Consultant => &mut self.consultant,
            QuoteDetail::SoaVersion => &mut self.soa_version,
            QuoteDetail::Withheld => &mut self.withheld,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{Assessment, Edit, ProfileChange};
    use crate::{Catalogue, Timestamp};

    #[test]
    fn a_file_without_quote_details_stays_as_it_is() {
        let catalogue = Catalogue::english();
        let empty = Assessment::new("1", "", Timestamp::new("2026-11-24T10:00:00Z"));
        assert_eq!(empty.to_value(&catalogue)["profile"].get("quote"), None);
    }

    #[test]
    fn each_quote_detail_is_written_read_and_undone() {
        let catalogue = Catalogue::english();
        let now = Timestamp::new("2026-11-24T10:00:00Z");
        let mut assessment = Assessment::new("1", "", now.clone());
        let before = assessment.clone();
        let say = |detail| Edit::Profile(ProfileChange::Quote(detail, format!("{detail:?}")));
        let undo = assessment.apply(&Edit::Batch(QuoteDetail::ALL.map(say).into()), &now);
        let read = Assessment::from_file(&assessment.to_file(&catalogue), &catalogue).unwrap();
        for detail in QuoteDetail::ALL {
            assert_eq!(read.profile.quote.get(detail), format!("{detail:?}"));
        }
        assessment.apply(&undo, &now);
        assert_eq!(assessment, before);
    }
}
