//! Reviews: what an auditor or a consultant says about a shared assessment, item by item, and what the organisation
//! replies.
//!
//! A review never changes an answer. It lives in the assessment's file beside the answers, under `reviews` by its id,
//! so that it is stored, shared and restored with them, and both sides' words stay apart. Only adopting what a reviewer
//! says is a change of the answer itself: an [`Edit`] like any other, which can be taken back.

mod file;
mod opinion;

pub use file::{FORMAT, ReviewError, VERSION};
pub use opinion::{Mark, Opinion};

use crate::assessment::{Assessment, Edit, Entries, Id};
use crate::catalogue::{Catalogue, ItemRef};
use crate::date::Timestamp;
use crate::extract::{Portion, Portions};
use crate::file::digest;
use serde_json::Value;

/// The field of an assessment file that holds its reviews.
const FIELD: &str = "reviews";

/// One review of one assessment by one reviewer.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Review {
    /// A unique id, made when the review is begun.
    pub id: Id,
    /// What it is about.
    pub about: About,
    /// Who reviews.
    pub reviewer: Reviewer,
    /// When the reviewer changed it last.
    pub updated: Timestamp,
    /// Whether it is being written in this very browser. A review that was sent is none.
    pub draft: bool,
    /// What the reviewer says about each item.
    pub remarks: Entries<ItemRef, Remark>,
    /// What the organisation says to that.
    pub replies: Entries<ItemRef, Reply>,
    /// What a file held that this version does not know. Written back.
    unknown: Value,
}

/// The assessment that a review is about, as the reviewer had it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct About {
    /// Its id.
    pub id: Id,
    /// Its title.
    pub title: String,
    /// Its digest, reviews left out.
    pub digest: String,
    /// What it lacked, if it was an extract.
    pub left_out: Portions,
}

/// Who reviews, as they say themselves: nobody checks it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reviewer {
    /// The reviewer's name.
    pub name: String,
    /// For whom they work.
    pub organisation: String,
}

/// What a reviewer says about an item.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Remark {
    /// Whether they agree.
    pub mark: Option<Mark>,
    /// How far they think it is, where they disagree.
    pub opinion: Option<Opinion>,
    /// Their words.
    pub comment: String,
    /// What the organisation had said when they looked.
    pub seen: Option<Opinion>,
}

impl Remark {
    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.mark.is_none() && self.opinion.is_none() && self.comment.trim().is_empty()
    }

    /// The level or status that the reviewer would rather see; `None` unless they disagree and say so.
    pub fn disagreement(&self) -> Option<Opinion> {
        self.opinion.filter(|_| self.mark == Some(Mark::Disagree))
    }
}

/// What the organisation says to a remark.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reply {
    /// Its words.
    pub text: String,
    /// Whether it took the reviewer's level or status over.
    pub adopted: bool,
}

/// How a review fits the assessment that is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fit {
    /// It is about exactly this state.
    Same,
    /// It is about an earlier or a later state of this assessment.
    Changed,
    /// It is about another assessment.
    Other,
}

impl Assessment {
    /// Whether a review says something about the entry of a section. Cheaper than reading it, for the first view.
    pub fn is_reviewed(&self, section: &str, id: &str) -> bool {
        let mut all = self.unknown[FIELD].as_object().into_iter().flatten();
        all.any(|(_, review)| !review["remarks"][section][id].is_null())
    }

    /// The reviews of this assessment, the oldest first; those that this version can't read are passed over and kept.
    pub fn reviews(&self, catalogue: &Catalogue) -> Vec<Review> {
        let all = self.unknown[FIELD].as_object().into_iter().flatten();
        let mut reviews: Vec<_> = all.filter_map(|(_, it)| Review::from_value(it, catalogue).ok()).collect();
        reviews.sort_by(|a, b| (&a.updated, &a.id).cmp(&(&b.updated, &b.id)));
        reviews
    }
}

impl Review {
    /// A review that is begun now.
    pub fn begin(id: Id, catalogue: &Catalogue, assessment: &Assessment, now: Timestamp) -> Self {
        let about = About {
            id: assessment.id.clone(),
            title: assessment.title.clone(),
            digest: bare_digest(catalogue, assessment),
            left_out: assessment.left_out(),
        };
        Self { id, about, updated: now, draft: true, ..Self::default() }
    }

    /// How it fits an assessment.
    pub fn fit(&self, catalogue: &Catalogue, assessment: &Assessment) -> Fit {
        match () {
            () if self.about.id != assessment.id => Fit::Other,
            () if bare_digest(catalogue, &assessment.extract(catalogue, self.about.left_out)) == self.about.digest => {
                Fit::Same
            }
            () => Fit::Changed,
        }
    }

    /// Says something about an item, in place of what was said; nothing, if the remark is empty.
    pub fn say(&mut self, assessment: &Assessment, item: ItemRef, remark: Remark, now: Timestamp) {
        self.updated = now;
        if remark.is_empty() {
            self.remarks.remove(&item);
        } else {
            self.remarks.insert(item, Remark { seen: Opinion::said(assessment, item), ..remark });
        }
    }

    /// Replies to what was said about an item.
    pub fn reply(&mut self, item: ItemRef, text: String) {
        self.replies.get_or_default(item).text = text;
        self.replies.retain(|_, reply| *reply != Reply::default());
    }

    /// The change that keeps this review with its assessment.
    pub fn keep(&self, catalogue: &Catalogue) -> Edit {
        Edit::Review(self.id.to_string(), Some(self.to_value(catalogue)))
    }

    /// The change that takes it away.
    pub fn remove(&self) -> Edit {
        Edit::Review(self.id.to_string(), None)
    }

    /// A review that was sent, as the organisation keeps it: what it had replied to an earlier state of it stays.
    #[must_use]
    pub fn received(mut self, known: Option<&Self>) -> Self {
        self.draft = false;
        for (item, reply) in known.iter().flat_map(|known| known.replies.iter()) {
            if !self.replies.contains_key(item) {
                self.replies.insert(*item, reply.clone());
            }
        }
        self
    }

    /// The items about which the reviewer would rather see another level or status than the assessment has.
    pub fn disagreements(&self, assessment: &Assessment) -> Vec<(ItemRef, Opinion)> {
        let said = self.remarks.iter().filter_map(|(item, remark)| Some((*item, remark.disagreement()?)));
        said.filter(|(item, opinion)| Opinion::said(assessment, *item) != Some(*opinion)).collect()
    }

    /// The change that takes over what the reviewer says about some items, and notes that it was; nothing for an item
    /// about which they do not disagree.
    pub fn adopt(&self, catalogue: &Catalogue, items: impl IntoIterator<Item = ItemRef>) -> Edit {
        let mut noted = self.clone();
        let mut edits = Vec::new();
        for item in items {
            let opinion = self.remarks.get(&item).and_then(Remark::disagreement);
            if let Some(edit) = opinion.and_then(|opinion| opinion.edit(item)) {
                edits.push(edit);
                noted.replies.get_or_default(item).adopted = true;
            }
        }
        edits.push(noted.keep(catalogue));
        Edit::Batch(edits)
    }

    /// The assessment as it would be with the reviewer's levels and statuses.
    pub fn view(&self, assessment: &Assessment) -> Assessment {
        let mut view = assessment.clone();
        let edits = self.disagreements(assessment).into_iter().filter_map(|(item, opinion)| opinion.edit(item));
        view.apply(&Edit::Batch(edits.collect()), &assessment.updated);
        view
    }

    /// How many remarks have a mark.
    pub fn marked(&self, mark: Mark) -> usize {
        self.remarks.values().filter(|remark| remark.mark == Some(mark)).count()
    }
}

/// The digest of an assessment without its reviews, and without what it knows of its copies.
pub fn bare_digest(catalogue: &Catalogue, assessment: &Assessment) -> String {
    let mut document = assessment.to_value(catalogue);
    if let Value::Object(fields) = &mut document {
        fields.remove(FIELD);
        // Which copies there are changes no answer either.
        fields.remove("shared");
        if let Some(Value::Array(lacks)) = fields.get_mut("left_out") {
            lacks.retain(|portion| *portion != Portion::Reviews.name());
        }
    }
    digest(&document)
}
