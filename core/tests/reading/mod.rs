//! The core against a reading of its own of the method: [`method`] was written from the text alone, before and without a
//! look at the core, over the JSON of files. Both have to say the same of assessments at random.

mod method;
mod random;

use method::{Finding, Reading, Register};
use readiness::{Assessment, Catalogue, Date, Outcome};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

const TODAY: &str = "2026-11-24";

/// How many assessments are compared, unless PROPTEST_CASES says more: with fewer, some rule may not come up.
fn cases() -> u64 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(0).max(400)
}

/// What the core says of a file.
fn result(catalogue: &Catalogue, file: &Value) -> Value {
    let assessment = Assessment::from_value(file, catalogue).expect("a valid assessment");
    let outcome = Outcome::new(catalogue, &assessment, Date::parse(TODAY).expect("a date"));
    outcome.to_value(catalogue, &assessment)
}

fn text(value: &Value) -> String {
    value.as_str().expect("a text").to_owned()
}

fn texts(list: &Value) -> Vec<String> {
    list.as_array().expect("a list").iter().map(text).collect()
}

/// The findings of the core; of a document the reading names no items.
fn findings(result: &Value) -> BTreeSet<Finding> {
    let list = result["findings"].as_array().expect("a list").iter();
    list.map(|it| {
        let place = text(&it["where"]);
        let mut items = if place.starts_with("doc-") { Vec::new() } else { texts(&it["items"]) };
        items.sort();
        (text(&it["rule"]), text(&it["grade"]), place, items)
    })
    .collect()
}

fn compare(reading: &Reading<'_>, result: &Value) {
    let subclauses: Vec<Value> = reading
        .subclauses()
        .into_iter()
        .map(|id| {
            let of = |stage| reading.interval(stage, |row| row[1] == id);
            json!({ "id": id, "stage1": of(1), "stage2": of(2) })
        })
        .collect();
    assert_eq!(result["subclauses"], Value::Array(subclauses));
    let clauses = (4..=10).map(|number| {
        let id = number.to_string();
        let of = |stage| reading.interval(stage, |row| row[1].split('.').next() == Some(&id));
        json!({ "id": id, "stage1": of(1), "stage2": of(2) })
    });
    assert_eq!(result["clauses"], clauses.collect::<Value>());
    for (stage, name) in [(1, "stage1"), (2, "stage2")] {
        let of = reading.interval(stage, |_| true);
        assert_eq!((&result[name]["low"], &result[name]["high"]), (&of["low"], &of["high"]));
    }
    assert_eq!(findings(result), reading.findings());
    assert_eq!(result["soa"], reading.soa());
    let days =
        ["audit_days", "surveillance_days", "recertification_days", "three_year_days"].map(|it| result[it].as_f64());
    assert_eq!(days, reading.days().map_or([None; 4], |days| days.map(Some)));

    // Which contradictions there are, the text does not tell one by one.
    let contradicted = result["contradictions"].as_array().is_some_and(|list| !list.is_empty());
    assert_eq!(result["stage1"]["verdict"], reading.stage_one(contradicted));
    assert_eq!(result["stage2"]["verdict"], reading.stage_two(contradicted));

    let points = result["points"].as_array().expect("a list").iter();
    let told = ["out-of-date", "due-passed"];
    let named: BTreeSet<(String, String)> = points
        .clone()
        .filter(|point| told.contains(&point["check"].as_str().expect("a name")))
        .flat_map(|point| texts(&point["between"]).into_iter().map(|item| (text(&point["check"]), item)))
        .collect();
    assert_eq!(named, reading.points());
    assert_eq!(points.clone().any(|point| point["check"] == "same-person"), reading.same_person());
}

#[test]
fn the_core_says_what_the_text_of_the_method_says() {
    let (catalogue, register) = (Catalogue::english(), Register::read());
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for seed in 0..cases() {
        let file = random::assessment(&register, seed);
        let result = result(&catalogue, &file);
        let outcome = std::panic::catch_unwind(|| compare(&Reading::new(&register, &file, TODAY), &result));
        assert!(outcome.is_ok(), "seed {seed}:\n{file:#}");
        for stage in ["stage1", "stage2"] {
            *seen.entry(format!("{stage} {}", text(&result[stage]["verdict"]))).or_default() += 1;
        }
        for finding in result["findings"].as_array().expect("a list") {
            *seen.entry(format!("{} {}", text(&finding["rule"]), text(&finding["grade"]))).or_default() += 1;
        }
    }
    // A comparison of what never happens would say nothing.
    let verdicts = ["open", "not_ready", "nearly", "ready"];
    let verdicts =
        ["stage1", "stage2"].into_iter().flat_map(|stage| verdicts.map(|verdict| format!("{stage} {verdict}")));
    let graded = [
        "absent major",
        "absent minor",
        "systemic major",
        "partial minor",
        "unproven_record minor",
        "no_evidence opportunity",
        "document_missing major",
        "document_missing minor",
        "document_draft minor",
        "control_document minor",
        "soa_incomplete minor",
        "soa_incomplete major",
        "control_gap minor",
        "treatment_not_implemented major",
    ];
    for case in verdicts.chain(graded.map(str::to_owned)) {
        assert!(seen.get(&case).is_some_and(|count| *count >= 5), "'{case}' comes up too seldom: {seen:#?}");
    }
}

#[test]
fn the_register_of_the_catalogue_is_that_of_the_method() {
    let (catalogue, register) = (Catalogue::english(), Register::read());
    let requirements: Vec<_> = catalogue
        .requirements
        .iter()
        .map(|it| {
            [it.id, catalogue.subclauses[it.subclause].id, &format!("{:?}", it.kind).to_lowercase()].map(str::to_owned)
        })
        .collect();
    assert_eq!(requirements, register.requirements.iter().map(|row| row.map(str::to_owned)).collect::<Vec<_>>());
    assert!(catalogue.controls.iter().map(|it| it.id).eq(register.controls.iter().map(String::as_str)));
    let documents = catalogue.documents.iter().map(|it| {
        use readiness::catalogue::Mandatory;
        let (mandatory, missing) = match it.mandatory {
            Mandatory::Always => ("always".to_owned(), if it.missing_is_major { "major" } else { "minor" }),
            Mandatory::Own => ("own".to_owned(), "none"),
            Mandatory::WhenApplicable(id) => (format!("when {} applies", id.name(&catalogue)), "minor"),
        };
        let stage_one = if it.stage_one { "yes" } else { "no" };
        let kind = if it.is_record { "record" } else { "document" };
        [it.id, it.place, mandatory.as_str(), kind, missing, stage_one].map(str::to_owned)
    });
    let rows = include_str!("documents.tsv").lines().skip(1);
    let rows = rows.map(|line| line.split('\t').map(str::to_owned).collect::<Vec<_>>());
    assert_eq!(documents.map(Vec::from).collect::<BTreeSet<Vec<String>>>(), rows.collect::<BTreeSet<_>>(),);
}
