//! An assessment on its way from one program to another: read and checked where it comes from, and taken in record by
//! record, so that whoever takes it in can rest between them.

use crate::assessment::{Assessment, Id, Part};
use crate::catalogue::Catalogue;
use serde_json::{Map, Value};

/// How long a record is as a rule at most, in bytes, where it can be shorter.
const LONGEST: usize = 32_000;

/// An assessment as records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handed {
    id: Id,
    /// The place and the JSON of each, for [`Assessment::set_record`].
    records: Vec<(String, String)>,
}

impl Handed {
    /// An assessment, to be handed over.
    pub fn of(assessment: &Assessment, catalogue: &Catalogue) -> Self {
        let mut records = Vec::new();
        for part in assessment.parts() {
            let Some(value) = assessment.part_value(part, catalogue) else { continue };
            let mut put = |text| records.push((part.place(catalogue), text));
            match part {
                Part::Unknown => pieces(&value, &mut put),
                _ => put(value.to_string()),
            }
        }
        Self { id: assessment.id.clone(), records }
    }

    /// What is there before the first record, and the records, for [`Assessment::set_record`].
    pub fn arrive(self) -> (Assessment, Vec<(String, String)>) {
        (Assessment { id: self.id, ..Assessment::default() }, self.records)
    }

    /// It as texts.
    pub(super) fn into_texts(self) -> Vec<String> {
        let head = [self.id.to_string(), self.records.len().to_string()];
        head.into_iter().chain(self.records.into_iter().flat_map(|(place, text)| [place, text])).collect()
    }

    /// It from the first of some texts, and the rest of them.
    pub(super) fn from_texts(texts: &[String]) -> Option<(Self, &[String])> {
        let [id, count, rest @ ..] = texts else { return None };
        let (records, rest) = rest.split_at_checked(count.parse::<usize>().ok()?.checked_mul(2)?)?;
        let records = records.chunks_exact(2).map(|pair| (pair[0].clone(), pair[1].clone())).collect();
        Some((Self { id: Id::parse(id)?, records }, rest))
    }
}

/// A value as texts that make it together: each of some fields, or of some entries of a list.
fn pieces(value: &Value, put: &mut dyn FnMut(String)) {
    let text = value.to_string();
    let at_once = |all: usize| (all * LONGEST / text.len()).clamp(1, all.max(2) - 1);
    match value {
        _ if text.len() <= LONGEST => put(text),
        Value::Object(fields) if fields.len() == 1 => {
            for (name, inner) in fields {
                pieces(inner, &mut |text| put(format!("{{{}:{text}}}", Value::from(name.as_str()))));
            }
        }
        Value::Object(fields) => {
            let all: Vec<_> = fields.iter().collect();
            for some in all.chunks(at_once(all.len())) {
                let some = some.iter().map(|(name, inner)| ((*name).clone(), (*inner).clone()));
                pieces(&Value::Object(some.collect::<Map<_, _>>()), put);
            }
        }
        Value::Array(list) if list.len() > 1 => {
            list.chunks(at_once(list.len())).for_each(|some| pieces(&Value::from(some), put));
        }
        _ => put(text),
    }
}

#[cfg(test)]
mod tests {
    use super::{Handed, LONGEST};
    use crate::catalogue::Catalogue;
    use crate::{Assessment, Id};
    use serde_json::{Value, json};

    fn taken_in(texts: &[String]) -> Assessment {
        let (handed, rest) = Handed::from_texts(texts).expect("an assessment");
        assert_eq!(rest, ["behind".to_owned()]);
        let (mut assessment, records) = handed.arrive();
        for (place, text) in records {
            assessment.set_record(&place, &text, &Catalogue::english()).expect("it was read already");
        }
        assessment
    }

    #[test]
    fn what_arrives_is_what_was_handed_over_and_no_record_is_long_that_need_not_be() {
        let catalogue = Catalogue::english();
        let names = |n: usize| (0..n).map(|at| (format!("name {at}"), json!({ "a": at }))).collect::<Value>();
        let record =
            json!({ "more": names(4_000), "~/": names(9), "list": vec![json!({ "": [[], {}, null] }); 2_000] });
        let unknown = [
            Value::Null,
            json!({ "one": 1 }),
            json!({ "deep": { "deeper": { "more": (0..200).map(|_| vec![0; 900]).collect::<Vec<_>>() } } }),
            json!({ "first": record, "long": "a".repeat(90_000), "second": record }),
        ];
        for unknown in unknown {
            let mut assessment = Assessment { id: Id::parse("a").expect("an id"), unknown, ..Assessment::default() };
            assessment.title = "A firm".to_owned();
            let mut texts = Handed::of(&assessment, &catalogue).into_texts();
            assert!(texts.iter().all(|text| text.len() < 2 * LONGEST || text.contains("aaaa")), "some are long");
            texts.push("behind".to_owned());
            assert_eq!(taken_in(&texts), assessment);
        }
        assert_eq!(Handed::from_texts(&["a", "2", "meta/", "{}"].map(str::to_owned)), None);
        assert_eq!(Handed::from_texts(&["a/b", "0"].map(str::to_owned)), None);
    }
}
