//! What stands between braces: a field of the profile, of an item or of the draft's own document.

use super::Origin;
use super::template::Template;
use crate::assessment::{Assessment, Field, FieldValue, Part};
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
        // The registers are no places of a sentence: they are tables.
        _ => None,
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

/// Where a place is filled from, in the order in which it is looked for; none if nothing can fill it.
pub(super) fn sources(
    catalogue: &Catalogue,
    template: &Template,
    place: &Place<'_>,
) -> Vec<(Part, &'static Field, Origin)> {
    let of_item = |name: &str, id: &str| {
        let item = item(catalogue, id)?;
        let part = part(item)?;
        Some((part, field(part, name)?, Origin::Item(item)))
    };
    let of_name = |name: &str| {
        let of_heading = if name.starts_with("soa.") { Part::Meta } else { Part::Profile };
        match field(of_heading, name) {
            Some(field) => vec![(of_heading, field, Origin::Field(field.label))],
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

/// What is true about a fact or a control: yes, no, or not said yet.
pub(super) fn holds(assessment: &Assessment, item: ItemRef) -> Option<bool> {
    match item {
        ItemRef::Fact(id) => assessment.facts.get(&id).copied(),
        ItemRef::Control(id) => {
            let decision = assessment.decision(id);
            decision.is_decided().then(|| decision.is_applicable())
        }
        _ => None,
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
