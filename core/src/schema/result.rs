//! The result, as the command line prints it and as reports carry it.

use super::PortionFile;
use crate::date::Date;
use schemars::JsonSchema;

/// What an assessment yields. Readiness is in tenths of a percent, rounded half up.
#[derive(JsonSchema)]
#[schemars(title = "Stage Zero result")]
pub(super) struct ResultFile {
    #[schemars(extend("const" = crate::outcome::RESULT_FORMAT))]
    format: String,
    #[schemars(extend("const" = 1))]
    version: u64,
    /// The version of the readiness method.
    #[schemars(extend("const" = crate::outcome::METHOD))]
    method: u64,
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
    /// In the order of the standard; not in an extract without answers, controls, documents or
    /// dates.
    #[serde(skip_serializing_if = "Option::is_none")]
    findings: Option<Vec<FindingFile>>,
    /// Not in an extract without these, risks or details.
    #[serde(skip_serializing_if = "Option::is_none")]
    contradictions: Option<Vec<MismatchFile>>,
    /// Points to check: what may well be right, and blocks nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    points: Option<Vec<MismatchFile>>,
    /// Gross auditor days of the initial audit to start from, not a quote; null without a figure.
    #[serde(skip_serializing_if = "Option::is_none")]
    audit_days: Option<f64>,
    /// The same for each surveillance audit.
    #[serde(skip_serializing_if = "Option::is_none")]
    surveillance_days: Option<f64>,
    /// The same for the recertification audit.
    #[serde(skip_serializing_if = "Option::is_none")]
    recertification_days: Option<f64>,
    /// The initial audit and two surveillance audits.
    #[serde(skip_serializing_if = "Option::is_none")]
    three_year_days: Option<f64>,
    /// Only where there is a register of nonconformities.
    #[serde(skip_serializing_if = "Option::is_none")]
    nonconformities: Option<RegisterFile>,
    /// Only of an extract: what was left out of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    left_out: Option<Vec<PortionFile>>,
    /// Only in a report: the language that it speaks, as a tag.
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<String>,
    /// Only in a report: the version of Stage Zero that made it.
    #[serde(skip_serializing_if = "Option::is_none")]
    made_by: Option<String>,
    /// Only in a report: SHA-256 of the canonical form (RFC 8785) of all this without `sum`, in hex.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = "^[0-9a-f]{64}$"))]
    sum: Option<String>,
}

#[derive(JsonSchema)]
struct AnsweredFile {
    items: usize,
    of: usize,
}

/// The ends of the interval: open items count as unmet for `low`, as met for `high`.
#[derive(JsonSchema)]
struct IntervalFile {
    #[schemars(range(max = 1000))]
    low: u16,
    #[schemars(range(max = 1000))]
    high: u16,
}

#[derive(JsonSchema)]
struct StageFile {
    #[serde(flatten)]
    readiness: IntervalFile,
    /// Not in an extract without answers, controls, documents or dates.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(extend("enum" = ["open", "not_ready", "nearly", "ready"]))]
    verdict: Option<String>,
    /// What stands between the verdict and the next better one.
    #[serde(skip_serializing_if = "Option::is_none")]
    between: Option<Vec<String>>,
}

#[derive(JsonSchema)]
struct ReadinessFile {
    /// The number of the clause or sub-clause.
    id: String,
    stage1: IntervalFile,
    stage2: IntervalFile,
}

#[derive(JsonSchema)]
struct SoaFile {
    decided: usize,
    justified: usize,
    #[schemars(range(max = 1000))]
    complete: u16,
    #[schemars(range(max = 1000))]
    implementation: u16,
}

#[derive(JsonSchema)]
struct FindingFile {
    /// The rule of the method that found it.
    #[schemars(extend("enum" = crate::findings::RULES.map(|rule| rule.name)))]
    rule: String,
    #[schemars(extend("enum" = crate::findings::Grade::ALL.map(crate::findings::Grade::name)))]
    grade: String,
    /// A sub-clause or a document.
    #[serde(rename = "where")]
    place: String,
    /// The ids of what is behind it.
    items: Vec<String>,
    why: String,
    resolve: String,
}

#[derive(JsonSchema)]
struct MismatchFile {
    /// The check that found it.
    check: String,
    /// The ids of what does not go together.
    between: Vec<String>,
    why: String,
}

/// How the register of nonconformities stands.
#[derive(JsonSchema)]
struct RegisterFile {
    /// Without opportunities for improvement.
    all: usize,
    open: usize,
    /// Those whose action is to be done still, while the day for it has passed.
    overdue: usize,
    /// Opportunities for improvement that are open.
    opportunities: usize,
    /// Of the certification body's findings that say what they are about, those that a likely finding is about too. Not in
    /// an extract without findings.
    #[serde(skip_serializing_if = "Option::is_none")]
    foreseen: Option<usize>,
    /// Those that say what they are about.
    #[serde(skip_serializing_if = "Option::is_none")]
    compared: Option<usize>,
}
