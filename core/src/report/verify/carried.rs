//! What a check found, as a value: for the program beside the page of the site, which checks what the page can't take
//! apart.

use super::{Difference, Verified};
use crate::Date;
use serde_json::{Value, json};

impl Verified {
    /// It as a value, for [`Verified::from_value`] of the same version.
    pub fn to_value(&self) -> Value {
        let difference = |it: &Difference| json!([it.place, it.printed, it.says, it.yields]);
        json!({
            "digest": self.digest,
            "today": self.today.to_string(),
            "other_version": self.other_version,
            "figures": self.figures,
            "places": self.places,
            "differences": self.differences.iter().map(difference).collect::<Value>(),
            "to_the_letter": self.to_the_letter,
        })
    }

    /// What [`Verified::to_value`] wrote; `None` for anything else.
    pub fn from_value(value: &Value) -> Option<Self> {
        let text = |value: &Value| value.as_str().map(str::to_owned);
        let count = |value: &Value| usize::try_from(value.as_u64()?).ok();
        let difference = |it: &Value| {
            Some(Difference {
                place: text(&it[0])?,
                printed: it[1].as_bool()?,
                says: text(&it[2])?,
                yields: text(&it[3])?,
            })
        };
        Some(Self {
            digest: text(&value["digest"])?,
            today: Date::parse(value["today"].as_str()?).ok()?,
            other_version: text(&value["other_version"]),
            figures: count(&value["figures"])?,
            places: count(&value["places"])?,
            differences: value["differences"].as_array()?.iter().map(difference).collect::<Option<_>>()?,
            to_the_letter: value["to_the_letter"].as_bool()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Difference, Verified};
    use crate::Date;
    use serde_json::Value;

    #[test]
    fn what_a_check_found_comes_back_from_its_value() {
        let difference =
            |printed| Difference { place: "page 2".into(), printed, says: "85 %".into(), yields: "58 %".into() };
        let mut verified = Verified {
            digest: "0a".into(),
            today: Date::parse("2026-11-24").expect("a day"),
            other_version: None,
            figures: 700,
            places: 12,
            differences: vec![difference(true), difference(false)],
            to_the_letter: false,
        };
        assert_eq!(Verified::from_value(&verified.to_value()), Some(verified.clone()));
        verified = Verified { other_version: Some("0.9".into()), differences: vec![], to_the_letter: true, ..verified };
        assert_eq!(Verified::from_value(&verified.to_value()), Some(verified));
        assert_eq!(Verified::from_value(&Value::Null), None);
    }
}
