//! `stage-zero diff`: what differs between two assessments, field by field.

use crate::arguments::AssessFormat;
use crate::input::{self, Input};
use crate::{Failure, Printed};
use readiness::assessment::Part;
use readiness::compare::{Change, Comparison};
use readiness::findings::{self, Finding};
use readiness::merge::{differences, name};
use readiness::scoring::{Interval, Stage};
use readiness::verdict::Verdict;
use readiness::{Assessment, Catalogue, Date, Outcome, Word, figures, shown};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use std::path::Path;

pub fn run(
    input: &Input,
    [before, after]: [&Path; 2],
    catalogue: &Catalogue,
    today: Option<Date>,
    format: AssessFormat,
) -> Result<Printed, Failure> {
    let states = [input.assessment(before, catalogue)?, input.assessment(after, catalogue)?];
    let today = today.unwrap_or_else(input::today);
    let comparison = {
        let [before, after] = states.each_ref().map(|state| Outcome::new(catalogue, state, today));
        Comparison::new(&before, &after)
    };
    let [one, other] = &states;
    let differ = !differences(catalogue, one, other).is_empty();
    let mut printed = match format {
        AssessFormat::Json => Printed::json(&to_value(catalogue, one, other, &comparison, today)),
        AssessFormat::Text => {
            let title = format!("{} -> {}", before.display(), after.display());
            let lines = std::iter::once(title).chain(describe(catalogue, one, other, &comparison));
            lines.map(|line| shown::line(&line) + "\n").collect::<String>().into()
        }
    };
    printed.code = u8::from(differ);
    Ok(printed)
}

fn describe(catalogue: &Catalogue, before: &Assessment, after: &Assessment, comparison: &Comparison) -> Vec<String> {
    let mut lines = Vec::new();
    for (stage, label) in [(Stage::One, Word::ReportStageOneColumn), (Stage::Two, Word::ReportStageTwoColumn)] {
        let (interval, verdict) = (comparison.readiness.get(stage), comparison.verdict.get(stage));
        let show = |interval: Interval, verdict: Verdict| {
            format!("{} ({})", verdict.label(catalogue), figures::interval(catalogue, interval))
        };
        let (was, is) = (show(interval.before, verdict.before), show(interval.after, verdict.after));
        lines.push(format!("  {}: {was} -> {is}", catalogue.word(label)));
    }
    for (label, list, state) in
        [(Word::SnapshotsGone, &comparison.gone, before), (Word::SnapshotsCame, &comparison.came, after)]
    {
        lines.push(format!("  {}", catalogue.say(label, &[("n", &list.len().to_string())])));
        let finding = |it: &Finding| {
            format!("    - {} {}: {}", it.place.name(catalogue), it.rule.name, findings::why(it, catalogue, state))
        };
        lines.extend(list.iter().map(finding));
    }
    let fields = differences(catalogue, before, after);
    lines.push(format!("  {}", catalogue.say(Word::MergeFieldsDiffer, &[("n", &fields.len().to_string())])));
    let mut about = String::new();
    for difference in &fields {
        let name = name(catalogue, &[after, before], &difference.after);
        if name != about {
            lines.push(format!("    {name}"));
            about = name;
        }
        let show = |text: &str| if text.is_empty() { "-".to_owned() } else { format!("'{text}'") };
        let said = difference.said(catalogue).into_iter();
        lines.extend(said.map(|(field, was, is)| format!("      {field}: {} -> {}", show(&was), show(&is))));
    }
    lines
}

fn to_value(
    catalogue: &Catalogue,
    before: &Assessment,
    after: &Assessment,
    comparison: &Comparison,
    today: Date,
) -> Value {
    let stage = |stage: Stage| {
        let (interval, verdict) = (comparison.readiness.get(stage), comparison.verdict.get(stage));
        let side = |interval: Interval, verdict: Verdict| json!({ "low": interval.low.value(), "high": interval.high.value(), "verdict": verdict.name() });
        let Change { before, after } = *interval;
        json!({ "before": side(before, verdict.before), "after": side(after, verdict.after) })
    };
    let finding =
        |it: &Finding| json!({ "rule": it.rule.name, "grade": it.grade.name(), "where": it.place.name(catalogue) });
    json!({
        "format": "stage-zero-diff", "version": 1, "today": today.to_string(),
        "stage1": stage(Stage::One), "stage2": stage(Stage::Two),
        "findings_gone": comparison.gone.iter().map(finding).collect::<Value>(),
        "findings_came": comparison.came.iter().map(finding).collect::<Value>(),
        "fields": fields(catalogue, before, after),
    })
}

/// The fields that differ, by the names and with the values that files have.
fn fields(catalogue: &Catalogue, before: &Assessment, after: &Assessment) -> Vec<Value> {
    let parts: BTreeSet<Part> = before.parts().into_iter().chain(after.parts()).collect();
    let mut fields = Vec::new();
    for part in parts {
        let value = |state: &Assessment| state.part_value(part, catalogue).unwrap_or_default();
        let (section, id) = (part.section(), part.id(catalogue));
        let mut push = |field: &str, before: &Value, after: &Value| {
            fields.push(json!({ "section": section, "id": id, "field": field, "before": before, "after": after }));
        };
        compare("", &value(before), &value(after), &mut push);
    }
    fields
}

/// Moments and what is known of copies change with everything; they are no content.
const ABOUT_THE_FILE: [&str; 4] = ["created", "updated", "shared", "id"];

fn compare(place: &str, before: &Value, after: &Value, push: &mut impl FnMut(&str, &Value, &Value)) {
    let nothing = Map::new();
    let object = |value: &Value| value.as_object().cloned().or_else(|| value.is_null().then(|| nothing.clone()));
    match (object(before), object(after)) {
        _ if before == after || is_empty(before) && is_empty(after) => {}
        (Some(one), Some(other)) => {
            let keys: BTreeSet<_> = one.keys().chain(other.keys()).collect();
            for key in keys.into_iter().filter(|key| !ABOUT_THE_FILE.contains(&key.as_str())) {
                let inner = if place.is_empty() { key.clone() } else { format!("{place}.{key}") };
                compare(&inner, &before[key], &after[key], push);
            }
        }
        _ => push(place, before, after),
    }
}

/// Whether a value says nothing: what is absent and what is empty are the same.
fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Bool(_) | Value::Number(_) => false,
        Value::String(text) => text.is_empty(),
        Value::Array(list) => list.is_empty(),
        Value::Object(fields) => fields.values().all(is_empty),
    }
}
