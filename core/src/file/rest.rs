//! What a file holds that this version does not know: taken out when it is read, put back when it is written.

use serde_json::{Map, Value};

/// What `raw` holds and `known` does not: whole keys of objects, at any depth. `Null` if nothing is left.
///
/// Lists count as known as a whole, except lists of entries with an `id`: there the unknown fields of each entry are
/// kept under its id.
pub(crate) fn left_over(raw: &Value, known: &Value) -> Value {
    match (raw, known) {
        (Value::Object(raw), Value::Object(known)) => {
            let mut rest = Map::new();
            for (key, value) in raw {
                let left = match known.get(key) {
                    Some(known) => left_over(value, known),
                    None => value.clone(),
                };
                if !left.is_null() {
                    rest.insert(key.clone(), left);
                }
            }
            if rest.is_empty() { Value::Null } else { Value::Object(rest) }
        }
        (Value::Array(raw), Value::Array(known)) => {
            let rest: Map<_, _> = raw
                .iter()
                .filter_map(|entry| {
                    let id = entry.get("id")?.as_str()?;
                    let known = known.iter().find(|known| known["id"] == id)?;
                    Some((id.to_owned(), left_over(entry, known)))
                })
                .filter(|(_, left)| !left.is_null())
                .collect();
            if rest.is_empty() { Value::Null } else { Value::Object(rest) }
        }
        _ => Value::Null,
    }
}

/// Puts back what was left over. What the document says itself always wins.
pub(crate) fn put_back(document: &mut Value, rest: &Value) {
    let Value::Object(rest) = rest else { return };
    match document {
        Value::Object(document) => {
            for (key, left) in rest {
                match document.get_mut(key) {
                    Some(value) => put_back(value, left),
                    None => drop(document.insert(key.clone(), left.clone())),
                }
            }
        }
        Value::Array(entries) => {
            for entry in entries {
                if let Some(left) = entry["id"].as_str().and_then(|id| rest.get(id)) {
                    put_back(entry, left);
                }
            }
        }
        _ => {}
    }
}
