//! Comparing the result that a report carries, value by value.

use super::Difference;
use serde_json::Value;

/// Adds each value that differs, under its path, such as `stage1.low`, and returns how many values it compared.
pub(super) fn compare(path: &str, says: &Value, yields: &Value, to: &mut Vec<Difference>) -> usize {
    let mut compared = 0;
    match (says, yields) {
        (Value::Object(said), Value::Object(yielded)) => {
            let inner = |key: &str| if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
            for (key, yields) in yielded {
                compared += compare(&inner(key), said.get(key).unwrap_or(&Value::Null), yields, to);
            }
            for (key, says) in said.iter().filter(|(key, _)| !yielded.contains_key(*key)) {
                compared += compare(&inner(key), says, &Value::Null, to);
            }
        }
        (Value::Array(said), Value::Array(yielded)) => {
            for index in 0..said.len().max(yielded.len()) {
                let at = |list: &[Value]| list.get(index).cloned().unwrap_or_default();
                compared += compare(&format!("{path}[{index}]"), &at(said), &at(yielded), to);
            }
        }
        _ => {
            compared = 1;
            if says != yields {
                to.push(Difference { place: path.to_owned(), printed: false, says: show(says), yields: show(yields) });
            }
        }
    }
    compared
}

fn show(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        value => value.to_string(),
    }
}
