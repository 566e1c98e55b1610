//! Whether what was merged still holds what a side changed.

use readiness::Edit;
use readiness::assessment::*;
use serde_json::Value;

/// Whether a merged field still holds all that a side changed in it, as lists, reasons and records do.
pub fn holds(merged: &Edit, side: &Edit, was: &Edit) -> bool {
    fn list<T: PartialEq>(merged: &[T], side: &[T], was: &[T]) -> bool {
        let put_in = side.iter().filter(|it| !was.contains(it)).all(|it| merged.contains(it));
        put_in && was.iter().filter(|it| !side.contains(it)).all(|it| !merged.contains(it))
    }
    fn field<T: PartialEq>(merged: &T, side: &T, was: &T) -> bool {
        side == was || side == merged
    }
    use ControlChange as C;
    use ItemChange::Evidence;
    match (merged, side, was) {
        (Edit::Answer(_, Evidence(m)), Edit::Answer(_, Evidence(s)), Edit::Answer(_, Evidence(w))) => list(m, s, w),
        (
            Edit::Control(_, C::Item(Evidence(m))),
            Edit::Control(_, C::Item(Evidence(s))),
            Edit::Control(_, C::Item(Evidence(w))),
        ) => list(m, s, w),
        (Edit::Control(_, C::Risks(m)), Edit::Control(_, C::Risks(s)), Edit::Control(_, C::Risks(w))) => list(m, s, w),
        (Edit::Control(_, C::Decision(m)), Edit::Control(_, C::Decision(s)), Edit::Control(_, C::Decision(w))) => {
            let reasons = |it: &Decision| it.reasons().iter().collect::<Vec<_>>();
            m.is_applicable()
                && list(&reasons(m), &reasons(s), &reasons(w))
                && field(&m.justification(), &s.justification(), &w.justification())
        }
        (Edit::Risk(_, Some(m)), Edit::Risk(_, Some(s)), Edit::Risk(_, w)) => {
            let w = w.clone().unwrap_or_default();
            field(&m.title, &s.title, &w.title)
                && field(&m.owner, &s.owner, &w.owner)
                && field(&m.likelihood, &s.likelihood, &w.likelihood)
                && field(&m.residual_accepted, &s.residual_accepted, &w.residual_accepted)
        }
        (Edit::Custom(_, Some(m)), Edit::Custom(_, Some(s)), Edit::Custom(_, w)) => {
            let w = w.clone().unwrap_or_default();
            field(&m.name, &s.name, &w.name) && field(&m.source, &s.source, &w.source)
        }
        (Edit::Rest(m), Edit::Rest(s), Edit::Rest(w)) => json_holds(Some(m), Some(s), Some(w)),
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
