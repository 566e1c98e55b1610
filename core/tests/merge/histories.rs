//! What people may have done to an assessment, at random.

use crate::common::*;
use proptest::prelude::*;
use proptest::sample::select;
use readiness::assessment::*;
use readiness::catalogue::{CustomId, RiskId};
use readiness::merge::{Choice, Merge, differences};
use readiness::{Assessment, Edit};
use serde_json::{Value, json};

// A few fields and a few values, so that people do get in each other's way.

pub fn text() -> impl Strategy<Value = String> {
    select(&["", "one", "two", "three"][..]).prop_map(str::to_owned)
}

pub fn item() -> impl Strategy<Value = ItemChange> {
    let evidence = prop::collection::vec(select(&["a", "b", "c", "d"][..]).prop_map(str::to_owned), 0..4);
    prop_oneof![
        3 => prop::option::weighted(0.9, any_level()).prop_map(ItemChange::Level),
        1 => text().prop_map(ItemChange::Note),
        2 => evidence.prop_map(ItemChange::Evidence),
        1 => text().prop_map(ItemChange::Owner),
    ]
}

pub fn decision() -> impl Strategy<Value = Decision> {
    let reasons = prop::collection::vec(select(&Reason::ALL[..]), 0..3);
    prop_oneof![
        1 => Just(Decision::Undecided),
        4 => (reasons, text()).prop_map(|(reasons, justification)| Decision::Applicable {
            reasons: reasons.into_iter().collect(),
            justification,
        }),
        1 => text().prop_map(|justification| Decision::Excluded { justification }),
    ]
}

pub fn risk_id(n: u8) -> RiskId {
    RiskId::parse(&format!("R{n}")).expect("an id")
}

pub fn any_risk() -> impl Strategy<Value = Risk> {
    (text(), text(), prop::option::of(1..3_u8), any::<bool>()).prop_map(
        |(title, owner, likelihood, residual_accepted)| Risk {
            title,
            owner,
            likelihood,
            residual_accepted,
            ..Risk::default()
        },
    )
}

pub fn unknown() -> impl Strategy<Value = Value> {
    let value = || select(vec![json!(1), json!([2]), json!({ "deep": 1 }), json!({ "other": 2 })]);
    prop::collection::btree_map(select(&["x", "y"][..]).prop_map(str::to_owned), value(), 0..3)
        .prop_map(|fields| if fields.is_empty() { Value::Null } else { Value::Object(fields.into_iter().collect()) })
}

pub fn any_change() -> impl Strategy<Value = Edit> {
    let requirements = select(vec![requirement("4.1-issues"), requirement("4.3-document"), requirement("9.3.2-a")]);
    let controls = || select(vec![control("A.5.1"), control("A.8.25"), control("C.1")]);
    let document = CATALOGUE.parse_document("doc-scope").expect("a document");
    let fact = CATALOGUE.fact_ids().next().expect("a fact");
    let own = CustomId::parse("C.1").expect("an id");
    prop_oneof![
        1 => text().prop_map(Edit::Title),
        1 => text().prop_map(|it| Edit::Profile(ProfileChange::Scope(it))),
        1 => prop::option::of(1..4_u32).prop_map(|it| Edit::Profile(ProfileChange::People(it))),
        1 => prop::option::of(any::<bool>()).prop_map(move |it| Edit::Fact(fact, it)),
        6 => (requirements, item()).prop_map(|(id, it)| Edit::Answer(id, it)),
        2 => text().prop_map(move |it| Edit::Document(document, DocumentChange::Owner(it))),
        3 => (controls(), decision()).prop_map(|(id, it)| Edit::Control(id, ControlChange::Decision(it))),
        2 => (controls(), prop::collection::vec((1..4_u8).prop_map(risk_id), 0..3))
            .prop_map(|(id, it)| Edit::Control(id, ControlChange::Risks(it))),
        1 => prop::option::weighted(0.7, (text(), text())).prop_map(move |it| {
            Edit::Custom(own, it.map(|(name, source)| CustomControl { name, source }))
        }),
        3 => ((1..4_u8).prop_map(risk_id), prop::option::weighted(0.8, any_risk())).prop_map(|(id, it)| Edit::Risk(id, it)),
        1 => unknown().prop_map(Edit::Rest),
    ]
}

pub fn any_work() -> impl Strategy<Value = Vec<Edit>> {
    prop::collection::vec(any_change(), 0..14)
}

pub fn after(before: &Assessment, work: &[Edit]) -> Assessment {
    let mut state = before.clone();
    work.iter().for_each(|edit| drop(state.apply(edit, &now())));
    state
}

pub fn start() -> Assessment {
    Assessment::new("test", "Test", now())
}

/// A common ancestor and what three people made of it.
pub fn any_copies() -> impl Strategy<Value = (Assessment, [Assessment; 3])> {
    (any_work(), any_work(), any_work(), any_work()).prop_map(|(before, a, b, c)| {
        let before = after(&start(), &before);
        let copies = [a, b, c].map(|work| after(&before, &work));
        (before, copies)
    })
}

pub fn merge(before: &Assessment, sides: &[&Assessment]) -> Merge {
    Merge::new(&CATALOGUE, &[before], sides)
}

pub fn result_with(merge: &Merge, sides: &[&Assessment], choices: &[Choice]) -> Assessment {
    after(sides[0], &[merge.edit(sides, choices)])
}

/// The first side with all that merges by itself.
pub fn result(before: &Assessment, sides: &[&Assessment]) -> Assessment {
    result_with(&merge(before, sides), sides, &[])
}

/// Field by field: how an empty entry is stored does not matter, nor when it was changed.
pub fn same(one: &Assessment, other: &Assessment) -> bool {
    differences(&CATALOGUE, one, other).is_empty()
}

/// Which fields somebody has to decide about, told by what they were and by what they can become.
pub fn questions(merge: &Merge) -> Vec<(Option<Edit>, Vec<String>)> {
    let options = |conflict: &readiness::merge::Conflict| {
        let mut options: Vec<_> = conflict.options.iter().map(|(edit, _)| format!("{edit:?}")).collect();
        options.sort();
        options
    };
    merge.conflicts.iter().map(|conflict| (conflict.before.clone(), options(conflict))).collect()
}

/// The fields of a state as edits.
pub fn fields(state: &Assessment, like: &[&Assessment]) -> Vec<Edit> {
    let mut parts: Vec<_> = like.iter().flat_map(|state| state.parts()).collect();
    parts.sort_unstable();
    parts.dedup();
    parts.into_iter().flat_map(|part| state.fields(part, &CATALOGUE)).collect()
}
