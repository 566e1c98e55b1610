//! Records by their fields, whatever they are records of.

use super::*;

/// The fields of each kind of record, as they stand together in a file.
pub(crate) mod tables {
    use super::*;

    pub static META: [Table; 5] = [
        Table::own(Assessment::FIELDS),
        Table::within("shared", false, Shared::FIELDS),
        Table::within("soa", false, Soa::FIELDS).leaving_with(Portion::Controls),
        Table::within("last_numbers", false, LastNumbers::FIELDS),
        Table::within("plan", false, OwnPlan::FIELDS),
    ];
    pub static PROFILE: [Table; 4] = [
        Table::own(Profile::FIELDS),
        Table::within("contact", true, Contact::FIELDS),
        Table::within("quote", false, QuoteDetails::FIELDS),
        Table::within("risk_scales", false, RiskScales::FIELDS),
    ];
    pub static ANSWER: [Table; 2] = [Table::own(Item::FIELDS), Table::own(Answer::FIELDS)];
    pub static DOCUMENT: [Table; 1] = [Table::own(DocumentEntry::FIELDS)];
    pub static CONTROL: [Table; 3] =
        [Table::own(ControlEntry::FIELDS), Table::own(Item::FIELDS), Table::within("run_by", false, RunBy::FIELDS)];
    pub static CUSTOM: [Table; 1] = [Table::own(CustomControl::FIELDS)];
    pub static EVIDENCE: [Table; 2] = [Table::own(Evidence::FIELDS), Table::within("file", false, Fingerprint::FIELDS)];
    pub static TASK: [Table; 1] = [Table::own(Task::FIELDS)];
    pub static SAMPLE: [Table; 1] = [Table::own(Sampled::FIELDS)];
    pub static NONCONFORMITY: [Table; 1] = [Table::own(Nonconformity::FIELDS)];
    pub static AUDIT: [Table; 1] = [Table::own(InternalAudit::FIELDS)];
    pub static MANAGEMENT_REVIEW: [Table; 1] = [Table::own(ManagementReview::FIELDS)];
    pub static RISK: [Table; 3] = [
        Table::own(Risk::FIELDS),
        Table::within("residual", false, Residual::FIELDS),
        Table::within("accepted", false, Accepted::FIELDS),
    ];
}

impl Kind {
    /// The fields of each entry of a list of small records; none where it is no such list.
    pub(crate) fn pieces(self) -> &'static [Table] {
        match self {
            Self::Evidence => &tables::EVIDENCE,
            Self::Tasks => &tables::TASK,
            Self::Sample => &tables::SAMPLE,
            _ => &[],
        }
    }
}

impl Part {
    /// The fields of its record, as they stand together in a file. None where it is no record.
    pub fn tables(self) -> &'static [Table] {
        match self {
            Self::Meta => &tables::META,
            Self::Profile => &tables::PROFILE,
            Self::Answer(_) => &tables::ANSWER,
            Self::Document(_) => &tables::DOCUMENT,
            Self::Control(_) => &tables::CONTROL,
            Self::Custom(_) => &tables::CUSTOM,
            Self::Risk(_) => &tables::RISK,
            Self::Nonconformity(_) => &tables::NONCONFORMITY,
            Self::Audit(_) => &tables::AUDIT,
            Self::ManagementReview(_) => &tables::MANAGEMENT_REVIEW,
            Self::Unknown => &[],
        }
    }

    /// The fields of its record, in order.
    pub fn fields(self) -> impl Iterator<Item = &'static Field> {
        self.tables().iter().flat_map(|table| table.fields)
    }

    /// The fields of its record that a person fills in.
    pub fn said(self) -> impl Iterator<Item = &'static Field> {
        self.fields().filter(|field| !field.kept)
    }

    /// Whether it is one of a list that grows and shrinks, so that it can be absent: see [`Series`].
    pub fn is_numbered(self) -> bool {
        Series::of(self).is_some()
    }
}

impl Assessment {
    /// The fields of title and moments.
    pub const FIELDS: &'static [Field] = &[
        field::said(Word::ReportName, Leave::WithRecord, Next::Stays).always().field(
            0,
            "title",
            Kind::Text,
            "The person's name for it.",
        ),
        field::kept().always().field(1, "created", Kind::Moment, "When it was created."),
        field::kept().always().field(2, "updated", Kind::Moment, "When it was last changed."),
        field::kept().field(3, "example", Kind::Flag, "Whether it is of a made-up firm: an example of the site."),
    ];

    /// The record of a part, if it has one.
    pub fn entry(&self, part: Part) -> Option<&dyn Entry> {
        Some(match part {
            Part::Meta => self,
            Part::Profile => &self.profile,
            Part::Answer(id) => self.answers.get(&id)?,
            Part::Document(id) => self.documents.get(&id)?,
            Part::Control(id) => self.controls.get(&id)?,
            Part::Custom(id) => self.custom_controls.get(&id)?,
            Part::Risk(id) => self.risks.get(&id)?,
            Part::Nonconformity(id) => self.nonconformities.get(&id)?,
            Part::Audit(id) => self.internal_audits.get(&id)?,
            Part::ManagementReview(id) => self.management_reviews.get(&id)?,
            Part::Unknown => return None,
        })
    }

    /// The record of a part, to be changed; made if there was none, unless `part` is one of a list.
    pub(crate) fn entry_mut(&mut self, part: Part) -> Option<&mut dyn Entry> {
        Some(match part {
            Part::Meta => self,
            Part::Profile => &mut self.profile,
            Part::Answer(id) => self.answers.get_or_default(id),
            Part::Document(id) => self.documents.get_or_default(id),
            Part::Control(id) => self.controls.get_or_default(id),
            Part::Custom(id) => self.custom_controls.get_mut(&id)?,
            Part::Risk(id) => self.risks.get_mut(&id)?,
            Part::Nonconformity(id) => self.nonconformities.get_mut(&id)?,
            Part::Audit(id) => self.internal_audits.get_mut(&id)?,
            Part::ManagementReview(id) => self.management_reviews.get_mut(&id)?,
            Part::Unknown => return None,
        })
    }

    /// Adds an empty record of a part; returns whether it was not there before.
    pub(crate) fn add(&mut self, part: Part) -> bool {
        if self.entry(part).is_some() {
            return false;
        }
        match part {
            Part::Custom(id) => self.custom_controls.insert(id, Default::default()).is_none(),
            Part::Risk(id) => self.risks.insert(id, Default::default()).is_none(),
            Part::Nonconformity(id) => self.nonconformities.insert(id, Default::default()).is_none(),
            Part::Audit(id) => self.internal_audits.insert(id, Default::default()).is_none(),
            Part::ManagementReview(id) => self.management_reviews.insert(id, Default::default()).is_none(),
            _ => false,
        }
    }

    /// Removes the record of one of a list.
    pub(super) fn remove(&mut self, part: Part) {
        match part {
            Part::Custom(id) => drop(self.custom_controls.remove(&id)),
            Part::Risk(id) => drop(self.risks.remove(&id)),
            Part::Nonconformity(id) => drop(self.nonconformities.remove(&id)),
            Part::Audit(id) => drop(self.internal_audits.remove(&id)),
            Part::ManagementReview(id) => drop(self.management_reviews.remove(&id)),
            _ => {}
        }
    }

    /// Takes a record that says nothing out, so that a change that is taken back leaves nothing behind.
    pub(super) fn drop_default(&mut self, part: Part) {
        match part {
            Part::Document(id) => self.documents.drop_default(id),
            Part::Control(id) => self.controls.drop_default(id),
            _ => {}
        }
    }

    /// What a field of a part holds; what an absent record would.
    pub fn value(&self, part: Part, field: &Field) -> FieldValue {
        self.entry(part).and_then(|entry| entry.get(field.at)).unwrap_or_else(|| field.kind.unsaid())
    }
}

impl Edit {
    /// Names the assessment.
    pub fn title(title: String) -> Self {
        Self::Set(Part::Meta, &Assessment::FIELDS[0], FieldValue::Text(title))
    }
}

impl Entry for Assessment {
    fn get(&self, at: u8) -> Option<FieldValue> {
        match at {
            0 => Some(self.title.get()),
            1 => Some(self.created.get()),
            2 => Some(self.updated.get()),
            3 => Some(self.example.get()),
            _ => {
                let rest: [&dyn Entry; 4] = [&self.shared, &self.soa, &self.last_numbers, &self.plan];
                rest.into_iter().find_map(|entry| entry.get(at))
            }
        }
    }

    fn set(&mut self, at: u8, value: &FieldValue) {
        match at {
            0 => self.title.set(value),
            1 => self.created.set(value),
            2 => self.updated.set(value),
            3 => self.example.set(value),
            _ => {
                self.shared.set(at, value);
                self.soa.set(at, value);
                self.last_numbers.set(at, value);
                self.plan.set(at, value);
            }
        }
    }
}
