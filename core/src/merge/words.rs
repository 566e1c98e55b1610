//! What differs, in words.

use super::Grain;
use crate::assessment::{Assessment, Edit, Field, Kind, Part};
use crate::catalogue::{Catalogue, ControlId, ItemRef, Word};
use crate::wording;

/// How much of a value is shown beside others, in bytes, and how much of that before they begin to differ.
const LONGEST_EXCERPT: usize = 2_000;
const BEFORE_IT_DIFFERS: usize = 200;

/// A field that differs between two states.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// The edit that makes it what it is in the one.
    pub before: Edit,
    /// The edit that makes it what it is in the other.
    pub after: Edit,
}

/// All fields that differ between two states, in the order of the standard. What they know of copies is none of them.
pub fn differences(catalogue: &Catalogue, before: &Assessment, after: &Assessment) -> Vec<Difference> {
    let grain = Grain::of_difference(before, after);
    let fields = grain.fields(before, catalogue).into_iter().zip(grain.fields(after, catalogue));
    let differ = fields.filter(|(before, after)| before != after);
    differ.map(|(before, after)| Difference { before, after }).collect()
}

/// The part that an edit of one field is about.
pub(super) fn part(edit: &Edit) -> Option<Part> {
    match edit {
        Edit::Batch(edits) => edits.first().and_then(part),
        edit => edit.parts().into_iter().next(),
    }
}

/// What an edit of one field is about, if it is something that can be pointed at.
pub fn item(edit: &Edit) -> Option<ItemRef> {
    if let Edit::Fact(id, _) = edit {
        return Some(ItemRef::Fact(*id));
    }
    Some(match part(edit)? {
        Part::Answer(id) => ItemRef::Requirement(id),
        Part::Document(id) => ItemRef::Document(id),
        Part::Control(id) => ItemRef::Control(id),
        Part::Custom(id) => ItemRef::Control(ControlId::Custom(id)),
        Part::Risk(id) => ItemRef::Risk(id),
        Part::Nonconformity(id) => ItemRef::Nonconformity(id),
        Part::Audit(id) => ItemRef::Audit(id),
        Part::ManagementReview(id) => ItemRef::ManagementReview(id),
        Part::Profile if matches!(edit, Edit::Set(_, field, _) if field.name == "people") => ItemRef::People,
        Part::Profile | Part::Meta | Part::Unknown => return None,
    })
}

/// The name of what an edit of one field is about, such as `‘The scope is written down’ (4.3-document)`. Risks and
/// controls of one's own have the name that they have in the first of the states that knows them.
pub fn name(catalogue: &Catalogue, states: &[&Assessment], edit: &Edit) -> String {
    let part = part(edit);
    let listed = match part {
        Some(Part::Control(ControlId::Custom(id))) => Some(Part::Custom(id)),
        part => part,
    };
    let knows = |state: &&&Assessment| listed.is_some_and(|part| state.entry(part).is_some());
    let nobody = Assessment::default();
    let state = states.iter().find(knows).copied().unwrap_or(&nobody);
    match (part, item(edit)) {
        (Some(Part::Profile), None | Some(ItemRef::People)) => {
            catalogue.word(Word::ReportOrganisationHeading).to_owned()
        }
        (Some(Part::Unknown), _) => catalogue.word(Word::MergeUnknown).to_owned(),
        (_, Some(item)) => wording::item(catalogue, state, item),
        (_, None) => catalogue.word(Word::ReportAssessment).to_owned(),
    }
}

/// What an edit of one field says: the name of the field and its value, an empty one where there is none. Records and
/// decisions have several.
pub fn said(catalogue: &Catalogue, edit: &Edit) -> Vec<(String, String)> {
    let one = |name: Word, value: String| vec![(catalogue.word(name).to_owned(), value)];
    match edit {
        Edit::Set(_, field, _) if field.kept => Vec::new(),
        Edit::Set(_, field, value) => vec![(field.title(catalogue), field.kind.words(value, catalogue))],
        Edit::Fact(_, fact) => one(
            Word::ReportAnswer,
            fact.map(|yes| catalogue.word(if yes { Word::ReportYes } else { Word::ReportNo }))
                .unwrap_or_default()
                .into(),
        ),
        Edit::Remove(part) => {
            let mut fields = whole(catalogue, *part, &[]);
            if let Some((_, name)) = fields.first_mut() {
                catalogue.word(Word::MergeNotThere).clone_into(name);
            }
            fields
        }
        Edit::Unknown(unknown) => {
            one(Word::MergeUnknownField, if unknown.is_null() { String::new() } else { unknown.to_string() })
        }
        Edit::Batch(edits) => match edits.first() {
            Some(Edit::Add(part)) => whole(catalogue, *part, edits),
            _ => edits.iter().flat_map(|edit| said(catalogue, edit)).collect(),
        },
        Edit::Link(control, risk, linked) => one(
            Word::ReportRisksTreated,
            if *linked { format!("{} {risk}", control.name(catalogue)) } else { String::new() },
        ),
        Edit::Add(_) | Edit::Includes(..) | Edit::Review(..) => Vec::new(),
    }
}

impl Field {
    /// What a person calls it, such as 'Owner', or 'Likelihood 3' for the name of a step.
    pub fn title(&self, catalogue: &Catalogue) -> String {
        match self.kind {
            Kind::Nth(index, _) => format!("{} {}", catalogue.word(self.label), index + 1),
            _ => catalogue.word(self.label).to_owned(),
        }
    }
}

/// All that was said about a number: each field of it, said or not, and of a risk the controls that treat it.
fn whole(catalogue: &Catalogue, part: Part, edits: &[Edit]) -> Vec<(String, String)> {
    let control = match part {
        Part::Custom(id) => Some(Part::Control(ControlId::Custom(id))),
        _ => None,
    };
    let fields = [Some(part), control].into_iter().flatten().flat_map(|part| part.said().map(move |it| (part, it)));
    let mut all: Vec<_> = fields
        .map(|(of, field)| {
            let set = edits.iter().find_map(|edit| match edit {
                Edit::Set(part, other, value) if *part == of && *other == field => Some(value),
                _ => None,
            });
            (field.title(catalogue), set.map(|value| field.kind.words(value, catalogue)).unwrap_or_default())
        })
        .collect();
    if let Part::Risk(_) = part {
        let links =
            edits.iter().filter_map(|it| if let Edit::Link(id, ..) = it { Some(id.name(catalogue)) } else { None });
        all.push((catalogue.word(Word::ReportControls).to_owned(), links.collect::<Vec<_>>().join(", ")));
    }
    all
}

impl Difference {
    /// What differs: the name of each field, its value in the one and in the other.
    pub fn said(&self, catalogue: &Catalogue) -> Vec<(String, String, String)> {
        let (before, after) = (said(catalogue, &self.before), said(catalogue, &self.after));
        let both = before.into_iter().zip(after).filter(|(before, after)| before != after);
        both.map(|((name, before), (_, after))| (name, before, after)).collect()
    }
}

/// Values that stand beside each other, as far as one reads them there: of long ones, from shortly before they begin to
/// differ.
pub fn excerpts(values: &[&str]) -> Vec<String> {
    let first = values.first().copied().unwrap_or_default();
    let same = |other: &&str| first.bytes().zip(other.bytes()).take_while(|(one, other)| one == other).count();
    let is_long = values.iter().any(|value| value.len() > LONGEST_EXCERPT);
    let from =
        if is_long { values.iter().skip(1).map(same).min().unwrap_or(0).saturating_sub(BEFORE_IT_DIFFERS) } else { 0 };
    let dots = |is_cut: bool| if is_cut { "…" } else { "" };
    let excerpt = |value: &&str| {
        let [start, end] = [from, from + LONGEST_EXCERPT].map(|at| value.floor_char_boundary(at));
        format!("{}{}{}", dots(start > 0), &value[start..end], dots(end < value.len()))
    };
    values.iter().map(excerpt).collect()
}

#[cfg(test)]
mod tests {
    use super::{BEFORE_IT_DIFFERS, LONGEST_EXCERPT, excerpts};

    #[test]
    fn of_long_values_stands_there_what_differs() {
        assert_eq!(excerpts(&[&"a".repeat(2 * LONGEST_EXCERPT)]), [format!("{}…", "a".repeat(LONGEST_EXCERPT))]);
        assert_eq!(excerpts(&["", "one", "other"]), ["", "one", "other"]);
        let same = "ü".repeat(LONGEST_EXCERPT);
        let [one, other] = ["one", "other"].map(|end| format!("{same}{end}"));
        let before = "ü".repeat(BEFORE_IT_DIFFERS / 2);
        assert_eq!(excerpts(&[&one, &other]), ["one", "other"].map(|end| format!("…{before}{end}")));
        let long = format!("{same}{same}");
        let start = "ü".repeat(LONGEST_EXCERPT / 2);
        assert_eq!(excerpts(&[&long, "", "a"]), [format!("{start}…"), String::new(), "a".to_owned()]);
    }
}
