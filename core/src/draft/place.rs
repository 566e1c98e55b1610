//! What stands between braces: a field of the profile, of an item or of the draft's own document.

use super::Origin;
use super::template::Template;
use crate::assessment::{Assessment, Field, FieldValue, InternalAudit, ManagementReview, Part};
use crate::audits;
use crate::catalogue::{Catalogue, ItemRef, Word};
use crate::date::Date;
use crate::figures;

/// A place that is filled in, such as `{owner A.8.13?who looks after backups?}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place<'a> {
    /// What is wanted: the name of a field in files, or of a block; several with `/` between, the first that says something.
    pub name: &'a str,
    /// The ids of the items that it is wanted of.
    pub ids: Vec<&'a str>,
    /// What is asked where the answers don't say it.
    pub gap: Option<&'a str>,
}

impl<'a> Place<'a> {
    /// The place that a text begins with, and what follows it.
    pub fn at(text: &'a str) -> Option<(Self, &'a str)> {
        let (inside, rest) = text.strip_prefix('{')?.split_once('}')?;
        let (place, gap) = inside.split_once('?').map_or((inside, None), |(place, gap)| (place, Some(gap)));
        let mut words = place.split(' ').filter(|word| !word.is_empty());
        let name = words.next().unwrap_or_default();
        Some((Self { name, ids: words.collect(), gap }, rest))
    }

    /// The place that a text is, and nothing else.
    pub fn alone(text: &'a str) -> Option<Self> {
        Self::at(text.trim()).filter(|(_, rest)| rest.is_empty()).map(|(place, _)| place)
    }
}

/// The item of an id.
pub(super) fn item(catalogue: &Catalogue, id: &str) -> Option<ItemRef> {
    let other = || catalogue.parse_document(id).map(ItemRef::from);
    let fact = || catalogue.parse_fact(id).map(ItemRef::from);
    catalogue.parse_item(id).or_else(other).or_else(fact)
}

/// The part of an assessment that says something about an item.
fn part(item: ItemRef) -> Option<Part> {
    match item {
        ItemRef::Requirement(id) => Some(Part::Answer(id)),
        ItemRef::Document(id) => Some(Part::Document(id)),
        ItemRef::Control(id) => Some(Part::Control(id)),
        ItemRef::Risk(id) => Some(Part::Risk(id)),
        ItemRef::Nonconformity(id) => Some(Part::Nonconformity(id)),
        ItemRef::Audit(id) => Some(Part::Audit(id)),
        ItemRef::ManagementReview(id) => Some(Part::ManagementReview(id)),
        ItemRef::People => Some(Part::Profile),
        // Facts are asked for in conditions.
        ItemRef::Fact(_) => None,
    }
}

/// A field of a part by its name in files; one of a record within it also as `contact.name`.
fn field(part: Part, name: &str) -> Option<&'static Field> {
    part.tables().iter().find_map(|table| {
        let inner = name.strip_prefix(table.within).and_then(|rest| rest.strip_prefix('.'));
        let wanted = inner.filter(|_| !table.within.is_empty()).unwrap_or(name);
        table.fields.iter().find(|field| field.name == wanted)
    })
}

/// Derives what stands in a place, for a day.
type Derive = fn(&Assessment, Date) -> String;

/// What is derived of the profile and the registers together, and what a person calls it.
pub(super) fn derived(name: &str) -> Option<(Derive, Word)> {
    match name {
        "covered" => Some((audits::covered, Word::ReportAuditCovered)),
        "open" => Some((audits::still_open, Word::ReportNonconformitiesOpen)),
        _ => None,
    }
}

/// Where a place is filled from.
pub(super) struct FilledFrom {
    /// The part that says it; none where a register has no such record.
    pub part: Option<Part>,
    /// Its field.
    pub field: &'static Field,
    /// What a person calls it.
    pub origin: Origin,
}

/// The field of a register's record that a name with a heading before it means: `audit.scope` is of the last audit that
/// was held, `review.minutes` of the last review.
fn recorded(assessment: &Assessment, today: Date, name: &str) -> Option<FilledFrom> {
    let (register, name) = name.split_once('.')?;
    let (part, fields, list) = match register {
        "audit" => {
            let last = audits::last_audit(assessment, today).map(|(id, _)| Part::Audit(id));
            (last, InternalAudit::FIELDS, Word::AuditTitle)
        }
        "review" => {
            let last = assessment.management_reviews.keys().next_back().map(|id| Part::ManagementReview(*id));
            (last, ManagementReview::FIELDS, Word::MeetingTitle)
        }
        _ => return None,
    };
    let field = fields.iter().find(|field| field.name == name)?;
    Some(FilledFrom { part, field, origin: Origin::List(list) })
}

/// Where a place is filled from, in the order in which it is looked for; none if nothing can fill it.
pub(super) fn sources(
    catalogue: &Catalogue,
    assessment: &Assessment,
    today: Date,
    template: &Template,
    place: &Place<'_>,
) -> Vec<FilledFrom> {
    let of_item = |name: &str, id: &str| {
        let item = item(catalogue, id)?;
        let part = part(item)?;
        Some(FilledFrom { part: Some(part), field: field(part, name)?, origin: Origin::Item(item) })
    };
    let of_name = |name: &str| {
        if let Some(source) = recorded(assessment, today, name) {
            return vec![source];
        }
        let part = if name.starts_with("soa.") { Part::Meta } else { Part::Profile };
        match field(part, name) {
            Some(field) => vec![FilledFrom { part: Some(part), field, origin: Origin::Field(field.label) }],
            None if place.ids.is_empty() => {
                // The draft's own document, or the controls of the rules.
                let own = [&template.id].into_iter().chain(&template.controls);
                own.filter_map(|id| of_item(name, id)).collect()
            }
            None => place.ids.iter().filter_map(|id| of_item(name, id)).collect(),
        }
    };
    place.name.split('/').filter(|name| !name.is_empty()).flat_map(of_name).collect()
}

/// What a field says, as it stands in a sentence; `None` where nothing was said.
pub(super) fn said(catalogue: &Catalogue, assessment: &Assessment, part: Part, field: &Field) -> Option<String> {
    let value = assessment.value(part, field);
    let text = match &value {
        FieldValue::Day(Some(day)) => figures::date(catalogue, *day),
        FieldValue::Evidence(_) => value.texts().join("; "),
        value => field.kind.words(value, catalogue).trim().to_owned(),
    };
    (!text.is_empty()).then_some(text)
}

/// What is true about a fact or a control: yes, no, or not said yet. Nothing else is a condition.
pub(super) fn holds(assessment: &Assessment, item: ItemRef) -> Option<bool> {
    match item {
        ItemRef::Fact(id) => assessment.facts.get(&id).copied(),
        ItemRef::Control(id) => {
            let decision = assessment.decision(id);
            decision.is_decided().then(|| decision.is_applicable())
        }
        ItemRef::Requirement(_)
        | ItemRef::Document(_)
        | ItemRef::Risk(_)
        | ItemRef::Nonconformity(_)
        | ItemRef::Audit(_)
        | ItemRef::ManagementReview(_)
        | ItemRef::People => None,
    }
}

/// What would have to be answered to know.
pub(super) fn question(catalogue: &Catalogue, item: ItemRef) -> String {
    match item {
        ItemRef::Fact(id) => catalogue.fact(id).question.to_owned(),
        item => catalogue.tell(Word::DraftGapControl, [("id", item.name(catalogue).into_owned())]),
    }
}

/// The day for which a draft is made, in a sentence.
pub(super) fn day(catalogue: &Catalogue, today: Date) -> String {
    figures::date(catalogue, today)
}
