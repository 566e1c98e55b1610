//! What a click costs: the full outcome of a fully answered assessment, for the real catalogue and for ones that are
//! 10 and 100 times as large. Cost should grow linearly.
#![allow(missing_docs, reason = "criterion_group! makes a function that cannot be described")]

#[path = "large/answered.rs"]
mod answered;
#[path = "large/larger.rs"]
mod larger;

use answered::{answered, catalogue};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use readiness::{Date, Outcome, Plan};
use std::hint::black_box;

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
