//! One field: what it was, what each side made of it, and what comes of that.

use super::combine::{Combined, combine};
use crate::assessment::Edit;

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
