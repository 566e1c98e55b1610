//! What a check found, as a value: the program beside the page checks, and the page says it.

use super::{Answer, Difference, Verified};
use crate::Date;
use crate::extract::Portion;
use crate::format::Format;
use serde_json::{Value, json};

impl Verified {
    /// It as a value, for [`Verified::from_value`] of the same version.
    pub fn to_value(&self) -> Value {
        let difference = |it: &Difference| json!([it.place, it.printed, it.says, it.yields]);
        json!({
            "answer": self.answer.name(),
            "format": self.format.map(Format::name),
            "language": self.language,
            "today": self.today.map(|day| day.to_string()),
            "other_version": self.other_version,
            "organisation": self.organisation,
            "left_out": self.left_out.iter().map(Portion::name).collect::<Value>(),
            "digest": self.digest,
            "added": self.added,
            "differences": self.differences.iter().map(difference).collect::<Value>(),
        })
    }

    /// What [`Verified::to_value`] wrote; `None` for anything else.
    pub fn from_value(value: &Value) -> Option<Self> {
        let text = |value: &Value| value.as_str().map(str::to_owned);
        let difference = |it: &Value| {
            Some(Difference {
                place: text(&it[0])?,
                printed: it[1].as_bool()?,
                says: text(&it[2])?,
                yields: text(&it[3])?,
            })
        };
        let left_out = value["left_out"].as_array()?;
        Some(Self {
            answer: Answer::ALL.into_iter().find(|answer| value["answer"] == answer.name())?,
            format: value["format"].as_str().and_then(Format::from_name),
            language: text(&value["language"])?,
            today: value["today"].as_str().and_then(|day| Date::parse(day).ok()),
            other_version: text(&value["other_version"]),
            organisation: text(&value["organisation"])?,
            left_out: Portion::ALL.into_iter().filter(|it| left_out.contains(&it.name().into())).collect(),
            digest: text(&value["digest"])?,
            added: value["added"].as_array()?.iter().map(text).collect::<Option<_>>()?,
            differences: value["differences"].as_array()?.iter().map(difference).collect::<Option<_>>()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Answer, Difference, Verified};
    use crate::Date;
    use crate::extract::Preset;
    use crate::format::Format;
    use serde_json::Value;

    #[test]
    fn what_a_check_found_comes_back_from_its_value() {
        let difference =
            |printed| Difference { place: "page 2".into(), printed, says: "85 %".into(), yields: "58 %".into() };
        let verified = Verified {
            answer: Answer::Carries,
            format: Some(Format::Pdf),
            language: "de".into(),
            today: Date::parse("2026-11-24").ok(),
            other_version: Some("0.9".into()),
            organisation: "Acme".into(),
            left_out: Preset::Customer.left_out(),
            digest: "0a".into(),
            added: vec!["a signature".into()],
            differences: vec![difference(true), difference(false)],
        };
        assert_eq!(Verified::from_value(&verified.to_value()), Some(verified.clone()));
        for answer in Answer::ALL {
            let bare = Verified { answer, format: None, today: None, other_version: None, ..verified.clone() };
            assert_eq!(Verified::from_value(&bare.to_value()), Some(bare));
        }
        assert_eq!(Verified::from_value(&Value::Null), None);
    }
}
