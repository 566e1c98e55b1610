//! What the tests share: a catalogue, a day, and assessments of any kind.
#![allow(dead_code, reason = "each test file uses some of it")]

use proptest::prelude::*;
use readiness::assessment::*;
use readiness::catalogue::{ControlId, CustomId, RequirementId, RiskId};
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
    let mut met = Assessment::new("test", "Test", now());
    for id in CATALOGUE.requirement_ids() {
        let target = CATALOGUE.requirement(id).target(stage, &CATALOGUE);
        set(&mut met, id, Some(target));
        met.apply(&Edit::Answer(id, ItemChange::Evidence(vec!["Minutes of March".to_owned()])), &now());
    }
    met
}

pub fn set(assessment: &mut Assessment, id: RequirementId, level: Option<Level>) {
    assessment.apply(&Edit::Answer(id, ItemChange::Level(level)), &now());
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

fn any_control() -> impl Strategy<Value = ControlId> {
    let annex = prop::sample::select(CATALOGUE.control_ids().collect::<Vec<_>>());
    prop_oneof![6 => annex, 1 => any_custom().prop_map(ControlId::Custom)]
}

fn any_text() -> impl Strategy<Value = String> {
    let letters = prop::string::string_regex("\\PC{1,12}").expect("a pattern");
    prop_oneof![Just(String::new()), Just("  ".to_owned()), letters]
}

pub fn any_item_change() -> impl Strategy<Value = ItemChange> {
    prop_oneof![
        4 => prop::option::weighted(0.9, any_level()).prop_map(ItemChange::Level),
        1 => any_text().prop_map(ItemChange::Note),
        1 => prop::collection::vec(any_text(), 0..3).prop_map(ItemChange::Evidence),
        1 => any_text().prop_map(ItemChange::Owner),
        1 => prop::option::of(any_date()).prop_map(ItemChange::Due),
    ]
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

fn any_risk() -> impl Strategy<Value = Risk> {
    let grade = || prop::option::of(1..=5_u8);
    let treatment = prop::option::of(prop::sample::select(&Treatment::ALL[..]));
    (any_text(), any_text(), grade(), grade(), treatment, any::<bool>()).prop_map(
        |(title, owner, likelihood, impact, treatment, residual_accepted)| Risk {
            title,
            owner,
            likelihood,
            impact,
            treatment,
            residual_accepted,
        },
    )
}

fn any_profile_change() -> impl Strategy<Value = ProfileChange> {
    prop_oneof![
        any_text().prop_map(ProfileChange::Organisation),
        prop::option::of(0..2000_u32).prop_map(ProfileChange::People),
        prop::option::of(0..9_u32).prop_map(ProfileChange::Sites),
        any_text().prop_map(ProfileChange::Sector),
        any_text().prop_map(ProfileChange::Country),
        any_text().prop_map(ProfileChange::Scope),
        prop::option::of(any_date()).prop_map(ProfileChange::TargetDate),
        any_text().prop_map(ProfileChange::ContactName),
        any_text().prop_map(ProfileChange::ContactEmail),
        (prop::sample::select(&Scale::ALL[..]), Scale::STEPS, any_text())
            .prop_map(|(scale, step, name)| ProfileChange::RiskStep(scale, step, name)),
    ]
}

fn any_document_change() -> impl Strategy<Value = DocumentChange> {
    let status = prop::option::of(prop::sample::select(&DocumentStatus::ALL[..]));
    prop_oneof![
        4 => status.prop_map(DocumentChange::Status),
        1 => any_text().prop_map(DocumentChange::Reference),
        1 => any_text().prop_map(DocumentChange::Owner),
        1 => prop::option::of(any_date()).prop_map(DocumentChange::Reviewed),
    ]
}

/// Any change; a batch of some now and then.
pub fn any_edit() -> impl Strategy<Value = Edit> {
    let facts = prop::sample::select(CATALOGUE.fact_ids().collect::<Vec<_>>());
    let documents = prop::sample::select(CATALOGUE.document_ids().collect::<Vec<_>>());
    let one = prop_oneof![
        1 => any_text().prop_map(Edit::Title),
        1 => any_profile_change().prop_map(Edit::Profile),
        2 => (facts, prop::option::of(any::<bool>())).prop_map(|(id, value)| Edit::Fact(id, value)),
        8 => (any_requirement(), any_item_change()).prop_map(|(id, change)| Edit::Answer(id, change)),
        3 => (documents, any_document_change()).prop_map(|(id, change)| Edit::Document(id, change)),
        4 => (any_control(), any_decision()).prop_map(|(id, it)| Edit::Control(id, ControlChange::Decision(it))),
        2 => (any_control(), any_item_change()).prop_map(|(id, it)| Edit::Control(id, ControlChange::Item(it))),
        1 => (any_control(), prop::collection::vec(any_risk_id(), 0..3))
            .prop_map(|(id, risks)| Edit::Control(id, ControlChange::Risks(risks))),
        1 => (any_custom(), prop::option::weighted(0.8, (any_text(), any_text()))).prop_map(|(id, control)| {
            Edit::Custom(id, control.map(|(name, source)| CustomControl { name, source }))
        }),
        2 => (any_risk_id(), prop::option::weighted(0.8, any_risk())).prop_map(|(id, risk)| Edit::Risk(id, risk)),
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
        let mut assessment = Assessment::new("test", "Test", now());
        for (id, level) in CATALOGUE.requirement_ids().zip(levels) {
            if level.is_some() {
                set(&mut assessment, id, level);
            }
        }
        if let Some(decision) = decided {
            for id in CATALOGUE.control_ids() {
                assessment.apply(&Edit::Control(id, ControlChange::Decision(decision.clone())), &now());
            }
        }
        assessment.apply(&Edit::Batch(edits), &now());
        assessment
    })
}
