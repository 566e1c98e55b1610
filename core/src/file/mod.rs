//! The assessment file: what a person exports and imports, what a report carries, what the command line reads.
//!
//! One JSON document. It is put together from, and taken apart into, the same [`Part`]s that the browser stores. What
//! this version does not know (ids and fields of a newer one) goes to [`Assessment::unknown`] and is written back.

mod canonical;
mod error;
mod fields;
mod limits;
mod part;
mod read;
mod record;
mod room;
mod unknown;

pub use canonical::{canonical, digest};
pub use error::{FileError, Misfit};
pub(crate) use fields::Fields;
pub(crate) use limits::check_lengths;
pub use limits::{LONGEST_NAME, LONGEST_TEXT, Limit, MOST_ENTRIES};
pub(crate) use read::id;
pub(crate) use record::Record;
pub(crate) use unknown::{left_over, put_back};

use crate::{Assessment, Catalogue, assessment::Part, shown};
use serde_json::{Map, Value, json};

/// The `format` of an assessment file.
pub const FORMAT: &str = "stage-zero-assessment";
/// The `version` of the format that this build writes.
pub const VERSION: u64 = 1;

impl Assessment {
    /// The whole assessment as one JSON document.
    pub fn to_value(&self, catalogue: &Catalogue) -> Value {
        let mut document = json!({
            "format": FORMAT, "version": VERSION, "catalogue": catalogue.id,
            "id": &*self.id, "answers": {}, "documents": {}, "controls": {}, "custom_controls": [], "risks": [],
        });
        for part in self.parts() {
            let Some(value) = self.part_value(part, catalogue) else { continue };
            match part {
                Part::Meta => merge(&mut document, value),
                Part::Profile => document["profile"] = value,
                Part::Unknown => {}
                // A file has always had the lists of risks and of one's own controls; the others where they hold something.
                _ if part.is_numbered() => match &mut document[part.section()] {
                    Value::Array(list) => list.push(value),
                    absent => *absent = Value::Array(vec![value]),
                },
                _ => document[part.section()][part.id(catalogue)] = value,
            }
        }
        unknown::put_back(&mut document, &self.unknown);
        document
    }

    /// The file's text, indented so that a person can read it.
    pub fn to_file(&self, catalogue: &Catalogue) -> String {
        let mut text = shown::json(&format!("{:#}", self.to_value(catalogue)));
        text.push('\n');
        text
    }

    /// Ids of a read file that this catalogue does not know, as `section id`; they are kept and written back.
    pub fn unknown_ids(&self, catalogue: &Catalogue) -> Vec<String> {
        let known = |section: &str, id: &str| match section {
            "facts" => catalogue.parse_fact(id).is_some(),
            _ => Part::parse(section, id, catalogue).is_some(),
        };
        ["answers", "documents", "controls", "facts"]
            .into_iter()
            .filter_map(|section| {
                let entries =
                    if section == "facts" { &self.unknown["profile"][section] } else { &self.unknown[section] };
                Some((section, entries.as_object()?))
            })
            .flat_map(|(section, entries)| entries.keys().map(move |id| (section, id)))
            .filter(|(section, id)| !known(section, id))
            .map(|(section, id)| format!("{section} {id}"))
            .collect()
    }
}

fn merge(document: &mut Value, fields: Value) {
    if let (Value::Object(document), Value::Object(fields)) = (document, fields) {
        document.extend::<Map<_, _>>(fields);
    }
}
