//! What a file holds that this version does not know: taken out when it is read, put back when it is written.

use serde_json::{Map, Value};

/// What `raw` holds and `known` does not: whole keys of objects, at any depth. `Null` if nothing is left.
///
/// Lists count as known as a whole, except lists of entries with an `id`: there the unknown fields of each entry are
/// kept under its id.
pub(crate) fn left_over(raw: &Value, known: &Value) -> Value {
    match (raw, known) {
        (Value::Object(raw), Value::Object(known)) => {
            let mut all = Map::new();
            for (key, value) in raw {
                let left = match known.get(key) {
                    Some(known) => left_over(value, known),
                    None => value.clone(),
                };
                if !left.is_null() {
                    all.insert(key.clone(), left);
                }
            }
            if all.is_empty() { Value::Null } else { Value::Object(all) }
        }
        (Value::Array(raw), Value::Array(known)) => {
            let all: Map<_, _> = raw
                .iter()
                .enumerate()
                .filter_map(|(at, entry)| {
                    let id = entry.get("id")?.as_str()?;
                    let is_it = |known: &&Value| known["id"] == id;
                    // Files of ours have them in the same order.
                    let known = known.get(at).filter(is_it).or_else(|| known.iter().find(is_it))?;
                    Some((id.to_owned(), left_over(entry, known)))
                })
                .filter(|(_, left)| !left.is_null())
                .collect();
            if all.is_empty() { Value::Null } else { Value::Object(all) }
        }
        _ => Value::Null,
    }
}

/// Puts back what was left over. What the document says itself always wins.
pub(crate) fn put_back(document: &mut Value, unknown: &Value) {
    let Value::Object(unknown) = unknown else { return };
    match document {
        Value::Object(document) => {
            for (key, left) in unknown {
                match document.get_mut(key) {
                    Some(value) => put_back(value, left),
                    None => drop(document.insert(key.clone(), left.clone())),
                }
            }
        }
        Value::Array(entries) => {
            for entry in entries {
                if let Some(left) = entry["id"].as_str().and_then(|id| unknown.get(id)) {
                    put_back(entry, left);
                }
            }
        }
        _ => {}
    }
}
