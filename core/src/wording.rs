//! The pieces that sentences about an assessment are built of.

use crate::assessment::Assessment;
use crate::catalogue::{Catalogue, ItemRef, Word};

/// How many things a sentence names before it says 'and 4 more'.
const NAMED: usize = 3;

/// A sub-clause with its title, such as `6.1.2 (How you assess risks)`.
pub(crate) fn place(catalogue: &Catalogue, subclause: usize) -> String {
    part(catalogue, subclause, catalogue.subclauses[subclause].title)
}

/// A part of a sub-clause, by a title of its own.
pub(crate) fn part(catalogue: &Catalogue, subclause: usize, title: &str) -> String {
    catalogue.say(Word::PiecePlace, &[("id", catalogue.subclauses[subclause].id), ("title", title)])
}

/// An item with its id, such as `‘The scope is written down’ (4.3-document)`; documents and facts by name alone.
pub(crate) fn item(catalogue: &Catalogue, assessment: &Assessment, item: ItemRef) -> String {
    let title = item.title(catalogue, assessment);
    match item {
        ItemRef::Control(_)
        | ItemRef::Risk(_)
        | ItemRef::Nonconformity(_)
        | ItemRef::Audit(_)
        | ItemRef::ManagementReview(_) => match title {
            "" => item.name(catalogue).into_owned(),
            title => {
                let more = if item.is_cut(assessment) { " …" } else { "" };
                catalogue
                    .tell(Word::PiecePlace, [("id", item.name(catalogue).into()), ("title", format!("{title}{more}"))])
            }
        },
        ItemRef::Requirement(_) => catalogue.say(Word::PieceItem, &[("id", &item.name(catalogue)), ("title", title)]),
        ItemRef::Document(_) | ItemRef::Fact(_) | ItemRef::People => {
            catalogue.say(Word::PieceNamed, &[("title", title)])
        }
    }
}

/// Several items in a sentence: the first three, and how many more.
pub(crate) fn items(
    catalogue: &Catalogue,
    assessment: &Assessment,
    all: impl IntoIterator<Item = impl Into<ItemRef>>,
) -> String {
    named(catalogue, all.into_iter().map(|each| item(catalogue, assessment, each.into())))
}

/// Several names in a sentence: the first three, and how many more.
pub(crate) fn named(catalogue: &Catalogue, mut all: impl Iterator<Item = String>) -> String {
    let mut named: Vec<_> = all.by_ref().take(NAMED).collect();
    let more = all.count();
    if more > 0 {
        let n = more.to_string();
        return catalogue.say(Word::PieceMore, &[("list", &named.join(", ")), ("n", &n)]);
    }
    let Some(last) = named.pop() else { return String::new() };
    match named.is_empty() {
        true => last,
        false => catalogue.say(Word::PieceAnd, &[("list", &named.join(", ")), ("last", &last)]),
    }
}
