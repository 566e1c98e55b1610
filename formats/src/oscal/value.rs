//! The pieces that every document is made of, as OSCAL wants them.

use readiness::shown;
use readiness::{Date, Timestamp};
use serde_json::{Map, Value, json};

/// Where the names of our own properties are from.
pub const OURS: &str = "urn:stage-zero:oscal";

pub(crate) use crate::todo::one_line as line;

/// A text in lines.
pub fn prose(text: &str) -> String {
    shown::text(text).trim().to_owned()
}

/// Properties of our own; what says nothing is none.
pub fn props<'a>(pairs: impl IntoIterator<Item = (&'a str, String)>) -> Vec<Value> {
    let prop = |(name, value): (&str, String)| {
        let value = line(&value);
        (!value.is_empty()).then(|| json!({ "name": name, "ns": OURS, "value": value }))
    };
    pairs.into_iter().filter_map(prop).collect()
}

/// What OSCAL itself calls a label.
pub fn label(text: &str) -> Value {
    json!({ "name": "label", "value": line(text) })
}

/// The end of a day: OSCAL knows moments only.
pub fn end_of(day: Date) -> String {
    format!("{day}T23:59:59Z")
}

/// A moment as OSCAL takes it; one that a file has in another form is the start of that day, or of today.
pub fn moment(at: &Timestamp, today: Date) -> String {
    let text = at.as_str();
    let rest = at.day().and_then(|_| text.get(10..)?.strip_prefix('T')?.strip_suffix('Z'));
    let is_time = |rest: &str| {
        let (time, fraction) = rest.split_once('.').unwrap_or((rest, "0"));
        let parts: Vec<_> = time.split(':').collect();
        let fits = |(part, most): (&&str, u8)| part.len() == 2 && part.parse().is_ok_and(|number: u8| number <= most);
        parts.len() == 3
            && parts.iter().zip([23, 59, 59]).all(fits)
            && !fraction.is_empty()
            && time.bytes().chain(fraction.bytes()).all(|byte| byte.is_ascii_digit() || byte == b':')
    };
    match rest {
        Some(rest) if is_time(rest) => text.to_owned(),
        _ => format!("{}T00:00:00Z", at.day().unwrap_or(today)),
    }
}

/// Without empty texts, lists and objects, which OSCAL forbids; but for the one object that is empty on purpose.
pub fn whole(value: Value) -> Value {
    const ON_PURPOSE: &str = "include-all";
    let is_empty = |value: &Value| match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(all) => all.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        _ => false,
    };
    match value {
        Value::Array(all) => all.into_iter().map(whole).filter(|each| !is_empty(each)).collect(),
        Value::Object(fields) => {
            let fields = fields.into_iter().map(|(name, value)| (name, whole(value)));
            Value::Object(fields.filter(|(name, value)| name == ON_PURPOSE || !is_empty(value)).collect::<Map<_, _>>())
        }
        value => value,
    }
}

#[cfg(test)]
mod tests {
    use super::{line, moment, whole};
    use readiness::{Date, Timestamp};
    use serde_json::json;

    #[test]
    fn a_line_has_no_blank_at_its_ends_and_no_break() {
        assert_eq!(line(" a\n\tb\u{a0}\u{2028}c\u{feff} "), "a b c");
        assert_eq!(line("\r\n"), "");
    }

    #[test]
    fn what_is_no_moment_becomes_one() {
        let today = Date::parse("2026-11-24").expect("a day");
        let of = |text: &str| moment(&Timestamp::new(text), today);
        assert_eq!(of("2026-11-01T10:20:30Z"), "2026-11-01T10:20:30Z");
        assert_eq!(of("2026-11-01T10:20:30.123Z"), "2026-11-01T10:20:30.123Z");
        for odd in
            ["2026-11-01", "2026-11-01T25:00:00Z", "2026-11-01T10:20Z", "2026-11-01T10:20:30.Z", "2026-11-01Tü0:00:00Z"]
        {
            assert_eq!(of(odd), "2026-11-01T00:00:00Z", "{odd}");
        }
        assert_eq!(of("yesterday"), "2026-11-24T00:00:00Z");
    }

    #[test]
    fn nothing_empty_is_left_but_what_is_empty_on_purpose() {
        let odd = json!({ "a": "", "b": [{ "c": [] }, "d"], "include-all": {}, "e": null, "f": 0 });
        assert_eq!(whole(odd), json!({ "b": ["d"], "include-all": {}, "f": 0 }));
    }
}
