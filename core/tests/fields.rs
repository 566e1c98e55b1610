//! Every aspect of every field of every record. A field that lacks one is named here.

use crate::common::*;
use readiness::assessment::*;
use readiness::catalogue::{AuditId, ControlId, CustomId, ManagementReviewId, NonconformityId, RiskId};
use readiness::extract::Portions;
use readiness::merge::{Merge, differences};
use readiness::{Assessment, Edit};
use serde_json::Value;
use std::collections::BTreeSet;

fn risk() -> RiskId {
    RiskId::parse("R1").expect("an id")
}

fn own() -> CustomId {
    CustomId::parse("C.1").expect("an id")
}

/// An assessment in which each kind of record is there, and says as little as it can.
fn bare() -> Assessment {
    let mut bare = Assessment::new("test".parse().expect("an id"), "", now());
    let applies = Decision::Applicable { reasons: Reasons::default(), justification: String::new() };
    for edit in [
        Edit::Add(Part::Risk(risk())),
        Edit::Add(Part::Custom(own())),
        Edit::Add(Part::Nonconformity(NonconformityId::parse("NC1").expect("an id"))),
        Edit::Add(Part::Audit(AuditId::parse("IA1").expect("an id"))),
        Edit::Add(Part::ManagementReview(ManagementReviewId::parse("MR1").expect("an id"))),
        Edit::control(ControlId::Custom(own())).decision(&applies),
        Edit::answer(requirement("4.1-issues")).level(None),
        Edit::document(CATALOGUE.parse_document("doc-scope").expect("a document")).reference("ISMS-1".to_owned()),
    ] {
        bare.apply(&edit, &now());
    }
    bare
}

/// A part of each kind.
fn parts() -> Vec<Part> {
    bare().parts()
}

/// A value that says something.
fn said(kind: Kind) -> FieldValue {
    match kind {
        Kind::Text | Kind::Nth(..) | Kind::Moment => FieldValue::Text("zq".to_owned()),
        Kind::Texts => FieldValue::Texts(vec!["zq".to_owned()]),
        Kind::Evidence | Kind::Tasks | Kind::Sample => FieldValue::Evidence(vec!["zq".into()]),
        Kind::Number(_) => FieldValue::Number(Some(3)),
        Kind::Day => FieldValue::Day(Some(day("2031-01-01"))),
        Kind::Flag => FieldValue::Flag(true),
        Kind::Choice(_) => FieldValue::Choice(Some(1)),
        Kind::Choices(_) => FieldValue::Choices(0b10),
        Kind::Risks => FieldValue::Risks(vec![risk()]),
    }
}

/// Each field that a person fills in, with its part.
fn each() -> impl Iterator<Item = (Part, &'static Field)> {
    parts().into_iter().flat_map(|part| part.said().map(move |field| (part, field)))
}

fn with(part: Part, field: &'static Field) -> (Assessment, Edit) {
    let mut it = bare();
    let undo = it.apply(&Edit::Set(part, field, said(field.kind)), &now());
    (it, undo)
}

/// The JSON of a field in a file.
fn written(assessment: &Assessment, part: Part, field: &Field) -> Option<Value> {
    let record = assessment.part_value(part, &CATALOGUE)?;
    let within = part.tables().iter().find(|table| table.fields.contains(field))?.within;
    if within.is_empty() { record.get(field.name).cloned() } else { record.get(within)?.get(field.name).cloned() }
}

#[test]
fn no_two_fields_of_a_part_have_the_same_number_or_name() {
    for part in parts() {
        let numbers: BTreeSet<_> = part.fields().map(|field| field.at).collect();
        assert_eq!(numbers.len(), part.fields().count(), "{part:?}");
        let name = |table: &Table, field: &Field| format!("{} {field:?}", table.within);
        let names: BTreeSet<_> =
            part.tables().iter().flat_map(|table| table.fields.iter().map(move |it| name(table, it))).collect();
        assert_eq!(names.len(), part.fields().count(), "{part:?}");
    }
}

#[test]
fn each_field_is_written_and_read_and_leaves_nothing_behind_while_it_is_not_said() {
    for (part, field) in each() {
        let (it, undo) = with(part, field);
        assert_eq!(it.value(part, field), said(field.kind), "{part:?} {field:?} can't be set");
        assert!(written(&it, part, field).is_some(), "{part:?} {field:?} is not written");
        let read = Assessment::from_value(&it.to_value(&CATALOGUE), &CATALOGUE).expect("our own file");
        assert_eq!(read, it, "{part:?} {field:?} is not read as it was written");
        let mut back = it;
        back.apply(&undo, &now());
        assert_eq!(back.to_value(&CATALOGUE), bare().to_value(&CATALOGUE), "{part:?} {field:?} is not taken back");
        let stays = back.value(part, field).is_said() || field.always;
        let whole = part.tables().iter().any(|table| table.fields.contains(field) && table.always);
        assert_eq!(written(&back, part, field).is_some(), stays && whole, "{part:?} {field:?}, not said");
    }
}

/// The fields that a record had from its start: files have them even while nothing was said there.
fn from_the_start(part: Part) -> &'static str {
    match part {
        Part::Meta => "title",
        Part::Profile => {
            "organisation people sites sector country scope target_date name email shifts platforms outsourced \
             certificates languages consultant soa_version likelihood impact"
        }
        Part::Answer(_) => "level note evidence owner due",
        Part::Document(_) => "status reference owner reviewed",
        Part::Control(_) => "reasons justification risks level note evidence owner due",
        Part::Custom(_) => "name source",
        Part::Risk(_) => "title owner likelihood impact treatment residual_accepted",
        Part::Nonconformity(_) => "finding",
        Part::Audit(_) | Part::ManagementReview(_) | Part::Unknown => "",
    }
}

/// Written before it is said, a field that came later would change the digest of each file that there is.
#[test]
fn no_field_that_came_later_is_written_before_it_is_said() {
    for part in parts() {
        let known = |field: &&Field| from_the_start(part).split(' ').any(|name| name == field.name);
        let later: Vec<_> = part.said().filter(|field| field.always && !known(field)).collect();
        assert!(later.is_empty(), "{part:?}: {later:?} would be written always");
    }
}

#[test]
fn each_field_has_a_name_and_a_value_in_words_and_differs_by_itself() {
    for (part, field) in each() {
        let (before, (after, _)) = (bare(), with(part, field));
        let differences = differences(&CATALOGUE, &before, &after);
        let [difference] = &differences[..] else { panic!("{part:?} {field:?}: {differences:?}") };
        let said = difference.said(&CATALOGUE);
        let [(name, was, is)] = &said[..] else { panic!("{part:?} {field:?}: {said:?}") };
        assert_eq!(*name, field.title(&CATALOGUE));
        assert!(!name.is_empty() && was != is && !is.is_empty(), "{part:?} {field:?}: {said:?}");
    }
}

/// Two people change different fields of one record: both changes stay, and nobody is asked.
#[test]
fn each_two_fields_of_a_record_merge_unless_they_are_one_decision() {
    for (part, field) in each() {
        for other in part.said().filter(|other| *other != field && !(field.joint && other.joint)) {
            let (ours, theirs) = (with(part, field).0, with(part, other).0);
            let merge = Merge::new(&CATALOGUE, &[&bare()], &[&ours, &theirs]);
            assert!(merge.conflicts.is_empty(), "{part:?}: {field:?} and {other:?}");
            let mut merged = ours.clone();
            merged.apply(&merge.edit(&[&ours, &theirs], &[]), &now());
            assert_eq!(merged.value(part, field), said(field.kind), "{part:?} {field:?}");
            assert_eq!(merged.value(part, other), said(other.kind), "{part:?} {other:?}");
        }
    }
}

/// Two tabs change different fields of one record within a moment: each applies its edit to what is stored.
#[test]
fn edits_of_two_fields_never_touch_each_other() {
    for (part, field) in each() {
        for other in part.said().filter(|other| *other != field && !(field.joint && other.joint)) {
            let (mut stored, _) = with(part, field);
            stored.apply(&Edit::Set(part, other, said(other.kind)), &now());
            assert_eq!(stored.value(part, field), said(field.kind), "{part:?}: {other:?} overwrites {field:?}");
        }
    }
}

/// Typing goes on as one step back only within its field; what is chosen is a step at once.
#[test]
fn each_field_is_taken_back_by_itself() {
    for (part, field) in each() {
        let edit = |field: &'static Field| Edit::Set(part, field, said(field.kind));
        assert!(edit(field).is_of_same_field(&edit(field)), "{part:?} {field:?}");
        for other in part.said().filter(|other| *other != field) {
            assert!(!edit(field).is_of_same_field(&edit(other)), "{part:?}: {field:?} and {other:?} are one step");
        }
        let chosen =
            matches!(field.kind, Kind::Choice(_) | Kind::Choices(_) | Kind::Flag | Kind::Day | Kind::Number(5));
        assert!(!chosen || !edit(field).is_typed(), "{part:?} {field:?} waits as what is typed");
    }
}

/// An undo is made only where the field still holds what the change left there.
#[test]
fn each_field_tells_whether_somebody_changed_it_since() {
    for (part, field) in each() {
        let change = Edit::Set(part, field, said(field.kind));
        let (mut it, undo) = with(part, field);
        assert!(it.is_as_left_by(&change), "{part:?} {field:?}");
        for other in part.said().filter(|other| *other != field && !(field.joint && other.joint)) {
            it.apply(&Edit::Set(part, other, said(other.kind)), &now());
            assert!(it.is_as_left_by(&change), "{part:?}: {other:?} is none of {field:?}");
        }
        it.apply(&undo, &now());
        assert!(!it.is_as_left_by(&change), "{part:?} {field:?} was changed since");
    }
    let mut gone = bare();
    gone.apply(&bare().removal(Part::Risk(risk())), &now());
    assert!(!gone.is_as_left_by(&Edit::Add(Part::Risk(risk()))));
    assert!(gone.is_as_left_by(&bare().removal(Part::Risk(risk()))));
}

#[test]
fn each_field_leaves_with_its_portion() {
    for (part, field) in each() {
        let Some(portion) = field.leave.portion() else { continue };
        let extract = with(part, field).0.extract(&CATALOGUE, Portions::default().with(portion, true));
        assert_ne!(extract.value(part, field), said(field.kind), "{part:?} {field:?}");
    }
}

#[test]
fn each_field_goes_on_into_the_next_cycle_or_is_open_again() {
    for (part, field) in each() {
        let (it, _) = with(part, field);
        let next =
            |keep| it.next_cycle("next".parse().expect("an id"), it.title.clone(), now(), keep).value(part, field);
        assert_eq!(next(true), said(field.kind), "{part:?} {field:?}");
        assert_eq!(next(false).is_said(), field.next == Next::Stays, "{part:?} {field:?}");
    }
}

#[test]
fn a_record_that_is_gone_is_neither_changed_nor_made_again() {
    let mut it = bare();
    let undo = it.apply(&Edit::Remove(Part::Risk(risk())), &now());
    let gone = it.clone();
    it.apply(&Edit::risk(risk()).title("Fire".to_owned()), &now());
    assert_eq!(it, gone);
    let differences = differences(&CATALOGUE, &bare(), &it);
    assert!(matches!(&differences[..], [one] if one.after == Edit::Remove(Part::Risk(risk()))), "{differences:?}");
    it.apply(&undo, &now());
    assert_eq!(it, bare());
}
