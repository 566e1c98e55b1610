//! What people may have done to an assessment, at random.

use crate::common::*;
use proptest::prelude::*;
use proptest::sample::select;
use readiness::assessment::*;
use readiness::catalogue::{AuditId, ControlId, CustomId, ManagementReviewId, NonconformityId, RiskId};
use readiness::merge::{Choice, Grain, Merge, differences};
use readiness::{Assessment, Edit};
use serde_json::{Value, json};

// A few fields and a few values, so that people do get in each other's way.

/// A value of a kind.
fn few(kind: Kind) -> BoxedStrategy<FieldValue> {
    let text = || select(&["", "one", "two", "three"][..]).prop_map(str::to_owned);
    match kind {
        Kind::Text | Kind::Nth(..) | Kind::Moment => text().prop_map(FieldValue::Text).boxed(),
        Kind::Texts => prop::collection::vec(select(&["a", "b", "c", "d"][..]).prop_map(str::to_owned), 0..4)
            .prop_map(FieldValue::Texts)
            .boxed(),
        Kind::Evidence | Kind::Tasks | Kind::Sample => {
            prop::collection::vec(select(&["a", "b", "c", "d"][..]).prop_map(Evidence::from), 0..4)
                .prop_map(FieldValue::Evidence)
                .boxed()
        }
        Kind::Number(_) => prop::option::of(1..4_u32).prop_map(FieldValue::Number).boxed(),
        Kind::Day => {
            prop::option::of(select(vec![day("2027-01-01"), day("2027-02-01")])).prop_map(FieldValue::Day).boxed()
        }
        Kind::Risks => prop::collection::vec((1..4_u8).prop_map(risk_id), 0..3).prop_map(FieldValue::Risks).boxed(),
        Kind::Flag | Kind::Choice(_) | Kind::Choices(_) => any_value(kind),
    }
}

pub fn risk_id(n: u8) -> RiskId {
    RiskId::parse(&format!("R{n}")).expect("an id")
}

pub fn unknown() -> impl Strategy<Value = Value> {
    let value = || select(vec![json!(1), json!([2]), json!({ "deep": 1 }), json!({ "other": 2 })]);
    prop::collection::btree_map(select(&["x", "y"][..]).prop_map(str::to_owned), value(), 0..3)
        .prop_map(|fields| if fields.is_empty() { Value::Null } else { Value::Object(fields.into_iter().collect()) })
}

/// A change of any field of a few records, most often of one that many have.
pub fn any_change() -> impl Strategy<Value = Edit> {
    let answers = ["4.1-issues", "4.3-document", "9.3.2-a"].map(|id| Part::Answer(requirement(id)));
    let controls = ["A.5.1", "A.8.25", "C.1"].map(control);
    let document = Part::Document(CATALOGUE.parse_document("doc-scope").expect("a document"));
    let fact = CATALOGUE.fact_ids().next().expect("a fact");
    let own = Part::Custom(CustomId::parse("C.1").expect("an id"));
    let found = NonconformityId::parse("NC1").map(Part::Nonconformity).expect("an id");
    let audit = AuditId::parse("IA1").map(Part::Audit).expect("an id");
    let review = ManagementReviewId::parse("MR1").map(Part::ManagementReview).expect("an id");
    let numbered = move || {
        prop_oneof![
            1 => Just(own),
            3 => (1..4_u8).prop_map(|n| Part::Risk(risk_id(n))),
            1 => select(vec![found, audit, review]),
        ]
    };
    let set = |part: Part| (Just(part), select(part.said().collect::<Vec<_>>()));
    let set = move |parts: BoxedStrategy<Part>| {
        parts
            .prop_flat_map(set)
            .prop_flat_map(|(part, field)| few(field.kind).prop_map(move |value| Edit::Set(part, field, value)))
    };
    let decision = (0..3_u8, 0..16_u8, few(Kind::Text)).prop_map(|(decided, reasons, words)| {
        let mut entry = ControlEntry::default();
        let decided = FieldValue::Choice(decided.checked_sub(1));
        for (field, value) in ControlEntry::FIELDS.iter().zip([decided, FieldValue::Choices(reasons), words]) {
            entry.set(field.at, &value);
        }
        entry.decision
    });
    prop_oneof![
        1 => set(Just(Part::Meta).boxed()),
        3 => set(Just(Part::Profile).boxed()),
        1 => prop::option::of(any::<bool>()).prop_map(move |it| Edit::Fact(fact, it)),
        6 => set(select(answers.to_vec()).boxed()),
        2 => set(Just(document).boxed()),
        3 => (select(controls.to_vec()), decision).prop_map(|(id, it)| Edit::control(id).decision(&it)),
        4 => set(select(controls.map(Part::Control).to_vec()).boxed()),
        2 => numbered().prop_map(Edit::Add),
        2 => (select(controls.to_vec()), (1..4_u8).prop_map(risk_id), any::<bool>())
            .prop_map(|(control, risk, linked)| Edit::Link(control, risk, linked)),
        1 => numbered().prop_map(Edit::Remove),
        6 => set(numbered().boxed()),
        1 => unknown().prop_map(Edit::Unknown),
    ]
}

pub fn any_work() -> impl Strategy<Value = Vec<Edit>> {
    prop::collection::vec(any_change(), 0..14)
}

/// What somebody did, as the site lets them: what belongs to something goes with it, links lead to what is there,
/// and no number is given twice.
pub fn after(before: &Assessment, work: &[Edit]) -> Assessment {
    let mut state = before.clone();
    for edit in work {
        let edit = match edit {
            Edit::Remove(part) => state.removal(*part),
            Edit::Add(part) if state.entry(*part).is_none() && is_given(&state, *part) => continue,
            Edit::Set(_, _, FieldValue::Risks(_)) => continue,
            Edit::Set(Part::Control(ControlId::Custom(id)), ..) if !state.custom_controls.contains_key(id) => continue,
            Edit::Batch(edits) if is_about_nothing(&state, edits) => continue,
            Edit::Link(control, risk, _) if !is_there(&state, *control) || !state.risks.contains_key(risk) => continue,
            edit => edit.clone(),
        };
        state.apply(&edit, &now());
    }
    state
}

/// Whether a number, or a later one, was given: the site gives none twice.
fn is_given(state: &Assessment, part: Part) -> bool {
    match part {
        Part::Risk(id) => state.next_risk().is_none_or(|next| id < next),
        Part::Custom(id) => state.next_custom().is_none_or(|next| id < next),
        _ => false,
    }
}

fn is_there(state: &Assessment, control: ControlId) -> bool {
    !matches!(control, ControlId::Custom(id) if !state.custom_controls.contains_key(&id))
}

fn is_about_nothing(state: &Assessment, edits: &[Edit]) -> bool {
    edits.iter().any(|edit| matches!(edit, Edit::Set(Part::Control(id), ..) if !is_there(state, *id)))
}

pub fn start() -> Assessment {
    Assessment::new("test".parse().expect("an id"), "Test", now())
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
    let mut result = sides[0].clone();
    result.apply(&merge.edit(sides, choices), &now());
    result
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

/// The fields of states, told apart as finely as these sides merge.
pub fn fields(before: &[&Assessment], sides: &[&Assessment], states: &[&Assessment]) -> Vec<Vec<Edit>> {
    let grain = Grain::of_merge(before, sides);
    states.iter().map(|state| grain.fields(state, &CATALOGUE)).collect()
}
