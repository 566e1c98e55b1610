//! What the tests share: a catalogue, a day, and assessments of any kind.

use proptest::prelude::*;
use readiness::assessment::*;
use readiness::catalogue::{AuditId, ControlId, CustomId, ManagementReviewId, NonconformityId, RequirementId, RiskId};
use readiness::scoring::Stage;
use readiness::{Assessment, Catalogue, Date, Edit, Outcome, Timestamp};
use serde_json::{Value, json};
use std::sync::LazyLock;

pub static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(Catalogue::english);

/// How many cases each property is tried with, unless PROPTEST_CASES says; failures are printed, not written to files.
pub fn config() -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(64);
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

pub fn day(text: &str) -> Date {
    Date::parse(text).expect("a date")
}

pub fn now() -> Timestamp {
    Timestamp::new("2026-11-24T10:00:00Z")
}

pub fn requirement(id: &str) -> RequirementId {
    CATALOGUE.parse_requirement(id).expect("a requirement")
}

pub fn control(id: &str) -> ControlId {
    CATALOGUE.parse_control(id).expect("a control")
}

pub fn outcome(assessment: &Assessment) -> Outcome {
    Outcome::new(&CATALOGUE, assessment, day("2026-11-24"))
}

/// An assessment with these sections.
pub fn assessment(sections: Value) -> Assessment {
    let mut document = json!({
        "format": "stage-zero-assessment", "version": 1, "catalogue": "iso27001-2022-amd1", "id": "test",
    });
    if let (Value::Object(document), Value::Object(sections)) = (&mut document, sections) {
        document.extend(sections);
    }
    Assessment::from_value(&document, &CATALOGUE).expect("a valid assessment")
}

/// An assessment in which all requirements just meet a stage, with evidence.
pub fn meeting(stage: Stage) -> Assessment {
    let mut met = Assessment::new("test".parse().expect("an id"), "Test", now());
    for id in CATALOGUE.requirement_ids() {
        let target = CATALOGUE.requirement(id).target(stage, &CATALOGUE);
        set(&mut met, id, Some(target));
        met.apply(&Edit::answer(id).evidence(vec!["Minutes of March".into()]), &now());
    }
    met
}

/// An internal audit whose auditors look after two of the four items of its sample, written otherwise there.
pub fn audited() -> Assessment {
    assessment(json!({
        "answers": {
            "4.1-issues": { "level": "operating", "owner": "Ada Byron", "evidence": ["Minutes of March"] },
            "9.2.2-b": { "level": "operating", "owner": "grace hopper " },
        },
        "documents": { "doc-scope": { "status": "approved", "reference": "Wiki, ISMS-1", "owner": "Ada, Zoë Ångström" } },
        "internal_audits": [{ "id": "IA1", "date": "2026-09-01", "auditors": "Grace Hopper, ZOË ÅNGSTRÖM", "scope": "All",
            "sample": ["4.1-issues", { "item": "9.2.2-b", "seen": "Same person", "result": "minor" }, "doc-scope", "gone"] }],
    }))
}

/// The same, with all documents approved, and all controls decided, justified and in place.
pub fn settled(stage: Stage) -> Assessment {
    let mut all = meeting(stage);
    let documents = CATALOGUE.documents.iter().map(|it| (it.id.to_owned(), json!({ "status": "approved" })));
    let applies = json!({ "decision": "applicable", "reasons": ["legal"], "level": "operating" });
    let controls = CATALOGUE.controls.iter().map(|it| (it.id.to_owned(), applies.clone()));
    let all_else = assessment(json!({
        "documents": documents.collect::<Value>(),
        "controls": controls.collect::<Value>(),
    }));
    (all.documents, all.controls) = (all_else.documents, all_else.controls);
    all
}

pub fn set(assessment: &mut Assessment, id: RequirementId, level: Option<Level>) {
    assessment.apply(&Edit::answer(id).level(level), &now());
}

pub fn any_level() -> impl Strategy<Value = Level> {
    prop::sample::select(&Level::ALL[..])
}

pub fn any_requirement() -> impl Strategy<Value = RequirementId> {
    prop::sample::select(CATALOGUE.requirement_ids().collect::<Vec<_>>())
}

fn any_date() -> impl Strategy<Value = Date> {
    (0..3000_i32).prop_map(|days| day("2024-01-01").plus_days(days))
}

fn any_custom() -> impl Strategy<Value = CustomId> {
    (1..4_u8).prop_map(|n| CustomId::parse(&format!("C.{n}")).expect("an id"))
}

fn any_risk_id() -> impl Strategy<Value = RiskId> {
    (1..5_u8).prop_map(|n| RiskId::parse(&format!("R{n}")).expect("an id"))
}

fn any_numbered() -> impl Strategy<Value = Part> {
    let number = |prefix: &'static str| (1..4_u8).prop_map(move |n| format!("{prefix}{n}"));
    prop_oneof![
        1 => any_custom().prop_map(Part::Custom),
        2 => any_risk_id().prop_map(Part::Risk),
        2 => number("NC").prop_map(|id| Part::Nonconformity(NonconformityId::parse(&id).expect("an id"))),
        1 => number("IA").prop_map(|id| Part::Audit(AuditId::parse(&id).expect("an id"))),
        1 => number("MR").prop_map(|id| Part::ManagementReview(ManagementReviewId::parse(&id).expect("an id"))),
    ]
}

fn any_control() -> impl Strategy<Value = ControlId> {
    let annex = prop::sample::select(CATALOGUE.control_ids().collect::<Vec<_>>());
    prop_oneof![6 => annex, 1 => any_custom().prop_map(ControlId::Custom)]
}

fn any_text() -> impl Strategy<Value = String> {
    let letters = prop::string::string_regex("\\PC{1,12}").expect("a pattern");
    prop_oneof![Just(String::new()), Just("  ".to_owned()), letters]
}

fn any_decision() -> impl Strategy<Value = Decision> {
    let reasons = prop::collection::vec(prop::sample::select(&Reason::ALL[..]), 0..3);
    prop_oneof![
        1 => Just(Decision::Undecided),
        4 => (reasons, any_text()).prop_map(|(reasons, justification)| Decision::Applicable {
            reasons: reasons.into_iter().collect(),
            justification,
        }),
        2 => any_text().prop_map(|justification| Decision::Excluded { justification }),
    ]
}

/// A piece of evidence: mostly a text.
fn any_evidence() -> impl Strategy<Value = Evidence> {
    let days = (prop::option::of(any_date()), prop::option::of(any_date()));
    let file = (any_text(), prop::option::of(any::<u32>()), prop_oneof![Just(String::new()), Just("0a".repeat(32))]);
    let file = file.prop_map(|(name, size, sha256)| Fingerprint { name, size, sha256 });
    let whole = (any_text(), any_text(), days, file).prop_map(|(what, place, (date, until), file)| Evidence {
        what,
        r#where: place,
        date,
        until,
        file,
        ..Evidence::default()
    });
    prop_oneof![2 => any_text().prop_map(Evidence::from), 1 => whole]
}

/// Any value of a kind.
pub fn any_value(kind: Kind) -> BoxedStrategy<FieldValue> {
    match kind {
        Kind::Text | Kind::Nth(..) => any_text().prop_map(FieldValue::Text).boxed(),
        Kind::Moment => Just(FieldValue::Text(now().as_str().to_owned())).boxed(),
        Kind::Texts => prop::collection::vec(any_text(), 0..3).prop_map(FieldValue::Texts).boxed(),
        Kind::Evidence => prop::collection::vec(any_evidence(), 0..3).prop_map(FieldValue::Evidence).boxed(),
        Kind::Tasks => {
            // Of a task no file is known.
            let task = any_evidence().prop_map(|it| Evidence { file: Fingerprint::default(), ..it });
            prop::collection::vec(task, 0..3).prop_map(FieldValue::Evidence).boxed()
        }
        Kind::Sample => {
            let result = any_value(Kind::Choice(AuditResult::CHOICE));
            let one = (any_text(), any_text(), result).prop_map(|(item, seen, result)| {
                let mut one = Evidence { r#where: seen, ..Evidence::from(item) };
                one.result.set(SampleResult::FIELDS[0].at, &result);
                one
            });
            prop::collection::vec(one, 0..3).prop_map(FieldValue::Evidence).boxed()
        }
        Kind::Number(most) => prop::option::of(0..=most.min(2_000)).prop_map(FieldValue::Number).boxed(),
        Kind::Day => prop::option::of(any_date()).prop_map(FieldValue::Day).boxed(),
        Kind::Flag => any::<bool>().prop_map(FieldValue::Flag).boxed(),
        Kind::Choice(choice) => {
            let most = u8::try_from(choice.names.len()).expect("few choices");
            prop::option::weighted(0.9, 0..most).prop_map(FieldValue::Choice).boxed()
        }
        Kind::Choices(choice) => (0..1_u8 << choice.names.len()).prop_map(FieldValue::Choices).boxed(),
        Kind::Risks => prop::collection::vec(any_risk_id(), 0..3).prop_map(FieldValue::Risks).boxed(),
    }
}

/// Any change of any field of the record of a part.
pub fn any_set(parts: impl Strategy<Value = Part>) -> impl Strategy<Value = Edit> {
    let field = |part: Part| (Just(part), prop::sample::select(part.said().collect::<Vec<_>>()));
    parts
        .prop_flat_map(field)
        .prop_flat_map(|(part, field)| any_value(field.kind).prop_map(move |value| Edit::Set(part, field, value)))
}

/// Any change; a batch of some now and then.
pub fn any_edit() -> impl Strategy<Value = Edit> {
    let facts = prop::sample::select(CATALOGUE.fact_ids().collect::<Vec<_>>());
    let documents = prop::sample::select(CATALOGUE.document_ids().collect::<Vec<_>>());
    let one = prop_oneof![
        1 => any_set(Just(Part::Meta)),
        1 => any_set(Just(Part::Profile)),
        2 => (facts, prop::option::of(any::<bool>())).prop_map(|(id, value)| Edit::Fact(id, value)),
        4 => (any_requirement(), prop::option::weighted(0.9, any_level()))
            .prop_map(|(id, level)| Edit::answer(id).level(level)),
        4 => any_set(any_requirement().prop_map(Part::Answer)),
        3 => any_set(documents.prop_map(Part::Document)),
        4 => (any_control(), any_decision()).prop_map(|(id, it)| Edit::control(id).decision(&it)),
        3 => any_set(any_control().prop_map(Part::Control)),
        1 => (any_numbered(), prop::bool::weighted(0.8))
            .prop_map(|(part, there)| if there { Edit::Add(part) } else { Edit::Remove(part) }),
        3 => any_set(any_numbered()),
        1 => ("[ab]", prop::option::weighted(0.8, any_text())).prop_map(|(id, it)| Edit::Review(id, it.map(Value::from))),
    ];
    one.prop_recursive(1, 5, 4, |edit| prop::collection::vec(edit, 0..4).prop_map(Edit::Batch))
}

/// Any assessment: levels for each requirement, most of them the same, some open, and a heap of other changes.
pub fn any_assessment() -> impl Strategy<Value = Assessment> {
    let dice = prop::collection::vec(any::<u8>(), CATALOGUE.requirements.len());
    let levels = (0..=4_u8, 0..=120_u8, dice).prop_map(|(usual, open, dice)| {
        let level = |die: u8| match die {
            die if die < open / 2 => None,
            die if die < 160 => Some(Level::ALL[usize::from(usual)]),
            die => Some(Level::ALL[usize::from(die % 5)]),
        };
        dice.into_iter().map(level).collect::<Vec<_>>()
    });
    let decided = prop::option::of(any_decision());
    (levels, decided, prop::collection::vec(any_edit(), 0..80)).prop_map(|(levels, decided, edits)| {
        let mut assessment = Assessment::new("test".parse().expect("an id"), "Test", now());
        for (id, level) in CATALOGUE.requirement_ids().zip(levels) {
            if level.is_some() {
                set(&mut assessment, id, level);
            }
        }
        if let Some(decision) = decided {
            for id in CATALOGUE.control_ids() {
                assessment.apply(&Edit::control(id).decision(&decision), &now());
            }
        }
        assessment.apply(&Edit::Batch(edits), &now());
        assessment
    })
}

/// Everything in place and nothing to do, but for the sections that are given.
pub fn settled_but(sections: Value) -> Assessment {
    let given = assessment(sections);
    let mut all = settled(Stage::Two);
    all.answers.extend(given.answers);
    all.documents.extend(given.documents);
    all.controls.extend(given.controls);
    all.profile = given.profile;
    all
}
