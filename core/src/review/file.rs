//! The review file: what a reviewer sends back, and how a review is kept with its assessment.

use super::{About, Mark, Opinion, Remark, Reply, Review, Reviewer};
use crate::assessment::Part;
use crate::catalogue::{Catalogue, ItemRef};
use crate::date::Timestamp;
use crate::extract::{Portion, Portions};
use crate::file::{Fields, FileError, Limit, Record, check_lengths, id, left_over, put_back};
use crate::shown;
use serde_json::{Value, json};

/// The `format` of a review file.
pub const FORMAT: &str = "stage-zero-review";
/// The `version` of the format that this build writes.
pub const VERSION: u64 = 1;

/// Why a review could not be read. Nothing has changed when one of these comes back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReviewError {
    /// No JSON, or a field with a value that it can't have.
    File(FileError),
    /// JSON, but no review.
    NotReview,
    /// Written by a newer version.
    Newer {
        /// The version of the file.
        version: u64,
    },
}

impl From<FileError> for ReviewError {
    fn from(error: FileError) -> Self {
        Self::File(error)
    }
}

impl Review {
    /// Reads a file's text.
    ///
    /// # Errors
    /// See [`ReviewError`].
    pub fn from_file(text: &str, catalogue: &Catalogue) -> Result<Self, ReviewError> {
        Self::from_value(&Limit::REVIEW.parse(text)?, catalogue)
    }

    /// The file's text, as the reviewer sends it.
    pub fn to_file(&self, catalogue: &Catalogue) -> String {
        let sent = Self { draft: false, ..self.clone() };
        shown::json(&format!("{:#}\n", sent.to_value(catalogue)))
    }

    /// Reads a parsed document.
    ///
    /// # Errors
    /// See [`ReviewError`].
    pub fn from_value(document: &Value, catalogue: &Catalogue) -> Result<Self, ReviewError> {
        if document["format"] != FORMAT {
            return Err(ReviewError::NotReview);
        }
        match document["version"].as_u64() {
            Some(version) if version > VERSION => return Err(ReviewError::Newer { version }),
            Some(1..) => {}
            _ => return Err(ReviewError::NotReview),
        }
        check_lengths(document, "")?;
        let fields = Fields::of(document, "review".to_owned())?;
        let (about, reviewer) = (fields.within("about")?, fields.within("reviewer")?);
        let lacks = document["about"]["left_out"].as_array().into_iter().flatten().filter_map(Value::as_str);
        let lacks = lacks.filter_map(|name| Portion::ALL.into_iter().find(|portion| portion.name() == name));
        let mut review = Self {
            id: id(document, "id")?,
            about: About {
                id: id(&document["about"], "about, id")?,
                title: about.text("title")?,
                digest: about.text("digest")?,
                left_out: lacks.collect(),
            },
            reviewer: Reviewer { name: reviewer.text("name")?, organisation: reviewer.text("organisation")? },
            updated: Timestamp::new(fields.text("updated")?),
            draft: fields.flag("draft")?,
            ..Self::default()
        };
        for section in SECTIONS {
            for (id, value) in fields.within("remarks")?.within(section)?.each() {
                if let Some(item) = item(section, id, catalogue) {
                    review.remarks.insert(item, remark(item, value, id)?);
                }
            }
            for (id, value) in fields.within("replies")?.within(section)?.each() {
                if let Some(item) = item(section, id, catalogue) {
                    let fields = Fields::of(value, format!("replies, {id}"))?;
                    let reply = Reply { text: fields.text("text")?, adopted: fields.flag("adopted")? };
                    review.replies.insert(item, reply);
                }
            }
        }
        review.unknown = left_over(document, &review.to_value(catalogue));
        Ok(review)
    }

    /// The review as one JSON document.
    pub fn to_value(&self, catalogue: &Catalogue) -> Value {
        let about = Record::new().text("id", &self.about.id).text("title", &self.about.title);
        let mut about = about.text("digest", &self.about.digest);
        if self.about.left_out != Portions::default() {
            let names: Vec<Value> = self.about.left_out.iter().map(|portion| portion.name().into()).collect();
            about = about.with("left_out", names);
        }
        let reviewer = Record::new().text("name", &self.reviewer.name);
        let reviewer = reviewer.text("organisation", &self.reviewer.organisation);
        let mut document = json!({
            "format": FORMAT, "version": VERSION, "catalogue": catalogue.id, "id": &*self.id,
            "about": about.value(), "reviewer": reviewer.value(), "updated": self.updated.as_str(),
            "remarks": { "answers": {}, "documents": {}, "controls": {} },
        });
        if self.draft {
            document["draft"] = true.into();
        }
        for (item, remark) in &self.remarks {
            let Some(section) = section(*item) else { continue };
            let opinion = if section == "documents" { "status" } else { "level" };
            let record = Record::new().with("mark", remark.mark.map(Mark::name));
            let record = record.with(opinion, remark.opinion.map(Opinion::name)).text("comment", &remark.comment);
            let record = record.with("seen", remark.seen.map(Opinion::name));
            document["remarks"][section][&*item.name(catalogue)] = record.value();
        }
        for (item, reply) in &self.replies {
            let Some(section) = section(*item) else { continue };
            let record = Record::new().text("text", &reply.text).with("adopted", reply.adopted);
            document["replies"][section][&*item.name(catalogue)] = record.value();
        }
        put_back(&mut document, &self.unknown);
        document
    }

    /// Items of a read file that this catalogue does not know, as `section id`; they are kept and written back.
    pub fn unknown_ids(&self, catalogue: &Catalogue) -> Vec<String> {
        let entries = |section: &'static str| {
            let lists =
                ["remarks", "replies"].into_iter().filter_map(move |list| self.unknown[list][section].as_object());
            lists.flat_map(|entries| entries.keys()).map(move |id| (section, id))
        };
        let unknown = SECTIONS.into_iter().flat_map(entries).filter(|(name, id)| item(name, id, catalogue).is_none());
        unknown.map(|(section, id)| format!("{section} {id}")).collect()
    }
}

/// The sections of remarks, by the names that the assessment file gives them.
const SECTIONS: [&str; 3] = ["answers", "documents", "controls"];

fn section(item: ItemRef) -> Option<&'static str> {
    match item {
        ItemRef::Requirement(_) => Some("answers"),
        ItemRef::Document(_) => Some("documents"),
        ItemRef::Control(_) => Some("controls"),
        _ => None,
    }
}

/// The item of a section and an id; `None` if this catalogue knows none.
fn item(section: &str, id: &str, catalogue: &Catalogue) -> Option<ItemRef> {
    match Part::parse(section, id, catalogue)? {
        Part::Answer(id) => Some(id.into()),
        Part::Document(id) => Some(id.into()),
        Part::Control(id) => Some(id.into()),
        _ => None,
    }
}

fn remark(item: ItemRef, value: &Value, id: &str) -> Result<Remark, FileError> {
    let fields = Fields::of(value, format!("remarks, {id}"))?;
    let opinions = Opinion::all(item);
    let names: Vec<_> = opinions.iter().map(|opinion| opinion.name()).collect();
    let opinion = |name| Ok::<_, FileError>(fields.choice(name, &names)?.map(|index| opinions[index]));
    let name = if matches!(item, ItemRef::Document(_)) { "status" } else { "level" };
    Ok(Remark {
        mark: fields.choice("mark", &Mark::ALL.map(Mark::name))?.map(|index| Mark::ALL[index]),
        opinion: opinion(name)?,
        comment: fields.text("comment")?,
        seen: opinion("seen")?,
    })
}
