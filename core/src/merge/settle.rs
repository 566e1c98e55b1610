//! One field: what it was, what each side made of it, and what comes of that.

use super::{lists, records, unknown};
use crate::assessment::{ControlChange, Edit, ItemChange};

/// What comes of a field.
pub(super) enum Settlement {
    /// Nobody changed it.
    Unchanged,
    /// It merges by itself.
    Settled {
        /// What it is to be.
        edit: Edit,
        /// The sides that changed it.
        by: Vec<usize>,
    },
    /// Somebody has to decide.
    Open {
        /// What it was, if that is clear.
        before: Option<Edit>,
        /// What it can become, and the sides that say so.
        options: Vec<(Edit, Vec<usize>)>,
    },
}

/// Settles a field: `ancestors` and `sides` are the edits of the same field in each state.
pub(super) fn settle(ancestors: &[Edit], sides: &[Edit]) -> Settlement {
    let before = ancestors.iter().all(|it| *it == ancestors[0]).then(|| ancestors[0].clone());
    let mut options: Vec<(Edit, Vec<usize>)> = Vec::new();
    for (index, side) in sides.iter().enumerate() {
        if before.as_ref() == Some(side) {
            continue;
        }
        match options.iter_mut().find(|(known, _)| known == side) {
            Some((_, by)) => by.push(index),
            None => options.push((side.clone(), vec![index])),
        }
    }
    if options.len() < 2 {
        return match options.pop() {
            // Where ancestors disagree, all sides may still have what one of them had.
            Some((edit, by)) if before.is_some() || !ancestors.contains(&edit) => Settlement::Settled { edit, by },
            _ => Settlement::Unchanged,
        };
    }
    let changed: Vec<_> = options.iter().map(|(edit, _)| edit).collect();
    match before.as_ref().map(|before| combine(before, &changed)) {
        Some(Combined::One(edit)) => {
            let mut by: Vec<_> = options.into_iter().flat_map(|(_, by)| by).collect();
            by.sort_unstable();
            Settlement::Settled { edit, by }
        }
        Some(Combined::Each(edits)) => {
            let options = edits.into_iter().zip(options).map(|(edit, (_, by))| (edit, by)).collect();
            Settlement::Open { before, options }
        }
        Some(Combined::Not) | None => Settlement::Open { before, options },
    }
}

/// What comes of several different changes of one field.
pub(super) enum Combined {
    /// They fit together.
    One(Edit),
    /// They don't, but what fits can be part of each: the options, in the order of the changes.
    Each(Vec<Edit>),
    /// They don't at all.
    Not,
}

fn combine(before: &Edit, changed: &[&Edit]) -> Combined {
    use ControlChange::{Decision, Item, Risks};
    use ItemChange::Evidence;
    let one = |edit: Option<Edit>| edit.map_or(Combined::Not, Combined::One);
    macro_rules! same {
        ($pattern:pat => $value:expr) => {
            changed.iter().filter_map(|edit| if let $pattern = edit { Some($value) } else { None }).collect::<Vec<_>>()
        };
    }
    match before {
        Edit::Answer(id, Evidence(list)) => {
            let lists = same!(Edit::Answer(_, Evidence(it)) => it);
            one(lists::merge(list, &lists).map(|list| Edit::Answer(*id, Evidence(list))))
        }
        Edit::Control(id, Item(Evidence(list))) => {
            let lists = same!(Edit::Control(_, Item(Evidence(it))) => it);
            one(lists::merge(list, &lists).map(|list| Edit::Control(*id, Item(Evidence(list)))))
        }
        Edit::Control(id, Risks(list)) => {
            let lists = same!(Edit::Control(_, Risks(it)) => it);
            one(lists::merge(list, &lists).map(|list| Edit::Control(*id, Risks(list))))
        }
        Edit::Control(id, Decision(it)) => {
            let decisions = same!(Edit::Control(_, Decision(it)) => it);
            one(records::decision(it, &decisions).map(|it| Edit::Control(*id, Decision(it))))
        }
        Edit::Risk(id, it) => records::risk(*id, it.as_ref(), &same!(Edit::Risk(_, it) => it.as_ref())),
        Edit::Custom(id, it) => records::custom(*id, it.as_ref(), &same!(Edit::Custom(_, it) => it.as_ref())),
        Edit::Rest(it) => unknown::merge(it, &same!(Edit::Rest(it) => it)),
        _ => Combined::Not,
    }
}
