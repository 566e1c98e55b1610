//! What there is to talk about in a management review: each input of 9.3.2 with what the assessment knows of it.

use crate::assessment::{Assessment, AuditResult, Graded, InternalAudit, Nonconformity};
use crate::audits::{Count, last_audit, open_decisions};
use crate::catalogue::{AuditId, Catalogue, ItemRef, ManagementReviewId, RequirementId, Word};
use crate::compare::{Move, moves};
use crate::date::Date;
use crate::figures;
use crate::findings::Grade;
use crate::outcome::Outcome;
use crate::wording;

/// An input of a management review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// The requirement that asks for it.
    pub requirement: RequirementId,
    /// What it is, in a few words.
    pub title: &'static str,
    /// What the assessment knows of it, a line each.
    pub known: Vec<String>,
}

/// What the agenda is made from.
#[derive(Debug, Clone, Copy)]
pub struct Agenda<'a> {
    /// What the standard asks.
    pub catalogue: &'a Catalogue,
    /// What the person said.
    pub assessment: &'a Assessment,
    /// What was derived of that.
    pub outcome: &'a Outcome,
    /// The state to compare with, and its day.
    pub before: Option<(&'a Assessment, Date)>,
    /// The review; all decisions of others that are open carry forward to it.
    pub review: ManagementReviewId,
}

/// The inputs, in the order of the standard.
pub fn agenda(of: Agenda<'_>) -> Vec<Input> {
    type Known = fn(Agenda<'_>) -> Vec<String>;
    let inputs: [(&str, Known); 10] = [
        ("9.3.2-a", carried_forward),
        ("9.3.2-b", |of| of.changes().into_iter().chain([of.readiness("4.1")]).collect()),
        ("9.3.2-c", |of| vec![of.readiness("4.2")]),
        ("9.3.2-d1", nonconformities),
        ("9.3.2-d2", |of| vec![of.readiness("9.1")]),
        ("9.3.2-d3", audits),
        ("9.3.2-d4", |of| vec![of.readiness("6.2")]),
        ("9.3.2-e", |of| vec![of.word(Word::AgendaFeedback)]),
        ("9.3.2-f", risks),
        ("9.3.2-g", opportunities),
    ];
    let input = |(id, known): (&str, Known)| {
        let requirement = of.catalogue.parse_requirement(id)?;
        let title = of.catalogue.requirement(requirement).title;
        let title = title.split_once(": ").map_or(title, |(_, title)| title);
        Some(Input { requirement, title, known: known(of) })
    };
    inputs.into_iter().filter_map(input).collect()
}

impl Agenda<'_> {
    fn word(self, word: Word) -> String {
        self.catalogue.word(word).to_owned()
    }

    fn tell<const N: usize>(self, word: Word, values: [(&str, String); N]) -> String {
        self.catalogue.tell(word, values)
    }

    /// How a sub-clause stands.
    fn readiness(self, subclause: &str) -> String {
        let Some(index) = self.catalogue.subclause(subclause) else { return String::new() };
        let readiness = figures::interval(self.catalogue, self.outcome.subclauses[index].two);
        self.tell(Word::AgendaReadiness, [("place", wording::place(self.catalogue, index)), ("readiness", readiness)])
    }

    /// What moved since the state before.
    fn changes(self) -> Vec<String> {
        let Some((before, day)) = self.before else { return vec![self.word(Word::AgendaNoSnapshot)] };
        let mut moved = moves(before, self.assessment);
        // The registers have inputs of their own.
        moved.retain(|it| {
            !matches!(it.item, ItemRef::Nonconformity(_) | ItemRef::Audit(_) | ItemRef::ManagementReview(_))
        });
        let date = figures::date(self.catalogue, day);
        vec![match moved.is_empty() {
            true => self.tell(Word::AgendaNoChange, [("date", date)]),
            false => {
                let name = |it: &Move| wording::item(self.catalogue, it.known_in(before, self.assessment), it.item);
                let items = wording::named(self.catalogue, moved.iter().map(name));
                self.tell(Word::AgendaChanges, [("date", date), ("n", moved.len().to_string()), ("items", items)])
            }
        }]
    }
}

/// The decisions of other reviews that are to be done still.
fn carried_forward(of: Agenda<'_>) -> Vec<String> {
    let others = of.assessment.management_reviews.iter().filter(|(id, _)| **id != of.review);
    let open = others.flat_map(|(id, review)| open_decisions(review).map(move |task| (*id, task)));
    let lines: Vec<_> = open
        .map(|(id, task)| {
            let due = task.due.map(|day| figures::short_date(of.catalogue, day));
            let more = [task.owner.trim().to_owned(), due.unwrap_or_default(), id.to_string()];
            let more: Vec<_> = more.into_iter().filter(|text| !text.is_empty()).collect();
            format!("{} ({})", task.what.trim(), more.join(", "))
        })
        .collect();
    if lines.is_empty() { vec![of.word(Word::AgendaNoDecisions)] } else { lines }
}

fn nonconformities(of: Agenda<'_>) -> Vec<String> {
    let listed = |fits: fn(&Nonconformity) -> bool| {
        let open = of.assessment.nonconformities.iter().filter(move |(_, one)| one.is_open() && fits(one));
        open.map(|(id, _)| wording::item(of.catalogue, of.assessment, ItemRef::Nonconformity(*id)))
    };
    let count = Count::of(of.assessment, of.outcome.today);
    [count.words(of.catalogue)].into_iter().chain(listed(Nonconformity::is_one)).collect()
}

fn audits(of: Agenda<'_>) -> Vec<String> {
    let Some((id, date)) = last_audit(of.assessment, of.outcome.today) else {
        return vec![of.word(Word::AgendaNoAudit)];
    };
    vec![held(of.catalogue, id, date, &of.assessment.internal_audits[&id])]
}

/// What came of an internal audit, in a sentence.
pub(crate) fn held(catalogue: &Catalogue, id: AuditId, date: Date, audit: &InternalAudit) -> String {
    let looked: Vec<_> = audit.sample.iter().filter_map(|it| it.result).collect();
    let found = looked.iter().filter(|result| matches!(result, AuditResult::Major | AuditResult::Minor)).count();
    catalogue.tell(
        Word::AgendaAudit,
        [
            ("id", id.to_string()),
            ("date", figures::date(catalogue, date)),
            ("n", looked.len().to_string()),
            ("found", found.to_string()),
        ],
    )
}

fn risks(of: Agenda<'_>) -> Vec<String> {
    let risks = &of.assessment.risks;
    let level = |id: &crate::catalogue::RiskId| risks[id].likelihood.zip(risks[id].impact).map(|(one, two)| one * two);
    let Some(gravest) = risks.keys().max_by_key(|id| level(id)) else { return vec![of.word(Word::AgendaNoRisks)] };
    let count = |fits: &dyn Fn(&crate::assessment::Risk) -> bool| risks.values().filter(|it| fits(it)).count();
    let counts = of.tell(
        Word::AgendaRisks,
        [
            ("n", risks.len().to_string()),
            ("untreated", count(&|risk| risk.treatment.is_none()).to_string()),
            ("unaccepted", count(&|risk| risk.awaits_acceptance()).to_string()),
        ],
    );
    let gravest = level(gravest).map(|level| {
        let item = wording::item(of.catalogue, of.assessment, ItemRef::Risk(*gravest));
        of.tell(Word::AgendaGravest, [("item", item), ("n", level.to_string())])
    });
    [counts].into_iter().chain(gravest).collect()
}

fn opportunities(of: Agenda<'_>) -> Vec<String> {
    let recorded = of.assessment.nonconformities.iter();
    let recorded = recorded.filter(|(_, one)| one.grade == Some(Graded::Opportunity) && one.is_open());
    let lines = recorded.map(|(id, _)| wording::item(of.catalogue, of.assessment, ItemRef::Nonconformity(*id)));
    let likely = of.outcome.graded(Grade::Opportunity).count().to_string();
    [of.tell(Word::AgendaOpportunities, [("n", likely)])].into_iter().chain(lines).collect()
}
