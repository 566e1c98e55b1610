//! Lists merge entry by entry.

/// A list that several people changed: without what anybody took out, with what anybody put in. What stays keeps its
/// order, what is new comes after it, sorted, so that it does not matter whose list comes first.
///
/// `None` where entries are there twice or were put in another order: that can't be told entry by entry.
pub(super) fn merge<T: Ord + Clone>(before: &[T], lists: &[&Vec<T>]) -> Option<Vec<T>> {
    let plain = |list: &[T]| list.iter().enumerate().all(|(index, entry)| !list[..index].contains(entry));
    let in_order = |list: &[T]| {
        let mut stayed = list.iter().filter(|entry| before.contains(entry));
        before.iter().filter(|entry| list.contains(entry)).all(|entry| stayed.next() == Some(entry))
    };
    if !plain(before) || !lists.iter().all(|list| plain(list) && in_order(list)) {
        return None;
    }
    let mut merged: Vec<T> =
        before.iter().filter(|entry| lists.iter().all(|list| list.contains(entry))).cloned().collect();
    let mut new: Vec<T> =
        lists.iter().flat_map(|list| list.iter()).filter(|it| !before.contains(it)).cloned().collect();
    new.sort_unstable();
    new.dedup();
    merged.extend(new);
    Some(merged)
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
