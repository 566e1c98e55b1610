//! What this version does not know merges key by key.

use super::lists;
use serde_json::{Map, Value};

/// Merges what several sides made of it; where they don't fit together, what fits is part of each side's own.
pub(super) fn merge(before: &Value, changed: &[&Value]) -> Result<Value, Vec<Value>> {
    let mut fits = true;
    let own = |own| one(Some(before), &some(changed), own, &mut fits).unwrap_or(Value::Null);
    let mut each: Vec<_> = (0..changed.len()).map(own).collect();
    if fits { Ok(each.swap_remove(0)) } else { Err(each) }
}

fn some<'a>(values: &[&'a Value]) -> Vec<Option<&'a Value>> {
    values.iter().map(|value| Some(*value)).collect()
}

/// A value that may be absent; where the sides do not fit together, what `own` says.
fn one(before: Option<&Value>, sides: &[Option<&Value>], own: usize, fits: &mut bool) -> Option<Value> {
    let mut changed = sides.iter().copied().filter(|side| *side != before);
    let Some(first) = changed.next() else { return before.cloned() };
    if changed.all(|side| side == first) {
        return first.cloned();
    }
    let empty = Map::new();
    let objects: Option<Vec<_>> = sides.iter().map(|side| side.map_or(Some(&empty), object)).collect();
    match (before.map_or(Some(&empty), object), objects) {
        // Nothing at all is as good as an empty record, but one that somebody removed is not.
        (Some(old), Some(objects)) if !sides.contains(&None) || old.is_empty() => {
            let keys: std::collections::BTreeSet<_> =
                objects.iter().flat_map(|it| it.keys()).chain(old.keys()).collect();
            let merged = keys.into_iter().filter_map(|key| {
                let values: Vec<_> = objects.iter().map(|it| it.get(key)).collect();
                Some((key.clone(), one(old.get(key), &values, own, fits)?))
            });
            Some(Value::Object(merged.collect()))
        }
        _ => match entries(before, sides) {
            Some(merged) => Some(merged),
            None => {
                *fits = false;
                sides[own].cloned()
            }
        },
    }
}

/// Lists merge entry by entry, each a whole; nothing at all is an empty list.
fn entries(before: Option<&Value>, sides: &[Option<&Value>]) -> Option<Value> {
    let list = |value: Option<&Value>| -> Option<Vec<String>> {
        value.map_or(Some(Vec::new()), |value| Some(value.as_array()?.iter().map(Value::to_string).collect()))
    };
    let lists = sides.iter().map(|side| list(*side)).collect::<Option<Vec<_>>>()?;
    let merged = lists::merge(&list(before)?, &lists.iter().collect::<Vec<_>>())?;
    merged.iter().map(|entry| serde_json::from_str::<Value>(entry).ok()).collect()
}

/// The fields of a record; nothing at all has none.
fn object(value: &Value) -> Option<&Map<String, Value>> {
    static NOTHING: std::sync::LazyLock<Map<String, Value>> = std::sync::LazyLock::new(Map::new);
    match value {
        Value::Null => Some(&NOTHING),
        value => value.as_object(),
    }
}
