//! The JSON Schemas of the file formats, made from the very tables and types that are read and written.
//!
//! They say what this version writes. A reader accepts less (every field has a default) and more (unknown fields of a
//! newer minor version are kept), so nothing forbids additional fields.

#![allow(dead_code, reason = "the types are there for their schemas alone")]

mod result;

use crate::assessment::{Choice, DocumentStatus, Field, Kind, Level, Table, tables};
use crate::catalogue::{AuditId, CustomId, ManagementReviewId, NonconformityId, RiskId};
use crate::date::{Date, Timestamp};
use crate::file::{LONGEST_TEXT, MOST_ENTRIES};
use result::ResultFile;
use schemars::{JsonSchema, Schema, SchemaGenerator, generate::SchemaSettings};
use serde_json::{Map, Value, json};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The schema of the assessment file.
pub fn assessment() -> Value {
    generator().into_root_schema_for::<AssessmentFile>().into()
}

/// The schema of the result.
pub fn result() -> Value {
    generator().into_root_schema_for::<ResultFile>().into()
}

/// The schema of the review file.
pub fn review() -> Value {
    generator().into_root_schema_for::<ReviewFile>().into()
}

fn generator() -> SchemaGenerator {
    SchemaSettings::draft2020_12().for_serialize().into_generator()
}

/// A self-assessment against ISO/IEC 27001:2022.
#[derive(JsonSchema)]
#[schemars(title = "Stage Zero assessment")]
struct AssessmentFile {
    #[schemars(extend("const" = crate::file::FORMAT))]
    format: String,
    #[schemars(extend("const" = crate::file::VERSION))]
    version: u64,
    /// What it is about.
    #[schemars(extend("const" = "iso27001-2022-amd1"))]
    catalogue: String,
    /// A unique id, made when the assessment is created.
    #[schemars(regex(pattern = "^[A-Za-z0-9._-]{1,64}$"))]
    id: String,
    #[serde(flatten)]
    meta: MetaFile,
    profile: ProfileFile,
    /// By the id of the requirement, such as `4.3-document`; a missing one is open.
    answers: BTreeMap<String, AnswerFile>,
    /// By the id of the document, such as `doc-scope`.
    documents: BTreeMap<String, DocumentFile>,
    /// By the id of the control, such as `A.8.25` or `C.1`.
    controls: BTreeMap<String, ControlFile>,
    custom_controls: Vec<CustomControlFile>,
    risks: Vec<RiskFile>,
    /// Only where there are some.
    #[serde(skip_serializing_if = "Option::is_none")]
    nonconformities: Option<Vec<NonconformityFile>>,
    /// Only where there are some.
    #[serde(skip_serializing_if = "Option::is_none")]
    internal_audits: Option<Vec<InternalAuditFile>>,
    /// Only where there are some.
    #[serde(skip_serializing_if = "Option::is_none")]
    management_reviews: Option<Vec<ManagementReviewFile>>,
    /// Only in an extract: what was left out of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    left_out: Option<Vec<PortionFile>>,
    /// Only with reviews: each under its id.
    #[serde(skip_serializing_if = "Option::is_none")]
    reviews: Option<BTreeMap<String, ReviewFile>>,
}

/// Schemas of the records of an assessment, made of the tables by which they are read and written.
macro_rules! records {
    ($($(#[doc = $about:literal])+ $name:ident = $tables:ident and $more:expr;)+) => { $(
        $(#[doc = $about])+
        struct $name;

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                let more: fn(&mut SchemaGenerator) -> Vec<(&'static str, Value)> = $more;
                let more = more(generator);
                record(generator, concat!($($about),+), &tables::$tables, more)
            }
        }
    )+ };
}

records! {
    /// Its name, its moments, and from which states it grew: what two copies have in common is found by it.
    MetaFile = META and |_| Vec::new();
    /// Who the organisation is.
    ProfileFile = PROFILE and |_| vec![("facts", json!({
        "type": "object",
        "additionalProperties": { "type": "boolean" },
        "description": "By the id of the fact, such as `develops_software`; a missing one is unanswered.",
    }))];
    /// The answer to a requirement.
    AnswerFile = ANSWER and |_| Vec::new();
    /// What was said about a document.
    DocumentFile = DOCUMENT and |_| Vec::new();
    /// All that was said about a control.
    ControlFile = CONTROL and |_| Vec::new();
    /// A control that is not in Annex A.
    CustomControlFile = CUSTOM and |generator| vec![("id", generator.subschema_for::<CustomId>().into())];
    /// One risk.
    RiskFile = RISK and |generator| vec![("id", generator.subschema_for::<RiskId>().into())];
    /// One nonconformity, or an opportunity for improvement.
    NonconformityFile = NONCONFORMITY and |generator| vec![("id", generator.subschema_for::<NonconformityId>().into())];
    /// An internal audit.
    InternalAuditFile = AUDIT and |generator| vec![("id", generator.subschema_for::<AuditId>().into())];
    /// A management review.
    ManagementReviewFile = MANAGEMENT_REVIEW and
        |generator| vec![("id", generator.subschema_for::<ManagementReviewId>().into())];
}

fn record(generator: &mut SchemaGenerator, about: &str, tables: &[Table], more: Vec<(&'static str, Value)>) -> Schema {
    let mut properties = Map::new();
    let mut required: Vec<&str> = more.iter().map(|(name, _)| *name).collect();
    properties.extend(more.into_iter().map(|(name, schema)| (name.to_owned(), schema)));
    for table in tables {
        let mut own = Map::new();
        let mut own_required = Vec::new();
        for field in table.fields.iter().filter(|field| !matches!(field.kind, Kind::Nth(1.., _))) {
            own.insert(field.name.to_owned(), value(generator, field));
            own_required.extend(field.always.then_some(field.name));
        }
        if table.within.is_empty() {
            properties.extend(own);
            required.extend(own_required);
        } else {
            let inner = json!({ "type": "object", "properties": own, "required": own_required });
            properties.insert(table.within.to_owned(), inner);
            required.extend(table.always.then_some(table.within));
        }
    }
    let schema =
        json!({ "type": "object", "description": about.trim(), "properties": properties, "required": required });
    Schema::try_from(schema).expect("an object is a schema")
}

/// The schema of a field. One that is missing says as much as null, or an empty text or list.
fn value(generator: &mut SchemaGenerator, field: &Field) -> Value {
    let text = json!({ "type": "string", "maxLength": LONGEST_TEXT });
    let mut schema = match field.kind {
        Kind::Text => text,
        Kind::Nth(_, of) => json!({ "type": "array", "items": text, "maxItems": of }),
        Kind::Moment => json!({ "allOf": [generator.subschema_for::<Timestamp>()] }),
        Kind::Texts => json!({ "type": "array", "items": text, "maxItems": MOST_ENTRIES }),
        Kind::Number(most) => json!({ "type": ["integer", "null"], "minimum": 0, "maximum": most }),
        Kind::Day => json!({ "anyOf": [generator.subschema_for::<Date>(), { "type": "null" }] }),
        Kind::Flag => json!({ "type": "boolean" }),
        Kind::Choice(choice) => json!({ "enum": or_null(choice) }),
        Kind::Choices(choice) => json!({ "type": "array", "items": { "enum": choice.names } }),
        kind @ (Kind::Evidence | Kind::Tasks | Kind::Sample) => {
            let about = match kind {
                Kind::Tasks => "What to do.",
                Kind::Sample => "What the audit looks at.",
                _ => "What shows it.",
            };
            let piece = record(generator, about, kind.pieces(), Vec::new());
            json!({ "type": "array", "items": { "anyOf": [text, piece] }, "maxItems": MOST_ENTRIES })
        }
        Kind::Risks => json!({ "type": "array", "items": generator.subschema_for::<RiskId>() }),
    };
    schema["description"] = field.about.trim().into();
    schema
}

/// The names of what can be chosen, and null for nothing.
fn or_null(choice: &Choice) -> Vec<Value> {
    choice.names.iter().map(|name| json!(name)).chain([Value::Null]).collect()
}

/// What a reviewer says about an assessment, and what the organisation replied.
#[derive(JsonSchema)]
#[schemars(title = "Stage Zero review")]
struct ReviewFile {
    #[schemars(extend("const" = crate::review::FORMAT))]
    format: String,
    #[schemars(extend("const" = crate::review::VERSION))]
    version: u64,
    #[schemars(extend("const" = "iso27001-2022-amd1"))]
    catalogue: String,
    /// A unique id, made when the review is begun.
    #[schemars(regex(pattern = "^[A-Za-z0-9._-]{1,64}$"))]
    id: String,
    about: AboutFile,
    reviewer: ReviewerFile,
    /// When the reviewer changed it last.
    updated: Timestamp,
    /// Only while it is being written.
    #[serde(skip_serializing_if = "Option::is_none")]
    draft: Option<bool>,
    /// By section and id, as in the assessment file.
    remarks: SectionsFile<RemarkFile>,
    /// What the organisation says to them.
    #[serde(skip_serializing_if = "Option::is_none")]
    replies: Option<SectionsFile<ReplyFile>>,
}

/// The assessment as the reviewer had it.
#[derive(JsonSchema)]
struct AboutFile {
    #[schemars(regex(pattern = "^[A-Za-z0-9._-]{1,64}$"))]
    id: String,
    title: String,
    /// SHA-256 of the canonical form (RFC 8785) of the assessment without its reviews, in hex.
    #[schemars(regex(pattern = "^[0-9a-f]{64}$"))]
    digest: String,
    /// Only of an extract: what was left out of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    left_out: Option<Vec<PortionFile>>,
}

/// Who reviews, as they say themselves.
#[derive(JsonSchema)]
struct ReviewerFile {
    name: String,
    organisation: String,
}

/// One of something for each item that was spoken of.
#[derive(JsonSchema)]
struct SectionsFile<T> {
    #[serde(skip_serializing_if = "Option::is_none")]
    answers: Option<BTreeMap<String, T>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    documents: Option<BTreeMap<String, T>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    controls: Option<BTreeMap<String, T>>,
}

#[derive(JsonSchema)]
struct RemarkFile {
    /// Null without one.
    #[schemars(extend("enum" = ["agree", "question", "disagree", null]))]
    mark: Option<String>,
    /// The reviewer's level of a requirement or control; null without one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(extend("enum" = or_null(Level::CHOICE)))]
    level: Option<String>,
    /// The reviewer's status of a document; null without one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(extend("enum" = or_null(DocumentStatus::CHOICE)))]
    status: Option<String>,
    comment: String,
    /// The level or status that the organisation had when the reviewer looked; null while it was open.
    seen: Option<String>,
}

#[derive(JsonSchema)]
struct ReplyFile {
    text: String,
    /// Whether the organisation took the reviewer's level or status over.
    adopted: bool,
}

/// A portion of an assessment that an extract lacks.
#[derive(JsonSchema)]
#[schemars(extend("enum" = crate::extract::Portion::ALL.map(crate::extract::Portion::name)))]
struct PortionFile(String);
