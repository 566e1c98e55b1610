//! Records merge field by field: risks, controls of the organisation's own, decisions.

use super::lists;
use super::settle::Combined;
use crate::assessment::{CustomControl, Decision, Edit, Reason, Risk};
use crate::catalogue::{CustomId, RiskId};

/// One field of a record: what everybody agrees on, or nothing.
fn field<R, T: PartialEq + Clone>(before: &R, records: &[&R], get: impl Fn(&R) -> &T) -> Option<T> {
    let mut changed = records.iter().map(|it| get(it)).filter(|value| *value != get(before));
    let Some(first) = changed.next() else { return Some(get(before).clone()) };
    changed.all(|value| value == first).then(|| first.clone())
}

/// Merges records of a type: for each field, what fits. Says whether all of them do; each side's own values fill the rest.
macro_rules! by_field {
    ($type:ident, $before:expr, $records:expr, $($field:ident),+) => {{
        let (before, records): (&$type, &[&$type]) = ($before, $records);
        $(let $field = field(before, records, |it| &it.$field);)+
        let fits = true $(&& $field.is_some())+;
        let each = records.iter().map(|own| $type { $($field: $field.clone().unwrap_or_else(|| own.$field.clone())),+ });
        (fits, each.collect::<Vec<_>>())
    }};
}

fn combined<R>((fits, mut each): (bool, Vec<R>), edit: impl Fn(R) -> Edit) -> Combined {
    match fits.then(|| each.pop()).flatten() {
        Some(record) => Combined::One(edit(record)),
        None => Combined::Each(each.into_iter().map(edit).collect()),
    }
}

/// The records of one number, if they are one and the same: all are there, and there was one before or they all have the
/// same name. One that somebody removed and somebody else changed is not; nor are two that were added under one number.
fn of_one<'a, R>(before: Option<&R>, changed: &[Option<&'a R>], name: impl Fn(&R) -> &str) -> Option<Vec<&'a R>> {
    let records = changed.iter().copied().collect::<Option<Vec<_>>>()?;
    let first = name(records[0]).trim();
    let alike = !first.is_empty() && records.iter().all(|record| name(record).trim() == first);
    (before.is_some() || alike).then_some(records)
}

/// A risk.
pub(super) fn risk(id: RiskId, before: Option<&Risk>, changed: &[Option<&Risk>]) -> Combined {
    let Some(risks) = of_one(before, changed, |risk| &risk.title) else { return Combined::Not };
    let before = &before.cloned().unwrap_or_default();
    let merged = by_field!(Risk, before, &risks, title, owner, likelihood, impact, treatment, residual_accepted);
    combined(merged, |risk| Edit::Risk(id, Some(risk)))
}

/// A control of the organisation's own.
pub(super) fn custom(id: CustomId, before: Option<&CustomControl>, changed: &[Option<&CustomControl>]) -> Combined {
    let Some(controls) = of_one(before, changed, |control| &control.name) else { return Combined::Not };
    let before = &before.cloned().unwrap_or_default();
    let merged = by_field!(CustomControl, before, &controls, name, source);
    combined(merged, |control| Edit::Custom(id, Some(control)))
}

/// A decision: inclusions fit together, reason by reason, as long as their words do.
pub(super) fn decision(before: &Decision, changed: &[&Decision]) -> Option<Decision> {
    if !changed.iter().all(|decision| decision.is_applicable()) {
        return None;
    }
    let reasons = |decision: &Decision| -> Vec<Reason> { decision.reasons().iter().collect() };
    let lists: Vec<_> = changed.iter().map(|decision| reasons(decision)).collect();
    let merged = lists::merge(&reasons(before), &lists.iter().collect::<Vec<_>>())?;
    let words: Vec<&str> = changed.iter().map(|decision| decision.justification()).collect();
    let mut new = words.into_iter().filter(|text| *text != before.justification());
    let justification = new.next().unwrap_or(before.justification());
    let fits = new.all(|text| text == justification);
    fits.then(|| Decision::Applicable {
        reasons: merged.into_iter().collect(),
        justification: justification.to_owned(),
    })
}
