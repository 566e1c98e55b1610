//! Comparing the result that a report carries, value by value.

use super::Difference;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Adds each value that differs, under its path, such as `stage1.low`. What is not there is not the same as what is null.
pub(super) fn compare(path: &str, says: Option<&Value>, yields: Option<&Value>, to: &mut Vec<Difference>) {
    match (says, yields) {
        (Some(Value::Object(said)), Some(Value::Object(yielded))) => {
            let inner = |key: &str| if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
            let keys = yielded.keys().chain(said.keys().filter(|key| !yielded.contains_key(*key)));
            keys.for_each(|key| compare(&inner(key), said.get(key), yielded.get(key), to));
        }
        (Some(Value::Array(said)), Some(Value::Array(yielded))) => list(path, said, yielded, to),
        _ if says != yields => {
            to.push(Difference { place: path.to_owned(), printed: false, says: show(says), yields: show(yields) });
        }
        _ => {}
    }
}

/// Compares two lists: entry by entry where both name the same ones, else each with its namesake. One finding more or
/// less is one difference then, and not one for each that follows.
fn list(path: &str, said: &[Value], yielded: &[Value], to: &mut Vec<Difference>) {
    let (left, right) = (names(said), names(yielded));
    let set = |names: &[String]| names.iter().cloned().collect::<BTreeSet<_>>();
    let (known_left, known_right) = (set(&left), set(&right));
    if known_left == known_right {
        let indices = 0..said.len().max(yielded.len());
        return indices.for_each(|it| compare(&format!("{path}[{it}]"), said.get(it), yielded.get(it), to));
    }
    let known: BTreeMap<_, _> = left.iter().zip(said).collect();
    for (name, yields) in right.iter().zip(yielded) {
        compare(&format!("{path}[{name}]"), known.get(name).copied(), Some(yields), to);
    }
    for (name, says) in left.iter().zip(said).filter(|(name, _)| !known_right.contains(*name)) {
        compare(&format!("{path}[{name}]"), Some(says), None, to);
    }
}

/// A name for each entry: its id, what identifies a finding or a contradiction, or the text itself.
fn names(list: &[Value]) -> Vec<String> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut name = |entry: &Value| {
        let parts = [&entry["id"], &entry["rule"], &entry["check"], &entry["where"], &entry["items"][0], entry];
        let parts: Vec<_> = parts.into_iter().filter_map(Value::as_str).collect();
        let name = parts.join(" ");
        // A second one of the same name has a name of its own.
        let count = seen.entry(name.clone()).or_default();
        *count += 1;
        if *count == 1 { name } else { format!("{name} ({count})") }
    };
    list.iter().map(&mut name).collect()
}

fn show(value: Option<&Value>) -> String {
    match value {
        None => String::new(),
        Some(Value::String(text)) => text.clone(),
        // Of a finding or a contradiction, its reason says most.
        Some(value) => value["why"].as_str().map_or_else(|| value.to_string(), str::to_owned),
    }
}
