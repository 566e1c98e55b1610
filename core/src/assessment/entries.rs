//! Entries by id, in the order of the ids.

use std::ops::Index;

/// A map over a sorted list. An assessment has a few hundred entries at most, and in the browser's program this is a
/// tenth of the size of a `BTreeMap`, of which each pair of types would be a copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entries<K, V>(Vec<(K, V)>);

impl<K: Ord + Copy, V> Entries<K, V> {
    fn position(&self, key: K) -> Result<usize, usize> {
        // Files and the browser's database give the entries in order more often than not.
        match self.0.last() {
            Some((last, _)) if *last < key => Err(self.0.len()),
            _ => self.0.binary_search_by(|(known, _)| known.cmp(&key)),
        }
    }

    /// The entry of a key.
    pub fn get(&self, key: &K) -> Option<&V> {
        self.position(*key).ok().map(|index| &self.0[index].1)
    }

    /// The entry of a key, to be changed.
    pub fn get_mut(&mut self, key: &K) -> Option<&mut V> {
        self.position(*key).ok().map(|index| &mut self.0[index].1)
    }

    /// The entry of a key, to be changed; made if there was none.
    pub fn get_or_default(&mut self, key: K) -> &mut V
    where
        V: Default,
    {
        let index = match self.position(key) {
            Ok(index) => index,
            Err(index) => {
                self.0.insert(index, (key, V::default()));
                index
            }
        };
        &mut self.0[index].1
    }

    /// Takes the entry of a key out if it says nothing, so that a change that is taken back leaves nothing behind.
    pub fn drop_default(&mut self, key: K)
    where
        V: Default + PartialEq,
    {
        if self.get(&key).is_some_and(|value| *value == V::default()) {
            self.remove(&key);
        }
    }

    /// Whether there is an entry of a key.
    pub fn contains_key(&self, key: &K) -> bool {
        self.position(*key).is_ok()
    }

    /// Puts an entry in, and returns the one whose place it takes.
    pub fn insert(&mut self, key: K, value: V) -> Option<V> {
        match self.position(key) {
            Ok(index) => Some(std::mem::replace(&mut self.0[index].1, value)),
            Err(index) => {
                self.0.insert(index, (key, value));
                None
            }
        }
    }

    /// Takes an entry out.
    pub fn remove(&mut self, key: &K) -> Option<V> {
        self.position(*key).ok().map(|index| self.0.remove(index).1)
    }

    /// The keys, in order.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &K> + ExactSizeIterator {
        self.0.iter().map(|(key, _)| key)
    }

    /// The entries without their keys, in order.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &V> + ExactSizeIterator {
        self.0.iter().map(|(_, value)| value)
    }

    /// The entries without their keys, to be changed, in order.
    pub fn values_mut(&mut self) -> impl DoubleEndedIterator<Item = &mut V> + ExactSizeIterator {
        self.0.iter_mut().map(|(_, value)| value)
    }

    /// Keeps the entries for which `keep` is true.
    pub fn retain(&mut self, mut keep: impl FnMut(&K, &V) -> bool) {
        self.0.retain(|(key, value)| keep(key, value));
    }

    /// Keys and entries, in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&K, &V)> + ExactSizeIterator {
        self.0.iter().map(|(key, value)| (key, value))
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<K, V> Default for Entries<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: Ord + Copy, V> FromIterator<(K, V)> for Entries<K, V> {
    fn from_iter<T: IntoIterator<Item = (K, V)>>(entries: T) -> Self {
        let mut all = Self::default();
        all.extend(entries);
        all
    }
}

impl<K: Ord + Copy, V> Extend<(K, V)> for Entries<K, V> {
    fn extend<T: IntoIterator<Item = (K, V)>>(&mut self, entries: T) {
        for (key, value) in entries {
            self.insert(key, value);
        }
    }
}

impl<K, V> IntoIterator for Entries<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a, K, V> IntoIterator for &'a Entries<K, V> {
    type Item = (&'a K, &'a V);
    type IntoIter = std::iter::Map<std::slice::Iter<'a, (K, V)>, fn(&'a (K, V)) -> (&'a K, &'a V)>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.iter().map(|(key, value)| (key, value))
    }
}

impl<K: Ord + Copy, V> Index<&K> for Entries<K, V> {
    type Output = V;
    fn index(&self, key: &K) -> &V {
        self.get(key).expect("there is an entry of this key")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_stay_in_order_and_unique() {
        let mut entries: Entries<u8, &str> = [(3, "c"), (1, "a"), (2, "b"), (1, "A")].into_iter().collect();
        assert_eq!(entries.keys().copied().collect::<Vec<_>>(), [1, 2, 3]);
        assert_eq!(entries.get(&1), Some(&"A"));
        assert_eq!(entries.insert(3, "C"), Some("c"));
        assert_eq!(entries.remove(&2), Some("b"));
        assert_eq!(entries.remove(&2), None);
        *entries.get_or_default(0) = "zero";
        assert_eq!(entries.into_iter().collect::<Vec<_>>(), [(0, "zero"), (1, "A"), (3, "C")]);
    }
}
