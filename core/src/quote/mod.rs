//! The quote brief: what certification bodies ask before they quote, filled in from the assessment, with its gaps.

mod draft;

use crate::assessment::{Assessment, QuoteDetail};
use crate::audit_time::{AuditDays, AuditTime, audit_time};
use crate::catalogue::{Catalogue, Word};
use crate::figures;

/// A question that certification bodies ask before they quote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Question {
    /// The organisation's name.
    Organisation,
    /// Whom to ask.
    Contact,
    /// The country of its seat.
    Country,
    /// What it does.
    Sector,
    /// The scope statement.
    Scope,
    /// How many people work under its control.
    People,
    /// How many sites are in scope.
    Sites,
    /// Whether people work elsewhere.
    RemoteWork,
    /// Whether software is developed, and by whom.
    Development,
    /// When it wants to be certified.
    WantedDate,
    /// One that only the quote brief asks.
    Detail(QuoteDetail),
}

impl Question {
    /// All questions, in the order in which they are asked.
    pub const ALL: [Self; 26] = [
        Self::Detail(QuoteDetail::Kind),
        Self::Organisation,
        Self::Contact,
        Self::Country,
        Self::Sector,
        Self::Scope,
        Self::People,
        Self::Detail(QuoteDetail::Identical),
        Self::Detail(QuoteDetail::Shifts),
        Self::Sites,
        Self::Detail(QuoteDetail::Locations),
        Self::RemoteWork,
        Self::Detail(QuoteDetail::Outsourced),
        Self::Development,
        Self::Detail(QuoteDetail::Platforms),
        Self::Detail(QuoteDetail::Systems),
        Self::Detail(QuoteDetail::Duties),
        Self::Detail(QuoteDetail::Certificates),
        Self::Detail(QuoteDetail::Integrated),
        Self::Detail(QuoteDetail::Accreditation),
        Self::Detail(QuoteDetail::Languages),
        Self::Detail(QuoteDetail::OnSite),
        Self::WantedDate,
        Self::Detail(QuoteDetail::Consultant),
        Self::Detail(QuoteDetail::SoaVersion),
        Self::Detail(QuoteDetail::Withheld),
    ];

    /// What is asked, in a few words.
    pub fn label(self, catalogue: &Catalogue) -> &'static str {
        catalogue.word(self.word())
    }

    pub(crate) fn word(self) -> Word {
        match self {
            Self::Organisation => Word::QuoteOrganisation,
            Self::Contact => Word::QuoteContact,
            Self::Country => Word::QuoteCountry,
            Self::Sector => Word::QuoteSector,
            Self::Scope => Word::QuoteScope,
            Self::People => Word::QuotePeople,
            Self::Sites => Word::QuoteSites,
            Self::RemoteWork => Word::QuoteRemoteWork,
            Self::Development => Word::QuoteDevelopment,
            Self::WantedDate => Word::QuoteWantedDate,
            Self::Detail(detail) => detail.field().label,
        }
    }

    /// What the assessment says about it; `None` is a gap.
    pub fn answer(self, catalogue: &Catalogue, assessment: &Assessment) -> Option<String> {
        let profile = &assessment.profile;
        let said = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        match self {
            Self::Organisation => said(&profile.organisation),
            Self::Contact => {
                let parts = [&profile.contact.name, &profile.contact.email].into_iter().filter_map(|part| said(part));
                said(&parts.collect::<Vec<_>>().join(", "))
            }
            Self::Country => said(&profile.country),
            Self::Sector => said(&profile.sector),
            Self::Scope => said(&profile.scope),
            Self::People => profile.people.map(|people| match profile.people_full_time {
                Some(full) => {
                    format!("{people} ({}: {full})", catalogue.word(Word::ReportPeopleFullTime))
                }
                None => people.to_string(),
            }),
            Self::Sites => profile.sites.map(|sites| sites.to_string()),
            Self::RemoteWork => fact(catalogue, assessment, "remote_work").map(|remote| {
                catalogue.word(if remote { Word::QuoteRemoteYes } else { Word::QuoteRemoteNo }).to_owned()
            }),
            Self::Development => development(catalogue, assessment).map(|word| catalogue.word(word).to_owned()),
            Self::WantedDate => profile.target_date.map(|date| figures::date(catalogue, date)),
            Self::Detail(detail @ QuoteDetail::SoaVersion) => {
                let register = catalogue.parse_document("doc-soa").and_then(|id| assessment.documents.get(&id));
                said(&assessment.soa.version)
                    .or_else(|| said(profile.quote.get(detail)))
                    .or_else(|| said(&register?.reference))
            }
            Self::Detail(detail) => said(profile.quote.get(detail)),
        }
    }
}

fn fact(catalogue: &Catalogue, assessment: &Assessment, id: &str) -> Option<bool> {
    assessment.facts.get(&catalogue.parse_fact(id)?).copied()
}

fn development(catalogue: &Catalogue, assessment: &Assessment) -> Option<Word> {
    let own = fact(catalogue, assessment, "develops_software")?;
    let outsourced = fact(catalogue, assessment, "outsources_development")?;
    Some(match (own, outsourced) {
        (true, true) => Word::QuoteDevelopmentBoth,
        (true, false) => Word::QuoteDevelopmentOwn,
        (false, true) => Word::QuoteDevelopmentOutsourced,
        (false, false) => Word::QuoteDevelopmentNone,
    })
}

/// What certification bodies ask, with what is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuoteBrief {
    /// Each question with its answer; `None` is a gap.
    pub points: Vec<(Question, Option<String>)>,
    /// The gross auditor days to start from, if the number of people has a figure.
    pub audit_time: Option<AuditTime>,
}

impl QuoteBrief {
    /// Fills it in from an assessment.
    pub fn new(catalogue: &Catalogue, assessment: &Assessment) -> Self {
        let points = Question::ALL.map(|question| (question, question.answer(catalogue, assessment)));
        Self { points: points.into(), audit_time: assessment.profile.people_for_audit().and_then(audit_time) }
    }

    /// The questions that have no answer yet.
    pub fn gaps(&self) -> impl Iterator<Item = Question> {
        self.points.iter().filter(|(_, answer)| answer.is_none()).map(|(question, _)| *question)
    }

    /// The gross auditor days in words, with their source; never a quote.
    pub fn audit_time(&self, catalogue: &Catalogue, people: Option<u32>) -> String {
        let people = people.map(|people| people.to_string());
        match (people, self.audit_time) {
            (Some(people), Some(time)) => {
                let days = |days: AuditDays| figures::number(catalogue, days);
                catalogue.tell(
                    Word::QuoteDays,
                    [
                        ("people", people),
                        ("days", days(time.initial())),
                        ("surveillance", days(time.surveillance())),
                        ("recertification", days(time.recertification())),
                        ("years", days(time.three_years())),
                    ],
                )
            }
            (Some(people), None) => catalogue.say(Word::QuoteDaysAsk, &[("people", &people)]),
            (None, _) => catalogue.word(Word::QuoteDaysUnknown).to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::DocumentEntry;

    #[test]
    fn an_empty_assessment_leaves_every_question_open() {
        let brief = QuoteBrief::new(&Catalogue::english(), &Assessment::default());
        assert_eq!(brief.gaps().count(), Question::ALL.len());
        assert_eq!(brief.audit_time, None);
    }

    #[test]
    fn the_statement_of_applicability_is_known_from_the_register_too() {
        let catalogue = Catalogue::english();
        let mut assessment = Assessment::default();
        let soa = catalogue.parse_document("doc-soa").unwrap();
        assessment.documents.insert(soa, DocumentEntry { reference: "ISMS-08 v1.6".to_owned(), ..Default::default() });
        let version = Question::Detail(QuoteDetail::SoaVersion);
        assert_eq!(version.answer(&catalogue, &assessment).as_deref(), Some("ISMS-08 v1.6"));
        assessment.profile.quote.soa_version = "1.7".to_owned();
        assert_eq!(version.answer(&catalogue, &assessment).as_deref(), Some("1.7"));
        assessment.soa.version = "2.0".to_owned();
        assert_eq!(version.answer(&catalogue, &assessment).as_deref(), Some("2.0"));
    }

    #[test]
    fn who_develops_is_known_only_from_both_answers() {
        let catalogue = Catalogue::english();
        let mut assessment = Assessment::default();
        assessment.facts.insert(catalogue.parse_fact("develops_software").unwrap(), true);
        assert_eq!(Question::Development.answer(&catalogue, &assessment), None);
        assessment.facts.insert(catalogue.parse_fact("outsources_development").unwrap(), false);
        assert!(Question::Development.answer(&catalogue, &assessment).is_some());
    }
}
