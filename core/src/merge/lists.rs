//! Lists merge entry by entry.

/// A list that several people changed: without what anybody took out, with what anybody put in. What stays keeps its
/// order, what is new comes after it, sorted, so that it does not matter whose list comes first.
///
/// `None` where entries are there twice or were put in another order: that can't be told entry by entry.
pub(super) fn merge<T: Ord + Clone>(before: &[T], lists: &[&Vec<T>]) -> Option<Vec<T>> {
    let old = Known::of(before)?;
    let known = lists.iter().map(|list| Known::of(list)).collect::<Option<Vec<_>>>()?;
    let in_order = |(list, known): (&&Vec<T>, &Known<'_, T>)| {
        let mut stayed = list.iter().filter(|entry| old.has(entry));
        before.iter().filter(|entry| known.has(entry)).all(|entry| stayed.next() == Some(entry))
    };
    if !lists.iter().zip(&known).all(in_order) {
        return None;
    }
    let mut merged: Vec<T> = before.iter().filter(|entry| known.iter().all(|list| list.has(entry))).cloned().collect();
    let mut new: Vec<T> = lists.iter().flat_map(|list| list.iter()).filter(|it| !old.has(it)).cloned().collect();
    new.sort_unstable();
    new.dedup();
    merged.extend(new);
    Some(merged)
}

/// The entries of a list, sorted, so that one is found without a look at all.
struct Known<'a, T>(Vec<&'a T>);

impl<'a, T: Ord> Known<'a, T> {
    /// `None` where one is there twice.
    fn of(list: &'a [T]) -> Option<Self> {
        let mut sorted: Vec<_> = list.iter().collect();
        sorted.sort_unstable();
        sorted.windows(2).all(|pair| pair[0] != pair[1]).then_some(Self(sorted))
    }

    fn has(&self, entry: &T) -> bool {
        self.0.binary_search(&entry).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::merge;

    fn list(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    #[test]
    fn what_anybody_took_out_is_out_and_what_anybody_put_in_is_in() {
        assert_eq!(merge(&list("abc"), &[&list("acz"), &list("yab")]), Some(list("ayz")));
        assert_eq!(merge(&list("abc"), &[&list("yab"), &list("acz")]), Some(list("ayz")));
        assert_eq!(merge(&list(""), &[&list("x"), &list("x")]), Some(list("x")));
    }

    #[test]
    fn another_order_or_an_entry_twice_is_asked_about() {
        assert_eq!(merge(&list("ab"), &[&list("ba"), &list("abc")]), None);
        assert_eq!(merge(&list("ab"), &[&list("abb"), &list("abc")]), None);
    }
}
