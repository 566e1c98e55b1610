//! What belongs to the number of a risk, of a control of one's own, or of an internal audit.

use super::*;
use readiness::catalogue::{AuditId, NonconformityId};

#[test]
fn a_link_to_what_somebody_removed_is_asked_about() {
    let (part, backup) = (Part::Risk(risk_id(2)), control("A.8.13"));
    let before = say(&start(), [Edit::Add(part), Edit::risk(risk_id(2)).title("Flood".to_owned())]);
    let (ours, theirs) = (say(&before, [Edit::Remove(part)]), say(&before, [Edit::Link(backup, risk_id(2), true)]));
    let merge = merge(&before, &[&ours, &theirs]);
    let [conflict] = &merge.conflicts[..] else { panic!("one question, {:?}", merge.conflicts) };
    assert!(!conflict.both && merge.settled.iter().all(|it| !it.is_news()));
    let result = |choice| result_with(&merge, &[&ours, &theirs], &[choice]);
    assert_eq!(result(Choice::Option(0)).remains(&CATALOGUE), [""; 0]);
    assert_eq!(result(Choice::Option(0)).next_risk(), Some(risk_id(3)), "a number is given once");
    assert_eq!(result(Choice::Option(1)).controls[&backup].risks, [risk_id(2)]);
    assert_eq!(result(Choice::Option(1)).risks[&risk_id(2)].title, "Flood");
}

#[test]
fn what_was_said_about_a_number_comes_or_goes_with_the_answer() {
    let own = CustomId::parse("C.1").unwrap();
    let add = |name: &str, owner: &str| {
        [
            Edit::Add(Part::Custom(own)),
            Edit::custom(own).name(name.to_owned()),
            Edit::control(ControlId::Custom(own)).item().owner(owner.to_owned()),
        ]
    };
    let (ours, theirs) = (say(&start(), add("Lock up", "Ben")), say(&start(), add("Look after visitors", "Eve")));
    let merge = merge(&start(), &[&ours, &theirs]);
    let [conflict] = &merge.conflicts[..] else { panic!("one question, {:?}", merge.conflicts) };
    assert!(conflict.both);
    let owners = |choice| {
        let merged = result_with(&merge, &[&ours, &theirs], &[choice]);
        merged.controls.iter().map(|(id, it)| (id.name(&CATALOGUE), it.item.owner.clone())).collect::<Vec<_>>()
    };
    let is = |id: &str, owner: &str| (id.to_owned(), owner.to_owned());
    assert_eq!(owners(Choice::Option(0)), [is("C.1", "Ben")]);
    assert_eq!(owners(Choice::Option(1)), [is("C.1", "Eve")]);
    assert_eq!(owners(Choice::Both), [is("C.1", "Ben"), is("C.2", "Eve")]);
}

#[test]
fn a_new_risk_that_is_treated_by_what_somebody_removed_is_asked_about() {
    let own = CustomId::parse("C.1").unwrap();
    let before = say(&start(), [Edit::Add(Part::Custom(own)), Edit::custom(own).name("Lock up".to_owned())]);
    let removed = say(&before, [Edit::Remove(Part::Custom(own))]);
    let linked = [
        Edit::Add(Part::Risk(risk_id(2))),
        Edit::risk(risk_id(2)).owner("Eve".to_owned()),
        Edit::Link(ControlId::Custom(own), risk_id(2), true),
    ];
    let linked = say(&before, linked);
    for sides in [[&removed, &linked], [&linked, &removed]] {
        let merge = merge(&before, &sides);
        let [conflict] = &merge.conflicts[..] else { panic!("one question, {:?}", merge.conflicts) };
        assert!(!conflict.both);
        for (option, (edit, _)) in conflict.options.iter().enumerate() {
            let merged = result_with(&merge, &sides, &[Choice::Option(option)]);
            let kept = if matches!(edit, Edit::Remove(_)) { &[][..] } else { &[risk_id(2)][..] };
            let linked = merged.controls.get(&ControlId::Custom(own)).map_or(&[][..], |entry| &entry.risks);
            assert_eq!(linked, kept);
            assert_eq!(merged.remains(&CATALOGUE), [""; 0]);
            assert_eq!(merged.risks[&risk_id(2)].owner, "Eve");
        }
    }
}

proptest! {
    #![proptest_config(config())]

    /// Each adds an audit of their own, with what it found. All stay, and each finding names the audit that found it,
    /// whatever numbers they have then.
    #[test]
    fn what_an_audit_found_names_that_audit_under_any_number(counts in prop::array::uniform3(0..4_u32)) {
        let audit = AuditId::parse("IA1").expect("an id");
        let dates = ["2026-03-01", "2026-04-01", "2026-05-01"].map(day);
        let sides: Vec<_> = counts.into_iter().zip(dates).map(|(count, date)| {
            let found = (1..=count).flat_map(|n| {
                let id = NonconformityId::parse(&format!("NC{n}")).expect("an id");
                let edit = Edit::nonconformity(id);
                [
                    Edit::Add(Part::Nonconformity(id)),
                    edit.finding(format!("{n} of {date}")),
                    edit.source(Some(FoundIn::InternalAudit)),
                    edit.reference("IA1".to_owned()),
                ]
            });
            let held = [Edit::Add(Part::Audit(audit)), Edit::audit(audit).date(Some(date))];
            say(&start(), held.into_iter().chain(found))
        }).collect();
        let sides: Vec<_> = sides.iter().collect();
        let merge = merge(&start(), &sides);
        let merged = result_with(&merge, &sides, &vec![Choice::Both; merge.conflicts.len()]);
        prop_assert_eq!(merged.internal_audits.len(), 3);
        prop_assert_eq!(merged.nonconformities.len(), counts.iter().sum::<u32>() as usize);
        for one in merged.nonconformities.values() {
            let audit = &merged.internal_audits[&AuditId::parse(&one.reference).expect("it names an audit")];
            prop_assert!(one.finding.ends_with(&audit.date.expect("a day").to_string()), "{:?}", one);
        }
    }
}
