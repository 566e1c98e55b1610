//! The JSON Schemas of the file formats, made from the very types that are read and written.
//!
//! They say what this version writes. A reader accepts less (every field has a default) and more (unknown fields of a
//! newer minor version are kept), so nothing forbids additional fields.

use crate::assessment::{Answer, ControlEntry, CustomControl, DocumentEntry, Profile, Risk};
use crate::catalogue::{CustomId, RiskId};
use crate::date::{Date, Timestamp};
use schemars::{JsonSchema, SchemaGenerator, generate::SchemaSettings};
use serde::Serialize;
use serde_json::Value;
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
#[derive(Serialize, JsonSchema)]
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
    #[schemars(length(min = 1, max = 100))]
    id: String,
    /// The person's name for it.
    title: String,
    created: Timestamp,
    updated: Timestamp,
    profile: ProfileFile,
    /// By the id of the requirement, such as `4.3-document`; a missing one is open.
    answers: BTreeMap<String, Answer>,
    /// By the id of the document, such as `doc-scope`.
    documents: BTreeMap<String, DocumentEntry>,
    /// By the id of the control, such as `A.8.25` or `C.1`.
    controls: BTreeMap<String, ControlEntry>,
    custom_controls: Vec<CustomControlFile>,
    risks: Vec<RiskFile>,
    /// Only in an extract: what was left out of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    left_out: Option<Vec<PortionFile>>,
    /// What it knows of copies of it; missing where it was never shared.
    #[serde(skip_serializing_if = "Option::is_none")]
    shared: Option<SharedFile>,
    /// Only with reviews: each under its id.
    #[serde(skip_serializing_if = "Option::is_none")]
    reviews: Option<BTreeMap<String, ReviewFile>>,
}

/// From which states it grew: what two copies have in common is found by it.
#[derive(Serialize, JsonSchema)]
struct SharedFile {
    /// For whom this copy was made.
    #[serde(skip_serializing_if = "String::is_empty")]
    copy_for: String,
    /// From whom this copy comes.
    #[serde(skip_serializing_if = "String::is_empty")]
    copy_from: String,
    /// The states that it holds, each as the SHA-256 of its canonical form (RFC 8785) without `shared`, in hex, sorted.
    includes: Vec<String>,
}

/// What a reviewer says about an assessment, and what the organisation replied.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "Stage Zero review")]
struct ReviewFile {
    #[schemars(extend("const" = crate::review::FORMAT))]
    format: String,
    #[schemars(extend("const" = crate::review::VERSION))]
    version: u64,
    #[schemars(extend("const" = "iso27001-2022-amd1"))]
    catalogue: String,
    /// A unique id, made when the review is begun.
    #[schemars(length(min = 1))]
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
#[derive(Serialize, JsonSchema)]
struct AboutFile {
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
#[derive(Serialize, JsonSchema)]
struct ReviewerFile {
    name: String,
    organisation: String,
}

/// One of something for each item that was spoken of.
#[derive(Serialize, JsonSchema)]
struct SectionsFile<T> {
    #[serde(skip_serializing_if = "Option::is_none")]
    answers: Option<BTreeMap<String, T>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    documents: Option<BTreeMap<String, T>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    controls: Option<BTreeMap<String, T>>,
}

#[derive(Serialize, JsonSchema)]
struct RemarkFile {
    /// Null without one.
    #[schemars(extend("enum" = ["agree", "question", "disagree", null]))]
    mark: Option<String>,
    /// The reviewer's level of a requirement or control; null without one.
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<crate::assessment::Level>,
    /// The reviewer's status of a document; null without one.
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<crate::assessment::DocumentStatus>,
    comment: String,
    /// The level or status that the organisation had when the reviewer looked; null while it was open.
    seen: Option<String>,
}

#[derive(Serialize, JsonSchema)]
struct ReplyFile {
    text: String,
    /// Whether the organisation took the reviewer's level or status over.
    adopted: bool,
}

/// A portion of an assessment that an extract lacks.
#[derive(Serialize, JsonSchema)]
#[schemars(extend("enum" = crate::extract::Portion::ALL.map(crate::extract::Portion::name)))]
struct PortionFile(String);

#[derive(Serialize, JsonSchema)]
struct ProfileFile {
    #[serde(flatten)]
    profile: Profile,
    /// By the id of the fact, such as `develops_software`; a missing one is unanswered.
    facts: BTreeMap<String, bool>,
}

#[derive(Serialize, JsonSchema)]
struct CustomControlFile {
    id: CustomId,
    #[serde(flatten)]
    control: CustomControl,
}

#[derive(Serialize, JsonSchema)]
struct RiskFile {
    id: RiskId,
    #[serde(flatten)]
    risk: Risk,
}

/// What an assessment yields. Readiness is in tenths of a percent, rounded half up.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "Stage Zero result")]
struct ResultFile {
    #[schemars(extend("const" = crate::outcome::RESULT_FORMAT))]
    format: String,
    #[schemars(extend("const" = 1))]
    version: u64,
    /// The day for which it was derived.
    today: Date,
    /// SHA-256 of the canonical form (RFC 8785) of the assessment, in hex.
    #[schemars(regex(pattern = "^[0-9a-f]{64}$"))]
    digest: String,
    /// Not in an extract without answers; nor are the stages, the clauses and the sub-clauses.
    #[serde(skip_serializing_if = "Option::is_none")]
    answered: Option<AnsweredFile>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stage1: Option<StageFile>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stage2: Option<StageFile>,
    #[serde(skip_serializing_if = "Option::is_none")]
    clauses: Option<Vec<ReadinessFile>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    subclauses: Option<Vec<ReadinessFile>>,
    /// Not in an extract without controls.
    #[serde(skip_serializing_if = "Option::is_none")]
    soa: Option<SoaFile>,
    /// In the order of the standard; not in an extract without answers, controls or documents.
    #[serde(skip_serializing_if = "Option::is_none")]
    findings: Option<Vec<FindingFile>>,
    /// Not in an extract without these, risks or details.
    #[serde(skip_serializing_if = "Option::is_none")]
    contradictions: Option<Vec<ContradictionFile>>,
    /// Gross auditor days to start from, not a quote; null without a figure.
    #[serde(skip_serializing_if = "Option::is_none")]
    audit_days: Option<f64>,
    /// Only of an extract: what was left out of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    left_out: Option<Vec<PortionFile>>,
}

#[derive(Serialize, JsonSchema)]
struct AnsweredFile {
    items: usize,
    of: usize,
}

/// The ends of the interval: open items count as unmet for `low`, as met for `high`.
#[derive(Serialize, JsonSchema)]
struct IntervalFile {
    #[schemars(range(max = 1000))]
    low: u16,
    #[schemars(range(max = 1000))]
    high: u16,
}

#[derive(Serialize, JsonSchema)]
struct StageFile {
    #[serde(flatten)]
    readiness: IntervalFile,
    /// Not in an extract without answers, controls or documents.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(extend("enum" = ["open", "not_ready", "nearly", "ready"]))]
    verdict: Option<String>,
    /// What stands between the verdict and the next better one.
    #[serde(skip_serializing_if = "Option::is_none")]
    between: Option<Vec<String>>,
}

#[derive(Serialize, JsonSchema)]
struct ReadinessFile {
    /// The number of the clause or sub-clause.
    id: String,
    stage1: IntervalFile,
    stage2: IntervalFile,
}

#[derive(Serialize, JsonSchema)]
struct SoaFile {
    decided: usize,
    justified: usize,
    #[schemars(range(max = 1000))]
    complete: u16,
    #[schemars(range(max = 1000))]
    implementation: u16,
}

#[derive(Serialize, JsonSchema)]
struct FindingFile {
    /// The rule of the method that found it.
    #[schemars(extend("enum" = crate::findings::Rule::ALL.map(crate::findings::Rule::name)))]
    rule: String,
    #[schemars(extend("enum" = crate::findings::Grade::ALL.map(crate::findings::Grade::name)))]
    grade: String,
    /// A sub-clause, a document or a control.
    #[serde(rename = "where")]
    place: String,
    /// The ids of what is behind it.
    items: Vec<String>,
    why: String,
    resolve: String,
}

#[derive(Serialize, JsonSchema)]
struct ContradictionFile {
    /// The check that found it.
    check: String,
    /// The ids of what contradicts each other.
    between: Vec<String>,
    why: String,
}
