//! Merging copies of an assessment: what must hold whatever several people did to theirs, and what a person sees.

mod histories;
mod holding;
mod numbers;
mod people;

use crate::common::*;
use histories::*;
use holding::{holds, without_open_links};
use people::{Person, choose};
use proptest::prelude::*;
use proptest::sample::Index;
use readiness::assessment::*;
use readiness::catalogue::{ControlId, CustomId};
use readiness::merge::{Choice, Merge, differences};
use readiness::{Assessment, Edit, Timestamp};
use serde_json::json;

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_order_in_which_copies_come_does_not_matter((before, [a, b, c]) in any_copies()) {
        let all = merge(&before, &[&a, &b, &c]);
        for sides in [[&a, &c, &b], [&b, &a, &c], [&b, &c, &a], [&c, &a, &b], [&c, &b, &a]] {
            let other = merge(&before, &sides);
            prop_assert_eq!(questions(&all), questions(&other));
            // Where somebody has to decide, each keeps what is there; all else is the same.
            let edits = |merge: &Merge| merge.settled.iter().map(|it| it.edit.clone()).collect::<Vec<_>>();
            prop_assert_eq!(edits(&all), edits(&other));
            if all.conflicts.is_empty() {
                prop_assert!(same(&result(&before, &[&a, &b, &c]), &result(&before, &sides)));
            }
        }
    }

    #[test]
    fn merging_again_changes_nothing((before, [a, b, _]) in any_copies()) {
        prop_assert!(merge(&before, &[&a, &a]).is_nothing_new());
        prop_assert!(merge(&before, &[&a, &before]).is_nothing_new());
        prop_assert!(same(&result(&before, &[&before, &a]), &a));
        let once = merge(&before, &[&a, &b]);
        if once.conflicts.is_empty() {
            let done = result(&before, &[&a, &b]);
            prop_assert!(merge(&before, &[&done, &b]).is_nothing_new());
            prop_assert!(merge(&before, &[&done, &a]).is_nothing_new());
        }
    }

    #[test]
    fn one_after_the_other_is_as_all_at_once((before, [a, b, c]) in any_copies()) {
        let all = merge(&before, &[&a, &b, &c]);
        prop_assume!(all.conflicts.is_empty());
        let all = result(&before, &[&a, &b, &c]);
        let left = result(&before, &[&result(&before, &[&a, &b]), &c]);
        let right = result(&before, &[&a, &result(&before, &[&b, &c])]);
        prop_assert!(same(&left, &all), "{:?}", differences(&CATALOGUE, &left, &all));
        prop_assert!(same(&right, &all), "{:?}", differences(&CATALOGUE, &right, &all));
    }

    #[test]
    fn no_change_is_lost_and_none_is_overwritten_unseen((before, [a, b, c]) in any_copies()) {
        let sides = [&a, &b, &c];
        let merge = merge(&before, &sides);
        let all = fields(&[&before], &sides, &[&result_with(&merge, &sides, &[]), &before, &a, &b, &c]);
        let (merged, was) = (&all[0], &all[1]);
        for (index, side) in all[2..].iter().enumerate() {
            for ((is, was), merged) in side.iter().zip(was).zip(merged) {
                let asked = merge.conflicts.iter().find(|conflict| conflict.before.as_ref() == Some(was));
                match asked {
                    _ if is == was => {}
                    // Somebody is asked, and this side's change is one of the answers.
                    Some(conflict) => prop_assert!(conflict.option_of(index).is_some()),
                    None => {
                        let [merged, is, was] = [merged, is, was].map(|it| without_open_links(it, &merge));
                        prop_assert!(is == merged || holds(&merged, &is, &was), "{:?} became {:?}", is, merged);
                    }
                }
            }
        }
        // What nobody changed is as it was.
        for ((merged, was), index) in merged.iter().zip(was).zip(0..) {
            if all[2..].iter().all(|side| &side[index] == was) {
                prop_assert_eq!(merged, was);
            }
        }
    }

    #[test]
    fn a_decision_is_carried_out_and_one_undo_takes_all_of_it_back(
        (before, [a, b, _]) in any_copies(), dice in any::<Vec<Index>>(),
    ) {
        let sides = [&a, &b];
        let merge = merge(&before, &sides);
        let choices = choose(&merge, &dice);
        let mut merged = a.clone();
        let undo = merged.apply(&merge.edit(&sides, &choices), &now());
        let all = fields(&[&before], &sides, &[&merged]).swap_remove(0);
        for (conflict, choice) in merge.conflicts.iter().zip(&choices) {
            let kept = match choice {
                Choice::Option(index) => &conflict.options[*index].0,
                Choice::Present => &conflict.present,
                Choice::Both => continue,
            };
            // Unless keeping both of something else has given its links new numbers.
            if !choices.contains(&Choice::Both) {
                prop_assert!(all.contains(kept), "{:?}", kept);
            }
        }
        prop_assert!(merged.shared.includes(&b.state_digest(&CATALOGUE)));
        merged.apply(&undo, &now());
        prop_assert!(same(&merged, &a));
        prop_assert_eq!(merged.shared, a.shared);
    }

    #[test]
    fn without_an_ancestor_only_what_is_open_on_one_side_is_filled((_, [a, b, _]) in any_copies()) {
        let merge = Merge::new(&CATALOGUE, &[], &[&a, &b]);
        let merged = result_with(&merge, &[&a, &b], &[]);
        let empty = Assessment::default();
        let all = fields(&[&empty], &[&a, &b], &[&a, &merged, &empty]);
        for ((a, merged), open) in all[0].iter().zip(&all[1]).zip(&all[2]) {
            prop_assert!(a == merged || a == open || holds(merged, a, open), "{:?} became {:?}", a, merged);
        }
    }
}

proptest! {
    #![proptest_config(config())]

    /// One hands copies to two others, who work and send theirs back, for some rounds; nobody is asked twice about the
    /// same, and in the end all have the same.
    #[test]
    fn three_people_who_share_for_some_rounds_end_with_the_same(
        before in any_work(), rounds in prop::collection::vec([any_work(), any_work(), any_work()], 1..4),
        dice in any::<Vec<Index>>(),
    ) {
        let mut owner = Person { open: after(&start(), &before), kept: Vec::new() };
        let copy = owner.hand_over();
        let mut colleagues = [Person::receive(copy.clone()), Person::receive(copy)];
        for [own, one, other] in rounds {
            owner.work(&own);
            for (colleague, work) in colleagues.iter_mut().zip([one, other]) {
                colleague.work(&work);
                let copy = colleague.hand_over();
                owner.bring_in(&copy, &dice);
                // It is in already.
                let again = owner.open.clone();
                prop_assert_eq!(owner.bring_in(&copy, &dice), 0);
                prop_assert!(same(&owner.open, &again));
            }
            let copy = owner.hand_over();
            for colleague in &mut colleagues {
                // What they sent has been decided about, and they have done nothing since.
                prop_assert_eq!(colleague.bring_in(&copy, &dice), 0);
                prop_assert!(same(&colleague.open, &owner.open));
            }
        }
    }

    /// Two people send each other copies as they like, crosswise too. Once both have the other's last state and agree on
    /// what was asked, they have the same.
    #[test]
    fn copies_that_cross_never_overwrite_what_the_other_did(
        before in any_work(), steps in prop::collection::vec((any::<bool>(), any::<bool>(), any_work()), 1..8),
        dice in any::<Vec<Index>>(),
    ) {
        let mut first = Person { open: after(&start(), &before), kept: Vec::new() };
        let mut second = Person::receive(first.hand_over());
        for (from_first, at_once, work) in steps {
            let (from, to) = if from_first { (&mut first, &mut second) } else { (&mut second, &mut first) };
            from.work(&work);
            if at_once {
                let copy = from.hand_over();
                let untouched = to.clone();
                to.bring_in(&copy, &dice);
                // Whatever differs from both was put together from both.
                let states = [&to.open, &untouched.open, &copy];
                let all = fields(&states, &[], &states);
                for ((merged, mine), theirs) in all[0].iter().zip(&all[1]).zip(&all[2]) {
                    if mine == theirs {
                        let is_link = matches!(merged, Edit::Set(_, _, FieldValue::Risks(_)));
                        prop_assert!(merged == mine || is_link);
                    }
                }
            } else {
                // They cross on their way.
                let (one, other) = (from.hand_over(), to.hand_over());
                to.bring_in(&one, &dice);
                from.bring_in(&other, &dice);
            }
        }
        // The second takes over what the first says.
        let copy = first.hand_over();
        let ancestors = second.ancestors_with(&copy);
        prop_assert!(!ancestors.is_empty());
        let back = { second.bring_in(&copy, &[]); second.hand_over() };
        first.bring_in(&back, &dice);
        let left = differences(&CATALOGUE, &first.open, &second.open);
        prop_assert!(left.len() <= differences(&CATALOGUE, &copy, &second.open).len());
    }
}

// What a person sees, in examples.

fn moment(text: &str) -> Timestamp {
    Timestamp::new(text)
}

fn say(state: &Assessment, edits: impl IntoIterator<Item = Edit>) -> Assessment {
    after(state, &edits.into_iter().collect::<Vec<_>>())
}

fn level(id: &str, level: Level) -> Edit {
    Edit::answer(requirement(id)).level(Some(level))
}

#[test]
fn what_only_one_of_them_changed_merges_and_what_both_changed_is_asked() {
    let before = say(&start(), [level("4.1-issues", Level::Planned)]);
    let ours = say(&before, [level("4.1-issues", Level::Defined), level("4.3-document", Level::Operating)]);
    let theirs = say(&before, [level("4.1-issues", Level::Evidenced), level("9.3.2-a", Level::Planned)]);
    let merge = merge(&before, &[&ours, &theirs]);
    let news: Vec<_> =
        merge.settled.iter().filter(|it| it.is_news()).map(|it| (it.edit.clone(), it.by.clone())).collect();
    assert_eq!(news, [(level("9.3.2-a", Level::Planned), vec![1])]);
    let [conflict] = &merge.conflicts[..] else { panic!("one question, {:?}", merge.conflicts) };
    assert_eq!(conflict.before, Some(level("4.1-issues", Level::Planned)));
    let options = [(level("4.1-issues", Level::Defined), vec![0]), (level("4.1-issues", Level::Evidenced), vec![1])];
    assert_eq!(conflict.options, options);
    let merged = result_with(&merge, &[&ours, &theirs], &[Choice::Option(1)]);
    assert_eq!(merged.level(requirement("4.1-issues")), Some(Level::Evidenced));
    assert_eq!(merged.level(requirement("4.3-document")), Some(Level::Operating));
    assert_eq!(merged.level(requirement("9.3.2-a")), Some(Level::Planned));
}

#[test]
fn two_risks_under_one_number_can_both_stay_with_their_controls() {
    let add = || Edit::Add(Part::Risk(risk_id(1)));
    let risk = |title: &str| Edit::risk(risk_id(1)).title(title.to_owned());
    let link = |id: &str| Edit::Link(control(id), risk_id(1), true);
    let ours = say(&start(), [add(), risk("Fire"), link("A.7.5"), link("A.5.30")]);
    let theirs = say(&start(), [add(), risk("Theft"), link("A.7.1"), link("A.5.30")]);
    let merge = merge(&start(), &[&ours, &theirs]);
    assert!(merge.conflicts.len() == 1 && merge.conflicts[0].both, "{:?}", merge.conflicts);
    let merged = result_with(&merge, &[&ours, &theirs], &[Choice::Both]);
    assert_eq!(merged.risks[&risk_id(1)].title, "Fire");
    assert_eq!(merged.risks[&risk_id(2)].title, "Theft");
    assert_eq!(merged.controls[&control("A.7.5")].risks, [risk_id(1)]);
    assert_eq!(merged.controls[&control("A.7.1")].risks, [risk_id(2)]);
    assert_eq!(merged.controls[&control("A.5.30")].risks, [risk_id(1), risk_id(2)]);
}

#[test]
fn lists_that_this_version_does_not_know_merge_entry_by_entry() {
    let unknown = |entries: &[&str]| Edit::Unknown(json!({ "reviews": entries }));
    let before = say(&start(), [unknown(&["first"])]);
    let (ours, theirs) = (say(&before, [unknown(&["first", "ours"])]), say(&before, [unknown(&["theirs"])]));
    assert_eq!(result(&before, &[&ours, &theirs]).unknown, json!({ "reviews": ["ours", "theirs"] }));
}

#[test]
fn a_risk_that_one_removed_and_the_other_changed_is_asked_about() {
    let (part, risk) = (Part::Risk(risk_id(1)), Edit::risk(risk_id(1)));
    let before = say(&start(), [Edit::Add(part), risk.title("Fire".to_owned())]);
    let (ours, theirs) = (say(&before, [Edit::Remove(part)]), say(&before, [risk.owner("Ben".to_owned())]));
    let merge = merge(&before, &[&ours, &theirs]);
    assert!(merge.conflicts.len() == 1 && !merge.conflicts[0].both);
    assert_eq!(result_with(&merge, &[&ours, &theirs], &[Choice::Option(1)]).risks[&risk_id(1)].owner, "Ben");
}

#[test]
fn what_a_file_knows_of_its_copies_is_written_and_read_and_names_its_kin() {
    let mut owner = Person { open: start(), kept: Vec::new() };
    let mut copy = owner.hand_over();
    copy.shared.copy_for = "Ben".to_owned();
    copy.shared.copy_from = "Anna".to_owned();
    let read = Assessment::from_file(&copy.to_file(&CATALOGUE), &CATALOGUE).expect("our own file");
    assert_eq!(read, copy);
    assert!(read.is_kin_of(&owner.open));
    // A browser that has another assessment of this id gives the copy one of its own.
    let renamed = Assessment { id: "other".parse().expect("an id"), ..read };
    assert!(renamed.is_kin_of(&owner.open));
    assert!(!Assessment::new("other".parse().expect("an id"), "Other", moment("")).is_kin_of(&owner.open));
    assert_eq!(start().to_value(&CATALOGUE).get("shared"), None, "a file that was never shared stays as it is");
    let next = renamed.next_cycle("third".parse().expect("an id"), "Next", now(), true);
    assert!(next.shared.is_empty(), "the next cycle is no copy");
}

// Numbers.

/// What a link leads to, by its name: numbers are given anew, names are not.
fn leads(state: &Assessment) -> std::collections::BTreeSet<(String, String)> {
    let control = |id: &ControlId| match id {
        ControlId::Custom(own) => state.custom_controls.get(own).map(|it| it.name.clone()),
        annex => Some(annex.name(&CATALOGUE)),
    };
    let links = state.controls.iter().flat_map(|(id, entry)| entry.risks.iter().map(move |risk| (id, risk)));
    links.filter_map(|(id, risk)| Some((control(id)?, state.risks.get(risk)?.title.clone()))).collect()
}

/// Gives each risk and each control of one's own a name that nothing else has, and that it keeps.
fn named(state: &Assessment, by: &str) -> Assessment {
    let mut named = state.clone();
    for (id, risk) in state.risks.iter().filter(|(_, risk)| risk.title.len() < 6) {
        named.apply(&Edit::risk(*id).title(format!("{by} {id} {}", risk.title)), &now());
    }
    for (id, own) in state.custom_controls.iter().filter(|(_, own)| own.name.len() < 6) {
        named.apply(&Edit::custom(*id).name(format!("{by} {id} {}", own.name)), &now());
    }
    named
}

/// Work that renames nothing.
fn without_names(work: &[Edit]) -> Vec<Edit> {
    let names = |edit: &&Edit| !matches!(edit, Edit::Set(Part::Risk(_) | Part::Custom(_), field, _) if field.at == 0);
    work.iter().filter(names).cloned().collect()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_link_leads_to_the_thing_that_it_led_to_in_the_copy_that_it_came_from(
        before in any_work(), work in [any_work(), any_work(), any_work()], dice in any::<Vec<Index>>(),
    ) {
        let before = named(&after(&start(), &before), "before");
        let mut sides = work.iter().zip(["one", "two", "three"]);
        let sides: [Assessment; 3] =
            std::array::from_fn(|_| sides.next().map(|(work, by)| named(&after(&before, &without_names(work)), by)).unwrap());
        let sides = [&sides[0], &sides[1], &sides[2]];
        let merge = merge(&before, &sides);
        let choices = choose(&merge, &dice);
        let merged = result_with(&merge, &sides, &choices);
        prop_assert_eq!(merged.remains(&CATALOGUE), [""; 0]);
        let known: std::collections::BTreeSet<_> = sides.iter().flat_map(|side| leads(side)).collect();
        for link in leads(&merged) {
            prop_assert!(known.contains(&link), "{:?}", link);
        }
        // Nothing that anybody has, or had, gives its number to the next.
        for side in [&before, sides[0], sides[1], sides[2]] {
            prop_assert!(side.risks.keys().all(|id| merged.next_risk().unwrap() > *id));
            prop_assert!(side.next_risk() <= merged.next_risk() && side.next_custom() <= merged.next_custom());
        }
    }
}
