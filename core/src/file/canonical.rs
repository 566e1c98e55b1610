//! The canonical form of a document and its digest, which reports show.

use serde_json::Value;
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// The canonical form (RFC 8785, JSON Canonicalization Scheme): the same bytes for the same content.
pub fn canonical(document: &Value) -> Vec<u8> {
    serde_json_canonicalizer::to_vec(document).expect("a parsed JSON value always has a canonical form")
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
        assert_eq!(
            text,
            "{\"a\":\"\\u0001\\\"\",\"b\":[true,null],\"\u{20ac}\":1,\"\u{1f600}\":2,\"\u{fb33}\":3}"
        );
    }

    #[test]
    fn the_digest_is_sha_256() {
        assert_eq!(digest(&json!({})), "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
    }
}
