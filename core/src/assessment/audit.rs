//! Internal audits, with what each looked at, and management reviews.

use super::field::{Field, Leave, Next, record, said};
use super::{AuditResult, Beyond, Evidence, Kind, Part, Piece, Pieces, Portion, SampleResult, Tasks};
use crate::catalogue::{AuditId, ManagementReviewId, Word};
use crate::date::Date;

record! {
    /// An internal audit.
    InternalAudit from 0, edited by AuditEdit: audit(id: AuditId) of (Part::Audit(id)) {
        /// The day on which it is, or was, held.
        date: Option<Date> = said(Word::AuditDate, Leave::WithRecord, Next::Stays);
        /// Who audits.
        auditors: String = said(Word::AuditAuditors, Leave::Withhold(Portion::Owners), Next::Stays);
        /// What it is measured against.
        criteria: String = said(Word::AuditCriteria, Leave::WithRecord, Next::Stays);
        /// What it covers.
        scope: String = said(Word::AuditScope, Leave::WithRecord, Next::Stays);
        /// What it looks at, and what was seen there.
        sample: Sample = said(Word::AuditSample, Leave::WithRecord, Next::Stays);
    }
}

record! {
    /// A management review.
    ManagementReview from 0, edited by ManagementReviewEdit: management_review(id: ManagementReviewId) of (Part::ManagementReview(id)) {
        /// The day on which it is, or was, held.
        date: Option<Date> = said(Word::AuditDate, Leave::WithRecord, Next::Stays);
        /// Who takes part.
        attendees: String = said(Word::MeetingAttendees, Leave::Withhold(Portion::Owners), Next::Stays);
        /// What was said, beyond the decisions.
        minutes: String = said(Word::MeetingMinutes, Leave::WithRecord, Next::Stays);
        /// What was decided, as tasks.
        decisions: Tasks = said(Word::MeetingDecisions, Leave::WithRecord, Next::Stays);
    }
}

/// What an audit looks at, in order.
pub type Sample = Pieces<Sampled>;

/// One thing that an audit looks at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sampled {
    /// The id of a requirement, a control or a document.
    pub item: String,
    /// What was seen.
    pub seen: String,
    /// What the audit made of it; `None` while it was not looked at.
    pub result: Option<AuditResult>,
    /// What a newer version says of it.
    beyond: Beyond,
}

impl Sampled {
    /// The fields of an entry in a file. Their numbers are those of the fields of [`Evidence`] that hold them.
    pub const FIELDS: &'static [Field] = &{
        let [what, place, ..] = Evidence::FIELDS else { panic!("evidence has two texts") };
        let [result] = SampleResult::FIELDS else { panic!("one result") };
        [
            said(Word::AuditItem, Leave::WithRecord, Next::Stays).always().field(
                what.at,
                "item",
                what.kind,
                "The id of a requirement, a control or a document.",
            ),
            said(Word::AuditSeen, Leave::WithRecord, Next::Stays).field(place.at, "seen", place.kind, "What was seen."),
            *result,
        ]
    };

    /// An item that is to be looked at.
    pub fn new(item: impl Into<String>) -> Self {
        Self { item: item.into(), ..Self::default() }
    }
}

impl Piece for Sampled {
    const KIND: Kind = Kind::Sample;

    fn of(piece: &Evidence) -> Self {
        let Evidence { what, r#where, result, unknown, .. } = piece.clone();
        Self { item: what, seen: r#where, result: result.result, beyond: unknown }
    }

    fn piece(self) -> Evidence {
        let Self { item, seen, result, beyond } = self;
        Evidence { what: item, r#where: seen, result: SampleResult { result }, unknown: beyond, ..Evidence::default() }
    }
}
