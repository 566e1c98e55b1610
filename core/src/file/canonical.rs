//! The canonical form of a document and its digest, which reports show.

use serde_json::Value;
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// The canonical form (RFC 8785, JSON Canonicalization Scheme): the same bytes for the same content.
pub fn canonical(document: &Value) -> Vec<u8> {
    let mut text = String::new();
    write_value(document, &mut text);
    text.into_bytes()
}

// By hand: a library for it makes serde_json parse fractions exactly, which costs the browser's program 5 kB. Our own
// documents have no fractions, only unknown fields may.
fn write_value(value: &Value, to: &mut String) {
    match value {
        Value::Array(list) => {
            to.push('[');
            for (index, value) in list.iter().enumerate() {
                to.push_str(if index == 0 { "" } else { "," });
                write_value(value, to);
            }
            to.push(']');
        }
        Value::Object(fields) => {
            let mut keys: Vec<_> = fields.keys().collect();
            keys.sort_by(|a, b| a.encode_utf16().cmp(b.encode_utf16()));
            to.push('{');
            for (index, key) in keys.into_iter().enumerate() {
                to.push_str(if index == 0 { "" } else { "," });
                let _ = write!(to, "{}:", Value::from(key.as_str()));
                write_value(&fields[key], to);
            }
            to.push('}');
        }
        // Whole or not, each is a double to the scheme: beyond 2^53 it is written as the nearest one.
        Value::Number(number) => write_number(number.as_f64().unwrap_or_default(), to),
        // serde_json escapes texts as the scheme asks.
        plain => drop(write!(to, "{plain}")),
    }
}

/// A number as ECMAScript writes it.
fn write_number(number: f64, to: &mut String) {
    let size = number.abs();
    let _ = match () {
        () if size == 0.0 => write!(to, "0"),
        () if (1e-6..1e21).contains(&size) => write!(to, "{number}"),
        () if size > 1.0 => write!(to, "{}", format!("{number:e}").replace('e', "e+")),
        () => write!(to, "{number:e}"),
    };
}

/// SHA-256 over the canonical form, in lower-case hex.
pub fn digest(document: &Value) -> String {
    Sha256::digest(canonical(document)).iter().fold(String::with_capacity(64), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_canonical_form_sorts_keys_by_utf_16_and_has_no_spaces() {
        let document = json!({ "\u{20ac}": 1, "\u{1f600}": 2, "\u{fb33}": 3, "b": [true, null], "a": "\u{1}\"" });
        let text = String::from_utf8(canonical(&document)).unwrap();
        assert_eq!(text, "{\"a\":\"\\u0001\\\"\",\"b\":[true,null],\"\u{20ac}\":1,\"\u{1f600}\":2,\"\u{fb33}\":3}");
    }

    #[test]
    fn fractions_are_written_as_ecmascript_does() {
        let document = json!([1e21, 1e-7, 0.000001, 123456.789, -0.0, 1e20, -5e-324, 333_333_333.333_333_3]);
        let text = String::from_utf8(canonical(&document)).unwrap();
        assert_eq!(text, "[1e+21,1e-7,0.000001,123456.789,0,100000000000000000000,-5e-324,333333333.3333333]");
    }

    #[test]
    fn a_whole_number_is_the_double_that_ecmascript_makes_of_it() {
        let document = json!([0, -1, 9_007_199_254_740_992_u64, 9_007_199_254_740_993_u64, u64::MAX, i64::MIN]);
        let text = String::from_utf8(canonical(&document)).unwrap();
        let (exact, rounded) = ("0,-1,9007199254740992", "9007199254740992,18446744073709552000,-9223372036854776000");
        assert_eq!(text, format!("[{exact},{rounded}]"));
    }

    #[test]
    fn the_digest_is_sha_256() {
        assert_eq!(digest(&json!({})), "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
    }
}
