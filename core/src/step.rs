//! A change in words: what it is about, and what somebody has made of that since. For whoever takes it back.

use crate::assessment::{Assessment, Edit, Part};
use crate::catalogue::{Catalogue, Word};
use crate::merge::{item, name};

/// How much of a text is repeated in a sentence, in characters.
const SHORT: usize = 60;

/// The single change that speaks for a change: of one that makes or removes something, that; else the first.
pub fn spokesman(edit: &Edit) -> Option<&Edit> {
    let singles = singles(edit);
    singles.iter().find(|it| is_whole(it)).or(singles.first()).copied()
}

/// What a change is about, such as `Owner of A.5.9 (Inventory of assets)`, or `12 changes` where that is more than one
/// thing. `states` are those before and after it: what was removed has its name in one of them.
pub fn about(catalogue: &Catalogue, states: &[&Assessment], edit: &Edit) -> String {
    let (singles, Some(first)) = (singles(edit), spokesman(edit)) else { return String::new() };
    let subject = |edit: &Edit| (item(edit), edit.parts().first().copied());
    if !is_whole(first) && singles.iter().any(|it| subject(it) != subject(first)) {
        return catalogue.say(Word::NoticeStepMany, &[("n", &singles.len().to_string())]);
    }
    let thing = || name(catalogue, states, first);
    match first {
        Edit::Review(..) => catalogue.word(Word::MenuReview).to_owned(),
        Edit::Set(Part::Profile | Part::Meta, field, _) => field.title(catalogue),
        Edit::Set(_, field, _) => {
            catalogue.say(Word::NoticeStepOf, &[("field", &field.title(catalogue)), ("item", &thing())])
        }
        _ => thing(),
    }
}

/// What asks before a change is taken back that somebody has changed since: what it is about, and what is there now.
pub fn changed_since(catalogue: &Catalogue, state: &Assessment, left: &Edit) -> String {
    let present = singles(left).into_iter().find_map(|it| match it {
        Edit::Set(part, field, value) => {
            let now = state.value(*part, field);
            (now != *value).then(|| (it, field.kind.words(&now, catalogue)))
        }
        _ => None,
    });
    let what = about(catalogue, &[state], present.as_ref().map_or(left, |(it, _)| it));
    match present {
        Some((_, now)) if now.trim().is_empty() => catalogue.say(Word::NoticeChangedEmpty, &[("what", &what)]),
        Some((_, now)) => catalogue.say(Word::NoticeChangedNow, &[("what", &what), ("now", &short(&now))]),
        None => catalogue.say(Word::NoticeChangedSince, &[("what", &what)]),
    }
}

/// The single changes of a change, in order.
fn singles(edit: &Edit) -> Vec<&Edit> {
    match edit {
        Edit::Batch(edits) => edits.iter().flat_map(singles).collect(),
        edit => vec![edit],
    }
}

fn is_whole(edit: &Edit) -> bool {
    matches!(edit, Edit::Add(_) | Edit::Remove(_))
}

fn short(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(SHORT) {
        Some((end, _)) => format!("{} …", line[..end].trim_end()),
        None => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{Decision, Level};
    use crate::catalogue::{CustomId, RiskId};
    use crate::date::Timestamp;

    /// What a change is about, and what its undo is.
    fn both(state: &mut Assessment, edit: &Edit) -> [String; 2] {
        let before = state.clone();
        let undo = state.apply(edit, &Timestamp::default());
        [edit, &undo].map(|edit| about(&Catalogue::english(), &[&before, state], edit))
    }

    #[test]
    fn a_change_is_named_by_what_it_is_about() {
        let catalogue = &Catalogue::english();
        let mut state = Assessment::default();
        let control = catalogue.parse_control("A.5.9").unwrap();
        let name = catalogue.control(control).unwrap().name;
        let owner = Edit::item(Part::Control(control)).owner("Ann".into());
        assert_eq!(both(&mut state, &owner), [format!("Owner of A.5.9 ({name})"), format!("Owner of A.5.9 ({name})")]);
        let decision = Edit::control(control).decision(&Decision::Excluded { justification: "No".into() });
        assert_eq!(both(&mut state, &decision)[1], format!("Decision of A.5.9 ({name})"));
        let answer = Edit::answer(catalogue.parse_requirement("4.4-isms").unwrap()).level(Some(Level::Planned));
        assert!(both(&mut state, &answer)[1].ends_with("(4.4-isms)"));
        assert_eq!(both(&mut state, &Edit::profile().sector("Software".into()))[1], "Sector");
        let fact = catalogue.fact_ids().next().unwrap();
        assert_eq!(both(&mut state, &Edit::Fact(fact, Some(true)))[1], format!("‘{}’", catalogue.fact(fact).question));
    }

    #[test]
    fn what_came_or_went_is_named_as_a_whole_and_many_things_are_counted() {
        let catalogue = &Catalogue::english();
        let mut state = Assessment::default();
        let risk = RiskId::parse("R2").unwrap();
        both(&mut state, &Edit::Add(Part::Risk(risk)));
        both(&mut state, &Edit::risk(risk).title("Fire".into()));
        both(&mut state, &Edit::Link(catalogue.parse_control("A.7.5").unwrap(), risk, true));
        let removal = state.removal(Part::Risk(risk));
        assert_eq!(both(&mut state, &removal), ["R2 (Fire)", "R2 (Fire)"]);
        both(&mut state, &Edit::Add(Part::Custom(CustomId::parse("C.1").unwrap())));
        let two = ["A.5.1", "A.5.2"].map(|id| catalogue.parse_control(id).unwrap());
        let edits = two.map(|id| Edit::item(Part::Control(id)).note("Same".into()));
        assert_eq!(both(&mut state, &Edit::Batch(edits.into()))[1], "2 changes");
    }

    #[test]
    fn what_somebody_wrote_since_is_said_before_it_is_taken_back() {
        let catalogue = &Catalogue::english();
        let mut state = Assessment::default();
        let item = Edit::answer(catalogue.parse_requirement("4.4-isms").unwrap());
        let mine = item.note("Mine".into());
        state.apply(&mine, &Timestamp::default());
        state.apply(&item.note("What Bob\nwrote later".into()), &Timestamp::default());
        let asks = changed_since(catalogue, &state, &mine);
        assert!(asks.starts_with("Note of ‘") && asks.contains("‘What Bob wrote later’"), "{asks}");
        state.apply(&item.note(String::new()), &Timestamp::default());
        assert!(changed_since(catalogue, &state, &mine).contains("empty"));
        state.apply(&item.note("long ".repeat(100)), &Timestamp::default());
        assert!(changed_since(catalogue, &state, &mine).contains("long …"));
    }
}
