//! What a click costs: the full outcome of a fully answered assessment, for the real catalogue and for ones that are
//! 10 and 100 times as large. Cost should grow linearly.
#![allow(missing_docs, reason = "criterion_group! makes a function that cannot be described")]

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use readiness::assessment::{
    ControlChange, Decision, DocumentChange, DocumentStatus, ItemChange, Level, Reason, Reasons,
};
use readiness::{Assessment, Catalogue, Date, Edit, Outcome, Plan, Timestamp};
use std::fmt::Write;
use std::hint::black_box;

/// The real catalogue, so many times over: the ids of each further copy end in `~2`, `~3`, ….
fn catalogue(times: usize) -> Catalogue {
    let pack = include_str!(concat!(env!("OUT_DIR"), "/en.pack"));
    let grouped = |kinds: &[&str]| -> Vec<Vec<&str>> {
        let lines = pack.lines().map(|line| line.split('\t').collect::<Vec<_>>());
        lines.filter(|fields| kinds.contains(&fields[0])).collect()
    };
    let mut text = String::new();
    let mut copy = |records: Vec<Vec<&str>>, id_fields: &[usize], times: usize| {
        for copy in 1..=times {
            for record in &records {
                let fields = record.iter().enumerate().map(|(index, field)| {
                    if copy == 1 || !id_fields.contains(&index) || ["", "always"].contains(field) {
                        return (*field).to_owned();
                    }
                    let ids = field.split(' ').map(|id| format!("{id}~{copy}"));
                    ids.collect::<Vec<_>>().join(" ")
                });
                let _ = writeln!(text, "{}", fields.collect::<Vec<_>>().join("\t"));
            }
        }
    };
    copy(grouped(&["catalogue"]), &[], 1);
    copy(grouped(&["clause", "subclause", "requirement"]), &[1], times);
    // A control's condition names facts, of which there is one set.
    copy(grouped(&["theme", "control"]), &[1, 4], times);
    // A document names its place, its control and its requirements.
    copy(grouped(&["document"]), &[1, 2, 3, 4], times);
    copy(grouped(&["fact", "word"]), &[], 1);
    Catalogue::read(Box::leak(text.into_boxed_str())).expect("a larger catalogue")
}

/// Everything is answered, at levels that make findings of each kind.
fn answered(catalogue: &Catalogue) -> Assessment {
    let now = Timestamp::new("2026-11-24T10:00:00Z");
    let mut edits = Vec::new();
    for (index, id) in catalogue.requirement_ids().enumerate() {
        edits.push(Edit::Answer(id, ItemChange::Level(Some(Level::ALL[(index * 7 + index / 5) % 5]))));
        if index % 2 == 0 {
            edits.push(Edit::Answer(id, ItemChange::Evidence(vec!["Minutes of March".to_owned()])));
        }
    }
    for (index, id) in catalogue.document_ids().enumerate() {
        edits.push(Edit::Document(id, DocumentChange::Status(Some(DocumentStatus::ALL[index % 3]))));
    }
    for (index, id) in catalogue.control_ids().enumerate() {
        let decision = match index % 4 {
            0 => Decision::Excluded { justification: "There is nothing of the kind.".to_owned() },
            _ => Decision::Applicable {
                reasons: Reasons::default().with(Reason::Risk, true),
                justification: String::new(),
            },
        };
        edits.push(Edit::Control(id, ControlChange::Decision(decision)));
        edits.push(Edit::Control(id, ControlChange::Item(ItemChange::Level(Some(Level::ALL[index % 5])))));
    }
    let mut assessment = Assessment::new("bench", "Benchmark", now.clone());
    assessment.apply(&Edit::Batch(edits), &now);
    assessment
}

fn outcome(criterion: &mut Criterion) {
    let today = Date::parse("2026-11-24").expect("a date");
    let mut group = criterion.benchmark_group("outcome");
    for times in [1, 10, 100] {
        let catalogue = catalogue(times);
        let assessment = answered(&catalogue);
        let outcome = Outcome::new(&catalogue, &assessment, today);
        assert_eq!(outcome.answered, 146 * times);
        group.throughput(Throughput::Elements(times as u64));
        group.bench_function(BenchmarkId::new("new", times), |bencher| {
            bencher.iter(|| black_box(Outcome::new(&catalogue, black_box(&assessment), today)));
        });
        group.bench_function(BenchmarkId::new("result", times), |bencher| {
            bencher.iter(|| {
                let outcome = Outcome::new(&catalogue, black_box(&assessment), today);
                black_box(outcome.to_value_with_digest(&catalogue, &assessment, ""))
            });
        });
        if times == 1 {
            group.bench_function("plan", |bencher| {
                bencher.iter(|| black_box(Plan::of(&catalogue, black_box(&assessment), &outcome)));
            });
            group.bench_function("result and digest", |bencher| {
                bencher.iter(|| black_box(outcome.to_value(&catalogue, black_box(&assessment))));
            });
        }
    }
    group.finish();
}

criterion_group!(benches, outcome);
criterion_main!(benches);
