//! Several different changes of one field: what comes of them.

use super::{lists, unknown};
use crate::assessment::{Edit, FieldValue};

/// What comes of several different changes of one field.
pub(super) enum Combined {
    /// They fit together.
    One(Edit),
    /// They don't, but what fits can be part of each: the options, in the order of the changes.
    Each(Vec<Edit>),
    /// They don't at all.
    Not,
}

/// Combines changes of a field.
pub(super) fn combine(before: &Edit, changed: &[&Edit]) -> Combined {
    match before {
        Edit::Set(part, field, was) => match value(was, &values(changed)) {
            Some(value) => Combined::One(Edit::Set(*part, field, value)),
            None => Combined::Not,
        },
        Edit::Unknown(was) => {
            let sides: Vec<_> =
                changed.iter().filter_map(|it| if let Edit::Unknown(it) = it { Some(it) } else { None }).collect();
            match unknown::merge(was, &sides) {
                Ok(one) => Combined::One(Edit::Unknown(one)),
                Err(each) => Combined::Each(each.into_iter().map(Edit::Unknown).collect()),
            }
        }
        // All that was said about a number is asked about as a whole.
        Edit::Batch(edits) if matches!(edits.first(), Some(Edit::Set(..))) => {
            joint(edits, changed).map_or(Combined::Not, Combined::One)
        }
        _ => Combined::Not,
    }
}

fn values<'a>(edits: &[&'a Edit]) -> Vec<&'a FieldValue> {
    edits.iter().filter_map(|edit| if let Edit::Set(.., value) = edit { Some(value) } else { None }).collect()
}

/// What a field becomes that some changed: the change, if all that changed it agree, and lists entry by entry.
fn value(before: &FieldValue, sides: &[&FieldValue]) -> Option<FieldValue> {
    let mut changed = sides.iter().filter(|side| **side != before);
    let Some(first) = changed.next() else { return Some(before.clone()) };
    if changed.all(|side| side == first) {
        return Some((*first).clone());
    }
    macro_rules! list {
        ($variant:ident, $before:expr) => {{
            let lists = sides.iter().map(|it| if let FieldValue::$variant(list) = it { Some(list) } else { None });
            Some(FieldValue::$variant(lists::merge($before, &lists.collect::<Option<Vec<_>>>()?)?))
        }};
    }
    match before {
        FieldValue::Texts(list) => list!(Texts, list),
        FieldValue::Evidence(list) => list!(Evidence, list),
        FieldValue::Risks(list) => list!(Risks, list),
        FieldValue::Choices(bits) => {
            let sides = sides.iter().map(|it| if let FieldValue::Choices(bits) = it { *bits } else { 0 });
            let (put_in, left) = sides.fold((0, u8::MAX), |(put_in, left), side| (put_in | side & !bits, left & side));
            Some(FieldValue::Choices(bits & left | put_in))
        }
        _ => None,
    }
}

/// Fields that are one decision: they fit together where all decide the same.
fn joint(before: &[Edit], changed: &[&Edit]) -> Option<Edit> {
    let sides = changed.iter().map(|edit| if let Edit::Batch(edits) = edit { Some(edits) } else { None });
    let sides = sides.collect::<Option<Vec<_>>>()?;
    if sides.iter().any(|side| side[0] != sides[0][0]) {
        return None;
    }
    let field = |(index, was): (usize, &Edit)| match was {
        Edit::Set(part, field, was) => {
            let sides: Vec<_> = sides.iter().map(|side| &side[index]).collect();
            Some(Edit::Set(*part, field, value(was, &values(&sides))?))
        }
        _ => None,
    };
    before.iter().enumerate().map(field).collect::<Option<_>>().map(Edit::Batch)
}
