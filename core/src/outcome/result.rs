//! The result file: what the command line prints and reports carry.

use super::{Outcome, PerStage};
use crate::assessment::Assessment;
use crate::audit_time::{AuditDays, AuditTime};
use crate::audits;
use crate::catalogue::Catalogue;
use crate::checks::{self, Mismatch};
use crate::extract::Portion;
use crate::file::digest;
use crate::findings::{self, Finding};
use crate::scoring::Interval;
use crate::target::Stage;
use serde_json::Value;

/// The `format` of a result file.
pub const RESULT_FORMAT: &str = "stage-zero-result";
/// The `version` of the format that this build writes.
const VERSION: u64 = 1;
/// The version of the readiness method that this build computes.
pub const METHOD: u64 = 2;

impl Outcome {
    /// The result as one JSON document, with the digest of the assessment that it was derived from.
    pub fn to_value(&self, catalogue: &Catalogue, assessment: &Assessment) -> Value {
        self.to_value_with_digest(catalogue, assessment, &digest(&assessment.to_value(catalogue)))
    }

    /// The same, for whoever knows the digest already: it costs more than all the rest.
    pub fn to_value_with_digest(&self, catalogue: &Catalogue, assessment: &Assessment, digest: &str) -> Value {
        let clauses = catalogue.clauses.iter().map(|clause| clause.id);
        let subclauses = catalogue.subclauses.iter().map(|subclause| subclause.id);
        let finding = |it| finding(it, catalogue, assessment);
        let mismatch = |it| mismatch(it, catalogue, assessment);
        let days = |days: fn(AuditTime) -> AuditDays| self.audit_time.map_or(Value::Null, |time| days(time).to_value());
        let left_out = assessment.left_out();
        let soa = object([
            ("decided", self.soa.decided.into()),
            ("justified", self.soa.justified.into()),
            ("complete", self.soa.complete.value().into()),
            ("implementation", self.soa.implementation.value().into()),
        ]);
        let mut fields = vec![
            ("format", RESULT_FORMAT.into()),
            ("version", VERSION.into()),
            ("method", METHOD.into()),
            ("today", self.today.to_string().into()),
            ("digest", digest.into()),
            ("answered", object([("items", self.answered.into()), ("of", self.items.into())])),
            ("stage1", self.stage(Stage::One, catalogue, assessment)),
            ("stage2", self.stage(Stage::Two, catalogue, assessment)),
            ("clauses", intervals(clauses, &self.clauses)),
            ("subclauses", intervals(subclauses, &self.subclauses)),
            ("soa", soa),
            ("findings", self.findings.iter().map(finding).collect()),
            ("contradictions", self.contradictions.iter().map(mismatch).collect()),
            ("points", self.points.iter().map(mismatch).collect()),
            ("audit_days", days(AuditTime::initial)),
            ("surveillance_days", days(AuditTime::surveillance)),
            ("recertification_days", days(AuditTime::recertification)),
            ("three_year_days", days(AuditTime::three_years)),
        ];
        // Only where there is a register, so that the result of an assessment without one stays what it was.
        if !assessment.nonconformities.is_empty() {
            let foreseen = audits::foreseen(catalogue, assessment, &self.findings);
            let foreseen = left_out.supports_findings().then_some(foreseen);
            fields.push(("nonconformities", audits::Count::of(assessment, self.today).to_value(foreseen)));
        }
        if !left_out.is_empty() {
            fields.retain(|(name, _)| match *name {
                "answered" | "stage1" | "stage2" | "clauses" | "subclauses" => left_out.supports_readiness(),
                "soa" => !left_out.contains(Portion::Controls),
                "findings" => left_out.supports_findings(),
                "contradictions" | "points" => left_out.supports_contradictions(),
                "audit_days" | "surveillance_days" | "recertification_days" | "three_year_days" => {
                    !left_out.contains(Portion::Details)
                }
                _ => true,
            });
            fields.push(("left_out", left_out.iter().map(Portion::name).collect()));
        }
        Value::Object(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    }

    fn stage(&self, stage: Stage, catalogue: &Catalogue, assessment: &Assessment) -> Value {
        let (readiness, judgement) = (self.readiness.get(stage), self.judgement.get(stage));
        let between = judgement.between.iter().map(|obstacle| obstacle.words(catalogue, assessment));
        if !assessment.left_out().supports_findings() {
            return interval(*readiness);
        }
        object([
            ("low", readiness.low.value().into()),
            ("high", readiness.high.value().into()),
            ("verdict", judgement.verdict.name().into()),
            ("between", between.collect()),
        ])
    }
}

/// An object of values that are moved into it; `json!` would copy each, and a result has hundreds of them.
fn object<const N: usize>(fields: [(&str, Value); N]) -> Value {
    Value::Object(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

fn interval(interval: Interval) -> Value {
    object([("low", interval.low.value().into()), ("high", interval.high.value().into())])
}

fn intervals(ids: impl Iterator<Item = &'static str>, intervals: &[PerStage<Interval>]) -> Value {
    ids.zip(intervals)
        .map(|(id, it)| object([("id", id.into()), ("stage1", interval(it.one)), ("stage2", interval(it.two))]))
        .collect()
}

fn finding(finding: &Finding, catalogue: &Catalogue, assessment: &Assessment) -> Value {
    object([
        ("rule", finding.rule.name.into()),
        ("grade", finding.grade.name().into()),
        ("where", finding.place.name(catalogue).into()),
        ("items", finding.items.iter().map(|item| item.name(catalogue)).collect()),
        ("why", findings::why(finding, catalogue, assessment).into()),
        ("resolve", findings::resolve(finding, catalogue, assessment).into()),
    ])
}

fn mismatch(mismatch: &Mismatch, catalogue: &Catalogue, assessment: &Assessment) -> Value {
    object([
        ("check", mismatch.check.name.into()),
        ("between", mismatch.between().map(|item| item.name(catalogue)).collect()),
        ("why", checks::why(mismatch, catalogue, assessment).into()),
    ])
}
