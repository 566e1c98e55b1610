//! What a draft says that an earlier one did not, and the other way round.

use super::Draft;
use crate::catalogue::Catalogue;
use std::collections::BTreeSet;

/// A line that came or went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// The later draft has it.
    Came(String),
    /// Only the earlier draft has it.
    Gone(String),
}

/// What became of a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Redraft {
    /// Nobody asked for it before.
    New,
    /// It is no longer asked for.
    Gone,
    /// It says something else.
    Changed(Vec<Change>),
}

/// The drafts of two states that differ, in order, and how.
pub fn compare<'a>(catalogue: &Catalogue, before: &'a [Draft], after: &'a [Draft]) -> Vec<(&'a Draft, Redraft)> {
    let of = |drafts: &'a [Draft], id: &str| drafts.iter().find(|draft| draft.id == id);
    let there = after.iter().filter_map(|draft| match of(before, draft.id) {
        None => Some((draft, Redraft::New)),
        Some(earlier) => {
            let changes = changes(catalogue, earlier, draft);
            (!changes.is_empty()).then_some((draft, Redraft::Changed(changes)))
        }
    });
    let gone = before.iter().filter(|draft| of(after, draft.id).is_none()).map(|draft| (draft, Redraft::Gone));
    there.chain(gone).collect()
}

/// The lines that differ: those that went, then those that came. When each was made is no difference.
pub fn changes(catalogue: &Catalogue, before: &Draft, after: &Draft) -> Vec<Change> {
    between(&before.lines(catalogue), &after.lines(catalogue))
}

fn between(before: &[String], after: &[String]) -> Vec<Change> {
    let without = |lines: &[String], known: &[String]| {
        let known: BTreeSet<_> = known.iter().collect();
        lines.iter().filter(|line| !known.contains(line)).cloned().collect::<Vec<_>>()
    };
    let gone = without(before, after).into_iter().map(Change::Gone);
    gone.chain(without(after, before).into_iter().map(Change::Came)).collect()
}

#[cfg(test)]
mod tests {
    use super::{Change, between};

    #[test]
    fn only_the_lines_that_differ_are_told() {
        let lines = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
        let told = between(&lines("a b c d"), &lines("a x c d e"));
        let (gone, came) = (|line: &str| Change::Gone(line.to_owned()), |line: &str| Change::Came(line.to_owned()));
        assert_eq!(told, [gone("b"), came("x"), came("e")]);
        assert_eq!(between(&lines("a b"), &lines("a b")), []);
        assert_eq!(between(&[], &lines("a")), [came("a")]);
    }
}
