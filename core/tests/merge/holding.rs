//! Whether what was merged still holds what a side changed.

use readiness::Edit;
use readiness::assessment::*;
use readiness::catalogue::ControlId;
use readiness::merge::Merge;
use serde_json::Value;

/// What a side says about a number, without its links to what somebody is asked about: they come with the answer.
pub fn without_open_links(edit: &Edit, merge: &Merge) -> Edit {
    let asked = |part| merge.conflicts.iter().any(|conflict| is_about(&conflict.present, part));
    let Edit::Batch(edits) = edit else { return edit.clone() };
    let kept = edits.iter().filter_map(|edit| match edit {
        Edit::Link(ControlId::Custom(id), ..) if asked(Part::Custom(*id)) => None,
        Edit::Set(part, field, FieldValue::Risks(risks)) => {
            let risks = risks.iter().copied().filter(|risk| !asked(Part::Risk(*risk))).collect();
            Some(Edit::Set(*part, field, FieldValue::Risks(risks)))
        }
        edit => Some(edit.clone()),
    });
    Edit::Batch(kept.collect())
}

fn is_about(whole: &Edit, part: Part) -> bool {
    match whole {
        Edit::Batch(edits) => edits.first().is_some_and(|first| is_about(first, part)),
        Edit::Add(of) | Edit::Remove(of) => *of == part,
        _ => false,
    }
}

/// Whether a merged field still holds all that a side changed in it, as lists, reasons and records do.
pub fn holds(merged: &Edit, side: &Edit, was: &Edit) -> bool {
    match (merged, side, was) {
        (Edit::Set(_, _, m), Edit::Set(_, field, s), Edit::Set(_, _, w)) => value_holds(field.kind, m, s, w),
        (Edit::Batch(m), Edit::Batch(s), Edit::Batch(w)) if m.len() == s.len() && s.len() == w.len() => {
            m.iter().zip(s).zip(w).all(|((m, s), w)| holds(m, s, w))
        }
        (Edit::Unknown(m), Edit::Unknown(s), Edit::Unknown(w)) => json_holds(Some(m), Some(s), Some(w)),
        (m, s, _) => m == s,
    }
}

fn value_holds(kind: Kind, merged: &FieldValue, side: &FieldValue, was: &FieldValue) -> bool {
    fn list<T: PartialEq>(merged: &[T], side: &[T], was: &[T]) -> bool {
        let put_in = side.iter().filter(|it| !was.contains(it)).all(|it| merged.contains(it));
        put_in && was.iter().filter(|it| !side.contains(it)).all(|it| !merged.contains(it))
    }
    if side == was || side == merged {
        return true;
    }
    let bits = |bits: u8| (0..8).filter(|bit| bits & (1 << bit) != 0).collect::<Vec<_>>();
    match (kind, merged, side, was) {
        (Kind::Texts, FieldValue::Texts(m), FieldValue::Texts(s), FieldValue::Texts(w)) => list(m, s, w),
        (
            Kind::Evidence | Kind::Tasks | Kind::Sample,
            FieldValue::Evidence(m),
            FieldValue::Evidence(s),
            FieldValue::Evidence(w),
        ) => list(m, s, w),
        (Kind::Risks, FieldValue::Risks(m), FieldValue::Risks(s), FieldValue::Risks(w)) => list(m, s, w),
        (Kind::Choices(_), FieldValue::Choices(m), FieldValue::Choices(s), FieldValue::Choices(w)) => {
            list(&bits(*m), &bits(*s), &bits(*w))
        }
        _ => false,
    }
}

pub fn json_holds(merged: Option<&Value>, side: Option<&Value>, was: Option<&Value>) -> bool {
    if side == was || side == merged {
        return true;
    }
    let keys = |it: Option<&Value>| it.and_then(Value::as_object).map(|it| it.keys().cloned().collect::<Vec<_>>());
    let all: Vec<String> = [merged, side, was].into_iter().filter_map(keys).flatten().collect();
    let get = |it: Option<&'_ Value>, key: &str| it.and_then(|it| it.get(key)).cloned();
    !all.is_empty()
        && all.iter().all(|key| json_holds(get(merged, key).as_ref(), get(side, key).as_ref(), get(was, key).as_ref()))
}
